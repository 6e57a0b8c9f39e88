//! Paying by a member's account: at once where it suffices, its part where it does not, and never
//! beyond the tab.

use expect_test::expect;

use etal::domain::{
    basket::{Line, What},
    ids::Id,
    quantity::Quantity,
};

use crate::{
    kit::{Stall, cents, label},
    market::{english_market, market, paid, tickets, without},
    payments, row, title, told, total,
};

/// Three bunches of carrots and 0.860 kg of tomatoes: 9.01.
const TICKET_1: &str = "3*12<enter>860*31<enter>";

fn attach(stall: &mut Stall, member: &str) {
    stall.till.model.shop.attach(&Id::known(member)).unwrap();
}

#[test]
fn worked_ticket_7_the_account_pays_its_part_and_cash_the_rest() {
    for accept in ["a", "<enter>"] {
        let mut stall = market();
        stall.press(TICKET_1);
        attach(&mut stall, "SIX");
        stall.press("<enter>a");
        assert!(told(&stall).contains("6,00"), "{}", told(&stall));
        assert!(told(&stall).contains("reste 3,01"), "{}", told(&stall));
        assert!(tickets(&stall).is_empty());
        stall.press(accept);
        assert!(stall.screen().contains("RESTE À PAYER"), "{accept}");
        stall.press("<enter>").rest();
        assert_eq!(paid(&stall), [row("account", 600), row("cash", 301)]);
        assert_eq!(tickets(&stall)[0]["payments"][0]["of"], "SIX");
        assert!(tickets(&stall)[0]["payments"][1]["of"].is_null());
    }
}

#[test]
fn what_is_proposed_is_forgotten_with_the_next_key() {
    let mut stall = market();
    stall.press(TICKET_1);
    attach(&mut stall, "SIX");
    stall.press("<enter>a10<enter>").rest();
    assert_eq!(paid(&stall), [row("cash", 1000), row("cash", -99)]);
}

#[test]
fn an_account_is_not_overdrawn_in_two_parts_either() {
    let mut stall = market();
    stall.press(TICKET_1);
    attach(&mut stall, "SIX");
    stall.press("<enter>4a3a");
    assert!(told(&stall).contains("2,00"), "{}", told(&stall));
    stall.press("<esc>2a");
    assert!(stall.screen().contains("3,01"), "{}", stall.screen());
    stall.press("1a");
    assert!(told(&stall).contains("rien à dépenser"), "{}", told(&stall));
    stall.press("<esc><enter>").rest();
    assert_eq!(
        paid(&stall),
        [row("account", 400), row("account", 200), row("cash", 301)]
    );
}

#[test]
fn a_plus_pays_by_the_account_that_suffices_and_proposes_where_it_does_not() {
    let mut stall = market();
    stall.press("12<enter>7<enter>");
    attach(&mut stall, "SIX");
    stall.press("+").rest();
    assert_eq!(paid(&stall), [row("account", 600)], "T3's last key");

    stall.press(TICKET_1);
    attach(&mut stall, "TEN");
    stall.press("+").rest();
    assert_eq!(title(&stall), "RENDU", "the tab may go below zero");
    assert_eq!(payments(&tickets(&stall)[1]), [row("account", 901)]);

    stall.press("45<enter>");
    attach(&mut stall, "SIX");
    stall.press("+").rest();
    assert_eq!(tickets(&stall).len(), 2, "no cash is taken unseen");
    assert!(told(&stall).contains("rien à dépenser"), "{}", told(&stall));
    assert_eq!(title(&stall), "ENCAISSER");
}

#[test]
fn worked_ticket_8_a_top_up_beside_bread_is_paid_by_card() {
    let mut stall = market();
    attach(&mut stall, "SIX");
    let top_up = What::TopUp {
        member: Id::known("SIX"),
        label: label("Recharge"),
        amount: cents(3000),
    };
    let top_up = Line::of(top_up, Quantity::ONE);
    stall.till.model.shop.add(top_up).unwrap();
    stall.press("7<enter><enter>c").rest();
    assert_eq!(paid(&stall), [row("card", 3400)]);
    let sold: i64 = tickets(&stall)[0]["vat"][0]["paid"].as_i64().unwrap();
    assert_eq!(sold, 400, "a top-up is no turnover");
}

#[test]
fn a_top_up_counts_for_the_ticket_it_is_on() {
    let mut stall = market();
    attach(&mut stall, "SIX");
    let top_up = What::TopUp {
        member: Id::known("SIX"),
        label: label("Recharge"),
        amount: cents(1000),
    };
    let top_up = Line::of(top_up, Quantity::ONE);
    stall.till.model.shop.add(top_up).unwrap();
    stall.press(TICKET_1).press("<enter>10<enter>");
    assert!(stall.screen().contains("6,00 → 6,99"), "{}", stall.screen());
    stall.press("a").rest();
    assert_eq!(paid(&stall), [row("cash", 1000), row("account", 901)]);
}

#[test]
fn a_ticket_without_a_member_is_not_paid_by_an_account() {
    let mut stall = market();
    stall.press("12<enter><enter>a").rest();
    assert!(
        told(&stall).contains("il faut un adhérent"),
        "{}",
        told(&stall)
    );
    assert!(tickets(&stall).is_empty());
}

#[test]
fn jars_go_onto_the_account_of_who_brought_them_back() {
    let mut stall = market();
    let jars = What::DepositBack {
        label: label("Bocal"),
        deposit: cents(20),
    };
    let jars = Line::of(jars, Quantity::pieces(2));
    stall.till.model.shop.add(jars).unwrap();
    attach(&mut stall, "SIX");
    stall.press("<enter>a").rest();
    assert_eq!(paid(&stall), [row("account", -40)]);
    assert_eq!(tickets(&stall)[0]["payments"][0]["of"], "SIX");
}

#[test]
fn payments_by_a_means_that_is_gone_still_count_and_it_is_said() {
    let mut stall = market();
    stall.press("12<enter><enter>1j").rest();
    let mut stall = without(stall, "token");
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(
        told(&stall).contains("n’est plus un moyen"),
        "{}",
        told(&stall)
    );
    assert_eq!(total(&stall), 200);
    stall.press("1j");
    assert!(told(&stall).contains("Aucun moyen"), "{}", told(&stall));
    stall.press("<esc><enter>").rest();
    assert_eq!(paid(&stall), [row("token", 100), row("cash", 100)]);

    let mut stall = market();
    stall.press("12<enter><enter>1j").rest();
    let mut stall = without(stall, "token");
    stall.press("<back><enter>").rest();
    assert_eq!(paid(&stall), [row("cash", 200)], "or it is taken back");
}

#[test]
fn the_pay_screen_says_what_stands_on_the_account_and_what_would() {
    let mut stall = market();
    stall.press(TICKET_1);
    attach(&mut stall, "TEN");
    stall.press("<enter>");
    expect![[r#"
        │ ENCAISSER · Marché de Die · sam. 21 nov. · Léa                Ticket 3 · 10:42 │ [Title]
        │ À PAYER                                        Martin Paul · 2 lignes · 9,01 € │ [Quiet]
        │  ██████████        ██████████      ██              ████████                    │ [Total]
        │  ██      ██        ██      ██    ████            ██                            │ [Total]
        │  ██████████        ██      ██      ██          ██████████                      │ [Total]
        │          ██  ████  ██      ██      ██            ██                            │ [Total]
        │  ██████████    ██  ██████████    ██████            ████████                    │ [Total]
        │                                                                                │
        │┌ Moyens de paiement ──────────────────┐┌ Reçu ────────────────────────────────┐│ [Quiet]
        ││ Entrée  espèces, somme juste         ││                                      ││ [Quiet, Key]
        ││ C       carte                        ││ Le client donne :                    ││ [Quiet, Key]
        ││ H       chèque                       ││ [9,50 €] [10 €]                      ││ [Quiet, Key]
        ││ A       compte        1,00 → -8,01 € ││ ou tapez la somme, puis Entrée       ││ [Quiet, Key]
        ││ L       monnaie locale               ││                                      ││ [Quiet, Key]
        ││ J       jeton                  à 1 € ││  Total                       9,01 €  ││ [Quiet, Key]
        ││ R       titre-restaurant             ││                                      ││ [Quiet, Key]
        ││ V       avoir                        ││                                      ││ [Quiet, Key]
        ││ S       fonds solidaire              ││                                      ││ [Quiet, Key]
        ││ O       autre                        ││                                      ││ [Quiet, Key]
        ││ !       ticket imprimé : non         ││ T total convenu · D remise · G don   ││ [Quiet, Key]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │ Reçu >                                                                         │ [Entry]
        │                                                                                │
        │ Entrée Espèces juste  T Total convenu  D Remise  ! Imprimer  ? Aide            │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    let mut stall = english_market();
    stall.press(TICKET_1);
    attach(&mut stall, "SIX");
    stall.press("<enter>a");
    expect![[r#"
        │ TAKE PAYMENT · Marché de Die · Sat 21 Nov · Léa               Ticket 3 · 10:42 │ [Title]
        │ TO PAY                                          Dupont Marie · 2 lines · €9.01 │ [Quiet]
        │      ████████  ██████████        ██████████      ██                            │ [Total]
        │    ██          ██      ██        ██      ██    ████                            │ [Total]
        │  ██████████    ██████████        ██      ██      ██                            │ [Total]
        │    ██                  ██  ████  ██      ██      ██                            │ [Total]
        │      ████████  ██████████  ████  ██████████    ██████                          │ [Total]
        │                                                                                │
        │┌ Means of payment ────────────────────┐┌ Received ────────────────────────────┐│ [Quiet]
        ││ Enter  cash, exact                   ││                                      ││ [Quiet, Key]
        ││ C      card                          ││ The customer gives:                  ││ [Quiet, Key]
        ││ H      cheque                        ││ [€9.50] [€10]                        ││ [Quiet, Key]
        ││ A      account            max. €6.00 ││ or type the sum, then Enter          ││ [Quiet, Key]
        ││ L      local currency                ││                                      ││ [Quiet, Key]
        ││ J      token                 €1 each ││  Total                        €9.01  ││ [Quiet, Key]
        ││ R      meal voucher                  ││                                      ││ [Quiet, Key]
        ││ V      credit note                   ││                                      ││ [Quiet, Key]
        ││ S      solidarity fund               ││                                      ││ [Quiet, Key]
        ││ O      other                         ││                                      ││ [Quiet, Key]
        ││ !      printed receipt: no           ││ T agreed total · D discount · G gift ││ [Quiet, Key]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │ Received >                                                                     │ [Entry]
        │ ! Account: €6.00 at most, €3.01 remaining. A or Enter accepts.                 │ [Warning]
        │ Enter Accept  T Agreed total  D Discount  ! Print  Esc Back  G Gift  ? Help    │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}
