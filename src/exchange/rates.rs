//! Which VAT rate a product has: what its row says, what it had, what its department has, or
//! what was given with the command, in this order.

use std::collections::HashMap;

use crate::domain::{catalogue::Catalogue, label::Label, money::VatRate, settings::Settings};

use super::{
    pairing::Paired,
    refusals::{FileRefusal, Reason},
    report::Rule,
};

/// The rates there are, and where they come from.
pub struct Rates {
    known: Vec<VatRate>,
    departments: HashMap<String, VatRate>,
    given: Option<VatRate>,
    /// Whether there is a stall to own what has no producer.
    own: bool,
}

impl Rates {
    /// Refused when the rate given with the command is not one of the settings.
    pub fn of(
        catalogue: &Catalogue,
        settings: &Settings,
        given: Option<VatRate>,
    ) -> Result<Self, FileRefusal> {
        let mut known: Vec<VatRate> = settings.vat_rates.iter().map(|it| it.rate).collect();
        known.sort_unstable();
        known.dedup();
        let departments = catalogue.departments().iter().rev();
        let rates = Self {
            known,
            departments: departments.map(|it| (lower(&it.name), it.vat)).collect(),
            given,
            own: catalogue.own().is_some(),
        };
        match given.filter(|rate| !rates.known.contains(rate)) {
            Some(rate) => Err(FileRefusal::VatUnknown {
                rate: rate.plain(),
                known: rates.plain(),
            }),
            None => Ok(rates),
        }
    }

    /// Learns the rates of departments that are not known yet: that of the first row which names
    /// the department and a rate.
    pub fn learn(&mut self, paired: &[Paired<'_>]) {
        for it in paired.iter().map(|it| &it.listed) {
            let rate = it.vat.or(it.tax_category);
            let rate = rate.filter(|rate| self.known.contains(rate));
            if let (Some(department), Some(rate)) = (&it.department, rate) {
                self.departments.entry(lower(department)).or_insert(rate);
            }
        }
    }

    /// The rate of a department, if anything says one.
    pub fn of_department(&self, name: &Label) -> Option<VatRate> {
        self.departments.get(&lower(name)).copied()
    }

    /// Gives a row its rate, or says in which column it is missing.
    pub fn complete(&self, it: &mut Paired<'_>) -> Result<(), (&'static str, Reason)> {
        let listed = &mut it.listed;
        if !self.own && listed.producer.is_none() && it.before.is_none() {
            return Err(("producer", Reason::ProducerMissing));
        }
        let before = it.before.map(|product| product.vat);
        if let Some(rate) = listed.vat {
            if self.known.contains(&rate) || before == Some(rate) {
                return Ok(());
            }
            let known = self.plain();
            return Err(("vat", Reason::VatUnknown { known }));
        }
        let department = listed.department.as_ref();
        let of_department = department.and_then(|name| self.of_department(name));
        let named = listed.tax_category.filter(|it| self.known.contains(it));
        let (rate, rule) = match (named, before, of_department, self.given) {
            (Some(rate), ..) => (rate, Some(Rule::VatOfTaxCategory)),
            (None, Some(rate), ..) => (rate, None),
            (None, None, Some(rate), _) => (rate, Some(Rule::VatOfDepartment)),
            (None, None, None, Some(rate)) => (rate, Some(Rule::VatGiven(rate))),
            (None, None, None, None) => return Err(("vat", Reason::VatMissing)),
        };
        listed.vat = Some(rate);
        listed.rules.extend(rule);
        Ok(())
    }

    fn plain(&self) -> String {
        let plain: Vec<String> = self.known.iter().map(|rate| rate.plain()).collect();
        plain.join(" ")
    }
}

fn lower(name: &Label) -> String {
    name.as_str().to_lowercase()
}
