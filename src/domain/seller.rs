//! In whose name goods are sold, and what VAT that seller owes, day by day.

use serde::{Deserialize, Serialize};

use super::{catalogue::Producer, ids::Id, label::Label, money::VatRate};

/// A VAT status and the first day on which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedStatus {
    /// The status.
    pub status: VatStatus,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
}

/// How a seller stands towards VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VatStatus {
    /// Owes VAT at the rates of what is sold.
    Liable,
    /// Small seller without VAT (CGI art. 293 B): the receipt says so.
    Franchise,
    /// Farmer under the flat-rate refund (CGI art. 298 quater): no VAT on the ticket.
    FlatRate,
    /// Outside VAT for another reason, such as an association (CGI art. 261, 7).
    Exempt,
}

/// In whose name a producer's goods are sold (BOI-TVA-CHAMP-10-10-40).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mandate {
    /// It sells its own goods: the stall itself, or a producer who shares the till.
    Own,
    /// The stall sells in the producer's name: the receipt names her and her VAT.
    #[default]
    Transparent,
    /// The stall sells in its own name for her: its own VAT status counts.
    Opaque,
    /// The stall has bought the goods: the money is its own.
    Resale,
}

/// A seller as a ticket keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seller {
    /// The producer's name for machines.
    pub id: Id,
    /// The producer's name for people.
    pub name: Label,
    /// The register number, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siret: Option<Label>,
    /// The VAT number, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<Label>,
    /// The VAT status on that day; none if nobody has said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<VatStatus>,
    /// In whose name its goods are sold.
    pub mandate: Mandate,
}

impl VatStatus {
    /// The rate a line carries under this status: the product's where VAT is owed, else zero.
    pub const fn rate(self, product: VatRate) -> VatRate {
        match self {
            Self::Liable => product,
            Self::Franchise | Self::FlatRate | Self::Exempt => VatRate(0),
        }
    }
}

impl Seller {
    /// A producer as a ticket of this day, `YYYY-MM-DD`, keeps it.
    pub fn of(producer: &Producer, day: &str) -> Self {
        Self {
            id: producer.id.clone(),
            name: producer.name.clone(),
            siret: producer.siret.clone(),
            vat_number: producer.vat_number.clone(),
            status: producer.status_on(day),
            mandate: producer.mandate,
        }
    }
}

impl Producer {
    /// The VAT status on a day, `YYYY-MM-DD`; none if nobody has said it.
    pub fn status_on(&self, day: &str) -> Option<VatStatus> {
        self.status
            .iter()
            .filter(|it| it.from.as_str() <= day)
            .max_by_key(|it| &it.from)
            .map(|it| it.status)
    }
}
