//! The auditor reads everything and writes nothing but that it was opened.

use crate::{
    PIN, french, happened, killed,
    kit::{Stall, english_stall, store},
    says, tickets, with_operators, with_pin,
};
use expect_test::expect;

/// A morning with a bit of everything.
fn morning(stall: &mut Stall) {
    stall.press("12<enter><enter><enter>").rest();
    stall
        .press("<esc><f12>7<enter><back>3*12<enter><enter><enter>")
        .rest();
    stall.press("<esc>:tiroir<enter>").rest();
    stall.press("12<enter>:contr<enter>").rest();
}

/// How many entries the journal has.
fn entries(stall: &Stall) -> usize {
    [
        "identity",
        "catalogue",
        "settings",
        "ticket",
        "abandoned",
        "stock",
        "printed",
        "event",
    ]
    .iter()
    .map(|kind| stall.entries(kind).len())
    .sum()
}

#[test]
fn every_entry_is_listed_and_each_is_read_whole() {
    let mut stall = french(with_operators(store()));
    morning(&mut stall);
    expect![[r#"
        │ CONTRÔLE · Marché de Die · sam. 21 nov. · BM                  Ticket 3 · 10:42 │ [Title]
        │┌ Toutes les écritures ────────────────────────────────────────────────────────┐│ [Quiet]
        ││>  1-12 sam. 21 nov. 10:42 Événement   Contrôle ouvert                  BM    ││ [Quiet, Chosen]
        ││   1-11 sam. 21 nov. 10:42 Événement   Tiroir ouvert sans vente         BM    ││ [Quiet]
        ││   1-10 sam. 21 nov. 10:42 Ticket      A-2 · 6,00 €                     BM    ││ [Quiet]
        ││    1-9 sam. 21 nov. 10:42 Abandon     4,00 €                           BM    ││ [Quiet]
        ││    1-8 sam. 21 nov. 10:42 Événement   Changement de personne · Léa > … BM    ││ [Quiet]
        ││    1-7 sam. 21 nov. 10:42 Ticket      A-1 · 2,00 €                     Léa   ││ [Quiet]
        ││    1-6 sam. 21 nov. 10:42 Réglages                                           ││ [Quiet]
        ││    1-5 sam. 21 nov. 10:42 Stock                                              ││ [Quiet]
        ││    1-4 sam. 21 nov. 10:42 Catalogue                                          ││ [Quiet]
        ││    1-3 sam. 21 nov. 10:42 Catalogue                                          ││ [Quiet]
        ││    1-2 sam. 21 nov. 10:42 Réglages                                           ││ [Quiet]
        ││    1-1 sam. 21 nov. 10:42 Identité                                           ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Lire  Page suiv. Plus ancien  Échap Quitter le contrôle  ? Aide         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<down><down><enter>");
    expect![[r#"
        │ CONTRÔLE · Marché de Die · sam. 21 nov. · BM                  Ticket 3 · 10:42 │ [Title]
        │┌ 1-10 · Ticket ───────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ sam. 21 nov. 10:42 · jour de marché 2026-11-21 · BM                          ││ [Quiet]
        ││ lines                                                                        ││ [Quiet]
        ││   1                                                                          ││ [Quiet]
        ││     base 6,00 € (600 centimes)                                               ││ [Quiet]
        ││     code 12                                                                  ││ [Quiet]
        ││     from_stock true                                                          ││ [Quiet]
        ││     kind goods                                                               ││ [Quiet]
        ││     label Carottes botte                                                     ││ [Quiet]
        ││     net 5,69 € (569 centimes)                                                ││ [Quiet]
        ││     paid 6,00 € (600 centimes)                                               ││ [Quiet]
        ││     price 2,00 € (200 centimes)                                              ││ [Quiet]
        ││     product P000000012                                                       ││ [Quiet]
        ││     quantity 3000                                                            ││ [Quiet]
        ││     seller                                                                   ││ [Quiet]
        ││       id stall                                                               ││ [Quiet]
        ││       name Marché de Die                                                     ││ [Quiet]
        ││     shares                                                                   ││ [Quiet]
        ││       1                                                                      ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Empreinte 9593f4b20bb702d47fdd11701d378f5b9360e62160429ad6c60a3ba8525f05bf     │ [Quiet]
        │                                                                                │
        │ → Plus ancien  ← Plus récent  ↓ Suite  Échap Liste  ? Aide                     │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<end>");
    assert!(
        says(&stall, "total 6,00\u{a0}€ (600 centimes)"),
        "{}",
        stall.screen()
    );
    stall.press("<right>");
    assert!(
        says(&stall, "Abandon"),
        "the one before: {}",
        stall.screen()
    );
    let mut stall = english_stall();
    stall.press(":audit<enter>").rest();
    stall.press("<end><up><enter>");
    expect![[r#"
        │ AUDIT · Marché de Die · Sat 21 Nov · Léa                      Ticket 1 · 10:42 │ [Title]
        │┌ 1-2 · Settings ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Sat 21 Nov 10:42 · market day 2026-11-21                                     ││ [Quiet]
        ││ deposits                                                                     ││ [Quiet]
        ││ operators                                                                    ││ [Quiet]
        ││ rules                                                                        ││ [Quiet]
        ││   cash_limit €1,000.00 (100000 cents)                                        ││ [Quiet]
        ││   day_starts_at 4                                                            ││ [Quiet]
        ││   difference_limit 1000                                                      ││ [Quiet]
        ││   end_of_market 3000                                                         ││ [Quiet]
        ││   line_discounts producer                                                    ││ [Quiet]
        ││   producer_earns base                                                        ││ [Quiet]
        ││   tariff_step €0.05 (5 cents)                                                ││ [Quiet]
        ││   ticket_discounts pot                                                       ││ [Quiet]
        ││   year_starts 1                                                              ││ [Quiet]
        ││ stall                                                                        ││ [Quiet]
        ││   address                                                                    ││ [Quiet]
        ││   name Marché de Die                                                         ││ [Quiet]
        ││   thanks Merci et à bientôt !                                                ││ [Quiet]
        ││ tariffs                                                                      ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Hash 256e3935524880529f3f36201e85027a72c221e8ff761836ca51b385624c8ebd          │ [Quiet]
        │                                                                                │
        │ → Older  ← Newer  ↓ Further  Esc List  ? Help                                  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn nothing_is_done_and_nothing_written_while_it_is_open() {
    let mut stall = french(with_operators(with_pin(store())));
    morning(&mut stall);
    let before = entries(&stall);
    assert_eq!(happened(&stall).last().unwrap(), "audit");
    stall.press("<f1><f2><f3><f4><f5><f6><f7><f8><f9><f10><f11><f12><ctrl-p>:!+=*12<enter><esc>");
    stall.scan("3760123456784").rest();
    stall.press("<f9><enter><enter>").rest();
    assert!(says(&stall, "CONTRÔLE"), "{}", stall.screen());
    assert_eq!(entries(&stall), before);
    assert_eq!(tickets(&stall), 2);
    assert!(stall.paper().is_empty());
}

#[test]
fn leaving_asks_for_the_pin_and_writes_nothing() {
    let mut stall = french(with_pin(store()));
    morning(&mut stall);
    let before = entries(&stall);
    stall.press("<esc>");
    assert!(says(&stall, "Quitter le contrôle"), "{}", stall.screen());
    stall.press("<f9>12<esc>");
    assert!(
        says(&stall, "CONTRÔLE"),
        "giving up stays: {}",
        stall.screen()
    );
    stall.press("<esc>").press(PIN).press("<enter>");
    assert!(says(&stall, "VENTE"), "{}", stall.screen());
    assert!(says(&stall, "Carottes botte"), "the ticket stayed open");
    assert_eq!(entries(&stall), before);
    let mut stall = french(store());
    stall.press("<esc>c").rest();
    stall.press("<esc>");
    assert!(says(&stall, "VENTE"), "no PIN is set: {}", stall.screen());
}

#[test]
fn a_long_journal_comes_page_by_page() {
    let mut stall = french(store());
    for _ in 0..130 {
        stall.press("12<enter>+").rest();
    }
    stall.press("<esc><esc>c").rest();
    let mut last = String::new();
    for _ in 0..30 {
        stall.press("<pagedown>").rest();
        last = stall.screen();
    }
    assert!(last.contains("1-1 "), "{last}");
    assert!(last.contains("Identité"), "{last}");
}

#[test]
fn a_kill_is_no_way_out_of_it_where_a_pin_is_set() {
    let mut stall = french(with_pin(store()));
    stall.press("12<enter>:contr<enter>").rest();
    assert!(says(&stall, "CONTRÔLE"), "{}", stall.screen());
    let mut stall = killed(stall);
    assert!(says(&stall, "VERROUILLÉ"), "{}", stall.screen());
    stall.press("12<enter><enter><enter>").rest();
    assert_eq!(tickets(&stall), 0);
    stall
        .press(&format!("<back><back><back>{PIN}<enter>"))
        .rest();
    assert!(says(&stall, "Carottes"), "{}", stall.screen());

    // Left with the PIN it is left, also over a restart.
    stall.press("<esc><esc>:contr<enter>").rest();
    stall.press(&format!("<esc>{PIN}<enter>")).rest();
    let stall = killed(stall);
    assert!(says(&stall, "VENTE"), "{}", stall.screen());

    // Without a PIN nobody could be kept in.
    let mut stall = french(store());
    stall.press(":contr<enter>").rest();
    assert!(says(&killed(stall), "VENTE"));
}
