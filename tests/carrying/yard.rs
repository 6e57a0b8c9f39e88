//! A folder to carry from, a store that sells and closes, and what was told.

use std::{
    fs,
    path::{Path, PathBuf},
};

use etal::{
    app::{
        carrier::{Carrier, Order},
        folders::Folders,
        keeper::Asker,
        machine::Machine,
    },
    domain::{
        asking::{Ask, Found},
        closing::DayState,
        day::{Cash, CashWay},
        ids::Mint,
        journal::{Fact, Proposal},
        money::Money,
        time::Moment,
    },
    exchange::sync::Go,
    store::Store,
    ui::{
        event::{Carried, Carry},
        words::Language,
    },
};

use crate::kit::{cents, morning};

/// A till without a screen over a folder of its own.
pub struct Yard {
    pub dir: tempfile::TempDir,
    pub store: Store,
    mint: Mint,
    now: Moment,
}

impl Yard {
    /// A stall with articles that has sold nothing.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("data")).unwrap();
        Self {
            dir,
            store: crate::kit::store(),
            mint: Mint::new([8; 32]),
            now: morning(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn outbox(&self) -> PathBuf {
        self.path("data/outbox")
    }

    /// The carrier, with a folder `nas` in its settings.
    pub fn carrier(&self) -> Carrier {
        carrier(&self.path("data"), vec![self.path("nas")])
    }

    pub fn asker(&mut self) -> Asker {
        self.now.utc_ms += 1_000;
        Asker {
            uid: self.mint.uid(),
            at: self.now,
            operator: "Léa".to_owned(),
        }
    }

    pub fn write(&mut self, fact: Fact) {
        let asker = self.asker();
        let proposal = Proposal {
            uid: asker.uid,
            at: asker.at,
            operator: asker.operator,
            fact,
        };
        self.store.append(proposal, None).unwrap();
    }

    /// Puts change into the drawer, so that there is something to close, and closes it; answers
    /// the closing's name.
    pub fn close(&mut self) -> String {
        let settings = self.store.settings().unwrap();
        let cash = Cash::by(settings.cash().unwrap(), CashWay::In, cents(1_000));
        self.write(Fact::Cash(cash));
        let state = day(&self.store);
        let closing = state.closing(state.plainly(Money::ZERO, "LEA"), "etal test");
        self.write(Fact::Closing(Box::new(closing)));
        let closed = self.store.days_closed().unwrap();
        closed.last().unwrap().name.clone()
    }

    /// Has something carried and answers all that was told.
    pub fn carry(&mut self, carry: Carry) -> Vec<Carried> {
        let (carrier, asker) = (self.carrier(), self.asker());
        let order = Order {
            carry,
            asker,
            language: Language::French,
        };
        let mut told = Vec::new();
        carrier.carry(order, &mut self.store, &mut |carried| {
            told.push(carried);
            Go::On
        });
        told.retain(|it| !matches!(it, Carried::Copying { .. }));
        told
    }

    /// The details of the events about what left.
    pub fn exports(&self) -> Vec<String> {
        let events = self.store.entries("event").unwrap();
        let exports = events.iter().filter(|it| it.payload.contains("\"export\""));
        exports.map(|it| it.payload.clone()).collect()
    }
}

/// A carrier of a folder of data.
pub fn carrier(data: &Path, sync_folders: Vec<PathBuf>) -> Carrier {
    let folders = Folders {
        data: data.to_path_buf(),
        settings_file: data.join("etal.toml"),
        log_file: data.join("etal.log"),
    };
    let machine = Machine {
        sync_folders,
        ..Machine::default()
    };
    Carrier::of(&folders, &machine)
}

/// How the open period stands.
pub fn day(store: &Store) -> DayState {
    match store.answer(&Ask::Day).unwrap() {
        Found::Day(state) => *state,
        other => panic!("{other:?}"),
    }
}

/// The names in a folder, sorted; none where there is none.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map(|it| {
            it.map(|it| it.unwrap().file_name().into_string().unwrap())
                .collect()
        })
        .unwrap_or_default();
    names.sort();
    names
}
