//! What can be typed after `etal`, and what cannot.

use lexopt::Parser;

use super::*;

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
