//! Tables that a spreadsheet opens with two clicks: `;`, decimal commas, UTF-8 with its mark.

use crate::domain::{label::Label, money::Money};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// An amount in euros, as `-12,50`.
    Money(Money),
}

impl From<&Label> for Cell {
    fn from(label: &Label) -> Self {
        Self::Text(label.to_string())
    }
}

/// The rows as a file. Words that a spreadsheet would take for a formula are protected by an
/// apostrophe.
pub fn sheet(rows: &[Vec<Cell>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

fn cell(cell: &Cell) -> String {
    let text = match cell {
        Cell::Money(amount) => return amount.plain().replace('.', ","),
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@']) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
    };
    if text.contains([';', '"', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_formula_and_amounts_have_commas() {
        let rows = [vec![
            Cell::Text("=1+1".to_owned()),
            Cell::Text("Ferme \"A\"; B".to_owned()),
            Cell::Money(Money::from_cents(-1_250).unwrap()),
        ]];
        let wanted = "\u{feff}'=1+1;\"Ferme \"\"A\"\"; B\";-12,50\r\n";
        assert_eq!(sheet(&rows), wanted);
    }
}
