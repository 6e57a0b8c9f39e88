//! Contrôle: what the screen says, a check on the record, and the copy that is taken away.

use std::{fs, os::unix::fs::PermissionsExt};

use etal::{
    app::carrier::Carriage,
    domain::{
        ids::Id,
        journal::{Fact, Proposal},
        member::{Contact, Member, MemberChange, Person, Standing},
        money::Money,
    },
    ui::{
        event::{Carried, Carry},
        words::Language,
    },
};
use expect_test::expect;
use rusqlite::{Connection, OpenFlags};

use crate::{
    kit::{Stall, label, open},
    yard::{Yard, names},
};

/// A stall with a member, one closing, and a folder to copy to.
fn yard() -> Yard {
    let mut yard = Yard::new();
    let member = Member {
        id: Id::known("MARIE"),
        limit: Money::ZERO,
        year: None,
        state: Standing::Open,
    };
    let asker = yard.asker();
    let contact = Contact {
        member: member.id.clone(),
        number: label("117"),
        people: vec![Person {
            name: label("Zurfluh Marie"),
            phone: None,
            email: None,
        }],
        cards: Vec::new(),
    };
    let proposal = Proposal {
        uid: asker.uid,
        at: asker.at,
        operator: asker.operator,
        fact: Fact::Member(MemberChange::of(None, member)),
    };
    yard.store.save_member(proposal, Some(&contact)).unwrap();
    yard.close();
    fs::create_dir(yard.path("nas")).unwrap();
    yard
}

#[test]
fn the_copy_has_every_entry_no_name_and_nobody_can_write_to_it() {
    let mut yard = yard();
    let nas = yard.path("nas");
    let entries = yard.store.rows().unwrap();
    let told = yard.carry(Carry::Copy(nas.display().to_string()));
    let [Carried::Copied(path)] = &told[..] else {
        panic!("{told:?}");
    };
    let there = names(&nas);
    assert_eq!(there.len(), 3, "{there:?}");
    assert_eq!(
        fs::metadata(path).unwrap().permissions().mode() & 0o777,
        0o444
    );
    let bytes = fs::read(path).unwrap();
    assert!(!bytes.windows(7).any(|it| it == b"Zurfluh"));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let copy = Connection::open_with_flags(path, flags).unwrap();
    let count = |table: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        copy.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    // The bundles that were copied first are on the record, and so in the copy.
    assert_eq!(u64::try_from(count("journal")), Ok(entries + 1));
    assert_eq!(count("contact"), 0);
    assert_eq!(count("closing"), 1);
    assert_eq!(names(&yard.path("data")), ["outbox"]);
    let exports = yard.exports();
    assert_eq!(exports.len(), 2);
    assert!(exports[1].contains("journal_"), "{exports:?}");
}

fn stall(yard: Yard) -> (Stall, tempfile::TempDir) {
    let carrier = yard.carrier();
    let mut stall = open(yard.store, Language::French, None);
    stall.till = stall.till.with_carriage(Carriage::Here(Box::new(carrier)));
    (stall, yard.dir)
}

/// What stands on a page besides hashes and keys, which every change of an entry changes.
fn without_hashes(page: &str) -> String {
    let hex = |word: &str| word.len() == 32 && word.bytes().all(|it| it.is_ascii_hexdigit());
    let words = page.split_inclusive([' ', '\n']);
    words
        .map(|word| {
            let bare = word.trim_end();
            word.replace(bare, if hex(bare) { HASH } else { bare })
        })
        .collect()
}

/// Stands for a hash, as wide as half of one.
const HASH: &str = "................................";

#[test]
fn the_screen_tells_an_inspector_who_this_till_is() {
    let (mut stall, _dir) = stall(yard());
    stall.press("<esc>I").rest();
    let page = stall.screen();
    expect![[r#"
        │ CONTRÔLE · Marché de Die · sam. 21 nov. · Léa                 Ticket 1 · 10:42 │ [Title]
        │┌ Cette caisse et sa preuve ───────────────────────────────────────────────────┐│ [Quiet]
        ││ Logiciel                 Étal (etal test), licence GPL-3.0-or-later          ││ [Quiet]
        ││ Attestation              aucune                                              ││ [Quiet]
        ││ Étal                     Marché de Die                                       ││ [Quiet]
        ││ Caisse                   A, n° H229ZPKF, époque 1                            ││ [Quiet]
        ││ Clé publique (Ed25519)   ................................                    ││ [Quiet]
        ││                          ................................                    ││ [Quiet]
        ││ En service depuis        21/11/2026 10:42                                    ││ [Quiet]
        ││ Journal                  8 écritures, dont 0 tickets                         ││ [Quiet]
        ││ Dernière écriture        1-8, le 21/11/2026 10:42                            ││ [Quiet]
        ││ Début de l’empreinte     ................................                    ││ [Quiet]
        ││ Dernière vérification    jamais consignée                                    ││ [Quiet]
        ││ Clôtures                 jours (Z) : 1, mois : 0, exercices : 0              ││ [Quiet]
        ││ Dernier Z                A-Z1, sam. 21 nov., fait le 21/11/2026 10:42        ││ [Quiet]
        ││ Totaux perpétuels du Z   0,00 € ; sans signe 0,00 €                          ││ [Quiet]
        ││ Avec ce qui est ouvert   0,00 € ; sans signe 0,00 €                          ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ V Tout vérifier  J Écritures  E Copie  ! Imprimer  Échap Retour  ? Aide        │ [Key, Quiet]
    "#]].assert_eq(&without_hashes(&page));
}

#[test]
fn a_check_is_on_the_record_and_the_page_on_paper() {
    let (mut stall, _dir) = stall(yard());
    stall.press("<esc>IV").rest();
    let page = stall.screen();
    assert!(page.contains("tout concorde"), "{page}");
    let events = stall.entries("event");
    assert!(
        events.iter().any(|it| it.contains("\"verify\"")),
        "{events:?}"
    );
    stall.press("!").rest();
    expect![[r#"
                      Marché de Die
        Contrôle
        ------------------------------------------
        Logiciel
          Étal (etal test), licence
          GPL-3.0-or-later
        Attestation
          aucune
        Étal
          Marché de Die
        Caisse
          A, n° H229ZPKF, époque 1
        Clé publique (Ed25519)
          ................................
          ................................
        En service depuis
          21/11/2026 10:42
        Journal
          10 écritures, dont 0 tickets
        Dernière écriture
          1-10, le 21/11/2026 10:42
        Début de l’empreinte
          ................................
        Dernière vérification
          21/11/2026 10:42 : tout concorde
        Clôtures
          jours (Z) : 1, mois : 0, exercices : 0
        Dernier Z
          A-Z1, sam. 21 nov., fait le 21/11/2026
          10:42
        Totaux perpétuels du Z
          0,00 € ; sans signe 0,00 €
        Avec ce qui est ouvert
          0,00 € ; sans signe 0,00 €"#]]
    .assert_eq(&without_hashes(&stall.paper().join("\n")));
}

#[test]
fn a_copy_goes_where_somebody_chose() {
    let (mut stall, dir) = stall(yard());
    stall.press("<esc>IE").rest();
    let page = stall.screen();
    assert!(page.contains("Où va la copie"), "{page}");
    // The machine of a test may have sticks of its own: the folder of the settings is the last.
    stall.press("<down><down><down><down><enter>").rest();
    let page = stall.screen();
    assert!(
        page.contains("La copie pour le contrôleur est dans"),
        "{page}"
    );
    assert_eq!(names(&dir.path().join("nas")).len(), 3);
}

#[test]
fn without_a_stick_the_screen_says_what_to_do() {
    let yard = yard();
    let carrier = crate::yard::carrier(&yard.path("data"), Vec::new());
    if !carrier.places().is_empty() {
        return;
    }
    let mut stall = open(yard.store, Language::English, None);
    stall.till = stall.till.with_carriage(Carriage::Here(Box::new(carrier)));
    stall.press("<esc>IE").rest();
    let page = stall.screen();
    assert!(page.contains("No USB stick and no folder"), "{page}");
}
