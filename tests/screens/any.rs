//! Whatever is pressed, however large the screen is: nothing breaks, and every frame is whole.

use crate::kit::{Stall, english_stall, stall};
use etal::{domain::catalogue::Catalogue, ui::keys::Key};
use proptest::prelude::*;
use ratatui::{Terminal, backend::TestBackend};

/// Keys that mean something somewhere, and some that do not.
const KEYS: &str = "0123456789aceilnopstuxzAEIOPT*+=/:!?,;.é'(%ùœ ";

/// Ways to each screen from the sale.
const WAYS: [&str; 12] = [
    "",
    "<esc>",
    ":",
    "?",
    "<esc>4",
    "<f8>",
    "<esc>5",
    "12:",
    "77:",
    "<esc>4a",
    "12:u",
    "<esc>4p1<enter>",
];

fn key() -> impl Strategy<Value = Key> {
    let signs: Vec<char> = KEYS.chars().collect();
    let named = vec![
        Key::Enter,
        Key::Escape,
        Key::Back,
        Key::Delete,
        Key::Tab,
        Key::BackTab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::F(1),
        Key::F(3),
        Key::F(4),
        Key::F(8),
        Key::F(9),
        Key::Ctrl('p'),
        Key::Ctrl('c'),
    ];
    prop_oneof![
        3 => prop::sample::select(signs).prop_map(Key::Char),
        2 => prop::sample::select(named),
        1 => any::<char>().prop_map(Key::Char),
    ]
}

fn draw(stall: &Stall, columns: u16, rows: u16) -> usize {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let draw = |frame: &mut ratatui::Frame<'_>| stall.till.model.view(frame);
    terminal.draw(draw).unwrap();
    terminal.backend().buffer().content.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_key_and_no_size_breaks_a_screen(
        way in prop::sample::select(WAYS.to_vec()),
        keys in prop::collection::vec((key(), 10..400_u64), 0..60),
        sizes in prop::collection::vec((1..200_u16, 1..60_u16), 4),
        goods in prop::bool::weighted(0.8),
        french in any::<bool>(),
    ) {
        let mut stall = if french { stall() } else { english_stall() };
        if !goods {
            stall.till.model.shop.catalogue = Catalogue::default();
        }
        stall.press("12<enter>31<enter>").press(way).rest();
        for (at, (key, gap_ms)) in keys.iter().enumerate() {
            stall.press_every(*gap_ms, &key.notation());
            if at % 7 == 0 {
                draw(&stall, 80, 24);
            }
        }
        for (columns, rows) in sizes {
            let cells = draw(&stall, columns, rows);
            prop_assert_eq!(cells, usize::from(columns) * usize::from(rows));
        }
    }
}

#[test]
fn every_screen_is_drawn_at_every_size() {
    for way in WAYS {
        let mut stall = stall();
        stall.press("12<enter>").press(way).rest();
        for columns in [1, 2, 3, 10, 40, 59, 60, 61, 75, 76, 80, 85, 120, 200] {
            for rows in [1, 2, 3, 5, 19, 20, 21, 24, 30, 60] {
                draw(&stall, columns, rows);
            }
        }
    }
}
