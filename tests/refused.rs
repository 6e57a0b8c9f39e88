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
    domain::{
        facts::Printed,
        ids::{Mint, Uid},
        journal::{Fact, Proposal},
        receipt::Copy,
        views::WriteTrouble,
    },
    store::JobState,
    ui::{
        event::{Event, News},
        keys::{Stroke, typed},
        model::Model,
        words::Language,
    },
};

use ratatui::{Terminal, backend::TestBackend};

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
                Request::SaveDrafts(_) if self.disk == Disk::Full => {
                    Some(Answer::News(News::NotSaved(WriteTrouble::DiskFull)))
                }
                request => self.clerk.serve(request),
            };
            if let Some(answer) = answer {
                self.till.answered(answer, kit::morning());
            }
        }
    }

    /// The screen at 80×24.
    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let model = &self.till.model;
        terminal.draw(|frame| model.view(frame)).unwrap();
        terminal.backend().to_string()
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
    desk.press("<f8><back>o");
    assert_eq!(desk.reversals(), 0);
    desk.disk = Disk::Well;
    desk.press("<back>o");
    desk.press("<esc><back>o");
    assert_eq!(desk.reversals(), 1);
    let left = desk.till.model.shop.left.values().copied();
    let left = left.fold(0, |sum, it| sum + it.thousandths());
    let brought: i64 = kit::ARTICLES.iter().map(|it| it.4).sum();
    assert_eq!(left, brought, "what was voided is on the stall again");
}

#[test]
fn a_full_disk_is_told_while_articles_are_added_until_it_takes_the_basket_again() {
    let mut desk = Desk::open();
    desk.press("12<enter>");
    desk.disk = Disk::Full;
    desk.press("7<enter>");
    assert!(desk.screen().contains("Disque plein"), "{}", desk.screen());
    desk.press("45<enter>");
    assert!(desk.screen().contains("DISQUE"), "{}", desk.screen());
    assert!(desk.screen().contains("Ajouté"), "{}", desk.screen());
    let saved = desk.clerk.store().drafts().unwrap();
    assert!(!saved.contains("Miel"), "{saved}");
    desk.disk = Disk::Well;
    desk.press("1");
    assert!(!desk.screen().contains("DISQUE"), "{}", desk.screen());
    let saved = desk.clerk.store().drafts().unwrap();
    assert!(saved.contains("Miel"), "{saved}");
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

/// The page of a ticket at the printer: its number, and which copy it is.
fn page(clerk: &mut Clerk, ticket: &str) -> (i64, Copy) {
    let asked = clerk.serve(Request::Print {
        ticket: ticket.to_owned(),
        at: kit::morning(),
    });
    match asked {
        Some(Answer::Page(job, _, copy)) => (job, copy),
        other => panic!("{other:?}"),
    }
}

fn on_paper(name: u8, copy: u32) -> Box<Proposal> {
    Box::new(Proposal {
        uid: Uid([name; 16]),
        at: kit::morning(),
        operator: String::new(),
        fact: Fact::Printed(Printed {
            ticket: "A-1".to_owned(),
            seq: 1,
            copy,
        }),
    })
}

#[test]
fn a_page_that_never_came_out_makes_no_duplicate() {
    let mut stall = kit::stall();
    stall.press("12<enter>+").rest();
    let ticket = stall.till.model.shop.last.clone().unwrap().name;
    let mut clerk = Clerk::new(stall.into_store());

    let (job, copy) = page(&mut clerk, &ticket);
    assert_eq!(copy, Copy::Original);
    clerk.serve(Request::Printed(job, JobState::Failed, None));
    let (job, copy) = page(&mut clerk, &ticket);
    assert_eq!(copy, Copy::Original, "the printer was off");
    let (second, copy) = page(&mut clerk, &ticket);
    assert_eq!(copy, Copy::Duplicate(1), "the first is on its way");
    clerk.serve(Request::Printed(job, JobState::Sent, Some(on_paper(61, 0))));
    clerk.serve(Request::Printed(second, JobState::Sending, None));

    // Killed with the second page at the printer: it may be out.
    let mut store = clerk.into_store();
    store.set_print_state(second, JobState::Unknown).unwrap();
    let mut mint = Mint::new([8; 32]);
    left_open::pages_in_doubt(&mut store, &mut mint, kit::morning()).unwrap();
    left_open::pages_in_doubt(&mut store, &mut mint, kit::morning()).unwrap();
    assert_eq!(store.entries("printed").unwrap().len(), 2, "said once");
}
