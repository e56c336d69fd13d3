//! The marks of Markdown that stand in the way of the importer: tables drawn with `|`, backslashes before marks, signs of
//! quotations (`>`), links, lines across the page. Headings
//! stay as they are, since the importer knows `#`. No line is added and none is taken away.

/// Turns the tables of a text into rows with tabs, and takes out the backslashes that keep marks from being markup.
pub(super) fn plain(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut plain = String::with_capacity(text.len());
    let (mut is_code, mut is_table) = (false, false);
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            plain.push('\n');
        }
        let is_fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        is_code ^= is_fence;
        if is_code || is_fence {
            plain.push_str(line);
            continue;
        }
        let is_rule = |at: usize| lines.get(at).is_some_and(|line| is_rule(line));
        let opens =
            line.contains('|') && is_rule(at + 1) && cells(line).len() == cells(lines.get(at + 1).unwrap_or(&"")).len();
        is_table = opens || (is_table && line.contains('|'));
        if !is_table {
            unescape(&without_links(without_signs(line)), &mut plain);
        } else if opens || !is_rule(at) {
            for (n, cell) in cells(line).iter().enumerate() {
                if n > 0 {
                    plain.push('\t');
                }
                unescape(&cell.replace("<br>", " ").replace("<br/>", " "), &mut plain);
            }
        }
    }
    plain
}

/// A line without the signs of a quotation before it and of emphasis around it; a line across the page is empty.
fn without_signs(line: &str) -> &str {
    let bare = line.trim();
    let is_across = |sign: char| bare.len() > 2 && bare.chars().all(|c| c == sign || c == ' ');
    if ['-', '*', '_'].into_iter().any(is_across) {
        return "";
    }
    let mut rest = line;
    while let Some(quoted) = rest.trim_start().strip_prefix('>') {
        rest = quoted.strip_prefix(' ').unwrap_or(quoted);
    }
    let inner = rest.trim().strip_prefix(['*', '_']).and_then(|inner| inner.strip_suffix(['*', '_']));
    inner.filter(|inner| !inner.is_empty() && !inner.contains(['*', '_'])).unwrap_or(rest)
}

/// A line with the words of its links alone, and without the sign of a list before one: `- [第一章 总则](#1)`.
fn without_links(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('[') {
        let named = behind.split_once("](").and_then(|(words, behind)| Some((words, behind.split_once(')')?.1)));
        let Some((words, behind)) = named.filter(|(words, _)| !words.contains(['[', ']'])) else {
            plain.push_str(before);
            plain.push('[');
            rest = behind;
            continue;
        };
        let is_entry = plain.is_empty() && matches!(before.trim(), "-" | "*" | "+" | "!");
        plain.push_str(if is_entry { "" } else { before });
        plain.push_str(words);
        rest = behind;
    }
    plain.push_str(rest);
    plain
}

/// Whether a line is the one below the header of a table: `|---|:--:|`.
fn is_rule(line: &str) -> bool {
    let is_dashes = |cell: &String| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.chars().all(|c| c == '-')
    };
    line.contains('|') && line.contains('-') && cells(line).iter().all(is_dashes)
}

/// The cells of a row, which `|` parts where no backslash stands before it.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for c in line.chars() {
        if c == '|' && !is_escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(c);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// Adds a line without the backslashes that stand before marks.
fn unescape(line: &str, plain: &mut String) {
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation) {
            plain.extend(rest.next());
        } else {
            plain.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_backslashes() {
        for (text, expected) in [
            (
                "| 指标 | 2030年 |\n|---|:-:|\n| 寿命<br>（岁） | 80 |\n|| 3 |\n\n后",
                "指标\t2030年\n\n寿命 （岁）\t80\n\t3\n\n后",
            ),
            ("指标 | 值\n--- | ---\na\\|b | 1\n", "指标\t值\n\na|b\t1\n"),
            ("## 1\\. 目标\\*\n千人*年 C:\\路", "## 1. 目标*\n千人*年 C:\\路"),
            ("甲 | 乙\n丙 | 丁", "甲 | 乙\n丙 | 丁"),
            ("```\n| a |\n|---|\n```\n", "```\n| a |\n|---|\n```\n"),
            ("a\r\n\r\nb", "a\r\n\r\nb"),
        ] {
            assert_eq!(plain(text), expected);
            assert_eq!(plain(text).matches('\n').count(), text.matches('\n').count());
        }
    }
}
