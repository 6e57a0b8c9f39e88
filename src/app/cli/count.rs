//! The file of a count: a line for each note or coin, `50=2`, and `autre=12.40` for rolls and the
//! rest; empty lines and those that begin with `#` say nothing.

use std::{fs, path::Path};

use super::refusal::Refusal;
use crate::{
    domain::{
        day::{EURO_CENTS, PIECES_MAX, Pieces},
        money::Money,
    },
    ui::words::Words,
};

/// Notes and coins, and what was not counted one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawer {
    /// Each kind once.
    pub pieces: Vec<Pieces>,
    /// Rolls and the rest.
    pub other: Money,
    /// All of it.
    pub total: Money,
}

/// A line that says nothing that can be counted: its number and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct BadLine(usize, String);

/// Reads the file.
pub fn drawer(file: &Path, words: &Words) -> Result<Drawer, Refusal> {
    let text = fs::read_to_string(file).map_err(|it| Refusal::File(file.to_path_buf(), it))?;
    read(&text).map_err(|BadLine(number, line)| {
        let number = number.to_string();
        let blanks = [("number", number.as_str()), ("line", line.as_str())];
        Refusal::Told(words.say_with("cli-count-line", &blanks))
    })
}

fn read(text: &str) -> Result<Drawer, BadLine> {
    let mut drawer = Drawer::default();
    let mut other = None;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let bad = || BadLine(number, line.chars().filter(|it| !it.is_control()).collect());
        let (worth, said) = line.split_once('=').ok_or_else(bad)?;
        let (worth, said) = (worth.trim(), said.trim());
        let amount = if ["autre", "other"].contains(&worth) && other.is_none() {
            let amount = Money::parse(said).filter(|it| *it >= Money::ZERO);
            other = amount;
            amount
        } else {
            pieces(worth, said)
                .filter(|it| !drawer.pieces.iter().any(|before| before.worth == it.worth))
                .and_then(|it| {
                    drawer.pieces.push(it);
                    it.total()
                })
        };
        let sum = amount.and_then(|it| Money::from_cents(drawer.total.cents() + it.cents()));
        drawer.total = sum.ok_or_else(bad)?;
    }
    drawer.pieces.retain(|it| it.count > 0);
    drawer.other = other.unwrap_or(Money::ZERO);
    Ok(drawer)
}

/// So many notes or coins of a worth that there is.
fn pieces(worth: &str, count: &str) -> Option<Pieces> {
    let worth = Money::parse(worth)?;
    let count: u32 = count.parse().ok()?;
    (EURO_CENTS.contains(&worth.cents()) && count <= PIECES_MAX).then_some(Pieces { worth, count })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(cents: i64) -> Money {
        Money::from_cents(cents).unwrap()
    }

    #[test]
    fn a_count_is_read_as_it_is_written_down_at_the_stall() {
        let drawer = read("# tiroir\n50=2\n 0,20 = 3 \n\n5=0\nautre=12.40\n").unwrap();
        assert_eq!(drawer.total, cents(11_300));
        assert_eq!(drawer.other, cents(1_240));
        let kinds: Vec<(i64, u32)> = (drawer.pieces.iter())
            .map(|it| (it.worth.cents(), it.count))
            .collect();
        assert_eq!(kinds, [(5_000, 2), (20, 3)]);
        assert_eq!(read(""), Ok(Drawer::default()));
    }

    #[test]
    fn what_cannot_be_in_a_drawer_is_named_by_its_line() {
        for wrong in [
            "50=-3",
            "50=1000000000000",
            "0.01=100000",
            "3=2",
            "50",
            "50=deux",
            "autre=-1",
            "50=1\n50=2",
            "autre=1\nother=2",
            "0.005=2",
        ] {
            let lines = wrong.lines().count();
            let line = wrong.lines().last().unwrap().to_owned();
            assert_eq!(read(wrong), Err(BadLine(lines, line)), "{wrong}");
        }
    }
}
