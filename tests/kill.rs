//! `etal ring` is killed at random moments, from its first breath to its last: whatever it answered
//! is in the journal once, whatever it did not answer is there once or not at all, and the till
//! goes on.
//!
//! A dozen kills, or as many as `ETAL_KILLS` says.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![expect(
    clippy::print_stdout,
    reason = "the figures are for the person who asked for them"
)]

use std::{
    collections::BTreeSet,
    env,
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use etal::{
    app::folders::machine_mark,
    domain::{
        catalogue::{Code, OWN_PRODUCER, Product, State, Stocked},
        ids::{Id, Mint, Uid, hex},
        journal::{Fact, Proposal},
        label::Label,
        money::{Money, VatRate},
        quantity::{TypedIn, Unit},
        time::Moment,
    },
    store::{Depth, Opening, Start, Store},
};
use serde_json::Value;

/// So many sales are waiting in the pipe for each life of the program.
const WAITING: usize = 60;

/// So many lives one folder has before another is begun.
const LIVES: usize = 8;

/// What is counted on the way.
#[derive(Debug, Default)]
struct Figures {
    kills: usize,
    answered: usize,
    /// Recorded, but killed before anybody was told.
    untold: usize,
    /// Killed before the first answer of that life.
    before_any: usize,
    /// Killed when all was answered and the program was putting its things away.
    at_the_end: usize,
}

/// One folder, and what is known of it.
struct Stall {
    dir: tempfile::TempDir,
    mint: Mint,
    /// Sales that were not answered, oldest first.
    waiting: Vec<Uid>,
    answered: Vec<(Uid, Value)>,
    /// What each sale has besides an amount and a free line.
    goods: &'static str,
}

#[test]
fn what_was_answered_survives_every_kill() {
    let kills = env::var("ETAL_KILLS").map_or(12, |text| text.parse().unwrap());
    let mut dice = Dice(20_261_121);
    let mut figures = Figures::default();
    while figures.kills < kills {
        let mut stall = Stall::new(&mut dice);
        for _ in 0..LIVES.min(kills - figures.kills) {
            stall.live_and_die(&mut dice, &mut figures);
            stall.check(&mut figures);
        }
        stall.finish();
    }
    println!("{figures:?}");
    assert!(
        figures.answered > figures.kills,
        "killed before it could sell: {figures:?}"
    );
}

impl Stall {
    /// A folder with nothing in it, or with a till that has an article whose stock is counted.
    fn new(dice: &mut Dice) -> Self {
        let mut seed = [0; 32];
        seed.fill_with(|| u8::try_from(dice.below(256)).unwrap());
        let mut stall = Self {
            dir: tempfile::tempdir().unwrap(),
            mint: Mint::new(seed),
            waiting: Vec::new(),
            answered: Vec::new(),
            goods: "",
        };
        if dice.below(2) == 0 {
            let mut store = open(stall.dir.path()).0;
            let change = store.catalogue().unwrap().change_products(vec![salad()]);
            let goods = Proposal {
                uid: stall.mint.uid(),
                at: morning(),
                operator: String::new(),
                fact: Fact::Catalogue(change),
            };
            store.append(goods, None).unwrap();
            store.close().unwrap();
            stall.goods = r#"{"code":12,"qty":2},"#;
        }
        stall
    }

    /// Starts the program, sends sales, and kills it: soon after its start, after some answers, or
    /// when the input has ended.
    fn live_and_die(&mut self, dice: &mut Dice, figures: &mut Figures) {
        while self.waiting.len() < WAITING {
            self.waiting.push(self.mint.uid());
        }
        let mut child = start(self.dir.path());
        let mut input = child.stdin.take().unwrap();
        let lines = self.lines();
        // It may be dead before it has read all.
        let feeder = thread::spawn(move || drop(input.write_all(lines.as_bytes())));
        let output = BufReader::new(child.stdout.take().unwrap());
        let (told, answers) = mpsc::channel();
        let reader = thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if told.send(line).is_err() {
                    return;
                }
            }
        });
        let wanted = match dice.below(4) {
            0 => 0,
            1 => WAITING,
            _ => dice.below(WAITING),
        };
        let mut lines: Vec<String> = answers.iter().take(wanted).collect();
        let longest = if wanted == 0 { 60_000 } else { 6_000 };
        wait(u64::try_from(dice.below(longest)).unwrap());
        child.kill().unwrap();
        child.wait().unwrap();
        lines.extend(answers.iter());
        feeder.join().unwrap();
        reader.join().unwrap();
        figures.kills += 1;
        figures.answered += lines.len();
        figures.before_any += usize::from(lines.is_empty());
        figures.at_the_end += usize::from(lines.len() == WAITING);
        for (uid, line) in self.waiting.drain(..lines.len()).zip(lines) {
            let answer: Value = serde_json::from_str(&line).unwrap();
            assert!(answer.get("ticket").is_some(), "{line}");
            self.answered.push((uid, answer));
        }
    }

    /// The sales that wait: an amount, a free line, perhaps an article, for cash.
    fn lines(&self) -> String {
        let goods = self.goods;
        let sale = |uid: &Uid| {
            format!(
                r#"{{"uid":"{uid}","at":"2026-11-21T10:42:00+01:00","lines":[{goods}
                {{"quick":"l","amount":"4.50"}},
                {{"label":"Confiture","price":"3.20","qty":2,"vat":"5.5"}}],
                "payments":[{{"tender":"cash","given":"20"}}]}}"#
            )
            .replace('\n', "")
        };
        let sales: Vec<String> = self.waiting.iter().map(sale).collect();
        sales.join("\n")
    }

    /// What the folder holds after a kill.
    fn check(&self, figures: &mut Figures) {
        let (mut store, start) = open(self.dir.path());
        assert!(!matches!(start, Start::NewEpoch(_)), "{start:?}");
        for (uid, answer) in &self.answered {
            let recorded = store.recorded(*uid).unwrap().unwrap();
            assert_eq!(answer["hash"], hex(&recorded.hash));
            assert_eq!(answer["seq"], recorded.seq);
            assert_eq!(answer["number"], recorded.ticket.unwrap().0);
        }
        let untold: Vec<bool> = self
            .waiting
            .iter()
            .map(|uid| store.recorded(*uid).unwrap().is_some())
            .collect();
        let count = untold.iter().filter(|it| **it).count();
        assert_eq!(
            count,
            usize::from(untold.first() == Some(&true)),
            "only the next one"
        );
        figures.untold += count;
        let tickets = store.tickets("2026-11-21").unwrap();
        let numbers: BTreeSet<u64> = tickets.iter().map(|ticket| ticket.number).collect();
        let given = u64::try_from(self.answered.len() + count).unwrap();
        assert!(numbers.iter().copied().eq(1..=given), "gapless");
        assert_eq!(u64::try_from(tickets.len()), Ok(given), "each once");
        assert_eq!(store.tickets_given(), given);
        let report = store.verify(Depth::Links).unwrap();
        assert!(report.is_clean(), "{report:?}");
        store.close().unwrap();
    }

    /// The program takes the rest and ends well: all sales are there, each once, and every
    /// signature holds.
    fn finish(mut self) {
        let mut child = start(self.dir.path());
        let mut input = child.stdin.take().unwrap();
        let lines = self.lines();
        let feeder = thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
        let mut text = String::new();
        child
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        feeder.join().unwrap();
        assert!(child.wait().unwrap().success());
        assert_eq!(text.lines().count(), self.waiting.len());
        let answers = text.lines().map(|line| serde_json::from_str(line).unwrap());
        self.answered.extend(self.waiting.drain(..).zip(answers));
        self.check(&mut Figures::default());
        let (store, _) = open(self.dir.path());
        assert!(store.verify(Depth::Full).unwrap().is_clean());
    }
}

fn start(dir: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_etal"))
        .arg("--data")
        .arg(dir)
        .args(["ring", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap()
}

fn morning() -> Moment {
    Moment::parse("2026-11-21T08:00:00+01:00").unwrap()
}

fn open(dir: &Path) -> (Store, Start) {
    let opening = Opening {
        dir,
        machine: machine_mark(),
        version: "etal test".to_owned(),
        at: morning(),
        seed: [7; 32],
        stall: Label::new("Marché de Die").unwrap(),
        till_name: Label::new("A").unwrap(),
    };
    let (store, opened) = Store::open(&opening).unwrap();
    (store, opened.start)
}

fn salad() -> Product {
    Product {
        id: Id::known("P000000012"),
        code: Code::new(12),
        barcodes: Vec::new(),
        label: Label::new("Salade").unwrap(),
        unit: Unit::Piece,
        typed_in: TypedIn::Grams,
        price: Money::from_cents(200).unwrap(),
        quantity_prices: Vec::new(),
        vat: VatRate(550),
        producer: Id::known(OWN_PRODUCER),
        department: None,
        deposit: None,
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

/// Nobody sends anything here: it is only waited.
fn wait(micros: u64) {
    let (_silent, never) = mpsc::channel::<()>();
    assert!(never.recv_timeout(Duration::from_micros(micros)).is_err());
}

/// Numbers that are the same on every run; the moments are not.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}
