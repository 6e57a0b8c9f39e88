//! The themes, held to arithmetic: contrast on real palettes, and nothing told by colour alone.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]
#![expect(
    clippy::float_arithmetic,
    reason = "contrast is defined on real numbers"
)]

use etal::ui::theme::{Role, Theme};
use ratatui::style::{Color, Modifier};

type Rgb = [u8; 3];

/// What the sixteen colours look like, and which of them a terminal can put behind a text.
struct Palette {
    name: &'static str,
    colours: [Rgb; 16],
    dark_backgrounds_only: bool,
    bold_brightens: bool,
}

/// The kernel's own (drivers/tty/vt/vt.c): a background has no bright half, bold is the bright
/// half of the text's colour.
const CONSOLE: Palette = Palette {
    name: "Linux console",
    colours: [
        [0x00, 0x00, 0x00],
        [0xaa, 0x00, 0x00],
        [0x00, 0xaa, 0x00],
        [0xaa, 0x55, 0x00],
        [0x00, 0x00, 0xaa],
        [0xaa, 0x00, 0xaa],
        [0x00, 0xaa, 0xaa],
        [0xaa, 0xaa, 0xaa],
        [0x55, 0x55, 0x55],
        [0xff, 0x55, 0x55],
        [0x55, 0xff, 0x55],
        [0xff, 0xff, 0x55],
        [0x55, 0x55, 0xff],
        [0xff, 0x55, 0xff],
        [0x55, 0xff, 0xff],
        [0xff, 0xff, 0xff],
    ],
    dark_backgrounds_only: true,
    bold_brightens: true,
};

/// xterm's defaults; it brightens bold text too.
const XTERM: Palette = Palette {
    name: "xterm",
    colours: [
        [0x00, 0x00, 0x00],
        [0xcd, 0x00, 0x00],
        [0x00, 0xcd, 0x00],
        [0xcd, 0xcd, 0x00],
        [0x00, 0x00, 0xee],
        [0xcd, 0x00, 0xcd],
        [0x00, 0xcd, 0xcd],
        [0xe5, 0xe5, 0xe5],
        [0x7f, 0x7f, 0x7f],
        [0xff, 0x00, 0x00],
        [0x00, 0xff, 0x00],
        [0xff, 0xff, 0x00],
        [0x5c, 0x5c, 0xff],
        [0xff, 0x00, 0xff],
        [0x00, 0xff, 0xff],
        [0xff, 0xff, 0xff],
    ],
    dark_backgrounds_only: false,
    bold_brightens: true,
};

const PALETTES: [&Palette; 2] = [&CONSOLE, &XTERM];

#[test]
fn every_text_can_be_read_on_every_palette() {
    for (name, theme) in [("soleil", Theme::soleil()), ("nuit", Theme::nuit())] {
        for palette in PALETTES {
            for role in Role::ALL {
                let (text, paper) = palette.shown(theme, role);
                let ratio = contrast(text, paper);
                let least = if carries_the_sale(role) { 7.0 } else { 4.5 };
                assert!(
                    ratio >= least,
                    "{name}, {}, {role:?}: {ratio:.1} to 1, wants {least}",
                    palette.name
                );
            }
        }
    }
}

#[test]
fn nothing_is_told_by_colour_alone() {
    for theme in [Theme::soleil(), Theme::nuit(), Theme::mono()] {
        for one in Role::ALL {
            for other in Role::ALL {
                let same_look = theme.of(one) == theme.of(other);
                // Quiet says nothing that Text would not say (its own definition).
                let silent = [Role::Quiet, Role::Text, Role::Entry, Role::Total];
                if same_look || (silent.contains(&one) && silent.contains(&other)) {
                    continue;
                }
                assert!(
                    one.sign() != other.sign()
                        || theme.of(one).add_modifier != theme.of(other).add_modifier
                        || light_on_dark(theme, one) != light_on_dark(theme, other)
                        // A key's name is a word of its own, at the left of what it does.
                        || [one, other].contains(&Role::Key),
                    "{one:?} and {other:?} differ by colour alone"
                );
            }
        }
    }
}

#[test]
fn what_matters_is_told_apart_without_any_colour() {
    let look = |role: Role| (Theme::mono().of(role), role.sign());
    for role in [Role::Chosen, Role::Warning, Role::Alarm, Role::Gain] {
        for other in Role::ALL.into_iter().filter(|other| *other != role) {
            assert_ne!(look(role), look(other), "{role:?} and {other:?}");
        }
    }
    assert_ne!(look(Role::Total), look(Role::Text));
    assert_ne!(look(Role::Entry), look(Role::Text));
}

#[test]
fn eyes_without_red_or_green_tell_done_from_warning_from_alarm() {
    for (name, theme) in [("soleil", Theme::soleil()), ("nuit", Theme::nuit())] {
        for palette in PALETTES {
            let [warning, alarm, gain] =
                [Role::Warning, Role::Alarm, Role::Gain].map(|role| ink(palette, theme, role));
            for eye in [DEUTERANOPE, PROTANOPE] {
                for (one, other) in [(warning, alarm), (warning, gain), (alarm, gain)] {
                    let apart = distance(seen(eye, one), seen(eye, other));
                    assert!(
                        apart >= 40.0,
                        "{name}, {}: {one:?} {other:?} {apart:.0}",
                        palette.name
                    );
                }
            }
        }
    }
}

#[test]
fn no_theme_leaves_a_hole_in_the_paper_or_dims_a_text() {
    for theme in [Theme::soleil(), Theme::nuit(), Theme::mono()] {
        for role in Role::ALL {
            let style = theme.of(role);
            assert!(style.fg.is_some() && style.bg.is_some(), "{role:?}");
            assert!(
                !style
                    .add_modifier
                    .intersects(Modifier::DIM | Modifier::HIDDEN)
            );
        }
    }
    for role in Role::ALL {
        let style = Theme::mono().of(role);
        assert_eq!(
            (style.fg, style.bg),
            (Some(Color::Reset), Some(Color::Reset))
        );
        // Together the console makes them dark grey on light grey.
        assert!(
            !style
                .add_modifier
                .contains(Modifier::REVERSED | Modifier::BOLD)
        );
    }
}

/// The roles a sale is made with: the strict contrast of WCAG holds for them.
fn carries_the_sale(role: Role) -> bool {
    match role {
        Role::Text | Role::Title | Role::Total | Role::Entry | Role::Chosen => true,
        Role::Quiet | Role::Key | Role::Warning | Role::Alarm | Role::Gain => false,
    }
}

impl Palette {
    /// The text and the paper as this terminal shows them.
    fn shown(&self, theme: Theme, role: Role) -> (Rgb, Rgb) {
        let style = theme.of(role);
        let (mut text, mut paper) = (index(style.fg.unwrap()), index(style.bg.unwrap()));
        if style.add_modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut text, &mut paper);
        }
        if self.dark_backgrounds_only {
            paper %= 8;
        }
        if self.bold_brightens && style.add_modifier.contains(Modifier::BOLD) && text < 8 {
            text += 8;
        }
        // The console shows an underlined text in bright white, whatever its colour.
        if self.dark_backgrounds_only && style.add_modifier.contains(Modifier::UNDERLINED) {
            text = 15;
        }
        (self.colours[text], self.colours[paper])
    }
}

/// Of the two colours of a role, the one that makes it stand out from the page.
fn ink(palette: &Palette, theme: Theme, role: Role) -> Rgb {
    let (text, paper) = palette.shown(theme, role);
    let (_, page) = palette.shown(theme, Role::Text);
    if paper == page { text } else { paper }
}

fn light_on_dark(theme: Theme, role: Role) -> bool {
    let style = theme.of(role);
    let (Some(text), Some(paper)) = (style.fg, style.bg) else {
        return false;
    };
    if text == Color::Reset {
        return !style.add_modifier.contains(Modifier::REVERSED);
    }
    luminance(XTERM.colours[index(text)]) > luminance(XTERM.colours[index(paper)])
}

fn index(colour: Color) -> usize {
    [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ]
    .into_iter()
    .position(|known| known == colour)
    .expect("one of the sixteen colours")
}

fn linear(rgb: Rgb) -> [f64; 3] {
    rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

/// WCAG 2.2, relative luminance.
fn luminance(rgb: Rgb) -> f64 {
    let [r, g, b] = linear(rgb);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// WCAG 2.2, contrast ratio.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

type Matrix = [[f64; 3]; 3];

/// Machado, Oliveira and Fernandes 2009, severity 1.0.
const DEUTERANOPE: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const PROTANOPE: Matrix = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];

fn times(matrix: Matrix, v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

fn seen(eye: Matrix, rgb: Rgb) -> [f64; 3] {
    times(eye, linear(rgb)).map(|part| part.clamp(0.0, 1.0))
}

/// CIE 1976 colour difference of two linear sRGB colours (D65).
fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (lab(one), lab(other));
    let square: f64 = (0..3).map(|i| (one[i] - other[i]).powi(2)).sum();
    square.sqrt()
}

fn lab(rgb: [f64; 3]) -> [f64; 3] {
    const XYZ: Matrix = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let [x, y, z] = times(XYZ, rgb);
    let f = |t: f64| {
        if t > 0.008_856 {
            t.cbrt()
        } else {
            7.787 * t + 16.0 / 116.0
        }
    };
    let (x, y, z) = (f(x / 0.950_47), f(y), f(z / 1.088_83));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}
