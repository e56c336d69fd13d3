//! Where a row of Chinese prose may end.
//!
//! The base is the Unicode line breaking algorithm (UAX 14), which keeps 。，、）” off the start of a row and （《“ off its
//! end. Two rules are added: some breaks are forbidden (between a number and its unit, before a joint), and some are
//! allowed (before “ and after ” beside Chinese characters). It must not know how long a row is.
//!
//! The units and marks of these rules stand here and not in the lexicon: they belong to the layout of a line and not to
//! the reading of a plan, and `text` imports no other module.

use unicode_linebreak::{BreakClass, BreakOpportunity, break_property};

/// Whether a row may end between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The row must end: a line feed, or the end of the text.
    Forced,
    /// The row may end here, and does if it is full.
    Allowed,
    /// The row may not end between the two.
    Bound,
}

/// Decides whether a row may end between two texts, given the opportunity that UAX 14 finds there.
pub(super) fn judge(found: Option<BreakOpportunity>, before: &str, after: &str) -> Verdict {
    let allowed = match found {
        Some(BreakOpportunity::Mandatory) => return Verdict::Forced,
        Some(BreakOpportunity::Allowed) => !is_bound(before, after),
        None => is_outside_quotes(before, after),
    };
    if allowed { Verdict::Allowed } else { Verdict::Bound }
}

/// Characters that follow a number and stay on its row, units above all: 2030|年, 30|万, 2|个, 3|余.
const UNITS: &str = "年月日号时分秒周天岁届期次人名位个张家所间项件条种类批台套辆例户床倍成元角米里平立公吨克升毫千百十万亿兆余多几度级版章节款%％‰℃㎡";

/// Marks that join both sides and so must not begin a row, though UAX 14 allows it: 〇·〇, 5～10, 1∶2. Source: W3C,
/// Requirements for Chinese Text Layout (clreq), line start prohibition of connectors and interpuncts.
const JOINTS: &str = "·・‧～－∶／";

/// Whether a break between the two texts would split a number, separate it from its unit, or put a joint at
/// the start of the next row.
fn is_bound(before: &str, after: &str) -> bool {
    // Many plans print a space between number and unit: 1.37 人, 第 3 章.
    let (before, spaced) = before.strip_suffix(' ').map_or((before, false), |before| (before, true));
    let mut before = before.chars().rev();
    let (Some(last), Some(next)) = (before.next(), after.chars().next()) else { return false };
    if JOINTS.contains(next) {
        return true;
    }
    if is_digit(last) && UNITS.contains(next) {
        return true;
    }
    // ２０３０ and ２．５ in full-width characters are ideographs and closing marks to UAX 14.
    is_digit(next)
        && (is_digit(last) && !spaced
            || last == '第'
            || ("．～－∶／".contains(last) && before.next().is_some_and(is_digit)))
}

/// Whether a row may end here, just outside a quotation, although UAX 14 does not allow it.
///
/// “ and ” are used in many languages, so the algorithm allows no break on either side. Beside Chinese characters it is
/// clear which side is inside: 落实|“十五五”|规划. Source: rule `LB19a`, new in Unicode 16.
fn is_outside_quotes(before: &str, after: &str) -> bool {
    use BreakClass::{ClosePunctuation, Exclamation, Ideographic, NonStarter, OpenPunctuation};
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return false };
    let class = |character| break_property(u32::from(character));
    let closed = matches!(last, '”' | '’');
    match next {
        _ if next.is_ascii() || last.is_ascii() => false,
        '“' | '‘' => closed || matches!(class(last), Ideographic | ClosePunctuation | Exclamation | NonStarter),
        _ => closed && matches!(class(next), Ideographic | OpenPunctuation) && !JOINTS.contains(next),
    }
}

fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

#[cfg(test)]
mod tests {
    use unicode_linebreak::linebreaks;

    use super::*;

    /// The text with a bar wherever a row may end.
    fn bars(text: &str) -> String {
        let mut barred = String::new();
        let mut found = linebreaks(text).peekable();
        for (at, character) in text.char_indices() {
            let found = found.next_if(|&(place, _)| place == at).map(|(_, kind)| kind);
            let (before, after) = text.split_at(at);
            if judge(found, before, after) == Verdict::Allowed {
                barred.push('|');
            }
            barred.push(character);
        }
        barred
    }

    #[test]
    fn says_where_rows_may_end() {
        for expected in [
            "规|划，|纲|要",
            "（一）|总|则",
            "到|2030年，|达|82.5岁",
            "10.11/10万|人",
            "7.58%，|约|16.28 亿|元",
            "第3章|第 4 节",
            "１２０张、|２．５倍",
            "5～10岁|至|1∶2",
            "10 |20 |30",
            "落|实|“十|五|五”|规|划",
            "“一|老”|“一|小”，|“四",
            "《“十|四|五”|规|划》|“（一）”",
            "the |“best” |it’s",
            "第|“3”|号|A“3”B",
            "玛|丽·|居|里",
            "情|况|——|一|般……",
        ] {
            assert_eq!(bars(&expected.replace('|', "")), expected);
        }
    }
}
