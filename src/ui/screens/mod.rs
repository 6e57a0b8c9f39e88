//! One file a screen; none knows another's inside.

pub mod sell;
mod sell_line;
mod sell_view;

pub mod change;
pub mod pay;

pub mod about;
pub mod pick;
pub mod question;

pub mod journal;
mod journal_view;
pub mod parked;
pub mod stock;
mod stock_view;

pub mod help;
pub mod menu;
pub mod palette;
