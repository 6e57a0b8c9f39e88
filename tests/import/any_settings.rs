//! What must hold for every settings file.

use etal::domain::{
    catalogue::{Department, OWN_PRODUCER, Producer, QuickKey},
    ids::Id,
    money::Percent,
    settings::{
        Bearer, Change, Counted, DatedRate, Drawer, Earns, Rules, Stall as Seller, Tender,
        TenderKind,
    },
};
use proptest::prelude::*;

use super::*;

fn some_label() -> impl Strategy<Value = Label> {
    let text = "[a-zA-Zéœ0-9 \"'\\\\#=\\[\\]€]{1,12}|.{1,20}";
    text.prop_filter_map("a name", |text| Label::new(&text))
}

fn some_id() -> impl Strategy<Value = Id> {
    "[0-9A-HJKMNP-TV-Z]{10}".prop_map(|text| Id::known(&text))
}

prop_compose! {
    fn some_tender()(
        id in some_id(),
        name in prop::option::of(some_label()),
        kind in prop::sample::select(vec![TenderKind::Card, TenderKind::Cheque, TenderKind::Other]),
        change in prop::sample::select(vec![Change::Euros, Change::None]),
        drawer in prop::sample::select(vec![Drawer::Opens, Drawer::Shut]),
        counted in prop::sample::select(vec![
            Counted::Denominations, Counted::Total, Counted::NumberAndTotal, Counted::No,
        ]),
    ) -> Tender {
        Tender { name, change, drawer, counted, ..Tender::of(id, None, kind) }
    }
}

prop_compose! {
    fn some_settings()(
        name in some_label(),
        address in prop::collection::vec(some_label(), 0..3),
        siret in prop::option::of(some_label()),
        mention in prop::option::of(some_label()),
        more in prop::collection::vec(some_tender(), 0..4),
        letters in Just("ABCEFGHIJ".chars().collect::<Vec<_>>()).prop_shuffle(),
        rates in prop::collection::vec((0u16..=10_000, some_label(), 1u8..=28), 0..4),
        day_starts_at in 0u8..24,
        limit in 0i64..=1_000_000_000,
        ticket_discounts in prop::sample::select(vec![Bearer::Producer, Bearer::Pot, Bearer::Coop]),
    ) -> Settings {
        let mut tenders = defaults::settings(&name).tenders;
        tenders.truncate(1);
        let lettered = more.into_iter().zip(letters);
        tenders.extend(lettered.map(|(it, letter)| Tender { letter: Some(letter), ..it }));
        let rates = rates.into_iter().map(|(rate, label, day)| DatedRate {
            rate: VatRate(rate),
            label,
            from: format!("2014-01-{day:02}"),
        });
        Settings {
            stall: Seller { name, address, siret, vat_number: None, mention, thanks: None },
            tenders,
            vat_rates: rates.collect(),
            rules: Rules {
                day_starts_at,
                cash_limit: cents(limit),
                tariff_step: cents(limit % 101),
                ticket_discounts,
                line_discounts: Bearer::Producer,
                producer_earns: Earns::Base,
                end_of_market: Percent(3_000),
            },
            tariffs: Vec::new(),
            deposits: Vec::new(),
            operators: Vec::new(),
        }
    }
}

prop_compose! {
    fn some_catalogue()(
        producers in prop::collection::vec((some_id(), some_label(), 0u32..=10_000), 0..4),
        departments in prop::collection::vec((some_id(), some_label(), 0u16..=10_000), 0..4),
        keys in prop::collection::vec((some_id(), some_label(), 0usize..6, 0usize..6), 0..5),
        letters in Just("abcdefgy".chars().collect::<Vec<_>>()).prop_shuffle(),
    ) -> Catalogue {
        let producers: Vec<_> = producers.into_iter().map(|(id, name, share)| Producer {
            commission: Percent(share), ..Producer::named(id, name)
        }).chain([Producer::named(Id::known(OWN_PRODUCER), label("Coop"))]).collect();
        let departments: Vec<_> = departments.into_iter().map(|(id, name, vat)| Department {
            id, name, vat: VatRate(vat),
        }).collect();
        let keys = keys.into_iter().zip(letters).map(|((id, label, one, other), letter)| QuickKey {
            id,
            letter,
            label,
            producer: producers.get(one).map(|it| it.id.clone()),
            vat: VatRate(550),
            department: departments.get(other).map(|it| it.id.clone()),
        });
        let keys = Some(keys.collect());
        let mut catalogue = Catalogue::default();
        let change = catalogue.change_rest(producers, departments, keys);
        catalogue.apply(&change);
        catalogue
    }
}

proptest! {
    #[test]
    fn what_is_shown_reads_back_as_no_change(
        settings in some_settings(),
        catalogue in some_catalogue(),
    ) {
        let mut stall = Stall { settings, catalogue, mint: Mint::new([5; 32]) };
        let text = stall.show();
        let (settings, catalogue) = stall.read_settings(&text).unwrap();
        prop_assert!(settings.is_empty(), "{:?} in {}", settings, text);
        prop_assert!(catalogue.is_empty(), "{:?} in {}", catalogue, text);
    }

    #[test]
    fn no_text_stops_the_till(text in ".{0,60}|[a-z_\\[\\]\"= \n0-9.]{0,60}", at in 0usize..3_000) {
        let mut stall = Stall::new();
        let _ = stall.read_settings(&text);
        let mut shown: Vec<char> = stall.show().chars().collect();
        let at = at.min(shown.len());
        shown.splice(at..at, text.chars());
        let _ = stall.read_settings(&shown.into_iter().collect::<String>());
    }
}
