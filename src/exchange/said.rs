//! What there is to say, before anybody puts it into words: the id of a sentence and its blanks.

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// A sentence of the locale files, not yet in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its stable id, the same in scripts and in every language: `import-price-zero`.
    pub id: &'static str,
    /// What fills its blanks, by name.
    pub args: Vec<(&'static str, String)>,
}

impl Said {
    /// A sentence without blanks.
    pub const fn plain(id: &'static str) -> Self {
        Self {
            id,
            args: Vec::new(),
        }
    }

    /// The same sentence with one more blank filled in.
    #[must_use]
    pub fn with(mut self, blank: &'static str, text: &impl ToString) -> Self {
        self.args.push((blank, text.to_string()));
        self
    }
}

/// As `{"id":"…","args":{"line":"7"}}`, for `--json`.
impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut said = serializer.serialize_struct("Said", 2)?;
        said.serialize_field("id", self.id)?;
        let args: std::collections::BTreeMap<_, _> = self.args.iter().cloned().collect();
        said.serialize_field("args", &args)?;
        said.end()
    }
}
