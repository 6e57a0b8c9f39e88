//! One file a screen; none knows another's inside.

pub mod periods;
pub mod report_x;
mod report_x_cash;
mod report_x_others;
mod report_x_paper;
mod report_x_rows;
mod report_x_view;
pub mod sell;
pub mod sell_back;
mod sell_chosen;
mod sell_jars;
mod sell_keys;
mod sell_line;
mod sell_ticket;
mod sell_view;
mod sell_weigh;
mod sell_whose;
pub mod shortlist;
pub mod tariffs;

pub mod cash;
mod cash_view;
mod cash_ways;
pub mod envelopes;
pub mod open_day;
mod open_day_float;
mod open_day_keys;
mod open_day_view;

mod agreed;
pub mod change;
mod change_view;
pub mod pay;
mod pay_gift;
mod pay_means;
mod pay_note;
mod pay_offer;
mod pay_refused;
mod pay_taking;
mod pay_view;

pub mod about;
mod about_change;
mod about_more;
mod about_new;
mod about_view;
mod find;
pub mod pick;
mod pick_view;
pub mod question;

pub mod audit;
mod audit_view;
pub mod control;
mod control_view;
pub mod lock;
pub mod operators;
pub mod pin;
mod pin_line;
pub mod pin_set;

pub mod journal;
mod journal_view;
pub mod parked;
pub mod reattribute;
mod reattribute_keys;
mod reattribute_view;
pub mod refund;
mod refund_keys;
mod refund_view;
mod refund_ways;
pub mod stock;
mod stock_moves;
mod stock_rows;
mod stock_view;
pub mod ticket;
pub mod ticket_means;
mod ticket_means_view;
mod ticket_view;

pub mod close_before;
pub mod close_count;
mod close_count_view;
pub mod close_gap;
mod close_gap_causes;
pub(super) mod close_gap_view;
pub mod close_unsold;
mod close_unsold_view;
pub mod member_card;
mod member_card_view;
mod member_closing;
pub mod member_form;
mod member_form_read;
mod member_form_view;
pub mod member_list;
mod member_list_view;
mod member_moves;
pub mod member_statement;
pub mod producers;
mod producers_view;
pub mod settle;

mod settle_keys;
mod settle_view;

pub mod help;
pub mod menu;
pub mod palette;

pub(super) use pay_gift::gift_label;

pub mod close_cheques;
mod close_cheques_view;
pub mod close_float;
mod close_float_view;
pub mod close_page;
mod close_page_view;
pub mod close_seal;
mod close_seal_view;
pub mod closings;
mod closings_view;
