//! The words of responsibility clauses: labels before the units, verbs behind them, what leaves a list of units open.
//!
//! The name of a list says what its words make of a unit (lead, joint, listed); the importer gives it the role.

use crate::lexicon::punctuation::{LIST_SEPARATORS, SENTENCE_ENDS, SQUARE_CLOSERS};
use crate::lexicon::{Chars, GENERAL, PUNCTUATION, Words};

/// Labels before the units that lead: 牵头单位：.
pub static LEAD_LABELS: Words =
    Words::new(&[(GENERAL, &["牵头责任单位", "牵头单位", "牵头部门", "主办单位", "主要责任单位"])]);

/// Labels before the units that assist the lead: 配合单位：.
pub static JOINT_LABELS: Words =
    Words::new(&[(GENERAL, &["配合单位", "配合部门", "协办单位", "协助单位", "参与单位", "参加单位"])]);

/// Labels before units of which none is named as the lead: 责任单位：.
pub static UNIT_LABELS: Words =
    Words::new(&[(GENERAL, &["责任单位", "责任部门", "负责单位", "负责部门", "实施单位", "完成单位"])]);

/// Verbs behind units that lead: 甲牵头.
pub static LEAD_VERBS: Words = Words::new(&[(GENERAL, &["牵头负责", "负责牵头", "牵头", "主办"])]);

/// Verbs behind units that assist the lead: 乙配合.
pub static JOINT_VERBS: Words = Words::new(&[(GENERAL, &["配合落实", "配合", "参与", "协助"])]);

/// Verbs behind units that assist the lead, each with its own share.
pub static JOINT_SHARE_VERBS: Words = Words::new(&[(GENERAL, &["按职责分工配合"])]);

/// Verbs behind units that are responsible together: 甲、乙负责.
pub static UNIT_VERBS: Words = Words::new(&[(GENERAL, &["共同负责", "负责落实", "具体负责", "负责"])]);

/// Verbs behind units of which each answers for its own share: 甲、乙按职责分工负责.
pub static SHARE_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "按照各自职责分工负责",
        "按各自职责分工负责",
        "按照职责分工负责",
        "按职责分工负责",
        "按职责分工落实",
        "按职责分别负责",
        "按职责负责",
        "根据职责分工负责",
        "各负其责",
        "分别负责",
        "分工负责",
    ],
)]);

/// Words at the end of a list of units that leave it open, a longer one before those it ends with.
pub static OPEN_ENDS: Words = Words::new(&[(
    GENERAL,
    &[
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
    ],
)]);

/// Words that say which of the units named leads: the first (排在第一位的为牵头单位).
pub static FIRST_PLACES: Words = Words::new(&[(GENERAL, &["第一位", "首位", "排第一", "排名第一", "第一个"])]);

/// Marks between the units of a clause: 甲、乙；丙.
pub static UNIT_SEPARATORS: Chars = Chars::with(&[&LIST_SEPARATORS], &[(GENERAL, ",;")]);

/// Marks behind a label: the colon, or the bracket of 【责任单位】.
pub static LABEL_ENDS: Chars = Chars::with(&[&SQUARE_CLOSERS], &[(PUNCTUATION, "："), (GENERAL, ":")]);

/// Marks behind which a clause in brackets stands by itself, and is no remark on the words before it.
pub static BEFORE_FREE_CLAUSE: Chars = Chars::with(&[&SENTENCE_ENDS], &[(PUNCTUATION, "；）"), (GENERAL, ")")]);
