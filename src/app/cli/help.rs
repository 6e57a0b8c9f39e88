//! `etal --help`: what can be typed, and what it does.

use std::io::Write;

use super::refusal::Refusal;
use crate::ui::words::Words;

/// A line for `etal ring`, and its answer.
const RING_LINE: &str = r#"{"lines":[{"code":"12","qty":"3"},{"code":"31","qty":"0.860"},{"quick":"L","amount":"4.50"},{"label":"Panier","price":"2.37","vat":"5.5"}],"payments":[{"tender":"cash","given":"50"}],"at":"2026-11-21T10:42:00+01:00","uid":"6f1c…32 hex"}"#;
/// What a solidarity market says besides.
const RING_MORE: &str = r#"{"member":"0117","tariff":"S","discount":"5%","borne":"pot","lines":[{"code":"12","discount":"0.50","borne":"coop"},{"top_up":"20"},{"top_up":"10","member":"118"},{"gift":"2"},{"deposit_back":"0.20","qty":"3"}],"payments":[{"tender":"token","pieces":"3"},{"tender":"credit_note","note":"A-42V"},{"tender":"fund","given":"5"},{"tender":"account"}]}"#;
const RING_ANSWER: &str =
    r#"{"ticket":"A-42","number":42,"seq":97,"total_cents":1588,"change_cents":3412,"hash":"…"}"#;

/// What can be typed, and what it does.
pub fn help(words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    let lines = [
        ("etal", "cli-help-till"),
        ("etal demo [--fresh]", "cli-help-demo"),
        ("etal import products FILE", "cli-help-import"),
        (
            "  --dry-run  --skip-bad  --vat 5,5  --stock  --from FORMAT",
            "cli-help-import-options",
        ),
        ("etal import members FILE", "cli-help-members"),
        (
            "  --dry-run  --skip-bad  --from FORMAT",
            "cli-help-members-options",
        ),
        ("etal settings show", "cli-help-settings-show"),
        (
            "etal settings apply FILE [--dry-run]",
            "cli-help-settings-apply",
        ),
        ("etal ring FILE|- [--strict]", "cli-help-ring"),
        ("etal open", "cli-help-open"),
        (
            "  --float 150  --market NAME  --weather sun  --by LEA",
            "cli-help-open-options",
        ),
        ("etal close --cash 452.60|--count FILE", "cli-help-close"),
        ("  --count FILE", "cli-help-close-count"),
        (
            "  --card 215.40  --cheque 3:84.50  --means ID=12:60",
            "cli-help-close-options",
        ),
        ("  --reason WHY", "cli-help-close-why"),
        ("  --leave 150  --by LEA", "cli-help-close-leave"),
        ("etal close --month|--year", "cli-help-close-period"),
        ("etal report members|producers|x", "cli-help-report"),
        ("  --csv FILE  --date DAY", "cli-help-report-options"),
        ("etal report z [NAME]", "cli-help-report-z"),
        (
            "etal export day [--date DAY|--closing NAME] [--to FOLDER]",
            "cli-help-export",
        ),
        (
            "etal export period --from DAY --to DAY",
            "cli-help-export-period",
        ),
        ("etal sync [--to FOLDER]", "cli-help-sync"),
        ("etal control [--copy FOLDER]", "cli-help-control"),
        ("etal verify [--full]", "cli-help-verify"),
        ("etal keeper reset [--yes]", "keeper-cli-help"),
        ("etal rebuild", "cli-help-rebuild"),
    ];
    for (typed, does) in lines {
        let does = words.say(does);
        // Options that reach into the second column are explained below it.
        if typed.len() > 38 {
            writeln!(out, "{typed}\n{:<38} {does}", "")?;
        } else {
            writeln!(out, "{typed:<38} {does}")?;
        }
    }
    Ok(writeln!(out, "\n{}", words.say("cli-help-everywhere"))?)
}

/// What `etal ring` takes and answers.
pub fn ring(words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    writeln!(out, "{}", words.say("cli-help-ring-shape"))?;
    writeln!(out, "{RING_LINE}\n{RING_ANSWER}\n")?;
    writeln!(out, "{}", words.say("cli-help-ring-more"))?;
    writeln!(out, "{RING_MORE}\n")?;
    writeln!(out, "{}", words.say("cli-help-ring-errors"))?;
    Ok(writeln!(out, "{}", crate::app::ring::ERRORS.join("\n"))?)
}
