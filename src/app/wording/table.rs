//! How the tables of indicators word their order, and what leaves rows out.

use crate::analysis::indicators::sort::SortOrder;
use crate::app::input::action::{Action, Arrange, Open, Step};
use crate::app::input::keymap::Keymap;
use crate::app::wording::{ESCAPE, list};
use crate::words::pages;

/// Words that rows of unlike units cannot be sorted, and the way out.
pub(crate) fn unlike_units(keymap: &Keymap, units: &[String]) -> String {
    const SHOWN: usize = 4;
    let shown = list(units.get(..SHOWN).unwrap_or(units));
    let more = if units.len() > SHOWN { pages::AND_OTHERS.get() } else { "" };
    pages::unlike_units(format_args!("{shown}{more}"), keymap.key(Action::Open(Open::Filter)))
}

/// Words by which column rows are sorted, in which direction, and which keys change that.
pub(crate) fn ordered(keymap: &Keymap, column: &str, way: SortOrder) -> String {
    let way = match way {
        SortOrder::Ascending => pages::ASCENDING,
        SortOrder::Descending => pages::DESCENDING,
    };
    let key = |arrange| keymap.key(Action::Arrange(arrange));
    let [before, next] = [Step::Previous, Step::Next].map(|step| key(Arrange::Column(step)));
    pages::sorted(column, way, key(Arrange::Order), before, next)
}

/// Words that only rows of one nature are listed, and which key undoes it.
pub(crate) fn only_now(keymap: &Keymap, nature: &str) -> String {
    pages::only_now(nature, keymap.key(Action::Arrange(Arrange::Nature)), keymap.key(ESCAPE))
}
