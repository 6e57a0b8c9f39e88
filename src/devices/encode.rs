//! From a page to the bytes of ESC/POS, whole before the first one leaves.
//!
//! The crate `escpos` writes the commands it writes right (initialise, bold, size, justify, full
//! cut). Text, line feeds, the page number, the partial cut and the drawer are ours: its tables
//! print some letters wrongly, its partial cut is a full one, and its drawer command lacks the
//! two bytes of the pulse, so that the printer swallows the next two bytes of the ticket.

use super::{
    layout::{self, Line, Place},
    profile::{Ack, Cut, Profile},
};
use crate::domain::paper::{Page, Style};
use escpos::{
    driver::Driver,
    errors::{PrinterError, Result},
    printer::Printer,
    printer_options::PrinterOptions,
    utils::{CharacterSet, JustifyMode, Protocol},
};
use std::cell::RefCell;

/// `FS .`: leaves the two-byte Chinese mode that clones start in, where an accent and its
/// neighbour become one ideogram. Wanted again after every initialisation.
const CANCEL_KANJI: [u8; 2] = [0x1c, b'.'];
/// `GS V B 0`: feeds to the blade and cuts but for one point.
const CUT_PARTIAL: [u8; 4] = [0x1d, b'V', b'B', 0];
/// `GS w 3`, `GS h 80`, `GS H 2`: modules of three dots, ten millimetres high, the digits below. An
/// EAN-13 with its margins is 339 dots wide, and the narrowest paper has 384.
const BARS: [u8; 9] = [0x1d, b'w', 3, 0x1d, b'h', 80, 0x1d, b'H', 2];
/// `GS k 2`: an EAN-13, its digits up to a zero; the old form, which every clone knows.
const EAN_13: [u8; 3] = [0x1d, b'k', 2];
/// `GS r 1`: asks for the state of the paper, answered after all before it is printed.
const ASK_PAPER: [u8; 3] = [0x1d, b'r', 1];

/// The bytes that print a page, from initialisation to cut and, where the printer answers, the
/// question whether it is done. No byte of the page's own text is a command.
pub fn page(page: &Page, profile: &Profile) -> Result<Vec<u8>> {
    let options = PrinterOptions::new(None, None, u8::MAX);
    let mut roll = Printer::new(Memory::default(), Protocol::default(), Some(options));
    begin(&mut roll, profile)?;
    let mut worn = (Style::Plain, Place::Left);
    for line in layout::paper(page, profile) {
        dress(&mut roll, &mut worn, line.style, line.place)?;
        write(&mut roll, &line, profile)?;
    }
    dress(&mut roll, &mut worn, Style::Plain, Place::Left)?;
    end(&mut roll, profile)?;
    roll.print()?;
    Ok(roll.driver().0.into_inner())
}

/// The bytes that open the drawer, and nothing else.
pub fn kick(profile: &Profile) -> Vec<u8> {
    let pulse = profile.drawer;
    vec![0x1b, b'p', pulse.pin, pulse.on_2ms, pulse.off_2ms]
}

fn begin(roll: &mut Printer<Memory>, profile: &Profile) -> Result<()> {
    // A printer set to France by its switches prints à for @ and ° for [ until told otherwise.
    roll.init()?
        .custom(&CANCEL_KANJI)?
        .character_set(CharacterSet::USA)?;
    if let Some(page) = profile.page {
        roll.custom(&[0x1b, b't', page])?;
    }
    Ok(())
}

fn dress(
    roll: &mut Printer<Memory>,
    worn: &mut (Style, Place),
    style: Style,
    place: Place,
) -> Result<()> {
    if worn.1 != place {
        roll.justify(match place {
            Place::Left => JustifyMode::LEFT,
            Place::Middle | Place::Bars => JustifyMode::CENTER,
        })?;
    }
    if worn.0 != style {
        match worn.0 {
            Style::Plain => {}
            Style::Bold => drop(roll.bold(false)?),
            Style::Big => drop(roll.reset_size()?),
        }
        match style {
            Style::Plain => {}
            Style::Bold => drop(roll.bold(true)?),
            Style::Big => drop(roll.size(2, 2)?),
        }
    }
    *worn = (style, place);
    Ok(())
}

fn write(roll: &mut Printer<Memory>, line: &Line, profile: &Profile) -> Result<()> {
    let text = profile.codec.bytes(&line.text);
    let bytes = match line.place {
        // Any other byte would end the command early or be one itself.
        Place::Bars if text.iter().all(u8::is_ascii_digit) && text.len() == 13 => {
            [&BARS[..], &EAN_13, &text, &[0]].concat()
        }
        Place::Left | Place::Middle | Place::Bars => [&text[..], b"\n"].concat(),
    };
    roll.custom(&bytes)?;
    Ok(())
}

fn end(roll: &mut Printer<Memory>, profile: &Profile) -> Result<()> {
    roll.custom(&vec![b'\n'; usize::from(profile.feed_lines)])?;
    match profile.cut {
        Cut::None => {}
        Cut::Full => drop(roll.cut()?),
        Cut::Partial => drop(roll.custom(&CUT_PARTIAL)?),
    }
    match profile.ack {
        Ack::None => {}
        Ack::PaperStatus => drop(roll.custom(&ASK_PAPER)?),
    }
    Ok(())
}

/// A driver that keeps what it is given.
#[derive(Default)]
struct Memory(RefCell<Vec<u8>>);

impl Driver for Memory {
    fn name(&self) -> String {
        "memory".to_owned()
    }

    fn write(&self, data: &[u8]) -> Result<()> {
        self.0.borrow_mut().extend_from_slice(data);
        Ok(())
    }

    fn read(&self, _: &mut [u8]) -> Result<usize> {
        Err(PrinterError::Input("memory does not answer".to_owned()))
    }

    fn flush(&self) -> Result<()> {
        Ok(())
    }
}
