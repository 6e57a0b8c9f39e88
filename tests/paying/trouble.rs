//! A killed program, a failing disk, a slow one: no payment lost, no ticket twice.

use etal::{
    domain::views::WriteTrouble,
    ui::{
        drafts::Drafts,
        event::{Effect, Event, News},
        keys::{Key, Stroke, typed},
        words::Language,
    },
};

use crate::{
    kit::{Stall, morning, open, stall, store},
    paid, row, tickets, title, told, total,
};

/// What the store would find again after a kill.
fn saved(stall: &Stall) -> Drafts {
    let text = stall.till.store_here().unwrap().drafts().unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The same stall after a kill and a start.
fn killed_and_started(stall: &Stall) -> Stall {
    open(store(), Language::French, Some(saved(stall)))
}

#[test]
fn a_kill_between_two_payments_comes_back_to_the_pay_screen() {
    let mut stall = stall();
    stall.press("3*12<enter><enter>2c1<enter>");
    let mut stall = killed_and_started(&stall);
    assert_eq!(title(&stall), "ENCAISSER");
    let screen = stall.screen();
    assert!(
        screen.contains("carte") && screen.contains("2,00"),
        "{screen}"
    );
    assert!(screen.contains("RESTE À PAYER"), "{screen}");
    stall.press("<enter>").rest();
    assert_eq!(
        paid(&stall),
        [row("card", 200), row("cash", 100), row("cash", 300)]
    );
}

#[test]
fn a_kill_while_the_last_payment_settles_records_nothing_and_forgets_nothing() {
    let mut stall = stall();
    stall.press("12<enter><enter>20<enter>");
    let mut stall = killed_and_started(&stall);
    assert!(tickets(&stall).is_empty());
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(stall.screen().contains("À RENDRE"), "{}", stall.screen());
    stall.press("<enter>").rest();
    assert_eq!(paid(&stall), [row("cash", 2000), row("cash", -1800)]);
}

#[test]
fn a_kill_on_the_pay_screen_before_any_money_comes_back_to_the_ticket() {
    let mut stall = stall();
    stall.press("12<enter><enter>20");
    let stall = killed_and_started(&stall);
    assert_eq!(title(&stall), "VENTE");
    assert_eq!(total(&stall), 200);
}

#[test]
fn a_kill_after_the_sale_comes_back_to_an_empty_ticket() {
    for keys in [
        "12<enter>+",
        "12<enter><enter>c",
        "12<enter><enter>1c<enter>",
    ] {
        let mut stall = stall();
        stall.press(keys).rest();
        let stall = killed_and_started(&stall);
        assert_eq!(title(&stall), "VENTE", "{keys}");
        assert_eq!(total(&stall), 0, "{keys}");
    }
}

/// Presses keys on the screens alone, so that nobody performs the effects; the last ones.
fn unheard(stall: &mut Stall, keys: &str, from_ms: u64) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (key, number) in typed(keys).unwrap().into_iter().zip(1..) {
        effects = at(stall, key, from_ms + 200 * number);
    }
    effects
}

fn at(stall: &mut Stall, key: Key, at_ms: u64) -> Vec<Effect> {
    let stroke = Event::Stroke(Stroke { key, at_ms });
    stall.till.model.update(&stroke, morning())
}

fn records(effects: &[Effect]) -> Vec<etal::domain::ids::Uid> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Record { uid, .. } => Some(*uid),
            _ => None,
        })
        .collect()
}

#[test]
fn a_slow_disk_takes_one_record_and_no_key() {
    let mut stall = stall();
    stall.press("12<enter>");
    let first = records(&unheard(&mut stall, "+", 100_000));
    assert_eq!(first.len(), 1);
    let keys = "+<enter>c<esc><back>12<enter><f3><f8><tab>?:!20<enter>t";
    for (key, number) in typed(keys).unwrap().into_iter().zip(1..) {
        let effects = at(&mut stall, key, 101_000 + 200 * number);
        assert_eq!(effects, [Effect::Bell], "{key:?}");
    }
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(
        stall.screen().contains("s’enregistre"),
        "{}",
        stall.screen()
    );
    assert_eq!(total(&stall), 200);
}

#[test]
fn nothing_is_saved_behind_the_record_that_would_bring_the_paid_ticket_back() {
    let mut stall = stall();
    stall.press("12<enter><enter>");
    let settling = unheard(&mut stall, "c", 100_000);
    assert!(records(&settling).is_empty());
    let effects = stall.till.model.update(&Event::Woken(100_320), morning());
    assert_eq!(records(&effects).len(), 1);
    assert!(!effects.iter().any(|it| matches!(it, Effect::SaveDrafts(_))));
    let Effect::Record { drafts, .. } = &effects[0] else {
        panic!("{effects:?}");
    };
    assert!(drafts.paying.is_none());
    let empty = etal::domain::basket::Basket::is_empty;
    assert!(drafts.desks.iter().all(empty));
}

#[test]
fn what_was_still_to_be_saved_travels_with_the_record() {
    let mut stall = stall();
    stall.press("12<enter>");
    stall.till.model.shop.touch();
    let effects = unheard(&mut stall, "+", 100_000);
    assert_eq!(records(&effects).len(), 1);
    assert_eq!(effects.len(), 1, "{effects:?}");
}

#[test]
fn a_waking_that_was_asked_for_earlier_is_too_early() {
    let mut stall = stall();
    stall.press("12<enter><enter>");
    assert!(records(&unheard(&mut stall, "<enter>", 100_000)).is_empty());
    let early = stall.till.model.update(&Event::Woken(100_250), morning());
    assert_eq!(early, [Effect::Wake(70)]);
    let due = stall.till.model.update(&Event::Woken(100_320), morning());
    assert_eq!(records(&due).len(), 1);
}

#[test]
fn a_refused_record_leaves_the_payments_and_the_name_of_the_ticket() {
    let mut stall = stall();
    stall.press("12<enter>");
    let first = records(&unheard(&mut stall, "+", 100_000));
    stall.tell(Event::Told(News::NotRecorded(WriteTrouble::DiskFull)));
    let screen = stall.screen();
    assert!(screen.contains("Disque plein"), "{screen}");
    assert!(screen.contains("TOUT EST PAYÉ"), "{screen}");
    assert!(stall.bells > 0);
    let effects = unheard(&mut stall, "<enter>", 200_000);
    assert!(records(&effects).is_empty());
    let effects = stall.till.model.update(&Event::Woken(200_320), morning());
    assert_eq!(
        records(&effects),
        first,
        "the same name: written once at most"
    );
}

#[test]
fn after_a_refused_record_the_payment_can_still_be_taken_back() {
    let mut stall = stall();
    stall.press("12<enter>");
    unheard(&mut stall, "+", 100_000);
    stall.tell(Event::Told(News::NotRecorded(WriteTrouble::ReadOnly)));
    stall.wait(200_000).press("<back>");
    assert!(told(&stall).contains("Paiement repris"), "{}", told(&stall));
    stall.press("<esc>7<enter>");
    assert_eq!(total(&stall), 600);
}

#[test]
fn a_ticket_in_doubt_can_only_be_recorded_again() {
    let mut stall = stall();
    stall.press("12<enter>");
    let first = records(&unheard(&mut stall, "+", 100_000));
    stall.tell(Event::Told(News::NotRecorded(WriteTrouble::Doubtful)));
    for key in ["<back>", "<esc>", "5", "c", "<f3>", "<tab>"] {
        let effects = unheard(&mut stall, key, 200_000);
        assert_eq!(effects, [Effect::Bell], "{key}");
        assert!(
            told(&stall).contains("deux fois"),
            "{key}: {}",
            told(&stall)
        );
    }
    let again = records(&unheard(&mut stall, "<enter>", 300_000));
    assert_eq!(again, first);
}

/// A note that was used meanwhile is no fault of the disk: it is said once, and the till goes on.
#[test]
fn what_the_journal_refuses_for_good_is_no_alarm_about_the_disk() {
    let mut stall = stall();
    stall.press("12<enter>");
    stall.tell(Event::Told(News::NotRecorded(WriteTrouble::NoteUsed)));
    assert!(stall.screen().contains("Cet avoir"), "{}", stall.screen());
    assert!(stall.till.model.shop.disk.is_none());
    stall.press("<enter>");
    assert!(!stall.screen().contains("Cet avoir"), "{}", stall.screen());
}
