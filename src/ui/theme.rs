//! Looks by what a text is for, never by the name of a colour.
//!
//! Only the sixteen colours every terminal has, because the stallholder may have changed what they
//! look like, and only pairs that stay readable on the Linux console, where a background is one of
//! eight dark colours and where bold means "the brighter of the pair": bold black on white would
//! come out grey on grey, so nothing dark on light is bold, underlined or reversed by the
//! terminal. Nothing is ever dim. `tests/theme.rs` does the arithmetic.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// What most of the screen is written in, and the paper under it.
    Text,
    /// The bar that says where one is, and headings.
    Title,
    /// The sum that the customer and the stallholder both look at.
    Total,
    /// What may be read later: lines of boxes, units, column headings. It says nothing that a
    /// plain text would not say.
    Quiet,
    /// The name of a key.
    Key,
    /// What is being typed.
    Entry,
    /// The row that the next key acts on.
    Chosen,
    /// Something to look at before going on.
    Warning,
    /// Something refused or failed.
    Alarm,
    /// Something that was done, or that comes in.
    Gain,
}

impl Role {
    /// Every role, in the order in which [`Theme::probe`] numbers them.
    pub const ALL: [Self; 10] = [
        Self::Text,
        Self::Title,
        Self::Total,
        Self::Quiet,
        Self::Key,
        Self::Entry,
        Self::Chosen,
        Self::Warning,
        Self::Alarm,
        Self::Gain,
    ];

    /// The character that stands before a row or a notice of this role, for eyes and screens that
    /// tell no colours apart; empty for the roles that need none.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Chosen => ">",
            Self::Warning => "!",
            Self::Alarm => "✗",
            Self::Gain => "+",
            Self::Text | Self::Title | Self::Total | Self::Quiet | Self::Key | Self::Entry => "",
        }
    }
}

/// One style for each role.
#[derive(Clone, Copy, Debug)]
pub struct Theme(fn(Role) -> Style);

impl Theme {
    /// The style of a role: both colours and the modifiers, so that it can be drawn over anything.
    pub fn of(self, role: Role) -> Style {
        (self.0)(role)
    }

    /// The theme of this name in the settings.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "soleil" => Some(Self::soleil()),
            "nuit" => Some(Self::nuit()),
            "mono" => Some(Self::mono()),
            _ => None,
        }
    }

    /// The theme to begin with: the one set, or soleil; but mono where the user wants no colours.
    /// `no_color` is the environment's `NO_COLOR`, which counts when it is not empty
    /// (no-color.org).
    pub fn chosen(set: Option<&str>, no_color: Option<&str>) -> Self {
        if no_color.is_some_and(|value| !value.is_empty()) {
            return Self::mono();
        }
        set.and_then(Self::named).unwrap_or_else(Self::soleil)
    }

    /// Dark on light, for daylight: it paints the whole screen.
    pub const fn soleil() -> Self {
        Self(|role| match role {
            Role::Text | Role::Total | Role::Entry | Role::Gain => pair(Color::Black, Color::White),
            Role::Quiet => pair(Color::Blue, Color::White),
            Role::Title => pair(Color::White, Color::Black).add_modifier(Modifier::BOLD),
            Role::Chosen => pair(Color::White, Color::Black),
            Role::Key => pair(Color::White, Color::Blue),
            Role::Warning => pair(Color::White, Color::Magenta).add_modifier(Modifier::BOLD),
            Role::Alarm => pair(Color::White, Color::Red).add_modifier(Modifier::BOLD),
        })
    }

    /// Light on dark, for evening markets and cellars.
    pub const fn nuit() -> Self {
        Self(|role| match role {
            Role::Text => pair(Color::White, Color::Black),
            Role::Quiet => pair(Color::Gray, Color::Black),
            Role::Title | Role::Chosen => pair(Color::Black, Color::Gray),
            Role::Key => pair(Color::Black, Color::Cyan),
            Role::Entry => pair(Color::White, Color::Black).add_modifier(Modifier::UNDERLINED),
            Role::Total | Role::Warning => {
                pair(Color::LightYellow, Color::Black).add_modifier(Modifier::BOLD)
            }
            Role::Alarm => pair(Color::White, Color::Red).add_modifier(Modifier::BOLD),
            Role::Gain => pair(Color::LightCyan, Color::Black),
        })
    }

    /// The terminal's own two colours, for `NO_COLOR`, for paper terminals and for eyes that want
    /// no other.
    pub const fn mono() -> Self {
        Self(|role| match role {
            Role::Text | Role::Quiet | Role::Gain => own(Modifier::empty()),
            Role::Total | Role::Warning => own(Modifier::BOLD),
            Role::Entry => own(Modifier::UNDERLINED),
            Role::Title | Role::Key | Role::Chosen | Role::Alarm => own(Modifier::REVERSED),
        })
    }

    /// One made-up colour per role, so that a test can read the roles back from a picture.
    pub const fn probe() -> Self {
        Self(|role| Style::new().fg(Color::Indexed(PROBE_FIRST + role as u8)))
    }

    /// The role that [`Theme::probe`] drew with this colour.
    pub fn probed(color: Color) -> Option<Role> {
        let Color::Indexed(number) = color else {
            return None;
        };
        let place = number.checked_sub(PROBE_FIRST)?;
        Role::ALL.get(usize::from(place)).copied()
    }
}

const PROBE_FIRST: u8 = 200;

const fn pair(text: Color, paper: Color) -> Style {
    Style::new().fg(text).bg(paper)
}

const fn own(modifier: Modifier) -> Style {
    Style::new()
        .fg(Color::Reset)
        .bg(Color::Reset)
        .add_modifier(modifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_gives_the_roles_back() {
        for role in Role::ALL {
            let drawn = Theme::probe().of(role).fg.unwrap();
            assert_eq!(Theme::probed(drawn), Some(role));
        }
        assert_eq!(Theme::probed(Color::Indexed(210)), None);
        assert_eq!(Theme::probed(Color::Red), None);
    }

    #[test]
    fn no_color_wins_over_the_setting_unless_it_is_empty() {
        let look = |theme: Theme| theme.of(Role::Alarm);
        assert_eq!(look(Theme::chosen(None, None)), look(Theme::soleil()));
        assert_eq!(
            look(Theme::chosen(Some("nuit"), Some(""))),
            look(Theme::nuit())
        );
        assert_eq!(
            look(Theme::chosen(Some("nuit"), Some("1"))),
            look(Theme::mono())
        );
        assert_eq!(
            look(Theme::chosen(Some("rose"), None)),
            look(Theme::soleil())
        );
    }
}
