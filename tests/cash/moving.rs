//! Cash that comes and goes without a sale.

use etal::{
    domain::{
        day::{Cash, CashWay},
        journal::Fact,
    },
    store::Store,
    ui::words::Language,
};
use expect_test::expect;

use crate::{
    kit::{cents, open},
    market::{cash, cash_id, closed, status, title, write_at},
};

#[test]
fn a_drop_of_a_hundred_euros_takes_six_keys() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>p100<enter>").rest();
    assert_eq!(stall.keys, 6);
    let noted = cash(&stall);
    let last = noted.last().unwrap();
    assert_eq!(
        (
            &last["way"],
            &last["cents"],
            &last["reason"],
            &last["tender"]
        ),
        (
            &"drop".into(),
            &10_000.into(),
            &"safe".into(),
            &"cash".into()
        )
    );
    assert!(
        stall
            .till
            .kept_pages()
            .iter()
            .any(|(kind, _)| format!("{kind:?}") == "Drawer")
    );
    assert_eq!(
        status(&stall),
        "+ Prélèvement\u{a0}: 100,00\u{a0}€, c’est noté."
    );
}

/// A journal with a float of 452,60 counted this morning.
fn with_cash() -> Store {
    let mut store = closed();
    let float = Cash::by(
        store.settings().unwrap().cash().unwrap(),
        CashWay::Float,
        cents(45_260),
    );
    write_at(
        &mut store,
        20,
        "2026-11-21T08:30:00+01:00",
        Fact::Cash(float),
    );
    store
}

#[test]
fn what_was_noted_stands_on_the_screen() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>p100<enter>").rest();
    stall.press("d12,50<enter>").rest();
    expect![[r#"
        │ MOUVEMENTS DE CAISSE · Marché de Die · sam. 21 nov. · Léa     Ticket 1 · 10:42 │ [Title]
        │┌ Que faut-il noter ? ─────┐┌ Depuis la dernière clôture ──────────────────────┐│ [Quiet]
        ││                          ││ 08:30 Fond de caisse                      452,60 ││ [Quiet]
        ││  P Prélèvement           ││ 10:42 Prélèvement · coffre               -100,00 ││ [Quiet, Key]
        ││  A Apport                ││ 10:42 Dépense · achat pour l’étal         -12,50 ││ [Quiet, Key]
        ││  S Sortie                ││                                                  ││ [Quiet, Key]
        ││  M Monnaie apportée      ││                                                  ││ [Quiet, Key]
        ││  D Dépense               ││                                                  ││ [Quiet, Key]
        ││                          ││                                                  ││ [Quiet]
        ││  F Fond de caisse        ││                                                  ││ [Quiet, Key]
        ││  O Ouvrir la journée     ││                                                  ││ [Quiet, Key]
        ││  E Enveloppes            ││                                                  ││ [Quiet, Key]
        ││  C Corriger le dernier   ││                                                  ││ [Quiet, Key]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        │└──────────────────────────┘└──────────────────────────────────────────────────┘│ [Quiet]
        │ + Dépense : 12,50 €, c’est noté.                                               │ [Gain]
        │ C Corriger le dernier  ! Bordereau  Échap Retour  P Prélèvement  ? Aide        │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    let mut stall = open(with_cash(), Language::English, None);
    stall.press("<esc>6a<down>20.5").rest();
    expect![[r#"
        │ CASH MOVEMENTS · Marché de Die · Sat 21 Nov · Léa             Ticket 1 · 10:42 │ [Title]
        │┌ Cash in ─────────────────┐┌ Since the last closing ──────────────────────────┐│ [Quiet]
        ││                          ││ 08:30 Float                               452.60 ││ [Quiet]
        ││ Drawer cash              ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││ Sum > 20.5               ││                                                  ││ [Quiet, Entry]
        ││                          ││                                                  ││ [Quiet]
        ││ Reason                   ││                                                  ││ [Quiet]
        ││  safe                    ││                                                  ││ [Quiet]
        ││ >bank                    ││                                                  ││ [Quiet, Chosen]
        ││  co-op                   ││                                                  ││ [Quiet]
        ││  advance paid back       ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        ││                          ││                                                  ││ [Quiet]
        │└──────────────────────────┘└──────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Note  ↓ Other reason  Tab Other drawer  Esc Back  ? Help                 │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn each_letter_moves_cash_its_way_for_its_usual_reason() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>");
    for (keys, way, reason, cents) in [
        ("p50<enter>", "drop", "safe", 5_000),
        ("a20<enter>", "in", "safe", 2_000),
        ("s5,20<enter>", "out", "home", 520),
        ("m30<enter>", "in", "change", 3_000),
        ("d8.40<enter>", "paid_out", "purchase", 840),
        ("d<down>15<enter>", "paid_out", "place", 1_500),
    ] {
        stall.press(keys).rest();
        let noted = cash(&stall);
        let last = noted.last().unwrap();
        let found = (&last["way"], &last["reason"], &last["cents"]);
        assert_eq!(
            found,
            (&way.into(), &reason.into(), &cents.into()),
            "{keys}"
        );
    }
    let state = stall.till.model.shop.period.state().unwrap().clone();
    let drawer = state.figures.drawer(&cash_id()).unwrap();
    assert_eq!(
        drawer.expected,
        cents(45_260 - 5_000 + 2_000 - 520 + 3_000 - 840 - 1_500)
    );
}

#[test]
fn what_is_no_sum_of_money_is_refused_with_a_sentence() {
    let mut stall = open(with_cash(), Language::English, None);
    stall.press("<f7>");
    for (keys, said) in [
        ("p<enter>", "! Type the sum in euros. Nothing is noted."),
        (
            "p-3<enter>",
            "! This sum cannot be read: digits and a decimal sign. Nothing is noted.",
        ),
        (
            "p0<enter>",
            "! The sum must be above zero. Nothing is noted.",
        ),
        (
            "p1000000000000<enter>",
            "! This number is too large. Nothing has changed.",
        ),
        (
            "p1,005<enter>",
            "! At most two digits after the decimal sign in a price. Nothing has changed.",
        ),
        (
            "pcent<enter>",
            "! This sum cannot be read: digits and a decimal sign. Nothing is noted.",
        ),
    ] {
        stall.press(keys).rest();
        assert!(
            said.starts_with(status(&stall).trim_end_matches('…')),
            "{keys}: {}",
            status(&stall)
        );
        stall.press("<esc>");
    }
    assert_eq!(cash(&stall).len(), 2, "two floats and nothing else");
}

#[test]
fn more_than_should_be_there_is_noted_only_after_yes_and_its_sum_is_not_told() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>p500<enter>").rest();
    let screen = stall.screen();
    assert!(
        screen.contains("il n’y a pas autant dans le tiroir"),
        "{screen}"
    );
    assert!(
        !screen.contains("452,60"),
        "the count stays blind: {screen}"
    );
    stall.press("n").rest();
    assert_eq!(cash(&stall).len(), 2);
    stall.press("<esc>p500<enter>").rest();
    stall.press("o").rest();
    assert_eq!(cash(&stall).len(), 3);
}

#[test]
fn a_held_enter_notes_nothing_and_a_meant_one_notes_it_once() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>p100");
    stall
        .wait(300)
        .press_every(30, "<enter><enter><enter>")
        .rest();
    assert_eq!(cash(&stall).len(), 2);
    stall.press("<enter>").rest();
    stall.press("<enter><enter>").rest();
    assert_eq!(cash(&stall).len(), 3);
}

#[test]
fn the_last_movement_is_put_right_by_the_difference_again_and_again() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>p100<enter>").rest();
    stall.press("c").rest();
    let screen = stall.screen();
    assert!(screen.contains("100,00\u{a0}€. Combien"), "{screen}");
    stall.press("10<enter>").rest();
    stall.press("c10<enter>").rest();
    assert!(
        status(&stall).contains("10,00\u{a0}€ qui est noté déjà"),
        "{}",
        status(&stall)
    );
    stall.press("<esc>c0<enter>").rest();
    let noted = cash(&stall);
    let corrections: Vec<i64> = noted
        .iter()
        .filter(|it| it["way"] == "correction")
        .map(|it| it["cents"].as_i64().unwrap())
        .collect();
    assert_eq!(corrections, [9_000, 1_000]);
    assert_eq!(noted.last().unwrap()["reason"], "mistake");
    let here = stall.till.model.shop.period.in_drawer(&cash_id());
    assert_eq!(here, cents(45_260), "as if nothing had been noted");
}

#[test]
fn local_money_has_its_own_drawer() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>a<tab>36<enter>").rest();
    let noted = cash(&stall);
    let last = noted.last().unwrap();
    assert_eq!(
        (&last["tender"], &last["kind"]),
        (&"local".into(), &"local".into())
    );
    assert!(
        stall.screen().contains("monnaie locale"),
        "{}",
        stall.screen()
    );
}

#[test]
fn what_left_the_drawer_can_be_had_on_paper() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>!").rest();
    assert!(
        status(&stall).contains("pas de bordereau"),
        "{}",
        status(&stall)
    );
    stall.press("p100<enter>").rest();
    stall.press("!").rest();
    expect![[r#"
                      Marché de Die

        Prélèvement
        21/11/2026 10:42:02 Léa
        Motif : coffre
        ------------------------------------------
        espèces
        Somme                             100,00 €

        Reçu par, signature :



        ------------------------------------------"#]]
    .assert_eq(stall.paper().last().unwrap());
}

#[test]
fn the_first_key_of_the_next_sale_is_not_lost() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>p100<enter>").rest();
    stall.press("12<enter>").rest();
    assert_eq!(title(&stall), "VENTE");
    assert_eq!(stall.till.model.shop.basket().lines().len(), 1);
}

#[test]
fn an_envelope_is_followed_until_it_is_at_the_bank() {
    let mut stall = open(closed(), Language::French, None);
    stall.press("<f7>e").rest();
    expect![[r#"
        │ ENVELOPPES · Marché de Die · sam. 21 nov. · Léa               Ticket 1 · 10:42 │ [Title]
        │┌ Pas encore à la banque ──────────────────────────────────────────────────────┐│ [Quiet]
        ││>A-Z1     sam. 14 nov.  prise par LM · en route                      302,60 € ││ [Quiet, Chosen]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ R Reçue  B À la banque  ↓ Choisir  Échap Retour  ? Aide                        │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("r").rest();
    assert_eq!(status(&stall), "+ Enveloppe de A-Z1\u{a0}: reçue.");
    stall.press("r").rest();
    assert!(status(&stall).contains("déjà reçue"), "{}", status(&stall));
    stall.press("b").rest();
    assert!(
        stall.screen().contains("Aucune enveloppe"),
        "{}",
        stall.screen()
    );
    let noted = cash(&stall);
    let ways: Vec<_> = noted
        .iter()
        .skip(1)
        .map(|it| (&it["way"], &it["cents"], &it["envelope"]))
        .collect();
    let name = "A-Z1".into();
    assert_eq!(
        ways,
        [
            (&"received".into(), &30_260.into(), &name),
            (&"banked".into(), &30_260.into(), &name),
        ]
    );
    let period = &stall.till.model.shop.period;
    assert_eq!(period.since(), None, "there is nothing to close for that");
    assert_eq!(period.in_drawer(&cash_id()), cents(15_000));
}
