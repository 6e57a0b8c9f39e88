//! What a solidarity market has in its settings file: tariffs, means with limits, deposits,
//! operators, and what each producer is towards VAT.

use etal::{
    domain::{
        money::Percent,
        seller::{Mandate, VatStatus},
        settings::{Bearer, Earns, Needs},
    },
    exchange::settings::SettingsReason,
    ui::words::{Language, Words},
};

use super::*;

const MARKET: &str = r#"
[rules]
line_discounts = "coop"
producer_earns = "tariff"
end_of_market = "50"

[[tenders]]
id = "cash"
[[tenders]]
name = "Bon de la mairie"
letter = "M"
kind = "token"
unit = "2.50"
ticket_cap = "10"
day_cap = "200"
departments = ["légumes", "Fruits", "Fleurs"]
needs = "member"

[[tariffs]]
name = "Petit budget"
letter = "p"
colour = "jaune"
percent = "50"
[[tariffs]]
id = "juste"

[[deposits]]
name = "Bocal"
price = "0.20"
[[deposits]]
name = "Bouteille"
price = "0.30"

[[operators]]
initials = "Léa"
[[operators]]
initials = "B.M."

[[departments]]
name = "Fleurs"
vat = 10

[[producers]]
name = "Ferme du Lac"
commission = "8"
flat = "5"
mandate = "opaque"
siret = "123 456 789 00012"
vat_number = "FR12345678900"
status = [
  { status = "liable", since = "2026-01-01" },
  { status = "franchise", since = "2019-04-01" },
]
"#;

#[test]
fn a_three_price_market_with_tokens_and_producers_is_one_file() {
    let mut stall = Stall::new();
    stall.apply(MARKET);
    let [_, token] = stall.settings.tenders.as_slice() else {
        panic!("two means of payment, not {:?}", stall.settings.tenders);
    };
    let caps = (token.unit, token.ticket_cap, token.day_cap);
    let wanted = (cents(250), cents(1_000), cents(20_000));
    assert_eq!(caps, (Some(wanted.0), Some(wanted.1), Some(wanted.2)));
    assert_eq!(token.needs, Needs::Member);
    let departments = token.departments.iter();
    let named = departments.map(|id| stall.catalogue.department(id).unwrap().name.as_str());
    assert_eq!(named.collect::<Vec<_>>(), ["Légumes", "Fruits", "Fleurs"]);
    let [reduced, fair] = stall.settings.tariffs.as_slice() else {
        panic!("two tariffs, not {:?}", stall.settings.tariffs);
    };
    assert_eq!((reduced.letter, reduced.percent), ('P', Percent(5_000)));
    assert_eq!(reduced.colour, Some(label("jaune")));
    assert_eq!((fair.letter, fair.percent), ('J', Percent::WHOLE));
    assert_eq!(stall.settings.deposits[1].price, cents(30));
    assert_eq!(stall.settings.operators[0].initials, label("Léa"));
    let rules = &stall.settings.rules;
    assert_eq!(rules.line_discounts, Bearer::Coop);
    assert_eq!(rules.producer_earns, Earns::Tariff);
    assert_eq!(rules.end_of_market, Percent(5_000));
    let farm = &stall.catalogue.producers()[1];
    assert_eq!((farm.flat, farm.mandate), (cents(500), Mandate::Opaque));
    assert_eq!(farm.siret, Some(label("123 456 789 00012")));
    assert_eq!(farm.vat_number, Some(label("FR12345678900")));
    assert_eq!(farm.status_on("2019-03-31"), None);
    assert_eq!(farm.status_on("2025-12-31"), Some(VatStatus::Franchise));
    assert_eq!(farm.status_on("2026-01-01"), Some(VatStatus::Liable));
    let (settings, catalogue) = stall.read_settings(&stall.show()).unwrap();
    assert!(settings.is_empty() && catalogue.is_empty());
}

#[test]
fn a_new_stall_has_the_three_prices() {
    let tariffs = Stall::new().settings.tariffs;
    let said = tariffs.iter().map(|it| (it.letter, it.percent.plain()));
    let wanted = [('A', "65"), ('J', "100"), ('S', "125")];
    assert_eq!(
        said.collect::<Vec<_>>(),
        wanted.map(|(letter, percent)| (letter, percent.to_owned()))
    );
}

#[test]
fn an_empty_text_takes_a_limit_away() {
    let mut stall = Stall::new();
    stall.apply(MARKET);
    stall.apply(
        "[[tenders]]\nid = \"cash\"\n[[tenders]]\nname = \"Bon de la mairie\"\n\
         unit = \"\"\nticket_cap = \"\"\nday_cap = \"\"\ndepartments = []\n\
         needs = \"nobody\"\n[[tariffs]]\nname = \"Juste\"\ncolour = \"\"\n",
    );
    let token = &stall.settings.tenders[1];
    assert_eq!(
        (token.unit, token.ticket_cap, token.day_cap),
        (None, None, None)
    );
    assert!(token.departments.is_empty() && token.needs == Needs::Nobody);
    assert_eq!(stall.settings.tariffs.len(), 1);
    assert_eq!(stall.settings.tariffs[0].colour, None);
}

#[test]
fn a_status_may_change_from_a_day_on_and_what_was_stays() {
    let mut stall = Stall::new();
    let farm = |status: &str| format!("[[producers]]\nname = \"Ferme A\"\n{status}\n");
    stall.apply(&farm("status = \"franchise\""));
    stall.apply(&farm("status = \"franchise\""));
    let (.., reason) = stall.refused(&farm("status = \"liable\""));
    assert_eq!(reason.id(), "settings-status-since");
    stall.apply(&farm("status = \"liable\"\nsince = \"2027-01-01\""));
    let farm = &stall.catalogue.producers()[1];
    assert_eq!(farm.status_on("2026-11-21"), Some(VatStatus::Franchise));
    assert_eq!(farm.status_on("2027-01-01"), Some(VatStatus::Liable));
}

#[test]
fn a_producer_whose_vat_status_nobody_says_is_refused_and_the_stall_is_not() {
    let mut stall = Stall::new();
    stall.apply("[[producers]]\nid = \"stall\"\ncommission = \"0\"\n");
    let (line, _, reason) =
        stall.refused("[[producers]]\nname = \"Ferme A\"\n[[producers]]\nname = \"Ferme B\"\n");
    let producers = "Ferme A, Ferme B".to_owned();
    assert_eq!(
        (line, &reason),
        (1, &SettingsReason::StatusMissing { producers })
    );
    let said = reason.said();
    let blanks: Vec<(&str, &str)> = said.args.iter().map(|it| (it.0, it.1.as_str())).collect();
    assert_eq!(
        Words::of(Language::French).say_with(said.id, &blanks),
        "Dites le régime de TVA de Ferme A, Ferme B\u{a0}: status = \"liable\", \"franchise\", \
         \"flat_rate\" ou \"exempt\"."
    );
    // An import of products may bring a producer nobody knows yet: selling never waits.
    let list = "libellé;prix;tva;producteur\nMiel;7,20;5,5;Rucher Blanc\n";
    stall.import(list, FOOD);
    let (line, _, reason) = stall.refused(&stall.show());
    assert_eq!(reason.id(), "settings-status-missing");
    let at_it = stall
        .show()
        .lines()
        .nth(line as usize - 1)
        .map(str::to_owned);
    assert_eq!(at_it.as_deref(), Some("status = []"));
}

/// What is refused of a list of two of a kind.
fn two(kind: &str, one: &str, other: &str) -> SettingsReason {
    let text = format!("[[{kind}]]\n{one}\n[[{kind}]]\n{other}\n");
    Stall::new().refused(&text).2
}

#[test]
fn two_of_a_kind_that_could_not_be_told_apart_are_refused_naming_both() {
    let tariff = |name: &str, letter: &str, percent: &str| {
        format!("name = \"{name}\"\nletter = \"{letter}\"\npercent = \"{percent}\"")
    };
    let (one, other) = ("Bleu".to_owned(), "Blanc".to_owned());
    assert_eq!(
        two(
            "tariffs",
            &tariff("Bleu", "b", "65"),
            &tariff("Blanc", "B", "100")
        ),
        SettingsReason::TariffLetterTwice {
            letter: 'B',
            one,
            other
        }
    );
    let name = "bleu".to_owned();
    assert_eq!(
        two(
            "tariffs",
            &tariff("Bleu", "b", "65"),
            &tariff("bleu", "C", "100")
        ),
        SettingsReason::NameTwice { name }
    );
    let deposit = |name: &str| format!("name = \"{name}\"\nprice = \"0.20\"");
    assert_eq!(
        two("deposits", &deposit("Bocal"), &deposit("Pot")),
        SettingsReason::DepositPriceTwice {
            price: "0.20".into(),
            one: "Bocal".into(),
            other: "Pot".into()
        }
    );
    assert_eq!(
        two("operators", "initials = \"LM\"", "initials = \"lm\""),
        SettingsReason::OperatorTwice {
            initials: "lm".into()
        }
    );
}

#[test]
fn limits_and_letters_that_cannot_be_are_named_where_they_stand() {
    let token = "[[tenders]]\nid = \"cash\"\n[[tenders]]\nid = \"token\"\n";
    let tariff = "[[tariffs]]\nid = \"juste\"\n";
    for (text, line, id) in [
        (format!("{token}unit = \"0\"\n"), 5, "settings-tender-unit"),
        (format!("{token}unit = \"-1\"\n"), 5, "settings-amount"),
        (format!("{token}ticket_cap = 0\n"), 5, "settings-tender-cap"),
        (
            format!("{token}ticket_cap = 30\nday_cap = 20\n"),
            6,
            "settings-tender-day-cap",
        ),
        (
            format!("{token}departments = [\"Poissons\"]\n"),
            5,
            "settings-department",
        ),
        (format!("{token}letter = \"B\"\n"), 5, "settings-tender-letter"),
        (format!("{token}letter = \"G\"\n"), 5, "settings-tender-letter"),
        (
            format!("{token}kind = \"account\"\nneeds = \"nobody\"\n"),
            6,
            "settings-tender-needs-member",
        ),
        (format!("{tariff}letter = \"F\"\n"), 3, "settings-tariff-letter"),
        (format!("{tariff}percent = \"0\"\n"), 3, "settings-tariff-percent"),
        (format!("{tariff}percent = 501\n"), 3, "settings-tariff-percent"),
        (format!("{tariff}percent = \"x\"\n"), 3, "settings-tariff-percent"),
        (
            "[[deposits]]\nname = \"Bocal\"\nprice = 0\n".to_owned(),
            3,
            "settings-deposit-price",
        ),
        (
            "[[producers]]\nname = \"A\"\nstatus = \"libre\"\n".to_owned(),
            3,
            "settings-not-a-word",
        ),
        (
            "[[producers]]\nname = \"A\"\nstatus = \"liable\"\nsince = \"2026\"\n".to_owned(),
            4,
            "settings-date",
        ),
        (
            "[[producers]]\nname = \"A\"\nstatus = [\n{status = \"liable\", since = \"2026-01-01\"},\n\
             {status = \"exempt\", since = \"2026-01-01\"}]\n"
                .to_owned(),
            5,
            "settings-status-twice",
        ),
        ("[rules]\nend_of_market = 101\n".to_owned(), 2, "settings-rate"),
    ] {
        let refused = Stall::new().refused(&text);
        assert_eq!((refused.0, refused.2.id()), (line, id), "{text}");
    }
}
