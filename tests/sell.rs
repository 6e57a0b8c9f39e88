//! Ringing up, as the stallholder sees it: keys in, pictures and journal out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod kit;

use etal::{
    domain::money::Money,
    ui::{event::Event, keys::Key, words::Language},
};
use expect_test::expect;
use kit::{Stall, english_stall, label, open, product, stall, store};

fn total(stall: &Stall) -> i64 {
    stall.till.model.shop.priced().total.cents()
}

fn lines(stall: &Stall) -> Vec<(String, String)> {
    let shop = &stall.till.model.shop;
    shop.basket()
        .lines()
        .iter()
        .map(|line| (line.quantity.plain(), line.label().to_string()))
        .collect()
}

/// The row where the last action is told.
fn told(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().nth(22).unwrap_or_default();
    row.trim_matches('│')
        .split('│')
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// The line being typed with its meaning beside it.
fn echo(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().nth(21).unwrap_or_default();
    let row = row.trim_matches('│').split('│').next().unwrap_or_default();
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn codes_weights_names_and_amounts_make_a_ticket() {
    let mut stall = stall();
    stall.press("3*12<enter>860*31<enter>pa<enter>2x1,50l<enter>");
    let expected = [
        ("3", "Carottes botte"),
        ("0.86", "Tomates"),
        ("1", "Pain de seigle"),
        ("2", "Légumes"),
    ];
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(quantity, name)| ((*quantity).to_owned(), (*name).to_owned()))
        .collect();
    assert_eq!(lines(&stall), expected);
    assert_eq!(total(&stall), 600 + 301 + 400 + 300);
}

#[test]
fn the_sell_screen_in_french() {
    let mut stall = stall();
    stall.press("3*12<enter>860*31<enter>7<enter>45<enter>2*mi");
    expect![[r#"
        │ VENTE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Les plus vendus ───────────────┐│ [Quiet]
        ││        3 Carottes botte      2,00     6,00 ││  12 Carottes botte 2,00 /botte ││ [Quiet]
        ││ 0,860 kg Tomates             3,50     3,01 ││  31 Tomates           3,50 /kg ││ [Quiet]
        ││        1 Pain de seigle      4,00     4,00 ││   7 Pain de seigle   4,00 /pce ││ [Quiet]
        ││        1 Miel 500 g          7,20     7,20 ││  45 Miel 500 g       7,20 /pce ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2,10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)         2,40 /pce ││ [Quiet]
        ││                                            ││  18 Salade           1,10 /pce ││ [Quiet]
        ││                                            ││  60 Fromage de chè…  2,80 /pce ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │         █████ █████    █████   █       ████                           4 lignes │ [Total, Quiet]
        │             █ █   █        █  ██      █                                        │ [Total]
        │ TOTAL   █████ █   █    █████   █     █████                                     │ [Total]
        │         █     █   █ ██ █       █      █                                        │ [Total]
        │         █████ █████  █ █████  ███      ████                                    │ [Total]
        │ > 2*mi                                     2 × Miel 500 g = 14,40 € · reste 19 │ [Entry]
        │ + Ajouté : Miel 500 g, 7,20 €. Reste 19.                                       │ [Gain]
        │ Entrée Ajouter  : Fiche  Échap Effacer  ? Aide                                 │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_sell_screen_in_english() {
    let mut stall = english_stall();
    stall.press("3*12<enter>0.86*31<enter>7<enter>45<enter><up><up>");
    expect![[r#"
        │ SALE · Marché de Die · Sat 21 Nov · Léa                       Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Best sellers ──────────────────┐│ [Quiet]
        ││        3 Carottes botte      2.00     6.00 ││  12 Carottes botte 2.00 /bunch ││ [Quiet]
        ││ 0.860 kg Tomates             3.50     3.01 ││  31 Tomates           3.50 /kg ││ [Quiet]
        ││>       1 Pain de seigle      4.00     4.00 ││   7 Pain de seigle  4.00 /each ││ [Quiet, Chosen]
        ││        1 Miel 500 g          7.20     7.20 ││  45 Miel 500 g      7.20 /each ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2.10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)        2.40 /each ││ [Quiet]
        ││                                            ││  18 Salade          1.10 /each ││ [Quiet]
        ││                                            ││  60 Fromage de chè… 2.80 /each ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │           ████ █████ █████    █████   █                                4 lines │ [Total, Quiet]
        │          █         █ █   █        █  ██                                        │ [Total]
        │ TOTAL   █████  █████ █   █    █████   █                                        │ [Total]
        │          █     █     █   █ ██ █       █                                        │ [Total]
        │           ████ █████ █████ ██ █████  ███                                       │ [Total]
        │ >                                                                              │ [Entry]
        │                                                                                │
        │ P Price  D Discount  Delete Remove  E Sold out  ? Help                         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_sell_screen_before_the_first_customer() {
    expect![[r#"
        │ VENTE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Les plus vendus ───────────────┐│ [Quiet]
        ││                                            ││  12 Carottes botte 2,00 /botte ││ [Quiet]
        ││ Le ticket est vide. Tapez un code ou le    ││  31 Tomates           3,50 /kg ││ [Quiet]
        ││ début d’un nom, puis Entrée.               ││   7 Pain de seigle   4,00 /pce ││ [Quiet]
        ││                                            ││  45 Miel 500 g       7,20 /pce ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2,10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)         2,40 /pce ││ [Quiet]
        ││                                            ││  18 Salade           1,10 /pce ││ [Quiet]
        ││                                            ││  60 Fromage de chè…  2,80 /pce ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │         █████    █████ █████      ████                                         │ [Total]
        │         █   █    █   █ █   █     █                                             │ [Total]
        │ TOTAL   █   █    █   █ █   █    █████                                          │ [Total]
        │         █   █ ██ █   █ █   █     █                                             │ [Total]
        │         █████  █ █████ █████      ████                                         │ [Total]
        │ >                                                                              │ [Entry]
        │                                                                                │
        │ / Chercher  Tab Autre ticket  Échap Menu  ! Imprimer  : Actions  ? Aide        │ [Key, Quiet]
    "#]].assert_eq(&stall().screen());
}

#[test]
fn digits_of_the_french_row_need_no_shift() {
    let mut stall = stall();
    stall.press("\"*&é<enter>_-à*\"&<enter>");
    assert_eq!(total(&stall), 600 + 301);
}

#[test]
fn the_meaning_is_told_before_enter() {
    let mut stall = stall();
    assert_eq!(
        echo(stall.press("860*31")),
        "> 860*31 0,860 kg × Tomates = 3,01 € · reste 40,000 kg"
    );
    stall.press("<esc>");
    assert_eq!(
        echo(stall.press("0,8+1,25*31")),
        "> 0,8+1,25*31 2,050 kg × Tomates = 7,18 € · reste 40,000 kg"
    );
    stall.press("<esc>");
    assert!(echo(stall.press("4,50l")).contains("Légumes = 4,50"));
}

#[test]
fn an_unknown_code_loses_nothing_and_is_handed_back() {
    let mut stall = stall();
    stall.press("12<enter>77<enter>");
    assert_eq!(total(&stall), 200);
    assert!(told(&stall).contains("77"), "{}", told(&stall));
    assert_eq!(stall.bells, 1);
    stall.press("7<enter>");
    assert_eq!(total(&stall), 600, "the next digit starts anew");
}

#[test]
fn refusals_say_what_is_safe_and_add_nothing() {
    for (typed, word) in [
        ("0*12", "ajouté"),
        ("1,5*12", "entier"),
        ("4,50z", "Z"),
        ("3*", "manque"),
        ("1234567", "chiffres"),
        ("1,0005*31", "virgule"),
        ("12345678*31", "ajouté"),
    ] {
        let mut stall = stall();
        stall.press(&format!("{typed}<enter>"));
        assert_eq!(total(&stall), 0, "{typed}");
        assert!(told(&stall).contains(word), "{typed}: {}", told(&stall));
    }
}

#[test]
fn more_than_usual_is_asked_about_and_enter_means_no() {
    let mut stall = stall();
    stall.press("860*7<enter>");
    assert_eq!(total(&stall), 0);
    stall.press("<enter>");
    assert_eq!(total(&stall), 0, "Enter means no");
    stall.press("860*7<enter>o").rest();
    assert_eq!(total(&stall), 860 * 400);
}

#[test]
fn backspace_on_the_empty_line_undoes_step_by_step_and_the_journal_keeps_it() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>45<enter><back>");
    assert_eq!(total(&stall), 600);
    stall.press("<back><back>");
    assert_eq!(total(&stall), 0);
    let entries = stall.entries("abandoned");
    assert_eq!(entries.len(), 3);
    assert!(entries[0].contains("Miel 500 g"), "{}", entries[0]);
}

#[test]
fn a_chosen_line_takes_a_quantity_a_price_a_discount_or_goes() {
    let mut stall = stall();
    stall.press("12<enter>7<enter><up>4<enter>");
    assert_eq!(total(&stall), 200 + 1600);
    stall.press("<up>p3,50<enter>");
    assert_eq!(total(&stall), 200 + 1400);
    stall.press("<up>d10%<enter>");
    assert_eq!(total(&stall), 200 + 1260);
    stall.press("<up><delete>");
    assert_eq!(total(&stall), 200);
    stall.press("<back><back><back>");
    assert_eq!(total(&stall), 200 + 1600, "undone in order");
}

#[test]
fn a_price_far_from_the_usual_one_is_asked_about() {
    let mut stall = stall();
    stall.press("7<enter><up>p45<enter>");
    assert_eq!(total(&stall), 400);
    stall.press("o").rest();
    assert_eq!(total(&stall), 4500);
}

#[test]
fn two_tickets_are_open_under_tab_and_others_aside_under_f3() {
    let mut stall = stall();
    stall.press("12<enter><tab>7<enter>");
    assert_eq!(total(&stall), 400);
    stall.press("<tab>");
    assert_eq!(total(&stall), 200);
    stall.press("<f3>");
    assert_eq!(total(&stall), 0);
    stall.press("45<enter>");
    assert_eq!(total(&stall), 720);
    let keys = stall.press("<back>").keys;
    stall.press("<f3>");
    assert_eq!(stall.keys - keys, 1, "one key takes it up again");
    assert_eq!(total(&stall), 200);
}

/// T9 of the keys page: park, serve another, resume, in three keys.
#[test]
fn t9_park_and_resume_take_at_most_three_keys() {
    let mut stall = stall();
    stall.press("12<enter>");
    let before = stall.keys;
    stall.press("<f3>");
    let parking = stall.keys - before;
    stall.press("7<enter>+").rest();
    let before = stall.keys;
    stall.press("<f3>");
    assert!(parking + (stall.keys - before) <= 3);
    assert_eq!(total(&stall), 200);
}

#[test]
fn a_scan_adds_its_article_wherever_the_layout_comes_from() {
    let mut stall = stall();
    stall.scan("3760123456784");
    assert_eq!(total(&stall), 720);
    stall.scan("\"è-à&é\"'(-è_'");
    assert_eq!(total(&stall), 1440, "a US scanner on a French keyboard");
}

#[test]
fn a_scan_keeps_the_count_typed_before_it() {
    let mut stall = stall();
    stall.press("3*").scan("3760123456784");
    assert_eq!(total(&stall), 3 * 720);
}

#[test]
fn an_unknown_barcode_is_handed_back_and_a_wrong_one_is_no_scan() {
    let mut stall = stall();
    stall.scan("3017620422003");
    assert_eq!(total(&stall), 0);
    assert!(told(&stall).contains("3017620422003"), "{}", told(&stall));
}

#[test]
fn stock_goes_below_zero_and_the_sale_goes_on() {
    let mut stall = stall();
    stall.press("3*60<enter>");
    assert_eq!(total(&stall), 840);
    assert!(told(&stall).contains("-1"), "{}", told(&stall));
}

#[test]
fn the_basket_is_on_the_screen_after_a_kill() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>4");
    let drafts = stall.till.model.shop.drafts.clone();
    drop(stall);
    let stall = open(store(), Language::French, Some(drafts));
    assert_eq!(total(&stall), 600);
}

#[test]
fn a_name_of_64_letters_and_an_empty_catalogue_are_drawn_at_every_size() {
    let mut store = store();
    let long = "Confiture de mûres sauvages des bords de la Drôme, cuite au feu d";
    let change = store
        .catalogue()
        .unwrap()
        .change_products(vec![product(99, long, "kg", 1200)]);
    kit::write(
        &mut store,
        9,
        etal::domain::journal::Fact::Catalogue(change),
    );
    let mut stall = open(store, Language::French, None);
    stall.press("1,234*99<enter>12<enter>co");
    for columns in [1, 20, 59, 60, 79, 80, 120, 200] {
        for rows in [1, 10, 19, 20, 23, 24, 40, 60] {
            stall.resize(columns, rows);
            let _ = stall.screen();
        }
    }
    stall.resize(120, 40);
    assert!(stall.screen().contains(label(long).as_str()));
}

#[test]
fn three_hundred_lines_are_one_ticket() {
    let mut stall = stall();
    for _ in 0..150 {
        stall.press("12<enter>7<enter>");
    }
    assert_eq!(lines(&stall).len(), 300);
    assert_eq!(total(&stall), 150 * 600);
    stall.press("+").rest();
    assert_eq!(stall.entries("ticket").len(), 1);
}

#[test]
fn a_resize_changes_nothing() {
    let mut stall = stall();
    stall.press("12<enter>");
    stall.tell(Event::Resized);
    assert_eq!(total(&stall), 200);
}

#[test]
fn keys_that_mean_nothing_ring_the_bell_and_are_not_swallowed_silently() {
    let mut stall = stall();
    for key in [Key::Left, Key::Ctrl('x'), Key::F(12), Key::Delete] {
        let before = stall.bells;
        stall.stroke(key);
        assert_eq!(stall.bells, before + 1, "{key:?}");
    }
    assert_eq!(stall.till.model.shop.priced().total, Money::ZERO);
}
