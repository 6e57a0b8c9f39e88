//! The only place where a clock is read; everybody else is handed the moment.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the file that the prohibition points to"
)]

use std::{env, fs, sync::LazyLock, time::Instant};

use jiff::{Timestamp, tz::TimeZone};

use crate::domain::time::Moment;

/// The wall clock now, with the machine's offset from UTC; it may jump, so no order depends on it.
pub fn now() -> Moment {
    let utc_ms = now_utc_ms();
    Moment {
        utc_ms,
        offset_min: offset_min(utc_ms),
    }
}

/// Milliseconds since 1970 in UTC, as the machine believes.
pub fn now_utc_ms() -> i64 {
    Timestamp::now().as_millisecond()
}

/// Minutes to add to UTC for the local clock at that moment, in the machine's time zone; 0 where
/// it has none or the moment is out of all calendars. The zone is read once: looking for it again
/// goes through its whole database on the disk, and a key would wait for that.
pub fn offset_min(utc_ms: i64) -> i32 {
    static ZONE: LazyLock<TimeZone> = LazyLock::new(zone);
    Timestamp::from_millisecond(utc_ms)
        .map(|moment| ZONE.to_offset(moment).seconds() / 60)
        .unwrap_or_default()
}

/// The zone of the environment, or the one that the system's file holds, which says it without its
/// name; by its name where there is no such file.
fn zone() -> TimeZone {
    if env::var_os("TZ").is_some() {
        return TimeZone::system();
    }
    fs::read("/etc/localtime")
        .ok()
        .and_then(|rules| TimeZone::tzif("", &rules).ok())
        .unwrap_or_else(TimeZone::system)
}

/// Milliseconds on a clock that never goes back, from some moment of this run: for the time
/// between two keys.
pub fn monotonic_ms() -> u64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    u64::try_from(START.elapsed().as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_between_keys_never_runs_back() {
        let first = monotonic_ms();
        assert!(monotonic_ms() >= first);
    }

    #[test]
    fn a_moment_out_of_all_calendars_is_no_fault() {
        assert_eq!(offset_min(i64::MAX), 0);
    }
}
