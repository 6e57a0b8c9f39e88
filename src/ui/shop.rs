//! What every screen may see: the catalogue, the open tickets, the last sale, and how each changes.

use std::{cmp::Reverse, collections::HashMap};

use serde::{Deserialize, Serialize};

use super::{
    canvas::Look,
    entry::DigitRow,
    event::{Effect, News, PrinterNews},
    notice::Notice,
    screen::Turn,
    voiding::Voids,
};
use crate::domain::{
    basket::{Adjustment, Basket, Line, Story, TooManyLines, Undone, Voided},
    catalogue::{Catalogue, CatalogueChange, Product, State, Stocked},
    facts::{Abandoned, Event, GivenUp, Happening},
    ids::{Id, Mint, Uid},
    journal::Fact,
    label::Label,
    money::Money,
    pay::Tendering,
    price::{PriceList, Priced, price},
    quantity::Quantity,
    search::Index,
    settings::{Drawer, Settings},
    ticket::Ticket,
    time::Moment,
    views::{Recorded, WriteTrouble},
};

/// So many articles are listed beside the ticket at most.
const BEST_SHOWN: usize = 60;

/// A basket set aside, with what people know it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parked {
    /// What is in it.
    pub basket: Basket,
    /// When it was set aside, UTC milliseconds.
    pub at_ms: i64,
}

/// All that is not yet in the journal: saved at every change of a basket, so that a killed program
/// starts again with the same screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drafts {
    /// The two open tickets.
    pub desks: [Basket; 2],
    /// Which of them is on the screen.
    pub desk: usize,
    /// Those set aside, oldest first.
    pub parked: Vec<Parked>,
    /// The payment under way, if money was already taken.
    pub paying: Option<Tendering>,
}

/// The sale that was finished last, for the change screen and the sell screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastSale {
    /// What people call the ticket.
    pub name: String,
    /// What was paid.
    pub total: Money,
    /// What was given in cash, change included.
    pub given: Money,
    /// What went back.
    pub change: Money,
    /// When it was recorded.
    pub at: Moment,
}

/// Whether the next ticket is printed without being asked: by French law it is not (loi AGEC,
/// art. 49; décret 2022-1565, in force since 1 August 2023).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// Only on request.
    #[default]
    OnRequest,
    /// The customer of this ticket asked for it.
    Asked,
}

/// The stall as the screens know it.
pub struct Shop {
    /// Words and colours.
    pub look: Look,
    /// What is sold.
    pub catalogue: Catalogue,
    /// What decides money besides.
    pub settings: Settings,
    /// How often each article was sold up to this morning: fixed for the day.
    pub ranks: HashMap<Id, u64>,
    /// What is left of each counted article.
    pub left: HashMap<Id, Quantity>,
    /// The search index over the catalogue; its places are those of [`Catalogue::products`].
    pub index: Index,
    /// How the digit row is read.
    pub digits: DigitRow,
    /// The time of the event being handled.
    pub now: Moment,
    /// Who is at the till.
    pub operator: String,
    /// The program's name and version, as tickets keep it.
    pub version: String,
    /// Makes the names of new things.
    pub mint: Mint,
    /// What is open or aside.
    pub drafts: Drafts,
    /// The sale finished last.
    pub last: Option<LastSale>,
    /// The tickets voided since the start.
    pub voids: Voids,
    /// Whether the open ticket will be printed.
    pub paper: Paper,
    /// What is wrong with the printer.
    pub printer: Option<Notice>,
    /// What is wrong with the disk.
    pub disk: Option<Notice>,
    /// Whether this is the sample market.
    pub sample: Sample,
    /// The number the next ticket will have.
    pub next_number: u64,
    /// What was said last.
    pub notice: Option<Notice>,
    priced: Priced,
    best: Vec<usize>,
    changed: bool,
    entries: Vec<(Uid, Fact)>,
}

/// Whether the data is a market of our own invention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Real trade.
    Real,
    /// The sample market: the screen and the paper say so.
    Demo,
}

/// What a shop starts from.
pub struct Opening {
    /// Words and colours.
    pub look: Look,
    /// What is sold.
    pub catalogue: Catalogue,
    /// What decides money besides.
    pub settings: Settings,
    /// How often each article was sold up to this morning.
    pub ranks: HashMap<Id, u64>,
    /// What is left of each counted article.
    pub left: HashMap<Id, Quantity>,
    /// How the digit row is read.
    pub digits: DigitRow,
    /// The time of the start.
    pub now: Moment,
    /// Who is at the till; empty if nobody said so.
    pub operator: String,
    /// The program's name and version.
    pub version: String,
    /// 32 bytes of true randomness.
    pub seed: [u8; 32],
    /// What was open when the program ended last.
    pub drafts: Option<Drafts>,
    /// Whether this is the sample market.
    pub sample: Sample,
    /// The number the next ticket will have.
    pub next_number: u64,
}

impl Shop {
    /// Opens for the day.
    pub fn open(opening: Opening) -> Self {
        let mut mint = Mint::new(opening.seed);
        let drafts = opening.drafts.unwrap_or_else(|| Drafts {
            desks: [Basket::new(mint.uid()), Basket::new(mint.uid())],
            desk: 0,
            parked: Vec::new(),
            paying: None,
        });
        let mut shop = Self {
            index: Index::build(std::iter::empty()),
            look: opening.look,
            catalogue: opening.catalogue,
            settings: opening.settings,
            ranks: opening.ranks,
            left: opening.left,
            digits: opening.digits,
            now: opening.now,
            operator: opening.operator,
            version: opening.version,
            sample: opening.sample,
            mint,
            drafts,
            last: None,
            voids: Voids::default(),
            paper: Paper::OnRequest,
            printer: None,
            disk: None,
            next_number: opening.next_number,
            notice: None,
            priced: Priced::default(),
            best: Vec::new(),
            changed: false,
            entries: Vec::new(),
        };
        shop.index_anew();
        shop.price_anew();
        shop
    }

    fn index_anew(&mut self) {
        let ranks = &self.ranks;
        self.index = Index::build(
            self.catalogue
                .products()
                .iter()
                .enumerate()
                .filter(|(_, product)| product.state != State::Withdrawn)
                .map(|(place, product)| {
                    let rank = ranks.get(&product.id).copied().unwrap_or(0);
                    (place, product.label.as_str(), rank)
                }),
        );
        let mut best: Vec<(u64, usize)> = self
            .catalogue
            .products()
            .iter()
            .enumerate()
            .filter(|(_, product)| product.state != State::Withdrawn)
            .map(|(place, product)| (ranks.get(&product.id).copied().unwrap_or(0), place))
            .collect();
        best.sort_by_key(|(rank, place)| (Reverse(*rank), *place));
        best.truncate(BEST_SHOWN);
        self.best = best.into_iter().map(|(_, place)| place).collect();
    }

    /// What sold most up to this morning, as places in [`Catalogue::products`].
    pub fn best_sellers(&self) -> &[usize] {
        &self.best
    }

    /// What is left of a counted article once the open tickets are paid; none for others.
    pub fn remaining(&self, product: &Product) -> Option<Quantity> {
        if product.stock != Stocked::Counted {
            return None;
        }
        let stored = self.left.get(&product.id).copied().unwrap_or_default();
        let parked = self.drafts.parked.iter().map(|parked| &parked.basket);
        let open = self
            .drafts
            .desks
            .iter()
            .chain(parked)
            .flat_map(Basket::lines)
            .filter(|line| line.product().is_some_and(|it| it.id == product.id))
            .fold(Quantity::ZERO, |sum, line| sum + line.quantity);
        Some(stored - open)
    }

    /// Whether there is a change of the ticket on the screen to undo.
    pub fn basket_has_history(&self) -> bool {
        self.basket().has_history()
    }

    /// Takes in what an answer says about the till itself.
    pub fn learn(&mut self, news: &News) {
        match news {
            News::Recorded(..) | News::Written(_) => self.disk = None,
            News::NotRecorded(trouble) | News::NotWritten(_, trouble) | News::NotSaved(trouble) => {
                self.disk = Some(Notice::alarm(trouble_word(*trouble)));
            }
            News::Printer(news) => self.printer = printer_notice(*news),
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

    /// What will be open once the ticket on the screen is recorded. It travels with the record:
    /// saving what is open now behind it would bring a paid basket back.
    pub fn drafts_after_sale(&mut self) -> Drafts {
        self.changed = false;
        let mut drafts = self.drafts.clone();
        let fresh = Basket::new(self.mint.uid());
        let [first, second] = &mut drafts.desks;
        let desk = if drafts.desk == 0 { first } else { second };
        *desk = fresh;
        drafts.paying = None;
        drafts
    }

    /// The ticket on the screen.
    pub fn basket(&self) -> &Basket {
        let [first, second] = &self.drafts.desks;
        if self.drafts.desk == 0 { first } else { second }
    }

    /// The ticket on the screen, priced.
    pub const fn priced(&self) -> &Priced {
        &self.priced
    }

    /// Changes the ticket on the screen; it is priced anew and saved.
    pub fn edit<T>(&mut self, change: impl FnOnce(&mut Basket) -> T) -> T {
        let now_ms = self.now.utc_ms;
        let [first, second] = &mut self.drafts.desks;
        let basket = if self.drafts.desk == 0 { first } else { second };
        if basket.is_empty() {
            basket.opened_ms = now_ms;
        }
        let answer = change(basket);
        self.touch();
        answer
    }

    /// Puts a line down and takes it back if the ticket would be beyond what a till can take.
    pub fn add(&mut self, line: Line) -> Result<usize, AddRefusal> {
        let before = self.basket().clone();
        let at = self
            .edit(|basket| basket.add(line))
            .map_err(|TooManyLines| AddRefusal::TooManyLines)?;
        if self.price_anew() {
            Ok(at)
        } else {
            self.edit(|basket| *basket = before);
            Err(AddRefusal::TooMuch)
        }
    }

    /// Changes a line unless the ticket would be beyond what a till can take.
    pub fn change_line(&mut self, at: usize, line: Line) -> Result<(), AddRefusal> {
        let before = self.basket().clone();
        let voided = self.edit(|basket| basket.change(at, line));
        if !self.price_anew() {
            self.edit(|basket| *basket = before);
            return Err(AddRefusal::TooMuch);
        }
        self.note_voided(voided.as_slice());
        Ok(())
    }

    /// Takes a line out; the journal keeps what went.
    pub fn remove_line(&mut self, at: usize) -> Option<Voided> {
        let voided = self.edit(|basket| basket.remove(at));
        self.note_voided(voided.as_slice());
        voided
    }

    /// Undoes the last change of the ticket; the journal keeps what went.
    pub fn undo(&mut self) -> Option<Undone> {
        let undone = self.edit(Basket::undo);
        match &undone {
            Some(Undone::Withdrawn(voided)) => self.note_voided(std::slice::from_ref(voided)),
            Some(Undone::Restored(_, voided)) => {
                let voided = voided.clone();
                self.note_voided(voided.as_slice());
            }
            Some(Undone::Readjusted) | None => {}
        }
        undone
    }

    /// Agrees something for the whole ticket.
    pub fn adjust(&mut self, adjustment: Option<Adjustment>) {
        self.edit(|basket| basket.adjust(adjustment));
    }

    /// Gives the whole ticket up; the journal keeps it.
    pub fn abandon(&mut self) {
        let basket = self.basket();
        if !basket.is_empty() {
            let given_up = Abandoned::of(GivenUp::Basket, basket.uid, basket.lines());
            self.write(Fact::Abandoned(given_up));
        }
        self.next_basket();
    }

    /// Puts a fresh basket on the desk: the one before is recorded, aside or given up.
    pub fn next_basket(&mut self) {
        let fresh = Basket::new(self.mint.uid());
        self.edit(|basket| *basket = fresh);
        self.drafts.paying = None;
        self.paper = Paper::OnRequest;
    }

    /// Flips to the other open ticket.
    pub fn flip(&mut self) {
        self.drafts.desk = 1 - self.drafts.desk.min(1);
        self.paper = Paper::OnRequest;
        self.touch();
    }

    /// Whether the other open ticket has something in it.
    pub fn other_waits(&self) -> bool {
        let [first, second] = &self.drafts.desks;
        let other = if self.drafts.desk == 0 { second } else { first };
        !other.is_empty()
    }

    /// Sets the ticket aside.
    pub fn park(&mut self) {
        if self.basket().is_empty() {
            return;
        }
        let basket = self.basket().clone();
        let at_ms = self.now.utc_ms;
        self.drafts.parked.push(Parked { basket, at_ms });
        self.next_basket();
    }

    /// Takes a ticket up again that was aside; the desk must be free.
    pub fn resume(&mut self, at: usize) {
        if at < self.drafts.parked.len() && self.basket().is_empty() {
            let mut parked = self.drafts.parked.remove(at);
            parked.basket.story = Story::Resumed;
            self.edit(|basket| *basket = parked.basket);
        }
    }

    /// Gives up a ticket that was aside; the journal keeps it.
    pub fn abandon_parked(&mut self, at: usize) {
        if at < self.drafts.parked.len() {
            let basket = self.drafts.parked.remove(at).basket;
            let given_up = Abandoned::of(GivenUp::Basket, basket.uid, basket.lines());
            self.write(Fact::Abandoned(given_up));
            self.touch();
        }
    }

    /// What a ticket would cost if it were paid now; none beyond what a till can take.
    pub fn total_of(&self, basket: &Basket) -> Option<Money> {
        let list = PriceList {
            catalogue: &self.catalogue,
            rules: &self.settings.rules,
            tariff: None,
        };
        price(basket, list).ok().map(|priced| priced.total)
    }

    /// The ticket on the screen as the journal will have it; none while something is owed.
    pub fn ticket(&self, tendering: &Tendering) -> Option<Ticket> {
        Some(Ticket {
            number: 0,
            name: String::new(),
            lines: self.priced.lines.clone(),
            vat: self.priced.vat.clone(),
            payments: tendering.settled()?,
            total: self.priced.total,
            opened_ms: self.basket().opened_ms,
            version: self.version.clone(),
            reverses: None,
            paper: None,
            tariff: None,
        })
    }

    /// The ticket on the screen is in the journal: its stock goes, and the desk is free.
    pub fn recorded(&mut self, recorded: &Recorded, ticket: &Ticket) {
        self.take_from_stock(ticket);
        self.last = Some(LastSale {
            name: recorded
                .ticket
                .as_ref()
                .map(|it| it.1.clone())
                .unwrap_or_default(),
            total: ticket.total,
            given: ticket.total + ticket.change(),
            change: ticket.change(),
            at: recorded.at,
        });
        if let Some((number, _)) = recorded.ticket {
            self.next_number = number + 1;
        }
        self.next_basket();
        // The sale's own transaction has cleared the saved draft: nothing to save again.
        self.changed = false;
    }

    /// Takes a recorded ticket's goods from the stock known here.
    pub fn take_from_stock(&mut self, ticket: &Ticket) {
        for line in ticket.lines.iter().filter(|line| line.from_stock) {
            if let Some(id) = &line.product {
                let left = self.left.entry(id.clone()).or_default();
                *left = *left - line.quantity;
            }
        }
    }

    /// Changes the catalogue from the next line on, and writes it down.
    pub fn change_catalogue(&mut self, change: CatalogueChange) {
        if change.is_empty() {
            return;
        }
        self.catalogue.apply(&change);
        if !change.products.is_empty() {
            self.index_anew();
        }
        self.write(Fact::Catalogue(change));
    }

    /// Changes one product from the next line on, and writes it down.
    pub fn change_product(&mut self, product: Product) {
        self.change_catalogue(self.catalogue.change_products(vec![product]));
    }

    /// Writes an entry down that no key waits for; answers the name under which the answer comes.
    pub fn write(&mut self, fact: Fact) -> Uid {
        let uid = self.mint.uid();
        self.entries.push((uid, fact));
        uid
    }

    /// The market day of now.
    pub fn day(&self) -> String {
        self.now.business_day(self.settings.rules.day_starts_at)
    }

    /// What a means of payment is called: the stall's own name for it, or the language's word.
    pub fn tender_name(&self, id: &Id, name: Option<&Label>) -> String {
        self.look.words.tender(id, name)
    }

    fn note_voided(&mut self, voided: &[Voided]) {
        if voided.is_empty() {
            return;
        }
        let lines: Vec<Line> = voided.iter().map(|it| it.line.clone()).collect();
        let given_up = Abandoned::of(GivenUp::Line, self.basket().uid, &lines);
        self.write(Fact::Abandoned(given_up));
    }

    /// Saves the drafts with the next effects.
    pub fn touch(&mut self) {
        self.changed = true;
        self.price_anew();
    }

    /// Prices the ticket on the screen; false if it is beyond what a till can take.
    fn price_anew(&mut self) -> bool {
        let list = PriceList {
            catalogue: &self.catalogue,
            rules: &self.settings.rules,
            tariff: None,
        };
        match price(self.basket(), list) {
            Ok(priced) => {
                self.priced = priced;
                true
            }
            Err(_) => false,
        }
    }

    /// What is to be written down or saved since last asked.
    pub(super) fn take_changes(&mut self) -> (Vec<(Uid, Fact)>, Option<Drafts>) {
        let drafts = std::mem::take(&mut self.changed).then(|| self.drafts.clone());
        (std::mem::take(&mut self.entries), drafts)
    }
}

/// Why a line cannot be put down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddRefusal {
    /// The ticket is full.
    TooManyLines,
    /// The amount is beyond what a till can take.
    TooMuch,
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
