//! Which product of the catalogue a row is about.
//!
//! First by producer and name, to the letter but for capitals; then, among the products that no
//! row names, by short code (of the same producer) or barcode. Rows that could be about two
//! products, and two rows about one, are refused: nothing is guessed.

use std::collections::{HashMap, HashSet};

use crate::domain::{
    catalogue::{Catalogue, OWN_PRODUCER, Product, State},
    ids::Id,
    label::Label,
};

use super::{listed::Listed, refusals::Reason};

/// A row and its product; none for a new one.
pub struct Paired<'c> {
    pub listed: Listed,
    pub before: Option<&'c Product>,
}

/// A row, which of its columns, and why it is not taken.
pub type Found = (usize, &'static str, Reason);

/// Names of producers or departments, without regard to capitals.
pub struct Names(HashMap<String, Id>);

impl Names {
    /// From all there are; of two with one name, the first.
    pub fn of<'a>(all: impl Iterator<Item = (&'a Label, &'a Id)>) -> Self {
        let mut names = HashMap::new();
        for (name, id) in all {
            names.entry(lower(name)).or_insert_with(|| id.clone());
        }
        Self(names)
    }

    /// The id of this name, if it is known.
    pub fn id(&self, name: &Label) -> Option<&Id> {
        self.0.get(&lower(name))
    }

    /// Learns a name.
    pub fn add(&mut self, name: &Label, id: Id) {
        self.0.insert(lower(name), id);
    }
}

fn lower(name: &Label) -> String {
    name.as_str().to_lowercase()
}

/// A producer and a name: ids have no line breaks, so that a new producer is never a known one.
type Key = (String, String);

/// Products by producer and name.
type ByName<'c> = HashMap<Key, Vec<&'c Product>>;

fn own_key(product: &Product) -> Key {
    (product.producer.to_string(), lower(&product.label))
}

fn key(producers: &Names, listed: &Listed, before: Option<&Product>) -> Key {
    let producer = match &listed.producer {
        None => before.map_or_else(|| OWN_PRODUCER.to_owned(), |it| it.producer.to_string()),
        Some(name) => producers
            .id(name)
            .map_or_else(|| format!("\n{}", lower(name)), Id::to_string),
    };
    (producer, lower(&listed.label))
}

/// Takes out the rows of which another has the same code, barcode, or producer and name.
pub fn without_twins(
    producers: &Names,
    listed: Vec<Listed>,
    refuse: &mut impl FnMut(Found),
) -> Vec<Listed> {
    let mut twins = HashSet::new();
    let mut same = |groups: Vec<Vec<(usize, u32)>>, column, reason: fn(u32) -> Reason| {
        for group in groups.iter().filter(|group| group.len() > 1) {
            for (row, line) in group {
                let others = group.iter().map(|(_, line)| *line);
                let other = others.into_iter().find(|other| other != line);
                twins.insert(*row);
                refuse((*row, column, reason(other.unwrap_or(*line))));
            }
        }
    };
    let codes = listed.iter().filter_map(|it| Some((it.code?, it)));
    same(grouped(codes), "code", |other| Reason::CodeTwice { other });
    let barcodes = listed
        .iter()
        .flat_map(|it| it.barcodes.iter().map(move |barcode| (barcode, it)));
    same(grouped(barcodes), "barcode", |other| Reason::BarcodeTwice {
        other,
    });
    let names = listed.iter().map(|it| (key(producers, it, None), it));
    same(grouped(names), "label", |other| Reason::NameTwice { other });
    let alone = |it: &Listed| !twins.contains(&it.row);
    listed.into_iter().filter(alone).collect()
}

fn grouped<'l, K: std::hash::Hash + Eq>(
    keyed: impl Iterator<Item = (K, &'l Listed)>,
) -> Vec<Vec<(usize, u32)>> {
    let mut groups: HashMap<K, Vec<(usize, u32)>> = HashMap::new();
    for (key, it) in keyed {
        groups.entry(key).or_default().push((it.row, it.line));
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_unstable();
    groups
}

/// Finds each row's product.
pub fn pair<'c>(
    catalogue: &'c Catalogue,
    producers: &Names,
    listed: Vec<Listed>,
    refuse: &mut impl FnMut(Found),
) -> Vec<Paired<'c>> {
    let mut by_name: ByName<'c> = HashMap::new();
    for product in catalogue.products() {
        by_name.entry(own_key(product)).or_default().push(product);
    }
    let mut paired = Vec::with_capacity(listed.len());
    let mut named = HashSet::new();
    for listed in listed {
        let candidates = by_name.get(&key(producers, &listed, None));
        let before = match one_of(candidates.map_or(&[], Vec::as_slice), &listed) {
            Ok(before) => before,
            Err(reason) => {
                refuse((listed.row, "label", reason));
                continue;
            }
        };
        named.extend(before.map(|product| &product.id));
        paired.push(Paired { listed, before });
    }
    let mut known = Vec::with_capacity(paired.len());
    for mut it in paired {
        if it.before.is_none() {
            match by_number(catalogue, producers, &named, &it.listed) {
                Ok(before) => it.before = before,
                Err(reason) => {
                    refuse((it.listed.row, "code", reason));
                    continue;
                }
            }
        }
        known.push(it);
    }
    without_rivals(known, &by_name, producers, refuse)
}

/// Of the products of one producer with one name, the one on the stall; of several, the one with
/// the row's code or barcode.
fn one_of<'c>(products: &[&'c Product], listed: &Listed) -> Result<Option<&'c Product>, Reason> {
    let live = |product: &&&Product| product.state != State::Withdrawn;
    let mut found: Vec<&Product> = products.iter().filter(live).copied().collect();
    if found.is_empty() {
        return Ok(products.last().copied());
    }
    if found.len() > 1 {
        found.retain(|product| {
            let code = listed.code.or(listed.sku);
            let barcode = product
                .barcodes
                .iter()
                .any(|it| listed.barcodes.contains(it));
            barcode || (code.is_some() && code == product.code)
        });
    }
    match found.as_slice() {
        [product] => Ok(Some(product)),
        _ => Err(Reason::NameOfSeveral),
    }
}

fn by_number<'c>(
    catalogue: &'c Catalogue,
    producers: &Names,
    named: &HashSet<&Id>,
    listed: &Listed,
) -> Result<Option<&'c Product>, Reason> {
    let producer = match &listed.producer {
        Some(name) => producers.id(name).map(Some),
        None => Some(None),
    };
    let code = listed.code.or(listed.sku);
    let by_code = code
        .and_then(|code| catalogue.by_code(code))
        .filter(|product| producer.is_some_and(|id| id.is_none_or(|id| *id == product.producer)));
    let barcodes = listed.barcodes.iter();
    let found = by_code
        .into_iter()
        .chain(barcodes.filter_map(|it| catalogue.by_barcode(it)))
        .filter(|product| !named.contains(&product.id));
    let mut before: Option<&Product> = None;
    for product in found {
        match before {
            Some(other) if other.id != product.id => {
                return Err(Reason::TwoProducts {
                    one: other.label.clone(),
                    other: product.label.clone(),
                });
            }
            Some(_) | None => before = Some(product),
        }
    }
    Ok(before)
}

/// Takes out the rows of which another is about the same product, and those that would give a
/// producer two products of one name: a row that names no producer takes that of its product.
fn without_rivals<'c>(
    paired: Vec<Paired<'c>>,
    by_name: &ByName<'c>,
    producers: &Names,
    refuse: &mut impl FnMut(Found),
) -> Vec<Paired<'c>> {
    let mut products: HashMap<&Id, Vec<u32>> = HashMap::new();
    let mut names: HashMap<Key, Vec<u32>> = HashMap::new();
    for it in &paired {
        if let Some(before) = it.before {
            let lines = products.entry(&before.id).or_default();
            lines.push(it.listed.line);
        }
        let key = key(producers, &it.listed, it.before);
        names.entry(key).or_default().push(it.listed.line);
    }
    let mut alone = Vec::with_capacity(paired.len());
    for it in paired {
        let another = |lines: &Vec<u32>| lines.iter().copied().find(|at| *at != it.listed.line);
        let key = key(producers, &it.listed, it.before);
        let same = it.before.and_then(|before| {
            let other = another(products.get(&before.id)?)?;
            let label = before.label.clone();
            Some(Reason::SameProduct { other, label })
        });
        let twice = names.get(&key).and_then(another);
        let renamed = it.before.filter(|before| own_key(before) != key);
        let two = renamed.and_then(|before| {
            let live = |other: &&&Product| other.state != State::Withdrawn;
            let other = by_name.get(&key)?.iter().find(live)?;
            let (one, other) = (before.label.clone(), other.label.clone());
            Some(Reason::TwoProducts { one, other })
        });
        let reason = same
            .or(twice.map(|other| Reason::NameTwice { other }))
            .or(two);
        match reason {
            Some(reason) => refuse((it.listed.row, "label", reason)),
            None => alone.push(it),
        }
    }
    alone
}
