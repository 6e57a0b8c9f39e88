//! Accounts: what stands on them, whose they are, and how somebody is forgotten.

use etal::{
    domain::{
        ids::Id,
        journal::Fact,
        member::{MemberChange, MoveReason, Standing},
        money::Money,
    },
    store::{Depth, Store, StoreError},
};

use crate::{
    counter::{cents, opening},
    market::{Market, contact, market, member, moves, top_up},
};

#[test]
fn a_top_up_a_purchase_and_a_transfer_stand_on_the_statement_newest_first() {
    let mut market = market();
    market.open_account("MARIE");
    market.open_account("PAUL");
    let first = market.sell(vec![top_up("MARIE", 3_000)], &[("card", 3_000, None)]);
    let second = market.sell(
        vec![market.goods(7, 3)],
        &[("account", 300, Some("MARIE")), ("cash", 21, None)],
    );
    let transfer = moves(
        &[("MARIE", -500), ("PAUL", 500)],
        Some(MoveReason::Transfer),
    );
    market.write(Fact::Member(transfer)).unwrap();
    let statement = market.statement("MARIE");
    let rows: Vec<_> = statement
        .moves
        .iter()
        .map(|it| {
            (
                it.ticket.clone(),
                it.reason,
                it.cents.cents(),
                it.balance.cents(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            (None, Some(MoveReason::Transfer), -500, 2_200),
            (Some(second), None, -300, 2_700),
            (Some(first), None, 3_000, 3_000),
        ]
    );
    assert_eq!(statement.account.balance, cents(2_200));
    assert_eq!(market.balance("PAUL"), 500);
    assert_eq!(statement.known, [("A".to_owned(), market.counter.at)]);
    let sums = market.sums();
    assert_eq!(sums.accounts, (cents(2_700), 0, Money::ZERO));
    assert_eq!(sums.figures.turnover, cents(321), "a top-up is no turnover");
}

#[test]
fn a_tab_is_below_zero_and_said_so() {
    let mut market = market();
    market.open_account("MARIE");
    let bread = market.goods(7, 1);
    market.sell(vec![bread], &[("account", 107, Some("MARIE"))]);
    assert_eq!(market.sums().accounts, (cents(-107), 1, cents(107)));
    assert_eq!(market.accounts()[0].balance, cents(-107));
}

#[test]
fn a_payment_by_account_says_whose() {
    let mut market = market();
    let bread = market.goods(7, 1);
    let refused = market.try_sell(vec![bread], &[("account", 107, None)]);
    assert!(matches!(refused, Err(StoreError::Unwritable(_))));
}

#[test]
fn money_moves_between_accounts_only_as_its_reason_allows() {
    let mut market = market();
    market.open_account("MARIE");
    let lopsided = moves(&[("MARIE", 500)], Some(MoveReason::Transfer));
    let refused = market.write(Fact::Member(lopsided));
    assert_eq!(refused, Err(StoreError::NotWhole("member")));
    let unknown = moves(&[("NOBODY", 500)], Some(MoveReason::Mistake));
    let refused = market.write(Fact::Member(unknown));
    assert!(matches!(refused, Err(StoreError::Unwritable(_))));
    assert_eq!(market.balance("MARIE"), 0);
}

#[test]
fn an_account_is_not_closed_while_something_stands_on_it() {
    let mut market = market();
    market.open_account("MARIE");
    market.sell(vec![top_up("MARIE", 1_000)], &[("cash", 1_000, None)]);
    for state in [Standing::Closed, Standing::Erased] {
        let mut closed = member("MARIE");
        closed.state = state;
        let change = MemberChange::of(Some(&member("MARIE")), closed);
        let refused = market.write(Fact::Member(change.clone()));
        assert_eq!(refused, Err(StoreError::BalanceStands(Id::known("MARIE"))));
    }
    market.sell(vec![top_up("MARIE", -1_000)], &[("cash", -1_000, None)]);
    let mut closed = member("MARIE");
    closed.state = Standing::Closed;
    let change = MemberChange::of(Some(&member("MARIE")), closed.clone());
    market.write(Fact::Member(change)).unwrap();
    assert_eq!(market.accounts()[0].member, closed);
}

/// Opens an account with its card.
fn save(market: &mut Market, id: &str, number: &str, cards: &[&str]) -> Result<(), StoreError> {
    let proposal = market.proposal(Fact::Member(MemberChange::of(None, member(id))));
    let contact = contact(id, number, &format!("Famille {id}"), cards);
    market
        .store
        .save_member(proposal, Some(&contact))
        .map(|_| ())
}

#[test]
fn a_number_or_a_card_is_one_members_only() {
    let mut market = market();
    save(&mut market, "MARIE", "0117", &["CARTE-1"]).unwrap();
    assert_eq!(
        save(&mut market, "PAUL", "117", &[]),
        Err(StoreError::NumberTaken {
            number: "117".to_owned(),
            by: "Famille MARIE".to_owned()
        })
    );
    assert_eq!(
        save(&mut market, "PAUL", "118", &["CARTE-1"]),
        Err(StoreError::CardTaken {
            card: "CARTE-1".to_owned(),
            by: "Famille MARIE".to_owned()
        })
    );
    assert_eq!(market.accounts().len(), 1, "no account without its card");
    // A lost card is another's as soon as it is taken off.
    save(&mut market, "MARIE", "0117", &["CARTE-2"]).unwrap();
    save(&mut market, "PAUL", "118", &["CARTE-1"]).unwrap();
    let cards = market
        .accounts()
        .into_iter()
        .map(|it| it.contact.unwrap().cards.len());
    assert_eq!(cards.collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn who_is_erased_is_nowhere_in_the_files_and_the_tickets_stay_valid() {
    let dir = tempfile::tempdir().unwrap();
    let mut market = Market::at(Store::open(&opening(dir.path())).unwrap().0);
    save(&mut market, "MARIE", "117", &["CARTE-1"]).unwrap();
    market.sell(vec![top_up("MARIE", 100)], &[("cash", 100, None)]);
    market.sell(vec![top_up("MARIE", -100)], &[("cash", -100, None)]);
    market.store.checkpoint().unwrap();
    let holds = |what: &str| {
        ["etal.db", "etal.db-wal"].iter().any(|file| {
            let bytes = std::fs::read(dir.path().join(file)).unwrap_or_default();
            bytes.windows(what.len()).any(|it| it == what.as_bytes())
        })
    };
    assert!(holds("Famille MARIE") && holds("CARTE-1"));
    let mut erased = member("MARIE");
    erased.state = Standing::Erased;
    let change = MemberChange::of(Some(&member("MARIE")), erased);
    let proposal = market.proposal(Fact::Member(change));
    market.store.append(proposal, None).unwrap();
    assert!(!holds("Famille MARIE") && !holds("CARTE-1"));
    let account = market.statement("MARIE").account;
    assert_eq!(
        (account.contact, account.member.state),
        (None, Standing::Erased)
    );
    assert_eq!(market.statement("MARIE").moves.len(), 2);
    assert!(market.store.verify(Depth::Full).unwrap().is_clean());
    // Nobody is behind the reference any more, whatever comes.
    let proposal = market.proposal(Fact::Member(MemberChange::default()));
    let late = contact("MARIE", "117", "Famille MARIE", &[]);
    assert!(market.store.save_member(proposal, Some(&late)).is_err());
}

#[test]
fn a_rebuild_carries_contact_cards_over() {
    let dir = tempfile::tempdir().unwrap();
    let mut market = Market::at(Store::open(&opening(dir.path())).unwrap().0);
    save(&mut market, "MARIE", "117", &["CARTE-1"]).unwrap();
    let before = market.accounts();
    let Market { store, counter } = market;
    store.close().unwrap();
    let report = Store::rebuild(&opening(dir.path())).unwrap();
    assert_eq!(report.beside, etal::store::Beside::Kept);
    let (store, _) = Store::open(&opening(dir.path())).unwrap();
    let mut market = Market { store, counter };
    assert_eq!(market.accounts(), before);
    let taken = save(&mut market, "PAUL", "118", &["CARTE-1"]);
    assert!(matches!(taken, Err(StoreError::CardTaken { .. })));
    let report = market.store.verify(Depth::Full).unwrap();
    assert_eq!(report.outside[2], ("contact", 1));
}
