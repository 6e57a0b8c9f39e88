//! What can be typed after `etal`, and what cannot.

use lexopt::Parser;

use super::{day::FoundOf, *};
use crate::domain::{
    closing::{DifferenceReason, Level},
    day::Weather,
    ids::Id,
    label::Label,
    money::Money,
};

fn read(line: &str) -> Result<Arguments, Usage> {
    let words = std::iter::once("etal").chain(line.split_whitespace());
    Arguments::read(Parser::from_iter(words))
}

#[test]
fn nothing_typed_opens_the_till() {
    assert_eq!(read("").map(|it| it.task), Ok(Task::Till));
    let there = read("--data /tmp/caisse").unwrap();
    assert_eq!(there.data, Some(PathBuf::from("/tmp/caisse")));
}

#[test]
fn the_fixed_names_are_understood() {
    assert!(matches!(
        read("import products liste.csv --dry-run --vat 5,5").map(|it| it.task),
        Ok(Task::ImportProducts(ImportProducts {
            dry_run: DryRun::Yes,
            vat: Some(VatRate(550)),
            ..
        }))
    ));
    assert!(matches!(
        read("ring - --strict").map(|it| it.task),
        Ok(Task::Ring {
            file: None,
            strict: Strict::Yes
        })
    ));
    assert!(matches!(
        read("verify --full --json"),
        Ok(Arguments {
            answers: Answers::Json,
            ..
        })
    ));
    assert!(matches!(
        read("import members adherents.csv --from camap --dry-run").map(|it| it.task),
        Ok(Task::ImportMembers(ImportMembers {
            dry_run: DryRun::Yes,
            skip_bad: false,
            ..
        }))
    ));
    assert!(matches!(
        read("report x --day 2026-11-21 --json").map(|it| it.task),
        Ok(Task::Report(Report {
            what: Reported::X,
            day: Some(_),
            csv: None,
        }))
    ));
    assert!(matches!(
        read("report members --csv soldes.csv").map(|it| it.task),
        Ok(Task::Report(Report {
            what: Reported::Members,
            csv: Some(_),
            ..
        }))
    ));
    assert!(matches!(
        read("backup").map(|it| it.task),
        Ok(Task::NotThere(_))
    ));
}

#[test]
fn a_market_day_is_opened_counted_and_closed_by_words() {
    let cents = |it| Money::from_cents(it).unwrap();
    assert_eq!(
        read("open --float 150 --market Die --weather wind --by LEA").map(|it| it.task),
        Ok(Task::Day(DayTask::Open(OpenDay {
            float: Some(cents(15_000)),
            market: Label::new("Die"),
            weather: Some(Weather::Wind),
            by: Label::new("LEA"),
        })))
    );
    let line = "close --cash 452,60 --card 215.40 --cheque 3:84.50 --means token=12:60 \
                --reason change --leave 150 --by LEA --accept-difference";
    let found = |tender: &str, number, total| FoundOf {
        tender: Id::known(tender),
        number,
        total: cents(total),
    };
    assert_eq!(
        read(line).map(|it| it.task),
        Ok(Task::Day(DayTask::Close(Closes::Day(CloseDay {
            cash: CashSaid::Total(cents(45_260)),
            found: vec![
                found("card", None, 21_540),
                found("cheque", Some(3), 8_450),
                found("token", Some(12), 6_000),
            ],
            reason: Some(DifferenceReason::Change),
            leave: Some(cents(15_000)),
            by: Label::new("LEA"),
            over_limit: OverLimit::Accepted,
        }))))
    );
    assert_eq!(
        read("close --month").map(|it| it.task),
        Ok(Task::Day(DayTask::Close(Closes::Period(
            Level::Month,
            None
        ))))
    );
    let report = |line: &str| match read(line).unwrap().task {
        Task::Report(asked) => (asked.what, asked.day),
        other => panic!("{other:?}"),
    };
    assert_eq!(report("report z"), (Reported::Z(Which::Last), None));
    let named = Which::Named("A-Z31".to_owned());
    assert_eq!(report("report z A-Z31"), (Reported::Z(named), None));
    let day = Some("2026-11-21".to_owned());
    assert_eq!(report("report x --date 2026-11-21"), (Reported::X, day));
    assert_eq!(
        read("sync --to /media/cle").map(|it| it.task),
        Ok(Task::Day(DayTask::Sync {
            to: Some(PathBuf::from("/media/cle"))
        }))
    );
}

#[test]
fn what_cannot_be_counted_or_is_said_twice_is_named() {
    for (line, named) in [
        ("close --cash -3", "--cash -3"),
        ("close --cash 10000000000000", "--cash 10000000000000"),
        ("close --cash 1 --cheque -1:5", "--cheque -1:5"),
        ("close --cash 1 --means 60", "--means 60"),
        ("close --cash 1 --reason vol", "--reason vol"),
        ("open --weather beau", "--weather beau"),
        ("export day --date 2026-02-30", "--date 2026-02-30"),
        (
            "export period --from 2026-10-31 --to 2026-10-01",
            "--to 2026-10-01",
        ),
    ] {
        assert_eq!(read(line), Err(Usage::BadValue(named.to_owned())), "{line}");
    }
    for (line, named) in [
        ("close --cash 1 --count f", "--count"),
        ("close --cash 1 --cash 2", "--cash"),
        ("close --month --cash 1", "--cash"),
        ("close --cash 1 --card 2 --means card=3", "--means"),
        ("export day --date 2026-11-21 --closing A-Z1", "--closing"),
        ("report z A-Z1 --date 2026-11-21", "--date"),
        ("sync la-cle", "la-cle"),
    ] {
        assert_eq!(read(line), Err(Usage::TooMuch(named.to_owned())), "{line}");
    }
    assert_eq!(
        read("close"),
        Err(Usage::Missing(
            "close --cash TOTAL | --count FILE".to_owned()
        ))
    );
}

#[test]
fn what_is_not_understood_is_named() {
    assert_eq!(
        read("vendre"),
        Err(Usage::UnknownCommand("vendre".to_owned()))
    );
    assert_eq!(
        read("verify --fresh"),
        Err(Usage::TooMuch("--fresh".to_owned()))
    );
    assert_eq!(
        read("demo encore"),
        Err(Usage::TooMuch("encore".to_owned()))
    );
    assert_eq!(
        read("report x --day hier"),
        Err(Usage::BadValue("--day hier".to_owned()))
    );
    assert_eq!(
        read("report x --csv x.csv"),
        Err(Usage::TooMuch("--csv".to_owned()))
    );
    assert_eq!(read("--data"), Err(Usage::Missing("--data".to_owned())));
    assert_eq!(
        read("import products x.csv --vat beaucoup"),
        Err(Usage::BadValue("--vat beaucoup".to_owned()))
    );
}
