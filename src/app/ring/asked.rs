//! What a line asks for, read field by field; nothing that is not understood is passed over.

use super::{
    json::Json,
    refusal::{ErrorId, Refusal},
};
use crate::domain::{
    ids::{Id, Uid},
    label::Label,
    money::{Money, VatRate},
    quantity::Quantity,
    time::Moment,
};

/// A sale as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// When it happened; none is now.
    pub at: Option<Moment>,
    /// What is sold.
    pub lines: Vec<AskedLine>,
    /// How it is paid.
    pub payments: Vec<AskedPayment>,
    /// Its number in a paper notebook.
    pub paper: Option<Label>,
    /// Who was at the till.
    pub operator: String,
}

/// A line as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AskedLine {
    /// What is sold.
    pub what: AskedWhat,
    /// How much of it; none is one.
    pub quantity: Option<Quantity>,
}

/// What a line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AskedWhat {
    /// The article of this code.
    Code(String),
    /// The article with this barcode.
    Barcode(String),
    /// An amount under a letter.
    Quick(String, Money),
    /// Something that is in no catalogue.
    Free(Label, Money, VatRate),
}

/// A payment as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AskedPayment {
    /// By which means.
    pub tender: Id,
    /// How much is given, or handed out if it is negative; none is what is left.
    pub given: Option<Money>,
    /// What a means without a name of its own is called.
    pub name: Option<Label>,
}

/// The fields that are taken one by one from an object, and where it stands.
#[derive(Debug)]
pub(super) struct Fields {
    place: String,
    fields: Vec<(String, Json)>,
}

const SALE: &[&str] = &[
    "uid", "at", "lines", "member", "tariff", "payments", "paper", "operator",
];

/// What the fair price is called in files, in both languages.
const FAIR: [&str; 2] = ["juste", "fair"];

/// The fields of a line.
pub(super) fn fields(text: &str) -> Result<Fields, Refusal> {
    let json = serde_json::from_str(text).map_err(|error| {
        // The only JSON that is none of ours has a number with a fraction in it.
        if error.is_data() {
            Refusal::of(ErrorId::Fraction).with("column", error.column().to_string())
        } else {
            Refusal::of(ErrorId::NotJson)
        }
    })?;
    match json {
        Json::Object(_) => Fields::of(json, String::new(), SALE),
        _ => Err(Refusal::of(ErrorId::NotJson)),
    }
}

/// The name the ticket shall have, taken from the fields of a line.
pub(super) fn uid(sale: &mut Fields) -> Result<Option<Uid>, Refusal> {
    sale.read("uid", Uid::parse)
}

impl Asked {
    /// Reads the rest of a line.
    pub(super) fn read(mut sale: Fields) -> Result<Self, Refusal> {
        if sale.text("member")?.is_some() {
            return Err(Refusal::of(ErrorId::NoMembers));
        }
        if let Some(tariff) = sale.text("tariff")?
            && !FAIR.contains(&tariff.as_str())
        {
            return Err(Refusal::of(ErrorId::NoTariffs).with("value", tariff));
        }
        Ok(Self {
            at: sale.read("at", Moment::parse)?,
            lines: sale.list("lines", line)?,
            payments: sale.list("payments", payment)?,
            paper: sale.read("paper", Label::new)?,
            operator: sale
                .read("operator", Label::new)?
                .map(String::from)
                .unwrap_or_default(),
        })
    }
}

fn line(json: Json, place: String) -> Result<AskedLine, Refusal> {
    let kinds: [(&str, &[&str]); 4] = [
        ("code", &["code", "qty"]),
        ("barcode", &["barcode", "qty"]),
        ("quick", &["quick", "amount", "qty"]),
        ("label", &["label", "price", "qty", "vat"]),
    ];
    let of_kind = |fields: &Vec<(String, Json)>, kind: &str| fields.iter().any(|it| it.0 == kind);
    let allowed = match &json {
        Json::Object(fields) => kinds.iter().find(|(kind, _)| of_kind(fields, kind)),
        _ => None,
    };
    let Some((kind, allowed)) = allowed else {
        let fields = Fields::of(json, place, &["qty"])?;
        return Err(Refusal::field(
            ErrorId::MissingField,
            fields.name_of("code"),
        ));
    };
    let mut fields = Fields::of(json, place, allowed)?;
    let what = match *kind {
        "code" => AskedWhat::Code(fields.wanted("code", whole_text)?),
        "barcode" => AskedWhat::Barcode(fields.wanted("barcode", whole_text)?),
        "quick" => AskedWhat::Quick(
            fields.wanted("quick", whole_text)?,
            fields.wanted("amount", |text| {
                Money::parse(text).filter(|amount| *amount > Money::ZERO)
            })?,
        ),
        _ => AskedWhat::Free(
            fields.wanted("label", Label::new)?,
            fields.wanted("price", Money::parse)?,
            fields.wanted("vat", VatRate::parse)?,
        ),
    };
    let quantity = fields.read("qty", Quantity::parse)?;
    if quantity == Some(Quantity::ZERO) {
        return Err(Refusal::field(ErrorId::ZeroQuantity, fields.name_of("qty")));
    }
    Ok(AskedLine { what, quantity })
}

fn payment(json: Json, place: String) -> Result<AskedPayment, Refusal> {
    let mut fields = Fields::of(json, place, &["tender", "given", "name"])?;
    Ok(AskedPayment {
        tender: Id::known(&fields.wanted("tender", whole_text)?),
        given: fields.read("given", Money::parse)?,
        name: fields.read("name", Label::new)?,
    })
}

fn whole_text(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl Fields {
    /// The fields of an object, if all of them are known and none stands twice.
    fn of(json: Json, place: String, known: &[&str]) -> Result<Self, Refusal> {
        let Json::Object(fields) = json else {
            return Err(Refusal::field(ErrorId::BadValue, place).with("value", shown(&json)));
        };
        let this = Self { place, fields };
        for (at, (name, _)) in this.fields.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                let name = Label::new(name).map(String::from).unwrap_or_default();
                return Err(Refusal::field(ErrorId::UnknownField, this.name_of(&name)));
            }
            let earlier = this.fields.get(..at).unwrap_or_default();
            if earlier.iter().any(|(before, _)| before == name) {
                return Err(Refusal::field(ErrorId::RepeatedField, this.name_of(name)));
            }
        }
        Ok(this)
    }

    fn name_of(&self, field: &str) -> String {
        if self.place.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.place)
        }
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.fields.iter().position(|field| field.0 == name)?;
        Some(self.fields.swap_remove(at).1)
    }

    /// A text, or a whole number as text.
    fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        match self.take(name) {
            None => Ok(None),
            Some(Json::Text(text) | Json::Whole(text)) => Ok(Some(text)),
            Some(other) => Err(self.bad(name, shown(&other))),
        }
    }

    /// A text that says something.
    fn read<T>(
        &mut self,
        name: &str,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        match self.text(name)? {
            None => Ok(None),
            Some(text) => match meaning(&text) {
                Some(value) => Ok(Some(value)),
                None => Err(self.bad(name, &text)),
            },
        }
    }

    /// A text that must be there and say something.
    fn wanted<T>(
        &mut self,
        name: &str,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Refusal> {
        self.read(name, meaning)?
            .ok_or_else(|| Refusal::field(ErrorId::MissingField, self.name_of(name)))
    }

    /// A list; one that is not there is empty.
    fn list<T>(
        &mut self,
        name: &str,
        one: fn(Json, String) -> Result<T, Refusal>,
    ) -> Result<Vec<T>, Refusal> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Json::List(list)) => list
                .into_iter()
                .enumerate()
                .map(|(at, json)| one(json, format!("{name}[{at}]")))
                .collect(),
            Some(other) => Err(self.bad(name, shown(&other))),
        }
    }

    fn bad(&self, name: &str, value: &str) -> Refusal {
        let value = Label::new(value).map(String::from).unwrap_or_default();
        Refusal::field(ErrorId::BadValue, self.name_of(name)).with("value", value)
    }
}

/// A value that is not what it should be, for the sentence about it.
const fn shown(json: &Json) -> &str {
    match json {
        Json::Null => "null",
        Json::Bool(true) => "true",
        Json::Bool(false) => "false",
        Json::Whole(text) | Json::Text(text) => text.as_str(),
        Json::List(_) => "[…]",
        Json::Object(_) => "{…}",
    }
}
