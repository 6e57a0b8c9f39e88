//! Entries that the disk refused: what the screens say, and that asking again writes once.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on stops"
)]

use std::sync::mpsc::{Receiver, sync_channel};

use etal::{
    app::{
        clerk::{Answer, Clerk, Request},
        left_open::{self, Found},
        till::{Counter, Printer, Till},
    },
    domain::{journal::Fact, views::WriteTrouble},
    ui::{
        event::{Event, News},
        keys::{Stroke, typed},
        model::Model,
        words::Language,
    },
};

mod kit;

/// A till whose disk is in the hands of the test.
struct Desk {
    till: Till,
    asked: Receiver<Request>,
    clerk: Clerk,
    disk: Disk,
    clock_ms: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Disk {
    Well,
    Full,
}

impl Desk {
    fn open() -> Self {
        let Model { shop, .. } = kit::open(kit::store(), Language::French, None).till.model;
        let (ask, asked) = sync_channel(64);
        Self {
            till: Till::new(
                Model::new(shop),
                Counter::Thread(ask),
                Printer::NotSet,
                [4; 32],
            ),
            asked,
            clerk: Clerk::new(kit::store()),
            disk: Disk::Well,
            clock_ms: 1_000,
        }
    }

    fn press(&mut self, keys: &str) {
        for key in typed(keys).unwrap() {
            self.clock_ms += 200;
            let at_ms = self.clock_ms;
            self.till.handle(Event::Woken(at_ms), kit::morning());
            let stroke = Event::Stroke(Stroke { key, at_ms });
            self.till.handle(stroke, kit::morning());
            self.answer();
            self.till.after_frame(kit::morning());
            self.answer();
        }
        self.clock_ms += 200;
        self.till
            .handle(Event::Woken(self.clock_ms), kit::morning());
        self.answer();
    }

    fn answer(&mut self) {
        while let Ok(request) = self.asked.try_recv() {
            let answer = match request {
                Request::Write(proposal) if self.disk == Disk::Full => Some(Answer::News(
                    News::NotWritten(proposal.uid, WriteTrouble::DiskFull),
                )),
                request => self.clerk.serve(request),
            };
            if let Some(answer) = answer {
                self.till.answered(answer, kit::morning());
            }
        }
    }

    fn reversals(&self) -> usize {
        let store = self.clerk.store();
        let entries = store.entries("ticket").unwrap();
        let reverses = |payload: &str| match Fact::read("ticket", 1, payload) {
            Ok(Fact::Ticket(ticket)) => ticket.reverses.is_some(),
            _ => false,
        };
        entries.iter().filter(|it| reverses(&it.payload)).count()
    }
}

#[test]
fn a_voiding_that_a_full_disk_refused_is_written_once_however_often_it_is_asked_for() {
    let mut desk = Desk::open();
    desk.press("12<enter>+");
    desk.disk = Disk::Full;
    desk.press("<back><back>o");
    assert_eq!(desk.reversals(), 0);
    let said = desk.till.model.shop.notice.clone().unwrap();
    assert_eq!(said.word, "void-not-written");
    desk.press("<f8>ao");
    assert_eq!(desk.reversals(), 0);
    desk.disk = Disk::Well;
    desk.press("ao");
    desk.press("<esc><back>o");
    assert_eq!(desk.reversals(), 1);
    let left = desk.till.model.shop.left.values().copied();
    let left = left.fold(0, |sum, it| sum + it.thousandths());
    let brought: i64 = kit::ARTICLES.iter().map(|it| it.4).sum();
    assert_eq!(left, brought, "what was voided is on the stall again");
}

/// A disk that failed in the middle had kept the sale after all; then the till was killed.
#[test]
fn a_basket_that_the_journal_has_is_not_open_at_the_next_start() {
    let mut desk = Desk::open();
    desk.press("12<enter><tab>7<enter><tab><enter>1<enter>");
    let before = desk.clerk.store().drafts().unwrap();
    assert!(before.contains("\"paying\":{"), "{before}");
    desk.press("<enter>");
    let mut store = desk.clerk.into_store();
    assert_eq!(store.tickets_given(), 1);
    store.save_drafts(&before).unwrap();
    let Found::Open(drafts) = left_open::open_baskets(&mut store, &mut kit::mint()).unwrap() else {
        panic!("{before}");
    };
    assert!(drafts.desks[0].is_empty(), "it is sold");
    assert!(drafts.paying.is_none(), "and paid");
    assert!(
        !drafts.desks[1].is_empty(),
        "the other customer still waits"
    );
}

#[test]
fn the_latest_sale_of_the_day_can_still_be_printed_and_voided_after_a_start() {
    let mut desk = Desk::open();
    desk.press("12<enter>+");
    let last = desk.till.model.shop.last.clone();
    assert!(last.is_some());
    let store = desk.clerk.store();
    assert_eq!(left_open::last_sale(store, "2026-11-21", 4).unwrap(), last);
    assert_eq!(left_open::last_sale(store, "2026-11-22", 4).unwrap(), None);
    desk.press("<back><back>o");
    assert_eq!(desk.reversals(), 1);
    let store = desk.clerk.store();
    assert_eq!(left_open::last_sale(store, "2026-11-21", 4).unwrap(), None);
}

#[test]
fn baskets_in_other_words_are_handed_out_as_they_stand() {
    let mut store = kit::store();
    store.save_drafts("{\"desks\":1}").unwrap();
    let found = left_open::open_baskets(&mut store, &mut kit::mint()).unwrap();
    assert!(matches!(found, Found::Unreadable(saved) if saved == "{\"desks\":1}"));
}
