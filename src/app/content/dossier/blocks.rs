//! What a dossier consists of before its rows are made: the head, one block for each plan, the mentions. A large library has
//! thousands of blocks, and only those around what is seen are made; how many items each has is known before.

use std::ops::Range;

use crate::analysis::responsibility::dossier::{Card, Dossiers};
use crate::analysis::responsibility::ledger::Assignment;
use crate::analysis::responsibility::unassigned::Unassigned;
use crate::app::content::dossier::maker::Maker;
use crate::app::content::dossier::{DossierRow, TaskFilter, UNNAMED};
use crate::app::screen::page::Role;
use crate::app::state::location::NodeRef;
use crate::app::state::session::{Material, Session};
use crate::model::Plan;
use crate::text::wrap::Indent;
use crate::words::{browser, pages};

/// How many mentions are made at once.
const MENTIONS: usize = 16;

/// The blocks of the dossier of one department, or of the tasks that name no units.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    id: String,
    filter: TaskFilter,
    /// The width of a row, at which remarks are broken.
    cells: usize,
    /// The rows of the first block.
    head: Vec<DossierRow>,
    all: Vec<Block>,
    /// How many items stand above each block, and behind the last one how many there are.
    items_above: Vec<usize>,
    /// The mentions that are listed, by their positions among those of the department.
    mentions: Vec<usize>,
}

/// Rows that are made together, since they belong to one plan or to the head.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    /// What stands above all plans.
    Head,
    /// What the plan at this position gives the department to do.
    Plan {
        at: usize,
        /// The tasks that the filter keeps, by their positions among those of the department in the plan.
        kept: Kept,
        /// Whether a blank row stands above it.
        is_apart: bool,
    },
    /// A few sentences that name the department, those of the first block below their head.
    Mentions(Range<usize>),
    /// The plan at this position, which names no units, and whether it is the first such one.
    Silent(usize, bool),
    /// The tasks of the plan at this position that name no units.
    Unnamed(usize, Kept),
}

/// Which of the tasks of a plan are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    /// All of them, which are so many.
    All(usize),
    These(Vec<usize>),
}

impl Kept {
    fn len(&self) -> usize {
        match self {
            Self::All(n) => *n,
            Self::These(these) => these.len(),
        }
    }

    fn holds(&self, at: usize) -> bool {
        match self {
            Self::All(_) => true,
            Self::These(these) => these.binary_search(&at).is_ok(),
        }
    }
}

impl Blocks {
    /// Finds out what the dossier of the department with this id consists of, as far as the typed filter keeps it.
    pub(super) fn new(session: &Session, id: &str, typed: &str, cells: usize) -> Self {
        let mut this = Self { id: id.to_owned(), filter: TaskFilter::parse(typed), cells, ..Self::default() };
        if id == UNNAMED {
            this.add_unnamed(session);
        } else if session.has_dossiers() {
            this.add_dossier(session);
        } else {
            let mut maker = this.maker(session);
            maker.note(&session.why_empty(Material::Dossiers, browser::LOADING.get()), Indent::NONE, Role::Dim);
            this.add(Block::Head, 0);
            this.head = maker.made;
        }
        this.close(session);
        this
    }

    /// How many blocks there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// How many items there are in all.
    pub(super) fn n_items(&self) -> usize {
        self.items_above.last().copied().unwrap_or(0)
    }

    /// How many items stand above the block at this position.
    pub(super) fn n_items_above(&self, block: usize) -> usize {
        self.items_above.get(block).copied().unwrap_or_else(|| self.n_items())
    }

    /// Makes the rows of the block at this position.
    pub(super) fn make(&self, session: &Session, block: usize) -> Vec<DossierRow> {
        let mut maker = self.maker(session);
        match self.all.get(block) {
            None => {}
            Some(Block::Head) => return self.head.clone(),
            Some(Block::Plan { at, kept, is_apart }) => {
                if let Some(plan) = session.heads().get(*at) {
                    maker.share(&session.dossiers().share(plan, &self.id), |task| kept.holds(task), *is_apart);
                }
            }
            Some(Block::Mentions(range)) => {
                if range.start == 0 {
                    maker.head_of_mentions(self.mentions.len());
                }
                let all = session.dossiers().mentions(&self.id);
                let own = self.mentions.get(range.clone()).unwrap_or_default();
                own.iter().filter_map(|at| all.get(*at)).for_each(|mention| maker.mention(mention));
            }
            Some(Block::Silent(at, is_first)) => {
                if let Some(plan) = session.heads().get(*at) {
                    maker.silent(plan, *is_first);
                }
            }
            Some(Block::Unnamed(at, kept)) => {
                if let Some((plan, places)) = session.heads().get(*at).zip(session.unassigned(*at)) {
                    maker.unnamed(Unassigned::at(plan, places), |task| kept.holds(task));
                }
            }
        }
        maker.made
    }

    /// Makes everything at once, for what is not scrolled.
    pub(super) fn rows(&self, session: &Session) -> Vec<DossierRow> {
        (0..self.len()).flat_map(|block| self.make(session, block)).collect()
    }

    /// The blocks that may have items about a node, in their order.
    pub(super) fn about<'a>(&'a self, session: &'a Session, node_ref: NodeRef) -> impl Iterator<Item = usize> + 'a {
        let id = session.node(node_ref).map(|node| node.id.as_str());
        let all = session.dossiers().mentions(&self.id);
        let is_about =
            move |mention: &usize| all.get(*mention).is_some_and(|mention| Some(mention.node.as_str()) == id);
        let may_have = move |block: &Block| match block {
            Block::Head | Block::Silent(..) => false,
            Block::Plan { at, .. } | Block::Unnamed(at, _) => *at == node_ref.plan,
            Block::Mentions(range) => self.mentions.get(range.clone()).is_some_and(|own| own.iter().any(is_about)),
        };
        self.all.iter().enumerate().filter(move |(_, block)| may_have(block)).map(|(at, _)| at)
    }

    fn maker<'a>(&self, session: &'a Session) -> Maker<'a> {
        Maker { session, cells: self.cells, made: Vec::new() }
    }

    fn add(&mut self, block: Block, n_items: usize) {
        if self.items_above.is_empty() {
            self.items_above.push(0);
        }
        self.all.push(block);
        self.items_above.push(self.n_items() + n_items);
    }

    /// Says below the first row which filter is in force, and how many items it leaves.
    fn close(&mut self, session: &Session) {
        let n_sisters = self.head.iter().filter(|row| matches!(row, DossierRow::Sister(..))).count();
        let n_items = self.n_items() - n_sisters;
        if !self.filter.is_empty() && !self.head.is_empty() {
            let mut maker = self.maker(session);
            maker.say_what_is_left_out(&self.filter.typed, n_items);
            self.head.splice(1..1, maker.made);
        }
    }

    fn add_dossier(&mut self, session: &Session) {
        let is_chosen = |plan| session.is_chosen(plan);
        let Some(card) = Card::new(session.loaded(), session.ledger(), &self.id, is_chosen) else { return };
        let mut maker = self.maker(session);
        maker.card(&card);
        self.head = maker.made;
        self.add(Block::Head, card.living_sisters.len());
        self.add_plans(session);
        self.add_mentions(session);
        if self.filter.is_empty() {
            // A plan without units has nothing that a filter could keep.
            let silent = session.plans().filter(|(_, plan)| !plan.names_units());
            for (nth, (at, _)) in silent.enumerate() {
                self.add(Block::Silent(at, nth == 0), 0);
            }
        }
    }

    fn add_plans(&mut self, session: &Session) {
        let assignee = session.ledger().assignee(&self.id);
        let assignments = assignee.map_or(&[][..], |assignee| assignee.assignments.as_slice());
        let mut assignments = assignments.chunk_by(|one, other| one.plan() == other.plan()).peekable();
        let mut is_below_head = matches!(self.head.last(), Some(DossierRow::Head(..)));
        for (at, plan) in session.plans() {
            while assignments.next_if(|own| own.first().is_some_and(|own| own.plan() < at)).is_some() {}
            let own = assignments.next_if(|own| own.first().is_some_and(|own| own.plan() == at));
            if !plan.names_units() {
                continue;
            }
            let kept = self.kept(session.dossiers(), plan, own.unwrap_or_default());
            let n_kept = kept.len();
            if n_kept == 0 && !self.filter.is_empty() {
                continue;
            }
            self.add(Block::Plan { at, kept, is_apart: n_kept > 0 || !is_below_head }, n_kept);
            is_below_head = n_kept == 0;
        }
    }

    /// Which tasks of the department in a plan the filter keeps.
    fn kept(&self, dossiers: &Dossiers, plan: &Plan, own: &[Assignment]) -> Kept {
        if self.filter.is_empty() || own.is_empty() {
            return Kept::All(own.len());
        }
        Kept::These(self.filter.kept(dossiers, plan, own))
    }

    fn add_mentions(&mut self, session: &Session) {
        let all = session.dossiers().mentions(&self.id).iter().enumerate();
        let kept = all.filter(|(_, mention)| {
            let plan = session.position(&mention.plan).filter(|at| session.is_chosen(*at));
            plan.and_then(|at| session.heads().get(at))
                .is_some_and(|plan| self.filter.accepts_other(plan, [mention.quote.as_str()]))
        });
        let kept: Vec<usize> = kept.map(|(at, _)| at).collect();
        for from in (0..kept.len()).step_by(MENTIONS) {
            let to = (from + MENTIONS).min(kept.len());
            self.add(Block::Mentions(from..to), to - from);
        }
        self.mentions = kept;
    }

    fn add_unnamed(&mut self, session: &Session) {
        let plans: Vec<_> =
            session.plans_with_contents().filter_map(|(at, plan)| Some((at, plan, session.unassigned(at)?))).collect();
        let mut maker = self.maker(session);
        let total: usize = plans.iter().map(|(.., places)| places.tasks.len()).sum();
        maker.made.push(DossierRow::Head(pages::UNNAMED_TASKS.to_string(), pages::tasks(total)));
        if let Some(remark) = session.missing(Material::Contents).remark(&session.keymap) {
            maker.note(&remark, Indent::NONE, Role::Warning);
        }
        self.head = maker.made;
        self.add(Block::Head, 0);
        for (at, plan, places) in plans {
            let kept = if self.filter.is_empty() {
                Kept::All(places.tasks.len())
            } else {
                let unassigned = Unassigned::at(plan, places);
                let tasks =
                    unassigned.tasks.iter().enumerate().filter(|(_, task)| self.filter.accepts_unnamed(plan, task));
                Kept::These(tasks.map(|(at, _)| at).collect())
            };
            let n_kept = kept.len();
            if n_kept > 0 || self.filter.is_empty() {
                self.add(Block::Unnamed(at, kept), n_kept);
            }
        }
    }
}
