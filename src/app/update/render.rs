//! The screen put together: what stands around the view, the view or the hits, the sheet over them, and the hints for
//! the keys that work now. It changes nothing.

use crate::app::input::action::{Action, Ask, Deed, Edit, Go};
use crate::app::input::keymap::{self, Context};
use crate::app::screen::layout;
use crate::app::screen::page::Page;
use crate::app::update::{App, Mode};
use crate::app::views::chrome;
use crate::app::widgets::popup::Choice;
use crate::app::wording;

impl App {
    /// Whether an action would do something now, so that its hint may stand at the foot.
    fn works(&self, action: Action) -> bool {
        if self.saving.is_some() {
            return true;
        }
        let is_searching = self.mode == Mode::Search && self.sheet.is_none();
        match action {
            Action::Go(Go::Hit(_)) => self.world.search.is_some(),
            Action::Go(Go::History(forward)) => self.trail.leads(forward),
            Action::Ask(Ask::Bureau) => !matches!(self.view().context(), Context::Bureaus | Context::Tasks),
            Action::Ask(Ask::Beside) if self.sheet.is_some() => {
                self.sheet.as_ref().is_some_and(|sheet| sheet.about.is_some())
            }
            Action::Ask(Ask::Source | Ask::Similar | Ask::Beside) => {
                self.view().spot(&self.world).is_some_and(|spot| spot.node.is_some())
            }
            Action::Edit(Edit::Unfilter) => self.searching.has_filter(),
            Action::Edit(Edit::Clear) if is_searching => !self.searching.field.is_empty(),
            Action::Edit(Edit::Done) | Action::Deed(Deed::Move(_)) if is_searching => self.searching.has_choice(),
            Action::Deed(deed) => self.deed_works(deed),
            Action::Go(_)
            | Action::Ask(_)
            | Action::Arrange(_)
            | Action::Copy(_)
            | Action::Edit(_)
            | Action::Program(_) => true,
        }
    }

    /// The same for what one does in what is shown.
    fn deed_works(&self, deed: Deed) -> bool {
        let context = self.view().context();
        match (deed, &self.sheet) {
            (Deed::Open, Some(sheet)) => sheet.chosen().is_some() || sheet.further.is_some(),
            (Deed::Fold(_), Some(sheet)) => matches!(sheet.chosen(), Some(Choice::Plan(_))),
            (Deed::Close, Some(sheet)) => sheet.context() == Context::Sheet,
            (Deed::Back, None) => self.mode != Mode::List || self.world.search.is_some() || context == Context::Text,
            (Deed::Pane(_), _) => context != Context::Table,
            (Deed::Scroll(_), _) => context == Context::Tree && self.size.width >= layout::TWO_FROM,
            (Deed::Back, Some(_)) | (Deed::Move(_) | Deed::Open | Deed::Fold(_) | Deed::Close, _) => true,
        }
    }

    /// The screen.
    #[must_use]
    pub fn page(&self) -> Page {
        if chrome::is_small(self.size) {
            return chrome::small(self.size, self.world.width);
        }
        let mut page = Page::default();
        let is_searching = self.mode == Mode::Search;
        let top = chrome::Top { tab: self.tab, field: &self.searching.field, is_typing: is_searching };
        top.paint(&self.world, self.size, &mut page);
        let view = self.view();
        let (crumbs, mut count) = if is_searching {
            (self.searching.crumbs(&self.world), self.searching.count())
        } else {
            (view.crumbs(&self.world), view.count(&self.world))
        };
        if let Some(held) = self.world.held {
            count = format!("{}  {count}", wording::held(&self.world.title(held)));
        }
        if self.world.is_narrowed() {
            let chosen = wording::chosen(self.world.plans().count(), self.world.chosen.len());
            count = if count.is_empty() { chosen } else { format!("{chosen}  {count}") };
        }
        chrome::crumbs(&self.world, self.size, &crumbs, &count, &mut page);
        if is_searching {
            self.searching.paint(&self.world, &mut page);
        } else {
            view.paint(&self.world, self.sheet.is_none(), &mut page);
        }
        let contexts = self.contexts();
        let hints: Vec<_> = keymap::holding(&contexts)
            .into_iter()
            .filter(|binding| !binding.hint.is_empty() && self.works(binding.action))
            .collect();
        let say = self.say.clone().or_else(|| wording::library(self.world.failure().as_ref(), self.world.is_loading()));
        chrome::foot(&self.world, self.size, say.as_deref(), &hints, &mut page);
        if let Some(field) = view.filter().filter(|_| self.mode == Mode::Filter) {
            chrome::filter(&self.world, self.size, field, &mut page);
        }
        if let Some(sheet) = &self.sheet {
            sheet.paint(&mut page);
        }
        if let Some(saving) = &self.saving {
            saving.paint(self.world.width, &mut page);
        }
        page
    }
}
