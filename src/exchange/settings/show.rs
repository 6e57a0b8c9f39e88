//! Settings as a text file: all of them, so that the file alone makes the same stall elsewhere.

use crate::domain::{
    catalogue::{Catalogue, Department, Producer, QuickKey},
    label::Label,
    money::Money,
    settings::{DatedRate, DepositKind, Rules, Settings, Stall, Tariff, Tender},
};

use super::{catalogue, words::Word};

/// Writes the settings as TOML, with amounts and rates as texts (`\"12.50\"`). Reading it back
/// changes nothing. What stands above each part is asked for by the name of its sentences.
pub fn show(
    settings: &Settings,
    catalogue: &Catalogue,
    explained: impl Fn(&'static str) -> String,
) -> String {
    let mut page = Page(String::new());
    page.say(&explained("settings-show"));
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
    page.say(&explained("settings-show-tenders"));
    for it in &settings.tenders {
        tender(&mut page, it, catalogue);
    }
    page.say(&explained("settings-show-tariffs"));
    for it in &settings.tariffs {
        tariff(&mut page, it);
    }
    page.say(&explained("settings-show-deposits"));
    for it in &settings.deposits {
        deposit(&mut page, it);
    }
    page.say(&explained("settings-show-operators"));
    for it in &settings.operators {
        page.line("\n[[operators]]");
        page.text("initials", it.initials.as_str());
    }
    page.say(&explained("settings-show-rates"));
    for it in &settings.vat_rates {
        rate(&mut page, it);
    }
    page.say(&explained("settings-show-rules"));
    rules(&mut page, &settings.rules);
    page.say(&explained("settings-show-departments"));
    for it in catalogue.departments() {
        department(&mut page, it);
    }
    page.say(&explained("settings-show-producers"));
    for it in catalogue.producers() {
        producer(&mut page, it);
    }
    page.say(&explained("settings-show-quick-keys"));
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
    page.label("attestation", stall.attestation.as_ref());
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
    page.amount("drop_above", rules.drop_above);
    page.text("difference_limit", &rules.difference_limit.plain());
    page.amount("float", rules.float);
    let pieces = rules.float_pieces.iter().map(|it| {
        let worth = quoted(&it.worth.plain());
        format!("{{ worth = {worth}, count = {} }}", it.count)
    });
    let pieces: Vec<String> = pieces.collect();
    page.line(&format!("float_pieces = [{}]", pieces.join(", ")));
    page.line(&format!("year_starts = {}", rules.year_starts));
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
    /// Comments, with air above them where something stands already.
    fn say(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        for line in text.lines() {
            self.line(&format!("# {line}"));
        }
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
