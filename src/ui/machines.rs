//! What the shop knows of its disk, its printer and its drawer.

use super::{
    event::{Effect, News, PrinterNews},
    notice::Notice,
    screen::Turn,
    shop::Shop,
};
use crate::domain::{
    facts::{Event, Happening},
    journal::Fact,
    settings::Drawer,
    ticket::Ticket,
    views::WriteTrouble,
};

impl Shop {
    /// Takes in what an answer says about the till itself.
    pub fn learn(&mut self, news: &News) {
        match news {
            News::Recorded(..) | News::Written(_) | News::Saved => self.disk = None,
            News::NotRecorded(trouble) | News::NotWritten(_, trouble) | News::NotSaved(trouble) => {
                self.disk = Some(Notice::alarm(trouble_word(*trouble)));
            }
            News::Printer(news) => {
                self.printer = printer_notice(*news);
                if *news == PrinterNews::Printed && !self.pages_go_to.is_empty() {
                    let place = self.pages_go_to.clone();
                    self.say(Notice::done("printer-written").with("place", place));
                }
            }
            News::Tickets(_) | News::Ticket(_) | News::Stock(_) => {}
        }
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
        self.say(Notice::done("drawer-opened"));
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
