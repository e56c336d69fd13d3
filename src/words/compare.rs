//! The words of a comparison of one indicator in several plans: what is printed, what is worked out from it, and why a row
//! is not compared.

use super::words;

words! {
    /// Whose row it is, and whether it is compared. The last two stand in a narrow column.
    COMPARABLE = "可比", "comparable";
    NOT_COMPARABLE = "不可比", "not comparable";
    LAST_PERIOD = "上期", "last period";
    NOT_LISTED = "规划未列", "not listed";
    IN_TABLE = "指标表", "table";
    IN_TEXT = "正文", "text";
    PROVINCE = "省级", "provincial";
    CITY = "市级", "city";
    DISTRICT = "区县级", "district";

    /// What is measured, and which way is better.
    UP = "越高越好", "more is better";
    DOWN = "越低越好", "less is better";
    unit(unit) = "计量单位 {unit}", "unit {unit}";
    NO_MEASURE = "未定计量单位与方向", "no unit or direction is set";

    /// The grid: plans down, years across.
    PLAN = "规划", "Plan";
    year(year) = "{year}年", "{year}";
    NO_YEAR = "未写年份", "no year";
    base(raw) = "基期 {raw}", "base {raw}";
    actual(raw) = "实际 {raw}", "actual {raw}";
    target(raw) = "目标 {raw}", "target {raw}";
    FROM_TEXT = "〔正文〕", " [text]";
    beside(scope, plans) = "{scope}〔见{plans}〕", "{scope} [in {plans}]";

    /// The section on what is printed.
    AS_PRINTED = "原文写法", "As printed";
    nature(nature) = "　{nature}", "  {nature}";
    IN_SOURCE = "原文", "source";
    printed(plan, name, nature, source, place, also) =
        "{plan}　{name}{nature}　{source}第 {place} 行{also}", "{plan}  {name}{nature}  {source} line {place}{also}";
    same_in_text(place) = "；正文第 {place} 行同此", "; the same in text line {place}";
    also_in_text(place, said) = "；正文第 {place} 行另写“{said}”", "; text line {place} also has “{said}”";
    dated(year, raw) = "{year}年{raw}", "{year} {raw}";
    ON_NOT_COMPARABLE =
        "不可比的行只照原文列出，不推算、不排序、不入图",
        "Rows that are not comparable are listed as printed; nothing is worked out from them, and they are not ranked or drawn";
    ON_LAST_PERIOD =
        "标“上期”的行是上一规划期的完成情况，不推算、不排序、不入图",
        "Rows of the “last period” are results of the period before; nothing is worked out from them, and they are not ranked or drawn";
    of_level(plans, level) = "{plans}是{level}规划", "{level}: {plans}";
    other_levels(plans) = "注意：{plans}，层级不同，对照时请留意", "Mind that the plans are of several levels; {plans}";

    /// The sections on what is worked out.
    WORKED_OUT =
        "推算·相对目标换算成数值，只用同一行的基期值",
        "Worked out: relative targets as numbers, from the base in the same row only";
    worked_out(plan, year, raw, formula) = "{plan}　{year}年 {raw}：{formula}", "{plan}  {year} {raw}: {formula}";
    PACE =
        "推算·每年变化 =（目标值 - 基期值）/（目标年 - 基期年），只用本规划自己的数值；基期已达到的不推算",
        "Worked out: change per year = (target - base) / (target year - base year), from the plan's own values only; none where the base meets the target";
    of_plan(plan, said) = "{plan}　{said}", "{plan}  {said}";
    pace(from, to, change, formula) = "{from}—{to}年 {change}　{formula}", "{from}–{to} {change}  {formula}";
    PER_YEAR = "每年", "per year";
    AT_LEAST_PER_YEAR = "每年至少", "per year at least";
    ABOUT_PER_YEAR = "每年约", "per year about";
    PERCENTAGE_POINTS = " 个百分点", " percentage points";
    PER_MILLE_POINTS = " 个千分点", " points of 0.1%";
    of_rate(rate) = "（{rate}）", " ({rate})";
    met(year, side, target, base, base_year) =
        "{year}年 已达标、须保持：目标为{side} {target}，基期 {base}（{base_year}年）已达到",
        "{year} met already, to be held: {side}, {target}; base {base} ({base_year})";
    UPPER_BOUND = "上限", "upper bound";
    LOWER_BOUND = "下限", "lower bound";
    NO_NUMBER = "目标未量化，不推算", "the target is no number; nothing is worked out";
    NO_BASE = "未列基期值，不推算", "no base is printed; nothing is worked out";

    /// The section on how strict the targets are.
    ORDER =
        "推算·目标严格程度（规划期末目标年相同的才排在一起；数值相同的，“低于”严于“不超过”，年份早的更严）",
        "Worked out: how strict the targets are (ranked together where the last target years are equal; of equal numbers, “below” is stricter than “at most”, and an earlier year is stricter)";
    ordered(year, plans, alone) = "{year}年：{plans}{alone}", "{year}: {plans}{alone}";
    ONE_PLAN_ONLY = "（仅一部，不排）", " (one plan only, not ranked)";
    plan_of_year(plan, year) = "{plan}（{year}年）", "{plan} ({year})";
    equal_bounds(bound, plans) = "同为 {bound}，由早到晚：{plans}", "all {bound}, the earliest first: {plans}";
    AT_LEAST = "至少", "at least";
    AT_MOST = "不超过", "at most";
    ABOVE = "高于", "above";
    BELOW = "低于", "below";
    ABOUT = "约", "about";
    with_number(raw, number) = "{raw}（推算为 {number}）", "{raw} (worked out: {number})";

    /// The chart; `shared` is the sign for several plans at one place.
    chart(more, shared) =
        "图（只画可比的数值，横轴为年份{more}）：小写 基期　大写 目标　{shared} 几部规划同处　. 基期与各目标之间的连线",
        "Chart (comparable values only, by year{more}): small letter base  capital letter target  {shared} several plans  . line from base to targets";
    most_plans(count) = "，最多 {count} 部", ", {count} plans at most";

    /// Why a row is not compared.
    OTHER_UNIT =
        "印出的单位与本指标的单位不同，不能直接相比",
        "the printed unit is not that of the indicator, so that the values cannot be compared as they are";
    JOINED =
        "几项指标并在一行，不能只取其中一项", "several indicators are joined in one row, of which none can be taken alone";
    RELATIVE =
        "目标值是相对变化（升降多少），行内没有所比年份的数值，不能换算成绝对数值",
        "the target is a change (by how much), and the row has no value of the year that it starts from";

    /// The value of a cell where the plan prints none.
    EMPTY = "（原文空白）", "(empty in the source)";
}
