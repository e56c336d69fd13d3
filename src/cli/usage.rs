//! A message of one line for arguments that cannot be used: what is wrong, where, and what would be right. clap finds
//! the fault; the words are ours.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The words of an error by its kind: those before the wrong part, and those behind it.
const WORDS: [(ErrorKind, &str, &str); 8] = [
    (ErrorKind::InvalidSubcommand, "没有命令", ""),
    (ErrorKind::UnknownArgument, "没有参数", ""),
    (ErrorKind::InvalidValue, "参数值不对：", ""),
    (ErrorKind::ValueValidation, "参数值不对：", ""),
    (ErrorKind::MissingRequiredArgument, "缺少", ""),
    (ErrorKind::ArgumentConflict, "参数", "不能同时使用或重复"),
    (ErrorKind::TooManyValues, "参数", "的值太多"),
    (ErrorKind::WrongNumberOfValues, "参数", "的值的个数不对"),
];

/// The contexts in which clap keeps the part that is wrong; the first one present is named.
const WRONG: [ContextKind; 3] = [ContextKind::InvalidSubcommand, ContextKind::InvalidValue, ContextKind::InvalidArg];

/// The contexts in which clap keeps what would be right; the first one present is named.
const RIGHT: [ContextKind; 4] =
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::ValidValue];

/// Makes one line of Chinese of clap's error, ending with the command that explains the usage.
pub(super) fn message(error: &clap::Error) -> String {
    let find = |kinds: &[ContextKind]| kinds.iter().find_map(|kind| words(error.get(*kind)?));
    let (before, behind) = WORDS
        .iter()
        .find(|(kind, ..)| *kind == error.kind())
        .map_or(("用法不对：", ""), |(_, before, behind)| (*before, *behind));
    let wrong = find(&WRONG).map(|wrong| format!("“{wrong}”")).unwrap_or_default();
    if error.kind() == ErrorKind::InvalidValue && error.get(ContextKind::InvalidValue).and_then(words).is_none() {
        return format!("{wrong} 缺少值；guihua --help 说明用法");
    }
    let place = match (error.kind(), error.get(ContextKind::InvalidArg).and_then(words)) {
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Some(argument)) => format!("（{argument}）"),
        _ => String::new(),
    };
    let right = find(&RIGHT).map(|right| format!("；可用：{right}")).unwrap_or_default();
    format!("{before}{wrong}{behind}{place}{right}；guihua --help 说明用法")
}

#[expect(clippy::wildcard_enum_match_arm, reason = "clap's list is open: a newer version may add kinds of values")]
fn words(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(word) => Some(word.clone()).filter(|word| !word.is_empty()),
        ContextValue::Strings(words) => Some(words.join("、")).filter(|words| !words.is_empty()),
        ContextValue::StyledStr(words) => Some(words.to_string()),
        _ => None,
    }
}
