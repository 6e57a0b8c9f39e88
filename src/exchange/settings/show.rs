//! Settings as a text file: all of them, so that the file alone makes the same stall elsewhere.

use crate::domain::{
    catalogue::{Catalogue, Department, Producer, QuickKey},
    label::Label,
    money::Money,
    settings::{DatedRate, DepositKind, Rules, Settings, Stall, Tariff, Tender},
};

use super::{catalogue, words::Word};

const INTRODUCTION: &str = "\
# Étal: what decides money. Change what you want, then: etal settings apply FILE
# What a file leaves out stays as it is; an empty text \"\" takes something away.
# Without an id, a thing is known by its name; a new one gets its id by itself.
";
const TENDERS: &str = "
# Means of payment, in the order of the pay screen. A file with any has them all.
# kind: cash card cheque account local token meal credit_note fund other. drawer: opens shut.
# change: euros same credit_note none. counted: denominations total number_and_total pieces no.
# letter: one capital, not T D B G. unit: what one token is worth. needs: nobody member.
# ticket_cap, day_cap: the most one ticket, one day may pay by it. departments: [] for all.
";
const TARIFFS: &str = "
# Solidarity tariffs, in percent of the fair price. A file with any has them all.
# letter: one capital, not F. colour: of the marble, a word for people.
";
const DEPOSITS: &str = "
# Kinds of jar and bottle that come back, told apart by their price. A file with any has them all.
";
const OPERATORS: &str = "
# Who may be at the till, by initials. A file with any has them all.
";
const RATES: &str = "
# VAT rates, in percent, and the first day they hold. A file with any has them all.
";
const RULES: &str = "
# Cash above 1000 euros: CMF D.112-3. end_of_market: what comes off, in percent.
# ticket_discounts, line_discounts, who bears them: producer pot coop.
# producer_earns under a tariff: base (the pot has the gap) or tariff (she has it).
";
const DEPARTMENTS: &str = "
# Departments, and the VAT rate a new product of theirs starts with. None is ever removed.
";
const PRODUCERS: &str = "
# Producers. None is ever removed. commission: in percent of sales; flat: euros a market day.
# mandate: own (sells its own goods) transparent (in her name) opaque (in ours) resale (bought).
# status: liable franchise flat_rate exempt, each since a day; or a word for one from now on:
#   status = \"franchise\" with since = \"2026-01-01\"
";
const QUICK_KEYS: &str = "
# Quick keys: an amount, then the letter. A file with any has them all.
# letter: a to z without x. producer, department: a name or an id; no producer: shared.
";

/// Writes the settings as TOML, with amounts and rates as texts (`\"12.50\"`). Reading it back
/// changes nothing.
pub fn show(settings: &Settings, catalogue: &Catalogue) -> String {
    let mut page = Page(INTRODUCTION.to_owned());
    // Lists with nothing in them can only stand here, before the first table.
    for (key, is_empty) in [
        ("tariffs", settings.tariffs.is_empty()),
        ("deposits", settings.deposits.is_empty()),
        ("operators", settings.operators.is_empty()),
        ("vat_rates", settings.vat_rates.is_empty()),
        ("quick_keys", catalogue.quick_keys().is_empty()),
    ] {
        if is_empty {
            page.line(&format!("{key} = []"));
        }
    }
    stall(&mut page, &settings.stall);
    page.say(TENDERS);
    for it in &settings.tenders {
        tender(&mut page, it, catalogue);
    }
    page.say(TARIFFS);
    for it in &settings.tariffs {
        tariff(&mut page, it);
    }
    page.say(DEPOSITS);
    for it in &settings.deposits {
        deposit(&mut page, it);
    }
    page.say(OPERATORS);
    for it in &settings.operators {
        page.line("\n[[operators]]");
        page.text("initials", it.initials.as_str());
    }
    page.say(RATES);
    for it in &settings.vat_rates {
        rate(&mut page, it);
    }
    page.say(RULES);
    rules(&mut page, &settings.rules);
    page.say(DEPARTMENTS);
    for it in catalogue.departments() {
        department(&mut page, it);
    }
    page.say(PRODUCERS);
    for it in catalogue.producers() {
        producer(&mut page, it);
    }
    page.say(QUICK_KEYS);
    for it in catalogue.quick_keys() {
        quick_key(&mut page, it, catalogue);
    }
    page.0
}

fn stall(page: &mut Page, stall: &Stall) {
    page.line("\n[stall]");
    page.text("name", stall.name.as_str());
    let lines: Vec<String> = stall.address.iter().map(|it| quoted(it.as_str())).collect();
    page.line(&format!("address = [{}]", lines.join(", ")));
    page.label("siret", stall.siret.as_ref());
    page.label("vat_number", stall.vat_number.as_ref());
    page.label("mention", stall.mention.as_ref());
    page.label("thanks", stall.thanks.as_ref());
}

fn tender(page: &mut Page, tender: &Tender, all: &Catalogue) {
    page.line("\n[[tenders]]");
    page.text("id", tender.id.as_str());
    page.label("name", tender.name.as_ref());
    let letter = tender.letter.map(String::from).unwrap_or_default();
    page.text("letter", &letter);
    page.text("kind", tender.kind.word());
    page.text("change", tender.change.word());
    page.text("drawer", tender.drawer.word());
    page.text("counted", tender.counted.word());
    page.amount("unit", tender.unit);
    page.amount("ticket_cap", tender.ticket_cap);
    page.amount("day_cap", tender.day_cap);
    let departments = tender.departments.iter();
    let departments = departments.map(|id| quoted(&catalogue::department_name(all, id)));
    let departments: Vec<String> = departments.collect();
    page.line(&format!("departments = [{}]", departments.join(", ")));
    page.text("needs", tender.needs.word());
}

fn tariff(page: &mut Page, tariff: &Tariff) {
    page.line("\n[[tariffs]]");
    page.text("id", tariff.id.as_str());
    page.text("name", tariff.name.as_str());
    page.text("letter", &tariff.letter.to_string());
    page.label("colour", tariff.colour.as_ref());
    page.text("percent", &tariff.percent.plain());
}

fn deposit(page: &mut Page, deposit: &DepositKind) {
    page.line("\n[[deposits]]");
    page.text("name", deposit.name.as_str());
    page.text("price", &deposit.price.plain());
}

fn rate(page: &mut Page, rate: &DatedRate) {
    page.line("\n[[vat_rates]]");
    page.text("rate", &rate.rate.plain());
    page.text("label", rate.label.as_str());
    page.text("from", &rate.from);
}

fn rules(page: &mut Page, rules: &Rules) {
    page.line("\n[rules]");
    page.line(&format!("day_starts_at = {}", rules.day_starts_at));
    page.text("cash_limit", &rules.cash_limit.plain());
    page.text("tariff_step", &rules.tariff_step.plain());
    page.text("ticket_discounts", rules.ticket_discounts.word());
    page.text("line_discounts", rules.line_discounts.word());
    page.text("producer_earns", rules.producer_earns.word());
    page.text("end_of_market", &rules.end_of_market.plain());
}

fn department(page: &mut Page, department: &Department) {
    page.line("\n[[departments]]");
    page.text("id", department.id.as_str());
    page.text("name", department.name.as_str());
    page.text("vat", &department.vat.plain());
}

fn producer(page: &mut Page, producer: &Producer) {
    page.line("\n[[producers]]");
    page.text("id", producer.id.as_str());
    page.text("name", producer.name.as_str());
    page.text("commission", &producer.commission.plain());
    page.text("flat", &producer.flat.plain());
    page.text("mandate", producer.mandate.word());
    page.label("siret", producer.siret.as_ref());
    page.label("vat_number", producer.vat_number.as_ref());
    let statuses = producer.status.iter().map(|it| {
        let (status, since) = (quoted(it.status.word()), quoted(&it.from));
        format!("{{ status = {status}, since = {since} }}")
    });
    let statuses: Vec<String> = statuses.collect();
    page.line(&format!("status = [{}]", statuses.join(", ")));
}

fn quick_key(page: &mut Page, key: &QuickKey, all: &Catalogue) {
    page.line("\n[[quick_keys]]");
    page.text("id", key.id.as_str());
    page.text("letter", &key.letter.to_string());
    page.text("label", key.label.as_str());
    let producer = key.producer.as_ref();
    let producer = producer.map(|id| catalogue::producer_name(all, id));
    page.text("producer", &producer.unwrap_or_default());
    page.text("vat", &key.vat.plain());
    let department = key.department.as_ref();
    let department = department.map(|id| catalogue::department_name(all, id));
    page.text("department", &department.unwrap_or_default());
}

/// The text so far.
struct Page(String);

impl Page {
    fn say(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn text(&mut self, key: &str, text: &str) {
        let line = format!("{key} = {}", quoted(text));
        self.line(&line);
    }

    fn amount(&mut self, key: &str, amount: Option<Money>) {
        self.text(key, &amount.map(Money::plain).unwrap_or_default());
    }

    fn label(&mut self, key: &str, label: Option<&Label>) {
        self.text(key, label.map(Label::as_str).unwrap_or_default());
    }
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
