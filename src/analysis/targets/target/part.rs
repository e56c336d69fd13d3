//! Parts of a whole that stand behind the name of what is measured, before their values: 覆盖率城市达到95%、农村达到60%.

use crate::analysis::targets::target::metric::ends_as_measure;
use crate::lexicon::parallel::PARTS_OF_WHOLE;
use crate::lexicon::target::CONJUNCTIONS;

/// What is measured, and the parts that stand behind it: 覆盖率 and 城市 of 覆盖率城市. `None` if none do.
pub(super) fn behind_measure(metric: &str) -> Option<(&str, &str)> {
    let measure = without_parts(metric);
    let parts = metric.strip_prefix(measure).filter(|parts| !parts.is_empty())?;
    ends_as_measure(measure).then_some((measure, parts))
}

/// What is measured of parts that stand alone: 农村覆盖率 of 农村 behind a value of 覆盖率.
pub(super) fn of_measure(parts: &str, measure: &str) -> Option<String> {
    let is_bare = without_parts(parts).is_empty() && !parts.is_empty();
    (is_bare && ends_as_measure(measure)).then(|| format!("{parts}{measure}"))
}

/// A text without the list of parts that closes it.
fn without_parts(text: &str) -> &str {
    let mut rest = text;
    loop {
        let Some(before) = PARTS_OF_WHOLE.strip_longest(|part| rest.strip_suffix(part)) else { return rest };
        let joined = before.strip_suffix('、').or_else(|| CONJUNCTIONS.strip_suffix(before));
        match joined {
            Some(joined) => rest = joined,
            None => return before,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_before_their_measure() {
        for (metric, expected) in [
            ("生活垃圾分类覆盖率城市", Some(("生活垃圾分类覆盖率", "城市"))),
            ("近视率小学、初中", Some(("近视率", "小学、初中"))),
            ("生活垃圾分类覆盖率", None),
            ("城市", None),
            ("示范社区", None),
        ] {
            assert_eq!(behind_measure(metric), expected, "{metric}");
        }
        assert_eq!(of_measure("重点人群", "签约服务覆盖率").as_deref(), Some("重点人群签约服务覆盖率"));
        assert_eq!(of_measure("示范社区", "签约服务覆盖率"), None);
    }
}
