//! `etal import members FILE`: a file's members become accounts and contact cards, after all there
//! is to say about them has been said.

use std::{fs, io::Write};

use super::{
    super::{clock, desk},
    arguments::{Answers, DryRun, ImportMembers},
    import::{json, say_refused},
    refusal::Refusal,
    say,
};
use crate::{
    domain::{
        asking::{AccountRow, Ask, Found},
        ids::Mint,
        journal::{Fact, Proposal},
        money::Money,
    },
    exchange::{
        columns::Format,
        members::{MemberField, MemberFile, MemberFormat, MemberImport, import},
        products::BadRows,
    },
    store::{Store, StoreError},
    ui::words::Words,
};

/// Reads the file, says what it would change, and changes it unless it is only tried.
pub fn members(
    asked: &ImportMembers,
    store: &mut Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let bytes = fs::read(&asked.file).map_err(|it| Refusal::File(asked.file.clone(), it))?;
    let format = match &asked.from {
        None => None,
        Some(name) => Some(MemberFormat::named(name).ok_or_else(|| {
            let known = MemberFormat::ALL.map(MemberFormat::name).join(", ");
            Refusal::Told(words.say_with("cli-no-format", &[("name", name), ("known", &known)]))
        })?),
    };
    let accounts = accounts(store)?;
    let mut mint = Mint::new(desk::seed()?);
    let file = MemberFile {
        bytes: &bytes,
        format,
        bad_rows: if asked.skip_bad {
            BadRows::Skip
        } else {
            BadRows::Refuse
        },
        accounts: &accounts,
    };
    let read = import(&file, &mut mint).map_err(|refusal| {
        Refusal::Told(match answers {
            Answers::Words => say(&refusal.said(), words),
            Answers::Json => json(&refusal),
        })
    })?;
    match answers {
        Answers::Words => report(&read, words, out)?,
        Answers::Json => writeln!(out, "{}", json(&read))?,
    }
    if asked.dry_run == DryRun::No && !read.entries.is_empty() {
        let entries = read.entries.iter().map(|it| {
            let proposal = Proposal {
                uid: mint.uid(),
                at: clock::now(),
                operator: String::new(),
                fact: Fact::Member(it.change.clone()),
            };
            (proposal, it.contact.clone())
        });
        store.save_members(entries.collect())?;
    }
    outcome(&read, asked, answers, words, out)
}

/// All accounts there are.
pub(super) fn accounts(store: &Store) -> Result<Vec<AccountRow>, StoreError> {
    match store.answer(&Ask::Members)? {
        Found::Members(accounts) => Ok(accounts),
        other => Err(StoreError::Unwritable(format!("{other:?}"))),
    }
}

fn report(read: &MemberImport, words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    say_refused(&read.refused, words, out)?;
    for changed in &read.changed {
        let fields: Vec<String> = changed
            .fields
            .iter()
            .map(|field| {
                words.say(match field {
                    MemberField::People => "cli-members-people",
                    MemberField::Cards => "cli-members-cards",
                    MemberField::Limit => "cli-members-limit",
                    MemberField::Year => "cli-members-year",
                })
            })
            .collect();
        let blanks = [
            ("number", changed.number.as_str()),
            ("name", changed.name.as_str()),
            ("fields", &fields.join(", ")),
        ];
        writeln!(out, "{}", words.say_with("cli-members-changed", &blanks))?;
    }
    for ruled in &read.rules {
        let said = say(&ruled.rule.said(), words);
        if ruled.lines.is_empty() {
            writeln!(out, "{said}")?;
        } else {
            let count = words.count("cli-import-lines", ruled.lines.len());
            writeln!(out, "{said} ({count})")?;
        }
    }
    if read.opening != Money::ZERO {
        let blanks = [("amount", &*words.money(read.opening))];
        writeln!(out, "{}", words.say_with("cli-members-opening", &blanks))?;
    }
    Ok(())
}

/// The last line: what was done; a refused file is a failure although everything was said.
fn outcome(
    read: &MemberImport,
    asked: &ImportMembers,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let counts = [
        ("added", read.added.len().to_string()),
        ("changed", read.changed.len().to_string()),
        ("unchanged", read.unchanged.to_string()),
        ("refused", read.refused_rows().to_string()),
    ];
    let counts: Vec<(&str, &str)> = counts.iter().map(|it| (it.0, it.1.as_str())).collect();
    let refused = !read.refused.is_empty() && !asked.skip_bad;
    let sentence = match (refused, asked.dry_run) {
        (true, _) => words.say_with("cli-import-refused", &counts),
        (false, DryRun::Yes) => words.say_with("cli-import-tried", &counts),
        (false, DryRun::No) => words.say_with("cli-import-done", &counts),
    };
    if refused {
        return Err(Refusal::Told(sentence));
    }
    if answers == Answers::Words {
        writeln!(out, "{sentence}")?;
    }
    Ok(())
}
