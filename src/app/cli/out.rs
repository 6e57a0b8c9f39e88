//! `etal export day` and `etal sync`: bundles of closings, and their copies.

use std::{
    io::{self, Write},
    path::Path,
};

use serde_json::json;

use super::{
    super::{
        carrier::{Carrier, Order},
        clock, desk,
        keeper::Asker,
    },
    arguments::{Answers, Exported, Which},
    refusal::Refusal,
};
use crate::{
    domain::ids::Mint,
    exchange::sync::Go,
    store::Store,
    ui::{
        event::{Carried, Carry},
        words::Words,
    },
};

/// Writes the bundle of a closing, and those that could not be written before; answers where it
/// is, or what there is to say instead.
pub fn bundle(
    name: &str,
    carrier: &Carrier,
    store: &mut Store,
    asker: Asker,
) -> Result<String, Box<Carried>> {
    let order = Order {
        carry: Carry::Bundle(name.to_owned()),
        asker,
        language: crate::ui::words::Language::default(),
    };
    let mut bundled = None;
    carrier.carry(order, store, &mut |carried| {
        // The first one told is the one that was asked for.
        bundled.get_or_insert(carried);
        Go::On
    });
    match bundled {
        Some(Carried::Bundled { path, .. }) => Ok(path),
        Some(other) => Err(Box::new(other)),
        None => Ok(String::new()),
    }
}

/// What could not be carried, as the sentence of a refusal.
pub fn refused(carried: &Carried, words: &Words) -> Refusal {
    let notice = carried.notice(words);
    Refusal::Told(notice.map_or_else(String::new, |it| it.text(words)))
}

/// Writes bundles again, the same bytes, or puts a copy into another folder.
pub fn export(
    asked: &Exported,
    carrier: &Carrier,
    store: &mut Store,
    (answers, words): (Answers, &Words),
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let mut closed = store.days_closed()?;
    match &asked.which {
        Which::Last => closed = closed.split_off(closed.len().saturating_sub(1)),
        Which::Named(name) => closed.retain(|it| it.name.eq_ignore_ascii_case(name)),
        Which::Day(day) => closed.retain(|it| it.label == *day),
    }
    if closed.is_empty() {
        return Err(Refusal::Told(match &asked.which {
            Which::Last => words.say("cli-none-closed"),
            Which::Named(name) => words.say_with("cli-no-closing", &[("name", name)]),
            Which::Day(day) => words.say_with("cli-none-closed-on", &[("day", day)]),
        }));
    }
    let mut mint = Mint::new(desk::seed()?);
    for closing in closed {
        let name = closing.name;
        let who = asker(&mut mint);
        let written = match &asked.to {
            None => bundle(&name, carrier, store, who),
            Some(folder) => elsewhere(folder, &name, carrier, store, who),
        };
        let path = written.map_err(|what| refused(&what, words))?;
        match answers {
            Answers::Json => writeln!(out, "{}", json!({"closing": name, "path": path}))?,
            Answers::Words => {
                let closing = name;
                say(&Carried::Bundled { closing, path }, words, out)?;
            }
        }
    }
    Ok(())
}

/// A bundle into another folder, which the journal is told of: data leaves the till.
fn elsewhere(
    folder: &Path,
    name: &str,
    carrier: &Carrier,
    store: &mut Store,
    asker: Asker,
) -> Result<String, Box<Carried>> {
    let written = Carrier::bundle_into(folder, name, store).and_then(|path| {
        Carrier::exported(&format!("day {name}"), asker, store)?;
        Ok(path.display().to_string())
    });
    written.map_err(|obstacle| {
        let trouble = carrier.noted(&obstacle);
        Box::new(Carried::NotBundled(name.to_owned(), trouble))
    })
}

/// Copies every bundle to where it lacks: into the folder given, else into all folders of the
/// settings and all sticks that are in.
pub fn sync(
    to: Option<&Path>,
    carrier: &Carrier,
    store: &mut Store,
    (answers, words): (Answers, &Words),
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let going = to.map_or_else(
        || {
            let places = carrier.places();
            places.iter().map(|it| carrier.going(&it.path)).collect()
        },
        |folder| vec![carrier.typed(folder)],
    );
    if going.is_empty() {
        return Err(Refusal::Told(words.say("cli-sync-nowhere")));
    }
    let mut mint = Mint::new(desk::seed()?);
    let mut failed = None;
    for place in going {
        let mut said = String::new();
        let mut tell = |step: Carried| progress(&step, &mut said, words);
        let copied = carrier.sync(&place, asker(&mut mint), store, &mut tell);
        let path = place.folder().display().to_string();
        let came = match copied {
            Ok(bundles) => Carried::Synced {
                path,
                bundles: bundles.unwrap_or_default(),
            },
            Err(obstacle) => Carried::NotSynced(path, carrier.noted(&obstacle)),
        };
        match (&came, answers) {
            (Carried::Synced { path, bundles }, Answers::Json) => {
                writeln!(out, "{}", json!({"to": path, "bundles": bundles}))?;
            }
            (Carried::Synced { .. }, Answers::Words) => say(&came, words, out)?,
            _ => failed = failed.or(Some(came)),
        }
    }
    failed.map_or(Ok(()), |what| Err(refused(&what, words)))
}

/// A line a bundle for whoever watches, `said` being the one that was spoken of last; what is
/// printed for programs stays clean.
pub(super) fn progress(carried: &Carried, said: &mut String, words: &Words) -> Go {
    if let Carried::Copying { bundle, .. } = carried {
        if bundle == said {
            return Go::On;
        }
        said.clone_from(bundle);
    }
    if let Some(notice) = carried.notice(words) {
        // A closed stderr has no reader to miss it.
        let _ = writeln!(io::stderr().lock(), "{}", notice.text(words));
    }
    Go::On
}

/// What came of it, as a line.
pub(super) fn say(carried: &Carried, words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    if let Some(notice) = carried.notice(words) {
        writeln!(out, "{}", notice.text(words))?;
    }
    Ok(())
}

/// Who asks, on the command line: nobody that the till knows.
pub(super) fn asker(mint: &mut Mint) -> Asker {
    Asker {
        uid: mint.uid(),
        at: clock::now(),
        operator: String::new(),
    }
}
