//! Putting tickets right at the till: keys in, pictures, stock and journal out.

use crate::kit::{self, Stall, open, stall};
use etal::{
    domain::{
        asking::{Ask, Found, PastTicket, Span},
        ids::Id,
        journal::Fact,
        money::Money,
        ticket::Ticket,
    },
    ui::words::Language,
};
use expect_test::expect;

/// Three bunches, tomatoes and bread: 6,00 + 3,01 + 4,00, paid in cash.
pub fn traded(mut stall: Stall) -> Stall {
    stall.press("3*12<enter>860*31<enter>7<enter>+").rest();
    stall.press("<enter>").rest();
    stall.keys = 0;
    stall.bells = 0;
    stall
}

pub fn tickets(stall: &Stall) -> Vec<Ticket> {
    let facts = stall.entries("ticket");
    let read = |it: &String| match Fact::read("ticket", 1, it).unwrap() {
        Fact::Ticket(ticket) => *ticket,
        _ => panic!("{it}"),
    };
    facts.iter().map(read).collect()
}

pub fn last(stall: &Stall) -> Ticket {
    tickets(stall).pop().unwrap()
}

pub fn moved(ticket: &Ticket) -> Vec<(String, i64)> {
    let rows = ticket.payments.iter();
    rows.map(|it| (it.tender.to_string(), it.cents.cents()))
        .collect()
}

pub fn past(stall: &Stall, name: &str) -> PastTicket {
    let store = stall.till.store_here().unwrap();
    match store.answer(&Ask::Past(name.to_owned())).unwrap() {
        Found::Past(_, Some(past)) => *past,
        other => panic!("{other:?}"),
    }
}

pub fn left(stall: &Stall, code: u32) -> i64 {
    let id = Id::known(&format!("P{code:09}"));
    stall.till.model.shop.left[&id].thousandths()
}

#[test]
fn t5_a_line_of_the_latest_ticket_is_refunded_in_six_keys() {
    let mut stall = traded(stall());
    stall.press("<f8><enter><down>r<enter><enter>").rest();
    assert_eq!((stall.keys, stall.bells), (6, 0), "{}", stall.screen());
    let back = last(&stall);
    assert_eq!((back.name.as_str(), back.total.cents()), ("A-2", -301));
    assert_eq!(moved(&back), [("cash".to_owned(), -301)]);
    assert_eq!(left(&stall, 31), 40_000, "on sale again");
    expect![[r#"
        │ TICKET · Marché de Die · sam. 21 nov. · Léa                   Ticket 3 · 10:42 │ [Title]
        │┌ Ticket A-1 · sam. 21 nov. · 10:42 · Léa ─────────────────────────────────────┐│ [Quiet]
        ││          3 Carottes botte                                               6,00 ││ [Quiet]
        ││>  0,860 kg Tomates                        tout repris                   3,01 ││ [Quiet, Chosen]
        ││          1 Pain de seigle                                               4,00 ││ [Quiet]
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
        ││ Total                                                                13,01 € ││ [Quiet, Total]
        ││ espèces                                                                10,00 ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ + Remboursement A-2 : rendez 3,01 € en espèces.                                │ [Gain]
        │ R Rembourser  T Tout  E Échanger  M Paiement  A Réattribuer  ? Aide            │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn neither_a_held_enter_nor_a_bounce_refunds() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>r");
    stall
        .press_every(30, "<enter><enter><enter><enter><enter><enter>")
        .rest();
    assert_eq!(tickets(&stall).len(), 1);
    stall.press("<enter><enter>");
    stall.press_every(40, "<enter>").rest();
    assert_eq!(tickets(&stall).len(), 1);
    assert!(
        stall.screen().contains("rien n’est enregistré"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>").rest();
    assert_eq!(tickets(&stall).len(), 2);
}

#[test]
fn a_part_comes_back_lost_and_never_more_than_is_left() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>r1p");
    expect![[r#"
        │ REPRISE · Marché de Die · sam. 21 nov. · Léa                  Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · sam. 21 nov. · 10:42 · Léa ─────────────────────────────────────┐│ [Quiet]
        ││>       3 sur 3      Carottes botte                perdu                 6,00 ││ [Quiet, Chosen]
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
        ││ À rembourser                                                          6,00 € ││ [Quiet, Total]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Quantité reprise > 1                                                           │ [Entry]
        │                                                                                │
        │                                                                                │
        │ Entrée Comment rendre  P Perdu / en vente  Échap Retour  ? Aide                │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<enter>");
    expect![[r#"
        │ REPRISE · Marché de Die · sam. 21 nov. · Léa                  Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · sam. 21 nov. · 10:42 · Léa ─────────────────────────────────────┐│ [Quiet]
        ││        1 sur 3      Carottes botte                perdu                 2,00 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ À rembourser                                                          2,00 € ││ [Quiet, Total]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Rendre par ──────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││>  comme payé       rendez 2,00 € en espèces                                  ││ [Quiet, Chosen]
        ││ V avoir            remettez un avoir de 2,00 €                               ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Rembourser  ! Avec ticket  Échap Retour  ? Aide                         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<enter>").rest();
    assert_eq!(last(&stall).total.cents(), -200);
    assert_eq!(left(&stall, 12), 57_000, "lost: not on sale again");
    stall.press("r3<enter>");
    assert!(
        stall.screen().contains("il en reste 2"),
        "{}",
        stall.screen()
    );
    stall.press("<enter><enter>").rest();
    assert_eq!(last(&stall).total.cents(), -400);
    stall.press("r");
    assert!(
        stall.screen().contains("déjà repris en entier"),
        "{}",
        stall.screen()
    );
    assert_eq!(left(&stall, 12), 59_000);
}

#[test]
fn all_that_is_left_comes_back_at_once_and_no_refund_of_it() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>r1<enter><enter>").rest();
    stall.press("t<enter><enter>").rest();
    assert_eq!(last(&stall).total.cents(), -1_101);
    stall.press("t");
    assert!(
        stall.screen().contains("il ne reste rien"),
        "{}",
        stall.screen()
    );
    // The refund itself is no sale.
    stall.press("<esc><home><enter>r");
    assert!(
        stall
            .screen()
            .contains("on ne rembourse pas un remboursement"),
        "{}",
        stall.screen()
    );
    stall.press("<back>");
    assert!(
        stall.screen().contains("il ne s’annule pas"),
        "{}",
        stall.screen()
    );
    assert_eq!(tickets(&stall).len(), 3);
    let store = stall.till.store_here().unwrap();
    let Found::Sums(sums) = store
        .answer(&Ask::Sums(Span::Day("2026-11-21".to_owned())))
        .unwrap()
    else {
        panic!("no sums");
    };
    assert_eq!(sums.figures.turnover, Money::ZERO);
}

#[test]
fn voiding_what_came_back_in_part_offers_the_rest() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>r1<enter><enter>").rest();
    stall.press("<back>");
    assert!(
        stall.screen().contains("voici le reste"),
        "{}",
        stall.screen()
    );
    stall.press("<enter><enter>").rest();
    assert_eq!(last(&stall).total.cents(), -1_101);
    // From the sell screen, too.
    let mut stall = traded(kit::stall());
    stall.press("<f8><enter>r1<enter><enter>").rest();
    stall.press("<esc><esc><back>").rest();
    assert!(
        stall.screen().contains("voici le reste"),
        "{}",
        stall.screen()
    );
}

#[test]
fn a_voided_ticket_is_not_refunded() {
    let mut stall = traded(stall());
    stall.press("<f8><back>o").rest();
    stall.press("<end><enter>r");
    assert!(
        stall.screen().contains("déjà annulé par le ticket A-2"),
        "{}",
        stall.screen()
    );
    stall.press("tema");
    assert_eq!(tickets(&stall).len(), 2);
    assert!(stall.screen().starts_with("│ TICKET"), "{}", stall.screen());
}

#[test]
fn a_credit_note_goes_out_instead_of_cash_and_has_a_name() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>r<enter>v<enter>").rest();
    let note = &last(&stall).payments[0];
    assert_eq!(
        (note.cents.cents(), note.of.clone()),
        (-600, Some(Id::known("A-2V")))
    );
    let screen = stall.screen();
    assert!(screen.contains("remettez un avoir de 6,00"), "{screen}");
    assert!(screen.contains("Numéro de l’avoir\u{a0}: A-2V"), "{screen}");
}

#[test]
fn an_exchange_leaves_only_the_difference_and_undoes() {
    let mut stall = traded(stall());
    stall.press("<f8><enter><end>e<enter>");
    assert!(stall.screen().starts_with("│ VENTE"), "{}", stall.screen());
    stall.press("45<enter>").rest();
    let total = stall.till.model.shop.priced().total;
    assert_eq!(total.cents(), 720 - 400);
    // The same line does not come back twice while it lies there.
    stall.press("<f8><enter><end>e");
    assert!(
        stall.screen().contains("déjà dans un ticket ouvert"),
        "{}",
        stall.screen()
    );
    stall.press("r<esc><esc>").press("<back><back>");
    assert!(stall.till.model.shop.basket().is_empty());
    stall.press("<f8><enter><end>e<enter>45<enter>+").rest();
    assert_eq!(last(&stall).total.cents(), 320);
    assert_eq!(past(&stall, "A-1").lines[2].left().thousandths(), 0);
    assert_eq!(left(&stall, 7), 30_000);
}

#[test]
fn it_works_after_the_night_too() {
    let stall = traded(stall());
    let mut store = stall.into_store();
    let settings = store.settings().unwrap();
    assert_eq!(settings.rules.day_starts_at, 4);
    // A dearer carrot changes nothing about yesterday's.
    let mut carrot = store.catalogue().unwrap().products()[0].clone();
    carrot.price = kit::cents(900);
    let change = store.catalogue().unwrap().change_products(vec![carrot]);
    kit::write(&mut store, 77, Fact::Catalogue(change));
    let mut stall = open(store, Language::French, None);
    stall.wait(24 * 3_600_000);
    stall.press("<f8>1<enter>r1<enter><enter>").rest();
    assert_eq!(last(&stall).total.cents(), -200, "{}", stall.screen());
}
