//! The shapes that screens are made of: whole at the design size, harmless at any other, and cheap
//! on a slow line.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{cell::Cell as Counter, io, rc::Rc};

use etal::app::paint::Paint;
use etal::ui::{
    canvas::{Canvas, Look},
    foot::Bind,
    keys::Key,
    room,
    rows::Cell,
    theme::{Role, Theme},
    words::{Language, Words},
};
use expect_test::expect;
use proptest::prelude::*;
use ratatui::{
    Frame, Terminal, TerminalOptions, Viewport,
    backend::TestBackend,
    buffer::Cell as Drawn,
    layout::{Position, Rect},
    style::{Color, Modifier},
};

#[test]
fn a_stall_at_the_design_size() {
    expect![[r#"
        │ ÉTAL  Marché de Die · sam. 21 nov.                           Ticket 42 · 10:42 │
        │┌ Ticket 42 ─────────────────────────────────┐┌ Les plus vendus ───────────────┐│
        ││        3 Carottes botte      2,00     6,00 ││ Miel de châtaignier, pot de 5… ││
        ││>0,860 kg Tomates             3,50     3,01 ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        ││                                            ││                                ││
        │└────────────────────────────────────────────┘└────────────────────────────────┘│
        │                                                                                │
        │          ██████████        ██████████      ██              ████████            │
        │          ██      ██        ██      ██    ████            ██                    │
        │          ██████████        ██      ██      ██          ██████████              │
        │                  ██  ████  ██      ██      ██            ██                    │
        │          ██████████    ██  ██████████    ██████            ████████            │
        │ >                                                                              │
        │ Entrée Entrée  ? Fin                                                           │
    "#]]
    .assert_eq(&picture(80, 24, &french(), Sample::default()));
}

#[test]
fn a_key_word_that_does_not_fit_is_left_out_but_help_stays() {
    let binds = [
        Bind::new(Key::Enter, "key-home"),
        Bind::new(Key::Back, "key-pagedown"),
        Bind::new(Key::Char('?'), "key-end"),
    ];
    let line = |width| {
        let draw = |canvas: &mut Canvas| canvas.foot(canvas.area(), &binds);
        shown(width, 1, &french(), draw).concat()
    };
    assert_eq!(
        line(50),
        " Entrée Début  Retour arrière Page suiv.  ? Fin   "
    );
    assert_eq!(line(40), " Entrée Début  ? Fin                    ");
    assert_eq!(line(16), " ? Fin          ");
    assert_eq!(line(6), " ? F… ");
}

#[test]
fn a_sum_is_as_large_as_its_room_and_never_cut() {
    let drawn = |width, height| {
        let draw = |canvas: &mut Canvas| {
            let area = canvas.area();
            canvas.big(area, Role::Total, "20,41\u{a0}€");
        };
        let rows = shown(width, height, &french(), draw);
        rows.iter()
            .map(|row| row.trim_end())
            .collect::<Vec<_>>()
            .join(
                "
",
            )
            + "
"
    };
    expect![[r#"
        █████ █████    █   █   █       ████
            █ █   █    █   █  ██      █
        █████ █   █    █████   █     █████
        █     █   █ ██     █   █      █
        █████ █████  █     █  ███      ████
    "#]]
    .assert_eq(&drawn(36, 5));
    assert_eq!(drawn(12, 5).lines().next(), Some("20,41\u{a0}€"));
    assert_eq!(drawn(6, 1), "…\n");
    let large = drawn(75, 10);
    assert!(
        large.lines().nth(1).unwrap().starts_with("██████████"),
        "{large}"
    );
    let square = drawn(75, 5);
    assert!(square.starts_with("██████████  ██████████"), "{square}");
}

#[test]
fn a_screen_too_small_says_so() {
    let mut small = false;
    let rows = shown(30, 4, &french(), |canvas| small = canvas.too_small());
    assert!(small);
    assert_eq!(rows[0].trim_end(), "Fenêtre trop petite\u{a0}: 60×20 au");
    shown(60, 20, &french(), |canvas| small = canvas.too_small());
    assert!(!small);
}

#[test]
fn soleil_paints_every_cell_and_leaves_nothing_from_below() {
    let look = Look {
        theme: Theme::soleil(),
        words: Words::of(Language::French),
    };
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal
        .draw(|frame| draw(frame, &look, Sample::default()))
        .unwrap();
    let buffer = terminal.backend().buffer();
    assert!(
        buffer
            .content
            .iter()
            .all(|cell| cell.bg != Color::Reset && cell.fg != Color::Reset)
    );

    terminal
        .draw(|frame| {
            let mut canvas = Canvas::new(frame, &look);
            let area = canvas.area();
            canvas.text(area, Role::Alarm, "bold below");
            canvas.text(area, Role::Text, "plain");
        })
        .unwrap();
    let cell = terminal.backend().buffer().cell((0, 0)).unwrap();
    assert_eq!(cell.modifier, Modifier::empty());
}

#[test]
fn the_cursor_stands_behind_what_is_typed_and_its_end_is_seen() {
    let typed = |text: &str| {
        let mut terminal = Terminal::new(TestBackend::new(12, 2)).unwrap();
        let look = french();
        terminal
            .draw(|frame| {
                let mut canvas = Canvas::new(frame, &look);
                canvas.entry(Rect::new(2, 1, 8, 1), text);
            })
            .unwrap();
        let row: String = terminal.backend().buffer().content[12..]
            .iter()
            .map(Drawn::symbol)
            .collect();
        (row, terminal.backend().cursor_position())
    };
    assert_eq!(
        typed("2*mi"),
        ("  2*mi      ".to_owned(), Position::new(6, 1))
    );
    assert_eq!(
        typed("2*carottes"),
        ("  …rottes   ".to_owned(), Position::new(9, 1))
    );
}

#[test]
fn one_typed_character_is_under_200_bytes_on_the_line() {
    for theme in [Theme::soleil(), Theme::nuit(), Theme::mono()] {
        let look = Look {
            theme,
            words: Words::of(Language::French),
        };
        let written = Rc::new(Counter::new(0));
        let area = Rect::new(0, 0, 80, 24);
        let viewport = Viewport::Fixed(area);
        let out = Paint::new(Counted(Rc::clone(&written)), area);
        let mut terminal = Terminal::with_options(out, TerminalOptions { viewport }).unwrap();
        let sell = |typed, echo| Sample { typed, echo };
        let mut most = 0;
        for sample in [
            sell("", ""),
            sell("2", "2 ×"),
            sell("2*m", "2 × Miel 500 g = 14,40 €"),
            sell("2*mi", "2 × Miel de châtaignier, pot de 500 g = 17,80 €"),
            sell("2*mie", "2 × Miel de châtaignier, pot de 500 g = 17,80 €"),
            sell("2*mieu", "aucun article"),
        ] {
            let before = written.get();
            terminal.draw(|frame| draw(frame, &look, sample)).unwrap();
            if !sample.typed.is_empty() {
                most = most.max(written.get() - before);
            }
        }
        assert!(most < 200, "{most} bytes");
        let before = written.get();
        terminal
            .draw(|frame| draw(frame, &look, sell("2*mieu", "aucun article")))
            .unwrap();
        assert!(
            written.get() - before < 40,
            "{} bytes for nothing",
            written.get() - before
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_size_and_no_text_breaks_a_drawing(
        width in 1..=300_u16,
        height in 1..=100_u16,
        odd in (0..400_u16, 0..200_u16, 0..400_u16, 0..200_u16),
        text in ".{0,40}",
        more in "\\PC{0,20}",
    ) {
        let look = french();
        shown(width, height, &look, |canvas| {
            let (x, y, wide, high) = odd;
            let rooms = [canvas.area(), Rect::new(x, y, wide, high)];
            for room in rooms {
                draw_all(canvas, room, &text, &more);
            }
        });
    }
}

fn draw_all(canvas: &mut Canvas, at: Rect, text: &str, more: &str) {
    canvas.too_small();
    canvas.bar(at, text, more);
    let inside = canvas.boxed(at, text);
    canvas.wrapped(inside, Role::Quiet, text);
    canvas.notice(inside, Role::Alarm, more);
    canvas.text_right(inside, Role::Text, text);
    canvas.text_centred(inside, Role::Text, more);
    canvas.row(
        at,
        Role::Chosen,
        &[
            Cell::column(text, 5),
            Cell::label(more),
            Cell::amount(text, 8),
        ],
    );
    canvas.line(at, &[(Role::Key, text), (Role::Text, more)]);
    canvas.big(at, Role::Total, text);
    canvas.big(inside, Role::Total, "1\u{202f}234,50\u{a0}€");
    canvas.foot(
        at,
        &[
            Bind::new(Key::Enter, "key-enter"),
            Bind::new(Key::Up, "key-up"),
        ],
    );
    canvas.entry(at, text);
    canvas.fill(at, Role::Total, "█");
    canvas.cursor(at.x, at.y);
}

/// What a sell screen looks like, roughly; the real one has its own pictures.
#[derive(Clone, Copy, Default)]
struct Sample {
    typed: &'static str,
    echo: &'static str,
}

fn draw(frame: &mut Frame, look: &Look, sample: Sample) {
    let mut canvas = Canvas::new(frame, look);
    let mut area = canvas.area();
    let head = room::top(&mut area, 1);
    canvas.bar(
        head,
        "ÉTAL  Marché de Die · sam. 21 nov.",
        "Ticket 42 · 10:42",
    );
    let keys = room::bottom(&mut area, 1);
    canvas.foot(
        keys,
        &[
            Bind::new(Key::Enter, "key-enter"),
            Bind::new(Key::Char('?'), "key-end"),
        ],
    );
    let entry = room::bottom(&mut area, 1);
    let mut total = room::bottom(&mut area, 6);
    let mut ticket = area;
    let list = room::right(&mut ticket, 34);
    let mut list = canvas.boxed(list, "Les plus vendus");
    let row = room::top(&mut list, 1);
    canvas.row(
        row,
        Role::Text,
        &[Cell::label("Miel de châtaignier, pot de 500 g")],
    );
    let mut ticket = canvas.boxed(ticket, "Ticket 42");
    let row = room::top(&mut ticket, 1);
    let line = |quantity, label, price, sum| {
        [
            Cell::amount(quantity, 8),
            Cell::label(label),
            Cell::amount(price, 8),
            Cell::amount(sum, 8),
        ]
    };
    canvas.row(
        row,
        Role::Text,
        &line("3", "Carottes botte", "2,00", "6,00"),
    );
    let row = room::top(&mut ticket, 1);
    canvas.row(
        row,
        Role::Chosen,
        &line("0,860 kg", "Tomates", "3,50", "3,01"),
    );
    room::top(&mut total, 1);
    room::left(&mut total, 10);
    canvas.big(total, Role::Total, &canvas.words().money(sum()));
    let mut entry = entry;
    let echo = room::right(&mut entry, 50);
    canvas.text(echo, Role::Quiet, sample.echo);
    canvas.text(entry, Role::Text, " >");
    room::left(&mut entry, 3);
    canvas.entry(entry, sample.typed);
}

fn sum() -> etal::domain::money::Money {
    etal::domain::money::Money::from_cents(901).unwrap()
}

fn french() -> Look {
    Look {
        theme: Theme::probe(),
        words: Words::of(Language::French),
    }
}

fn picture(width: u16, height: u16, look: &Look, sample: Sample) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, look, sample)).unwrap();
    format!(
        "│{}│
",
        rows(&terminal).join(
            "│
│"
        )
    )
}

fn shown(width: u16, height: u16, look: &Look, mut draw: impl FnMut(&mut Canvas)) -> Vec<String> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal
        .draw(|frame| draw(&mut Canvas::new(frame, look)))
        .unwrap();
    rows(&terminal)
}

fn rows(terminal: &Terminal<TestBackend>) -> Vec<String> {
    let buffer = terminal.backend().buffer();
    let cells = buffer.content.chunks(usize::from(buffer.area.width));
    cells
        .map(|row| row.iter().map(Drawn::symbol).collect())
        .collect()
}

struct Counted(Rc<Counter<usize>>);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
