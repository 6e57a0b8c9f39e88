//! A longer period gathered closing by closing: each is a question of its own to the store, so that
//! a sale goes in between, and no more than one day's entries are ever in memory.

use crate::domain::{
    asking::{Ask, Found, Span},
    period::Period,
};

/// The period between two market days, both included; none if no day in it was closed. Whatever
/// answers the questions may serve others between them: what is closed does not change.
pub fn gather<E>(
    (from, to): (&str, &str),
    mut ask: impl FnMut(Ask) -> Result<Found, E>,
) -> Result<Option<Period>, E> {
    let asked = Ask::Period {
        from: from.to_owned(),
        to: to.to_owned(),
    };
    let Found::Period(seen) = ask(asked)? else {
        return Ok(None);
    };
    if seen.closings.is_empty() {
        return Ok(None);
    }
    let mut period = Period::of(from, to, &seen);
    for name in &seen.closings {
        let closing = ask(Ask::Closing(name.clone()))?;
        let sums = ask(Ask::Sums(Span::Closing(name.clone())))?;
        if let (Found::Closing(_, Some(closing)), Found::Sums(sums)) = (closing, sums) {
            period.add(&closing, &sums);
        }
    }
    Ok(Some(period))
}
