//! Real trade through `etal ring`: ten days of a food co-op's tills, matched with what another
//! program made of them, per day and means, to the cent; and twelve tickets of the same kind that
//! are written here and run everywhere.

#[path = "../kit/bundles.rs"]
mod bundles;
mod checked;
mod closed;
mod convert;
mod corepos;
mod excerpt;
mod oracle;
mod shop;
mod table;
mod ten_days;
