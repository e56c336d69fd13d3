//! A message of one line for arguments that cannot be used: what is wrong, where, and what would be right. clap finds
//! the fault; the words are ours.

use std::ffi::OsString;

use crate::text::width::Width;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The words of an error by its kind: those before the wrong part, and those behind it.
const WORDS: [(ErrorKind, &str, &str); 9] = [
    (ErrorKind::InvalidUtf8, "有的参数不是 UTF-8 文字：请把终端和文件名的编码改为 UTF-8", ""),
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

/// The most cells of an argument that a message quotes.
const QUOTED: usize = 80;

/// Shortens what a message quotes of the arguments: whoever pasted a document as an argument reads a line all the same.
pub(super) fn quoting(message: &str, arguments: &[OsString]) -> String {
    let values = arguments.iter().filter_map(|argument| argument.to_str());
    // `--name=value` is quoted by its value as well.
    let mut long: Vec<&str> = values
        .flat_map(|argument| [Some(argument), argument.split_once('=').map(|(_, value)| value)])
        .flatten()
        .flat_map(|argument| [argument, argument.trim()])
        .filter(|argument| Width::Narrow.of(argument) > QUOTED)
        .collect();
    long.sort_by_key(|argument| std::cmp::Reverse(argument.len()));
    long.into_iter().fold(message.to_owned(), |message, argument| {
        message.replace(argument, &Width::Narrow.truncate(argument, QUOTED))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_arguments_are_quoted_in_part() {
        let long = "健".repeat(200);
        let arguments = ["guihua".into(), format!("--dept={long}").into(), OsString::from("short")];
        let message = quoting(&format!("没有名为“{long}”的部门；short"), &arguments);
        assert!(Width::Narrow.of(&message) < 80 + 30 && message.ends_with("short"), "{message}");
        assert_eq!(quoting("没有名为“short”的部门", &arguments), "没有名为“short”的部门");
    }
}
