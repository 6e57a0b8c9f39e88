//! The books of one import: the products as they will be, and what is said about them.

use std::collections::BTreeMap;

use crate::domain::{
    catalogue::{
        CatalogueChange, Code, Department, OWN_PRODUCER, Producer, Product, State, Stocked,
    },
    ids::{Id, Mint},
    label::Label,
    money::VatRate,
    quantity::Unit,
};

use super::{
    columns::Columns,
    listed::Listed,
    pairing::{Names, Paired},
    products::{BadRows, ProductFile, ProductFormat, StockWanted},
    rates::Rates,
    refusals::Refusal,
    report::{Added, Applied, Changed, OnHand, ProductImport, Rule},
    table::Table,
};

/// What has been entered so far.
pub struct Books<'a> {
    file: &'a ProductFile<'a>,
    rates: &'a Rates,
    mint: &'a mut Mint,
    known_producers: Names,
    known_departments: Names,
    producers: Vec<Producer>,
    departments: Vec<Department>,
    products: Vec<Product>,
    added: Vec<Added>,
    changed: Vec<Changed>,
    unchanged: usize,
    rules: BTreeMap<Rule, Vec<u32>>,
    on_hand: Vec<OnHand>,
}

impl<'a> Books<'a> {
    /// Empty books.
    pub fn open(
        file: &'a ProductFile<'a>,
        producers: Names,
        rates: &'a Rates,
        mint: &'a mut Mint,
    ) -> Self {
        let departments = file.catalogue.departments().iter();
        Self {
            file,
            rates,
            mint,
            known_producers: producers,
            known_departments: Names::of(departments.map(|it| (&it.name, &it.id))),
            producers: Vec::new(),
            departments: Vec::new(),
            products: Vec::new(),
            added: Vec::new(),
            changed: Vec::new(),
            unchanged: 0,
            rules: BTreeMap::new(),
            on_hand: Vec::new(),
        }
    }

    /// Enters one row: its product as it will be, with this code.
    pub fn enter(&mut self, it: Paired<'_>, code: Option<Code>, rule: Option<Rule>) {
        let line = it.listed.line;
        let on_hand = it.listed.on_hand;
        let mut rules = it.listed.rules.clone();
        rules.extend(rule);
        if it.listed.producer.is_none() && it.before.is_none() {
            rules.push(Rule::OwnProducer);
        }
        if it.before.is_some_and(|it| it.state == State::Withdrawn) {
            rules.push(Rule::BackOnSale);
        }
        let before = it.before;
        let product = self.product(it.listed, before, code);
        if let Some(quantity) = on_hand {
            match self.file.stock {
                StockWanted::No => rules.push(Rule::StockLeft),
                StockWanted::Yes => self.on_hand.push(OnHand {
                    product: product.id.clone(),
                    code,
                    label: product.label.clone(),
                    unit: product.unit.clone(),
                    quantity,
                }),
            }
        }
        for rule in rules {
            self.rules.entry(rule).or_default().push(line);
        }
        self.compare(line, before, &product);
        self.products.push(product);
    }

    /// The product as the row, the rules and what it was make it.
    fn product(&mut self, listed: Listed, before: Option<&Product>, code: Option<Code>) -> Product {
        let vat = listed.vat.or(before.map(|it| it.vat)).unwrap_or_default();
        let producer = match (&listed.producer, before) {
            (Some(name), _) => self.producer(name),
            (None, Some(before)) => before.producer.clone(),
            (None, None) => Id::known(OWN_PRODUCER),
        };
        let department = match &listed.department {
            Some(name) => Some(self.department(name, vat)),
            None => before.and_then(|it| it.department.clone()),
        };
        // Barcodes of a product that left may be another's by now.
        let live = before.filter(|it| it.state != State::Withdrawn);
        let barcodes = if listed.barcodes.is_empty() {
            live.map(|it| it.barcodes.clone()).unwrap_or_default()
        } else {
            listed.barcodes
        };
        let prices = before
            .map(|it| it.quantity_prices.clone())
            .filter(|it| !it.is_empty());
        Product {
            id: before.map_or_else(|| self.mint.id(), |it| it.id.clone()),
            code,
            barcodes,
            label: listed.label,
            unit: listed
                .unit
                .or(before.map(|it| it.unit.clone()))
                .unwrap_or(Unit::Piece),
            typed_in: listed
                .typed_in
                .or(before.map(|it| it.typed_in))
                .unwrap_or_default(),
            price: listed.price,
            quantity_prices: listed.quantity_prices.or(prices).unwrap_or_default(),
            vat,
            producer,
            department,
            deposit: listed.deposit.or(before.and_then(|it| it.deposit)),
            maximum: listed.maximum.or(before.and_then(|it| it.maximum)),
            stock: listed
                .stock
                .or(before.map(|it| it.stock))
                .unwrap_or(Stocked::Endless),
            state: live.map_or(State::OnSale, |it| it.state),
        }
    }

    fn producer(&mut self, name: &Label) -> Id {
        if let Some(id) = self.known_producers.id(name) {
            return id.clone();
        }
        let id = self.mint.id();
        self.known_producers.add(name, id.clone());
        self.producers
            .push(Producer::named(id.clone(), name.clone()));
        id
    }

    fn department(&mut self, name: &Label, vat: VatRate) -> Id {
        if let Some(id) = self.known_departments.id(name) {
            return id.clone();
        }
        let id = self.mint.id();
        self.known_departments.add(name, id.clone());
        self.departments.push(Department {
            id: id.clone(),
            name: name.clone(),
            vat: self.rates.of_department(name).unwrap_or(vat),
        });
        id
    }

    fn compare(&mut self, line: u32, before: Option<&Product>, after: &Product) {
        let Some(before) = before else {
            self.added.push(Added {
                line,
                code: after.code,
                label: after.label.clone(),
                price: after.price,
            });
            return;
        };
        let change = self.file.catalogue.change_products(vec![after.clone()]);
        match change.changed.into_values().next() {
            None => self.unchanged += 1,
            Some(fields) => self.changed.push(Changed {
                line,
                label: before.label.clone(),
                fields,
                price: (before.price != after.price).then_some((before.price, after.price)),
            }),
        }
    }

    /// Names the columns nothing is read from.
    pub fn note_unread(&mut self, columns: &Columns) {
        let unread = columns.unread();
        if !unread.is_empty() {
            let rule = Rule::ColumnsLeft(unread.join(", "));
            self.rules.insert(rule, Vec::new());
        }
    }

    /// What it all comes to.
    pub fn close(
        self,
        format: ProductFormat,
        table: &Table,
        refused: Vec<Refusal>,
    ) -> ProductImport {
        let new_producers: Vec<Label> = self.producers.iter().map(|it| it.name.clone()).collect();
        let departments = self.departments.iter();
        let new_departments = departments.map(|it| (it.name.clone(), it.vat)).collect();
        let wanted = refused.is_empty() || self.file.bad_rows == BadRows::Skip;
        let catalogue = self.file.catalogue;
        let (change, on_hand) = if wanted {
            let mut change = catalogue.change_products(self.products);
            let rest = catalogue.change_rest(self.producers, self.departments, None);
            change.producers = rest.producers;
            change.departments = rest.departments;
            change.changed.extend(rest.changed);
            (change, self.on_hand)
        } else {
            (CatalogueChange::default(), Vec::new())
        };
        let mut rules = self.rules;
        if !new_producers.is_empty() {
            let names: Vec<&str> = new_producers.iter().map(Label::as_str).collect();
            rules.insert(Rule::NoStatus(names.join(", ")), Vec::new());
        }
        let rules = rules.into_iter();
        ProductImport {
            format,
            encoding: table.encoding,
            delimiter: table.delimiter,
            rows: table.records.len() + table.broken.len(),
            change,
            added: self.added,
            changed: self.changed,
            unchanged: self.unchanged,
            refused,
            new_producers,
            new_departments,
            rules: rules.map(|(rule, lines)| Applied { rule, lines }).collect(),
            on_hand,
        }
    }
}
