//! What the shop knows of its disk, its printer and its drawer.

use super::{
    event::{Effect, News, PrinterNews},
    notice::Notice,
    screen::Turn,
    shop::{Cable, Shop},
    theme::Role,
};
use crate::domain::{
    asking::Found,
    facts::{Event, Happening},
    journal::Fact,
    settings::Drawer,
    ticket::Ticket,
    views::WriteTrouble,
};

/// What the disk did not take, while something is wrong with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Untaken {
    /// No more than the open baskets.
    #[default]
    Baskets,
    /// An entry of the journal, which is owed to it.
    Entry,
}

impl Shop {
    /// Takes in what an answer says about the till itself.
    pub fn learn(&mut self, news: &News) {
        self.learn_members(news);
        self.learn_period(news);
        match news {
            // Baskets can be small enough for a disk that has no room for the ticket.
            News::Saved if self.untaken == Untaken::Entry => {}
            News::Recorded(..) | News::Written(_) | News::Corrected(_) | News::Saved => {
                self.disk_took();
            }
            // Nothing is wrong with a disk that refuses what somebody else has.
            News::NotRecorded(trouble) | News::NotWritten(_, trouble) if trouble.lasts() => {
                self.say(Notice::alarm(trouble_word(*trouble)));
            }
            News::NotRecorded(trouble) | News::NotWritten(_, trouble) => {
                self.untaken = Untaken::Entry;
                self.disk_refused(*trouble);
            }
            // What can never be written is no fault of the disk.
            News::NotCorrected(_, trouble) if trouble.lasts() => {}
            News::NotSaved(trouble) | News::NotCorrected(_, trouble) => {
                self.disk_refused(*trouble);
            }
            News::Printer(news) => {
                self.printer = printer_notice(*news);
                if self.printer.is_some() {
                    // What was said before it, that the page was sent, is no longer so.
                    self.notice.clone_from(&self.printer);
                }
                if *news == PrinterNews::Printed && !self.pages_go_to.is_empty() {
                    let place = self.pages_go_to.clone();
                    self.say(Notice::done("printer-written").with("place", place));
                }
            }
            News::Found(found) => {
                if let Found::Used(used) = found.as_ref() {
                    self.used = Some(used.clone());
                }
            }
            News::Tickets(_) | News::Ticket(_) | News::Stock(_) | News::Carried(_) => {}
            News::Keeper(answer) => self.keeper.learn(*answer),
        }
    }

    fn disk_took(&mut self) {
        self.disk = None;
        self.untaken = Untaken::Baskets;
    }

    fn disk_refused(&mut self, trouble: WriteTrouble) {
        if self.disk.is_none() {
            // What was done before it must not hide the first word of it.
            self.notice.take_if(|notice| notice.role == Role::Gain);
        }
        self.disk = Some(Notice::alarm(trouble_word(trouble)));
    }

    /// Whether one of the means that paid a ticket opens the drawer.
    pub fn opens_drawer(&self, ticket: &Ticket) -> bool {
        ticket.payments.iter().any(|payment| {
            self.settings
                .tender(&payment.tender)
                .is_some_and(|tender| tender.drawer == Drawer::Opens)
        })
    }

    /// Opens the drawer without a sale; the journal keeps it.
    pub fn open_drawer_without_sale(&mut self) -> Turn {
        self.write(Fact::Event(Event {
            what: Happening::Drawer,
            detail: None,
        }));
        // The drawer hangs on the printer's cable.
        self.say(match self.cable {
            Cable::Printer => Notice::done("drawer-opened"),
            Cable::Nothing => Notice::warning("drawer-no-printer"),
        });
        Turn::with(vec![Effect::OpenDrawer])
    }
}

const fn trouble_word(trouble: WriteTrouble) -> &'static str {
    match trouble {
        WriteTrouble::DiskFull => "disk-full",
        WriteTrouble::ReadOnly => "disk-read-only",
        WriteTrouble::Damaged => "disk-damaged",
        WriteTrouble::Doubtful => "disk-doubtful",
        WriteTrouble::Unbalanced => "disk-unbalanced",
        WriteTrouble::NoteUsed => "disk-note-used",
        WriteTrouble::FundShort => "disk-fund-short",
        WriteTrouble::AccountShort => "disk-account-short",
        WriteTrouble::TakenTwice => "disk-taken-twice",
        WriteTrouble::SettledBefore => "disk-settled-before",
        WriteTrouble::BalanceStands => "disk-balance-stands",
        WriteTrouble::AccountClosed => "disk-account-closed",
        WriteTrouble::NumberTaken => "disk-number-taken",
        WriteTrouble::CardTaken => "disk-card-taken",
        WriteTrouble::ClosingMoved => "disk-closing-moved",
        WriteTrouble::NothingToClose => "disk-nothing-to-close",
        WriteTrouble::ClosingUnsound => "disk-closing-unsound",
        WriteTrouble::NotOver => "disk-not-over",
        WriteTrouble::CountUnsound => "disk-count-unsound",
        WriteTrouble::NoSuchEnvelope => "disk-no-such-envelope",
        WriteTrouble::Other => "disk-other",
    }
}

const fn printer_notice(news: PrinterNews) -> Option<Notice> {
    Some(match news {
        PrinterNews::Printed => return None,
        PrinterNews::NotSet => Notice::warning("printer-not-set"),
        PrinterNews::Absent => Notice::alarm("printer-absent"),
        PrinterNews::Forbidden => Notice::alarm("printer-forbidden"),
        PrinterNews::Busy => Notice::alarm("printer-busy"),
        PrinterNews::Stopped => Notice::alarm("printer-stopped"),
        PrinterNews::Cut => Notice::alarm("printer-cut"),
        PrinterNews::NoRoom => Notice::alarm("printer-no-room"),
    })
}
