//! Printer models as plain data: how wide, which code page at which number, how to cut and kick.
//!
//! Page numbers, columns and cutters are facts from escpos-printer-db (receipt-print-hq,
//! CC BY 4.0) and from makers' manuals; a model that is not listed prints legibly as
//! `generic-ascii`.

use super::codec::Codec;

/// How a printer parts the ticket from the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Torn by hand: only the feed brings the text past the edge.
    None,
    /// Cut through.
    Full,
    /// Cut but for one point, so that tickets do not fall.
    Partial,
}

/// Whether the printer tells when it has printed all that came before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ack {
    /// It says nothing that could be relied on: a ticket is sent, never confirmed.
    None,
    /// It answers `GS r 1` in the order of printing, one byte with the state of the paper.
    PaperStatus,
}

/// Whether the printer draws barcodes itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bars {
    /// It does not, or nobody knows: the digits are printed in a row.
    None,
    /// It draws an EAN-13 (`GS k 2`).
    Ean13,
}

/// The pulse that opens a drawer on the printer's socket (`ESC p m t1 t2`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulse {
    /// 0 for connector pin 2, 1 for pin 5.
    pub pin: u8,
    /// How long the current flows, in units of 2 ms.
    pub on_2ms: u8,
    /// How long it rests, in units of 2 ms; not shorter than `on_2ms`.
    pub off_2ms: u8,
}

/// All that differs between one printer and another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The word for it in the settings.
    pub id: &'static str,
    /// Models it is meant for, as a person would look for them.
    pub models: &'static str,
    /// Characters of the normal font in one line.
    pub columns: usize,
    /// What can be printed.
    pub codec: Codec,
    /// The number that selects that page by `ESC t`; none leaves the printer's own.
    pub page: Option<u8>,
    /// How the ticket comes off.
    pub cut: Cut,
    /// Empty lines after the text, before the cut or the edge for tearing.
    pub feed_lines: u8,
    /// How its drawer opens.
    pub drawer: Pulse,
    /// Whether it confirms.
    pub ack: Ack,
    /// Whether it draws barcodes.
    pub bars: Bars,
}

/// 50 ms on and 500 ms off at pin 2: what nearly every drawer wants.
const PIN_2: Pulse = Pulse {
    pin: 0,
    on_2ms: 0x19,
    off_2ms: 0xfa,
};

const EPSON_80: Profile = Profile {
    id: "epson80",
    models: "Epson TM-T20, TM-T82, TM-m30 (80 mm)",
    columns: 48,
    codec: Codec::Cp1252,
    page: Some(16),
    cut: Cut::Partial,
    feed_lines: 1,
    drawer: PIN_2,
    ack: Ack::PaperStatus,
    bars: Bars::Ean13,
};

/// A clone of 80 mm: as Epson's, but it answers nothing and cuts close to the text.
const POS_80: Profile = Profile {
    id: "pos80",
    models: "80 mm: Xprinter XP-80, POS-80, Netum NT-80, Goojprt",
    feed_lines: 3,
    ack: Ack::None,
    ..EPSON_80
};

/// A clone of 58 mm: no cutter.
const POS_58: Profile = Profile {
    id: "pos58",
    models: "58 mm: POS-58, POS-5890, ZJ-5870, Netum NT-5890",
    columns: 32,
    cut: Cut::None,
    feed_lines: 4,
    ..POS_80
};

/// Every printer that Étal knows, the likeliest first; the last is safe for any.
pub const PROFILES: &[Profile] = &[
    EPSON_80,
    Profile {
        id: "epson80-42",
        models: "Epson TM-T88, TM-T70 (80 mm, 42 columns)",
        columns: 42,
        ..EPSON_80
    },
    Profile {
        id: "epson58",
        models: "Epson TM-P20, TM-m30 with 58 mm paper",
        columns: 32,
        ..EPSON_80
    },
    POS_58,
    // Firmware on which page 16 prints other letters has 858 at 53.
    Profile {
        id: "pos58-858",
        models: "58 mm on which `pos58` prints wrong accents",
        codec: Codec::Cp858,
        page: Some(53),
        ..POS_58
    },
    POS_80,
    Profile {
        id: "pos80-858",
        models: "80 mm on which `pos80` prints wrong accents",
        codec: Codec::Cp858,
        page: Some(19),
        ..POS_80
    },
    // Its manual has 1252 at 16; the printer has it at 6.
    Profile {
        id: "munbyn",
        models: "Munbyn ITPP047, ITPP102",
        columns: 42,
        page: Some(6),
        ..POS_80
    },
    Profile {
        id: "star-escpos",
        models: "Star TSP600, TSP800, mC-Print in ESC/POS mode",
        columns: 42,
        page: Some(32),
        ..POS_80
    },
    Profile {
        id: "sunmi",
        models: "Sunmi V2 (built-in printer)",
        ..POS_58
    },
    Profile {
        id: "citizen",
        models: "Citizen CT-S310, CT-S651",
        ..POS_80
    },
    Profile {
        id: "rongta",
        models: "Rongta RP326, RP332",
        columns: 42,
        ..POS_80
    },
    Profile {
        id: "kefar",
        models: "Kefar KR-306",
        page: Some(49),
        ..POS_80
    },
    Profile {
        id: "wincor",
        models: "Wincor Nixdorf TH230",
        columns: 44,
        page: Some(8),
        ..POS_80
    },
    Profile {
        id: "epson-impact",
        models: "Epson TM-U220 (ink ribbon)",
        columns: 42,
        codec: Codec::Cp437,
        page: Some(0),
        bars: Bars::None,
        ..POS_80
    },
    Profile {
        id: "generic-ascii",
        models: "any ESC/POS printer, without accents",
        codec: Codec::Ascii,
        page: None,
        bars: Bars::None,
        ..POS_58
    },
];

/// The profile that a setting names.
pub fn by_id(id: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.id == id)
}

/// The profile for a printer of which nothing is known: narrow, no accents, no cutter.
pub fn safe() -> &'static Profile {
    const SAFE: &Profile = match PROFILES.last() {
        Some(profile) => profile,
        None => &EPSON_80,
    };
    SAFE
}

/// The words a setting may use, in the order in which to offer them.
pub fn ids() -> impl Iterator<Item = &'static str> {
    PROFILES.iter().map(|profile| profile.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_profile_is_found_by_its_own_word() {
        assert_eq!(ids().collect::<BTreeSet<_>>().len(), PROFILES.len());
        for profile in PROFILES {
            assert_eq!(by_id(profile.id), Some(profile));
            assert!((32..=64).contains(&profile.columns), "{}", profile.id);
        }
        assert_eq!(by_id("minitel"), None);
    }

    #[test]
    fn an_unknown_printer_gets_no_accent_no_page_and_no_blade() {
        assert_eq!(safe().id, "generic-ascii");
        assert_eq!(
            (safe().codec, safe().page, safe().cut),
            (Codec::Ascii, None, Cut::None)
        );
    }

    #[test]
    fn a_drawer_rests_at_least_as_long_as_it_pulls() {
        for Profile { drawer, id, .. } in PROFILES {
            assert!(drawer.pin <= 1 && drawer.off_2ms >= drawer.on_2ms, "{id}");
        }
    }
}
