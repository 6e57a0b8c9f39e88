//! What must hold for every settings file.

use etal::domain::{
    catalogue::{Department, OWN_PRODUCER, Producer, QuickKey},
    day::Pieces,
    ids::Id,
    money::Percent,
    seller::{DatedStatus, Mandate, VatStatus},
    settings::{
        Bearer, Change, Counted, DatedRate, DepositKind, Drawer, Earns, Needs, Operator, Rules,
        Stall as Seller, Tariff, Tender, TenderKind,
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

/// Departments that the stall of the test has whatever comes, both with one name.
const DEPARTMENTS: [&str; 2] = ["D1", "D2"];

prop_compose! {
    fn some_lists()(
        tariffs in prop::collection::vec(
            (some_id(), some_label(), prop::option::of(some_label()), 1u32..=50_000), 0..4,
        ),
        letters in Just("ABCDEGHT".chars().collect::<Vec<_>>()).prop_shuffle(),
        deposits in prop::collection::btree_map(1i64..5_000, some_label(), 0..4),
        operators in prop::collection::btree_map("[a-z]{1,3}", Just(()), 0..4),
    ) -> (Vec<Tariff>, Vec<DepositKind>, Vec<Operator>) {
        let mut read: Vec<Tariff> = Vec::new();
        for ((id, name, colour, percent), letter) in tariffs.into_iter().zip(letters) {
            let lower = |it: &Label| it.as_str().to_lowercase();
            if read.iter().all(|it| lower(&it.name) != lower(&name)) {
                let percent = Percent(percent);
                read.push(Tariff { id, name, letter, colour, percent });
            }
        }
        let deposits = deposits.into_iter();
        let deposits = deposits.map(|(price, name)| DepositKind { name, price: cents(price) });
        let operators = operators.into_keys().map(|it| Operator { initials: label(&it) });
        (read, deposits.collect(), operators.collect())
    }
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
        (unit, cap) in (prop::option::of(1i64..5_000), prop::option::of(1i64..5_000)),
        more in prop::option::of(0i64..5_000),
        departments in prop::collection::vec(prop::sample::select(DEPARTMENTS.to_vec()), 0..3),
        needs in prop::sample::select(vec![Needs::Nobody, Needs::Member]),
    ) -> Tender {
        Tender {
            name, change, drawer, counted, needs,
            unit: unit.map(cents),
            ticket_cap: cap.map(cents),
            day_cap: more.map(|more| cents(more + cap.unwrap_or(1))),
            departments: departments.into_iter().map(Id::known).collect(),
            ..Tender::of(id, None, kind)
        }
    }
}

prop_compose! {
    fn some_day()(
        drop_above in prop::option::of(0i64..=1_000_000_000),
        difference_limit in 0i64..=1_000_000_000,
        float in prop::option::of(0i64..=1_000_000_000),
        pieces in prop::collection::btree_map(1i64..=50_000, 0u32..=200, 0..5),
        year_starts in 1u8..=12,
        attestation in prop::option::of(some_label()),
    ) -> (Option<Label>, Rules) {
        let pieces = pieces.into_iter().map(|(worth, count)| Pieces { worth: cents(worth), count });
        (attestation, Rules {
            drop_above: drop_above.map(cents),
            difference_limit: cents(difference_limit),
            float: float.map(cents),
            float_pieces: pieces.collect(),
            year_starts,
            ..defaults::settings(&label("A")).rules
        })
    }
}

prop_compose! {
    fn some_settings()(
        name in some_label(),
        address in prop::collection::vec(some_label(), 0..3),
        siret in prop::option::of(some_label()),
        mention in prop::option::of(some_label()),
        more in prop::collection::vec(some_tender(), 0..4),
        letters in Just("ACEFHIJKL".chars().collect::<Vec<_>>()).prop_shuffle(),
        rates in prop::collection::vec((0u16..=10_000, some_label(), 1u8..=28), 0..4),
        day_starts_at in 0u8..24,
        limit in 0i64..=1_000_000_000,
        ticket_discounts in prop::sample::select(vec![Bearer::Producer, Bearer::Pot, Bearer::Coop]),
        producer_earns in prop::sample::select(vec![Earns::Base, Earns::Tariff]),
        (tariffs, deposits, operators) in some_lists(),
        (attestation, day) in some_day(),
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
            stall: Seller { name, address, siret, vat_number: None, mention, attestation, thanks: None },
            tenders,
            vat_rates: rates.collect(),
            rules: Rules {
                day_starts_at,
                cash_limit: cents(limit),
                tariff_step: cents(limit % 101),
                ticket_discounts,
                line_discounts: ticket_discounts,
                producer_earns,
                end_of_market: Percent(u32::from(day_starts_at) * 400),
                ..day
            },
            tariffs,
            deposits,
            operators,
        }
    }
}

prop_compose! {
    fn some_trade()(
        share in 0u32..=10_000,
        flat in 0i64..5_000,
        mandate in prop::sample::select(vec![
            Mandate::Own, Mandate::Transparent, Mandate::Opaque, Mandate::Resale,
        ]),
        siret in prop::option::of(some_label()),
        vat_number in prop::option::of(some_label()),
        statuses in prop::collection::btree_map(1u8..=28, prop::sample::select(vec![
            VatStatus::Liable, VatStatus::Franchise, VatStatus::FlatRate, VatStatus::Exempt,
        ]), 1..3),
    ) -> Producer {
        let statuses = statuses.into_iter().map(|(day, status)| DatedStatus {
            status, from: format!("2024-01-{day:02}"),
        });
        Producer {
            commission: Percent(share),
            flat: cents(flat),
            mandate,
            status: statuses.collect(),
            siret,
            vat_number,
            ..Producer::named(Id::known(OWN_PRODUCER), label("A"))
        }
    }
}

prop_compose! {
    fn some_catalogue()(
        producers in prop::collection::vec((some_id(), some_label(), some_trade()), 0..4),
        departments in prop::collection::vec((some_id(), some_label(), 0u16..=10_000), 0..4),
        keys in prop::collection::vec((some_id(), some_label(), 0usize..6, 0usize..6), 0..5),
        letters in Just("abcdefgy".chars().collect::<Vec<_>>()).prop_shuffle(),
    ) -> Catalogue {
        let producers: Vec<_> = producers.into_iter().map(|(id, name, trade)| Producer {
            id, name, ..trade
        }).chain([Producer::named(Id::known(OWN_PRODUCER), label("Coop"))]).collect();
        let departments: Vec<_> = departments.into_iter().map(|(id, name, vat)| Department {
            id, name, vat: VatRate(vat),
        }).chain(DEPARTMENTS.map(|id| Department {
            id: Id::known(id), name: label("Rayon"), vat: VatRate(550),
        })).collect();
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
