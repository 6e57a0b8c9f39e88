//! Short codes and barcodes: each belongs to one product, before and after an import.

use std::collections::{HashMap, HashSet};

use crate::domain::{
    catalogue::{Catalogue, Code, Product, State},
    ids::Id,
};

use super::{
    listed::Listed,
    pairing::{Found, Paired},
    refusals::Reason,
    report::Rule,
};

/// Takes out the rows that ask for a code or barcode which another product keeps. A product
/// whose own row gives it another one does not keep it, so that two can swap; when such a row is
/// taken out, those that counted on it are looked at again.
pub fn without_thieves<'c>(
    catalogue: &Catalogue,
    mut paired: Vec<Paired<'c>>,
    refuse: &mut impl FnMut(Found),
) -> Vec<Paired<'c>> {
    loop {
        let mut out: HashSet<usize> = HashSet::new();
        let rows: HashMap<&Id, &Listed> = paired
            .iter()
            .filter_map(|it| Some((&it.before?.id, &it.listed)))
            .collect();
        for it in &paired {
            for (column, reason) in taken(catalogue, &rows, it) {
                refuse((it.listed.row, column, reason));
                out.insert(it.listed.row);
            }
        }
        if out.is_empty() {
            return paired;
        }
        paired.retain(|it| !out.contains(&it.listed.row));
    }
}

/// What a row asks for that another product keeps.
fn taken(
    catalogue: &Catalogue,
    rows: &HashMap<&Id, &Listed>,
    it: &Paired<'_>,
) -> Vec<(&'static str, Reason)> {
    let other = |product: &&Product| it.before.is_none_or(|before| before.id != product.id);
    let mut taken = Vec::new();
    let code = it.listed.code.and_then(|code| catalogue.by_code(code));
    if let Some(product) = code.filter(other) {
        let gives_up = rows.get(&product.id).is_some_and(|row| row.code.is_some());
        if !gives_up {
            let label = product.label.clone();
            taken.push(("code", Reason::CodeTaken { label }));
        }
    }
    for barcode in &it.listed.barcodes {
        let Some(product) = catalogue.by_barcode(barcode).filter(other) else {
            continue;
        };
        let row = rows.get(&product.id);
        // No barcode stands on two rows: a row that has some gives up those it does not name.
        if row.is_none_or(|row| row.barcodes.is_empty()) {
            let label = product.label.clone();
            taken.push(("barcode", Reason::BarcodeTaken { label }));
        }
    }
    taken
}

/// Gives short codes to the products that have none.
pub struct Codes {
    used: HashSet<Code>,
    next: u32,
}

impl Codes {
    /// With all codes that products keep, and all that any row of the file asks for.
    pub fn new(catalogue: &Catalogue, paired: &[Paired<'_>], asked: HashSet<Code>) -> Self {
        let freed: HashSet<&Id> = paired
            .iter()
            .filter(|it| it.listed.code.is_some())
            .filter_map(|it| Some(&it.before?.id))
            .collect();
        let kept = catalogue
            .products()
            .iter()
            .filter(|it| it.state != State::Withdrawn && !freed.contains(&it.id));
        let mut used = asked;
        used.extend(kept.filter_map(|it| it.code));
        Self { used, next: 1 }
    }

    /// The code of a product from now on, and the rule that gave it.
    pub fn give(&mut self, it: &Paired<'_>, free: &mut Skus) -> (Option<Code>, Option<Rule>) {
        let before = it.before.filter(|before| before.state != State::Withdrawn);
        if let Some(code) = it.listed.code.or(before.and_then(|before| before.code)) {
            return (Some(code), None);
        }
        if before.is_some() {
            return (None, None);
        }
        if let Some(code) = it.listed.sku.filter(|code| free.0.remove(code)) {
            self.used.insert(code);
            return (Some(code), Some(Rule::CodeOfSku));
        }
        (self.next(free), Some(Rule::NextCode))
    }

    fn next(&mut self, free: &Skus) -> Option<Code> {
        loop {
            let code = Code::new(self.next)?;
            self.next += 1;
            if !self.used.contains(&code) && !free.0.contains(&code) {
                return Some(code);
            }
        }
    }
}

/// The stock-keeping numbers of new products that nobody has as a code yet: the first row that
/// asks gets it.
pub struct Skus(HashSet<Code>);

impl Skus {
    /// Those of the file that are free.
    pub fn new(codes: &Codes, paired: &[Paired<'_>]) -> Self {
        let new = paired.iter().filter(|it| it.before.is_none());
        let asked = new.filter_map(|it| it.listed.sku);
        Self(asked.filter(|code| !codes.used.contains(code)).collect())
    }
}
