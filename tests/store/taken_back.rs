//! Credit notes, refunds and corrections: nothing is used, taken back or put right twice.

use etal::{
    domain::{
        asking::Ask,
        ids::Id,
        journal::Fact,
        money::Money,
        quantity::Quantity,
        ticket::{Returned, Ticket},
        views::Novelty,
    },
    store::StoreError,
};

use crate::{
    counter::{DAY, cents},
    market::{Market, gift, market, shared},
};

/// A ticket of 3 × 101 refunded by a credit note; answers both names.
fn refunded(market: &mut Market) -> (String, String) {
    let sold = market.sell(vec![market.goods(1, 3)], &[("cash", 303, None)]);
    let back = market.back(&sold, 0, 3, Returned::OnSale);
    let refund = market.sell(vec![back], &[("credit_note", -303, None)]);
    (sold, refund)
}

#[test]
fn a_credit_note_has_a_name_of_its_own_and_is_found_by_it() {
    let mut market = market();
    let (_, refund) = refunded(&mut market);
    assert_eq!(refund, "A-2");
    for said in ["A-2V", "a-2v", "2v", " 2V "] {
        let note = market.note(said).unwrap();
        assert_eq!((note.name.as_str(), note.worth), ("A-2V", cents(303)));
        assert_eq!((note.from.as_str(), note.used_by), ("A-2", None));
    }
    assert_eq!(market.note("3v"), None);
    assert_eq!(market.note("2"), None);
}

#[test]
fn a_credit_note_pays_once_and_whole_and_the_rest_is_a_new_one() {
    let mut market = market();
    refunded(&mut market);
    let part = [("credit_note", 100, Some("A-2V")), ("cash", 7, None)];
    let bread = |market: &Market| vec![market.goods(7, 1)];
    let lines = bread(&market);
    assert_eq!(
        market.try_sell(lines, &part),
        Err(StoreError::NoteUsed("A-2V".to_owned()))
    );
    let whole = [
        ("credit_note", 303, Some("A-2V")),
        ("credit_note", -196, None),
    ];
    let ticket = market.ticket(bread(&market), &whole);
    let proposal = market.proposal(Fact::Ticket(Box::new(ticket)));
    let once = market.store.append(proposal.clone(), None).unwrap();
    let used = market.note("A-2V").unwrap();
    assert_eq!(
        (used.worth, used.used_by.as_deref()),
        (Money::ZERO, Some("A-3"))
    );
    assert_eq!(market.note("A-3V").unwrap().worth, cents(196));
    // The same sale proposed again is the same ticket; another one is refused.
    let again = market.store.append(proposal, None).unwrap();
    assert_eq!((again.seq, again.novelty), (once.seq, Novelty::Again));
    let lines = bread(&market);
    assert_eq!(
        market.try_sell(lines, &whole),
        Err(StoreError::NoteUsed("A-2V".to_owned()))
    );
    let lines = bread(&market);
    let unknown = market.try_sell(lines, &[("credit_note", 107, Some("B-9V"))]);
    assert_eq!(unknown, Err(StoreError::NoteUsed("B-9V".to_owned())));
}

#[test]
fn change_as_a_note_is_a_new_note_even_if_it_names_the_old_one() {
    let mut market = market();
    refunded(&mut market);
    let lines = vec![market.goods(7, 1)];
    let paid = [
        ("credit_note", 303, Some("A-2V")),
        ("credit_note", -196, Some("A-2V")),
    ];
    let mut ticket = market.ticket(lines, &paid);
    ticket.payments[1].change = true;
    market.write(Fact::Ticket(Box::new(ticket))).unwrap();
    assert_eq!(market.note("A-2V").unwrap().worth, Money::ZERO);
    assert_eq!(market.note("A-3V").unwrap().worth, cents(196));
}

#[test]
fn a_voided_ticket_gives_the_note_back_that_paid_it() {
    let mut market = market();
    refunded(&mut market);
    let lines = vec![market.goods(7, 1)];
    let paid = [
        ("credit_note", 303, Some("A-2V")),
        ("credit_note", -196, None),
    ];
    let name = market.sell(lines, &paid);
    let detail = market.store.ticket_named(&name).unwrap().unwrap();
    let proposal = market.counter.reversal(&detail);
    market.store.append(proposal, None).unwrap();
    assert_eq!(market.note("A-2V").unwrap().worth, cents(303));
    assert_eq!(market.note("A-3V").unwrap().worth, Money::ZERO);
}

#[test]
fn a_line_comes_back_in_parts_and_never_more_than_was_sold() {
    let mut market = market();
    let sold = market.sell(vec![market.goods(1, 3)], &[("cash", 303, None)]);
    let one = market.back(&sold, 0, 1, Returned::OnSale);
    market.sell(vec![one], &[("cash", -101, None)]);
    assert_eq!(market.past(&sold).lines[0].before, Quantity::ONE);
    let three = market.back(&sold, 0, 2, Returned::OnSale);
    let mut too_many = market.ticket(vec![three.clone()], &[("cash", -202, None)]);
    too_many.lines[0].quantity = -Quantity::pieces(3);
    let refused = market.write(Fact::Ticket(Box::new(too_many)));
    assert_eq!(refused, Err(StoreError::TakenTwice(sold.clone())));
    // Twice in one ticket is twice.
    let twice = vec![three.clone(), three.clone()];
    let refused = market.try_sell(twice, &[("cash", -404, None)]);
    assert_eq!(refused, Err(StoreError::TakenTwice(sold.clone())));
    let refund = market.sell(vec![three.clone()], &[("cash", -202, None)]);
    let refused = market.try_sell(vec![three], &[("cash", -202, None)]);
    assert_eq!(refused, Err(StoreError::TakenTwice(sold)));
    // What took something back cannot be taken back itself, nor voided.
    let detail = market.store.ticket_named(&refund).unwrap().unwrap();
    let proposal = market.counter.reversal(&detail);
    let refused = market.store.append(proposal, None);
    assert_eq!(refused, Err(StoreError::TakenTwice(refund)));
}

#[test]
fn a_ticket_is_voided_once_and_nothing_of_it_comes_back_besides() {
    let mut market = market();
    let sold = market.sell(vec![market.goods(5, 1), gift(50)], &[("cash", 175, None)]);
    let detail = market.store.ticket_named(&sold).unwrap().unwrap();
    let back = market.back(&sold, 0, 1, Returned::OnSale);
    let proposal = market.counter.reversal(&detail);
    market.store.append(proposal, None).unwrap();
    let again = market.counter.reversal(&detail);
    let twice = Err(StoreError::TakenTwice(sold.clone()));
    assert_eq!(market.store.append(again, None), twice);
    assert_eq!(
        market.try_sell(vec![back], &[("cash", -105, None)]),
        twice.map(|_| String::new())
    );
    let taken: Vec<_> = market
        .past(&sold)
        .lines
        .iter()
        .map(|it| it.before)
        .collect();
    assert_eq!(taken, [Quantity::ONE; 3]);
    assert_eq!(
        (market.sums().fund, market.sums().deposits),
        (Money::ZERO, vec![])
    );
}

#[test]
fn what_comes_back_is_on_sale_again_or_lost() {
    let mut market = market();
    let sold = market.sell(vec![market.goods(1, 3)], &[("cash", 303, None)]);
    let product = Id::known("P000000001");
    let row = |market: &Market| {
        let rows = market.store.stock(DAY).unwrap();
        let row = rows.into_iter().find(|it| it.product == product).unwrap();
        let left = market.store.left().unwrap()[&product];
        assert_eq!(left, row.left);
        [row.sold, row.lost, row.left].map(|it| it.thousandths() / 1_000)
    };
    assert_eq!(row(&market), [3, 0, -3]);
    let back = market.back(&sold, 0, 1, Returned::OnSale);
    market.sell(vec![back], &[("cash", -101, None)]);
    assert_eq!(row(&market), [2, 0, -2]);
    let back = market.back(&sold, 0, 1, Returned::Lost);
    market.sell(vec![back], &[("cash", -101, None)]);
    assert_eq!(row(&market), [1, 1, -2]);
}

/// The ticket that changes by what a past one was paid.
fn means_changed(market: &Market, name: &str, from: (&str, i64), to: (&str, i64)) -> Ticket {
    let mut ticket = market.ticket(vec![], &[(from.0, -from.1, None), (to.0, to.1, None)]);
    ticket.corrects = Some(market.place(name));
    ticket
}

#[test]
fn a_changed_means_shows_in_what_a_ticket_is_paid_by_now() {
    let mut market = market();
    let sold = market.sell(
        vec![market.goods(1, 3)],
        &[("cash", 500, None), ("cash", -197, None)],
    );
    let paid_by = |market: &Market| -> Vec<(String, i64)> {
        let rows = market.past(&sold).paid_by.into_iter();
        rows.map(|it| (it.tender.to_string(), it.cents.cents()))
            .collect()
    };
    assert_eq!(paid_by(&market), [("cash".to_owned(), 303)]);
    let changed = means_changed(&market, &sold, ("cash", 303), ("card", 303));
    let correction = market.write(Fact::Ticket(Box::new(changed))).unwrap();
    assert_eq!(paid_by(&market), [("card".to_owned(), 303)]);
    let tenders = market.sums().figures.tenders;
    let brought = |id: &str| {
        tenders
            .iter()
            .find(|it| it.tender.as_str() == id)
            .map(|it| it.cents.cents())
    };
    assert_eq!((brought("cash"), brought("card")), (Some(0), Some(303)));
    // The correction itself was a mistake.
    let detail = market
        .store
        .ticket_named(&correction.ticket.unwrap().1)
        .unwrap()
        .unwrap();
    let proposal = market.counter.reversal(&detail);
    market.store.append(proposal, None).unwrap();
    assert_eq!(paid_by(&market), [("cash".to_owned(), 303)]);
}

#[test]
fn a_line_put_right_is_the_one_that_comes_back_later() {
    let mut market = market();
    let sold = market.sell(vec![market.goods(1, 3)], &[("cash", 303, None)]);
    let one = market.back(&sold, 0, 1, Returned::OnSale);
    market.sell(vec![one.clone()], &[("cash", -101, None)]);
    let ticket = market.reattributed(&sold, 0, "BRUNO");
    let correction = market
        .write(Fact::Ticket(Box::new(ticket.clone())))
        .unwrap();
    let correction = correction.ticket.unwrap().1;
    let stands = market.past(&sold).lines[0].clone();
    assert_eq!(stands.place.ticket.name, correction);
    assert_eq!((stands.place.line, stands.before), (1, Quantity::ZERO));
    assert_eq!(stands.line.quantity, Quantity::pieces(2));
    assert_eq!(stands.line.seller.id, Id::known("BRUNO"));
    assert_eq!(market.owed("BRUNO").unwrap().share, cents(202));
    assert_eq!(
        market.owed("ANA"),
        None,
        "all of hers came back or was Bruno's"
    );
    // Never twice; and the old line is no more there to come back.
    let twice = Err(StoreError::TakenTwice(sold.clone()));
    assert_eq!(market.write(Fact::Ticket(Box::new(ticket))), twice);
    assert_eq!(
        market.try_sell(vec![one], &[("cash", -101, None)]),
        twice.map(|_| String::new())
    );
    let back = market.back(&sold, 0, 2, Returned::OnSale);
    market.sell(vec![back], &[("cash", -202, None)]);
    assert_eq!(market.owed("BRUNO"), None);
}

#[test]
fn amounts_that_are_nobodys_are_listed_until_somebody_has_them() {
    let mut market = market();
    let sold = market.sell(vec![shared(500), shared(300)], &[("cash", 800, None)]);
    let open = |market: &Market| -> Vec<(String, u32, i64)> {
        let lines = market.lines(&Ask::Unattributed).into_iter();
        lines
            .map(|it| (it.place.ticket.name, it.place.line, it.line.paid.cents()))
            .collect()
    };
    assert_eq!(
        open(&market),
        [(sold.clone(), 0, 500), (sold.clone(), 1, 300)]
    );
    let ticket = market.reattributed(&sold, 0, "ANA");
    market.write(Fact::Ticket(Box::new(ticket))).unwrap();
    assert_eq!(open(&market), [(sold.clone(), 1, 300)]);
    let back = market.back(&sold, 1, 1, Returned::OnSale);
    market.sell(vec![back], &[("cash", -300, None)]);
    assert_eq!(open(&market), []);
    assert_eq!(market.owed("ANA").unwrap().share, cents(500));
}

#[test]
fn an_articles_lines_are_found_over_days_as_they_stand_now() {
    let mut market = market();
    let first = market.sell(
        vec![market.goods(4, 1), market.goods(1, 3)],
        &[("cash", 407, None)],
    );
    market.hours_later(24);
    let second = market.sell(vec![market.goods(1, 2)], &[("cash", 202, None)]);
    let gone = market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let back = market.back(&gone, 0, 1, Returned::OnSale);
    market.sell(vec![back], &[("cash", -101, None)]);
    let ticket = market.reattributed(&first, 1, "BRUNO");
    market.write(Fact::Ticket(Box::new(ticket))).unwrap();
    let sold = |from: &str, to: &str| -> Vec<(String, String)> {
        let lines = market.lines(&Ask::Sold {
            product: Id::known("P000000001"),
            from: from.to_owned(),
            to: to.to_owned(),
        });
        let row = |it: etal::domain::asking::SoldLine| {
            (it.place.ticket.name, it.line.seller.id.to_string())
        };
        lines.into_iter().map(row).collect()
    };
    let hers = (second, "ANA".to_owned());
    let moved = ("A-5".to_owned(), "BRUNO".to_owned());
    assert_eq!(sold(DAY, "2026-11-22"), [moved.clone(), hers.clone()]);
    assert_eq!(sold(DAY, DAY), [moved]);
    assert_eq!(sold("2026-11-22", "2026-11-22"), [hers]);
}
