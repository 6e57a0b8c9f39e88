//! Money onto accounts, between them, and accounts put right.

use etal::{
    domain::keeper::KeeperAnswer,
    ui::event::{Event, News},
};

use super::{attached, balance, believed, reference, stall, told};

#[test]
fn the_bottom_line_names_the_means_that_a_top_up_alone_is_paid_by() {
    let mut stall = stall();
    stall.press("<f2>marie:r30<enter>");
    assert!(
        stall.screen().contains("+ Espèces juste"),
        "{}",
        stall.screen()
    );
    stall.press("7<enter>");
    assert!(stall.screen().contains("+ Par le compte"));
}

#[test]
fn a_top_up_is_a_line_of_the_ticket_and_no_turnover() {
    let mut stall = stall();
    stall.press("7<enter><f2>marie:r30<enter>");
    assert_eq!(attached(&stall), Some(reference("0117")));
    assert!(
        stall.screen().contains("1 Recharge  "),
        "{}",
        stall.screen()
    );
    stall.press("<enter>c").rest();
    assert_eq!(balance(&stall, "0117"), 2_340 + 3_000);
    assert_eq!(believed(&stall, "0117"), 2_340 + 3_000);
    let ticket = stall.entries("ticket").pop().unwrap();
    assert!(ticket.contains("\"kind\":\"top_up\""), "{ticket}");
    assert!(ticket.contains("\"total\":3400"), "{ticket}");
}

#[test]
fn a_tab_is_settled_by_two_keys_and_called_so() {
    let mut stall = stall();
    stall.press("<f2>roy:r<enter>");
    assert!(
        stall.screen().contains("Ardoise réglée"),
        "{}",
        stall.screen()
    );
    stall.press("+").rest();
    stall.press("<enter>").rest();
    assert_eq!(balance(&stall, "0042"), 0);
}

#[test]
fn a_transfer_takes_from_one_what_it_gives_the_other() {
    let mut stall = stall();
    stall.press("<f2>marie:vkarim<enter>20<enter>").rest();
    assert_eq!(balance(&stall, "0117"), 340);
    assert_eq!(balance(&stall, "0210"), 7_210);
    assert_eq!(believed(&stall, "0210"), 7_210);
    let entry = stall.entries("member").pop().unwrap();
    assert!(entry.contains("\"reason\":\"transfer\""), "{entry}");
    stall.resize(120, 24);
    stall.press("vkarim<enter>3,41<enter>").rest();
    assert_eq!(balance(&stall, "0117"), 340, "no more than she has");
    assert_eq!(
        told(&stall),
        "! Dupont Marie peut verser 3,40\u{a0}€ au plus. Rien n’a été versé."
    );
    stall
        .press("<esc><esc>")
        .press("<f2>marie:v")
        .press("marie<enter>");
    assert!(told(&stall).contains("même compte"), "{}", told(&stall));
}

#[test]
fn an_adjustment_has_a_reason_from_the_list_and_goes_either_way() {
    let mut stall = stall();
    stall.press("<f2>amel:j210<enter>").rest();
    assert_eq!(balance(&stall, "0007"), 1_000);
    stall.press("j1<tab>4,50<enter>").rest();
    assert_eq!(balance(&stall, "0007"), 550);
    let entries = stall.entries("member");
    let [.., first, second] = entries.as_slice() else {
        unreachable!("two adjustments")
    };
    assert!(first.contains("\"reason\":\"paid_elsewhere\""), "{first}");
    assert!(
        second.contains("\"reason\":\"mistake\"") && second.contains("-450"),
        "{second}"
    );
}

#[test]
fn a_sum_that_is_none_moves_nothing() {
    let mut stall = stall();
    for keys in ["r<enter>", "rx<enter>", "r0<enter>", "r1,234<enter>"] {
        stall.press("<f2>marie:").press(keys).rest();
        assert!(told(&stall).starts_with('!'), "{keys}: {}", told(&stall));
        stall.press("<esc><esc><esc>");
    }
    assert!(stall.till.model.shop.basket().is_empty());
    assert_eq!(balance(&stall, "0117"), 2_340);
}

#[test]
fn undoing_a_top_up_takes_the_line_and_then_her_off() {
    let mut stall = stall();
    stall.press("<f2>marie:r5<enter><back>");
    assert!(stall.till.model.shop.basket().is_empty());
    stall.press("<back>");
    assert_eq!(attached(&stall), None);
}

#[test]
fn with_a_pin_set_the_keeper_is_asked_before_an_adjustment_or_a_limit() {
    let mut stall = stall();
    let before = stall.entries("member").len();
    stall.tell(Event::Told(News::Keeper(KeeperAnswer::Set)));
    stall.press("<f2>amel:j210<enter>").rest();
    assert!(
        stall.screen().starts_with("│ PIN DU RESPONSABLE"),
        "{}",
        stall.screen()
    );
    stall.press("<esc><esc>").press("<esc>").press("<esc>");
    stall
        .press("<f2>amel:m<up>")
        .press("<tab><tab><tab><tab><tab><tab><tab><tab>50<enter>");
    assert!(
        stall.screen().starts_with("│ PIN DU RESPONSABLE"),
        "{}",
        stall.screen()
    );
    assert_eq!(stall.entries("member").len(), before, "nothing is written");
    assert_eq!(balance(&stall, "0007"), 0);
}

#[test]
fn a_top_up_that_was_spent_is_not_taken_back() {
    let mut stall = stall();
    stall.resize(120, 24);
    stall.press("<f2>amel:r5<enter><enter>").rest();
    stall.press("<enter>").rest();
    assert_eq!(balance(&stall, "0007"), 500);
    stall.press("7<enter><f2>amel+").rest();
    stall.press("<enter>").rest();
    assert_eq!(balance(&stall, "0007"), 100);
    stall.press("<f8><down><enter>R<enter><enter>").rest();
    let short = "le compte n’a plus cette somme. Ne rendez rien";
    assert!(told(&stall).contains(short), "{}", stall.screen());
    assert_eq!(balance(&stall, "0007"), 100);
    stall.press("<esc><esc><back>o").rest();
    assert!(told(&stall).contains(short), "{}", stall.screen());
    assert_eq!(stall.entries("ticket").len(), 2);
}

#[test]
fn the_help_opens_over_a_sum_that_is_typed_and_the_sum_is_still_there() {
    let mut stall = stall();
    stall.press("<f2>marie:r30<f1>");
    assert!(stall.screen().contains("AIDE"), "{}", stall.screen());
    stall.press("<esc>");
    assert!(
        stall.screen().contains("Recharge de > 30"),
        "{}",
        stall.screen()
    );
}

#[test]
fn no_top_up_is_typed_for_one_on_the_ticket_of_another() {
    let mut stall = stall();
    stall.press("7<enter><f2>marie<enter><f2>roy:r");
    assert!(told(&stall).contains("Suppr"), "{}", told(&stall));
    assert!(
        !stall.screen().contains("Ardoise réglée de"),
        "{}",
        stall.screen()
    );
}

/// What a voided ticket had brought is not spent any more: the till looks again at what stands.
#[test]
fn a_voided_top_up_cannot_be_spent() {
    let mut stall = stall();
    stall.press("<f2>marie:r30<enter><enter>c").rest();
    assert_eq!(believed(&stall, "0117"), 2_340 + 3_000);
    stall.press("<enter><back>o").rest();
    assert_eq!(balance(&stall, "0117"), 2_340);
    assert_eq!(believed(&stall, "0117"), 2_340);
}
