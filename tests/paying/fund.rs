//! Gifts into the solidarity fund on the way to paying, change that is left to it, and who bears
//! what was agreed.

use expect_test::expect;

use crate::{
    kit::{Stall, cents, english_stall, stall},
    paid, payments, row, tickets, title, told, total,
};

/// The gifts on the last ticket, in cents.
fn gifts(stall: &Stall) -> Vec<i64> {
    let tickets = tickets(stall);
    let lines = tickets.last().unwrap()["lines"].as_array().unwrap().clone();
    let gifts = lines.iter().filter(|it| it["kind"] == "gift");
    gifts.map(|it| it["paid"].as_i64().unwrap()).collect()
}

#[test]
fn a_gift_is_a_sum_or_rounds_the_total_up_and_can_be_taken_back() {
    let mut stall = stall();
    stall.press("860*31<enter><enter>2g");
    assert_eq!(total(&stall), 501);
    stall.press("g");
    assert_eq!(total(&stall), 600);
    stall.press("g");
    assert!(told(&stall).contains("est rond"), "{}", told(&stall));
    stall.press("<back>");
    assert_eq!(total(&stall), 501);
    stall.press("<enter>").rest();
    assert_eq!(gifts(&stall), [200]);
    assert_eq!(paid(&stall), [row("cash", 501)]);
}

#[test]
fn backspace_takes_back_what_came_last_payment_or_gift() {
    let mut stall = stall();
    stall.press("7<enter><enter>1c1g");
    assert_eq!(total(&stall), 500);
    stall.press("1c<back>");
    assert!(told(&stall).contains("Paiement repris"), "{}", told(&stall));
    stall.press("<back>");
    assert!(told(&stall).contains("Don de 1,00"), "{}", told(&stall));
    assert_eq!(total(&stall), 400);
    stall.press("<back>");
    assert!(told(&stall).contains("Paiement repris"), "{}", told(&stall));
    stall.press("<enter>").rest();
    assert_eq!(paid(&stall), [row("cash", 400)]);
}

#[test]
fn an_agreed_total_stays_agreed_and_the_gift_comes_on_top() {
    let mut stall = stall();
    stall.press("3*12<enter>860*31<enter><enter>9t1g");
    assert_eq!(total(&stall), 1000);
    stall.press("<back>");
    assert_eq!(total(&stall), 900);
    stall.press("2g<enter>").rest();
    assert_eq!(paid(&stall), [row("cash", 1100)]);
    assert_eq!(gifts(&stall), [200]);
}

#[test]
fn who_bears_the_discount_changes_by_a_key_and_is_said() {
    for (keys, bearer) in [
        ("", "pot"),
        ("b", "producer"),
        ("bb", "coop"),
        ("bbb", "pot"),
    ] {
        for agreed in ["5t", "1d"] {
            let mut stall = stall();
            stall.press(&format!("3*12<enter><enter>{agreed}{keys}"));
            assert!(
                stall.screen().contains("à la charge de"),
                "{}",
                stall.screen()
            );
            stall.press("<enter>").rest();
            let ticket = &tickets(&stall)[0];
            assert_eq!(
                ticket["lines"][0]["discounts"][0]["by"], bearer,
                "{agreed}{keys}"
            );
            assert_eq!(paid(&stall), [row("cash", 500)]);
        }
    }
    let mut stall = stall();
    stall.press("12<enter><enter>b");
    assert!(told(&stall).contains("ni remise"), "{}", told(&stall));
}

#[test]
fn change_left_to_the_fund_is_a_ticket_of_its_own_and_only_one() {
    let mut stall = stall();
    stall
        .press("3*12<enter>860*31<enter><enter>10<enter>")
        .rest();
    let opened = drawers(&stall);
    assert_eq!(opened, 1, "the sale opened it");
    stall.press("*").rest();
    assert_eq!(title(&stall), "RENDU");
    let screen = stall.screen();
    assert!(screen.contains("NE RIEN RENDRE"), "{screen}");
    assert!(screen.contains("0,99\u{202f}€ au fonds") || screen.contains("0,99\u{a0}€ au fonds"));
    assert!(screen.contains("A-2"), "{screen}");
    assert_eq!(drawers(&stall), opened, "the drawer stays shut");
    let all = tickets(&stall);
    assert_eq!(payments(&all[0]), [row("cash", 1000), row("cash", -99)]);
    assert_eq!(payments(&all[1]), [row("cash", 99)]);
    assert_eq!(gifts(&stall), [99]);
    stall.press("*").rest();
    assert_eq!(tickets(&stall).len(), 2, "only once");
    stall.press("12<enter>+").rest();
    assert_eq!(tickets(&stall)[2]["name"], "A-3", "the next sale goes on");
}

fn drawers(stall: &Stall) -> usize {
    stall
        .till
        .kept_pages()
        .iter()
        .filter(|it| it.1.rows.is_empty())
        .count()
}

#[test]
fn backspace_after_it_voids_the_gift_and_not_the_sale() {
    let mut stall = stall();
    stall.press("7<enter><enter>5<enter>").rest();
    stall.press("*").rest();
    stall.press("<back>").rest();
    assert_eq!(title(&stall), "QUESTION");
    assert!(stall.screen().contains("A-2"), "{}", stall.screen());
    stall.press("o").rest();
    let all = tickets(&stall);
    assert_eq!(all.len(), 3);
    assert_eq!(all[2]["reverses"]["name"], "A-2");
    assert_eq!(payments(&all[2]), [row("cash", -100)]);
}

#[test]
fn where_nothing_goes_back_there_is_nothing_to_leave() {
    for paid_by in ["<enter>", "c"] {
        let mut stall = stall();
        stall.press(&format!("12<enter><enter>{paid_by}")).rest();
        stall.press("*").rest();
        assert_eq!(tickets(&stall).len(), 1);
        assert!(
            told(&stall).contains("pas de monnaie à laisser"),
            "{}",
            told(&stall)
        );
    }
}

#[test]
fn what_the_fund_was_given_is_in_it_at_once() {
    let mut stall = stall();
    stall.press("7<enter><enter>10<enter>").rest();
    stall.press("*").rest();
    stall.press("12<enter><enter>").rest();
    let used = stall.till.model.shop.used.clone().unwrap();
    assert_eq!(used.fund, cents(600));
    stall.press("s").rest();
    assert_eq!(payments(&tickets(&stall)[2]), [row("fund", 200)]);
}

#[test]
fn the_change_screen_after_a_gift_in_both_languages() {
    let mut french = stall();
    french.press("7<enter><enter>5<enter>").rest();
    french.press("*").rest();
    expect![[r#"
        │ RENDU · Marché de Die · sam. 21 nov. · Léa                    Ticket 3 · 10:42 │ [Title]
        │ Ticket A-1 enregistré · 4,00 € · espèces 5,00 €                                │
        │ NE RIEN RENDRE                                                                 │
        │  ██████████        ██████████  ██████████            ████████                  │ [Total]
        │  ██      ██        ██      ██  ██      ██          ██                          │ [Total]
        │  ██      ██        ██      ██  ██      ██        ██████████                    │ [Total]
        │  ██      ██  ████  ██      ██  ██      ██          ██                          │ [Total]
        │  ██████████    ██  ██████████  ██████████            ████████                  │ [Total]
        │                                                                                │
        │┌ Payé ────────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ 1,00 € au fonds solidaire (ticket A-2). Merci. Retour arrière annule ce don. ││ [Quiet]
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
        │ Cet écran reste jusqu’à la première touche de la vente suivante.               │ [Quiet]
        │                                                                                │
        │ Entrée Client suivant  ! Imprimer  Retour arrière Annuler  ? Aide              │ [Key, Quiet]
    "#]].assert_eq(&french.screen());
    let mut english = english_stall();
    english.press("860*31<enter><enter>4tb2g");
    expect![[r#"
        │ TAKE PAYMENT · Marché de Die · Sat 21 Nov · Léa               Ticket 1 · 10:42 │ [Title]
        │ TO PAY                                                         2 lines · €6.00 │ [Quiet]
        │      ████████  ██████████        ██████████  ██████████                        │ [Total]
        │    ██          ██                ██      ██  ██      ██                        │ [Total]
        │  ██████████    ██████████        ██      ██  ██      ██                        │ [Total]
        │    ██          ██      ██  ████  ██      ██  ██      ██                        │ [Total]
        │      ████████  ██████████  ████  ██████████  ██████████                        │ [Total]
        │                                                                                │
        │┌ Means of payment ────────────────────┐┌ Received ────────────────────────────┐│ [Quiet]
        ││ Enter  cash, exact                   ││                                      ││ [Quiet, Key]
        ││ C      card                          ││ The customer gives:                  ││ [Quiet, Key]
        ││ H      cheque                        ││ [€10]                                ││ [Quiet, Key]
        ││ A      account             no member ││ or type the sum, then Enter          ││ [Quiet, Key]
        ││ L      local currency                ││                                      ││ [Quiet, Key]
        ││ J      token                 €1 each ││  Agreed total                 €6.00  ││ [Quiet, Key]
        ││ R      meal voucher                  ││  borne by the producers (B)          ││ [Quiet, Key]
        ││ V      credit note                   ││                                      ││ [Quiet, Key]
        ││ S      solidarity fund    fund empty ││                                      ││ [Quiet, Key]
        ││ O      other                         ││                                      ││ [Quiet, Key]
        ││ !      printed receipt: no           ││ T agreed total · D discount · G gift ││ [Quiet, Key]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │ Received >                                                                     │ [Entry]
        │ + Gift of €2.00 to the fund. Total: €6.00. Backspace takes it back.            │ [Gain]
        │ Enter Exact cash  T Agreed total  D Discount  ! Print  Esc Back  ? Help        │ [Key, Quiet]
    "#]].assert_eq(&english.screen());
}

#[test]
fn a_gift_that_helped_somebody_already_is_not_taken_back() {
    let mut stall = stall();
    stall.press("7<enter><enter>2g<enter>").rest();
    stall.press("7<enter><enter>1s<enter>").rest();
    stall.press("<f8><down><enter><down>R<enter><enter>").rest();
    let short = "ce don n’est plus dans le fonds. Ne rendez rien";
    assert!(told(&stall).contains(short), "{}", stall.screen());
    assert_eq!(tickets(&stall).len(), 2);
}
