//! Moments that others have read off a clock: the domain only does arithmetic with them.

use jiff::{Timestamp, civil::DateTime, tz::Offset};
use serde::{Deserialize, Serialize};

/// The wall clock as it was, and how far it was from UTC; order never depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970 in UTC.
    pub utc_ms: i64,
    /// Minutes to add to UTC to read the local clock.
    pub offset_min: i32,
}

impl Moment {
    /// Reads `2026-11-21T10:42:00+01:00`; a time without an offset is refused.
    pub fn parse(text: &str) -> Option<Self> {
        let time: Timestamp = text.parse().ok()?;
        let pieces = jiff::fmt::temporal::Pieces::parse(text).ok()?;
        let offset = pieces.to_numeric_offset()?;
        Some(Self {
            utc_ms: time.as_millisecond(),
            offset_min: offset.seconds() / 60,
        })
    }

    /// What the local clock and calendar showed.
    pub fn local(self) -> DateTime {
        let offset =
            Offset::from_seconds(self.offset_min.saturating_mul(60)).unwrap_or(Offset::UTC);
        Timestamp::from_millisecond(self.utc_ms)
            .map(|time| offset.to_datetime(time))
            .unwrap_or_default()
    }

    /// The market day this moment belongs to, `YYYY-MM-DD`: sales after midnight and before the
    /// cut-off hour are yesterday's.
    pub fn business_day(self, cut_off_hour: u8) -> String {
        let earlier = Self {
            utc_ms: self.utc_ms - i64::from(cut_off_hour) * 3_600_000,
            ..self
        };
        earlier.local().date().to_string()
    }
}

/// The weekday of a market day, `YYYY-MM-DD`: 1 is Monday; none if it is no day.
pub fn weekday(day: &str) -> Option<i8> {
    let date: jiff::civil::Date = day.parse().ok()?;
    Some(date.weekday().to_monday_one_offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sale_after_midnight_belongs_to_the_evening() {
        let late = Moment::parse("2026-11-22T03:59:00+01:00").unwrap();
        assert_eq!(late.business_day(4), "2026-11-21");
        let early = Moment::parse("2026-11-22T04:00:00+01:00").unwrap();
        assert_eq!(early.business_day(4), "2026-11-22");
        assert_eq!(early.local().hour(), 4);
        assert_eq!(Moment::parse("2026-11-22T04:00:00"), None);
    }
}
