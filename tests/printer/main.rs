//! What leaves the till for the printer: every letter, every byte, every way a cable can fail.
//! Only files, FIFOs, pseudo-terminals and the loopback are touched.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says where"
)]
#![expect(
    clippy::needless_raw_string_hashes,
    reason = "expect-test writes its pictures so"
)]

mod characters;
mod decoder;
mod layout;
mod network;
mod pages;
mod ports;
mod spool;

use etal::{
    devices::port::{Parcel, Patience, Port},
    devices::profile::Ack,
    domain::paper::{Page, Row, Style},
};
use std::time::Duration;

/// For what must stop: nobody in a test waits as long as on a market.
const HASTE: Patience = Patience {
    connect: Duration::from_millis(500),
    progress: Duration::from_millis(150),
    answer: Duration::from_millis(150),
    farewell: Duration::from_millis(150),
};

/// For what must go well, however busy the machine is.
const CALM: Patience = Patience {
    connect: Duration::from_secs(5),
    progress: Duration::from_secs(5),
    answer: Duration::from_secs(5),
    farewell: Duration::from_secs(5),
};

fn page(rows: &[Row]) -> Page {
    Page {
        rows: rows.to_vec(),
    }
}

fn plain(text: &str) -> Row {
    Row::Text(text.to_owned(), Style::Plain)
}

fn port(setting: &str) -> Port {
    setting.parse().unwrap()
}

fn parcel(bytes: &[u8], ack: Ack) -> Parcel {
    Parcel {
        name: "receipt-42".to_owned(),
        bytes: bytes.to_vec(),
        ack,
    }
}

fn ticket() -> Page {
    let pair = |label: &str, amount: &str, style| Row::Pair(label.into(), amount.into(), style);
    let cell = |text: &str| (text.to_owned(), 8);
    page(&[
        Row::Centred("La Ferme d’à Côté".to_owned(), Style::Big),
        Row::Centred("SCIC Les Forêts – 07200 Aubenas".to_owned(), Style::Plain),
        Row::Rule,
        pair("Œufs plein air ×6", "3,20\u{202f}€", Style::Plain),
        plain("  0,860 kg × 2,90\u{a0}€/kg"),
        pair(
            "Crème fraîche à l’ancienne de la vallée",
            "4,50\u{202f}€",
            Style::Plain,
        ),
        Row::Blank,
        pair("TOTAL", "42,50\u{202f}€", Style::Big),
        Row::Cells(
            "TVA 5,5\u{a0}%".to_owned(),
            vec![cell("40,28"), cell("2,22")],
        ),
        Row::Text("DUPLICATA n° 1".to_owned(), Style::Bold),
    ])
}
