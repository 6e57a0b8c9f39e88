//! Finding somebody as a stallholder asks for her.

use proptest::prelude::*;

use super::{
    super::member::{Member, Person},
    *,
};

fn account(reference: &str, number: &str, names: &[&str], balance: i64) -> AccountRow {
    let member = Id::known(reference);
    let person = |name: &&str| Person {
        name: Label::new(name).unwrap(),
        phone: None,
        email: None,
    };
    AccountRow {
        member: Member {
            id: member.clone(),
            limit: Money::ZERO,
            year: None,
            state: Standing::Open,
        },
        contact: Some(Contact {
            member,
            number: Label::new(number).unwrap(),
            people: names.iter().map(person).collect(),
            cards: vec![Label::new(&format!("CARD{number}")).unwrap()],
        }),
        balance: Money::from_cents(balance).unwrap(),
    }
}

fn market() -> Members {
    Members::of(vec![
        account("M1", "0117", &["Dupont Marie"], 2_340),
        account("M2", "0042", &["Dupont-Roy Jean", "Évrard Zoé"], -600),
        account("M3", "0007", &["Martin Dupré"], 0),
        account("M4", "0117-B", &["Blandupin Élise"], 5_210),
    ])
}

fn found(members: &Members, typed: &str) -> Vec<String> {
    let rows = members.find(typed, 10).into_iter();
    rows.map(|row| row.member.id.to_string()).collect()
}

#[test]
fn names_that_begin_so_come_before_words_and_words_before_what_is_inside() {
    let members = market();
    assert_eq!(found(&members, "dup"), ["M1", "M2", "M3", "M4"]);
    assert_eq!(found(&members, "ROY"), ["M2"]);
    assert_eq!(found(&members, "elise"), ["M4"]);
    assert_eq!(found(&members, "xyz"), Vec::<String>::new());
}

#[test]
fn either_of_a_household_is_found_and_the_household_once() {
    let members = market();
    assert_eq!(found(&members, "evr"), ["M2"]);
    assert_eq!(found(&members, "zo"), ["M2"]);
    let jean = account("M9", "9", &["Petit Jean", "Petit Anne"], 0);
    assert_eq!(found(&Members::of(vec![jean]), "petit"), ["M9"]);
}

#[test]
fn a_number_names_its_member_with_or_without_its_zeros() {
    let members = market();
    assert_eq!(found(&members, "117"), ["M1", "M4"]);
    assert_eq!(found(&members, "0117"), ["M1", "M4"]);
    assert_eq!(found(&members, "7").first().map(String::as_str), Some("M3"));
    let row = members.by_number("00117").unwrap();
    assert_eq!(row.member.id, Id::known("M1"));
    assert_eq!(members.free_number(), "118");
}

#[test]
fn a_card_names_its_member() {
    let members = market();
    let row = members.by_card("CARD0042").unwrap();
    assert_eq!(row.member.id, Id::known("M2"));
    assert_eq!(members.by_card("CARD"), None);
}

#[test]
fn who_closed_her_account_comes_after_who_has_one() {
    let mut closed = account("M0", "1", &["Dupont Anne"], 0);
    closed.member.state = Standing::Closed;
    let open = account("M1", "2", &["Dupont Zoé"], 0);
    assert_eq!(found(&Members::of(vec![closed, open]), "dup"), ["M1", "M0"]);
}

#[test]
fn nobody_gets_a_number_or_card_of_another() {
    let members = market();
    let mut contact = account("M9", "117", &["Somebody New"], 0).contact.unwrap();
    let (taken, whose) = members.taken(&contact).unwrap();
    assert_eq!((taken, &whose.member.id), (Taken::Number, &Id::known("M1")));
    contact.number = Label::new("500").unwrap();
    let card = Label::new("CARD0007").unwrap();
    contact.cards = vec![card.clone()];
    let (taken, whose) = members.taken(&contact).unwrap();
    assert_eq!(taken, Taken::Card(card));
    assert_eq!(whose.member.id, Id::known("M3"));
    contact.member = Id::known("M3");
    assert_eq!(members.taken(&contact), None, "her own");
}

#[test]
fn a_new_balance_and_a_new_name_are_taken_in() {
    let mut members = market();
    let totals = members.totals();
    assert_eq!(
        (totals.credits.cents(), totals.debts.cents()),
        (7_550, -600)
    );
    assert_eq!(totals.debtors, 1);
    members.take_in(account(
        "M2",
        "0042",
        &["Dupont-Roy Jean", "Évrard Zoé"],
        100,
    ));
    assert_eq!(
        members.by_id(&Id::known("M2")).unwrap().balance.cents(),
        100
    );
    members.take_in(account("M3", "0008", &["Lenoir Paul"], 0));
    assert_eq!(found(&members, "lenoir"), ["M3"]);
    assert_eq!(members.by_number("7"), None);
    let mut erased = account("M3", "0008", &["Lenoir Paul"], 0);
    erased.contact = None;
    erased.member.state = Standing::Erased;
    members.take_in(erased);
    assert!(found(&members, "lenoir").is_empty());
    assert_eq!(members.known().count(), 3);
    assert!(members.by_id(&Id::known("M3")).is_some());
}

#[test]
fn all_accounts_are_taken_in_whether_names_changed_or_only_balances() {
    let mut members = market();
    let mut rows: Vec<AccountRow> = members.known().cloned().collect();
    rows.reverse();
    rows[0].balance = Money::from_cents(7).unwrap();
    let (id, other) = (rows[0].member.id.clone(), rows[1].member.id.clone());
    members.take_all(&rows);
    assert_eq!(members.by_id(&id).unwrap().balance.cents(), 7);
    rows[1] = account(other.as_str(), "900", &["Zidane Lou"], 0);
    members.take_all(&rows);
    assert_eq!(found(&members, "zid"), [other.as_str()]);
    rows.pop();
    members.take_all(&rows);
    assert_eq!(members.known().count(), 3);
}

proptest! {
    #[test]
    fn any_three_letters_of_a_name_find_whose_it_is(
        names in prop::collection::vec("[A-Za-zé]{3,9} [A-Zé][a-z]{2,6}", 1..30),
        at in 0..30_usize,
        from in 0..9_usize,
    ) {
        let rows: Vec<AccountRow> = names
            .iter()
            .enumerate()
            .map(|(place, name)| account(&format!("R{place}"), &format!("{place}"), &[name], 0))
            .collect();
        let members = Members::of(rows);
        let at = at % names.len();
        let folded = fold(&names[at]);
        let from = from % (folded.len() - 2);
        let found = members.find(&folded[from..from + 3], 60);
        let reference = Id::known(&format!("R{at}"));
        prop_assert!(found.iter().any(|row| row.member.id == reference));
    }
}
