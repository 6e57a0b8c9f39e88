//! What leaves the till as files: bundles of closings, their copies on a stick, longer periods, a
//! copy for an inspector. The screens ask for it, a thread beside the till does it.

/// What is to be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carry {
    /// Write the bundle of a closing, by what people call it, into the outbox: again gives the
    /// same bytes.
    Bundle(String),
    /// Look where bundles could go: sticks that are plugged in, and the folders of the settings.
    Look,
    /// Copy every bundle that a folder lacks.
    Sync(String),
    /// The sums of the closings between two market days, `YYYY-MM-DD`, both included, into the
    /// outbox; with the names of members, for the treasurer's eyes.
    Period {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
    },
    /// A copy of all data that nobody can write to, for an inspector, into a folder.
    Copy(String),
    /// Check the whole journal.
    Verify,
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carried {
    /// A bundle is whole in the outbox, under this path.
    Bundled {
        /// The closing, by what people call it.
        closing: String,
        /// Where it is.
        path: String,
    },
    /// The bundle of this closing could not be written; the closing itself is safe in the journal.
    NotBundled(String, CarryTrouble),
    /// Where bundles could go.
    Places(Vec<Place>),
    /// So many of so many files are copied.
    Copying {
        /// The bundle that is being copied.
        bundle: String,
        /// Files that are there and were compared.
        done: u64,
        /// Files in all.
        of: u64,
    },
    /// All is copied and compared: the stick may be taken out.
    Synced {
        /// Where to.
        path: String,
        /// How many bundles were copied this time.
        bundles: u64,
    },
    /// The copying stopped; the next one finishes it.
    NotSynced(String, CarryTrouble),
    /// A period is in the outbox, under this path.
    Exported(String),
    /// It could not be written.
    NotExported(CarryTrouble),
    /// The inspector's copy is there, under this path.
    Copied(String),
    /// It could not be made.
    NotCopied(CarryTrouble),
    /// The whole journal was checked: how many entries, and the first sentence of what is wrong.
    Verified {
        /// How many entries were looked at.
        entries: u64,
        /// What is wrong, in words; none if all holds.
        wrong: Option<String>,
    },
    /// It could not be checked.
    NotVerified,
}

/// Where bundles could go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The folder.
    pub path: String,
    /// What people call it.
    pub name: String,
}

/// Why something could not be carried out; what is in the journal is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarryTrouble {
    /// No room where it should go.
    NoRoom,
    /// Nothing can be written there.
    ReadOnly,
    /// What it should go to is not there any more.
    Vanished,
    /// Something else of the same name is there and was left alone.
    Conflict,
    /// What it should be made from is not there: no such closing, no day in the period.
    Nothing,
    /// The key of that time is not there any more: the bundle that was made then is the only one.
    NoKey,
    /// Anything else, told in the log.
    Other,
}
