//! What a new French stall starts with, before anybody has set anything.

use super::{
    catalogue::{CatalogueChange, Department, OWN_PRODUCER, Producer, QuickKey},
    ids::Id,
    label::Label,
    money::{Money, Percent, VatRate},
    seller::Mandate,
    settings::{Bearer, DatedRate, Earns, Rules, Settings, Stall, Tariff, Tender, TenderKind},
};

/// Food for people, CGI art. 278-0 bis A 1°.
pub const VAT_FOOD: VatRate = VatRate(550);
/// Food to eat at once, flowers, firewood: CGI art. 279 and 278 bis.
pub const VAT_MIDDLE: VatRate = VatRate(1_000);
/// Everything else, CGI art. 278.
pub const VAT_NORMAL: VatRate = VatRate(2_000);
/// What takes no VAT at all.
pub const VAT_NONE: VatRate = VatRate(0);

/// The settings of a new stall of this name.
pub fn settings(name: &Label) -> Settings {
    let tender = |id: &str, letter, kind| Tender::of(Id::known(id), letter, kind);
    Settings {
        stall: Stall {
            name: name.clone(),
            address: Vec::new(),
            siret: None,
            vat_number: None,
            mention: None,
            attestation: None,
            thanks: Label::new("Merci et à bientôt !"),
        },
        tenders: vec![
            tender("cash", None, TenderKind::Cash),
            tender("card", Some('C'), TenderKind::Card),
            tender("cheque", Some('H'), TenderKind::Cheque),
            tender("account", Some('A'), TenderKind::Account),
            tender("local", Some('L'), TenderKind::Local),
            Tender {
                unit: Money::from_cents(100),
                ..tender("token", Some('J'), TenderKind::Token)
            },
            Tender {
                // Code du travail, art. D.3262-8 as it stood: 25 euros a day and person.
                ticket_cap: Money::from_cents(2_500),
                ..tender("meal", Some('R'), TenderKind::Meal)
            },
            tender("credit_note", Some('V'), TenderKind::CreditNote),
            Tender {
                ticket_cap: Money::from_cents(1_000),
                day_cap: Money::from_cents(5_000),
                ..tender("fund", Some('S'), TenderKind::Fund)
            },
            tender("other", Some('O'), TenderKind::Other),
        ],
        vat_rates: rates(),
        rules: Rules {
            day_starts_at: 4,
            // Code monétaire et financier, art. D.112-3: 1 000 euros.
            cash_limit: Money::from_cents(100_000).unwrap_or(Money::MAX),
            tariff_step: Money::from_cents(5).unwrap_or(Money::ZERO),
            ticket_discounts: Bearer::Pot,
            line_discounts: Bearer::Producer,
            producer_earns: Earns::Base,
            end_of_market: Percent(3_000),
            drop_above: None,
            difference_limit: Money::from_cents(1_000).unwrap_or(Money::ZERO),
            float: None,
            float_pieces: Vec::new(),
            year_starts: 1,
        },
        tariffs: tariffs(),
        deposits: Vec::new(),
        operators: Vec::new(),
    }
}

/// The three prices of a solidarity market, told by the colour of a marble.
fn tariffs() -> Vec<Tariff> {
    [
        ("accessible", 'A', "Accessible", "bleue", Percent(6_500)),
        ("juste", 'J', "Juste", "blanche", Percent::WHOLE),
        ("solidaire", 'S', "Solidaire", "rouge", Percent(12_500)),
    ]
    .into_iter()
    .filter_map(|(id, letter, name, colour, percent)| {
        Some(Tariff {
            id: Id::known(id),
            name: Label::new(name)?,
            letter,
            colour: Label::new(colour),
            percent,
        })
    })
    .collect()
}

/// The rates of metropolitan France a market meets (fiscal law since 2014).
fn rates() -> Vec<DatedRate> {
    [
        (VAT_NONE, "Sans TVA"),
        (VatRate(210), "Presse"),
        (VAT_FOOD, "Alimentation"),
        (VAT_MIDDLE, "À manger sur place, fleurs, bois"),
        (VAT_NORMAL, "Artisanat, boissons alcoolisées"),
    ]
    .into_iter()
    .filter_map(|(rate, label)| {
        Some(DatedRate {
            rate,
            label: Label::new(label)?,
            from: "2014-01-01".to_owned(),
        })
    })
    .collect()
}

/// The producer, departments and quick keys of a new stall of this name.
pub fn catalogue(name: &Label) -> CatalogueChange {
    let own = Id::known(OWN_PRODUCER);
    let producers = vec![Producer {
        mandate: Mandate::Own,
        ..Producer::named(own.clone(), name.clone())
    }];
    let shelves = [
        ("legumes", 'l', "Légumes", VAT_FOOD),
        ("fruits", 'f', "Fruits", VAT_FOOD),
        ("cremerie", 'c', "Crèmerie, œufs", VAT_FOOD),
        ("epicerie", 'e', "Épicerie, pain", VAT_FOOD),
        ("artisanat", 'a', "Artisanat", VAT_NORMAL),
        ("divers", 'd', "Divers", VAT_NORMAL),
    ];
    let mut change = CatalogueChange {
        producers,
        ..CatalogueChange::default()
    };
    let mut keys = Vec::new();
    for (id, letter, name, vat) in shelves {
        let Some(label) = Label::new(name) else {
            continue;
        };
        change.departments.push(Department {
            id: Id::known(id),
            name: label.clone(),
            vat,
        });
        keys.push(QuickKey {
            id: Id::known(&format!("key-{id}")),
            letter,
            label,
            producer: Some(own.clone()),
            vat,
            department: Some(Id::known(id)),
        });
    }
    change.quick_keys = Some(keys);
    super::catalogue::Catalogue::default().change_rest(
        change.producers,
        change.departments,
        change.quick_keys,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::SettingsRefusal;

    fn stall() -> Settings {
        settings(&Label::new("Marché de Die").unwrap())
    }

    #[test]
    fn a_new_stall_can_sell_at_once() {
        assert_eq!(stall().check(), Ok(()));
        assert_eq!(stall().rates_on("2026-11-21").len(), 5);
        assert!(stall().rates_on("2013-12-31").is_empty());
        let change = catalogue(&Label::new("Marché de Die").unwrap());
        assert_eq!(change.quick_keys.map(|keys| keys.len()), Some(6));
    }

    #[test]
    fn two_means_with_one_letter_are_refused_naming_both() {
        let mut settings = stall();
        settings.tenders[2].letter = Some('C');
        assert_eq!(
            settings.check(),
            Err(SettingsRefusal::SameLetter(
                'C',
                Id::known("card"),
                Id::known("cheque")
            ))
        );
        settings.tenders[2].letter = Some('T');
        assert!(matches!(
            settings.check(),
            Err(SettingsRefusal::BadLetter(_, 'T'))
        ));
        settings.tenders.remove(0);
        assert!(settings.check().is_err());
    }

    /// What is refused of a stall's settings when they are changed so.
    fn refused(change: impl FnOnce(&mut Settings)) -> SettingsRefusal {
        let mut settings = stall();
        change(&mut settings);
        settings.check().unwrap_err()
    }

    #[test]
    fn the_letters_of_the_pay_screen_belong_to_no_means() {
        for letter in ['T', 'D', 'B', 'G', 'é', 'c'] {
            assert_eq!(
                refused(|it| it.tenders[1].letter = Some(letter)),
                SettingsRefusal::BadLetter(Id::known("card"), letter)
            );
        }
    }

    #[test]
    fn what_a_means_is_worth_and_may_pay_is_above_nothing() {
        let token = Id::known("token");
        assert_eq!(
            refused(|it| it.tenders[5].unit = Some(Money::ZERO)),
            SettingsRefusal::BadUnit(token.clone())
        );
        assert_eq!(
            refused(|it| it.tenders[5].ticket_cap = Money::from_cents(-1)),
            SettingsRefusal::BadCap(token)
        );
        assert_eq!(
            refused(|it| it.tenders[8].day_cap = Money::from_cents(999)),
            SettingsRefusal::DayBelowTicket(Id::known("fund"))
        );
        assert_eq!(
            refused(|it| it.tenders[3].needs = crate::domain::settings::Needs::Nobody),
            SettingsRefusal::NeedsMember(Id::known("account"))
        );
    }

    #[test]
    fn two_tariffs_with_one_letter_are_refused_naming_both() {
        let label = |text| Label::new(text).unwrap();
        assert_eq!(
            refused(|it| it.tariffs[2].letter = 'A'),
            SettingsRefusal::SameTariffLetter('A', label("Accessible"), label("Solidaire"))
        );
        assert_eq!(
            refused(|it| it.tariffs[0].letter = 'F'),
            SettingsRefusal::BadTariffLetter(label("Accessible"), 'F')
        );
        assert_eq!(
            refused(|it| it.tariffs[1].name = label("SOLIDAIRE")),
            SettingsRefusal::SameTariff(label("Solidaire"))
        );
        for percent in [0, 50_001] {
            assert_eq!(
                refused(|it| it.tariffs[2].percent = Percent(percent)),
                SettingsRefusal::BadTariffPercent(label("Solidaire"))
            );
        }
    }
}
