//! `etal settings show` and `etal settings apply FILE`: what decides money, as TOML.

use std::{fs, io::Write, path::Path};

use super::{
    super::{clock, desk},
    arguments::DryRun,
    refusal::Refusal,
    say,
};
use crate::{
    domain::{
        facts::{Event, Happening},
        ids::Mint,
        journal::{Fact, Proposal},
        label::Label,
    },
    exchange::settings,
    store::Store,
    ui::words::Words,
};

/// Writes the settings in force as a file that `apply` takes back.
pub fn show(store: &Store, words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    let text = settings::show(&store.settings()?, &store.catalogue()?, |id| words.say(id));
    Ok(write!(out, "{text}")?)
}

/// Takes a file in; what it does not name stays as it is.
pub fn apply(
    file: &Path,
    dry_run: DryRun,
    store: &mut Store,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let text = fs::read_to_string(file).map_err(|it| Refusal::File(file.to_path_buf(), it))?;
    let mut mint = Mint::new(desk::seed()?);
    let (decides, rest) = settings::read(&text, &store.settings()?, &store.catalogue()?, &mut mint)
        .map_err(|refusal| {
            let (line, column) = (refusal.line.to_string(), refusal.column.to_string());
            let place = words.say_with(
                "cli-settings-place",
                &[("line", &line), ("column", &column)],
            );
            Refusal::Told(format!("{place} {}", say(&refusal.reason.said(), words)))
        })?;
    let mut facts = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    if !decides.is_empty() {
        for (name, there) in [
            ("stall", decides.stall.is_some()),
            ("tenders", decides.tenders.is_some()),
            ("vat_rates", decides.vat_rates.is_some()),
            ("rules", decides.rules.is_some()),
            ("tariffs", decides.tariffs.is_some()),
            ("deposits", decides.deposits.is_some()),
            ("operators", decides.operators.is_some()),
        ] {
            parts.extend(there.then(|| name.to_owned()));
        }
        facts.push(Fact::Settings(decides));
    }
    if !rest.is_empty() {
        parts.extend(rest.producers.iter().map(|it| it.name.to_string()));
        parts.extend(rest.departments.iter().map(|it| it.name.to_string()));
        parts.extend(rest.quick_keys.as_ref().map(|_| "quick_keys".to_owned()));
        facts.push(Fact::Catalogue(rest));
    }
    if facts.is_empty() {
        return Ok(writeln!(out, "{}", words.say("cli-settings-same"))?);
    }
    let changed = parts.join(", ");
    if dry_run == DryRun::Yes {
        let line = words.say_with("cli-settings-tried", &[("changed", &changed)]);
        return Ok(writeln!(out, "{line}")?);
    }
    if store.keeper()?.is_some() {
        // The command line is whoever holds the machine, who could change the file as well: a PIN
        // would keep nobody out, a trace is read.
        facts.push(Fact::Event(Event {
            what: Happening::KeeperAllowed,
            detail: Label::new("etal settings apply"),
        }));
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
    let line = words.say_with("cli-settings-done", &[("changed", &changed)]);
    Ok(writeln!(out, "{line}")?)
}
