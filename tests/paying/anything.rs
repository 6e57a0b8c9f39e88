//! Whatever is pressed, at whatever pace: nothing breaks, and nothing that is too fast pays.

use proptest::prelude::*;

use crate::{kit::stall, tickets};

/// Keys that mean something on the screens of a sale, and some that do not.
fn key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "<enter>",
        "<enter>",
        "<enter>",
        "1",
        "2",
        "7",
        "45",
        ",",
        "*",
        "+",
        "=",
        "c",
        "h",
        "o",
        "n",
        "t",
        "d",
        "%",
        "!",
        "?",
        "p",
        "/",
        ":",
        "<back>",
        "<back>",
        "<esc>",
        "<up>",
        "<down>",
        "<right>",
        "<left>",
        "<delete>",
        "<tab>",
        "<f1>",
        "<f3>",
        "<f4>",
        "<f9>",
        "é",
        "<pagedown>",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn keys_faster_than_a_hand_record_nothing(
        keys in prop::collection::vec((key(), 0..120_u64), 1..60),
    ) {
        let mut stall = stall();
        stall.press("12<enter>7<enter>");
        for (key, gap_ms) in keys {
            stall.press_every(gap_ms, key);
        }
        stall.rest();
        prop_assert!(tickets(&stall).is_empty());
    }

    #[test]
    fn no_keys_break_a_screen_or_a_ticket(
        keys in prop::collection::vec(
            (key(), prop::sample::select(vec![10, 60, 130, 180, 180, 180, 700_u64])),
            1..120,
        ),
        size in (1..130_u16, 1..45_u16),
    ) {
        let mut stall = stall();
        stall.press("12<enter>7<enter><enter>");
        stall.resize(size.0, size.1);
        for (key, gap_ms) in keys {
            stall.press_every(gap_ms, key);
            stall.screen();
            prop_assert!(stall.till.model.shop.disk.is_none(), "a ticket did not add up");
        }
        stall.rest();
        let numbers: Vec<i64> = tickets(&stall)
            .iter()
            .map(|ticket| ticket["number"].as_i64().unwrap())
            .collect();
        let upwards: Vec<i64> = (1..).take(numbers.len()).collect();
        prop_assert_eq!(&numbers, &upwards);
        let next = i64::try_from(stall.till.model.shop.next_number).unwrap();
        prop_assert_eq!(next, i64::try_from(upwards.len()).unwrap() + 1);
    }
}
