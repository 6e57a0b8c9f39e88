//! A market is opened: the clock, the market, the weather, the float.

use etal::{store::Store, ui::words::Language};
use expect_test::expect;
use serde_json::Value;

use crate::{
    kit::{Stall, morning, open, stall},
    market::{cash, cash_id, closed, status, title},
};

fn days(stall: &Stall) -> Vec<Value> {
    let entries = stall.entries("day");
    entries
        .iter()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect()
}

fn clocks(stall: &Stall) -> usize {
    let events = stall.entries("event");
    events.iter().filter(|it| it.contains("\"clock\"")).count()
}

#[test]
fn a_market_like_the_last_one_is_opened_with_six_keys() {
    let mut stall = open(closed(), Language::French, None);
    assert!(
        status(&stall).starts_with("! Ouvrir la journée"),
        "{}",
        status(&stall)
    );
    stall.press("<f7>o").rest();
    expect![[r#"
        │ OUVERTURE · Marché de Die · sam. 21 nov. · Léa                Ticket 1 · 10:42 │ [Title]
        │┌ Ouvrir la journée ─────────────────────────┐┌ Fond de caisse · espèces ──────┐│ [Quiet]
        ││                                            ││     50 €       0               ││ [Quiet]
        ││   █  █████    █   █ █████                  ││     20 €       2         40,00 ││ [Quiet, Total]
        ││  ██  █   █ ██ █   █     █                  ││     10 €       4         40,00 ││ [Quiet, Total]
        ││   █  █   █    █████ █████                  ││      5 €       6         30,00 ││ [Quiet, Total]
        ││   █  █   █ ██     █ █                      ││      2 €      10         20,00 ││ [Quiet, Total]
        ││  ███ █████        █ █████                  ││      1 €      10         10,00 ││ [Quiet, Total]
        ││                                            ││   0,50 €      10          5,00 ││ [Quiet]
        ││ samedi 21 novembre 2026                    ││   0,20 €      15          3,00 ││ [Quiet]
        ││                                            ││   0,10 €      20          2,00 ││ [Quiet]
        ││ Marché > Die                               ││   0,05 €       0               ││ [Quiet, Entry]
        ││                                            ││   0,02 €       0               ││ [Quiet]
        ││ Entrée garde ce nom ; tapez pour en mettre ││   0,01 €       0               ││ [Quiet]
        ││ un autre.                                  ││ Total                 150,00 € ││ [Quiet]
        ││                                            ││ Laissé par A-Z1 : 150,00 €     ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Continuer  Échap Retour                                                 │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<enter>1").rest();
    expect![[r#"
        │ OUVERTURE · Marché de Die · sam. 21 nov. · Léa                Ticket 1 · 10:42 │ [Title]
        │┌ Ouvrir la journée ─────────────────────────┐┌ Fond de caisse · espèces ──────┐│ [Quiet]
        ││                                            ││     50 €       0               ││ [Quiet]
        ││   █  █████    █   █ █████                  ││     20 €       2         40,00 ││ [Quiet, Total]
        ││  ██  █   █ ██ █   █     █                  ││     10 €       4         40,00 ││ [Quiet, Total]
        ││   █  █   █    █████ █████                  ││      5 €       6         30,00 ││ [Quiet, Total]
        ││   █  █   █ ██     █ █                      ││      2 €      10         20,00 ││ [Quiet, Total]
        ││  ███ █████        █ █████                  ││      1 €      10         10,00 ││ [Quiet, Total]
        ││                                            ││   0,50 €      10          5,00 ││ [Quiet]
        ││ samedi 21 novembre 2026                    ││   0,20 €      15          3,00 ││ [Quiet]
        ││                                            ││   0,10 €      20          2,00 ││ [Quiet]
        ││ Marché Die                                 ││   0,05 €       0               ││ [Quiet]
        ││ Météo soleil                               ││   0,02 €       0               ││ [Quiet]
        ││                                            ││   0,01 €       0               ││ [Quiet]
        ││ Comptez le tiroir, puis Entrée si la somme ││>Total                 150,00 € ││ [Quiet, Chosen]
        ││ à droite est juste ; sinon tapez la vôtre. ││ Laissé par A-Z1 : 150,00 €     ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Confirmer  = Une somme  ↑ Choisir  Tab Compter plus tard  ? Aide        │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<enter>").rest();
    assert_eq!((stall.keys, title(&stall).as_str()), (5, "VENTE"));
    assert_eq!(
        status(&stall),
        "+ Journée ouverte. Fond de caisse\u{a0}: 150,00\u{a0}€."
    );
    let opened = days(&stall);
    assert_eq!(
        opened[1],
        serde_json::json!({"market": "Die", "weather": "sun"})
    );
    let float = cash(&stall).pop().unwrap();
    assert_eq!(
        (&float["way"], &float["cents"], &float["left"]),
        (&"float".into(), &15_000.into(), &15_000.into())
    );
    assert_eq!(float["pieces"].as_array().unwrap().len(), 8);
    stall.press("<esc><esc>");
    assert_eq!(status(&stall), "", "what was answered is not asked again");
}

#[test]
fn a_float_is_counted_by_pieces_and_its_difference_is_said_and_kept() {
    let mut stall = open(closed(), Language::English, None);
    stall.press("<f7>o<back><back><back>Crest<enter><enter>");
    // One note of five less.
    stall.press("<up><home><down><down><down>5").rest();
    expect![[r#"
        │ OPENING · Marché de Die · Sat 21 Nov · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Open the day ──────────────────────────────┐┌ Float · cash ──────────────────┐│ [Quiet]
        ││                                            ││      €50       0               ││ [Quiet]
        ││   █  █████    █   █ █████                  ││      €20       2         40.00 ││ [Quiet, Total]
        ││  ██  █   █ ██ █   █     █                  ││      €10       4         40.00 ││ [Quiet, Total]
        ││   █  █   █    █████ █████                  ││>      €5       5         25.00 ││ [Quiet, Total, Chosen]
        ││   █  █   █ ██     █ █                      ││       €2      10         20.00 ││ [Quiet, Total]
        ││  ███ █████        █ █████                  ││       €1      10         10.00 ││ [Quiet, Total]
        ││                                            ││    €0.50      10          5.00 ││ [Quiet]
        ││ Saturday 21 November 2026                  ││    €0.20      15          3.00 ││ [Quiet]
        ││                                            ││    €0.10      20          2.00 ││ [Quiet]
        ││ Market Crest                               ││    €0.05       0               ││ [Quiet]
        ││ Weather                                    ││    €0.02       0               ││ [Quiet]
        ││                                            ││    €0.01       0               ││ [Quiet]
        ││ Count the drawer, then Enter if the sum at ││ Total                  €145.00 ││ [Quiet]
        ││ the right is right; type yours if not.     ││ Left by A-Z1: €150.00          ││ [Quiet]
        ││                                            ││ Difference: -€5.00             ││ [Quiet, Warning]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Next  = One sum  ↑ Choose  Tab Count later  Esc Back  ? Help             │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<end><enter>").rest();
    assert_eq!(
        status(&stall),
        "+ The day is open. Float: €145.00, difference -€5.00."
    );
    let float = cash(&stall).pop().unwrap();
    assert_eq!(
        (&float["cents"], &float["left"]),
        (&14_500.into(), &15_000.into())
    );
    assert_eq!(days(&stall)[1]["market"], "Crest");
}

#[test]
fn one_total_will_do() {
    let mut stall = open(closed(), Language::French, None);
    stall.press("<f7>f=148,20<enter>").rest();
    let float = cash(&stall).pop().unwrap();
    assert_eq!(
        (&float["cents"], &float["pieces"]),
        (&14_820.into(), &Value::Null)
    );
    assert_eq!(
        status(&stall),
        "+ Fond de caisse\u{a0}: 148,20\u{a0}€, écart -1,80\u{a0}€."
    );
    assert_eq!(title(&stall), "MOUVEMENTS DE CAISSE");
    assert_eq!(
        days(&stall).len(),
        1,
        "the float alone opens nothing but the period"
    );
}

#[test]
fn a_count_of_minus_three_or_of_a_million_million_coins_is_refused() {
    let mut stall = open(closed(), Language::English, None);
    stall.press("<f7>f<home>-3<enter>").rest();
    assert_eq!(
        status(&stall),
        "! \"-3\" is not a number of notes or coins."
    );
    stall.press("<back><back>1000000000000<enter>").rest();
    assert_eq!(
        status(&stall),
        "! 1000000000000 pieces: too many for a drawer. Nothing is noted."
    );
    // It is not got round by the last field either.
    stall.press("<end><enter>").rest();
    stall.press("<enter>").rest();
    assert_eq!(cash(&stall).len(), 1, "the float of the market before");
    for _ in 0..13 {
        stall.press("<back>");
    }
    stall.press("=1000000000000<enter>").rest();
    assert!(status(&stall).contains("too large"), "{}", status(&stall));
    assert_eq!(cash(&stall).len(), 1);
}

#[test]
fn a_kill_in_the_middle_of_the_opening_comes_back_to_its_step_with_all_that_was_typed() {
    let mut stall = open(closed(), Language::French, None);
    stall.press("<f7>oCrest<enter>2<home>1<enter>3").rest();
    let before = stall.screen();
    let mut stall = open(stall.into_store(), Language::French, None);
    assert_eq!(stall.screen(), before);
    stall.press("<end><enter>").rest();
    let float = cash(&stall).pop().unwrap();
    assert_eq!(float["cents"], 15_000 + 5_000 + 2_000);
    assert_eq!(
        days(&stall)[1],
        serde_json::json!({"market": "Crest", "weather": "clouds"})
    );
    // Once written, nothing of it is left.
    let stall = open(stall.into_store(), Language::French, None);
    assert_eq!(title(&stall), "VENTE");
}

#[test]
fn an_opening_that_is_left_waits_and_selling_goes_on() {
    let mut stall = open(closed(), Language::French, None);
    stall.press("<f7>oCrest<enter><esc><esc>").rest();
    assert_eq!(title(&stall), "VENTE");
    let mut stall = open(stall.into_store(), Language::French, None);
    assert_eq!(title(&stall), "VENTE", "nobody was at it");
    stall.press("12<enter>+").rest();
    stall.press("<f7>o").rest();
    assert!(stall.screen().contains("Crest"), "{}", stall.screen());
}

/// A store whose last entry was made next week.
fn of_next_week() -> Store {
    let mut store = closed();
    let stop = etal::domain::facts::Event {
        what: etal::domain::facts::Happening::Stop,
        detail: None,
    };
    let fact = etal::domain::journal::Fact::Event(stop);
    crate::market::write_at(&mut store, 30, "2026-11-28T13:05:00+01:00", fact);
    store
}

#[test]
fn a_clock_before_the_last_entry_is_said_and_written_down_once_and_selling_goes_on() {
    let mut stall = open(of_next_week(), Language::French, None);
    assert_eq!(
        status(&stall),
        "! Horloge à régler\u{a0}: 21/11/2026 10:42, dernière écriture 28/11/2026 13:05."
    );
    stall.press("12<enter>+").rest();
    assert_eq!((stall.entries("ticket").len(), clocks(&stall)), (1, 1));
    let stall = open(stall.into_store(), Language::French, None);
    assert_eq!(clocks(&stall), 1);
    assert!(
        status(&stall).starts_with("! Horloge à régler"),
        "{}",
        status(&stall)
    );
}

#[test]
fn opening_with_such_a_clock_asks_flags_and_goes_on() {
    let mut stall = open(of_next_week(), Language::French, None);
    stall.press("<f7>o").rest();
    expect![[r#"
        │ OUVERTURE · Marché de Die · sam. 21 nov. · Léa                Ticket 1 · 10:42 │ [Title]
        │┌ Ouvrir la journée ─────────────────────────┐┌ Fond de caisse · espèces ──────┐│ [Quiet]
        ││                                            ││     50 €       0               ││ [Quiet]
        ││   █  █████    █   █ █████                  ││     20 €       2         40,00 ││ [Quiet, Total]
        ││  ██  █   █ ██ █   █     █                  ││     10 €       4         40,00 ││ [Quiet, Total]
        ││   █  █   █    █████ █████                  ││      5 €       6         30,00 ││ [Quiet, Total]
        ││   █  █   █ ██     █ █                      ││      2 €      10         20,00 ││ [Quiet, Total]
        ││  ███ █████        █ █████                  ││      1 €      10         10,00 ││ [Quiet, Total]
        ││                                            ││   0,50 €      10          5,00 ││ [Quiet]
        ││ samedi 21 novembre 2026                    ││   0,20 €      15          3,00 ││ [Quiet]
        ││                                            ││   0,10 €      20          2,00 ││ [Quiet]
        ││ ! L’horloge dit 21/11/2026 10:42, mais la  ││   0,05 €       0               ││ [Quiet, Warning]
        ││ dernière écriture est du 28/11/2026 13:05. ││   0,02 €       0               ││ [Quiet, Warning]
        ││                                            ││   0,01 €       0               ││ [Quiet]
        ││ Continuer avec cette heure ? O : oui, le   ││ Total                 150,00 € ││ [Quiet]
        ││ journal le note. N : non, il faut d’abord  ││ Laissé par A-Z1 : 150,00 €     ││ [Quiet]
        ││ régler l’heure de l’ordinateur.            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ O Continuer  N Régler d’abord  Échap Retour  ? Aide                            │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("n").rest();
    assert!(
        status(&stall).starts_with("! Réglez l’heure"),
        "{}",
        status(&stall)
    );
    assert_eq!(days(&stall).len(), 1);
    stall.press("<f7>oo").rest();
    stall.press("<enter><enter><enter>").rest();
    let opened = days(&stall).pop().unwrap();
    let flagged = opened["clock_behind"]["utc_ms"].as_i64().unwrap();
    assert!(flagged > morning().utc_ms, "{opened}");
    assert_eq!(clocks(&stall), 1);
    // Set right, it is asked no more.
    stall.until(etal::domain::time::Moment::parse("2026-11-28T13:10:00+01:00").unwrap());
    stall.press("<f7>").rest();
    assert!(!status(&stall).contains("Horloge"), "{}", status(&stall));
}

#[test]
fn a_clock_far_ahead_of_the_last_market_is_looked_at_too() {
    let mut stall = open(closed(), Language::French, None);
    stall.until(etal::domain::time::Moment::parse("2027-11-20T08:00:00+01:00").unwrap());
    stall.press("<f7>o").rest();
    let screen = stall.screen();
    assert!(screen.contains("il y a longtemps"), "{screen}");
    stall.press("o<enter><enter><enter>").rest();
    let opened = days(&stall).pop().unwrap();
    assert_eq!(opened["clock_behind"], Value::Null);
}

#[test]
fn a_brand_new_till_counts_its_first_float_from_nothing() {
    let mut stall = stall();
    assert_eq!(status(&stall), "");
    stall.press("<f7>o<enter><enter>2<enter>5").rest();
    assert!(
        stall.screen().contains("200,00\u{a0}€"),
        "{}",
        stall.screen()
    );
    stall.press("<end><enter>").rest();
    let float = cash(&stall).pop().unwrap();
    assert_eq!(
        (&float["cents"], &float["left"]),
        (&20_000.into(), &Value::Null)
    );
    assert_eq!(
        stall
            .till
            .model
            .shop
            .period
            .float(&cash_id())
            .map(etal::domain::money::Money::cents),
        Some(20_000)
    );
}
