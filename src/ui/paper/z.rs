//! The Z on paper: who closes and by what, the whole of the closing, the proof and room to sign.

use super::{
    pair, plain,
    z_rows::{self, ZRow},
};
use crate::{
    domain::{
        closing::{Closing, ClosingSeen},
        paper::{Page, Row, Style},
        receipt::Copy,
        settings::Stall,
        time::Moment,
    },
    ui::{text, words::Words},
};

/// The columns of a figure on paper.
const FIGURE: usize = 9;
/// The columns of most receipt paper (80 mm).
const PAPER: usize = 42;
/// The empty rows in which somebody signs.
const SIGNED_IN: usize = 3;

/// How far a closing is that is printed.
#[derive(Clone, Copy, Debug)]
pub enum Stage<'a> {
    /// Nothing is frozen yet; when it was looked at.
    Preview(Moment),
    /// It is in the journal.
    Closed(&'a ClosingSeen, Copy),
}

/// The page of a closing in this language.
pub fn page(closing: &Closing, stage: Stage, stall: &Stall, words: &Words) -> Page {
    let mut rows = head(stall, words);
    match stage {
        Stage::Preview(_) => {
            let word = words.say("z-preview");
            rows.push(Row::Centred(word, Style::Bold));
        }
        Stage::Closed(_, Copy::Duplicate(number)) => {
            let number = number.to_string();
            let word = words.say_with("paper-duplicate", &[("number", &number)]);
            rows.push(Row::Centred(word, Style::Bold));
        }
        Stage::Closed(_, Copy::Original) => {}
    }
    rows.push(Row::Rule);
    rows.push(Row::Text(z_rows::title(closing, words), Style::Big));
    rows.extend(about(closing, stage, words));
    rows.push(Row::Rule);
    rows.extend(z_rows::rows(closing, words).into_iter().flat_map(set));
    rows.push(Row::Rule);
    rows.extend(program(closing, stall, words));
    if let Stage::Closed(seen, _) = stage {
        rows.extend(proof(seen, words));
    }
    Page { rows }
}

/// Who sells; the same head on all papers of a closing.
pub(super) fn head(stall: &Stall, words: &Words) -> Vec<Row> {
    let mut rows = vec![Row::Centred(stall.name.to_string(), Style::Big)];
    let centred = |text: String| Row::Centred(text, Style::Plain);
    rows.extend(stall.address.iter().map(|it| centred(it.to_string())));
    for (id, number) in [
        ("paper-siret", &stall.siret),
        ("paper-vat-number", &stall.vat_number),
    ] {
        rows.extend(
            number
                .iter()
                .map(|number| centred(words.say_with(id, &[("number", number.as_str())]))),
        );
    }
    rows
}

/// Its name, what it covers, when and by whom it was closed.
fn about(closing: &Closing, stage: Stage, words: &Words) -> Vec<Row> {
    let mut rows = plain(z_rows::label(closing.level, &closing.label, words));
    let opened = closing.figures.opened.as_ref();
    if let Some(market) = opened.and_then(|it| it.market.as_ref()) {
        rows.extend(plain(
            words.say_with("z-market", &[("name", market.as_str())]),
        ));
    }
    if let Some(span) = closing.figures.between {
        rows.extend(plain(z_rows::between(span, words)));
    }
    let (at, by) = match stage {
        Stage::Preview(at) => (at, ""),
        Stage::Closed(seen, _) => {
            rows.extend(plain(words.say_with("z-name", &[("name", &closing.name)])));
            (seen.at, seen.operator.as_str())
        }
    };
    let local = at.local();
    let when = format!(
        "{} {}",
        words.date_numbers(local.date()),
        words.time(local.time())
    );
    rows.extend(plain(match (stage, by) {
        (Stage::Preview(_), _) => words.say_with("z-seen-at", &[("when", &when)]),
        (Stage::Closed(..), "") => words.say_with("z-closed-at", &[("when", &when)]),
        (Stage::Closed(..), by) => words.say_with("z-closed-by", &[("when", &when), ("by", by)]),
    }));
    rows
}

/// What made it, and what the stall holds for it (CGI art. 286, I, 3° bis).
fn program(closing: &Closing, stall: &Stall, words: &Words) -> Vec<Row> {
    let mut rows = plain(words.say_with("z-program", &[("version", &closing.version)]));
    rows.extend(plain(match &stall.attestation {
        Some(text) => words.say_with("z-attestation", &[("text", text.as_str())]),
        None => words.say("z-no-attestation"),
    }));
    rows
}

/// Where it stands in the journal, and room for who counted and who checked.
fn proof(seen: &ClosingSeen, words: &Words) -> Vec<Row> {
    let place = format!("{}-{}", seen.place.epoch, seen.place.seq);
    let blanks = [
        ("place", place.as_str()),
        ("extract", seen.extract.as_str()),
    ];
    let mut rows = plain(words.say_with("z-proof", &blanks));
    rows.push(Row::Blank);
    rows.extend(signatures("z-signatures", words));
    rows
}

/// Room to sign below a word.
pub(super) fn signatures(word: &str, words: &Words) -> Vec<Row> {
    let mut rows = plain(words.say(word));
    rows.extend(std::iter::repeat_n(Row::Blank, SIGNED_IN));
    rows.push(Row::Rule);
    rows
}

fn set(row: ZRow) -> Vec<Row> {
    match row {
        ZRow::Blank => vec![Row::Blank],
        ZRow::Said(text) => plain(text),
        ZRow::Sum(name, sum) => vec![Row::Pair(name, sum, Style::Bold)],
        ZRow::Head(name, columns) if columns.is_empty() => vec![Row::Text(name, Style::Bold)],
        ZRow::Head(name, columns) => vec![
            Row::Text(name, Style::Bold),
            Row::Cells(String::new(), wide(columns)),
        ],
        ZRow::Figures(name, mut figures) if figures.len() == 1 => {
            vec![pair(name, figures.pop().unwrap_or_default())]
        }
        ZRow::Figures(name, figures) if beside(&name, &figures) => {
            vec![Row::Cells(name, wide(figures))]
        }
        ZRow::Figures(name, figures) => {
            let mut rows = plain(name);
            rows.push(Row::Cells(String::new(), wide(figures)));
            rows
        }
    }
}

/// Whether a name leaves room for its figures on narrow paper.
fn beside(name: &str, figures: &[String]) -> bool {
    let columns = figures.iter().map(|it| text::width(it).max(FIGURE) + 1);
    columns.sum::<usize>().saturating_add(text::width(name)) < PAPER
}

fn wide(cells: Vec<String>) -> Vec<(String, usize)> {
    cells.into_iter().map(|it| (it, FIGURE)).collect()
}
