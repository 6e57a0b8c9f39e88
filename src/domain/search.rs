//! Finding an article by the letters of its name, on every key, in a catalogue of any size.
//!
//! Labels are folded (no accents, œ as oe, lower case, one space between words) and sorted once,
//! so that what starts so is found by halving. Only what is left is searched letter by letter.

use deunicode::deunicode_with_tofu_cow;
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};
use std::{cmp::Reverse, collections::BinaryHeap, iter, ops::Range};

/// As many as a person reads while a customer waits.
const CHOICES: usize = 12;
/// Scoring letter by letter takes ten times as long as seeing that they are there.
const SCORED: usize = 256;
/// Ends each label in the text of the index; sorts before all that a folded label holds.
const END: u8 = b'\n';

/// Which article the letters typed so far mean, by the positions that the caller gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// No article has these letters in this order.
    Nothing,
    /// The one that is meant: Enter takes it.
    One(usize),
    /// Some to choose from, the likeliest first, never more than a dozen.
    Several(Vec<usize>),
}

/// The labels of a catalogue, ready to be searched.
#[derive(Debug)]
pub struct Index {
    /// The folded labels in alphabetical order, each with its [`END`].
    text: Box<[u8]>,
    /// The articles in the same order.
    articles: Box<[Article]>,
    /// Where words start that are not the first of their label, by what the label says from there.
    words: Box<[Word]>,
}

/// Four bytes for each place: no market has labels for more than 4 GB.
#[derive(Debug)]
struct Article {
    start: u32,
    end: u32,
    position: u32,
    initials: u32,
    letters: u64,
    rank: u64,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    article: u32,
}

/// How well an article answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The label is what was typed, to the last letter.
    Whole,
    /// The label starts so.
    Start,
    /// A word of the label starts so.
    Word,
    /// The letters are there in this order; the higher the score, the nearer to each other.
    Letters(Reverse<u32>),
}

/// The order of answers: how well they fit, then what sells most, then the alphabet.
type Answer = (Fit, Reverse<u64>, usize);

impl Index {
    /// Takes in each article's position in the catalogue, its label and its rank: what it sold up
    /// to this morning, in any unit. A label without a letter or digit cannot be typed and is left
    /// out. To be built anew when a label or the day changes.
    pub fn build<'a>(catalogue: impl IntoIterator<Item = (usize, &'a str, u64)>) -> Self {
        let mut labels: Vec<(String, usize, u64)> = catalogue
            .into_iter()
            .map(|(position, label, rank)| (fold(label), position, rank))
            .filter(|(label, ..)| !label.is_empty())
            .collect();
        labels.sort_unstable();
        let mut text = Vec::new();
        let mut articles = Vec::with_capacity(labels.len());
        let mut words = Vec::new();
        for (label, position, rank) in labels {
            let start = text.len();
            text.extend_from_slice(label.as_bytes());
            words.extend(label.match_indices(' ').map(|(space, _)| Word {
                start: narrow(start + space + 1),
                article: narrow(articles.len()),
            }));
            articles.push(Article {
                start: narrow(start),
                end: narrow(text.len()),
                position: narrow(position),
                initials: initials(&label),
                letters: letters(&label),
                rank,
            });
            text.push(END);
        }
        Self {
            words: in_order_of_text(&words, &text),
            text: text.into(),
            articles: articles.into(),
        }
    }

    /// What Enter would take now, and what the echo line shows; asked on every key. A whole label
    /// goes before one that starts so, that before one with a word that starts so, and within
    /// these what sells most; `One` if nothing stands level with the first. Scattered letters are
    /// only looked for when nothing starts so, and are always a choice.
    pub fn best(&self, typed: &str) -> Found {
        let typed = fold(typed);
        if typed.is_empty() {
            return Found::Nothing;
        }
        let mut answers = self.starting(&typed, CHOICES);
        if answers.best.is_empty() {
            self.scattered(&typed, &mut answers);
        }
        let positions = self.positions(&answers);
        match (answers.best.as_slice(), positions.first()) {
            ([], _) | (_, None) => Found::Nothing,
            ([(Fit::Letters(_), ..), ..], _) => Found::Several(positions),
            ([one, next, ..], _) if (one.0, one.1) == (next.0, next.1) => Found::Several(positions),
            (_, Some(first)) => Found::One(*first),
        }
    }

    /// The first `limit` articles for an open list, which is never longer than a screen: those of
    /// which the label or a word starts so, then those with the letters scattered over their words.
    /// Nothing typed: what sells most.
    pub fn list(&self, typed: &str, limit: usize) -> Vec<usize> {
        let typed = fold(typed);
        let mut answers = self.starting(&typed, limit);
        if !typed.is_empty() {
            self.scattered(&typed, &mut answers);
        }
        self.positions(&answers)
    }

    /// The first `limit` of those of which the label or a word starts so; no scattered letters, as
    /// where the first of them is taken unseen.
    pub fn beginning(&self, typed: &str, limit: usize) -> Vec<usize> {
        self.positions(&self.starting(&fold(typed), limit))
    }

    fn positions(&self, answers: &Answers) -> Vec<usize> {
        let of = |(.., at): &Answer| Some(self.articles.get(*at)?.position as usize);
        answers.best.iter().filter_map(of).collect()
    }

    /// The articles of which the label, then those of which another word starts so.
    fn starting(&self, typed: &str, limit: usize) -> Answers {
        let mut answers = Answers {
            best: Vec::new(),
            limit,
        };
        let named = starting_so(&self.articles, typed, |it| rest(&self.text, it.start));
        let first = named.start;
        for (at, it) in (first..).zip(self.articles.get(named.clone()).unwrap_or_default()) {
            let whole = self.label(it).len() == typed.len();
            let fit = if whole { Fit::Whole } else { Fit::Start };
            answers.offer((fit, Reverse(it.rank), at));
        }
        if answers.full() || typed.is_empty() {
            return answers;
        }
        let worded = starting_so(&self.words, typed, |it| rest(&self.text, it.start));
        for word in self.words.get(worded).unwrap_or_default() {
            let at = word.article as usize;
            if let Some(it) = self.articles.get(at).filter(|_| !named.contains(&at)) {
                answers.offer((Fit::Word, Reverse(it.rank), at));
            }
        }
        answers
    }

    /// Fills what room is left with the articles that have the letters in this order, with others
    /// between them.
    fn scattered(&self, typed: &str, answers: &mut Answers) {
        if answers.full() {
            return;
        }
        let pattern = Pattern::new(
            typed,
            CaseMatching::Respect,
            Normalization::Never,
            AtomKind::Fuzzy,
        );
        let mut matcher = Matcher::new(Config::DEFAULT);
        let started: Vec<usize> = answers.best.iter().map(|(.., at)| *at).collect();
        for at in self.nearest(typed) {
            let Some(it) = self.articles.get(at).filter(|_| !started.contains(&at)) else {
                continue;
            };
            if let Some(score) = pattern.score(Utf32Str::Ascii(self.label(it)), &mut matcher) {
                answers.offer((Fit::Letters(Reverse(score)), Reverse(it.rank), at));
            }
        }
    }

    /// The articles worth a careful look: those with the letters in this order and near to each
    /// other. Each word typed begins as some word of the label does, so that not just any long
    /// label answers; the words may come in any order.
    fn nearest(&self, typed: &str) -> impl Iterator<Item = usize> {
        let (wanted, begun) = (letters(typed), initials(typed));
        let words: Vec<&[u8]> = typed.split(' ').map(str::as_bytes).collect();
        let mut nearest = BinaryHeap::new();
        for (at, it) in self.articles.iter().enumerate() {
            if it.letters & wanted != wanted || it.initials & begun != begun {
                continue;
            }
            let label = self.label(it);
            let spans = words.iter().map(|word| span(label, word));
            if let Some(spans) = spans.sum::<Option<usize>>() {
                let found = (spans, Reverse(it.rank), at);
                if nearest.len() < SCORED {
                    nearest.push(found);
                } else if let Some(mut last) = nearest.peek_mut()
                    && found < *last
                {
                    *last = found;
                }
            }
        }
        nearest.into_iter().map(|(.., at)| at)
    }

    fn label(&self, article: &Article) -> &[u8] {
        let (start, end) = (article.start as usize, article.end as usize);
        self.text.get(start..end).unwrap_or_default()
    }
}

/// The best answers so far, in order.
struct Answers {
    best: Vec<Answer>,
    limit: usize,
}

impl Answers {
    fn full(&self) -> bool {
        self.best.len() >= self.limit
    }

    /// Takes the answer in if it is among the best, and once only: a label may hold two words that
    /// start alike.
    fn offer(&mut self, answer: Answer) {
        if self.full() && self.best.last().is_none_or(|last| *last <= answer) {
            return;
        }
        if let Err(at) = self.best.binary_search(&answer) {
            self.best.insert(at, answer);
            self.best.truncate(self.limit);
        }
    }
}

/// Where the things stand whose text starts with what was typed.
fn starting_so<'a, T>(things: &[T], typed: &str, text: impl Fn(&T) -> &'a [u8]) -> Range<usize> {
    let typed = typed.as_bytes();
    let head = |it: &T| {
        let text = text(it);
        text.get(..typed.len()).unwrap_or(text)
    };
    let start = things.partition_point(|it| head(it) < typed);
    start..things.partition_point(|it| head(it) <= typed)
}

/// The words sorted by what their labels say from there on.
fn in_order_of_text(words: &[Word], text: &[u8]) -> Box<[Word]> {
    let line = |word: &Word| {
        let line = rest(text, word.start).split(|byte| *byte == END);
        line.into_iter().next().unwrap_or_default()
    };
    // Eight letters as a number tell nearly all words apart without another look at the text.
    let eight = |word: &Word| {
        let filled = line(word).iter().copied().chain(iter::repeat(0));
        filled
            .take(8)
            .fold(0, |key, byte| key << 8 | u64::from(byte))
    };
    let mut keyed: Vec<(u64, Word)> = words.iter().map(|it| (eight(it), *it)).collect();
    keyed.sort_unstable_by(|(key, one), (other_key, other)| {
        key.cmp(other_key).then_with(|| line(one).cmp(line(other)))
    });
    keyed.into_iter().map(|(_, word)| word).collect()
}

fn rest(text: &[u8], start: u32) -> &[u8] {
    text.get(start as usize..).unwrap_or_default()
}

/// Letters as they are compared: no accents, lower case, digits, one space between words.
pub fn fold(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    for c in deunicode_with_tofu_cow(label, " ").chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A bit for each letter and digit that occurs, and one for each letter that occurs again: a label
/// that lacks a bit of what was typed needs no second look.
fn letters(folded: &str) -> u64 {
    folded.bytes().fold(0, |seen, byte| match byte {
        b'a'..=b'z' => {
            let once = 1 << (byte - b'a');
            seen | once | (seen & once) << 26
        }
        b'0'..=b'9' => seen | 1 << (52 + byte - b'0'),
        _ => seen,
    })
}

/// A bit for each letter with which a word begins, and one for the digits.
fn initials(folded: &str) -> u32 {
    let initial = |word: &str| word.bytes().next();
    folded
        .split(' ')
        .filter_map(initial)
        .fold(0, |seen, byte| match byte {
            b'a'..=b'z' => seen | 1 << (byte - b'a'),
            _ => seen | 1 << 26,
        })
}

/// How wide the letters lie where they first occur in this order. `None`: they do not.
fn span(label: &[u8], letters: &[u8]) -> Option<usize> {
    let mut left = label.iter();
    if !letters.iter().all(|letter| left.any(|byte| byte == letter)) {
        return None;
    }
    let end = label.len() - left.len();
    let mut before = label.get(..end)?.iter().rev();
    let found = letters
        .iter()
        .rev()
        .all(|letter| before.any(|byte| byte == letter));
    found.then_some(end - before.len())
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
