//! What a closing of a day covers, entry by entry: all that a bundle is made from, so that the
//! same closing always makes the same one.

use super::{
    closing::Closing,
    facts::Identity,
    journal::{Entry, Heading},
};

/// The entries after a closing of a day up to and with the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The entries in their order, the closing last.
    pub entries: Vec<Entry>,
    /// The identity of each epoch in it, in their order.
    pub identities: Vec<(u32, Identity)>,
    /// The closing.
    pub closing: Closing,
}

impl Segment {
    /// The place and circumstances of the closing; none of an empty one.
    pub fn closed_at(&self) -> Option<&Heading> {
        self.entries.last().map(|it| &it.heading)
    }
}
