//! From what was asked to a ticket, priced and paid by the rules of the till.

use super::{
    asked::{Asked, AskedLine, AskedPayment, AskedWhat},
    refusal::{ErrorId, Refusal},
};
use crate::{
    app::VERSION,
    domain::{
        basket::{Basket, Line, What},
        catalogue::{Catalogue, Code, Product},
        ids::Uid,
        money::{Money, VatRate},
        pay::{At, Tendering},
        price::{PriceList, Priced, price},
        quantity::Quantity,
        settings::{Settings, Tender, TenderKind},
        ticket::{Payment, Ticket},
        time::Moment,
    },
};

/// What is sold, and by which rules.
pub(super) struct Counter {
    /// Articles, producers, quick keys.
    pub catalogue: Catalogue,
    /// Means of payment, VAT rates, limits.
    pub settings: Settings,
}

impl Counter {
    /// The ticket of a sale; the store will give it its number.
    pub(super) fn ticket(&self, asked: &Asked, at: Moment) -> Result<Ticket, Refusal> {
        let day = at.business_day(self.settings.rules.day_starts_at);
        let rates = self.settings.rates_on(&day);
        let rates: Vec<VatRate> = rates.iter().map(|it| it.rate).collect();
        // The ticket carries the uid, not the basket, which nobody will see.
        let mut basket = Basket::new(Uid([0; 16]));
        basket.opened_ms = at.utc_ms;
        for (place, line) in asked.lines.iter().enumerate() {
            basket
                .add(self.line(line, place, &rates)?)
                .map_err(|_| Refusal::of(ErrorId::TooManyLines))?;
        }
        if basket.is_empty() {
            return Err(Refusal::of(ErrorId::EmptyTicket));
        }
        let list = PriceList {
            catalogue: &self.catalogue,
            rules: &self.settings.rules,
            day: &day,
        };
        let priced = price(&basket, list).map_err(|_| Refusal::of(ErrorId::TooMuch))?;
        let payments = self.payments(&priced, &asked.payments)?;
        Ok(Ticket {
            paper: asked.paper.clone(),
            ..priced.ticket(&basket, payments, VERSION)
        })
    }

    fn line(&self, asked: &AskedLine, place: usize, rates: &[VatRate]) -> Result<Line, Refusal> {
        let what = match &asked.what {
            AskedWhat::Code(code) => {
                let found = Code::parse(code).and_then(|code| self.catalogue.by_code(code));
                let unknown = || Refusal::of(ErrorId::UnknownCode).with("value", code);
                return goods(found.ok_or_else(unknown)?, asked.quantity, place);
            }
            AskedWhat::Barcode(digits) => {
                let found = self.catalogue.by_barcode(digits);
                let unknown = || Refusal::of(ErrorId::UnknownBarcode).with("value", digits);
                return goods(found.ok_or_else(unknown)?, asked.quantity, place);
            }
            AskedWhat::Quick(letter, amount) => {
                let mut letters = letter.chars().flat_map(char::to_lowercase);
                let key = match (letters.next(), letters.next()) {
                    (Some(letter), None) => self.catalogue.quick_key(letter),
                    _ => None,
                };
                let unknown = || Refusal::of(ErrorId::UnknownQuickKey).with("value", letter);
                What::Quick {
                    key: key.ok_or_else(unknown)?.clone(),
                    amount: *amount,
                }
            }
            AskedWhat::Free(_, _, vat) if !rates.contains(vat) => {
                return Err(Refusal::of(ErrorId::UnknownVat).with("value", vat.plain()));
            }
            AskedWhat::Free(label, price, vat) => What::Free {
                label: label.clone(),
                price: *price,
                vat: *vat,
            },
        };
        Ok(Line::of(what, asked.quantity.unwrap_or(Quantity::ONE)))
    }

    /// What is handed out goes first, so that a cheque can pay for the cash that goes back on it.
    fn payments(&self, priced: &Priced, asked: &[AskedPayment]) -> Result<Vec<Payment>, Refusal> {
        let at = At {
            lines: &priced.lines,
            ..At::of(&self.settings)
        };
        let mut tendering = Tendering::new(priced.total);
        let (out, comes_in): (Vec<_>, Vec<_>) = asked
            .iter()
            .enumerate()
            .partition(|(_, it)| it.given.is_some_and(|given| given < Money::ZERO));
        for (place, payment) in out.into_iter().chain(comes_in) {
            let field = format!("payments[{place}]");
            let tender = self.tender(payment, &field)?;
            let done = match payment.given {
                Some(given) if given < Money::ZERO => tendering.hand_out(&tender, -given, &at),
                given => tendering.pay(&tender, given, &at),
            };
            done.map_err(|refusal| Refusal::pay(refusal, &field))?;
        }
        let not_paid = || Refusal::of(ErrorId::NotPaid).amount(tendering.left());
        tendering.settled().ok_or_else(not_paid)
    }

    fn tender(&self, asked: &AskedPayment, field: &str) -> Result<Tender, Refusal> {
        let unknown = || Refusal::of(ErrorId::UnknownTender).with("value", asked.tender.as_str());
        let tender = self.settings.tender(&asked.tender);
        let mut tender = tender.ok_or_else(unknown)?.clone();
        match &asked.name {
            Some(name) if tender.kind == TenderKind::Other && tender.name.is_none() => {
                tender.name = Some(name.clone());
            }
            Some(_) => return Err(Refusal::field(ErrorId::NameNotTaken, field)),
            None => {}
        }
        Ok(tender)
    }
}

/// A line of an article: pieces are whole, and what is weighed was weighed.
fn goods(product: &Product, asked: Option<Quantity>, place: usize) -> Result<Line, Refusal> {
    let quantity = match asked {
        Some(quantity) if quantity.is_whole() || product.unit.divides() => quantity,
        Some(_) => {
            return Err(
                Refusal::field(ErrorId::ByThePiece, format!("lines[{place}]"))
                    .with("label", product.label.as_str()),
            );
        }
        None if product.unit.divides() => {
            let field = format!("lines[{place}].qty");
            return Err(Refusal::field(ErrorId::MissingField, field));
        }
        None => Quantity::ONE,
    };
    Ok(Line::goods(product.clone(), quantity))
}
