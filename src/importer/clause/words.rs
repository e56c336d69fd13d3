//! The words of responsibility clauses, as tables: labels before the units, verbs behind them, what leaves a list open, how
//! the names of offices end.

use crate::model::Role;

/// Labels before a list of units, and what they make of them.
pub(super) const LABELS: [(&str, Role); 17] = [
    ("牵头责任单位", Role::Lead),
    ("牵头单位", Role::Lead),
    ("牵头部门", Role::Lead),
    ("主办单位", Role::Lead),
    ("主要责任单位", Role::Lead),
    ("配合单位", Role::Joint),
    ("配合部门", Role::Joint),
    ("协办单位", Role::Joint),
    ("协助单位", Role::Joint),
    ("参与单位", Role::Joint),
    ("参加单位", Role::Joint),
    ("责任单位", Role::Listed),
    ("责任部门", Role::Listed),
    ("负责单位", Role::Listed),
    ("负责部门", Role::Listed),
    ("实施单位", Role::Listed),
    ("完成单位", Role::Listed),
];

/// Verbs behind a list of units, longest first: the words, what they make of the units, and whether each answers for
/// its own share.
pub(super) const VERBS: [(&str, Role, bool); 24] = [
    ("按照各自职责分工负责", Role::Listed, true),
    ("按各自职责分工负责", Role::Listed, true),
    ("按照职责分工负责", Role::Listed, true),
    ("按职责分工负责", Role::Listed, true),
    ("按职责分工落实", Role::Listed, true),
    ("按职责分工配合", Role::Joint, true),
    ("按职责分别负责", Role::Listed, true),
    ("按职责负责", Role::Listed, true),
    ("根据职责分工负责", Role::Listed, true),
    ("各负其责", Role::Listed, true),
    ("分别负责", Role::Listed, true),
    ("分工负责", Role::Listed, true),
    ("共同负责", Role::Listed, false),
    ("牵头负责", Role::Lead, false),
    ("负责牵头", Role::Lead, false),
    ("配合落实", Role::Joint, false),
    ("负责落实", Role::Listed, false),
    ("具体负责", Role::Listed, false),
    ("牵头", Role::Lead, false),
    ("主办", Role::Lead, false),
    ("配合", Role::Joint, false),
    ("参与", Role::Joint, false),
    ("协助", Role::Joint, false),
    ("负责", Role::Listed, false),
];

/// What leaves a list open, longest first. The bare `有关单位` is glued to a name in 云浮 line 467.
pub(super) const OPEN_ENDS: [&str; 12] = [
    "等有关单位",
    "等相关单位",
    "等有关部门",
    "等相关部门",
    "等单位",
    "等部门",
    "各有关单位",
    "各相关单位",
    "有关单位",
    "相关单位",
    "有关部门",
    "等",
];

/// Endings of an office's name, for names that stand alone in brackets and for units nobody has registered.
pub(super) const OFFICE_ENDINGS: [&str; 27] = [
    "局",
    "委",
    "办",
    "部",
    "厅",
    "会",
    "院",
    "署",
    "中心",
    "政府",
    "办公室",
    "总队",
    "支队",
    "分局",
    "支行",
    "海关",
    "法院",
    "检察院",
    "残联",
    "妇联",
    "文联",
    "日报社",
    "电视台",
    "办事处",
    "管委会",
    "公司",
    "集团",
];
