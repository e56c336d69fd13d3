//! Reads targets that are stated in words and not in figures: 实现全覆盖, 达到省的指标要求, 建成国家食品安全示范城市.

use crate::analysis::targets::target::metric;
use crate::lexicon::punctuation::AROUND_CLAUSES;
use crate::lexicon::target::{
    ACTORS, COMPLETION_ADVERBS, COMPLETION_VERBS, EFFORTS, PLACING_VERBS, RESULT_OPENERS, RESULT_VERBS,
    VERBS_WITH_RESULT,
};

/// The target that a clause states in words.
pub(super) struct QualitativeTarget {
    /// The metric, or the object of the target.
    pub(super) metric: String,
    /// The words that state the result, as printed.
    pub(super) raw: String,
}

/// Most characters between 实现 and 全覆盖 that name a level (实现镇街全覆盖) and not an object.
const LONGEST_HOW: usize = 3;

/// Reads a clause without a figure; `None` if it states no target. `verbs_count` says whether a verb that opens the
/// clause makes it a target: in a sentence without a year of its own it is an instruction (努力构建…).
pub(super) fn read(clause: &str, verbs_count: bool) -> Option<QualitativeTarget> {
    let clause = AROUND_CLAUSES.trim(clause);
    let clause = EFFORTS.strip_prefix(clause).unwrap_or(clause);
    if let Some(verb) = RESULT_VERBS.iter().filter(|verb| clause.starts_with(verb)).max_by_key(|verb| verb.len()) {
        if !verbs_count {
            return None;
        }
        let thing = clause.strip_prefix(verb).unwrap_or_default();
        let (thing, raw) = match thing.strip_suffix("全覆盖").filter(|thing| !thing.is_empty()) {
            Some(thing) => (thing, "全覆盖"),
            None => (thing, verb),
        };
        // 目标 usually ends a metric (知晓率目标达到…), but may be the object itself (实现阶段性目标).
        let is_goal = thing.chars().count() > LONGEST_HOW && thing.ends_with("目标");
        let goal = is_goal.then(|| QualitativeTarget { metric: thing.to_owned(), raw: raw.to_owned() });
        return goal.or_else(|| target_of(thing, raw));
    }
    if let Some((thing, share)) = clause.strip_suffix("全覆盖").and_then(|rest| rest.split_once("实现")) {
        // 实现镇街全覆盖 names a level; 实现15分钟健身圈全覆盖 names the object.
        let how = share.chars().count() <= LONGEST_HOW;
        return if how { target_of(thing, clause.strip_prefix(thing)?) } else { target_of(share, "全覆盖") };
    }
    let (at, _) = RESULT_OPENERS
        .iter()
        .filter_map(|word| clause.find(word).map(|at| (at, word)))
        .min_by_key(|(at, word)| (*at, usize::MAX - word.len()))?;
    let (thing, raw) = clause.split_at_checked(at)?;
    if raw.ends_with("以下目标") || raw.ends_with("如下目标") {
        return None;
    }
    without_actor(thing, raw).or_else(|| inside_object(thing, raw)).or_else(|| target_of(thing, raw))
}

/// Reads a clause that begins with who acts (各地区逐步建立…, 配合省全面建成…): the metric is the object, not the actor.
fn without_actor(actor: &str, raw: &str) -> Option<QualitativeTarget> {
    let is_actor = ACTORS.contains(actor) || actor.starts_with("配合");
    let rest = COMPLETION_ADVERBS.strip_prefix(raw).filter(|_| is_actor)?;
    let thing = COMPLETION_VERBS.strip_prefix(rest)?;
    target_of(thing, raw.strip_suffix(thing)?)
}

/// Reads a result inside an object: the metric of 在健康促进中发挥更加突出的引领作用 is 引领作用, that of 将预防摆在更加突出位置 is 预防.
fn inside_object(thing: &str, raw: &str) -> Option<QualitativeTarget> {
    if let Some(placed) = PLACING_VERBS.strip_suffix(thing) {
        let (about, verb) = (placed.trim_start_matches(['将', '把']), thing.strip_prefix(placed)?);
        return target_of(about, &format!("{verb}{raw}"));
    }
    let verb = VERBS_WITH_RESULT.suffix_of(thing)?;
    let (_, object) = raw.rsplit_once('的')?;
    target_of(object, &format!("{verb}{raw}"))
}

/// A target of this object with these words; `None` if nothing is left of the object.
fn target_of(thing: &str, raw: &str) -> Option<QualitativeTarget> {
    let metric = metric::clean(thing);
    (metric.chars().count() > 1).then(|| QualitativeTarget { metric: metric.to_owned(), raw: raw.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_that_state_a_result() {
        for (clause, expected) in [
            ("农村无害化卫生公厕实现全覆盖。", Some(("农村无害化卫生公厕", "实现全覆盖"))),
            ("食品安全风险监测网络实现镇街全覆盖", Some(("食品安全风险监测网络", "实现镇街全覆盖"))),
            ("实现省级以上卫生城市全覆盖，", Some(("省级以上卫生城市", "全覆盖"))),
            ("居民健康素养水平达到省的指标要求；", Some(("居民健康素养水平", "达到省的指标要求"))),
            ("力争建成国家食品安全示范城市", Some(("国家食品安全示范城市", "建成"))),
            ("健康环境持续改善", Some(("健康环境", "持续改善"))),
            ("各地区逐步建立患者个案管理团队", Some(("患者个案管理团队", "逐步建立"))),
            ("配合省全面建成全民健康信息平台", Some(("全民健康信息平台", "全面建成"))),
            ("将预防为主摆在更加突出位置", Some(("预防为主", "摆在更加突出位置"))),
            ("在健康促进中发挥更加突出的引领作用", Some(("引领作用", "发挥更加突出的引领作用"))),
            ("全面实现“健康东川行动”阶段性目标", Some(("“健康东川行动”阶段性目标", "全面实现"))),
            ("具体实现以下目标", None),
            ("加强健康教育", None),
            ("", None),
        ] {
            let got = read(clause, true);
            let got = got.as_ref().map(|target| (target.metric.as_str(), target.raw.as_str()));
            assert_eq!(got, expected, "{clause}");
        }
        assert!(read("努力构建健身圈", false).is_none());
    }
}
