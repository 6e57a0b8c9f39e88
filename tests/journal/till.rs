//! Putting tickets right at the till: keys in, pictures, stock and journal out.

use crate::kit::{self, Stall, english_stall, open, stall};
use etal::{
    domain::{
        asking::{Ask, Found, PastTicket},
        ids::Id,
        journal::Fact,
        money::Money,
        ticket::Ticket,
    },
    ui::words::Language,
};
use expect_test::expect;

/// Three bunches, tomatoes and bread: 6,00 + 3,01 + 4,00, paid in cash.
fn traded(mut stall: Stall) -> Stall {
    stall.press("3*12<enter>860*31<enter>7<enter>+").rest();
    stall.press("<enter>").rest();
    stall.keys = 0;
    stall.bells = 0;
    stall
}

fn tickets(stall: &Stall) -> Vec<Ticket> {
    let facts = stall.entries("ticket");
    let read = |it: &String| match Fact::read("ticket", 1, it).unwrap() {
        Fact::Ticket(ticket) => *ticket,
        _ => panic!("{it}"),
    };
    facts.iter().map(read).collect()
}

fn last(stall: &Stall) -> Ticket {
    tickets(stall).pop().unwrap()
}

fn moved(ticket: &Ticket) -> Vec<(String, i64)> {
    let rows = ticket.payments.iter();
    rows.map(|it| (it.tender.to_string(), it.cents.cents()))
        .collect()
}

fn past(stall: &Stall, name: &str) -> PastTicket {
    let store = stall.till.store_here().unwrap();
    match store.answer(&Ask::Past(name.to_owned())).unwrap() {
        Found::Past(_, Some(past)) => *past,
        other => panic!("{other:?}"),
    }
}

fn left(stall: &Stall, code: u32) -> i64 {
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
    let Found::Sums(sums) = store.answer(&Ask::Sums("2026-11-21".to_owned())).unwrap() else {
        panic!("no sums");
    };
    assert_eq!(sums.turnover, Money::ZERO);
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
    assert!(
        stall.screen().contains("remettez un avoir de 6,00"),
        "{}",
        stall.screen()
    );
}

#[test]
fn t8_the_means_of_payment_is_corrected_in_five_keys() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>mc<enter>").rest();
    assert_eq!((stall.keys, stall.bells), (5, 0), "{}", stall.screen());
    let ticket = last(&stall);
    assert_eq!(
        moved(&ticket),
        [("cash".into(), -1_301), ("card".into(), 1_301)]
    );
    assert_eq!(
        (ticket.lines.len(), ticket.corrects.unwrap().name),
        (0, "A-1".into())
    );
    expect![[r#"
        │ TICKET · Marché de Die · sam. 21 nov. · Léa                   Ticket 3 · 10:42 │ [Title]
        │┌ Ticket A-1 · sam. 21 nov. · 10:42 · Léa ─────────────────────────────────────┐│ [Quiet]
        ││>         3 Carottes botte                                               6,00 ││ [Quiet, Chosen]
        ││   0,860 kg Tomates                                                      3,01 ││ [Quiet]
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
        ││ carte                                                                  13,01 ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ + Ticket A-1 maintenant payé par carte (écriture A-2).                         │ [Gain]
        │ R Rembourser  T Tout  E Échanger  M Paiement  A Réattribuer  ? Aide            │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    // It is paid by card now: never twice, and a refund goes back to the card.
    stall.press("mc");
    assert!(
        stall.screen().contains("C’est déjà payé par carte"),
        "{}",
        stall.screen()
    );
    stall.press("<esc>r<enter><enter>").rest();
    assert_eq!(moved(&last(&stall)), [("card".to_owned(), -600)]);
    assert!(
        stall.screen().contains("sur le terminal de carte"),
        "{}",
        stall.screen()
    );
}

#[test]
fn a_means_that_could_not_have_paid_says_why() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>m");
    expect![[r#"
        │ MOYEN DE PAIEMENT · Marché de Die · sam. 21 nov. · Léa        Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · sam. 21 nov. · 10:42 · Léa ─────────────────────────────────────┐│ [Quiet]
        ││>espèces                                                                13,01 ││ [Quiet, Chosen]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ En vérité payé par ──────────────────────────────────────────────────────────┐│ [Quiet]
        ││   espèces            C’est déjà payé par espèces.                            ││ [Quiet]
        ││ C carte                                                                      ││ [Quiet, Key]
        ││ H chèque                                                                     ││ [Quiet, Key]
        ││ A compte             Pas d’adhérent : attachez-le au ticket ouvert, puis re… ││ [Quiet, Key]
        ││ L monnaie locale                                                             ││ [Quiet, Key]
        ││ J jeton              jeton : la somme n’est pas un nombre entier de 1,00 €.  ││ [Quiet, Key]
        ││ R titre-restaurant                                                           ││ [Quiet, Key]
        ││ V avoir              Un avoir paie avec son numéro : reprenez le ticket et … ││ [Quiet, Key]
        ││ S fonds solidaire    fonds solidaire : 10,00 € au plus par ticket.           ││ [Quiet, Key]
        ││ O autre                                                                      ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Enregistrer  → Moyen suivant  Échap Retour  ? Aide                      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    for (letter, why) in [
        ("a", "Pas d’adhérent"),
        ("j", "nombre entier de 1,00"),
        ("v", "avec son numéro"),
    ] {
        stall.press(letter);
        assert!(stall.screen().contains(why), "{}", stall.screen());
    }
    stall.press("<enter>").rest();
    assert_eq!(tickets(&stall).len(), 1);
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

#[test]
fn a_line_goes_to_another_rate_and_the_customers_total_stays() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>a<down><right><right><right><right>");
    expect![[r#"
        │ RÉATTRIBUTION · Marché de Die · sam. 21 nov. · Léa            Ticket 2 · 10:42 │ [Title]
        │┌ Réattribuer ─────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Producteur     inchangé (→ pour choisir)                                     ││ [Quiet]
        ││>TVA            10 %                                                          ││ [Quiet, Chosen]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ 1 ligne ─────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                                           avant        après ││ [Quiet]
        ││ Marché de Die                                              6,00         6,00 ││ [Quiet]
        ││ TVA 5,5 %                                                  0,31         0,00 ││ [Quiet]
        ││ TVA 10 %                                                   0,00         0,55 ││ [Quiet]
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
        ││ Payé par les clients : 6,00 €, inchangé.                                     ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Enregistrer  → Suivant  ↑ Champ  Échap Retour  F1 Aide                  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<enter>").rest();
    let ticket = last(&stall);
    assert_eq!(
        (ticket.total, ticket.lines.len()),
        (Money::ZERO, 2),
        "{}",
        stall.screen()
    );
    assert_eq!(ticket.check(), Ok(()));
    let stands = &past(&stall, "A-1").lines[0];
    assert_eq!(stands.place.ticket.name, "A-2");
    assert_eq!(stands.line.vat, ticket.lines[1].vat);
    // What stands there now is what comes back.
    stall.press("r1<enter><enter>").rest();
    let back = last(&stall);
    assert_eq!(back.lines[0].vat, ticket.lines[1].vat);
    assert_eq!(
        back.lines[0].takes_back.as_ref().unwrap().ticket.name,
        "A-2"
    );
}

#[test]
fn an_article_is_moved_over_some_days_all_or_nothing() {
    let mut stall = traded(stall());
    stall.press("3*12<enter>+").rest();
    stall.press("<enter>:reattr<enter>").rest();
    stall.press("12<enter><enter><enter>").rest();
    stall.press("<enter><right><right><right><right>");
    expect![[r#"
        │ RÉATTRIBUTION · Marché de Die · sam. 21 nov. · Léa            Ticket 3 · 10:42 │ [Title]
        │┌ Réattribuer ─────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Article        12 > Carottes botte                                           ││ [Quiet]
        ││ Du             sam. 21 nov.                                                  ││ [Quiet]
        ││ Au             sam. 21 nov.                                                  ││ [Quiet]
        ││ Producteur     inchangé (→ pour choisir)                                     ││ [Quiet]
        ││>TVA            10 %                                                          ││ [Quiet, Chosen]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ 2 lignes ────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                                           avant        après ││ [Quiet]
        ││ Marché de Die                                             12,00        12,00 ││ [Quiet]
        ││ TVA 5,5 %                                                  0,62         0,00 ││ [Quiet]
        ││ TVA 10 %                                                   0,00         1,09 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Payé par les clients : 12,00 €, inchangé.                                    ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Enregistrer  → Suivant  ↑ Champ  Échap Retour  F1 Aide                  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<enter>").rest();
    let ticket = last(&stall);
    assert_eq!(ticket.lines.len(), 4, "{}", stall.screen());
    // Never twice: it is so already.
    stall.press(":reattr<enter>").rest();
    stall.press("12<enter><enter><enter>").rest();
    stall
        .press("<enter><right><right><right><right><enter>")
        .rest();
    assert!(
        stall.screen().contains("C’est déjà ainsi"),
        "{}",
        stall.screen()
    );
    assert_eq!(tickets(&stall).len(), 3);
}

#[test]
fn the_same_in_english() {
    let mut stall = traded(english_stall());
    stall.press("<f8><enter>");
    expect![[r#"
        │ TICKET · Marché de Die · Sat 21 Nov · Léa                     Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · Sat 21 Nov · 10:42 · Léa ───────────────────────────────────────┐│ [Quiet]
        ││>         3 Carottes botte                                               6.00 ││ [Quiet, Chosen]
        ││   0.860 kg Tomates                                                      3.01 ││ [Quiet]
        ││          1 Pain de seigle                                               4.00 ││ [Quiet]
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
        ││ Total                                                                 €13.01 ││ [Quiet, Total]
        ││ cash                                                                   13.01 ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ R Refund  T All  E Exchange  M Payment  A Reattribute  Space Mark  ? Help      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("r2<enter>");
    expect![[r#"
        │ TAKING BACK · Marché de Die · Sat 21 Nov · Léa                Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · Sat 21 Nov · 10:42 · Léa ───────────────────────────────────────┐│ [Quiet]
        ││        2 of 3       Carottes botte                on sale again         4.00 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ To give back                                                           €4.00 ││ [Quiet, Total]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Give back by ────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││>  as it was paid   give €4.00 back in cash                                   ││ [Quiet, Chosen]
        ││ V credit note      hand over a credit note of €4.00                          ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Refund  ! With receipt  Esc Back  ? Help                                 │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<esc><esc>m");
    expect![[r#"
        │ MEANS OF PAYMENT · Marché de Die · Sat 21 Nov · Léa           Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · Sat 21 Nov · 10:42 · Léa ───────────────────────────────────────┐│ [Quiet]
        ││>cash                                                                   13.01 ││ [Quiet, Chosen]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Really paid by ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││   cash               It is paid by cash already.                             ││ [Quiet]
        ││ C card                                                                       ││ [Quiet, Key]
        ││ H cheque                                                                     ││ [Quiet, Key]
        ││ A account            No member: attach the member to the open ticket, then … ││ [Quiet, Key]
        ││ L local currency                                                             ││ [Quiet, Key]
        ││ J token              token: the sum is no whole number of €1.00.             ││ [Quiet, Key]
        ││ R meal voucher                                                               ││ [Quiet, Key]
        ││ V credit note        A credit note pays by its number: take the ticket back… ││ [Quiet, Key]
        ││ S solidarity fund    solidarity fund: at most €10.00 a ticket.               ││ [Quiet, Key]
        ││ O other                                                                      ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Record  → Next means  Esc Back  ? Help                                   │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<esc>a<right>");
    expect![[r#"
        │ REATTRIBUTION · Marché de Die · Sat 21 Nov · Léa              Ticket 2 · 10:42 │ [Title]
        │┌ Reattribute ─────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││>Producer       Marché de Die                                                 ││ [Quiet, Chosen]
        ││ VAT            as it is (→ to choose)                                        ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌──────────────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ It is so already: nothing changes.                                           ││ [Quiet]
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
        │ Enter Next field  → Next  ↑ Field  Esc Back  F1 Help                           │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}
