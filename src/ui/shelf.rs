//! What the shop knows of its goods: the search index, what sells best, what is left.

use std::cmp::Reverse;

use super::shop::Shop;
use crate::domain::{
    basket::Basket,
    catalogue::{CatalogueChange, Product, State, Stocked},
    journal::Fact,
    quantity::Quantity,
    search::Index,
    ticket::{Returned, Ticket, TicketLine},
};

/// So many articles are listed beside the ticket at most.
const BEST_SHOWN: usize = 60;

impl Shop {
    pub(super) fn index_anew(&mut self) {
        let ranks = &self.ranks;
        self.index = Index::build(
            self.catalogue
                .products()
                .iter()
                .enumerate()
                .filter(|(_, product)| product.state != State::Withdrawn)
                .map(|(place, product)| {
                    let rank = ranks.get(&product.id).copied().unwrap_or(0);
                    (place, product.label.as_str(), rank)
                }),
        );
        let mut best: Vec<(u64, usize)> = self
            .catalogue
            .products()
            .iter()
            .enumerate()
            .filter(|(_, product)| product.state != State::Withdrawn)
            .map(|(place, product)| (ranks.get(&product.id).copied().unwrap_or(0), place))
            .collect();
        best.sort_by_key(|(rank, place)| (Reverse(*rank), *place));
        best.truncate(BEST_SHOWN);
        self.best = best.into_iter().map(|(_, place)| place).collect();
    }

    /// What sold most up to this morning, as places in [`Catalogue::products`].
    pub fn best_sellers(&self) -> &[usize] {
        &self.best
    }

    /// What is left of a counted article once the open tickets are paid; none for others.
    pub fn remaining(&self, product: &Product) -> Option<Quantity> {
        if product.stock != Stocked::Counted {
            return None;
        }
        let stored = self.left.get(&product.id).copied().unwrap_or_default();
        let parked = self.drafts.parked.iter().map(|parked| &parked.basket);
        let open = self
            .drafts
            .desks
            .iter()
            .chain(parked)
            .flat_map(Basket::lines)
            .filter(|line| line.product().is_some_and(|it| it.id == product.id))
            .filter(|line| {
                line.back
                    .is_none_or(|(becomes, _)| becomes == Returned::OnSale)
            })
            .fold(Quantity::ZERO, |sum, line| sum + line.quantity);
        Some(stored - open)
    }

    /// Takes a recorded ticket's goods from the stock known here.
    pub fn take_from_stock(&mut self, ticket: &Ticket) {
        let lost = |line: &&TicketLine| line.returned == Some(Returned::Lost);
        for line in ticket.lines.iter().filter(|it| it.from_stock && !lost(it)) {
            if let Some(id) = &line.product {
                let left = self.left.entry(id.clone()).or_default();
                *left = *left - line.quantity;
            }
        }
    }

    /// Changes the catalogue from the next line on, and writes it down.
    pub fn change_catalogue(&mut self, change: CatalogueChange) {
        if change.is_empty() {
            return;
        }
        self.catalogue.apply(&change);
        if !change.products.is_empty() {
            self.index_anew();
        }
        self.write(Fact::Catalogue(change));
    }

    /// Changes one product from the next line on, and writes it down.
    pub fn change_product(&mut self, product: Product) {
        self.change_catalogue(self.catalogue.change_products(vec![product]));
    }
}
