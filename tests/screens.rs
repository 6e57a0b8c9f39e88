//! The screens beside the sale, through the whole program: keys in, pictures out.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]
#![expect(clippy::too_many_lines, reason = "a picture has 24 lines")]

mod kit;

#[path = "screens/lists.rs"]
mod lists;

#[path = "screens/stock.rs"]
mod stock;
#[path = "screens/stock_typed.rs"]
mod stock_typed;

#[path = "screens/journal.rs"]
mod journal;

#[path = "screens/about.rs"]
mod about;

#[path = "screens/new_article.rs"]
mod new_article;

#[path = "screens/parked.rs"]
mod parked;

#[path = "screens/any.rs"]
mod any;

#[path = "screens/about_more.rs"]
mod about_more;
#[path = "screens/periods.rs"]
mod periods;
#[path = "screens/report.rs"]
mod report;
#[path = "screens/report_pages.rs"]
mod report_pages;
