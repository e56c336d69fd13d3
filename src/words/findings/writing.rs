//! Findings about spelling, marks, broken sentences, repeated words, names, and style.

use crate::words::{sentences, words};

sentences! {
    misspelt(printed, usual) = "“{printed}”，通常写作“{usual}”", "“{printed}” is usually written “{usual}”";
    other_elsewhere(printed, usual) = "“{printed}”，文中多处为“{usual}”", "“{printed}”; it is “{usual}” in most places";
    one_char_too_many(words, character) = "“{words}”多一“{character}”字", "“{words}” has one “{character}” too many";
    printed_twice(word) = "“{word}”连印两次", "“{word}” is printed twice in a row";
    repeated(part, words) = "同{part}印了两次：{words}", "the same {part} is printed twice: {words}";

    unpaired(mark) = "{mark}不成对", "{mark} has no counterpart";
    adjacent_marks(marks) = "标点“{marks}”相连", "marks in a row: “{marks}”";
    foreign_word(word) = "中文里夹有外文“{word}”", "a foreign word among the Chinese: “{word}”";
    char_missing(word, lacking) = "“{word}”之后似缺“{lacking}”字", "after “{word}” a “{lacking}” seems to be missing";
    no_and_between_years() = "两个年份之间没有“和”字", "no “和” (and) between two years";
    mark_before_deng() = "“等”之前有顿号", "a “、” before “等” (and so on)";
    two_ands() = "“与”“和”连用", "“与” and “和” (both: and) in a row";
    no_word(word) = "“{word}”不成词", "“{word}” is no word";

    breaks_off(words) = "句子似在“{words}”处中断", "the sentence seems to break off at “{words}”";
    cut_word(words) = "“{words}”不成词，似缺字", "“{words}” is no word; a character seems to be missing";
    unfinished_phrase(usual) =
        "句子似未完，通常写作“{usual}”", "the sentence seems to be unfinished; it is usually written “{usual}”";
    unfinished_at(last) =
        "句子以“{last}”结尾，似未完", "the sentence ends with “{last}” and seems to be unfinished";
    no_value() = "句末没有数值，似缺字", "no value at the end of the sentence; something seems to be missing";
    only_year() = "句末只有年份，似未完", "the sentence ends with no more than a year and seems to be unfinished";
    unfinished_text() = "文末没有句号，似未完", "the text ends without a full stop and seems to be unfinished";

    other_titles(titles) = "似为同一文件，名称不一：{titles}", "seemingly one document under several titles: {titles}";
    two_document_dates(name, release, one, other) =
        "{name}的{release}时间：一处为{one}，另一处为{other}", "{name} ({release}): {one} in one place, {other} in another";
    two_own_places(one, other) =
        "本地名称前后不一：一处为{one}，另一处为{other}", "the plan's own place is {one} in one place, {other} in another";
    two_titles_of_number(number, one, other) =
        "文号{number}：一处为{one}，另一处为{other}", "number {number}: {one} in one place, {other} in another";
    two_own_titles(one, other) =
        "本文件的名称：一处为{one}，另一处为{other}", "title of the document itself: {one} in one place, {other} in another";
    two_document_numbers(title, one, other) =
        "《{title}》的文号：一处为{one}，另一处为{other}", "number of 《{title}》: {one} in one place, {other} in another";
    no_office_behind_mark() = "顿号之后没有单位", "no office after a “、”";
    no_deng() = "“有关单位”之前没有“等”", "no “等” (and other) before “有关单位” (offices concerned)";
    odd_comma() = "单位之间用逗号，其余用顿号", "a comma between two offices, “、” between the others";

    uneven_style(parts) = "书写体例不一：{parts}", "uneven style: {parts}";
    half_width_throughout() = "全文用半角标点", "half-width marks throughout the text";
    half_width_marks(count) = "中文之间用了半角标点，共{count}处", "half-width marks between Chinese characters: {count}";
    other_names(names) = "同一单位的名称不一（{names}）", "one office under several names ({names})";
    rare_names(usual, count, names) =
        "“{usual}”有{count}处用简称或别称“{names}”", "“{usual}” also short or otherwise as “{names}”, places: {count}";
    unclosed_clauses(count) =
        "责任单位之后没有“负责”，共{count}处", "responsible offices without “负责” (are responsible) after them: {count}";
}

words! {
    /// The marks that come in pairs.
    BRACKETS = "括号", "a bracket";
    TITLE_MARKS = "书名号", "a title mark";
    QUOTATION_MARKS = "引号", "a quotation mark";
    /// What is printed twice, behind 同 in Chinese.
    CLAUSE = "一句话", "clause";
    ENTRY = "一项", "item";
}
