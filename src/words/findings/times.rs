//! Findings about dates, years and spans of time.

use crate::words::sentences;

sentences! {
    no_year(quote) = "“{quote}”不是年份", "“{quote}” is no year";
    no_month(month) = "没有{month}月", "there is no month {month}";
    no_day(month, day) = "没有{month}月{day}日", "month {month} has no day {day}";
    ends_before_start(quote) = "起止时间颠倒：{quote}", "it ends before it begins: {quote}";
    wrong_order(first, step, last, later_step) =
        "时间先后颠倒：{first}{step}，而{last}{later_step}", "the steps are in the wrong order: {step} {first}, {later_step} {last}";
    overlapping_stages(one, other) =
        "后一阶段在前一阶段结束之前开始：“{one}”“{other}”", "a stage begins before the one above it ends: “{one}”, “{other}”";
    wrong_months(part, first, last, printed) =
        "“{part}”为{first}—{last}月，而写的是{printed}", "“{part}” is months {first} to {last}, but {printed} is printed";
    target_before_base(target, base) =
        "表中目标年份早于基期年份：{target}、{base}", "the table's target is for an earlier year than its base: {target}, {base}";
    wrong_duration(quote) = "时长与起止时间不符：{quote}", "the duration does not fit the dates: {quote}";
    outside_period(name, from, to, first, last) =
        "“{name}”为{from}—{to}年，而写的是{first}—{last}年", "“{name}” is {from}–{to}, but {first}–{last} is printed";
    wrong_edge_year(name, year, printed) =
        "“{name}”的这一年是{year}年，而写的是{printed}年", "that year of “{name}” is {year}, but {printed} is printed";
    after_period(date, period) =
        "期限“{date}”在规划期（{period}）之后", "the deadline “{date}” is behind the years of the plan ({period})";
    before_period(date, period) =
        "期限“{date}”在规划期（{period}）之前", "the deadline “{date}” is before the years of the plan ({period})";
    compared_with_itself(name) = "“{name}”与自身相比", "“{name}” is compared with itself";
}
