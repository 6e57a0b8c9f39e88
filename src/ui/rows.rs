//! A row of a table: labels give way, amounts never do.

use super::{text, theme::Role};

/// A label keeps this many columns, if it needs them, before a column beside it is left out.
const LABEL_LEAST: usize = 8;

/// One column of air between two cells.
const GAP: usize = 1;

/// How a cell takes its place in the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// Whatever is left, cut with an ellipsis.
    Label,
    /// So many columns, from the left, cut with an ellipsis; left out when labels need the room.
    Column(usize),
    /// So many columns, or more if the text is longer, at the right; shown whole or not at all.
    Amount(usize),
}

/// A part of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    text: &'a str,
    fit: Fit,
    role: Option<Role>,
}

impl<'a> Cell<'a> {
    /// A name: takes what the other cells leave and is cut with an ellipsis.
    pub const fn label(text: &'a str) -> Self {
        Self {
            text,
            fit: Fit::Label,
            role: None,
        }
    }

    /// A short text in so many columns from the left; the first to be left out.
    pub const fn column(text: &'a str, columns: u16) -> Self {
        Self {
            text,
            fit: Fit::Column(columns as usize),
            role: None,
        }
    }

    /// A figure, aligned at the right in at least so many columns, never cut: where it does not
    /// fit it is left out, and the row's last one becomes an ellipsis.
    pub const fn amount(text: &'a str, columns: u16) -> Self {
        Self {
            text,
            fit: Fit::Amount(columns as usize),
            role: None,
        }
    }

    /// The same cell in a role of its own, in rows that have no role of theirs.
    #[must_use]
    pub const fn told(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    fn least(&self) -> usize {
        match self.fit {
            Fit::Label => LABEL_LEAST.min(text::width(self.text)),
            Fit::Column(columns) => columns,
            Fit::Amount(columns) => columns.max(text::width(self.text)),
        }
    }
}

/// A cell in its place: what is drawn, where, in which role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) at: usize,
    pub(super) text: String,
    pub(super) role: Role,
}

/// Puts the cells of a row into so many columns.
pub(super) fn place(cells: &[Cell], columns: usize, role: Role) -> Vec<Placed> {
    let mut at = 0;
    let mut placed = Vec::with_capacity(cells.len());
    for (cell, wide) in cells.iter().zip(widths(cells, columns)) {
        if wide == 0 {
            continue;
        }
        let text = match cell.fit {
            Fit::Label | Fit::Column(_) => text::clip(cell.text, wide),
            Fit::Amount(_) => text::whole(cell.text, wide),
        };
        let before = match cell.fit {
            Fit::Label | Fit::Column(_) => 0,
            Fit::Amount(_) => wide.saturating_sub(text::width(&text)),
        };
        let role = match (role, cell.role) {
            (Role::Text, Some(own)) => own,
            _ => role,
        };
        placed.push(Placed {
            at: at + before,
            text,
            role,
        });
        at += wide + GAP;
    }
    placed
}

/// The columns of each cell; 0 for one that is left out.
fn widths(cells: &[Cell], columns: usize) -> Vec<usize> {
    let mut wide: Vec<usize> = cells.iter().map(Cell::least).collect();
    leave_out(
        &mut wide,
        columns,
        of(cells, |fit| matches!(fit, Fit::Column(_))).rev(),
    );
    give(&mut wide, of(cells, |fit| fit == Fit::Label), |_| 0);
    let mut amounts: Vec<usize> = of(cells, |fit| matches!(fit, Fit::Amount(_))).collect();
    let last = amounts.pop();
    leave_out(&mut wide, columns, amounts.into_iter());
    give(&mut wide, last.into_iter(), |width| width.min(columns));
    let labels = of(cells, |fit| fit == Fit::Label).count();
    let mut rest = columns.saturating_sub(needed(&wide) + labels * GAP);
    if wide.iter().all(|width| *width == 0) {
        rest += GAP.min(columns);
    }
    let each = rest.checked_div(labels).unwrap_or_default();
    let mut over = rest.checked_rem(labels).unwrap_or_default();
    give(&mut wide, of(cells, |fit| fit == Fit::Label), |_| {
        let one = usize::from(over > 0);
        over -= one;
        each + one
    });
    wide
}

fn of(cells: &[Cell], kind: fn(Fit) -> bool) -> impl DoubleEndedIterator<Item = usize> {
    let places: Vec<usize> = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| kind(cell.fit))
        .map(|(place, _)| place)
        .collect();
    places.into_iter()
}

fn give(
    wide: &mut [usize],
    places: impl Iterator<Item = usize>,
    mut width: impl FnMut(usize) -> usize,
) {
    for place in places {
        if let Some(cell) = wide.get_mut(place) {
            *cell = width(*cell);
        }
    }
}

fn leave_out(wide: &mut [usize], columns: usize, places: impl Iterator<Item = usize>) {
    for place in places {
        if needed(wide) <= columns {
            return;
        }
        give(wide, std::iter::once(place), |_| 0);
    }
}

fn needed(wide: &[usize]) -> usize {
    let shown = wide.iter().filter(|width| **width > 0).count();
    wide.iter().sum::<usize>() + shown.saturating_sub(1) * GAP
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn drawn(cells: &[Cell], columns: usize) -> String {
        let mut line = String::new();
        for placed in place(cells, columns, Role::Text) {
            while text::width(&line) < placed.at {
                line.push(' ');
            }
            line.push_str(&placed.text);
        }
        line
    }

    #[test]
    fn the_label_is_cut_and_the_amount_never() {
        let row = [
            Cell::amount("3", 7),
            Cell::label("Carottes botte"),
            Cell::amount("2,00", 8),
            Cell::amount("6,00", 8),
        ];
        for (columns, line) in [
            (44, "      3 Carottes botte         2,00     6,00"),
            (34, "      3 Carotte…     2,00     6,00"),
            (25, "      3     2,00     6,00"),
            (20, "C…     2,00     6,00"),
            (5, " 6,00"),
        ] {
            assert_eq!(drawn(&row, columns), line);
        }
        assert_eq!(drawn(&row, 3), "  …");
    }

    #[test]
    fn a_producer_gives_way_before_a_product() {
        let row = [
            Cell::amount("31", 4),
            Cell::label("Pommes de terre"),
            Cell::column("Ferme du Lac", 14),
            Cell::amount("11,300", 8),
        ];
        assert_eq!(
            drawn(&row, 50),
            "  31 Pommes de terre       Ferme du Lac     11,300"
        );
        assert_eq!(drawn(&row, 30), "  31 Pommes de terre    11,300");
    }

    proptest! {
        #[test]
        fn a_row_fits_and_shows_its_amounts_whole(
            columns in 1..120_usize,
            name in "\\PC{0,30}",
            sums in prop::collection::vec(-10_000_000..10_000_000_i64, 1..4),
        ) {
            let sums: Vec<String> = sums.iter().map(i64::to_string).collect();
            let mut cells = vec![Cell::column("31", 6), Cell::label(&name)];
            cells.extend(sums.iter().map(|sum| Cell::amount(sum, 8)));
            let row = place(&cells, columns, Role::Text);
            let mut free = 0;
            for cell in &row {
                prop_assert!(cell.at >= free, "{:?}", row);
                free = cell.at + text::width(&cell.text);
                prop_assert!(free <= columns, "{:?}", row);
            }
            let last = sums.last().unwrap();
            let end = row.last().map(|cell| cell.text.as_str());
            prop_assert!(end == Some(last) || (last.len() > columns && end == Some("…")));
        }
    }
}
