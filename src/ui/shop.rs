//! What every screen may see: the catalogue, the open tickets, the last sale, and how each changes.

mod opening;

use std::collections::HashMap;

use super::{
    canvas::Look,
    day::Period,
    drafts::{Door, Drafts, LastSale, Paper},
    entry::DigitRow,
    keeper::Keeper,
    machines::Untaken,
    members::Desired,
    notice::Notice,
    sealing::Sealed,
    settling::Settlings,
    voiding::Voids,
};
use crate::domain::{
    asking::Used,
    basket::{Adjustment, Basket, Line, TooManyLines, Undone, Voided},
    catalogue::Catalogue,
    facts::{Abandoned, GivenUp},
    ids::{Id, Mint, Uid},
    journal::Fact,
    label::Label,
    members::Members,
    money::Money,
    pay::Tendering,
    price::{PriceList, Priced, price},
    quantity::Quantity,
    search::Index,
    settings::{Settings, Tariffed},
    ticket::Ticket,
    time::Moment,
    views::Recorded,
};

pub use opening::{Cable, Opening, Sample};

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
    /// Who has an account, as far as known.
    pub members: Members,
    /// The change of the last sale, on its way into the fund.
    pub(super) keeping: Option<Uid>,
    /// What caps of means of payment are measured against; none until it was asked for.
    pub used: Option<Used>,
    pub(super) desired: Desired,
    /// How the digit row is read.
    pub digits: DigitRow,
    /// The time of the event being handled.
    pub now: Moment,
    /// Who is at the till.
    pub operator: String,
    /// What is known of the keeper.
    pub keeper: Keeper,
    /// The program's name and version, as tickets keep it.
    pub version: String,
    /// Makes the names of new things.
    pub mint: Mint,
    /// What is open or aside.
    pub drafts: Drafts,
    /// The sale finished last.
    pub last: Option<LastSale>,
    /// What is known of the open period.
    pub period: Period,
    /// The tickets voided since the start.
    pub voids: Voids,
    /// The settlement with a producer that is under way.
    pub settlings: Settlings,
    /// The closing that was just written.
    pub(super) sealed: Sealed,
    /// Whether the open ticket will be printed.
    pub paper: Paper,
    /// What is wrong with the printer.
    pub printer: Option<Notice>,
    /// Whether a printer is set up, and with it the drawer on its cable.
    pub cable: Cable,
    /// Where pages go, where that is a folder or a file; empty for a printer, which one sees.
    pub pages_go_to: String,
    /// What is wrong with the disk.
    pub disk: Option<Notice>,
    pub(super) untaken: Untaken,
    /// Whether this is the sample market.
    pub sample: Sample,
    /// An article that is on the scale: the sell line asks how much of it.
    pub to_weigh: Option<Id>,
    /// What the lines of the sell screen are for.
    pub errand: Errand,
    /// The number the next ticket will have.
    pub next_number: u64,
    /// What was said last.
    pub notice: Option<Notice>,
    priced: Priced,
    pub(super) best: Vec<usize>,
    changed: bool,
    pub(super) entries: Vec<(Uid, Fact)>,
}

impl Shop {
    /// Opens for the day.
    pub fn open(opening: Opening) -> Self {
        let mut mint = Mint::new(opening.seed);
        let mut drafts = opening
            .drafts
            .unwrap_or_else(|| Drafts::of([Basket::new(mint.uid()), Basket::new(mint.uid())]));
        if drafts.door == Door::Audited {
            drafts.door = Door::Locked;
        }
        let mut shop = Self {
            index: Index::build(std::iter::empty()),
            members: Members::default(),
            desired: Desired::default(),
            look: opening.look,
            catalogue: opening.catalogue,
            settings: opening.settings,
            ranks: opening.ranks,
            left: opening.left,
            digits: opening.digits,
            now: opening.now,
            operator: opening.operator,
            keeper: Keeper::default(),
            version: opening.version,
            sample: opening.sample,
            mint,
            drafts,
            keeping: None,
            used: None,
            last: None,
            period: Period::default(),
            voids: Voids::default(),
            settlings: Settlings::default(),
            sealed: Sealed::default(),
            paper: Paper::OnRequest,
            printer: None,
            cable: Cable::Printer,
            pages_go_to: String::new(),
            disk: None,
            untaken: Untaken::default(),
            next_number: opening.next_number,
            notice: None,
            to_weigh: None,
            errand: Errand::Sell,
            priced: Priced::default(),
            best: Vec::new(),
            changed: false,
            entries: Vec::new(),
        };
        if let Some(initials) = shop.operator_called(&shop.drafts.operator) {
            shop.operator = initials.into();
        }
        shop.index_anew();
        shop.price_anew();
        shop
    }

    /// Whether there is a change of the ticket on the screen to undo.
    pub fn basket_has_history(&self) -> bool {
        self.basket().has_history()
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
        let line = self.as_it_goes(line);
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
        let before = self.basket().lines().to_vec();
        let undone = self.edit(Basket::undo);
        self.undo_ending(&before, undone.as_ref());
        match &undone {
            Some(Undone::Withdrawn(voided)) => self.note_voided(std::slice::from_ref(voided)),
            Some(Undone::Restored(_, voided)) => {
                let voided = voided.clone();
                self.note_voided(voided.as_slice());
            }
            Some(Undone::Readjusted | Undone::Reattached | Undone::Repriced) | None => {}
        }
        undone
    }

    /// Sets the tariff of the ticket unless it would be beyond what a till can take.
    pub fn charge(&mut self, tariff: Option<Tariffed>) -> Result<(), AddRefusal> {
        let before = self.basket().clone();
        self.edit(|basket| basket.charge(tariff));
        if self.price_anew() {
            return Ok(());
        }
        self.edit(|basket| *basket = before);
        Err(AddRefusal::TooMuch)
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
        self.errand = Errand::Sell;
    }

    /// What a ticket would cost if it were paid now; none beyond what a till can take.
    pub fn total_of(&self, basket: &Basket) -> Option<Money> {
        let list = PriceList {
            catalogue: &self.catalogue,
            rules: &self.settings.rules,
            day: &self.day(),
        };
        price(basket, list).ok().map(|priced| priced.total)
    }

    /// The ticket on the screen as the journal will have it; none while something is owed.
    pub fn ticket(&self, tendering: &Tendering) -> Option<Ticket> {
        let payments = tendering.settled()?;
        Some(self.priced.ticket(self.basket(), payments, &self.version))
    }

    /// The ticket on the screen is in the journal: its stock goes, and the desk is free.
    pub fn recorded(&mut self, recorded: &Recorded, ticket: &Ticket) {
        self.take_from_stock(ticket);
        let name = recorded.ticket.as_ref().map(|it| it.1.clone());
        self.last = Some(LastSale::of(name.unwrap_or_default(), ticket, recorded.at));
        if let Some((number, _)) = recorded.ticket {
            self.next_number = number + 1;
        }
        self.notice = None;
        self.next_basket();
        // The sale's own transaction has cleared the saved draft: nothing to save again.
        self.changed = false;
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
            day: &self.day(),
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

/// What the lines of the sell screen are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// The customer buys.
    Sell,
    /// The next line is what a customer brings back without its ticket.
    TakeBack,
}

/// Why a line cannot be put down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddRefusal {
    /// The ticket is full.
    TooManyLines,
    /// The amount is beyond what a till can take.
    TooMuch,
}
