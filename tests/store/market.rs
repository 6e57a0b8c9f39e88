//! A solidarity market for tests of the store: producers, members, and tickets paid anyhow.

use etal::{
    domain::{
        asking::{
            AccountRow, Ask, Found, Note, OwedRow, PastTicket, SoldLine, Span, Statement, Sums,
        },
        back::Back,
        basket::{Basket, Line, What},
        catalogue::{OWN_PRODUCER, Producer, QuickKey},
        ids::{Id, Mint, Uid},
        journal::{Fact, Proposal},
        label::Label,
        member::{AccountMove, Contact, Member, MemberChange, MoveReason, Person, Standing},
        money::{Money, Percent, VatRate},
        price::{PriceList, price},
        quantity::Quantity,
        seller::{DatedStatus, VatStatus},
        settlement::Settlement,
        ticket::{Past, Payment, Returned, Ticket},
        views::Recorded,
    },
    store::{Store, StoreError},
};

use crate::counter::{Counter, DAY, cents, morning, opening, product};

pub fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

/// A till, and somebody at it.
pub struct Market {
    pub store: Store,
    pub counter: Counter,
}

/// Articles by code: 1 and 2 are Ana's (8 %, five euros a day), 4 and 5 Bruno's (10 %), 7 the
/// stall's; each costs 100 and its code in cents, 5 has a jar of 20.
pub fn market() -> Market {
    let dir = std::path::Path::new("");
    let (store, _) = Store::in_memory(&opening(dir)).unwrap();
    Market::at(store)
}

impl Market {
    pub fn at(mut store: Store) -> Self {
        let mut counter = Counter::of(&store);
        // Somebody else may have stood here before.
        counter.mint = Mint::new([10; 32]);
        let producers = [("ANA", 800, 500), ("BRUNO", 1_000, 0)].map(|(id, commission, flat)| {
            let mut producer = Producer::named(Id::known(id), label(id));
            producer.commission = Percent(commission);
            producer.flat = cents(flat);
            producer.status = vec![DatedStatus {
                status: VatStatus::Liable,
                from: "2020-01-01".to_owned(),
            }];
            producer
        });
        let change = counter
            .catalogue
            .change_rest(producers.to_vec(), Vec::new(), None);
        counter.catalogue.apply(&change);
        let proposal = counter.proposal(Fact::Catalogue(change));
        store.append(proposal, None).unwrap();
        let whose = [
            (1, "ANA"),
            (2, "ANA"),
            (4, "BRUNO"),
            (5, "BRUNO"),
            (7, OWN_PRODUCER),
        ];
        let goods = whose.map(|(code, producer)| {
            let mut product = product(code, 100 + i64::from(code));
            product.producer = Id::known(producer);
            product
        });
        let proposal = counter.stock_up(goods.to_vec());
        store.append(proposal, None).unwrap();
        Self { store, counter }
    }

    pub fn goods(&self, code: u32, pieces: u32) -> Line {
        let code = etal::domain::catalogue::Code::new(code).unwrap();
        let product = self.counter.catalogue.by_code(code).unwrap().clone();
        Line::goods(product, Quantity::pieces(pieces))
    }

    /// The ticket of these lines, paid so: means, cents, and whose account or which note.
    pub fn ticket(&self, lines: Vec<Line>, paid: &[(&str, i64, Option<&str>)]) -> Ticket {
        let mut basket = Basket::new(Uid([0; 16]));
        for line in lines {
            basket.add(line).unwrap();
        }
        let list = PriceList {
            catalogue: &self.counter.catalogue,
            rules: &self.counter.settings.rules,
            day: DAY,
        };
        let priced = price(&basket, list).unwrap();
        let payments = paid.iter().map(|it| self.payment(*it)).collect();
        priced.ticket(&basket, payments, "etal 0.1.0")
    }

    pub fn payment(&self, (tender, paid, of): (&str, i64, Option<&str>)) -> Payment {
        let tender = self.counter.settings.tender(&Id::known(tender)).unwrap();
        Payment {
            tender: tender.id.clone(),
            name: tender.name.clone(),
            kind: tender.kind,
            cents: cents(paid),
            change: false,
            of: of.map(Id::known),
            pieces: None,
        }
    }

    pub fn write(&mut self, fact: Fact) -> Result<Recorded, StoreError> {
        let proposal = self.counter.proposal(fact);
        self.store.append(proposal, None)
    }

    /// Records a ticket and answers its name.
    pub fn sell(&mut self, lines: Vec<Line>, paid: &[(&str, i64, Option<&str>)]) -> String {
        self.try_sell(lines, paid).unwrap()
    }

    pub fn try_sell(
        &mut self,
        lines: Vec<Line>,
        paid: &[(&str, i64, Option<&str>)],
    ) -> Result<String, StoreError> {
        let ticket = self.ticket(lines, paid);
        let recorded = self.write(Fact::Ticket(Box::new(ticket)))?;
        Ok(recorded.ticket.unwrap().1)
    }

    pub fn open_account(&mut self, id: &str) {
        let change = MemberChange::of(None, member(id));
        self.write(Fact::Member(change)).unwrap();
    }

    pub fn proposal(&mut self, fact: Fact) -> Proposal {
        self.counter.proposal(fact)
    }

    pub fn accounts(&self) -> Vec<AccountRow> {
        match self.store.answer(&Ask::Members).unwrap() {
            Found::Members(rows) => rows,
            other => panic!("{other:?}"),
        }
    }

    pub fn balance(&self, id: &str) -> i64 {
        self.statement(id).account.balance.cents()
    }

    pub fn statement(&self, id: &str) -> Statement {
        match self.store.answer(&Ask::Statement(Id::known(id))).unwrap() {
            Found::Statement(statement) => *statement,
            other => panic!("{other:?}"),
        }
    }

    pub fn note(&self, name: &str) -> Option<Note> {
        match self.store.answer(&Ask::Note(name.to_owned())).unwrap() {
            Found::Note(_, note) => note,
            other => panic!("{other:?}"),
        }
    }

    pub fn past(&self, name: &str) -> PastTicket {
        match self.store.answer(&Ask::Past(name.to_owned())).unwrap() {
            Found::Past(_, past) => *past.unwrap(),
            other => panic!("{other:?}"),
        }
    }

    pub fn owed(&self, producer: &str) -> Option<OwedRow> {
        match self.store.answer(&Ask::Owed).unwrap() {
            Found::Owed(rows) => rows.into_iter().find(|it| it.producer.as_str() == producer),
            other => panic!("{other:?}"),
        }
    }

    pub fn settling(&self, producer: &str, up_to: Option<&str>) -> Option<Settlement> {
        let day = self.counter.at.business_day(4);
        let ask = Ask::Settling {
            producer: Id::known(producer),
            up_to: up_to.map(str::to_owned),
            day,
        };
        match self.store.answer(&ask).unwrap() {
            Found::Settling(settlement) => *settlement,
            other => panic!("{other:?}"),
        }
    }

    pub fn sums(&self) -> Sums {
        let day = self.counter.at.business_day(4);
        match self.store.answer(&Ask::Sums(Span::Day(day))).unwrap() {
            Found::Sums(sums) => *sums,
            other => panic!("{other:?}"),
        }
    }

    pub fn lines(&self, ask: &Ask) -> Vec<SoldLine> {
        match self.store.answer(ask).unwrap() {
            Found::Unattributed(lines) | Found::Sold(lines) => lines,
            other => panic!("{other:?}"),
        }
    }

    /// Takes pieces of a line of a past ticket back into a line of a basket.
    pub fn back(&self, name: &str, line: usize, pieces: u32, returned: Returned) -> Line {
        let sold = self.past(name).lines[line].clone();
        let back = Back {
            place: sold.place,
            original: sold.line,
            before: sold.before,
            returned: Some(returned),
        };
        let mut line = Line::of(What::Back(Box::new(back)), Quantity::pieces(pieces));
        line.quantity = Quantity::pieces(pieces);
        line
    }

    /// The name of a ticket for machines.
    pub fn place(&self, name: &str) -> Past {
        let detail = self.store.ticket_named(name).unwrap().unwrap();
        Past {
            till: detail.till,
            epoch: detail.epoch,
            seq: detail.seq,
            name: detail.ticket.name,
        }
    }

    pub fn hours_later(&mut self, hours: i64) {
        self.counter.at.utc_ms = morning().utc_ms + hours * 3_600_000;
    }
}

pub fn member(id: &str) -> Member {
    Member {
        id: Id::known(id),
        limit: Money::ZERO,
        year: Some(2026),
        state: Standing::Open,
    }
}

pub fn contact(id: &str, number: &str, name: &str, cards: &[&str]) -> Contact {
    Contact {
        member: Id::known(id),
        number: label(number),
        people: vec![Person {
            name: label(name),
            phone: None,
            email: None,
        }],
        cards: cards.iter().map(|it| label(it)).collect(),
    }
}

pub fn moves(moved: &[(&str, i64)], reason: Option<MoveReason>) -> MemberChange {
    let one = |(id, paid): &(&str, i64)| AccountMove {
        member: Id::known(id),
        cents: cents(*paid),
    };
    MemberChange {
        moves: moved.iter().map(one).collect(),
        reason,
        ..MemberChange::default()
    }
}

pub fn top_up(member: &str, amount: i64) -> Line {
    let what = What::TopUp {
        member: Id::known(member),
        label: label("Compte"),
        amount: cents(amount),
    };
    Line::of(what, Quantity::ONE)
}

pub fn gift(amount: i64) -> Line {
    let what = What::Gift {
        label: label("Don"),
        amount: cents(amount),
    };
    Line::of(what, Quantity::ONE)
}

pub fn jar_back(deposit: i64) -> Line {
    let what = What::DepositBack {
        label: label("Bocal"),
        deposit: cents(deposit),
    };
    Line::of(what, Quantity::ONE)
}

/// An amount under a key that is shared by several.
pub fn shared(amount: i64) -> Line {
    let key = QuickKey {
        id: Id::known("key-shared"),
        letter: 'x',
        label: label("Divers"),
        producer: None,
        vat: VatRate(550),
        department: None,
    };
    let what = What::Quick {
        key,
        amount: cents(amount),
    };
    Line::of(what, Quantity::ONE)
}
