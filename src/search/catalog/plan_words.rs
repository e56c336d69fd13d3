//! The words by which a filter means a plan, as they are compared: folded and spelled in letters once, not at each key.

use crate::model::Plan;
use crate::search::base::bytes::{Reader, Writer};
use crate::text::fold::fold;
use crate::text::pinyin;

/// What the value of a filter is compared with, of one plan.
pub(crate) struct PlanWords {
    /// The id, the title, the region and the period, folded, one a line.
    fields: String,
    /// How the short name is spelled, by its initials and in full.
    initials: String,
    sound: String,
}

impl PlanWords {
    pub(crate) fn new(plan: &Plan) -> Self {
        let fields = [Some(&plan.id), Some(&plan.title), plan.region.as_ref(), plan.period.as_ref()];
        let fields: Vec<String> = fields.into_iter().flatten().map(|field| fold(field)).collect();
        Self { fields: fields.join("\n"), initials: pinyin::initials(&plan.short), sound: pinyin::full(&plan.short) }
    }

    /// Whether a folded word means the plan: a part of a field, or the spelling of its short name.
    pub(crate) fn are_meant_by(&self, word: &str) -> bool {
        self.fields.contains(word) || self.initials == word || self.sound.starts_with(word)
    }

    /// Writes the words, to be read by [`PlanWords::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        for text in [&self.fields, &self.initials, &self.sound] {
            out.bytes(text.as_bytes());
        }
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self { fields: from.text()?, initials: from.text()?, sound: from.text()? })
    }
}
