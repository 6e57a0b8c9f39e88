//! `etal ring`: from a file or a pipe, to standard output.

use std::{
    fs::File,
    io::{self, BufReader, Write},
    path::Path,
};

use super::{arguments::Strict, refusal::Refusal};
use crate::{
    app::{
        clock, desk,
        ring::{Cut, Strictness, ring},
    },
    domain::ids::Mint,
    store::Store,
    ui::words::Words,
};

/// Rings the sales of a file, or of standard input where there is none.
pub fn sales(
    file: Option<&Path>,
    strict: Strict,
    store: &mut Store,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let strict = match strict {
        Strict::Yes => Strictness::Stops,
        Strict::No => Strictness::GoesOn,
    };
    let mut mint = Mint::new(desk::seed()?);
    let outcome = match file {
        None => {
            let input = io::stdin().lock();
            ring(input, out, store, strict, words, clock::now, &mut mint)
        }
        Some(path) => {
            let file = File::open(path).map_err(|it| Refusal::File(path.to_path_buf(), it))?;
            let input = BufReader::new(file);
            ring(input, out, store, strict, words, clock::now, &mut mint)
        }
    };
    match outcome {
        Ok(outcome) if outcome.refused == 0 => Ok(()),
        Ok(outcome) => {
            let (rung, refused) = (outcome.rung.to_string(), outcome.refused.to_string());
            let blanks = [("rung", rung.as_str()), ("refused", refused.as_str())];
            let sentence = words.say_with("ring-refused", &blanks);
            Err(Refusal::Told(sentence))
        }
        Err(Cut::Store(error)) => Err(Refusal::Store(error)),
        // A pipe that breaks leaves sales unrung: that is no good end.
        Err(Cut::Pipe(error)) => Err(Refusal::System(error)),
    }
}
