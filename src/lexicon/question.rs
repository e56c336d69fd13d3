//! The words in which people ask, beside what they ask about: who, what, which, how others write it.

use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// What a word of a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing that a search needs to know: 怎么写, 有哪些.
    Nothing,
    /// Who answers for something: 谁负责.
    Who,
    /// The tasks that an office leads: 牵头.
    Lead,
    /// What an office supports: 配合.
    Joint,
    /// All that an office does: 负责什么.
    Duties,
}

/// Words of questions with what they ask for. The longest that fits counts, so the order says nothing.
pub static QUESTIONS: Glossary<Asked> = Glossary::new(&[(
    GENERAL,
    &[
        ("谁负责", Asked::Who),
        ("由谁负责", Asked::Who),
        ("归谁负责", Asked::Who),
        ("是谁负责", Asked::Who),
        ("谁来负责", Asked::Who),
        ("谁主管", Asked::Who),
        ("谁管", Asked::Who),
        ("归谁管", Asked::Who),
        ("谁牵头", Asked::Who),
        ("由谁牵头", Asked::Who),
        ("谁来牵头", Asked::Who),
        ("谁承担", Asked::Who),
        ("谁来做", Asked::Who),
        ("哪个部门管", Asked::Who),
        ("归哪个部门管", Asked::Who),
        ("哪个部门负责", Asked::Who),
        ("由哪个部门负责", Asked::Who),
        ("哪个部门牵头", Asked::Who),
        ("由哪个部门牵头", Asked::Who),
        ("哪些部门负责", Asked::Who),
        ("由哪些部门负责", Asked::Who),
        ("哪个单位负责", Asked::Who),
        ("哪个单位牵头", Asked::Who),
        ("哪些单位负责", Asked::Who),
        ("哪个局负责", Asked::Who),
        ("哪个局牵头", Asked::Who),
        ("责任单位是谁", Asked::Who),
        ("责任单位有哪些", Asked::Who),
        ("责任部门是谁", Asked::Who),
        ("牵头单位是谁", Asked::Who),
        ("牵头部门是谁", Asked::Who),
        ("主管部门是谁", Asked::Who),
        ("牵头", Asked::Lead),
        ("牵头负责", Asked::Lead),
        ("负责牵头", Asked::Lead),
        ("主抓", Asked::Lead),
        ("配合", Asked::Joint),
        ("协助", Asked::Joint),
        ("协同配合", Asked::Joint),
        ("参与配合", Asked::Joint),
        ("负责", Asked::Duties),
        ("主管", Asked::Duties),
        ("负责什么", Asked::Duties),
        ("管什么", Asked::Duties),
        ("做什么", Asked::Duties),
        ("干什么", Asked::Duties),
        ("要做什么", Asked::Duties),
        ("该做什么", Asked::Duties),
        ("完成什么", Asked::Duties),
        ("要完成什么", Asked::Duties),
        ("需完成什么", Asked::Duties),
        ("需要完成什么", Asked::Duties),
        ("应完成什么", Asked::Duties),
        ("要完成的", Asked::Duties),
        ("有哪些任务", Asked::Duties),
        ("有什么任务", Asked::Duties),
        ("哪些任务", Asked::Duties),
        ("什么任务", Asked::Duties),
        ("哪些工作", Asked::Duties),
        ("什么工作", Asked::Duties),
        ("哪些职责", Asked::Duties),
        ("任务有哪些", Asked::Duties),
        ("职责是什么", Asked::Duties),
        ("承担哪些任务", Asked::Duties),
        ("的任务", Asked::Duties),
        ("怎么写", Asked::Nothing),
        ("怎么写的", Asked::Nothing),
        ("怎样写", Asked::Nothing),
        ("如何写", Asked::Nothing),
        ("如何表述", Asked::Nothing),
        ("怎么表述", Asked::Nothing),
        ("怎么说", Asked::Nothing),
        ("怎么做", Asked::Nothing),
        ("怎么规定", Asked::Nothing),
        ("如何规定", Asked::Nothing),
        ("写了什么", Asked::Nothing),
        ("是什么", Asked::Nothing),
        ("是多少", Asked::Nothing),
        ("为多少", Asked::Nothing),
        ("达到多少", Asked::Nothing),
        ("要达到多少", Asked::Nothing),
        ("降到多少", Asked::Nothing),
        ("要降到多少", Asked::Nothing),
        ("提高到多少", Asked::Nothing),
        ("要提高到多少", Asked::Nothing),
        ("多少", Asked::Nothing),
        ("有哪些", Asked::Nothing),
        ("有什么", Asked::Nothing),
        ("有没有", Asked::Nothing),
        ("哪些", Asked::Nothing),
        ("什么", Asked::Nothing),
        ("什么时候", Asked::Nothing),
        ("何时", Asked::Nothing),
        ("怎么", Asked::Nothing),
        ("如何", Asked::Nothing),
        ("各地", Asked::Nothing),
        ("各市", Asked::Nothing),
        ("各城市", Asked::Nothing),
        ("各规划", Asked::Nothing),
        ("其他城市", Asked::Nothing),
        ("别的城市", Asked::Nothing),
        ("请问", Asked::Nothing),
        ("关于", Asked::Nothing),
        ("有关", Asked::Nothing),
        ("查一下", Asked::Nothing),
        ("的要求", Asked::Nothing),
        ("的目标", Asked::Nothing),
    ],
)]);

/// What the staff of an office call it themselves.
pub static OWN_OFFICE: Words = Words::new(&[(
    GENERAL,
    &[
        "我局",
        "我委",
        "我厅",
        "我单位",
        "我部门",
        "我们局",
        "我们委",
        "我们单位",
        "我们部门",
        "本局",
        "本委",
        "本单位",
        "本部门",
    ],
)]);

/// Characters that join the words of a question, at the edges of what is asked about.
pub static JOINING_CHARS: Chars = Chars::with(&[&CONJUNCTION_CHARS], &[(GENERAL, "的由要到在了吗呢")]);

/// Marks inside a word or a number, which part no words: 97.5%, PM2.5, ≥80.
pub static INNER_MARKS: Chars = Chars::new(&[(GENERAL, "%‰./-—·℃≥≤<>")]);

/// Words behind a year that make it the last one that counts: 2025年前.
pub static UNTIL: Words = Words::new(&[(
    GENERAL,
    &["年底以前", "年底之前", "年底前", "年末前", "年以前", "年之前", "年前", "前", "以前", "之前"],
)]);
