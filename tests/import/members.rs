//! Members come in from files: whose account each row is, what it starts with, and what is refused.

use etal::{
    domain::{
        asking::AccountRow,
        member::{Contact, MoveReason, Person, Standing},
    },
    exchange::members::{self, MatchedBy, MemberField, MemberFile, MemberFormat, MemberImport},
};
use proptest::prelude::*;

use super::*;

/// The members of a stall, as imports change them.
struct Hall {
    accounts: Vec<AccountRow>,
    mint: Mint,
}

impl Hall {
    fn new() -> Self {
        Self {
            accounts: Vec::new(),
            mint: Mint::new([4; 32]),
        }
    }

    fn read(&mut self, bytes: &[u8], bad_rows: BadRows) -> Result<MemberImport, FileRefusal> {
        let file = MemberFile {
            bytes,
            format: None,
            bad_rows,
            accounts: &self.accounts,
        };
        members::import(&file, &mut self.mint)
    }

    /// The import itself; entries are written as the journal would.
    fn import(&mut self, text: impl AsRef<[u8]>) -> MemberImport {
        let import = self.read(text.as_ref(), BadRows::Refuse).unwrap();
        self.write(&import);
        import
    }

    fn write(&mut self, import: &MemberImport) {
        for entry in &import.entries {
            let member = entry.change.members.first().cloned();
            assert!(entry.change.adds_up());
            let moved = entry.change.moves.iter().map(|it| it.cents).sum();
            let mine = |it: &&mut AccountRow| it.member.id == entry.contact.member;
            match self.accounts.iter_mut().find(mine) {
                Some(row) => {
                    row.member = member.unwrap_or_else(|| row.member.clone());
                    row.contact = Some(entry.contact.clone());
                    row.balance += moved;
                }
                None => self.accounts.push(AccountRow {
                    member: member.unwrap(),
                    contact: Some(entry.contact.clone()),
                    balance: moved,
                }),
            }
        }
    }

    fn contact(&self, number: &str) -> &Contact {
        self.contacts()
            .find(|it| it.number.as_str() == number)
            .unwrap()
    }

    fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.accounts.iter().filter_map(|it| it.contact.as_ref())
    }

    /// Number and balance of each account.
    fn balances(&self) -> Vec<(&str, i64)> {
        let rows = self.accounts.iter();
        rows.map(|it| {
            let number = it.contact.as_ref().unwrap().number.as_str();
            (number, it.balance.cents())
        })
        .collect()
    }

    /// Line, column and reason of each refusal.
    fn refused(&mut self, text: &str) -> Vec<(u32, String, &'static str)> {
        let import = self.read(text.as_bytes(), BadRows::Refuse).unwrap();
        assert!(import.entries.is_empty(), "all or nothing");
        let refused = import.refused.into_iter();
        refused
            .map(|it| (it.line, it.column.unwrap_or_default(), it.reason.id()))
            .collect()
    }
}

fn person(name: &str, phone: Option<&str>, email: Option<&str>) -> Person {
    Person {
        name: label(name),
        phone: phone.map(label),
        email: email.map(label),
    }
}

const OWN: &str = "number;name;phone;email;opening_balance;limit
0117;Dupont Marie;06 12 34 56 78;marie@exemple.fr;23,40;10
118;Garcia Luc;;luc@exemple.fr;-4,50;20,00
119;Roche Anne;;;;
";

const CAMAP: &str = "prénom;nom;E-mail;téléphone portable;prénom conjoint;nom conjoint;\
E-mail conjoint;téléphone portable conjoint;adresse1;adresse2;code postal;ville
Marie;Dupont;marie@exemple.fr;0612345678;Jean;Dupont;jean@exemple.fr;0687654321;1 rue;;26150;Die
Luc;Garcia;luc@exemple.fr;;;;;;;;26150;Die
Anne;Roche;;0475123456;;;;;;;26150;Die
";

const FOODSOFT: &str =
    "id;Name;Description;Account balance;created_on;Contact person;Phone;Address;\
break_start;break_end;Last activity;Last order
12;Les Pissenlits;;12.30;2024-01-05;Marie Dupont;0612345678;1 rue;;;;
13;Famille Garcia;;-7.00;2024-01-05;Famille Garcia;;;;;;
";

#[test]
fn our_own_list_opens_accounts_with_what_stood_on_them() {
    let mut hall = Hall::new();
    let import = hall.import(OWN);
    assert_eq!(import.format, MemberFormat::Etal);
    assert_eq!((import.added.len(), import.opening), (3, cents(1_890)));
    assert_eq!(
        hall.balances(),
        [("0117", 2_340), ("118", -450), ("119", 0)]
    );
    let reasons = import.entries.iter().map(|it| it.change.reason);
    let opening = Some(MoveReason::Opening);
    assert_eq!(reasons.collect::<Vec<_>>(), [opening, opening, None]);
    assert_eq!(hall.accounts[0].member.limit, cents(1_000));
    assert_eq!(hall.accounts[2].member.limit, Money::ZERO);
    let marie = person(
        "Dupont Marie",
        Some("06 12 34 56 78"),
        Some("marie@exemple.fr"),
    );
    assert_eq!(hall.contact("0117").people, [marie]);
}

#[test]
fn the_same_list_twice_changes_nothing_whatever_its_format() {
    for (text, format) in [
        (OWN, MemberFormat::Etal),
        (CAMAP, MemberFormat::Camap),
        (FOODSOFT, MemberFormat::Foodsoft),
    ] {
        let mut hall = Hall::new();
        assert_eq!(hall.import(text).format, format);
        let before = hall.accounts.clone();
        let again = hall.import(text);
        assert_eq!((again.added.len(), again.changed.len()), (0, 0));
        assert_eq!(again.unchanged, again.rows);
        assert_eq!(hall.accounts, before);
    }
}

#[test]
fn a_household_of_camap_is_one_account_of_two_people_with_the_next_number() {
    let mut hall = Hall::new();
    hall.import("number;name\n41;Blanc Zoé\n");
    let import = hall.import(CAMAP);
    let numbers = hall.contacts().map(|it| it.number.as_str());
    assert_eq!(numbers.collect::<Vec<_>>(), ["41", "42", "43", "44"]);
    assert_eq!(
        hall.contact("42").people,
        [
            person("Dupont Marie", Some("0612345678"), Some("marie@exemple.fr")),
            person("Dupont Jean", Some("0687654321"), Some("jean@exemple.fr")),
        ]
    );
    let rules: Vec<&str> = import.rules.iter().map(|it| it.rule.said().id).collect();
    assert_eq!(
        rules,
        ["import-rule-next-number", "import-rule-columns-left"]
    );
    assert_eq!(import.rules[0].lines, [2, 3, 4]);
}

#[test]
fn an_ordergroup_of_foodsoft_keeps_its_name_and_who_answers_for_it() {
    let mut hall = Hall::new();
    hall.import(FOODSOFT);
    assert_eq!(hall.balances(), [("12", 1_230), ("13", -700)]);
    assert_eq!(
        hall.contact("12").people,
        [
            person("Les Pissenlits", None, None),
            person("Marie Dupont", Some("0612345678"), None),
        ]
    );
    assert_eq!(
        hall.contact("13").people,
        [person("Famille Garcia", None, None)]
    );
}

#[test]
fn a_member_is_known_by_number_else_by_e_mail_else_by_name_and_telephone() {
    let mut hall = Hall::new();
    hall.import(CAMAP);
    let import = hall.import(
        "numéro;nom;téléphone;courriel;solde;ardoise;carte;année\n\
         1;Dupont Marie;;;99;15;3760123456784 0042;2026\n\
         ;Garcia Luc;0699999999;LUC@exemple.fr;;;;\n\
         ;roche anne;+33 4 75 12 34 56;;;;;\n",
    );
    let changed = import
        .changed
        .iter()
        .map(|it| (it.number.as_str(), it.by, &*it.fields));
    assert_eq!(
        changed.collect::<Vec<_>>(),
        [
            (
                "1",
                MatchedBy::Number,
                [MemberField::Cards, MemberField::Limit, MemberField::Year].as_slice()
            ),
            ("2", MatchedBy::Email, &[MemberField::People]),
            ("3", MatchedBy::NameAndPhone, &[MemberField::People]),
        ]
    );
    let rules: Vec<&str> = import.rules.iter().map(|it| it.rule.said().id).collect();
    let wanted = [
        "import-rule-by-email",
        "import-rule-by-name",
        "import-rule-opening-left",
    ];
    assert_eq!(rules, wanted);
    assert_eq!(
        hall.balances(),
        [("1", 0), ("2", 0), ("3", 0)],
        "never a second opening"
    );
    let marie = hall.contact("1");
    assert_eq!(marie.cards, [label("3760123456784"), label("0042")]);
    assert_eq!(marie.people.len(), 2, "what a row leaves out stays");
    assert_eq!(hall.accounts[0].member.year, Some(2026));
    hall.import("numéro;nom;nom 2;ardoise;carte\n01;Dupont Marie;-;-;-\n");
    let marie = hall.contact("1");
    assert_eq!((marie.people.len(), marie.cards.len()), (1, 0));
    assert_eq!(hall.accounts[0].member.limit, Money::ZERO);
}

#[test]
fn the_second_person_of_a_household_is_known_by_her_own_address() {
    let mut hall = Hall::new();
    hall.import(CAMAP);
    hall.import("nom;e-mail;téléphone\nDupont Jean;jean@exemple.fr;0600000000\n");
    let people = &hall.contact("1").people;
    assert_eq!(people[0].name, label("Dupont Marie"));
    assert_eq!(people[1].phone, Some(label("0600000000")));
}

#[test]
fn a_row_that_cannot_be_is_named_with_its_column_and_nothing_is_imported() {
    let head = "numéro;nom;téléphone;e-mail;solde;ardoise;carte;année\n";
    for (row, column, reason) in [
        ("1;;;;;;;", "nom", "import-member-name-missing"),
        ("0001 2;A;;;;;;", "numéro", "import-member-number"),
        (
            "1;A;marie@exemple.fr;;;;;",
            "téléphone",
            "import-member-phone",
        ),
        ("1;A;;marie;;;;", "e-mail", "import-member-email"),
        ("1;A;;;douze;;;", "solde", "import-not-a-number"),
        ("1;A;;;1.234;;;", "solde", "import-ambiguous"),
        ("1;A;;;;-5;;", "ardoise", "import-negative"),
        ("1;A;;;;;12;", "carte", "import-member-card"),
        (
            "1;A;;;;;3,76012E+12;",
            "carte",
            "import-member-card-rounded",
        ),
        ("1;A;;;;;;26", "année", "import-member-year"),
        ("1;A;;;2,50;;;;x", "", "import-row-wide"),
    ] {
        let refused = Hall::new().refused(&format!("{head}{row}\n9;Sage Eva;;;;;;\n"));
        assert_eq!(refused, [(2, column.to_owned(), reason)], "{row}");
    }
}

#[test]
fn two_rows_that_could_be_one_account_are_both_refused() {
    for (text, reason) in [
        ("numéro;nom\n7;A\n007;B\n", "import-member-number-twice"),
        ("nom;carte\nA;0042\nB;0042\n", "import-member-card-twice"),
        (
            "nom;e-mail\nA;x@y.fr\nB;X@Y.fr\n",
            "import-member-same-people",
        ),
        ("nom\nA B\na b\n", "import-member-same-people"),
    ] {
        let refused = Hall::new().refused(text);
        let lines = refused.iter().map(|it| (it.0, it.2));
        assert_eq!(
            lines.collect::<Vec<_>>(),
            [(2, reason), (3, reason)],
            "{text}"
        );
    }
    let mut hall = Hall::new();
    hall.import(CAMAP);
    let refused = hall.refused("numéro;nom;e-mail\n1;Dupont;\n;Dupont Jean;jean@exemple.fr\n");
    assert_eq!(
        refused.iter().map(|it| it.2).collect::<Vec<_>>(),
        ["import-member-same"; 2]
    );
}

#[test]
fn a_card_of_another_a_second_number_and_a_closed_account_are_refused() {
    let mut hall = Hall::new();
    hall.import("numéro;nom;e-mail;carte\n1;Dupont;d@y.fr;0042\n2;Garcia;g@y.fr;\n3;Roche;;\n");
    let one = |hall: &mut Hall, text: &str| hall.refused(text).remove(0).2;
    let taken = one(&mut hall, "numéro;nom;carte\n2;Garcia;0042\n");
    assert_eq!(taken, "import-member-card-taken");
    let other = one(&mut hall, "numéro;nom;e-mail\n8;Dupont;d@y.fr\n");
    assert_eq!(other, "import-member-other-number");
    hall.import("numéro;nom;e-mail\n4;Petit;g@y.fr\n5;Grand;d@y.fr\n".replace("@y", "@z"));
    hall.accounts[2].member.state = Standing::Closed;
    assert_eq!(
        one(&mut hall, "numéro;nom\n3;Roche\n"),
        "import-member-closed"
    );
    hall.accounts[1].contact.as_mut().unwrap().people[0].email = Some(label("d@y.fr"));
    let two = one(&mut hall, "nom;e-mail\nDupont;d@y.fr\n");
    assert_eq!(two, "import-member-two");
}

#[test]
fn good_rows_are_taken_beside_bad_ones_only_when_asked() {
    let text = "nom;e-mail\nDupont Marie;marie\nGarcia Luc;luc@exemple.fr\n";
    let mut hall = Hall::new();
    assert_eq!(hall.refused(text).len(), 1);
    let import = hall.read(text.as_bytes(), BadRows::Skip).unwrap();
    assert_eq!((import.entries.len(), import.refused_rows()), (1, 1));
}

#[test]
fn letters_of_windows_and_a_file_that_is_no_list_of_members() {
    let mut hall = Hall::new();
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("numéro;nom\n1;Lefèvre Zoé\n");
    hall.import(bytes);
    assert_eq!(hall.contact("1").people[0].name, label("Lefèvre Zoé"));
    let refused = hall.read(b"code;prix\n12;2,00\n", BadRows::Refuse);
    assert!(matches!(
        refused,
        Err(FileRefusal::UnknownMembersHeader { .. })
    ));
}

proptest! {
    #[test]
    fn whatever_is_taken_is_taken_once(
        rows in prop::collection::vec(
            ("[1-9]?", "[AB]( [CD])?", "(06 1[12])?", "([ab]@x[.]fr)?", "(-?[1-9],00)?"), 1..7,
        ),
    ) {
        let rows: Vec<String> = rows
            .into_iter()
            .map(|(number, name, phone, email, balance)| {
                format!("{number};{name};{phone};{email};{balance}")
            })
            .collect();
        let text = format!("numéro;nom;téléphone;e-mail;solde\n{}\n", rows.join("\n"));
        let mut hall = Hall::new();
        let first = hall.read(text.as_bytes(), BadRows::Skip).unwrap();
        hall.write(&first);
        let before = hall.accounts.clone();
        let again = hall.read(text.as_bytes(), BadRows::Skip).unwrap();
        prop_assert!(again.added.len() <= first.refused_rows(), "{text}\n{again:?}");
        hall.write(&again);
        let total = |rows: &[AccountRow]| rows.iter().map(|it| it.balance).sum::<Money>();
        if first.refused.is_empty() {
            prop_assert_eq!(total(&hall.accounts), total(&before), "{}", text);
        }
        let mut numbers: Vec<&str> = hall.contacts().map(|it| it.number.as_str()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        prop_assert_eq!(numbers.len(), hall.accounts.len());
    }

    #[test]
    fn no_file_stops_the_till(text in "(nom|numéro|e-mail|;|\n|\"|@|[0-9a-z]){0,40}") {
        let _ = Hall::new().read(text.as_bytes(), BadRows::Skip);
    }
}
