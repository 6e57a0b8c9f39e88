//! The folder of the sample market: made on request, made anew on request, and never over data of
//! another kind.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use super::{
    super::{
        clock, desk,
        folders::{Folders, Market},
        machine, sample,
    },
    arguments::Fresh,
    refusal::Refusal,
};
use crate::{
    domain::label::Label,
    store::{Store, StoreError},
};

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
    // What is made here may be made anew later, and the whole folder goes then.
    if !is_sample && holds_anything(data) {
        return Err(Refusal::NotASample(data.clone()));
    }
    if is_sample && has_data && fresh == Fresh::Continue {
        return Ok(());
    }
    if is_sample {
        // Somebody may be selling on it; any other trouble with it is what a fresh one cures.
        let name = Label::new("Marché de Die").ok_or(Refusal::NoHome)?;
        if let Err(held @ StoreError::Held { .. }) =
            Store::open(&desk::store_opening(folders, &name)?)
        {
            return Err(held.into());
        }
        fs::remove_dir_all(data).map_err(|error| Refusal::File(data.clone(), error))?;
    }
    make(folders).inspect_err(|_| {
        // A market made by half would open as if it were whole.
        let _ = fs::remove_file(data.join("etal.db"));
    })
}

/// Whether there is more in a folder than the settings of a till that is still to be made.
fn holds_anything(folder: &Path) -> bool {
    let ours = |name: &OsStr| name == "etal.toml" || name == "etal.log";
    fs::read_dir(folder).is_ok_and(|entries| {
        entries
            .map_while(Result::ok)
            .any(|entry| !ours(&entry.file_name()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_anything_of_somebodys_in_it_never_becomes_a_sample_market() {
        let dir = tempfile::tempdir().unwrap();
        let letter = dir.path().join("lettre.txt");
        fs::write(&letter, "Chère Léa").unwrap();
        let folders = Folders::find(Some(dir.path()), Market::Sample).unwrap();
        for fresh in [Fresh::Continue, Fresh::Anew] {
            let refused = prepare(&folders, fresh);
            assert!(matches!(refused, Err(Refusal::NotASample(_))));
        }
        assert_eq!(fs::read_to_string(&letter).unwrap(), "Chère Léa");
        assert_eq!(market_of(&folders), Market::Real);
    }
}
