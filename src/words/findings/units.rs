//! Findings about units of measurement.

use crate::words::sentences;

sentences! {
    two_units(name, one, other) =
        "“{name}”的单位不同：一处为{one}，另一处为{other}", "“{name}” is in two units: {one} in one place, {other} in another";
    two_units_in_sentence(one, other) = "同一句中前后单位不同：{one}与{other}", "two units in one sentence: {one} and {other}";
    no_unit_beside(name, other) =
        "“{name}”有数值而没有单位，表中其他指标多印有单位，如“{other}”",
        "“{name}” has a value but no unit, as most other rows of the table have, “{other}” for one";
    no_unit(name) =
        "“{name}”有数值而没有单位，表中其他指标多印有单位",
        "“{name}” has values but no unit; most other indicators of the table have one";
    percent_or_points(name, target) =
        "“{name}”以%计，目标写作“{target}”，未写明是否为百分点",
        "“{name}” is in %, and its target reads “{target}”; whether percentage points are meant is not said";
    points_of_rate(rate) =
        "以{rate}计的数值，变化写作“百分点”", "the value is in {rate}, its change in percentage points (“百分点”)";
    national_unit(name, unit) =
        "“{name}”的单位为{unit}，而规划只及一市一区", "“{name}” is in {unit}, but the plan is for one city or district";
    unusual_unit(name, value, usual) =
        "“{name}”写作{value}，此类指标通常以{usual}计", "“{name}” reads {value}; such indicators are usually in {usual}";
    unfit_unit(name, unit) =
        "“{name}”的单位为{unit}，与指标名称不符", "“{name}” is in {unit}, which does not fit the name";
    words_under_unit(name, unit) =
        "“{name}”的单位为{unit}，而目标只有文字，没有数值", "“{name}” is in {unit}, but its targets are words, not numbers";
    change_without_base(name, change) =
        "“{name}”只写变化幅度（{change}），没有计量单位，也没有基期",
        "“{name}” only names a change ({change}), with neither a unit nor a base";
}
