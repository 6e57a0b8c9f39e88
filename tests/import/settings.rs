//! Settings as a file: shown, changed by a person, applied.

use etal::{
    domain::{
        catalogue::CatalogueChange,
        ids::Id,
        money::Percent,
        settings::{Counted, Drawer, SettingsChange, TenderKind},
    },
    exchange::settings::{self, SettingsFileRefusal, SettingsReason},
    ui::words::{Language, Words},
};

use super::*;

impl Stall {
    pub fn show(&self) -> String {
        settings::show(&self.settings, &self.catalogue, |id| {
            Words::of(Language::English).say(id)
        })
    }

    pub fn read_settings(
        &mut self,
        text: &str,
    ) -> Result<(SettingsChange, CatalogueChange), SettingsFileRefusal> {
        settings::read(text, &self.settings, &self.catalogue, &mut self.mint)
    }

    pub fn apply(&mut self, text: &str) {
        let (settings, catalogue) = self.read_settings(text).unwrap();
        self.settings.apply(&settings);
        self.catalogue.apply(&catalogue);
    }

    /// Line, column and reason of a refusal.
    pub fn refused(&mut self, text: &str) -> (u32, u32, SettingsReason) {
        let refusal = self.read_settings(text).unwrap_err();
        (refusal.line, refusal.column, refusal.reason)
    }
}

#[test]
fn a_new_stall_shows_all_of_its_settings_and_reading_them_changes_nothing() {
    let mut stall = Stall::new();
    let text = stall.show();
    for part in [
        "[stall]",
        "[[tenders]]",
        "[[vat_rates]]",
        "[rules]",
        "[[departments]]",
        "[[producers]]",
        "[[quick_keys]]",
        "cash_limit = \"1000.00\"",
        "rate = \"5.5\"",
        "producer = \"Marché de Die\"",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let (settings, catalogue) = stall.read_settings(&text).unwrap();
    assert!(settings.is_empty() && catalogue.is_empty());
}

#[test]
fn what_a_file_leaves_out_stays() {
    let mut stall = Stall::new();
    let before = stall.settings.clone();
    assert_eq!(stall.read_settings("").unwrap(), Default::default());
    stall.apply(
        "[rules]\ncash_limit = 300\n[stall]\nsiret = \"123 456 789 00012\"\nthanks = \"\"\n\
         address = [\"Place du Champ\", \"26150 Die\"]\n",
    );
    assert_eq!(stall.settings.rules.cash_limit.cents(), 30_000);
    assert_eq!(stall.settings.rules.tariff_step, before.rules.tariff_step);
    assert_eq!(stall.settings.stall.name, before.stall.name);
    assert_eq!(stall.settings.stall.siret, Some(label("123 456 789 00012")));
    assert_eq!(stall.settings.stall.thanks, None);
    assert_eq!(stall.settings.stall.address.len(), 2);
    assert_eq!(stall.settings.tenders, before.tenders);
}

#[test]
fn a_means_of_payment_needs_a_name_and_a_kind_and_gets_the_rest() {
    let mut stall = Stall::new();
    stall.apply(
        "[[tenders]]\nid = \"cash\"\n[[tenders]]\nname = \"Gonette\"\nletter = \"n\"\nkind = \"other\"\n",
    );
    let [cash, local] = stall.settings.tenders.as_slice() else {
        panic!("two means of payment, not {:?}", stall.settings.tenders);
    };
    assert_eq!((cash.kind, cash.drawer), (TenderKind::Cash, Drawer::Opens));
    assert_eq!((local.letter, local.counted), (Some('N'), Counted::Total));
    assert_eq!(local.id.as_str().len(), 10);
    let id = local.id.clone();
    stall.apply("[[tenders]]\nid = \"cash\"\n[[tenders]]\nname = \"GONETTE\"\nletter = \"L\"\n");
    assert_eq!(stall.settings.tenders[1].id, id, "known by its name");
    assert_eq!(stall.settings.tenders[1].letter, Some('L'));
}

#[test]
fn departments_and_producers_come_and_stay_and_quick_keys_are_a_whole_list() {
    let mut stall = Stall::new();
    stall.apply(
        "[[departments]]\nname = \"Fleurs\"\nvat = 10\n\
         [[departments]]\nname = \"FRUITS\"\nid = \"fruits\"\n\
         [[producers]]\nname = \"Ferme des Lucioles\"\ncommission = \"8\"\nstatus = \"flat_rate\"\n\
         [[quick_keys]]\nletter = \"F\"\nlabel = \"Bouquets\"\ndepartment = \"fleurs\"\n\
         producer = \"Ferme des Lucioles\"\n\
         [[quick_keys]]\nid = \"key-legumes\"\nproducer = \"\"\n",
    );
    assert_eq!(stall.catalogue.departments().len(), 7);
    let fruits = stall.catalogue.department(&Id::known("fruits")).unwrap();
    assert_eq!((fruits.name.as_str(), fruits.vat), ("FRUITS", VatRate(550)));
    let farm = &stall.catalogue.producers()[1];
    assert_eq!(farm.commission, Percent(800));
    let [flowers, vegetables] = stall.catalogue.quick_keys() else {
        panic!("two quick keys, not {:?}", stall.catalogue.quick_keys());
    };
    assert_eq!((flowers.letter, flowers.vat), ('f', VatRate(1_000)));
    assert_eq!(flowers.producer.as_ref(), Some(&farm.id));
    assert_eq!(
        (vegetables.letter, vegetables.producer.as_ref()),
        ('l', None)
    );
    let (settings, catalogue) = stall.read_settings(&stall.show()).unwrap();
    assert!(settings.is_empty() && catalogue.is_empty());
}

/// Text, line, column and reason.
type Wrong<'a> = (&'a str, u32, u32, &'a str);

fn assert_refused(wrong: &[Wrong<'_>]) {
    for (text, line, column, id) in wrong {
        let refused = Stall::new().refused(text);
        let found = (refused.0, refused.1, refused.2.id());
        assert_eq!(found, (*line, *column, *id), "{text}");
    }
}

#[test]
fn a_value_that_cannot_be_is_named_where_it_stands() {
    assert_refused(&[
        ("[stall]\nname = \n", 2, 8, "settings-syntax"),
        ("[stall]\nnom = \"Die\"\n", 2, 1, "settings-unknown-key"),
        ("\u{feff}stalls = 1\n", 1, 1, "settings-unknown-key"),
        ("[stall]\nname = 3\n", 2, 8, "settings-wrong-type"),
        ("rules = 3\n", 1, 9, "settings-wrong-type"),
        ("[stall]\nname = \" \"\n", 2, 8, "settings-empty"),
        ("[rules]\ncash_limit = \"-1\"\n", 2, 14, "settings-amount"),
        ("[rules]\ncash_limit = 1e3\n", 2, 14, "settings-amount"),
        ("[rules]\nday_starts_at = 24\n", 2, 17, "settings-hour"),
        (
            "[rules]\nticket_discounts = \"pots\"\n",
            2,
            20,
            "settings-not-a-word",
        ),
        (
            "[[producers]]\nname = \"A\"\ncommission = \"101\"\n",
            3,
            14,
            "settings-commission",
        ),
        (
            "[[producers]]\ncommission = \"1\"\n",
            1,
            1,
            "settings-missing",
        ),
        ("[[departments]]\nname = \"A\"\n", 1, 1, "settings-missing"),
        (
            "[[departments]]\nname = \"A\"\nvat = 19.6\n",
            3,
            7,
            "settings-vat-unknown",
        ),
        (
            "[[departments]]\nname = \"fruits\"\nid = \"A\"\nvat = 20\n",
            2,
            8,
            "settings-name-twice",
        ),
        (
            "[[producers]]\nname=\"A\"\n[[producers]]\nname=\"a\"\nid=\"B\"",
            4,
            6,
            "settings-name-twice",
        ),
        (
            "[[producers]]\nname=\"A\"\nid=\"B\"\n[[producers]]\nname=\"C\"\nid=\"B\"",
            6,
            4,
            "settings-id-twice",
        ),
        (
            "[[producers]]\nname = \"A\"\nid = \"é\"\n",
            3,
            6,
            "settings-id",
        ),
    ]);
}

#[test]
fn a_part_that_cannot_be_is_named_where_it_stands() {
    let tender = "[[tenders]]\nid = \"cash\"\n[[tenders]]\nid = \"card\"\n";
    assert_refused(&[
        (
            "[[vat_rates]]\nrate = 5.5\nlabel = \"A\"\nfrom = \"1.1.14\"\n",
            4,
            8,
            "settings-date",
        ),
        ("vat_rates = []\n", 1, 13, "settings-vat-in-use"),
        ("tenders = []\n", 1, 11, "settings-no-cash"),
        (
            &format!("{tender}letter = \"D\"\n"),
            5,
            10,
            "settings-tender-letter",
        ),
        (
            &format!("{tender}letter = \"CC\"\n"),
            5,
            10,
            "settings-letter",
        ),
        (&format!("{tender}id = \"cash\"\n"), 5, 1, "settings-syntax"),
        (
            "[[tenders]]\nid=\"cash\"\n[[tenders]]\nid=\"cash\"\n",
            4,
            4,
            "settings-id-twice",
        ),
    ]);
}

#[test]
fn two_means_with_one_letter_are_refused_naming_both() {
    let mut stall = Stall::new();
    let text = stall.show().replace("letter = \"H\"", "letter = \"C\"");
    let (line, _, reason) = stall.refused(&text);
    assert_eq!(
        reason,
        SettingsReason::TenderLetterTwice {
            letter: 'C',
            one: "card".into(),
            other: "cheque".into()
        }
    );
    assert!(
        text.lines()
            .nth(line as usize - 1)
            .unwrap()
            .contains("letter")
    );
}

#[test]
fn a_quick_key_is_one_letter_of_every_keyboard_and_has_it_alone() {
    let key = |letter: &str| {
        format!("[[quick_keys]]\nlabel = \"Miel\"\nletter = \"{letter}\"\nvat = \"5.5\"\n")
    };
    let mut stall = Stall::new();
    for wrong in ["é", "è", "ç", "à", "1", "", "ab"] {
        let (line, _, reason) = stall.refused(&key(wrong));
        assert_eq!((line, reason.id()), (3, "settings-letter"), "{wrong}");
    }
    let (.., reason) = stall.refused(&key("x"));
    assert_eq!(reason, SettingsReason::LetterTimes);
    let twice = format!("{}{}", key("m"), key("M").replace("Miel", "Mûres"));
    let (line, _, reason) = stall.refused(&twice);
    let (one, other) = ("Miel".to_owned(), "Mûres".to_owned());
    assert_eq!(
        (line, reason),
        (
            7,
            SettingsReason::QuickLetterTwice {
                letter: 'm',
                one,
                other
            }
        )
    );
    let (.., reason) = stall.refused(&format!("{}producer = \"Personne\"\n", key("m")));
    assert_eq!(
        reason,
        SettingsReason::Producer {
            name: "Personne".into()
        }
    );
    let (.., reason) = stall.refused(&format!("{}department = \"Nulle part\"\n", key("m")));
    assert_eq!(
        reason,
        SettingsReason::Department {
            name: "Nulle part".into()
        }
    );
}

#[test]
fn the_file_of_one_stall_makes_the_same_stall_elsewhere() {
    let mut one = Stall::new();
    one.apply(
        "quick_keys = []\n[stall]\nthanks = \"\"\nname = \"Marché de Crest\"\n\
         [[producers]]\nid = \"stall\"\nname = \"La coop\"\n[[producers]]\nname = \"Ferme A\"\nstatus = \"exempt\"\n",
    );
    let mut other = Stall::new();
    other.mint = Mint::new([9; 32]);
    other.apply(&one.show());
    assert_eq!(
        (other.settings, other.catalogue),
        (one.settings, one.catalogue)
    );
}
