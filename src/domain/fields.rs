//! An entry's content for people who read it all: its fields in order, each amount told as one.

use serde_json::Value;

use super::money::Money;

/// A field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// How deep it lies within others.
    pub depth: u16,
    /// Its name in the journal, or its place in a list, from 1.
    pub name: String,
    /// What it says.
    pub says: Says,
}

/// What a field says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// What lies in it, in the fields that follow.
    More,
    /// A text, a number that is no amount, a yes or no.
    Text(String),
    /// An amount.
    Cents(Money),
}

/// The names under which every kind of entry keeps amounts, in cents.
const AMOUNTS: [&str; 25] = [
    "amount",
    "base",
    "brought",
    "carried",
    "cash_limit",
    "cents",
    "day_cap",
    "deposit",
    "due",
    "flat",
    "limit",
    "net",
    "paid",
    "payments",
    "pot",
    "price",
    "sales",
    "share",
    "shares",
    "step",
    "tariff_step",
    "tax",
    "ticket_cap",
    "total",
    "unit",
];

/// The fields of an entry's content; one field with the content as it stands if it is no JSON.
pub fn fields(kind: &str, payload: &str) -> Vec<Field> {
    let mut found = Vec::new();
    match serde_json::from_str::<Value>(payload) {
        Ok(content) => inside(kind, &content, 0, &mut found),
        Err(_) => found.push(Field {
            depth: 0,
            name: kind.to_owned(),
            says: Says::Text(payload.to_owned()),
        }),
    }
    found
}

fn inside(kind: &str, content: &Value, depth: u16, found: &mut Vec<Field>) {
    match content {
        Value::Object(fields) => {
            for (name, value) in fields {
                field(kind, (name, name), value, depth, found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                let place = (place + 1).to_string();
                field(kind, (&place, ""), value, depth, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            field(kind, (kind, ""), content, depth, found);
        }
    }
}

/// A field under the name it is shown by and the name that tells what it is.
fn field(
    kind: &str,
    (shown, name): (&str, &str),
    value: &Value,
    depth: u16,
    found: &mut Vec<Field>,
) {
    let says = match value {
        Value::Object(_) | Value::Array(_) => Says::More,
        Value::Number(number) => match number.as_i64().and_then(Money::from_cents) {
            Some(cents) if is_amount(kind, name) => Says::Cents(cents),
            _ => Says::Text(number.to_string()),
        },
        Value::String(text) => Says::Text(text.clone()),
        Value::Null | Value::Bool(_) => Says::Text(value.to_string()),
    };
    let more = says == Says::More;
    found.push(Field {
        depth,
        name: shown.to_owned(),
        says,
    });
    if more {
        inside(kind, value, depth.saturating_add(1), found);
    }
}

/// A commission is a sum where it was taken, and a percentage where it was agreed.
fn is_amount(kind: &str, name: &str) -> bool {
    AMOUNTS.contains(&name) || name == "commission" && kind == "settlement"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: &str, payload: &str) -> Vec<String> {
        let told = |field: Field| {
            let before = " ".repeat(usize::from(field.depth));
            let says = match field.says {
                Says::More => String::new(),
                Says::Text(text) => text,
                Says::Cents(cents) => format!("{} c", cents.cents()),
            };
            format!("{before}{}: {says}", field.name)
        };
        fields(kind, payload).into_iter().map(told).collect()
    }

    #[test]
    fn each_field_stands_under_the_one_it_is_in_and_amounts_are_told() {
        let lines = r#"{"lines":[{"paid":600,"quantity":3000,"unit":"kg"}],"total":600}"#;
        assert_eq!(
            told("ticket", lines),
            [
                "lines: ",
                " 1: ",
                "  paid: 600 c",
                "  quantity: 3000",
                "  unit: kg",
                "total: 600 c"
            ]
        );
        assert_eq!(
            told("catalogue", r#"{"commission":1000}"#),
            ["commission: 1000"]
        );
        assert_eq!(
            told("settlement", r#"{"commission":1000}"#),
            ["commission: 1000 c"]
        );
        assert_eq!(told("event", "not json"), ["event: not json"]);
    }
}
