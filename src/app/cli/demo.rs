//! The folder of the sample market: made on request, made anew on request, and never over data of
//! another kind.

use std::{fs, path::PathBuf};

use super::{
    super::{
        clock, desk,
        folders::{Folders, Market},
        machine, sample,
    },
    arguments::Fresh,
    refusal::Refusal,
};
use crate::{domain::label::Label, store::Store};

/// Lies in the folder of a sample market and nowhere else: such a folder may be made anew.
pub const MARK: &str = "sample-market";

/// Whether a folder holds real trade or a sample market.
pub fn market_of(folders: &Folders) -> Market {
    if folders.data.join(MARK).exists() {
        Market::Sample
    } else {
        Market::Real
    }
}

/// Makes the sample market if there is none, or anew if that is wanted. A folder with other data
/// in it is left alone.
pub fn prepare(folders: &Folders, fresh: Fresh) -> Result<(), Refusal> {
    let data = &folders.data;
    let is_sample = data.join(MARK).exists();
    let has_data = data.join("etal.db").exists();
    if has_data && !is_sample {
        return Err(Refusal::NotASample(data.clone()));
    }
    if is_sample && has_data && fresh == Fresh::Continue {
        return Ok(());
    }
    if is_sample {
        fs::remove_dir_all(data).map_err(|error| Refusal::File(data.clone(), error))?;
    }
    make(folders).inspect_err(|_| {
        // A market made by half would open as if it were whole.
        let _ = fs::remove_file(data.join("etal.db"));
    })
}

fn make(folders: &Folders) -> Result<(), Refusal> {
    let file = |path: PathBuf| move |error| Refusal::File(path.clone(), error);
    let tickets = folders.data.join("tickets");
    fs::create_dir_all(&tickets).map_err(file(tickets.clone()))?;
    let mark = folders.data.join(MARK);
    fs::write(&mark, "").map_err(file(mark.clone()))?;
    let port = format!("file:{}", tickets.display());
    machine::remember(&folders.settings_file, "printer_port", &port)
        .map_err(file(folders.settings_file.clone()))?;

    let name = Label::new("Marché de Die").ok_or(Refusal::NoHome)?;
    let (mut store, _) = Store::open(&desk::store_opening(folders, &name)?)?;
    sample::fill(&mut store, clock::now(), desk::seed()?)?;
    Ok(store.close()?)
}
