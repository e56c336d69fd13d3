//! Findings about numbers: those of text and tables against one another, shares, sums, and changes.

use crate::words::{sentences, words};

sentences! {
    /// The year that values are for, with the word for a target: behind the name of what they measure, in English at the end.
    target_of_year(year) = "{year}年目标", " (target for {year})";
    of_year(year) = "{year}年", " ({year})";
    /// A value with its year, in a sentence.
    dated_target(year, value) = "{year}年目标{value}", "target {value} ({year})";
    dated_value(year, value) = "{year}年{value}", "{value} ({year})";
    undated_target(value) = "目标{value}", "target {value}";
    undated_value(value) = "{value}", "{value}";
}

words! {
    /// What a reader must know of two values that differ.
    OTHER_UNITS = "（两处单位不同）", " (in two units)";
    OTHER_NAMES = "（两处名称或口径不尽相同）", " (name or scope is not quite the same)";
    NO_YEAR = "（正文未写年份）", " (the text names no year)";
}

sentences! {
    text_and_table(year, stated, printed) =
        "{year}正文写{stated}，表格写{printed}", "{stated} in the text, {printed} in the table{year}";
    of_metric(name, differences, remark) = "“{name}”：{differences}{remark}", "“{name}”: {differences}{remark}";
    names_in_text_and_table(stated, printed) =
        "正文写“{stated}”，表格写“{printed}”", "“{stated}” in the text, “{printed}” in the table";
    two_places(name, year, one, other, further, remark) =
        "“{name}”{year}：一处写{one}，另一处写{other}{further}{remark}",
        "“{name}”{year}: {one} in one place, {other} in another{further}{remark}";
    one_more_place(value) = "，又一处写{value}", ", {value} in yet another";
    two_years(name, years, other_years) =
        "“{name}”的目标数值相同，年份一处为{years}，另一处为{other_years}",
        "“{name}”: the same targets are for {years} in one place, for {other_years} in another";
    year(year) = "{year}年", "{year}";
    two_tables(name, year, one, other) =
        "“{name}”{year}：一表写{one}，另一表写{other}", "“{name}”{year}: {one} in one table, {other} in another";
    two_ranks(name, year, one, other) =
        "“{name}”{year}年目标：一处写“{one}”，另一处写“{other}”",
        "“{name}” (target for {year}): “{one}” in one place, “{other}” in another";
    swapped_range(range) = "区间两端颠倒：{range}", "the range begins with the larger number: {range}";
    two_ranges(name, one, other) =
        "“{name}”的数量范围：一处写{one}，另一处写{other}",
        "“{name}”: a range of {one} in one place, {other} in another";
    two_works(name, one, other) =
        "“{name}”：一处写{one}，另一处写{other}", "“{name}”: {one} in one place, {other} in another";
    indicators(stated, count) =
        "正文写指标{stated}，表中列有{count}项", "{stated} indicators in the text, {count} in the table";
    indicators_of_nature(nature, stated, count) =
        "正文写{nature}指标{stated}，表中有{count}项", "{stated} indicators ({nature}) in the text, {count} in the table";
    change_and_row(name, stated, from, to, change, unit) =
        "“{name}”正文写{stated}，而表格由{from}到{to}，相差{change}{unit}",
        "“{name}”: {stated} in the text, {from} to {to} in the table, which is {change}{unit}";
    task_and_row(name, stated, header, printed) =
        "正文写“{name}”{stated}，表格“{header}”为{printed}",
        "“{name}” is {stated} in the text, {printed} in the table (“{header}”)";
    two_counts(name, one, other) =
        "“{name}”：一处写{one}，另一处写{other}（两处写法不同，似为一事）",
        "“{name}”: {one} in one place, {other} in another (in other words, but seemingly of one thing)";

    share_and_row(stated, name, printed) =
        "正文写“{stated}”，表格“{name}”为{printed}（两处名称不同，似为一事）",
        "“{stated}” in the text, “{name}” {printed} in the table (two names, but seemingly one thing)";
    two_shares(one, other) =
        "一处写“{one}”，另一处写“{other}”（两处写法不同，似为一事）",
        "“{one}” in one place, “{other}” in another (in other words, but seemingly of one thing)";
    count_and_share(stated, row) =
        "正文写“{stated}”，表格写“{row}”：一处为数量，一处为比例",
        "“{stated}” in the text, “{row}” in the table: one is a number, the other a share";
    count_in_percent(name) = "“{name}”为数量，而数值以%计", "“{name}” is a number of things, but its value is in %";
    shares_over_100(sum) =
        "各部分占比合计{sum:.1}%，超过100%", "the shares of the parts add up to {sum:.1}%, more than 100%";
    row_over_100(name, value) = "“{name}”为{value}，超过100%", "“{name}” is {value}, more than 100%";
    over_100(value) = "“{value}”超过100%", "“{value}” is more than 100%";
    part_above_whole(name, value, whole_name, whole) =
        "“{name}”{value}，大于包含它的“{whole_name}”{whole}",
        "“{name}” {value} is more than “{whole_name}” {whole}, which contains it";

    wrong_sum(sum, unit, whole) =
        "各项合计{sum}{unit}，总数为{whole}", "the parts add up to {sum}{unit}, the total is {whole}";
    wrong_sum_in_bracket(sum, unit, whole) =
        "括号内各项合计{sum}{unit}，括号前为{whole}{unit}",
        "the parts in the bracket add up to {sum}{unit}, before it stands {whole}{unit}";
    part_above_total(part, value, whole) =
        "“{part}”{value}，多于总数{whole}", "“{part}” {value} is more than the total of {whole}";
    wrong_share(part, whole, share, printed) =
        "{part}占{whole}的{share:.1}%，而写的是{printed}", "{part} is {share:.1}% of {whole}, but {printed} is printed";
    wrong_change(start, end, change, unit, printed) =
        "由{start}到{end}相差{change}{unit}，而写的是{printed}",
        "from {start} to {end} makes {change}{unit}, but {printed} is printed";
    wrong_growth(start, end, percent, printed) =
        "由{start}到{end}变动{percent:.1}%，而写的是{printed}",
        "from {start} to {end} is a change of {percent:.1}%, but {printed} is printed";
    wrong_multiple(start, end, times, printed) =
        "由{start}到{end}为{times:.1}倍，而写的是“{printed}”",
        "from {start} to {end} is {times:.1} times as much, but “{printed}” is printed";
    wrong_rate(people, counted, base, rate, printed) =
        "{people}、{counted}折合{base}{rate:.2}，而写的是{printed}",
        "{counted} for {people} makes {rate:.2} ({base}), but {printed} is printed";
    two_leads(task, office, other) =
        "“{task}”的牵头单位：一处为{office}，另一处为{other}", "“{task}” is led by {office} in one place, by {other} in another";
    counts_and_rate(counted, whole, rate, unit, name, printed) =
        "正文{counted}、{whole}折合{rate}{unit}，而“{name}”写{printed}",
        "{counted} of {whole} in the text makes {rate}{unit}, but “{name}” is {printed}";
    wrong_result(result, unit, verb, printed) =
        "按各数计算应为{result}{unit}，而写的是“{verb}”{printed}",
        "the numbers come to {result}{unit}, but “{verb}” {printed} is printed";
    wrong_total(name, printed, sum) =
        "“{name}”写{printed}，而各项相加为{sum}", "“{name}” is {printed}, but its parts add up to {sum}";
    wrong_sum_of_columns(name, header, printed, one, two, sum) =
        "“{name}”的“{header}”为{printed}，而“{one}”“{two}”两列相加为{sum}（其他各行均相符）",
        "“{name}”: “{header}” is {printed}, but “{one}” and “{two}” add up to {sum}, as they do in the other rows";
    weights_not_100(sum) =
        "各部分占比合计{sum:.1}%，不等于100%", "the shares of the parts add up to {sum:.1}%, and not to 100%";
    rise_that_falls(one, other) =
        "写的是上升，而数值由{one}到{other}，是变小", "said to rise, but the value falls from {one} to {other}";
    change_for_worse(name, one, other) =
        "“{name}”由{one}到{other}：按数值，目标比已达到的水平宽松",
        "“{name}” from {one} to {other}: by the numbers the target is looser than what was reached";
    fall_that_rises(one, other) =
        "写的是下降，而数值由{one}到{other}，是变大", "said to fall, but the value rises from {one} to {other}";
    steep_change(name, before, after, size) =
        "“{name}”{before}，{after}：相差{size}", "“{name}” {before}, {after}: they differ {size}";
}

words! {
    /// How far two values are apart.
    TENFOLD = "十倍以上", "tenfold or more";
    MANIFOLD = "数倍", "several times over";
}
