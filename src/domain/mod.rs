//! What a stall sells, to whom, for how much. No clock, file, thread, screen, language, SQL or float in here.

pub mod paper;
