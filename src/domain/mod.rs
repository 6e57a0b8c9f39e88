//! What a stall sells, to whom, for how much. No clock, file, thread, screen, language, SQL or float in here.

pub mod ids;
pub mod label;
pub mod money;
pub mod quantity;
pub mod time;

pub mod barcode;
pub mod catalogue;
pub mod defaults;
pub mod search;
pub mod seller;
pub mod settings;

pub mod back;
pub mod basket;
pub mod correct;
pub mod pay;
pub mod price;
pub mod ticket;

pub mod closing;
pub mod day;
pub mod figures;
pub mod held;
pub mod segment;

pub mod keeper;
pub mod member;
pub mod members;
pub mod settlement;
pub mod takings;

pub mod asking;
pub mod facts;
pub mod fields;
pub mod journal;
pub mod views;

pub mod paper;
pub mod period;
pub mod receipt;
