//! A stall for tests: the whole program over a real store in memory, a printer that remembers, and
//! a clock that moves only when a key is pressed. Keys in, pictures, paper and journal out.
#![allow(dead_code, reason = "each test file uses its part of the kit")]

use std::fmt::Write;

use etal::{
    app::{
        clerk::Clerk,
        till::{Chore, Counter, Printer, Till},
    },
    devices::layout,
    domain::{
        catalogue::{Catalogue, Code, Product, State, Stocked},
        facts::{StockMove, StockMoves, StockWay},
        ids::{Id, Mint, Uid},
        journal::{Fact, Proposal},
        label::Label,
        money::{Money, VatRate},
        quantity::{Quantity, TypedIn, Unit},
        time::Moment,
    },
    store::{self, Store},
    ui::{
        canvas::Look,
        drafts::Drafts,
        entry::DigitRow,
        event::Event,
        keeper::Keeper,
        keys::{Key, Stroke, typed},
        model::Model,
        shop::{Opening, Sample, Shop},
        theme::Theme,
        words::{Language, Words},
    },
};
use ratatui::{Terminal, backend::TestBackend, buffer::Cell};

/// How long a hand takes from key to key.
pub const STEADY_MS: u64 = 180;

/// A stall with eight articles.
pub struct Stall {
    /// The running till.
    pub till: Till,
    now: Moment,
    clock_ms: u64,
    /// How many keys were pressed.
    pub keys: usize,
    /// How often the bell rang.
    pub bells: usize,
    size: (u16, u16),
    wakes: Vec<u64>,
}

/// Saturday, 21 November 2026, 10:42 in France.
pub fn morning() -> Moment {
    Moment::parse("2026-11-21T10:42:00+01:00").unwrap()
}

/// Cents as money.
pub fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

/// A text as a label.
pub fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

/// What the sample stall sells: code, name, unit, price in cents, brought in thousandths.
pub const ARTICLES: [(u32, &str, &str, i64, i64); 8] = [
    (12, "Carottes botte", "bunch", 200, 60_000),
    (31, "Tomates", "kg", 350, 40_000),
    (7, "Pain de seigle", "piece", 400, 30_000),
    (45, "Miel 500 g", "piece", 720, 20_000),
    (33, "Pommes de terre", "kg", 210, 80_000),
    (51, "Œufs (6)", "piece", 240, 30_000),
    (18, "Salade", "piece", 110, 24_000),
    (60, "Fromage de chèvre", "piece", 280, 2_000),
];

/// A product of the sample stall, made anew.
pub fn product(code: u32, name: &str, unit: &str, price: i64) -> Product {
    Product {
        id: Id::known(&format!("P{code:09}")),
        code: Code::new(code),
        barcodes: if code == 45 {
            vec!["3760123456784".into()]
        } else {
            Vec::new()
        },
        label: label(name),
        unit: Unit::read(unit),
        typed_in: TypedIn::Grams,
        price: cents(price),
        quantity_prices: Vec::new(),
        vat: VatRate(550),
        producer: Id::known("stall"),
        department: None,
        deposit: None,
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

/// A store in memory of a stall that has nothing yet.
pub fn empty_store() -> Store {
    let opening = store::Opening {
        dir: std::path::Path::new(""),
        machine: String::new(),
        version: "etal test".to_owned(),
        at: morning(),
        seed: [3; 32],
        stall: label("Marché de Die"),
        till_name: label("A"),
    };
    Store::in_memory(&opening).unwrap().0
}

/// A store in memory with the sample stall's articles and what was brought this morning.
pub fn store() -> Store {
    let mut store = empty_store();
    let products: Vec<Product> = ARTICLES
        .iter()
        .map(|(code, name, unit, price, _)| product(*code, name, unit, *price))
        .collect();
    let change = store.catalogue().unwrap().change_products(products.clone());
    let moves = products
        .iter()
        .zip(ARTICLES)
        .map(|(product, article)| StockMove {
            product: product.id.clone(),
            code: product.code,
            label: product.label.clone(),
            unit: product.unit.clone(),
            quantity: Quantity::from_thousandths(article.4),
            way: StockWay::Delivered,
            reason: None,
        })
        .collect();
    write(&mut store, 1, Fact::Catalogue(change));
    write(&mut store, 2, Fact::Stock(StockMoves { moves }));
    store
}

/// Writes a fact down this morning.
pub fn write(store: &mut Store, number: u8, fact: Fact) {
    let proposal = Proposal {
        uid: Uid([number; 16]),
        at: morning(),
        operator: String::new(),
        fact,
    };
    store.append(proposal, None).unwrap();
}

/// A stall that speaks French.
pub fn stall() -> Stall {
    open(store(), Language::French, None)
}

/// A stall that speaks English.
pub fn english_stall() -> Stall {
    open(store(), Language::English, None)
}

/// Opens a till over this store, with what was open when it ended.
pub fn open(store: Store, language: Language, drafts: Option<Drafts>) -> Stall {
    open_again(store, language, drafts, 0)
}

/// Opens a till for the so many-th time: no ticket has the name of one of before.
pub fn open_again(store: Store, language: Language, drafts: Option<Drafts>, times: u8) -> Stall {
    let mut ranks: std::collections::HashMap<Id, u64> = std::collections::HashMap::new();
    for (place, (code, ..)) in ARTICLES.iter().enumerate() {
        let rank = u64::try_from(100 - place).unwrap();
        ranks.insert(Id::known(&format!("P{code:09}")), rank);
    }
    let saved: Option<Drafts> = serde_json::from_str(&store.drafts().unwrap()).ok();
    let mut shop = Shop::open(Opening {
        look: Look {
            theme: Theme::probe(),
            words: Words::of(language),
        },
        catalogue: store.catalogue().unwrap(),
        settings: store.settings().unwrap(),
        left: store.left().unwrap(),
        ranks,
        digits: match language {
            Language::French => DigitRow::French,
            Language::English => DigitRow::AsTyped,
        },
        now: morning(),
        operator: "Léa".to_owned(),
        version: "etal test".to_owned(),
        seed: [7 + 4 * times; 32],
        drafts: drafts.or(saved),
        sample: Sample::Real,
        next_number: store.tickets_given() + 1,
    });
    shop.keeper = Keeper::of(store.keeper().unwrap().as_ref());
    let mut stall = Stall {
        till: Till::new(
            Model::new(shop),
            Counter::Here(Box::new(Clerk::new(store))),
            Printer::Kept(Vec::new()),
            [9 + 4 * times; 32],
        ),
        now: morning(),
        clock_ms: 10_000,
        keys: 0,
        bells: 0,
        size: (80, 24),
        wakes: Vec::new(),
    };
    stall.tell(Event::Shown);
    stall
}

impl Stall {
    /// Presses keys as a hand does: `12<enter>`, `<f2>`, `<back>`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.press_every(STEADY_MS, keys)
    }

    /// Presses keys so many milliseconds apart, as a scanner or a held key does. A time asked for
    /// passes when no key comes before it.
    pub fn press_every(&mut self, gap_ms: u64, keys: &str) -> &mut Self {
        for key in typed(keys).unwrap() {
            self.press_after(gap_ms, key);
        }
        self
    }

    /// Presses one key.
    pub fn stroke(&mut self, key: Key) -> &mut Self {
        self.press_after(STEADY_MS, key)
    }

    fn press_after(&mut self, gap_ms: u64, key: Key) -> &mut Self {
        self.wait(gap_ms);
        self.keys += 1;
        let stroke = Stroke {
            key,
            at_ms: self.clock_ms,
        };
        self.till.handle(Event::Stroke(stroke), self.now);
        self.settle();
        self
    }

    /// Lets something happen that is no key.
    pub fn tell(&mut self, event: Event) -> &mut Self {
        self.till.handle(event, self.now);
        self.settle();
        self
    }

    /// The content of every entry of a kind that this stall's journal has, oldest first.
    pub fn entries(&self, kind: &str) -> Vec<String> {
        let Some(store) = self.till.store_here() else {
            return Vec::new();
        };
        store
            .entries(kind)
            .unwrap()
            .into_iter()
            .map(|entry| entry.payload)
            .collect()
    }

    /// Types a code as a scanner does, Enter at the end.
    pub fn scan(&mut self, code: &str) -> &mut Self {
        self.wait(STEADY_MS);
        self.press_every(9, &format!("{code}<enter>"))
    }

    /// Lets time pass.
    pub fn wait(&mut self, ms: u64) -> &mut Self {
        let until = self.clock_ms + ms;
        if let Some(at) = self.wake_at().filter(|at| *at <= until) {
            self.clock_ms = at;
            self.wakes.clear();
            self.till.handle(Event::Woken(at), self.now);
            self.settle();
        }
        self.now.utc_ms += i64::try_from(until.saturating_sub(self.clock_ms)).unwrap();
        self.clock_ms = until;
        self
    }

    /// Lets the day go on until a time, or turns it back there: nobody presses a key meanwhile.
    pub fn until(&mut self, moment: Moment) -> &mut Self {
        self.rest();
        self.now = moment;
        self
    }

    /// Lets the till's last thoughts come to an end.
    pub fn rest(&mut self) -> &mut Self {
        self.wait(1_000)
    }

    fn settle(&mut self) {
        for chore in self.till.take_chores() {
            match chore {
                Chore::Bell => self.bells += 1,
                Chore::Wake(after_ms) => self.wakes.push(self.clock_ms + after_ms),
                Chore::Remember(..) => {}
            }
        }
        self.till.after_frame(self.now);
    }

    fn wake_at(&self) -> Option<u64> {
        self.wakes.last().copied()
    }

    /// Draws on a screen of another size from now on.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self
    }

    /// The screen as text; after each line the roles it shows besides plain text.
    pub fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|frame| self.till.model.view(frame)).unwrap();
        let buffer = terminal.backend().buffer();
        let mut page = String::new();
        for cells in buffer.content.chunks(usize::from(buffer.area.width)) {
            let text: String = cells.iter().map(Cell::symbol).collect();
            let mut roles = Vec::new();
            for role in cells
                .iter()
                .filter(|cell| cell.symbol() != " ")
                .filter_map(|cell| Theme::probed(cell.fg))
            {
                if !roles.contains(&role) && role != etal::ui::theme::Role::Text {
                    roles.push(role);
                }
            }
            let notes = if roles.is_empty() {
                String::new()
            } else {
                format!(" {roles:?}")
            };
            writeln!(page, "│{text}│{notes}").unwrap();
        }
        page
    }

    /// The pages that were printed, as text of 42 columns.
    pub fn paper(&self) -> Vec<String> {
        self.till
            .kept_pages()
            .iter()
            .filter(|(_, page)| !page.rows.is_empty())
            .map(|(_, page)| layout::text(page, 42).join("\n"))
            .collect()
    }

    /// The store, once the till is gone.
    pub fn into_store(self) -> Store {
        self.till.into_store_here().unwrap()
    }

    /// The catalogue as the screens know it.
    pub fn catalogue(&self) -> &Catalogue {
        &self.till.model.shop.catalogue
    }
}

/// A mint for tests.
pub fn mint() -> Mint {
    Mint::new([5; 32])
}
