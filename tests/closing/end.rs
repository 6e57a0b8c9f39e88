//! A market that is counted: the last steps of its closing, from what stays in the drawer on.

use etal::{
    domain::{
        day::{Cash, CashReason, CashWay, Count, Counting, EURO_CENTS, Pieces},
        ids::{Mint, Uid},
        journal::{Fact, Proposal},
        settings::{Rules, SettingsChange, Tender, TenderKind},
        time::Moment,
    },
    store::Store,
    ui::{
        closing::{ClosingDraft, Step},
        words::Language,
    },
};

use crate::kit::{self, Stall, cents};

/// A means of payment of the stall.
pub fn tender(store: &Store, id: &str) -> Tender {
    let tenders = store.settings().unwrap().tenders;
    tenders.into_iter().find(|it| it.id.as_str() == id).unwrap()
}

/// Writes a fact down in the morning, under a name of its own.
pub fn write(store: &mut Store, at: &str, fact: Fact) {
    let mut name = Mint::new([u8::try_from(at.len()).unwrap(); 32]).uid().0;
    let moment = Moment::parse(at).unwrap();
    let kind = fact.kind().as_bytes();
    for (byte, salt) in name.iter_mut().zip(at.as_bytes().iter().chain(kind).rev()) {
        *byte ^= *salt;
    }
    let proposal = Proposal {
        uid: Uid(name),
        at: moment,
        operator: "Léa".to_owned(),
        fact,
    };
    store.append(proposal, None).unwrap();
}

/// So many notes and coins, from the largest.
pub fn pieces(counts: [u32; 12]) -> Vec<Pieces> {
    let all = EURO_CENTS.iter().zip(counts);
    all.map(|(worth, count)| Pieces {
        worth: cents(*worth),
        count,
    })
    .filter(|it| it.count > 0)
    .collect()
}

/// A stall whose float was 150 € and who wants ten coins of 50 cents in it.
pub fn store() -> Store {
    let mut store = kit::store();
    let rules = Rules {
        float_pieces: vec![Pieces {
            worth: cents(50),
            count: 10,
        }],
        ..store.settings().unwrap().rules
    };
    let settings = SettingsChange {
        rules: Some(rules),
        ..SettingsChange::default()
    };
    write(
        &mut store,
        "2026-11-21T07:00:00+01:00",
        Fact::Settings(settings),
    );
    let cash = tender(&store, "cash");
    let float = Cash::by(&cash, CashWay::Float, cents(15_000));
    write(&mut store, "2026-11-21T07:30:00+01:00", Fact::Cash(float));
    store
}

/// A morning's sales, in cash, by card and by three cheques, and a drop; 161 € should be there.
pub fn sold() -> Stall {
    let mut stall = kit::open(store(), Language::French, None);
    for keys in [
        "12<enter><enter><enter>",
        "45<enter><enter>c",
        "7<enter><enter>h",
        "51<enter><enter>h",
        "60<enter><enter>h",
        "10*12<enter><enter><enter>",
        "18<enter>",
    ] {
        stall.press(keys).rest();
    }
    stall.press("<back>").rest();
    let mut store = stall.into_store();
    let mut drop = Cash::by(&tender(&store, "cash"), CashWay::Drop, cents(2_000));
    drop.reason = Some(CashReason::Safe);
    write(&mut store, "2026-11-21T11:05:00+01:00", Fact::Cash(drop));
    reopened(store, None)
}

/// The till after a power cut, whatever its language.
pub fn again(store: Store, language: Language) -> Stall {
    let seed = u8::try_from(store.tickets_given()).unwrap();
    let mut stall = kit::open(store, language, None);
    stall.till.model.shop.mint = Mint::new([seed + 40; 32]);
    stall.until(Moment::parse("2026-11-21T13:05:00+01:00").unwrap());
    stall
}

/// The till at a step of its closing.
pub fn reopened(store: Store, step: Option<Step>) -> Stall {
    let mut stall = again(store, Language::French);
    if let Some(step) = step {
        stall.till.model.shop.drafts.closing = Some(ClosingDraft {
            step,
            // The kit's mint begins anew, and would give a name that is taken.
            writing: Some(Uid([201; 16])),
            ..ClosingDraft::default()
        });
        let drafts = stall.till.model.shop.drafts.clone();
        let store = stall.into_store();
        stall = kit::open(store, Language::French, Some(drafts));
        stall.till.model.shop.mint = Mint::new([99; 32]);
        stall.until(Moment::parse("2026-11-21T13:05:00+01:00").unwrap());
    }
    stall
}

/// Counts the drawer, and the other means as they should be.
pub fn count(store: &mut Store, found: &[Pieces], total: i64) {
    let counting = |id: &str, number, total| {
        let tender = tender(store, id);
        Counting {
            tender: tender.id,
            name: tender.name,
            kind: tender.kind,
            pieces: Vec::new(),
            other: cents(0),
            number,
            total: cents(total),
        }
    };
    let by_piece = Pieces::sum(found).unwrap();
    let mut cash = counting("cash", None, total);
    if !found.is_empty() {
        cash.pieces = found.to_vec();
        cash.other = cents(total) - by_piece;
    }
    let means = vec![
        cash,
        counting("card", None, 720),
        counting("cheque", Some(3), 920),
    ];
    assert!(means.iter().any(|it| it.kind == TenderKind::Cash));
    let count = Count { means };
    write(store, "2026-11-21T13:00:00+01:00", Fact::Count(count));
}

/// At the float, the drawer counted as one total of 152,30 €.
pub fn at_float() -> Stall {
    let mut store = sold().into_store();
    count(&mut store, &[], 15_230);
    reopened(store, Some(Step::Float))
}

/// At the float, the drawer counted by the piece: 152,30 €.
pub fn at_float_by_piece() -> Stall {
    let mut store = sold().into_store();
    let found = pieces([0, 3, 4, 4, 10, 10, 3, 2, 4, 0, 0, 0]);
    count(&mut store, &found, 15_230);
    reopened(store, Some(Step::Float))
}

/// Before the Z, nothing closed yet.
pub fn at_seal() -> Stall {
    let mut stall = at_float();
    stall.press("<enter>").rest();
    stall
}

/// What was closed, as the journal has it.
pub fn closings(stall: &Stall) -> Vec<etal::domain::closing::Closing> {
    let entries = stall.entries("closing");
    let read = entries.iter().map(|it| serde_json::from_str(it).unwrap());
    read.collect()
}

/// What the status row says.
pub fn notice(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().nth(22).unwrap_or_default();
    row.split('│').nth(1).unwrap_or_default().trim().to_owned()
}

/// The screen without its header, which shows the hour, and without the status row.
pub fn body(stall: &Stall) -> String {
    let screen = stall.screen();
    let rows = screen.lines().skip(1).take(21);
    rows.collect::<Vec<_>>().join("\n")
}
