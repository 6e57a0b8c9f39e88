//! `etal keeper reset`: the way out for a forgotten PIN. Whoever holds the machine could change the
//! file as well; this way the journal says that it was done.

use std::io::{self, Write};

use super::{
    super::{clock, desk, keeper::Asker},
    refusal::Refusal,
};
use crate::{
    domain::{facts::Happening, ids::Mint, label::Label},
    store::Store,
    ui::words::Words,
};

/// Whether a question was answered before it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreed {
    /// With a yes.
    Already,
    /// It is to be asked.
    Ask,
}

/// Takes the PIN away once a word was typed; the journal keeps that it was done here.
pub fn reset(
    agreed: Agreed,
    store: &mut Store,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    if store.keeper()?.is_none() {
        return Ok(writeln!(out, "{}", words.say("keeper-cli-none"))?);
    }
    if agreed == Agreed::Ask && !is_agreed(words, out)? {
        return Err(Refusal::Told(words.say("keeper-cli-kept")));
    }
    let asker = Asker {
        uid: Mint::new(desk::seed()?).uid(),
        at: clock::now(),
        operator: String::new(),
    };
    let detail = Label::new("etal keeper reset");
    let cleared = asker.says(Happening::KeeperCleared, detail);
    store.keep(None, Some(cleared))?;
    Ok(writeln!(out, "{}", words.say("keeper-cli-done"))?)
}

fn is_agreed(words: &Words, out: &mut impl Write) -> Result<bool, Refusal> {
    let word = words.say("keeper-cli-word");
    let ask = words.say_with("keeper-cli-ask", &[("word", &word)]);
    write!(out, "{ask} ")?;
    out.flush()?;
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line.trim().to_lowercase() == word)
}
