//! What comes to the screens and what they want done: plain values that a test can compare.

use super::{drafts::Drafts, keys::Stroke};

pub use super::carrying::{Carried, Carry, CarryTrouble, Place as CarryPlace};
use crate::domain::{
    asking::{Ask, Found},
    ids::Uid,
    journal::Fact,
    keeper::{KeeperAnswer, KeeperAsk},
    member::{Contact, MemberChange},
    paper::Page,
    ticket::Ticket,
    views::{Recorded, StockRow, TicketDetail, TicketRow, WriteTrouble},
};

/// What can happen to the screens.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A key was pressed.
    Stroke(Stroke),
    /// The terminal has another size.
    Resized,
    /// The first frame is on the screen: what it did not need can be asked for.
    Shown,
    /// The time asked for by [`Effect::Wake`] has passed; monotonic milliseconds.
    Woken(u64),
    /// The store, a device or the machine has an answer.
    Told(News),
}

/// Answers to effects.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// A ticket is safely written.
    Recorded(Box<Recorded>, Box<Ticket>),
    /// A ticket could not be written; its basket is untouched.
    NotRecorded(WriteTrouble),
    /// Another entry is safely written.
    Written(Uid),
    /// Another entry could not be written.
    NotWritten(Uid, WriteTrouble),
    /// Tickets that put others right are safely written, in their order.
    Corrected(Vec<Recorded>),
    /// None of the tickets of which this is the first could be written.
    NotCorrected(Uid, WriteTrouble),
    /// The drafts are saved again after they could not be.
    Saved,
    /// The drafts could not be saved.
    NotSaved(WriteTrouble),
    /// The tickets of the day, newest first.
    Tickets(Vec<TicketRow>),
    /// One ticket, whole.
    Ticket(Box<TicketDetail>),
    /// The stock of the day.
    Stock(Vec<StockRow>),
    /// What whoever keeps the keeper's PIN answers.
    Keeper(KeeperAnswer),
    /// What was asked of the journal.
    Found(Box<Found>),
    /// What the printer did with a page.
    Printer(PrinterNews),
    /// How far what is carried out has come.
    Carried(Carried),
}

/// What the printer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrinterNews {
    /// The page is out, as far as can be known.
    Printed,
    /// No printer is set up.
    NotSet,
    /// Switched off, unplugged or unreachable; nothing was printed.
    Absent,
    /// This user may not write to it; nothing was printed.
    Forbidden,
    /// Somebody else holds it; nothing was printed.
    Busy,
    /// It takes no more: paper out, cover open, or jammed; part of the page may be out.
    Stopped,
    /// It went away in the middle; part of the page may be out.
    Cut,
    /// There is no room for the page where it should be written.
    NoRoom,
}

/// What the screens want done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write a ticket and, with it, what is still open afterwards; answered by
    /// [`News::Recorded`].
    Record {
        /// The ticket's name in the journal.
        uid: Uid,
        /// What is sold and how it is paid.
        ticket: Box<Ticket>,
        /// What is open or aside once it is written.
        drafts: Box<Drafts>,
    },
    /// Write another entry.
    Write(Uid, Fact),
    /// Write tickets that put others right, all of them or none, and touch nothing that is open;
    /// answered by [`News::Corrected`].
    Correct(Vec<(Uid, Box<Ticket>)>),
    /// Save what is not in the journal yet, after the frame is drawn.
    SaveDrafts(Box<Drafts>),
    /// Print a ticket of the journal; every copy after the first is a duplicate.
    Print {
        /// What people call it: names stay apart where places in the journal may not.
        ticket: String,
    },
    /// Open the drawer.
    OpenDrawer,
    /// Ask for the tickets of a market day, `YYYY-MM-DD`.
    AskTickets(String),
    /// Ask for one ticket, by what people call it.
    AskTicket(String),
    /// Ask for the stock of a market day, `YYYY-MM-DD`.
    AskStock(String),
    /// Ask whoever keeps the keeper's PIN; answered by [`News::Keeper`].
    Keeper(KeeperAsk),
    /// Ask the journal; answered by [`News::Found`].
    Ask(Ask),
    /// Write accounts and, in the same moment, whose one of them is; answered by
    /// [`News::Written`].
    SaveMember(Uid, MemberChange, Option<Contact>),
    /// Print a page that is no ticket: a statement, a slip.
    PrintPage {
        /// What the queue calls it.
        title: String,
        /// Its rows.
        page: Page,
    },
    /// Carry data out of the till, beside it: answered by [`News::Carried`], a sale never waits
    /// for it.
    Carry(Carry),
    /// Come back after so many milliseconds with [`Event::Woken`].
    Wake(u64),
    /// Sound the bell: a key was understood and not obeyed.
    Bell,
    /// Keep a choice of this machine (`theme`, `language`, `digit_row`) in its settings file.
    Remember(&'static str, String),
    /// End the program.
    Quit,
}
