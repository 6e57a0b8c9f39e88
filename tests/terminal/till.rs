//! The till itself in a terminal, on the sample market: sold on, cut off, started again.

use super::{
    market::{DELIBERATE, Market, add, pay, quit, started, ticket},
    pty::{Terminal, text},
};

#[test]
fn a_market_morning_with_two_power_cuts_loses_nothing_and_sells_nothing_twice() {
    let market = Market::new();
    let mut till = market.open();
    add(&mut till, "12", "1 Carottes botte 2,00 2,00");
    add(&mut till, "860*31", "0,860 kg Tomates 3,50 3,01");
    pay(&mut till);
    till.wait_for("À PAYER");
    pay(&mut till);
    till.wait_for("enregistré · 5,01 € · espèces 5,01 €");
    let told = till.text();
    let name = told
        .split("Ticket ")
        .find(|it| it.starts_with("A-"))
        .unwrap();
    let name = name.split(' ').next().unwrap().to_owned();

    // The next customer, cut off after two articles.
    add(&mut till, "3*12", "3 Carottes botte lot 5,00");
    add(&mut till, "45", "1 Miel 500 g 7,20 7,20");
    assert_eq!(rows_of(&mut till, &name), 1);
    assert_eq!(rows_of(&mut till, &name), 1);
    let basket = ["3 Carottes botte lot 5,00", "1 Miel 500 g 7,20 7,20"];
    till.cut();
    let mut till = Terminal::open(market.demo());
    till.wait_until("the basket", |screen| ticket(screen) == basket);
    assert_eq!(rows_of(&mut till, &name), 1);

    // Cut off again with a part paid by card.
    pay(&mut till);
    till.wait_for("À PAYER");
    market.until_written(|| {
        till.press("4");
        till.pause(DELIBERATE);
        till.press("c");
        till.wait_for("Retour arrière Reprendre");
    });
    let paying = below_the_clock(till.screen());
    till.cut();
    let mut till = Terminal::open(market.demo());
    till.wait_until(&paying, |screen| below_the_clock(screen) == paying);
    pay(&mut till);
    till.wait_for("enregistré");
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    let empty = [
        "Le ticket est vide. Tapez un code ou le",
        "début d’un nom, puis Entrée.",
    ];
    till.wait_until("an empty ticket", |screen| ticket(screen) == empty);
    quit(&mut till);

    let number: u64 = name.trim_start_matches("A-").parse().unwrap();
    assert_eq!(market.verified()["tickets"], number + 1);
}

/// Looks into the journal, from the sell screen and back; answers how many of its rows begin with
/// this ticket's name, which is the latest. The store answers in order: what it was asked to write
/// before is written then, but for a basket that waits for the one before it to be saved.
fn rows_of(till: &mut Terminal, name: &str) -> usize {
    till.pause(DELIBERATE);
    till.press("\x1b[19~");
    till.wait_for(&format!("┌ Ticket {name} "));
    let begins = |row: &&str| row.trim_start_matches(['│', '>', ' ']).starts_with(name);
    let rows = till.text().lines().filter(begins).count();
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    rows
}

/// The screen without its first row, which has the time.
fn below_the_clock(screen: &vt100::Screen) -> String {
    text(screen).lines().skip(1).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_closed_window_ends_the_till_and_keeps_the_basket() {
    let market = Market::new();
    let mut till = market.open();
    add(&mut till, "2*45", "2 Miel 500 g 7,20 14,40");
    till.stop_looking("x");
    assert_eq!(till.hang_up().exit_code(), 0);
    let mut till = market.open();
    assert_eq!(ticket(till.screen()), ["2 Miel 500 g 7,20 14,40"]);
    quit(&mut till);
    assert_eq!(market.verified()["clean"], true);
}

#[test]
fn without_colours_the_chosen_line_is_reversed_and_no_colour_is_sent() {
    let market = Market::new();
    let mut command = market.demo();
    command.env("NO_COLOR", "1");
    let mut till = started(command);
    add(&mut till, "12", "1 Carottes botte 2,00 2,00");
    add(&mut till, "45", "1 Miel 500 g 7,20 7,20");
    till.press("\x1b[A");
    till.wait_for("D Remise");
    let row = till.row_of("1 Miel 500 g");
    let cell = |column| till.screen().cell(row, column).unwrap();
    assert!(cell(10).inverse());
    let above = till.screen().cell(row - 1, 10).unwrap();
    assert!(!above.inverse());
    // The reset to the terminal's own colours (39, 49, 59) is none.
    let sent = String::from_utf8_lossy(&till.written).into_owned();
    for style in sent.split("\x1b[").skip(1).filter_map(style) {
        let plain = |part: &str| {
            [
                "", "0", "1", "2", "4", "7", "22", "24", "27", "39", "49", "59",
            ]
            .contains(&part)
        };
        assert!(style.split(';').all(plain), "a colour: {style}");
    }
    till.press("\x1b");
    till.wait_for("Entrée Ajouter/Encaisser");
    quit(&mut till);
}

/// The parameters of a sequence that sets how characters look, if it does.
fn style(sequence: &str) -> Option<&str> {
    let end = sequence.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    let (parameters, rest) = sequence.split_at(end);
    rest.starts_with('m').then_some(parameters)
}

#[test]
fn a_window_that_is_too_small_says_so_and_sells_again_when_it_grows() {
    let market = Market::new();
    let mut till = market.open();
    add(&mut till, "12", "1 Carottes botte 2,00 2,00");
    till.resize(59, 19);
    till.wait_for("Fenêtre trop petite : 60×20 au moins");
    till.resize(80, 24);
    till.wait_for("? Aide");
    assert_eq!(ticket(till.screen()), ["1 Carottes botte 2,00 2,00"]);
    till.resize(120, 40);
    till.wait_until("the keys in the last row", |screen| {
        text(screen)
            .lines()
            .nth(39)
            .is_some_and(|row| row.contains("? Aide"))
    });
    add(&mut till, "45", "1 Miel 500 g 7,20 7,20");
    quit(&mut till);
}
