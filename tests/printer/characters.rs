//! Every letter that a French or English ticket can hold comes out as itself, or legibly.

use crate::{decoder, page, pages, plain};
use etal::devices::{
    codec::Codec,
    encode,
    profile::{PROFILES, Profile},
};
use std::{collections::BTreeSet, fs, path::Path};

const FRENCH: &str = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ€°«»’‘“”…–—·×½²³ªº§µ£²±\
    abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\
    0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

#[test]
fn every_french_character_decodes_back_on_every_printer() {
    for profile in PROFILES {
        for character in FRENCH.chars() {
            printed(character, profile);
        }
    }
}

#[test]
fn every_character_of_the_words_decodes_back_on_every_printer() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales");
    let Ok(files) = fs::read_dir(locales) else {
        return;
    };
    let mut characters = BTreeSet::new();
    for file in files {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|it| it == "ftl") {
            characters.extend(fs::read_to_string(path).unwrap().chars());
        }
    }
    for profile in PROFILES {
        for character in characters.iter().filter(|it| !it.is_control()) {
            printed(*character, profile);
        }
    }
}

#[test]
fn the_best_page_for_french_lacks_nothing() {
    let text = "Œuf, cœur, L’Haÿ, « 3,20 € » – ÀÂÇÉÈÊËÎÏÔÙÛÜŸ…";
    let epson = etal::devices::profile::by_id("epson80").unwrap();
    let bytes = encode::page(&page(&[plain(text)]), epson).unwrap();
    let lines = decoder::lines(&bytes, Codec::Cp1252);
    assert_eq!(lines[0].0, text);
}

#[test]
fn the_tables_agree_with_pythons_in_every_byte() {
    for (codec, page) in [
        (Codec::Cp437, &pages::CP437),
        (Codec::Cp858, &pages::CP858),
        (Codec::Cp1252, &pages::CP1252),
        (Codec::Latin9, &pages::LATIN9),
    ] {
        for (place, code) in page.iter().enumerate() {
            let character = char::from_u32(u32::from(*code)).unwrap();
            let byte = u8::try_from(0x80 + place).unwrap();
            match character {
                // Without meaning on paper: no character, a control, a soft hyphen.
                '\0'..='\u{9f}' | '\u{ad}' => assert_eq!(codec.byte(character), None),
                '\u{a0}' => assert_eq!(codec.byte(character), Some(b' ')),
                _ => assert_eq!(
                    codec.byte(character),
                    Some(byte),
                    "{character} in {codec:?}"
                ),
            }
        }
    }
}

/// A character is itself on paper where the printer's page has it, and else readable letters.
fn printed(character: char, profile: &Profile) {
    let label = format!("a{character}b");
    let bytes = encode::page(&page(&[plain(&label)]), profile).unwrap();
    let lines = decoder::lines(&bytes, profile.codec);
    let there = &lines[0].0;
    if profile.codec.byte(character).is_some() {
        assert_eq!(there.replace(' ', "\u{a0}"), label.replace(' ', "\u{a0}"));
    } else {
        let inner = there
            .strip_prefix('a')
            .and_then(|it| it.strip_suffix('b'))
            .unwrap();
        let readable = !inner.contains('?') && (!inner.is_empty() || unseen(character));
        assert!(
            readable,
            "{character:?} prints as {there:?} on {}",
            profile.id
        );
        assert!(
            inner.is_ascii(),
            "{character:?} prints as {there:?} on {}",
            profile.id
        );
    }
}

fn unseen(character: char) -> bool {
    etal::devices::codec::clean(&character.to_string()).is_empty()
}
