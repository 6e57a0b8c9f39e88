//! The thread on which things are carried, so that no key and no sale waits for a stick.

use std::{
    io,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    },
    thread,
    time::Duration,
};

use super::{
    super::{
        clerk::{Answer, Loan, Request},
        keeper::Asker,
        till::{Counter, Till},
    },
    Books, Carrier, Obstacle, Order,
};
use crate::{
    domain::time::Moment,
    exchange::sync::Go,
    store::Store,
    ui::event::{Carried, Carry, CarryTrouble, News},
};

/// More orders than somebody gives while one is carried out.
const QUEUE: usize = 8;

/// A stick that does not answer keeps the program so long from ending; what it has then is not
/// whole and looks so, and the next run finishes it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Who carries.
#[derive(Default)]
pub enum Carriage {
    /// Nobody: the data is nowhere, and there is nothing to carry it from.
    #[default]
    Nobody,
    /// Here and now, for tests and for trying things.
    Here(Box<Carrier>),
    /// A thread.
    Office(Office),
}

/// The thread that carries.
pub struct Office {
    orders: SyncSender<Order>,
    line: Line,
    stop: Arc<AtomicBool>,
    /// Ends with the thread.
    ended: Receiver<()>,
}

/// The way to the store's thread; cut when the till ends, so that the store can close.
#[derive(Clone)]
struct Line(Arc<Mutex<Option<SyncSender<Request>>>>);

impl Line {
    fn to_store(&self) -> Option<SyncSender<Request>> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.clone()
    }

    fn cut(&self) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *held = None;
    }
}

impl Books for Line {
    fn with<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Store) -> T + Send + 'static,
    ) -> Result<T, Obstacle> {
        let (answer, answered) = sync_channel(1);
        let loan = Loan(Box::new(move |store: &mut Store| {
            // Somebody who no longer waits has no use for the answer.
            let _ = answer.send(work(store));
        }));
        let store = self.to_store().ok_or(Obstacle::Closing)?;
        store
            .send(Request::Lend(loan))
            .map_err(|_| Obstacle::Closing)?;
        drop(store);
        answered.recv().map_err(|_| Obstacle::Closing)
    }
}

/// Starts the thread.
pub fn start<E: From<Carried> + Send + 'static>(
    carrier: Carrier,
    to_store: SyncSender<Request>,
    to_loop: SyncSender<E>,
) -> io::Result<Office> {
    let (orders, inbox) = sync_channel::<Order>(QUEUE);
    let line = Line(Arc::new(Mutex::new(Some(to_store))));
    let stop = Arc::new(AtomicBool::new(false));
    let (alive, ended) = sync_channel(1);
    let (mut books, stopped) = (line.clone(), Arc::clone(&stop));
    thread::Builder::new()
        .name("exchange".to_owned())
        .spawn(move || {
            let _alive = alive;
            for order in inbox {
                let ending = stopped.load(Ordering::Relaxed);
                // A closing's bundle is short and wanted; all else can be asked for again.
                if ending && !matches!(order.carry, Carry::Bundle(_)) {
                    continue;
                }
                carrier.carry(order, &mut books, &mut |carried| {
                    match carried {
                        // A loop that has no time for progress sees the next one.
                        progress @ Carried::Copying { .. } => {
                            let _ = to_loop.try_send(progress.into());
                        }
                        // A loop that is gone has no use for it.
                        outcome => {
                            let _ = to_loop.send(outcome.into());
                        }
                    }
                    if stopped.load(Ordering::Relaxed) {
                        Go::Stop
                    } else {
                        Go::On
                    }
                });
            }
        })?;
    Ok(Office {
        orders,
        line,
        stop,
        ended,
    })
}

impl Office {
    /// Takes an order on; given back where there are too many.
    pub fn put(&self, order: Order) -> Option<Carried> {
        let refused = self.orders.try_send(order).err()?;
        let (TrySendError::Full(order) | TrySendError::Disconnected(order)) = refused;
        not_taken(order.carry)
    }

    /// Has it stop after the file under way, and waits for that.
    pub fn finish(self) {
        let Self {
            orders,
            line,
            stop,
            ended,
        } = self;
        stop.store(true, Ordering::Relaxed);
        drop(orders);
        // Past that it hangs on a stick or a share, and ends with the program.
        let _ = ended.recv_timeout(PATIENCE);
        line.cut();
    }
}

/// What is said of an order that was not taken on.
fn not_taken(carry: Carry) -> Option<Carried> {
    let busy = CarryTrouble::Busy;
    Some(match carry {
        Carry::Bundle(closing) => Carried::NotBundled(closing, busy),
        // The next closing writes them.
        Carry::Missing => return None,
        Carry::Look => Carried::Places(Vec::new()),
        Carry::Sync(path) => Carried::NotSynced(path, busy),
        Carry::Period { .. } | Carry::RunningReport => Carried::NotExported(busy),
        Carry::Copy(_) => Carried::NotCopied(busy),
        Carry::Verify => Carried::NotVerified,
    })
}

impl Till {
    /// Has something carried out of the till; answered later, or at once where nothing can be.
    pub(in super::super) fn carry(&mut self, carry: Carry, now: Moment) -> Option<Answer> {
        let order = Order {
            carry,
            asker: Asker {
                uid: self.mint.uid(),
                at: now,
                operator: self.model.shop.operator.clone(),
            },
            language: self.model.shop.look.words.language(),
        };
        let carried = match (&self.carriage, &mut self.counter) {
            (Carriage::Office(office), _) => office.put(order)?,
            (Carriage::Here(carrier), Counter::Here(clerk)) => {
                let told = &mut self.told;
                carrier.carry(order, clerk.store_mut(), &mut |carried| {
                    told.push_back(carried);
                    Go::On
                });
                return None;
            }
            (Carriage::Here(_), Counter::Thread(_)) | (Carriage::Nobody, _) => return None,
        };
        Some(Answer::News(News::Carried(carried)))
    }

    /// The same till, with somebody who carries.
    #[must_use]
    pub fn with_carriage(mut self, carriage: Carriage) -> Self {
        self.carriage = carriage;
        self
    }
}
