//! What a line asks for, read field by field; nothing that is not understood is passed over.

use super::{
    json::Json,
    refusal::{ErrorId, Refusal},
};
use crate::domain::{
    basket::Off,
    ids::{Id, Uid},
    label::Label,
    money::{Money, Percent, VatRate},
    quantity::Quantity,
    settings::Bearer,
    time::Moment,
};

/// A sale as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// When it happened; none is now.
    pub at: Option<Moment>,
    /// Whose account it is: a number or a card.
    pub member: Option<String>,
    /// Which tariff: its id, name or letter; none is the fair price.
    pub tariff: Option<String>,
    /// What is sold.
    pub lines: Vec<AskedLine>,
    /// Something off the whole ticket.
    pub discount: Option<AskedDiscount>,
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
    /// Something off it.
    pub discount: Option<AskedDiscount>,
}

/// Something off a line or a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AskedDiscount {
    /// How much.
    pub off: Off,
    /// Who bears it, if not whom the rules name.
    pub by: Option<Bearer>,
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
    /// Money onto an account, or paid out of it; none is the account of the ticket's member.
    TopUp(Money, Option<String>),
    /// Money into the solidarity fund.
    Gift(Money),
    /// An empty jar of this price.
    DepositBack(Money),
}

/// A payment as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AskedPayment {
    /// By which means.
    pub tender: Id,
    /// How much is given, or handed out if it is negative; none is what is left.
    pub given: Option<Money>,
    /// How many tokens, instead of how much.
    pub pieces: Option<u32>,
    /// Which credit note.
    pub note: Option<String>,
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
    "uid", "at", "lines", "member", "tariff", "discount", "borne", "payments", "paper", "operator",
];

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
        Ok(Self {
            at: sale.read("at", Moment::parse)?,
            member: sale.read("member", whole_text)?,
            tariff: sale.read("tariff", whole_text)?,
            discount: discount(&mut sale)?,
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

/// What each kind of line may say, by the field that makes it one.
const LINES: [(&str, &[&str]); 7] = [
    ("code", &["code", "qty", "discount", "borne"]),
    ("barcode", &["barcode", "qty", "discount", "borne"]),
    ("quick", &["quick", "amount", "qty", "discount", "borne"]),
    (
        "label",
        &["label", "price", "qty", "vat", "discount", "borne"],
    ),
    ("top_up", &["top_up", "member"]),
    ("gift", &["gift"]),
    ("deposit_back", &["deposit_back", "qty"]),
];

fn line(json: Json, place: String) -> Result<AskedLine, Refusal> {
    let of_kind = |fields: &Vec<(String, Json)>, kind: &str| fields.iter().any(|it| it.0 == kind);
    let allowed = match &json {
        Json::Object(fields) => LINES.iter().find(|(kind, _)| of_kind(fields, kind)),
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
            fields.wanted("amount", positive)?,
        ),
        "top_up" => AskedWhat::TopUp(
            fields.wanted("top_up", |text| {
                Money::parse(text).filter(|amount| *amount != Money::ZERO)
            })?,
            fields.read("member", whole_text)?,
        ),
        "gift" => AskedWhat::Gift(fields.wanted("gift", positive)?),
        "deposit_back" => AskedWhat::DepositBack(fields.wanted("deposit_back", positive)?),
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
    Ok(AskedLine {
        what,
        quantity,
        discount: discount(&mut fields)?,
    })
}

/// `10%` or `0.50`, and who bears it.
fn discount(fields: &mut Fields) -> Result<Option<AskedDiscount>, Refusal> {
    let by = fields.read("borne", |text| match text {
        "producer" => Some(Bearer::Producer),
        "pot" => Some(Bearer::Pot),
        "coop" => Some(Bearer::Coop),
        _ => None,
    })?;
    let off = fields.read("discount", |text| match text.trim().strip_suffix('%') {
        Some(percent) => Percent::parse(percent)
            .filter(|it| *it > Percent(0) && *it <= Percent::WHOLE)
            .map(Off::Percent),
        None => positive(text).map(Off::Amount),
    })?;
    match (off, by) {
        (Some(off), by) => Ok(Some(AskedDiscount { off, by })),
        (None, None) => Ok(None),
        (None, Some(_)) => Err(Refusal::field(
            ErrorId::MissingField,
            fields.name_of("discount"),
        )),
    }
}

fn positive(text: &str) -> Option<Money> {
    Money::parse(text).filter(|amount| *amount > Money::ZERO)
}

fn payment(json: Json, place: String) -> Result<AskedPayment, Refusal> {
    let known = ["tender", "given", "pieces", "note", "name"];
    let mut fields = Fields::of(json, place, &known)?;
    let asked = AskedPayment {
        tender: Id::known(&fields.wanted("tender", whole_text)?),
        given: fields.read("given", Money::parse)?,
        pieces: fields.read("pieces", |text| text.parse().ok().filter(|it| *it > 0))?,
        note: fields.read("note", whole_text)?,
        name: fields.read("name", Label::new)?,
    };
    // Two fields that could say two amounts.
    let amounts = [
        asked.given.is_some(),
        asked.pieces.is_some(),
        asked.note.is_some(),
    ];
    if amounts.into_iter().filter(|it| *it).count() > 1 {
        let field = fields.name_of("given");
        return Err(Refusal::field(ErrorId::TwoAmounts, field));
    }
    Ok(asked)
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
