//! The journal's bytes: what they are for ever, and what the database itself refuses.

use std::{path::Path, process::Command};

use etal::{
    domain::{
        closing::{Closing, DifferenceReason, Level},
        day::{Cash, CashWay, Pieces},
        facts::{Abandoned, Event, GivenUp, Happening, Printed, StockWay, Why},
        ids::{Id, Uid, hex},
        journal::Fact,
        member::{MemberChange, MoveReason},
        quantity::Quantity,
        ticket::Returned,
    },
    store::{Depth, Start, Store},
};
use expect_test::expect_file;
use rusqlite::Connection;

use crate::{
    closer::VERSION,
    counter::{cents, opening, till},
    market::{Market, gift, member, moves, top_up},
};

/// A journal with every kind of entry and two epochs.
fn every_kind(dir: &Path) {
    let (mut store, mut counter) = till(dir);
    let brought = counter.moved(3, Quantity::from_thousandths(12_500), StockWay::Delivered);
    let sale = counter.sale(
        &[
            (3, Quantity::from_thousandths(860)),
            (5, Quantity::pieces(2)),
        ],
        "cash",
    );
    store.append_all(vec![brought, sale]).unwrap();
    let record = store.last_ticket().unwrap().unwrap();
    let printed = counter.proposal(Fact::Printed(Printed {
        ticket: record.ticket.name.clone(),
        seq: record.seq,
        copy: 0,
    }));
    let given_up = counter.proposal(Fact::Abandoned(Abandoned::of(
        GivenUp::Basket,
        Uid([3; 16]),
        &[],
    )));
    let stop = counter.proposal(Fact::Event(Event {
        what: Happening::Stop,
        detail: None,
    }));
    let back = counter.reversal(&record);
    store
        .append_all(vec![printed, given_up, back, stop])
        .unwrap();
    store.close().unwrap();
    let mut elsewhere = opening(dir);
    elsewhere.machine = "machine-2".into();
    let (mut store, opened) = Store::open(&elsewhere).unwrap();
    assert_eq!(opened.start, Start::NewEpoch(Why::Copied));
    store.append(counter.pieces(&[1]), None).unwrap();
    let mut market = Market::at(store);
    market.counter.at.utc_ms = counter.at.utc_ms;
    money_of_others(&mut market);
    a_day_to_its_end(&mut market);
    let store = market.store;
    assert!(store.verify(Depth::Full).unwrap().is_clean());
    store.close().unwrap();
}

/// An account, a suspended article, a refund by credit note, and a producer who is settled with.
fn money_of_others(market: &mut Market) {
    let mut marie = member("MARIE");
    marie.limit = cents(1_000);
    let change = MemberChange::of(None, marie);
    market.write(Fact::Member(change)).unwrap();
    let opening = moves(&[("MARIE", 2_500)], Some(MoveReason::Opening));
    market.write(Fact::Member(opening)).unwrap();
    let lines = vec![market.goods(1, 3), gift(107), top_up("MARIE", 500)];
    let paid = [("account", 303, Some("MARIE")), ("cash", 607, None)];
    let sold = market.sell(lines, &paid);
    let back = market.back(&sold, 0, 1, Returned::Lost);
    market.sell(vec![back], &[("credit_note", -101, None)]);
    let mut settlement = market.settling("ANA", Some(&sold)).unwrap();
    settlement.flat = cents(0);
    settlement.due = settlement.takings.share;
    let cash = market.counter.settings.tender(&Id::known("cash")).unwrap();
    settlement.give(cents(200), cash, cents(100_000)).unwrap();
    market
        .write(Fact::Settlement(Box::new(settlement)))
        .unwrap();
}

/// A market that is opened, counted and closed, its envelope banked; then its month and its year.
fn a_day_to_its_end(market: &mut Market) {
    market.open_day("Die");
    let tender = market.counter.settings.tender(&Id::known("cash")).unwrap();
    let mut float = Cash::by(tender, CashWay::Float, cents(15_000));
    float.pieces = [(1_000, 10), (500, 8), (100, 10)]
        .map(|(worth, count)| Pieces {
            worth: cents(worth),
            count,
        })
        .to_vec();
    market.write(Fact::Cash(float)).unwrap();
    market.cash(CashWay::Drop, 5_000).unwrap();
    market.count(&[("cash", 10_900)]).unwrap();
    let mut closing = market.draft(10_000);
    let decided = closing.decided.as_mut().unwrap();
    decided.reason = Some(DifferenceReason::Change);
    let closed = market.write(Fact::Closing(Box::new(closing))).unwrap();
    market
        .envelope(&closed.closing.unwrap(), CashWay::Banked)
        .unwrap();
    market.at_time("2027-01-02T09:00:00+01:00");
    let year = Closing::asked(Level::Year, "2026".to_owned(), VERSION);
    market.write(Fact::Closing(Box::new(year))).unwrap();
}

/// Every entry as a line of JSON, as anybody could write it down.
fn lines(dir: &Path) -> String {
    let database = Connection::open(dir.join("etal.db")).unwrap();
    let mut statement = database
        .prepare(
            "SELECT till, epoch, seq, lower(hex(uid)), kind, format, at_utc_ms, offset_min,
                    business_day, operator, payload, lower(hex(prev)), lower(hex(hash)),
                    lower(hex(sig))
               FROM journal ORDER BY rowid",
        )
        .unwrap();
    let rows = statement.query_map([], |row| {
        let mut line = serde_json::Map::new();
        for column in 0..14 {
            let value = match row.get_ref(column)? {
                rusqlite::types::ValueRef::Integer(number) => number.into(),
                other => other.as_str()?.into(),
            };
            let name = [
                "till", "epoch", "seq", "uid", "kind", "format", "at", "offset", "day", "operator",
                "payload", "prev", "hash", "sig",
            ][column];
            line.insert(name.to_owned(), value);
        }
        Ok(serde_json::Value::Object(line).to_string() + "\n")
    });
    rows.unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

#[test]
fn the_bytes_are_those_of_the_golden_files() {
    let dir = tempfile::tempdir().unwrap();
    every_kind(dir.path());
    expect_file!["../golden/journal-1.jsonl"].assert_eq(&lines(dir.path()));
    let key = std::fs::read_to_string(dir.path().join("till.key")).unwrap();
    expect_file!["../golden/journal-1.key"].assert_eq(&key);
}

/// Runs the verifier that shares nothing with the program; none where there is no Python.
fn python(file: &Path) -> Option<(bool, String)> {
    let verifier = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/verify.py");
    let output = Command::new("python3")
        .arg(verifier)
        .arg(file)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    Some((output.status.success(), said))
}

#[test]
fn anybody_can_check_the_journal_without_the_program() {
    let dir = tempfile::tempdir().unwrap();
    every_kind(dir.path());
    let Some((agrees, said)) = python(&dir.path().join("etal.db")) else {
        return;
    };
    assert!(agrees, "{said}");
    assert!(said.contains("27 entries hold"), "{said}");
    let text = lines(dir.path());
    for (from, to) in [
        ("\"operator\":\"lea\"", "\"operator\":\"bob\""),
        ("\\\"copy\\\":0", "\\\"copy\\\":1"),
        ("\"seq\":6,", "\"seq\":60,"),
    ] {
        let forged = dir.path().join("forged.jsonl");
        assert!(text.contains(from));
        std::fs::write(&forged, text.replacen(from, to, 1)).unwrap();
        assert_eq!(python(&forged).map(|it| it.0), Some(false), "{to}");
    }
}

#[test]
fn the_database_refuses_all_but_the_next_link() {
    let dir = tempfile::tempdir().unwrap();
    every_kind(dir.path());
    // Another program, without any of our care.
    let database = Connection::open(dir.path().join("etal.db")).unwrap();
    let copy = |seq: &str, uid: &str, prev: &str, how: &str| {
        format!(
            "{how} INTO journal SELECT till, epoch, {seq}, {uid}, kind, format, at_utc_ms,
             offset_min, business_day, operator, payload, {prev}, hash, sig
             FROM journal WHERE epoch = 1 AND seq = 10"
        )
    };
    let end = "(SELECT hash FROM journal WHERE epoch = 1 AND seq = 10)";
    for (forbidden, why) in [
        (
            "UPDATE journal SET operator = 'bob'".to_owned(),
            "never changed",
        ),
        ("DELETE FROM journal".to_owned(), "loses nothing"),
        (
            "DELETE FROM journal WHERE seq = 10".to_owned(),
            "loses nothing",
        ),
        (copy("seq", "uid", "prev", "REPLACE"), "is taken"),
        (copy("seq", "randomblob(16)", "prev", "REPLACE"), "is taken"),
        (copy("11", "uid", end, "REPLACE"), "uid is in the journal"),
        (
            copy("12", "randomblob(16)", end, "INSERT"),
            "not the next link",
        ),
        (
            copy("11", "randomblob(16)", "prev", "INSERT"),
            "not the next link",
        ),
        (copy("1", "randomblob(16)", "prev", "INSERT"), "is taken"),
        (copy("11", "randomblob(16)", end, "INSERT OR IGNORE"), ""),
    ] {
        let answer = database.execute(&forbidden, []);
        if why.is_empty() {
            assert_eq!(answer, Ok(1), "the next link is taken");
        } else {
            let said = answer.unwrap_err().to_string();
            assert!(said.contains(why), "{forbidden}: {said}");
        }
    }
}

#[test]
fn whoever_changes_an_entry_is_found_out() {
    let dir = tempfile::tempdir().unwrap();
    every_kind(dir.path());
    let database = Connection::open(dir.path().join("etal.db")).unwrap();
    database
        .execute_batch(
            "DROP TRIGGER journal_is_never_changed;
             UPDATE journal SET operator = 'bob' WHERE epoch = 1 AND seq = 6;
             UPDATE ticket SET total_cents = 1 WHERE number = 2;
             UPDATE shelf SET left_thou = 99000 WHERE product = 'P000000003';
             DELETE FROM tender_day WHERE tender = 'cash';",
        )
        .unwrap();
    drop(database);
    let mut elsewhere = opening(dir.path());
    elsewhere.machine = "machine-2".into();
    let (store, _) = Store::open(&elsewhere).unwrap();
    let report = store.verify(Depth::Links).unwrap();
    let bad = report.first_bad.clone().unwrap();
    assert_eq!((bad.epoch, bad.seq), (1, 6));
    assert_eq!(bad.fault, etal::store::Fault::Hash);
    let mut tables: Vec<_> = report.differences.iter().map(|it| it.table).collect();
    tables.dedup();
    assert_eq!(tables, ["ticket", "shelf", "tender_day"]);
    assert!(report.differences[0].key.ends_with(" 1 9"), "{report:?}");
    assert_eq!(
        report.outside,
        [
            ("draft", 1),
            ("print_job", 0),
            ("contact", 0),
            ("keeper", 1)
        ]
    );
}

#[test]
fn a_forger_without_the_key_is_found_by_the_signatures() {
    let dir = tempfile::tempdir().unwrap();
    every_kind(dir.path());
    let database = Connection::open(dir.path().join("etal.db")).unwrap();
    // Everything rehashed and linked again, but nobody can sign it.
    database
        .execute_batch("DROP TRIGGER journal_is_never_changed")
        .unwrap();
    let forged = etal::domain::ids::hex(&[9; 64]);
    database
        .execute(
            &format!("UPDATE journal SET sig = x'{forged}' WHERE epoch = 1 AND seq = 6"),
            [],
        )
        .unwrap();
    drop(database);
    let mut elsewhere = opening(dir.path());
    elsewhere.machine = "machine-2".into();
    let (store, _) = Store::open(&elsewhere).unwrap();
    assert_eq!(store.verify(Depth::Links).unwrap().bad, 0);
    let bad = store.verify(Depth::Full).unwrap().first_bad.unwrap();
    assert_eq!((bad.seq, bad.fault), (6, etal::store::Fault::Signature));
    assert_eq!(hex(&[1]), "01");
}
