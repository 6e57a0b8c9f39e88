//! `etal.toml`: what belongs to this machine and decides no money. A broken file falls back to
//! what works, and says so.

use std::{
    fs, io,
    path::{Path, PathBuf},
    thread,
};

use toml::de::{DeTable, DeValue};

use super::{desk::log_line, folders::Folders};
use crate::{
    domain::label::Label,
    ui::{entry::DigitRow, words::Language},
};

/// The settings of this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// The language; none means the system's.
    pub language: Option<Language>,
    /// The theme's name; none means the usual one.
    pub theme: Option<String>,
    /// How the digit row is read; none means as the language's keyboards have it.
    pub digit_row: Option<DigitRow>,
    /// Who is at the till; empty if nobody said so.
    pub operator: String,
    /// Where pages go: `none`, `file:…`, `/dev/usb/lp0`, `tcp:…`.
    pub printer_port: String,
    /// Which printer it is, by the id of its profile.
    pub printer_profile: String,
    /// Folders to which bundles can be copied besides sticks: `[sync] folders = ["/mnt/nas"]`.
    pub sync_folders: Vec<PathBuf>,
}

/// Something in the file that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file cannot be read.
    Unreadable(String),
    /// It is not TOML; the place is said.
    NotToml(String),
    /// A key that the program does not know.
    UnknownKey(String),
    /// A value that the key does not take.
    BadValue(&'static str, String),
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            language: None,
            theme: None,
            digit_row: None,
            operator: String::new(),
            printer_port: "none".to_owned(),
            printer_profile: "epson80".to_owned(),
            sync_folders: Vec::new(),
        }
    }
}

impl Machine {
    /// Reads the file; one that is not there is all defaults.
    pub fn load(path: &Path) -> (Self, Vec<Trouble>) {
        match fs::read_to_string(path) {
            Ok(text) => Self::read(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (Self::default(), Vec::new()),
            Err(error) => (
                Self::default(),
                vec![Trouble::Unreadable(error.to_string())],
            ),
        }
    }

    fn read(text: &str) -> (Self, Vec<Trouble>) {
        let mut machine = Self::default();
        let document = match DeTable::parse(text) {
            Ok(document) => document.into_inner(),
            Err(error) => {
                let place = error.message().to_owned();
                return (machine, vec![Trouble::NotToml(place)]);
            }
        };
        let mut lines: Vec<_> = document.iter().collect();
        lines.sort_by_key(|(key, _)| key.span().start);
        let mut troubles = Vec::new();
        for (key, value) in lines {
            let key = key.get_ref().as_ref();
            let taken = match (key, value.get_ref()) {
                ("sync", DeValue::Table(table)) => {
                    troubles.extend(machine.take_sync(table));
                    continue;
                }
                (_, DeValue::String(value)) => machine.take(key, value),
                _ => Err(Trouble::UnknownKey(key.to_owned())),
            };
            troubles.extend(taken.err());
        }
        (machine, troubles)
    }

    /// Where bundles are copied to; a path that does not begin at the root would depend on where
    /// the program was started.
    fn take_sync(&mut self, table: &DeTable<'_>) -> Vec<Trouble> {
        let mut troubles = Vec::new();
        for (key, value) in table {
            let (key, DeValue::Array(folders)) = (key.get_ref().as_ref(), value.get_ref()) else {
                troubles.push(Trouble::UnknownKey(format!("sync.{}", key.get_ref())));
                continue;
            };
            if key != "folders" {
                troubles.push(Trouble::UnknownKey(format!("sync.{key}")));
                continue;
            }
            for folder in folders {
                let said = folder.get_ref().as_str().unwrap_or_default();
                let path = PathBuf::from(said);
                if path.is_absolute() {
                    self.sync_folders.push(path);
                } else {
                    troubles.push(Trouble::BadValue("sync.folders", said.to_owned()));
                }
            }
        }
        troubles
    }

    fn take(&mut self, key: &str, value: &str) -> Result<(), Trouble> {
        let bad = |key| Trouble::BadValue(key, value.to_owned());
        match key {
            "language" => {
                self.language = Some(Language::from_code(value).ok_or_else(|| bad("language"))?);
            }
            "theme" => {
                crate::ui::theme::Theme::named(value).ok_or_else(|| bad("theme"))?;
                self.theme = Some(value.to_owned());
            }
            "digit_row" => {
                self.digit_row = Some(match value {
                    "french" => DigitRow::French,
                    "as_typed" => DigitRow::AsTyped,
                    _ => return Err(bad("digit_row")),
                });
            }
            // It stands in every entry: a control character there would refuse every sale.
            "operator" => self.operator = Label::new(value).map_or_else(String::new, String::from),
            "printer_port" => {
                value
                    .parse::<crate::devices::port::Port>()
                    .map_err(|_| bad("printer_port"))?;
                value.clone_into(&mut self.printer_port);
            }
            "printer_profile" => {
                crate::devices::profile::by_id(value).ok_or_else(|| bad("printer_profile"))?;
                value.clone_into(&mut self.printer_profile);
            }
            other => return Err(Trouble::UnknownKey(other.to_owned())),
        }
        Ok(())
    }

    /// The digit row, set or as this language's keyboards have it.
    pub fn digits(&self, language: Language) -> DigitRow {
        self.digit_row.unwrap_or(match language {
            Language::French => DigitRow::French,
            Language::English => DigitRow::AsTyped,
        })
    }
}

/// Keeps one choice in the file; comments and all else in it stay as they are.
pub fn remember(path: &Path, key: &str, value: &str) -> io::Result<()> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let text = with_choice(text, key, value)
        .map_err(|error| io::Error::other(error.message().to_owned()))?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension("toml.new");
    fs::write(&fresh, text)?;
    fs::rename(fresh, path)
}

/// Keeps a choice in the settings file, aside: a slow disk must not hold a key up.
pub fn remember_aside(folders: &Folders, key: &'static str, value: String) {
    let (path, log) = (folders.settings_file.clone(), folders.log_file.clone());
    // A choice that cannot be kept holds until the program ends; the log says why.
    let _ = thread::Builder::new().spawn(move || {
        if let Err(error) = remember(&path, key, &value) {
            log_line(&log, &format!("{}: {error}", path.display()));
        }
    });
}

/// The file's text with one choice more, or another.
fn with_choice(mut text: String, key: &str, value: &str) -> Result<String, toml::de::Error> {
    let value = toml::Value::from(value);
    let document = DeTable::parse(&text)?.into_inner();
    let there = document.get(key).map(toml::Spanned::span);
    let has_parts = document
        .values()
        .any(|it| matches!(it.get_ref(), DeValue::Table(_) | DeValue::Array(_)));
    match there {
        Some(place) => text.replace_range(place, &value.to_string()),
        // Behind the head of a part the line would belong to that part.
        None if has_parts => text.insert_str(0, &format!("{key} = {value}\n")),
        None => {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.extend([key, " = ", &value.to_string(), "\n"]);
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_kept_beside_the_comments_of_others() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("etal.toml");
        fs::write(&path, "# notre caisse\ntheme = \"nuit\" # le soir\n").unwrap();
        remember(&path, "language", "en").unwrap();
        remember(&path, "theme", "soleil").unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(
            text,
            "# notre caisse\ntheme = \"soleil\" # le soir\nlanguage = \"en\"\n"
        );
        let (machine, troubles) = Machine::load(&path);
        assert_eq!(machine.theme.as_deref(), Some("soleil"));
        assert_eq!(machine.language, Some(Language::English));
        assert_eq!(troubles, []);
    }

    #[test]
    fn a_choice_is_not_put_into_a_part_of_the_file_that_is_not_ours() {
        let text = "[somebody]\nelse = 1".to_owned();
        let kept = with_choice(text, "printer_port", "file:/a \"b\"").unwrap();
        assert_eq!(Machine::read(&kept).0.printer_port, "file:/a \"b\"");
        assert!(kept.ends_with("[somebody]\nelse = 1"), "{kept}");
    }

    #[test]
    fn folders_to_copy_to_begin_at_the_root() {
        let (machine, troubles) =
            Machine::read("[sync]\nfolders = [\"/mnt/nas\", \"ici\"]\nevery = 1\n");
        assert_eq!(machine.sync_folders, [PathBuf::from("/mnt/nas")]);
        assert!(troubles.contains(&Trouble::UnknownKey("sync.every".to_owned())));
        assert!(troubles.contains(&Trouble::BadValue("sync.folders", "ici".to_owned())));
    }

    #[test]
    fn a_broken_file_still_opens_the_till_and_says_so() {
        let (machine, troubles) =
            Machine::read("theme = \"rose\"\noperator = \"léa\\u0007\"\nfoo = \"1\"\n");
        assert_eq!(machine.operator, "léa");
        assert_eq!(
            troubles,
            [
                Trouble::BadValue("theme", "rose".to_owned()),
                Trouble::UnknownKey("foo".to_owned())
            ]
        );
        let (machine, troubles) = Machine::read("theme = ");
        assert_eq!(machine, Machine::default());
        assert_eq!(troubles.len(), 1);
    }
}
