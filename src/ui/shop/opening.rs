//! What a shop starts from when the till is switched on.

use std::collections::HashMap;

use crate::{
    domain::{catalogue::Catalogue, ids::Id, quantity::Quantity, settings::Settings, time::Moment},
    ui::{canvas::Look, drafts::Drafts, entry::DigitRow},
};

/// What hangs on the till's cable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cable {
    /// A printer, or a file in its place.
    Printer,
    /// Nothing: no page is printed and no drawer opens.
    Nothing,
}

/// Whether the data is a market of our own invention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Real trade.
    Real,
    /// The sample market: the screen and the paper say so.
    Demo,
}

/// What a shop starts from.
pub struct Opening {
    /// Words and colours.
    pub look: Look,
    /// What is sold.
    pub catalogue: Catalogue,
    /// What decides money besides.
    pub settings: Settings,
    /// How often each article was sold up to this morning.
    pub ranks: HashMap<Id, u64>,
    /// What is left of each counted article.
    pub left: HashMap<Id, Quantity>,
    /// How the digit row is read.
    pub digits: DigitRow,
    /// The time of the start.
    pub now: Moment,
    /// Who is at the till; empty if nobody said so.
    pub operator: String,
    /// The program's name and version.
    pub version: String,
    /// 32 bytes of true randomness.
    pub seed: [u8; 32],
    /// What was open when the program ended last.
    pub drafts: Option<Drafts>,
    /// Whether this is the sample market.
    pub sample: Sample,
    /// The number the next ticket will have.
    pub next_number: u64,
}
