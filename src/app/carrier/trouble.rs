//! What keeps something from being carried out of the till.

use thiserror::Error;

use crate::{
    exchange::{bundle::NoBundle, disk::Fault, outbox::OutboxError, sync::SyncError},
    store::StoreError,
    ui::event::CarryTrouble,
};

/// What is in the way; what is in the journal is safe.
#[derive(Debug, Error)]
pub enum Obstacle {
    /// The data.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What the journal has is no bundle.
    #[error(transparent)]
    NoBundle(#[from] NoBundle),
    /// The outbox.
    #[error(transparent)]
    Outbox(#[from] OutboxError),
    /// The way to the stick.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// A disk or a stick.
    #[error(transparent)]
    Disk(#[from] Fault),
    /// A bundle there is another than ours.
    #[error("{bundle} is there already and its {file} is another")]
    Conflict {
        /// The bundle.
        bundle: String,
        /// The first file that differs.
        file: String,
    },
    /// There is no such closing.
    #[error("there is no closing {0}")]
    NoClosing(String),
    /// No day of the period was closed.
    #[error("nothing was closed in this period")]
    NothingClosed,
    /// The key that signed in those days is gone.
    #[error("the key of epoch {0} is not there")]
    NoKey(u32),
    /// The program is ending.
    #[error("the till is being closed")]
    Closing,
}

impl Obstacle {
    /// What people are told.
    pub fn trouble(&self) -> CarryTrouble {
        match self {
            Self::Store(error) => of_store(error),
            Self::Outbox(OutboxError::Disk(fault))
            | Self::Sync(SyncError::Here(fault) | SyncError::There(fault))
            | Self::Disk(fault) => of_fault(fault),
            Self::Outbox(OutboxError::Sealed { .. }) | Self::Conflict { .. } => {
                CarryTrouble::Conflict
            }
            Self::NoBundle(_) | Self::Outbox(OutboxError::Name(_)) | Self::Closing => {
                CarryTrouble::Other
            }
            Self::NoClosing(_) | Self::NothingClosed => CarryTrouble::Nothing,
            Self::NoKey(_) => CarryTrouble::NoKey,
        }
    }
}

fn of_fault(fault: &Fault) -> CarryTrouble {
    match fault {
        Fault::NoRoom { .. } => CarryTrouble::NoRoom,
        Fault::ReadOnly { .. } => CarryTrouble::ReadOnly,
        Fault::Vanished { .. } => CarryTrouble::Vanished,
        Fault::Differs { .. } | Fault::Failed { .. } => CarryTrouble::Other,
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all else that the data can refuse is told in the log"
)]
fn of_store(error: &StoreError) -> CarryTrouble {
    match error {
        StoreError::Full => CarryTrouble::NoRoom,
        StoreError::ReadOnly { .. } => CarryTrouble::ReadOnly,
        _ => CarryTrouble::Other,
    }
}
