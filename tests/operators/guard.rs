//! What only the keeper decides goes on by itself after the right PIN.

use crate::{
    PIN, french, happened,
    kit::{Stall, store},
    says, tickets, with_operators, with_pin,
};

/// A ticket is paid, and voiding it is asked for in the journal.
fn about_to_void(stall: &mut Stall) {
    stall.press("12<enter><enter><enter>").rest();
    stall.press("<f8><back>").rest();
}

#[test]
fn without_a_pin_nobody_is_asked() {
    let mut stall = french(store());
    about_to_void(&mut stall);
    stall.press("o").rest();
    assert_eq!(tickets(&stall), 2);
    assert_eq!(happened(&stall), [""; 0]);
}

#[test]
fn voiding_after_payment_waits_for_the_keeper_and_goes_on_by_itself() {
    let mut stall = french(with_pin(store()));
    about_to_void(&mut stall);
    assert!(says(&stall, "Annuler un ticket payé"), "{}", stall.screen());
    stall.press("o").rest();
    assert_eq!(tickets(&stall), 1, "an answer is not asked for yet");
    stall.press(PIN).press("<enter>").rest();
    assert!(says(&stall, "QUESTION"), "{}", stall.screen());
    stall.press("o").rest();
    assert_eq!(tickets(&stall), 2);
    assert_eq!(happened(&stall), ["keeper_allowed: void"]);
}

#[test]
fn giving_up_leaves_everything_as_it_was() {
    let mut stall = french(with_pin(store()));
    about_to_void(&mut stall);
    stall.press("<esc>");
    assert!(says(&stall, "JOURNAL"), "{}", stall.screen());
    assert_eq!(tickets(&stall), 1);
    assert_eq!(happened(&stall), [""; 0]);
}

#[test]
fn the_last_ticket_is_not_voided_from_the_sale_either() {
    let mut stall = french(with_pin(store()));
    stall.press("12<enter><enter><enter>").rest();
    stall.press("<esc><back>").rest();
    assert!(says(&stall, "Annuler un ticket payé"), "{}", stall.screen());
    stall.press(PIN).press("<enter>").press("o").rest();
    assert_eq!(tickets(&stall), 2);
}

#[test]
fn for_a_minute_nobody_is_asked_again_and_each_act_is_noted() {
    let mut stall = french(with_operators(with_pin(store())));
    about_to_void(&mut stall);
    stall
        .press(PIN)
        .press("<enter><esc>")
        .press("<back>")
        .rest();
    assert!(says(&stall, "QUESTION"), "{}", stall.screen());
    assert_eq!(happened(&stall), ["keeper_allowed: void"; 2]);
    stall.press("<esc>").wait(60_000).press("<back>").rest();
    assert!(says(&stall, "Annuler un ticket payé"), "the minute is over");
    stall
        .press(PIN)
        .press("<enter><esc>")
        .press("<f12><back>")
        .rest();
    assert!(
        says(&stall, "Annuler un ticket payé"),
        "somebody else is there"
    );
}

#[test]
fn selling_never_asks() {
    let mut stall = french(with_operators(with_pin(store())));
    stall
        .press("<f12>12<enter>3*7<enter><back><enter><enter>")
        .rest();
    assert_eq!(tickets(&stall), 1);
    assert!(!says(&stall, "PIN"));
}

/// The sum on the account of the only member, and her limit, in cents.
fn account(stall: &Stall) -> (i64, i64) {
    let row = stall.till.model.shop.members.known().next().unwrap();
    (row.balance.cents(), row.member.limit.cents())
}

#[test]
fn a_limit_and_an_adjustment_are_the_keepers_and_the_same_enter_goes_on() {
    let mut stall = french(with_pin(store()));
    stall.press("<f2>:").press("Anna<enter>").rest();
    assert_eq!(account(&stall), (0, 0), "{}", stall.screen());
    assert!(!says(&stall, "PIN"), "a member without a tab asks nobody");
    stall
        .press("<f2>anna:")
        .press("j<enter>")
        .press("5<enter>")
        .rest();
    assert!(says(&stall, "Ajuster un compte"), "{}", stall.screen());
    assert_eq!(account(&stall), (0, 0));
    stall.press(PIN).press("<enter>").rest();
    assert_eq!(account(&stall), (500, 0), "{}", stall.screen());
    stall.wait(60_000);
    stall
        .press("m")
        .press(&"<tab>".repeat(8))
        .press("50<enter>")
        .rest();
    assert!(says(&stall, "Changer l’ardoise"), "{}", stall.screen());
    stall.press(PIN).press("<enter>").rest();
    assert_eq!(account(&stall), (500, 5_000), "{}", stall.screen());
    assert_eq!(
        happened(&stall),
        ["keeper_allowed: adjustment", "keeper_allowed: limit"]
    );
}
