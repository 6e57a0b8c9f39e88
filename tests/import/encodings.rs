//! One list, as different spreadsheets save it.

use etal::exchange::{decode::Encoding, table::Delimiter};

use super::*;

const LIST: &str = "\
code;libellé;prix;producteur
1;Crème d’Isigny;3,20;Ferme Élise
2;Œufs, la boîte;2,80;Ferme Élise
3;\"Miel; 500 g\";7,20;
";

fn cp1252(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

#[test]
fn the_same_list_gives_the_same_products_however_it_was_saved() {
    let commas = LIST
        .replace(';', ",")
        .replace("\"Miel, 500 g\"", "Miel; 500 g")
        .replace("Œufs, la boîte", "\"Œufs, la boîte\"")
        .replace("3,20", "3.20")
        .replace("2,80", "\"2,80\"")
        .replace("7,20", "7.2");
    let tabs = LIST
        .replace(';', "\t")
        .replace("\"Miel\t 500 g\"", "Miel; 500 g");
    let windows = LIST.replace('\n', "\r\n");
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(tabs.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut first = Stall::new();
    first.import(LIST, FOOD);
    for (bytes, encoding, delimiter) in [
        (
            format!("\u{feff}{LIST}").into_bytes(),
            Encoding::Utf8,
            Delimiter::Semicolon,
        ),
        (
            cp1252(&windows),
            Encoding::Windows1252,
            Delimiter::Semicolon,
        ),
        (
            commas.clone().into_bytes(),
            Encoding::Utf8,
            Delimiter::Comma,
        ),
        (cp1252(&commas), Encoding::Windows1252, Delimiter::Comma),
        (tabs.into_bytes(), Encoding::Utf8, Delimiter::Tab),
        (utf16, Encoding::Utf16, Delimiter::Tab),
        (
            format!("sep=;\r\n{windows}").into_bytes(),
            Encoding::Utf8,
            Delimiter::Semicolon,
        ),
        (
            LIST.replace(",20", ".20 €").into_bytes(),
            Encoding::Utf8,
            Delimiter::Semicolon,
        ),
    ] {
        let mut stall = Stall::new();
        let import = stall.import(&bytes, FOOD);
        assert_eq!((import.encoding, import.delimiter), (encoding, delimiter));
        assert_eq!(
            stall.catalogue,
            first.catalogue,
            "{}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn a_quote_escaped_by_a_backslash_costs_its_line_and_no_other() {
    let file = "libellé;prix\nMiel;7\n\"BROCHETTES 8\\\";I\";2\nPain;3\n";
    let import = Stall::new().import(file, FOOD);
    assert_eq!(refusals(&import), [(3, "libellé", "import-backslash")]);
    assert_eq!(import.added.len(), 2);
    assert_eq!(import.added[1].line, 4);
}
