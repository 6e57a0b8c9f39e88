//! The same beside the till, on threads: an order given just before the program ends is carried
//! out, one too many comes back, and nobody waits for it.

use std::sync::mpsc::{Receiver, sync_channel};

use etal::{
    app::{
        carrier::{self, Office, Order},
        clerk::{self, Answer, Clerk, Request},
        keeper::Asker,
    },
    domain::ids::Uid,
    exchange::outbox::is_whole,
    ui::{
        event::{Carried, Carry, CarryTrouble},
        words::Language,
    },
};

use crate::{
    kit::morning,
    yard::{Yard, carrier},
};

fn office(yard: &Yard) -> (Office, Receiver<Request>, Receiver<Carried>) {
    let (requests, to_clerk) = sync_channel(8);
    let (to_loop, told) = sync_channel(64);
    let carrier = carrier(&yard.path("data"), Vec::new());
    let office = carrier::start(carrier, requests, to_loop).unwrap();
    (office, to_clerk, told)
}

fn order(number: u8, carry: Carry) -> Order {
    Order {
        carry,
        asker: Asker {
            uid: Uid([number; 16]),
            at: morning(),
            operator: String::new(),
        },
        language: Language::French,
    }
}

#[test]
fn a_bundle_asked_for_just_before_the_end_is_written() {
    let mut yard = Yard::new();
    let name = yard.close();
    let outbox = yard.outbox();
    let (office, requests, told) = office(&yard);
    let (answers, _nobody) = sync_channel::<Answer>(8);
    let Yard {
        dir: _dir, store, ..
    } = yard;
    let clerk = clerk::start(Clerk::new(store), requests, answers).unwrap();
    assert_eq!(office.put(order(90, Carry::Bundle(name))), None);
    // The till is left at once: the closing's bundle is whole, and the store's thread ends.
    office.finish();
    clerk.join().unwrap().unwrap();
    assert!(is_whole(&outbox.join("2026-11-21_A-e1_Z0001")));
    assert!(matches!(told.recv().unwrap(), Carried::Bundled { .. }));
}

#[test]
fn one_order_too_many_comes_back_at_once() {
    let mut yard = Yard::new();
    let name = yard.close();
    let (office, requests, _told) = office(&yard);
    // Nobody serves the store: the first order waits, the others behind it.
    let asked = (0..32).map(|it| office.put(order(100 + it, Carry::Bundle(name.clone()))));
    let refused: Vec<Carried> = asked.flatten().collect();
    assert!(refused.len() >= 20, "{}", refused.len());
    let busy = Carried::NotBundled(name, CarryTrouble::Busy);
    assert!(refused.iter().all(|it| *it == busy));
    // A store that is gone ends what waits for it.
    drop(requests);
    office.finish();
}
