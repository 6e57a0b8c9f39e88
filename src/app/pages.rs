//! Pages on their way: from a ticket of the journal to the printer, and what came of it.

use super::{
    clerk::{Answer, Request},
    till::{Printer, Till},
};
use crate::{
    devices::{
        port::Done,
        spool::{Job, Kind},
        trouble::{Cause, Trouble},
    },
    domain::{
        facts::Printed,
        journal::Fact,
        paper::Page,
        receipt::{self, Copy},
        time::Moment,
        views::TicketDetail,
    },
    store::JobState,
    ui::{
        event::{Event, News, PrinterNews},
        paper,
        shop::Sample,
    },
};

/// A page at the printer, and what the journal will say of it.
pub(super) struct Printing {
    job: i64,
    printed: Printed,
}

impl Till {
    /// Takes what the spool says of a page.
    pub fn printed(&mut self, job: u64, kind: Kind, outcome: &Result<Done, Trouble>, now: Moment) {
        let state = match outcome {
            Ok(Done::Confirmed) => JobState::Confirmed,
            Ok(Done::Sent) => JobState::Sent,
            Err(trouble) if trouble.before_first_byte() => JobState::Failed,
            Err(_) => JobState::Unknown,
        };
        if let Some(page) = self.pages.remove(&job) {
            self.note_printed(page, state, now);
        }
        if kind == Kind::Drawer && outcome.is_ok() {
            // It opened in front of everybody: there is nothing to say.
            return;
        }
        let news = News::Printer(printer_news(outcome));
        self.handle(Event::Told(news), now);
    }

    /// The journal knows of every page that may be on paper, and of no other.
    fn note_printed(&mut self, page: Printing, state: JobState, now: Moment) {
        let entry = (state != JobState::Failed).then(|| {
            let uid = self.mint.uid();
            Box::new(self.proposal(uid, Fact::Printed(page.printed), now))
        });
        if let Some(answer) = self.ask(Request::Printed(page.job, state, entry)) {
            self.answered(answer, now);
        }
    }

    pub(super) fn print(&mut self, ticket: String, at: Moment) -> Option<Answer> {
        if matches!(self.printer, Printer::NotSet) {
            return Some(Answer::News(News::Printer(PrinterNews::NotSet)));
        }
        self.ask(Request::Print { ticket, at })
    }

    /// A ticket's page leaves for the printer; what the journal will say of it waits for the
    /// answer.
    pub(super) fn send_page(
        &mut self,
        job: i64,
        detail: &TicketDetail,
        copy: Copy,
        now: Moment,
    ) -> Option<Event> {
        let page = self.page(detail, copy);
        let kind = match copy {
            Copy::Original => Kind::Receipt,
            Copy::Duplicate(_) => Kind::Duplicate,
        };
        let id = u64::try_from(job).unwrap_or_default();
        let printed = Printed {
            ticket: detail.ticket.name.clone(),
            seq: detail.seq,
            copy: match copy {
                Copy::Original => 0,
                Copy::Duplicate(number) => number,
            },
        };
        let refused = self.put(Job { id, kind, page });
        let printing = Printing { job, printed };
        match (&self.printer, &refused) {
            (Printer::Spool(_), None) => {
                self.pages.insert(id, printing);
            }
            (Printer::Kept(_), None) => self.note_printed(printing, JobState::Sent, now),
            _ => self.note_printed(printing, JobState::Failed, now),
        }
        refused.map(|news| Event::Told(News::Printer(news)))
    }

    /// The receipt of a ticket in the till's language.
    fn page(&self, detail: &TicketDetail, copy: Copy) -> Page {
        let shop = &self.model.shop;
        let lines = receipt::lines(detail, &shop.settings.stall, copy);
        let mut page = paper::page(&lines, &shop.look.words);
        if shop.sample == Sample::Demo {
            page.rows.insert(0, paper::sample(&shop.look.words));
        }
        page
    }

    pub(super) fn put(&mut self, job: Job) -> Option<PrinterNews> {
        match &mut self.printer {
            Printer::Spool(spool) => spool.put(job).err().map(|_| PrinterNews::Busy),
            Printer::Kept(pages) => {
                pages.push((job.kind, job.page));
                None
            }
            // Without a printer there is no drawer on its cable either: nothing to say.
            Printer::NotSet => None,
        }
    }
}

fn printer_news(outcome: &Result<Done, Trouble>) -> PrinterNews {
    let Err(trouble) = outcome else {
        return PrinterNews::Printed;
    };
    match &trouble.cause {
        Cause::NotSet => PrinterNews::NotSet,
        Cause::Absent | Cause::UnknownHost | Cause::TooLate => PrinterNews::Absent,
        Cause::Forbidden => PrinterNews::Forbidden,
        Cause::Busy => PrinterNews::Busy,
        Cause::NotTaking | Cause::PaperOut | Cause::NoAnswer => PrinterNews::Stopped,
        Cause::NoSpace | Cause::NoFolder => PrinterNews::NoRoom,
        Cause::Cut | Cause::Failed(_) => PrinterNews::Cut,
    }
}
