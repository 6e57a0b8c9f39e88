//! The last market like this one beside today's, and what a longer period is made of.

use etal::{
    domain::{
        asking::{Ask, Found, Like, MonthSeen, PeriodSeen, Span, Sums},
        day::DayOpened,
        figures::Figures,
        journal::Fact,
        money::Money,
        time::Moment,
    },
    store::Store,
};

use crate::{
    counter::cents,
    market::{Market, label, market, moves, top_up},
};

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

impl Market {
    /// The next entry is made at this moment.
    pub fn until(&mut self, text: &str) {
        self.counter.at = at(text);
        self.counter.at.utc_ms -= 30_000;
    }

    fn opens(&mut self, text: &str, name: Option<&str>) {
        self.until(text);
        let opened = DayOpened {
            market: name.map(label),
            ..DayOpened::default()
        };
        self.write(Fact::Day(opened)).unwrap();
    }

    /// Sells a piece of article 1 for 1,01 in cash.
    fn sells(&mut self, text: &str) {
        self.until(text);
        self.sell(vec![self.goods(1, 1)], &[("cash", 101, None)]);
    }

    /// Closes the day, all cash but the float gone.
    pub fn closes(&mut self, text: &str) {
        self.until(text);
        let Found::Day(day) = self.store.answer(&Ask::Day).unwrap() else {
            panic!("no day");
        };
        let closing = day.closing(day.plainly(Money::ZERO, "lea"), "etal 0.1.0");
        self.write(Fact::Closing(Box::new(closing))).unwrap();
    }

    fn like(&self, name: Option<&str>, text: &str) -> Option<Like> {
        let ask = Ask::Like {
            market: name.map(label),
            at: at(text),
        };
        match self.store.answer(&ask).unwrap() {
            Found::Like(like) => like.map(|it| *it),
            other => panic!("{other:?}"),
        }
    }

    fn period(&self, from: &str, to: &str) -> PeriodSeen {
        let (from, to) = (from.to_owned(), to.to_owned());
        match self.store.answer(&Ask::Period { from, to }).unwrap() {
            Found::Period(period) => *period,
            other => panic!("{other:?}"),
        }
    }
}

/// A day on which this many tickets were sold, at these hours, and closed in the evening.
fn market_day(market: &mut Market, day: &str, name: Option<&str>, hours: &[&str]) {
    market.opens(&format!("{day}T07:30:00+01:00"), name);
    for hour in hours {
        market.sells(&format!("{day}T{hour}:00+01:00"));
    }
    market.closes(&format!("{day}T20:00:00+01:00"));
}

fn sums(store: &Store, span: Span) -> Sums {
    match store.answer(&Ask::Sums(span)).unwrap() {
        Found::Sums(sums) => *sums,
        other => panic!("{other:?}"),
    }
}

fn tickets(like: &Like) -> (u64, u64) {
    (like.so_far.tickets, like.whole.tickets)
}

#[test]
fn a_market_is_beside_the_last_one_of_its_name_then_of_its_weekday_then_beside_any() {
    let mut market = market();
    market_day(&mut market, "2026-11-14", Some("Die"), &["08:10", "11:00"]);
    market_day(&mut market, "2026-11-21", None, &["08:10"]);
    market_day(&mut market, "2026-11-25", Some("Crest"), &["08:10"]);
    let saturday = "2026-11-28T10:42:00+01:00";
    let found = |name: Option<&str>, text: &str| market.like(name, text).unwrap().label;
    assert_eq!(found(Some("Die"), saturday), "2026-11-14");
    assert_eq!(found(Some("Crest"), saturday), "2026-11-25");
    assert_eq!(found(Some("Valence"), saturday), "2026-11-21");
    assert_eq!(found(None, saturday), "2026-11-21");
    assert_eq!(found(None, "2026-11-29T10:42:00+01:00"), "2026-11-25");
    let die = market.like(Some("Die"), saturday).unwrap();
    assert_eq!(die.market, Some(label("Die")));
    assert_eq!(tickets(&die), (1, 2));
    assert_eq!(die.so_far.turnover, cents(101));
    assert_eq!(die.whole.hours.len(), 2);
}

#[test]
fn there_is_none_before_the_first_closing_and_no_day_without_a_sale_is_one() {
    let mut market = market();
    let now = "2026-11-28T10:42:00+01:00";
    assert_eq!(market.like(None, now), None);
    market_day(&mut market, "2026-11-21", Some("Die"), &["08:10"]);
    market_day(&mut market, "2026-11-26", Some("Die"), &[]);
    assert_eq!(market.like(Some("Die"), now).unwrap().label, "2026-11-21");
    // What was closed today is a part of today and not the last market.
    market_day(&mut market, "2026-11-28", Some("Die"), &["08:10"]);
    let evening = market.like(Some("Die"), "2026-11-28T21:00:00+01:00");
    assert_eq!(evening.unwrap().label, "2026-11-21");
}

#[test]
fn closed_twice_it_is_one_market_unless_it_was_another_one() {
    let mut market = market();
    market_day(&mut market, "2026-11-21", Some("Die"), &["08:10"]);
    market.opens("2026-11-21T20:10:00+01:00", None);
    market.sells("2026-11-21T20:20:00+01:00");
    market.closes("2026-11-21T20:30:00+01:00");
    market.opens("2026-11-21T20:40:00+01:00", Some("Crest"));
    market.sells("2026-11-21T20:50:00+01:00");
    market.closes("2026-11-21T21:00:00+01:00");
    let now = "2026-11-28T20:45:00+01:00";
    assert_eq!(tickets(&market.like(Some("Die"), now).unwrap()), (2, 2));
    assert_eq!(tickets(&market.like(Some("Crest"), now).unwrap()), (0, 1));
}

#[test]
fn after_a_closing_at_noon_only_the_same_hours_are_beside_the_evening() {
    let mut market = market();
    let hours = ["08:10", "11:00", "14:00", "17:00"];
    market_day(&mut market, "2026-11-21", Some("Die"), &hours);
    market.sells("2026-11-28T08:10:00+01:00");
    market.closes("2026-11-28T13:00:00+01:00");
    market.sells("2026-11-28T13:10:00+01:00");
    let like = market.like(Some("Die"), "2026-11-28T15:00:00+01:00");
    assert_eq!(tickets(&like.unwrap()), (1, 2));
}

#[test]
fn past_midnight_is_later_than_the_evening() {
    let mut market = market();
    market.sells("2026-11-21T19:00:00+01:00");
    market.sells("2026-11-22T00:30:00+01:00");
    market.closes("2026-11-22T01:00:00+01:00");
    let like = |now: &str| tickets(&market.like(None, now).unwrap());
    assert_eq!(like("2026-11-28T20:00:00+01:00"), (1, 2));
    assert_eq!(like("2026-11-29T00:45:00+01:00"), (2, 2));
}

#[test]
fn a_forgotten_day_closed_with_the_next_is_no_part_of_it() {
    let mut market = market();
    market.sells("2026-11-20T09:00:00+01:00");
    market.sells("2026-11-21T09:00:00+01:00");
    market.closes("2026-11-21T13:00:00+01:00");
    let like = market.like(None, "2026-11-28T12:00:00+01:00").unwrap();
    assert_eq!(
        (like.label.as_str(), tickets(&like)),
        ("2026-11-21", (1, 1))
    );
}

#[test]
fn a_period_is_the_closings_whose_day_lies_in_it_and_their_sums_are_theirs() {
    let mut market = market();
    market.open_account("M1");
    market.until("2026-10-03T08:00:00+02:00");
    market.sell(vec![top_up("M1", 1_000)], &[("cash", 1_000, None)]);
    market.sells("2026-10-03T08:10:00+02:00");
    market.closes("2026-10-03T13:00:00+02:00");
    for day in ["2026-10-31", "2026-11-07"] {
        market_day(&mut market, day, Some("Die"), &["08:10", "09:00"]);
    }
    market.sells("2026-11-14T08:10:00+01:00");
    market
        .write(Fact::Member(moves(
            &[("M1", -300)],
            Some(etal::domain::member::MoveReason::Mistake),
        )))
        .unwrap();

    let october = market.period("2026-10-01", "2026-10-31");
    assert_eq!(october.closings, ["A-Z1", "A-Z2"]);
    assert!(october.open.is_empty() && october.accounts.is_empty());
    let november = market.period("2026-11-01", "2026-11-30");
    assert_eq!(november.closings, ["A-Z3"]);
    assert_eq!(november.open, ["2026-11-14"]);
    assert_eq!(november.accounts.len(), 1);
    assert_eq!(november.accounts[0].1, cents(1_000));
    assert!(
        market
            .period("2025-01-01", "2025-12-31")
            .closings
            .is_empty()
    );

    let mut added = Figures::default();
    for name in &october.closings {
        let sums = sums(&market.store, Span::Closing(name.clone()));
        let Found::Closing(_, Some(seen)) =
            market.store.answer(&Ask::Closing(name.clone())).unwrap()
        else {
            panic!("{name}");
        };
        assert_eq!(sums.figures.turnover, seen.closing.figures.turnover);
        assert_eq!(sums.figures.vat, seen.closing.figures.vat);
        added.add(&seen.closing.figures);
    }
    let whole = Span::Closed {
        from: "2026-10-01".to_owned(),
        to: "2026-10-31".to_owned(),
    };
    let whole = sums(&market.store, whole).figures;
    assert_eq!((whole.turnover, &whole.vat), (added.turnover, &added.vat));
    assert_eq!(whole.producers, added.producers);
    let nothing = sums(&market.store, Span::Closing("A-Z99".to_owned()));
    assert_eq!(nothing.figures, Figures::default());

    let Found::Months(months) = market.store.answer(&Ask::Months).unwrap() else {
        panic!("no months");
    };
    let month = |month: &str, closings, tickets, turnover| MonthSeen {
        month: month.to_owned(),
        closings,
        tickets,
        turnover: cents(turnover),
    };
    assert_eq!(
        months,
        [month("2026-11", 1, 2, 202), month("2026-10", 2, 3, 303),]
    );
}
