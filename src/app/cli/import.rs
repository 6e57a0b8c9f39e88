//! `etal import products FILE`: a file's products become an entry, after all there is to say about
//! them has been said.

use std::{fs, io::Write};

use super::{
    super::{clock, desk},
    arguments::{Answers, DryRun, ImportProducts},
    refusal::Refusal,
    say,
};
use crate::{
    domain::{
        ids::Mint,
        journal::{Fact, Proposal},
        label::Label,
    },
    exchange::{
        columns::Format,
        products::{BadRows, ProductFile, ProductFormat, StockWanted, import},
        refusals::Refusal as RefusedRow,
        report::ProductImport,
    },
    store::Store,
    ui::words::Words,
};

/// So many refusals are said one by one; a longer list is for `--json`.
const SAID_MOST: usize = 200;

/// Reads the file, says what it would change, and changes it unless it is only tried.
pub fn products(
    asked: &ImportProducts,
    store: &mut Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let bytes = fs::read(&asked.file).map_err(|it| Refusal::File(asked.file.clone(), it))?;
    let format = match &asked.from {
        None => None,
        Some(name) => Some(ProductFormat::named(name).ok_or_else(|| {
            let known = ProductFormat::ALL.map(ProductFormat::name).join(", ");
            Refusal::Told(words.say_with("cli-no-format", &[("name", name), ("known", &known)]))
        })?),
    };
    let (catalogue, settings) = (store.catalogue()?, store.settings()?);
    let mut mint = Mint::new(desk::seed()?);
    let file = ProductFile {
        bytes: &bytes,
        format,
        vat: asked.vat,
        bad_rows: if asked.skip_bad {
            BadRows::Skip
        } else {
            BadRows::Refuse
        },
        stock: if asked.stock {
            StockWanted::Yes
        } else {
            StockWanted::No
        },
        catalogue: &catalogue,
        settings: &settings,
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
    let refused = !read.refused.is_empty() && !asked.skip_bad;
    if asked.dry_run == DryRun::No && !refused {
        write(&read, store, &mut mint)?;
    }
    outcome(&read, asked, answers, words, out)
}

fn write(read: &ProductImport, store: &mut Store, mint: &mut Mint) -> Result<(), Refusal> {
    let left = store.left()?;
    let deliveries = read.deliveries(|id| left.get(id).copied().unwrap_or_default());
    let mut facts = Vec::new();
    if !read.change.is_empty() {
        facts.push(Fact::Catalogue(read.change.clone()));
    }
    if !deliveries.moves.is_empty() {
        facts.push(Fact::Stock(deliveries));
    }
    let proposals = facts
        .into_iter()
        .map(|fact| Proposal {
            uid: mint.uid(),
            at: clock::now(),
            operator: String::new(),
            fact,
        })
        .collect();
    store.append_all(proposals)?;
    Ok(())
}

fn report(read: &ProductImport, words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    say_refused(&read.refused, words, out)?;
    for changed in &read.changed {
        let fields = changed.fields.join(", ");
        let line = words.say_with(
            "cli-import-changed",
            &[("label", changed.label.as_str()), ("fields", &fields)],
        );
        writeln!(out, "{line}")?;
    }
    for applied in &read.rules {
        let said = say(&applied.rule.said(), words);
        if applied.lines.is_empty() {
            writeln!(out, "{said}")?;
        } else {
            let count = words.count("cli-import-lines", applied.lines.len());
            writeln!(out, "{said} ({count})")?;
        }
    }
    let names = |labels: Vec<&str>| labels.join(", ");
    if !read.new_producers.is_empty() {
        let names = names(read.new_producers.iter().map(Label::as_str).collect());
        writeln!(
            out,
            "{}",
            words.say_with("cli-import-producers", &[("names", &names)])
        )?;
    }
    if !read.new_departments.is_empty() {
        let names = names(
            read.new_departments
                .iter()
                .map(|it| it.0.as_str())
                .collect(),
        );
        writeln!(
            out,
            "{}",
            words.say_with("cli-import-departments", &[("names", &names)])
        )?;
    }
    Ok(())
}

/// Says why rows are not taken, one by one.
pub(super) fn say_refused(
    refused: &[RefusedRow],
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    for refusal in refused.iter().take(SAID_MOST) {
        let id = if refusal.value.is_empty() {
            "cli-import-cell"
        } else {
            "cli-import-place"
        };
        let place = words.say_with(
            id,
            &[
                ("line", &refusal.line.to_string()),
                ("column", refusal.column.as_deref().unwrap_or("-")),
                ("value", &refusal.value),
            ],
        );
        writeln!(out, "{place} {}", say(&refusal.reason.said(), words))?;
    }
    if let Some(more) = refused.len().checked_sub(SAID_MOST).filter(|it| *it > 0) {
        writeln!(out, "{}", words.count("cli-import-more", more))?;
    }
    Ok(())
}

/// The last line: what was done; a refused file is a failure although everything was said.
fn outcome(
    read: &ProductImport,
    asked: &ImportProducts,
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
    let counts: Vec<(&str, &str)> = counts
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
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

pub(super) fn json<T: serde::Serialize>(value: &T) -> String {
    // Our own types have text keys and finite numbers: nothing in them can refuse.
    serde_json::to_string(value).unwrap_or_default()
}
