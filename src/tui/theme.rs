//! The style of each role of a span, in four themes. This is the only file that names a colour.
//!
//! The themes stand side by side in one table, one row for each role:
//! - colour: the sixteen colours every terminal has, on its own background, so that dark and light both do. White,
//!   black and yellow letters vanish on one of the two, so those stand only on a background set with them;
//! - light: for a light background, on which the usual green and cyan are hard to read;
//! - mono: no colour at all (<https://no-color.org>);
//! - contrast: white and bright letters on black, whatever the terminal's own colours are.
//!
//! Nothing is said by colour alone: what differs in meaning also differs in weight, underline or reversal, or in words.

use ratatui::style::{Color, Modifier, Style};

use crate::app::screen::page::Role;

/// A theme gives each role of a span its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The sixteen colours on the terminal's own background.
    #[default]
    Colour,
    /// Dark letters on the terminal's own light background.
    Light,
    /// No colour: weight, underline and reversal only.
    Mono,
    /// Bright colours on black, for users with weak eyes and for projectors.
    Contrast,
}

impl Theme {
    /// Returns the style of a span in a row that is filled with `fill`.
    ///
    /// In a selected row the spans keep their weight and lose their colours: reversed, each would be a block of another
    /// colour. A match keeps its own style everywhere.
    pub(super) fn span(self, fill: Role, role: Role) -> Style {
        let (row, own) = (self.style(fill), self.style(role));
        match (fill, role) {
            (Role::Selected | Role::SelectedAway, Role::Match | Role::SelectedMatch) => self.style(Role::SelectedMatch),
            (Role::Selected | Role::SelectedAway, _) => row.add_modifier(own.add_modifier & Modifier::BOLD),
            _ => own,
        }
    }

    /// Returns the style of a role in this theme.
    pub(super) fn style(self, role: Role) -> Style {
        let [colour, light, mono, contrast] = looks(role);
        match self {
            Self::Colour => colour,
            Self::Light => light,
            Self::Mono => mono,
            Self::Contrast => contrast,
        }
    }
}

const BOLD: Modifier = Modifier::BOLD;
const DIM: Modifier = Modifier::DIM;
const UNDER: Modifier = Modifier::UNDERLINED;
const REVERSED: Modifier = Modifier::REVERSED;
const NONE: Modifier = Modifier::empty();

/// Green that is read well on white: colour 28 of 256. A terminal of sixteen shows its nearest.
const DARK_GREEN: Color = Color::Indexed(28);

/// The table of styles: role → colour, light, mono, contrast.
#[rustfmt::skip]
const fn looks(role: Role) -> [Style; 4] {
    match role {
        Role::Text | Role::Value | Role::Tab
                            => same(plain(NONE),               plain(NONE),                  bright(Color::White, NONE)),
        Role::Dim | Role::Rule
                            => same(plain(DIM),                plain(DIM),                   bright(Color::Gray, NONE)),
        Role::Title         => same(plain(BOLD),               plain(BOLD),                  bright(Color::White, BOLD)),
        Role::Number        => [ink(Color::Cyan, NONE),        ink(Color::Blue, NONE),
                                plain(NONE),                   bright(Color::LightCyan, NONE)],
        Role::Unit          => [ink(Color::Green, NONE),       ink(DARK_GREEN, NONE),
                                plain(NONE),                   bright(Color::LightGreen, NONE)],
        Role::Lead          => [ink(Color::Green, BOLD),       ink(DARK_GREEN, BOLD),
                                plain(BOLD),                   bright(Color::LightGreen, BOLD)],
        Role::Target        => same(ink(Color::Magenta, BOLD), plain(BOLD),                  bright(Color::LightMagenta, BOLD)),
        Role::Match         => same(on(Color::Yellow, BOLD),   plain(BOLD.union(UNDER)),     on(Color::LightYellow, BOLD)),
        Role::Selected      => same(plain(REVERSED),           plain(REVERSED),              on(Color::White, BOLD)),
        Role::SelectedAway  => same(plain(UNDER),              plain(UNDER),                 bright(Color::White, UNDER)),
        Role::SelectedMatch => same(on(Color::Yellow, BOLD.union(UNDER)),
                                    plain(REVERSED.union(BOLD).union(UNDER)),
                                    on(Color::LightYellow, BOLD.union(UNDER))),
        Role::TabActive     => same(plain(REVERSED.union(BOLD)), plain(REVERSED.union(BOLD)), on(Color::White, BOLD)),
        Role::Key           => [ink(Color::Cyan, BOLD),        ink(Color::Blue, BOLD),
                                plain(BOLD),                   bright(Color::LightCyan, BOLD.union(UNDER))],
        Role::Warning       => same(ink(Color::Red, UNDER),    plain(UNDER),                 bright(Color::LightYellow, UNDER)),
        Role::Error         => same(ink(Color::Red, BOLD.union(REVERSED)),
                                    plain(BOLD.union(REVERSED)),
                                    on(Color::LightRed, BOLD)),
        Role::Bar           => [ink(Color::Cyan, NONE),        ink(Color::Blue, NONE),
                                plain(BOLD),                   bright(Color::LightCyan, BOLD)],
        Role::Input         => same(plain(BOLD.union(UNDER)),  plain(BOLD.union(UNDER)),     bright(Color::White, BOLD.union(UNDER))),
    }
}

/// The four styles of a role that looks the same on a dark and on a light background.
const fn same(colour: Style, mono: Style, contrast: Style) -> [Style; 4] {
    [colour, colour, mono, contrast]
}

/// Text in the terminal's own colours.
const fn plain(modifier: Modifier) -> Style {
    Style::new().add_modifier(modifier)
}

/// Coloured letters on the terminal's own background.
const fn ink(colour: Color, modifier: Modifier) -> Style {
    plain(modifier).fg(colour)
}

/// Black letters on a coloured background.
const fn on(ground: Color, modifier: Modifier) -> Style {
    plain(modifier).fg(Color::Black).bg(ground)
}

/// Coloured letters on black.
const fn bright(colour: Color, modifier: Modifier) -> Style {
    plain(modifier).fg(colour).bg(Color::Black)
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [Theme; 4] = [Theme::Colour, Theme::Light, Theme::Mono, Theme::Contrast];

    #[test]
    fn the_row_under_the_cursor_and_the_matches_in_it_are_seen_in_every_look() {
        for theme in THEMES {
            let looks = [Role::Text, Role::Selected, Role::SelectedAway, Role::SelectedMatch].map(|r| theme.style(r));
            for (at, look) in looks.iter().enumerate() {
                assert!(!looks[..at].contains(look), "{theme:?}: {look:?} stands for two things");
            }
        }
    }

    #[test]
    fn mono_names_no_colour() {
        for fill in [Role::Text, Role::Selected, Role::SelectedMatch, Role::Match, Role::Error, Role::Target] {
            let style = Theme::Mono.style(fill);
            assert_eq!((style.fg, style.bg), (None, None), "{fill:?}");
        }
    }

    #[test]
    fn meaning_never_hangs_on_colour_alone() {
        let kinds =
            [Role::Match, Role::Selected, Role::TabActive, Role::Warning, Role::Error, Role::Lead, Role::Target];
        for theme in THEMES {
            for role in kinds {
                let (plain, look) = (theme.style(Role::Text), theme.style(role));
                assert_ne!(plain.add_modifier, look.add_modifier, "{theme:?} {role:?}");
            }
        }
    }

    #[test]
    fn spans_of_a_selected_row_take_its_ground() {
        for theme in THEMES {
            let row = theme.style(Role::Selected);
            let unit = theme.span(Role::Selected, Role::Lead);
            assert_eq!((unit.fg, unit.bg), (row.fg, row.bg), "{theme:?}");
            assert!(unit.add_modifier.contains(row.add_modifier), "{theme:?}");
            assert_eq!(theme.span(Role::Selected, Role::Match), theme.style(Role::SelectedMatch), "{theme:?}");
        }
    }
}
