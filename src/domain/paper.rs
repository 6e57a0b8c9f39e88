//! A page for a narrow printer: finished rows of text, not yet bytes and not yet columns.

/// How a row is set on the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As the printer prints by itself.
    Plain,
    /// Heavier, for what the eye looks for.
    Bold,
    /// Twice as high and wide, for the total and the stall's name; bold where that is too wide.
    Big,
}

/// One row of a page, whatever the width of the paper. No-break spaces hold words together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Text from the left edge; broken between words where the paper is too narrow, leading
    /// spaces repeated on each further line.
    Text(String, Style),
    /// Text in the middle; broken between words where the paper is too narrow.
    Centred(String, Style),
    /// Text at the left, an amount at the right of its first line; the amount is never cut, the
    /// text gives way and continues below.
    Pair(String, String, Style),
    /// A table's row: a left cell that gives way, then right-aligned cells of the given widths in
    /// columns, one space before each. A cell wider than its width is not cut.
    Cells(String, Vec<(String, usize)>),
    /// Thirteen digits for a scanner: bars where the printer can, or else in a row.
    Barcode(String),
    /// A line across the paper.
    Rule,
    /// An empty row.
    Blank,
}

/// A page to be printed, top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The rows in the order in which they leave the printer.
    pub rows: Vec<Row>,
}
