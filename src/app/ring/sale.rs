//! From what was asked to a ticket, priced and paid by the rules of the till.

use super::{
    asked::{Asked, AskedLine, AskedPayment, AskedWhat},
    people::{self, People},
    refusal::{ErrorId, Refusal},
};
use crate::{
    app::VERSION,
    domain::{
        asking::Used,
        basket::{Adjustment, Basket, Line, What},
        catalogue::{Catalogue, Code, Product},
        ids::{Id, Uid},
        label::Label,
        member::Member,
        money::{Money, Percent, VatRate},
        pay::{At, Tendering},
        price::{PriceList, Priced, price},
        quantity::Quantity,
        settings::{DepositKind, Settings, Tariffed, Tender, TenderKind},
        ticket::{Payment, Ticket},
        time::Moment,
    },
    store::Store,
    ui::words::Words,
};

/// What is sold, to whom, and by which rules.
pub(super) struct Counter<'w> {
    /// Articles, producers, quick keys.
    pub catalogue: Catalogue,
    /// Means of payment, VAT rates, limits.
    pub settings: Settings,
    /// Members.
    pub people: People,
    /// What lines without an article are called on paper.
    pub words: &'w Words,
}

/// What one sale is measured against.
struct Sale<'a> {
    asked: &'a Asked,
    member: Option<&'a Member>,
    used: Option<Used>,
    rates: Vec<VatRate>,
    store: &'a Store,
}

impl Counter<'_> {
    /// The ticket of a sale; the store will give it its number.
    pub(super) fn ticket(
        &self,
        asked: &Asked,
        at: Moment,
        store: &Store,
    ) -> Result<Ticket, Refusal> {
        let day = at.business_day(self.settings.rules.day_starts_at);
        let member = asked.member.as_deref();
        let member = member.map(|said| self.people.find(said, store));
        let rates = self.settings.rates_on(&day);
        let sale = Sale {
            asked,
            member: member.transpose()?,
            used: people::used(asked, &self.settings, &day, store)?,
            rates: rates.iter().map(|it| it.rate).collect(),
            store,
        };
        let basket = self.basket(&sale, at)?;
        let list = PriceList {
            catalogue: &self.catalogue,
            rules: &self.settings.rules,
            day: &day,
        };
        let priced = price(&basket, list).map_err(|_| Refusal::of(ErrorId::TooMuch))?;
        paid_out(&basket, store)?;
        let payments = self.payments(&priced, &sale)?;
        Ok(Ticket {
            paper: asked.paper.clone(),
            ..priced.ticket(&basket, payments, VERSION)
        })
    }

    fn basket(&self, sale: &Sale<'_>, at: Moment) -> Result<Basket, Refusal> {
        // The ticket carries the uid, not the basket, which nobody will see.
        let mut basket = Basket::new(Uid([0; 16]));
        basket.opened_ms = at.utc_ms;
        basket.charge(self.tariff(sale.asked.tariff.as_deref())?);
        for (place, line) in sale.asked.lines.iter().enumerate() {
            let mut read = self.line(line, place, sale)?;
            if let Some(discount) = line.discount {
                read.discount = Some(discount.off);
                read.borne = discount.by;
            }
            basket
                .add(read)
                .map_err(|_| Refusal::of(ErrorId::TooManyLines))?;
        }
        if basket.is_empty() {
            return Err(Refusal::of(ErrorId::EmptyTicket));
        }
        if let Some(discount) = sale.asked.discount {
            basket.adjust(Some(Adjustment::Off(discount.off, discount.by)));
        }
        Ok(basket)
    }

    /// The tariff of this id, name or letter; none for the fair price, which needs no word in the
    /// journal.
    fn tariff(&self, said: Option<&str>) -> Result<Option<Tariffed>, Refusal> {
        let Some(said) = said else { return Ok(None) };
        let lower = said.to_lowercase();
        let mut letters = said.chars();
        let letter = match (letters.next(), letters.next()) {
            (Some(letter), None) => self.settings.tariff_by_letter(letter),
            _ => None,
        };
        let named = self.settings.tariffs.iter();
        let mut named =
            named.filter(|it| it.id.as_str() == said || it.name.as_str().to_lowercase() == lower);
        let Some(tariff) = named.next().or(letter) else {
            return if FAIR.contains(&lower.as_str()) {
                Ok(None)
            } else {
                Err(Refusal::of(ErrorId::UnknownTariff).with("value", said))
            };
        };
        Ok((tariff.percent != Percent::WHOLE).then(|| Tariffed {
            id: tariff.id.clone(),
            name: tariff.name.clone(),
            percent: tariff.percent,
            step: self.settings.rules.tariff_step,
        }))
    }

    fn line(&self, asked: &AskedLine, place: usize, sale: &Sale<'_>) -> Result<Line, Refusal> {
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
            AskedWhat::Free(_, _, vat) if !sale.rates.contains(vat) => {
                return Err(Refusal::of(ErrorId::UnknownVat).with("value", vat.plain()));
            }
            AskedWhat::Free(label, price, vat) => What::Free {
                label: label.clone(),
                price: *price,
                vat: *vat,
            },
            AskedWhat::TopUp(amount, said) => {
                let named = said
                    .as_deref()
                    .map(|said| self.people.find(said, sale.store));
                let field = || format!("lines[{place}].member");
                let missing = || Refusal::field(ErrorId::MissingField, field());
                let member = named.transpose()?.or(sale.member).ok_or_else(missing)?;
                What::TopUp {
                    member: member.id.clone(),
                    label: self.named(if *amount < Money::ZERO {
                        "member-line-paid-out"
                    } else {
                        "member-line-top-up"
                    })?,
                    amount: *amount,
                }
            }
            AskedWhat::Gift(amount) => What::Gift {
                label: self.named("pay-gift-label")?,
                amount: *amount,
            },
            AskedWhat::DepositBack(price) => {
                let jar = self.jar(*price)?;
                let count = asked.quantity.unwrap_or(Quantity::ONE);
                if !count.is_whole() || count < Quantity::ZERO {
                    let field = format!("lines[{place}].qty");
                    let refusal = Refusal::field(ErrorId::ByThePiece, field);
                    return Err(refusal.with("label", jar.name.as_str()));
                }
                What::DepositBack {
                    label: jar.name,
                    deposit: jar.price,
                }
            }
        };
        Ok(Line::of(what, asked.quantity.unwrap_or(Quantity::ONE)))
    }

    /// What the paper calls a line that is no article; the journal keeps it.
    fn named(&self, word: &str) -> Result<Label, Refusal> {
        let unnamed = || Refusal::of(ErrorId::NotWritten).with("detail", word);
        Label::new(&self.words.say(word)).ok_or_else(unnamed)
    }

    /// The kind of jar of this price: one of the settings, or the deposit of an article.
    fn jar(&self, price: Money) -> Result<DepositKind, Refusal> {
        if let Some(kind) = self.settings.deposits.iter().find(|it| it.price == price) {
            return Ok(kind.clone());
        }
        let mut products = self.catalogue.products().iter();
        if products.any(|it| it.deposit == Some(price)) {
            let name = self.named("sell-jar")?;
            return Ok(DepositKind { name, price });
        }
        Err(Refusal::of(ErrorId::UnknownDeposit).amount(price))
    }

    /// What is handed out goes first, so that a cheque can pay for the cash that goes back on it.
    fn payments(&self, priced: &Priced, sale: &Sale<'_>) -> Result<Vec<Payment>, Refusal> {
        let by_account = |it: &AskedPayment| {
            let tender = self.settings.tender(&it.tender);
            tender.is_some_and(|it| it.kind == TenderKind::Account)
        };
        let asked = &sale.asked.payments;
        let may_spend = match sale.member.filter(|_| asked.iter().any(by_account)) {
            Some(member) => Some(member.may_spend(people::balance(sale.store, &member.id)?)),
            None => None,
        };
        let at = At {
            lines: &priced.lines,
            member: sale.member.map(|it| &it.id),
            may_spend,
            used: sale.used.as_ref(),
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
            let given = given(payment, &tender, &field)?;
            let done = match (&payment.note, given) {
                (Some(_), _) if tender.kind != TenderKind::CreditNote => {
                    return Err(Refusal::field(ErrorId::NoNote, field));
                }
                (Some(note), _) => {
                    tendering.pay_note(&tender, &people::note(sale.store, note)?, &at)
                }
                (None, Some(given)) if given < Money::ZERO => {
                    tendering.hand_out(&tender, -given, &at)
                }
                (None, given) => tendering.pay(&tender, given, &at),
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

/// What the fair price is called in files, in both languages.
const FAIR: [&str; 2] = ["juste", "fair"];

/// How much is given, tokens counted.
fn given(asked: &AskedPayment, tender: &Tender, field: &str) -> Result<Option<Money>, Refusal> {
    let Some(pieces) = asked.pieces else {
        return Ok(asked.given);
    };
    let none = || Refusal::field(ErrorId::NoPieces, field);
    let unit = tender.unit.ok_or_else(none)?;
    let too_much = || Refusal::field(ErrorId::TooMuchGiven, field);
    unit.times(Quantity::pieces(pieces))
        .map(Some)
        .ok_or_else(too_much)
}

/// Refuses to pay out of an account what does not stand on it.
fn paid_out(basket: &Basket, store: &Store) -> Result<(), Refusal> {
    let mut moved: Vec<(&Id, Money)> = Vec::new();
    for line in basket.lines() {
        if let What::TopUp { member, amount, .. } = &line.what {
            match moved.iter_mut().find(|it| it.0 == member) {
                Some((_, sum)) => *sum += *amount,
                None => moved.push((member, *amount)),
            }
        }
    }
    for (member, sum) in moved.into_iter().filter(|it| it.1 < Money::ZERO) {
        let balance = people::balance(store, member)?.max(Money::ZERO);
        if balance + sum < Money::ZERO {
            return Err(Refusal::field(ErrorId::OverLimit, "lines").amount(balance));
        }
    }
    Ok(())
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
