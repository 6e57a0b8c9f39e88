//! What the stallholder sees and presses. Pure: events in, effects out, a frame drawn from `&self`.

mod keeping;
pub mod keys;

pub mod account_page;
pub mod alone;
pub mod burst;
pub mod entry;
pub mod reading;

pub mod closing;
pub mod commands;
pub mod confirm;
pub mod control;
pub mod correcting;
pub mod day;
pub mod drafts;
pub mod ending;
pub mod event;
pub mod keeper;
pub mod machines;
pub mod members;
pub mod model;
pub mod notice;
pub mod parting;
pub mod place;
pub mod screen;
pub mod screens;
pub mod sealing;
pub mod settling;
pub mod shelf;
pub mod shop;
pub mod voiding;

pub mod frame;
pub mod paper;

pub mod big;
pub mod canvas;
pub mod carrying;
pub mod figures;
pub mod foot;
pub mod room;
pub mod rows;
pub mod saying;
pub mod text;
pub mod theme;
pub mod words;
