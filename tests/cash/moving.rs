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
    market::{cash, closed, status, write_at},
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
        "+ Prélèvement de 100,00\u{a0}€\u{a0}: noté."
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
fn x() {
    let mut stall = open(with_cash(), Language::French, None);
    stall.press("<f7>p100<enter>").rest();
    expect![[r#"
        │ MOUVEMENTS DE CAISSE · Marché de Die · sam. 21 nov. · Léa     Ticket 1 · 10:42 │ [Title]
        │┌ Que faut-il noter ? ─────────┐┌ Depuis la dernière clôture ──────────────────┐│ [Quiet]
        ││                              ││ 08:30 Fond de caisse                  452,60 ││ [Quiet]
        ││  P Prélèvement               ││ 10:42 Prélèvement · coffre           -100,00 ││ [Quiet, Key]
        ││  A Apport                    ││                                              ││ [Quiet, Key]
        ││  S Sortie                    ││                                              ││ [Quiet, Key]
        ││  M Monnaie apportée          ││                                              ││ [Quiet, Key]
        ││  D Dépense                   ││                                              ││ [Quiet, Key]
        ││                              ││                                              ││ [Quiet]
        ││  F Fond de caisse            ││                                              ││ [Quiet, Key]
        ││  O Ouvrir la journée         ││                                              ││ [Quiet, Key]
        ││  E Enveloppes                ││                                              ││ [Quiet, Key]
        ││  C Corriger le dernier       ││                                              ││ [Quiet, Key]
        ││                              ││                                              ││ [Quiet]
        ││                              ││                                              ││ [Quiet]
        ││                              ││                                              ││ [Quiet]
        ││                              ││                                              ││ [Quiet]
        ││                              ││                                              ││ [Quiet]
        ││                              ││                                              ││ [Quiet]
        ││                              ││                                              ││ [Quiet]
        ││                              ││                                              ││ [Quiet]
        │└──────────────────────────────┘└──────────────────────────────────────────────┘│ [Quiet]
        │ + Prélèvement de 100,00 € : noté.                                              │ [Gain]
        │ C Corriger le dernier  ! Bordereau  Échap Retour  P Prélèvement  ? Aide        │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}
