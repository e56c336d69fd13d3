//! The words of conditions and standards in sentences, whose numbers are no targets: 若…, 超过85%即启动, 按照不少于1辆的标准.

use crate::lexicon::task::DUTY_VERBS;
use crate::lexicon::{GENERAL, Words};

/// Words that open a condition: 若….
pub static CONDITION_OPENERS: Words = Words::new(&[(GENERAL, &["如", "若", "凡", "倘", "一旦", "对未", "对于未"])]);

/// Words that begin like a condition and open none: 若干….
pub static NOT_CONDITIONS: Words = Words::new(&[(GENERAL, &["若干", "如期"])]);

/// Words behind a value that make it the condition of what is done: 超过85%即启动, 低于60%便列入.
pub static CONDITION_CLOSERS: Words = Words::new(&[(
    GENERAL,
    &["即", "便", "就", "则", "后即", "后方可", "方可", "才可", "才能", "后可", "才予", "后予以"],
)]);

/// Words that begin like those behind a condition and are none: 即时.
pub static NOT_CONDITION_CLOSERS: Words =
    Words::new(&[(GENERAL, &["即时", "便民", "便利", "便捷", "就诊", "就业", "就医", "就近", "就读", "即期"])]);

/// Words behind a value that make it the time at which something is done: 达到80%时，由市指挥部统一调度.
pub static CONDITION_TIMES: Words = Words::new(&[(GENERAL, &["时", "的时候", "之时", "的情况下", "的情形", "后"])]);

/// Words behind such a time that tell what is done.
pub static AFTER_CONDITION_TIMES: Words = Words::with(
    &[&DUTY_VERBS],
    &[(GENERAL, &["启动", "启用", "由", "立即", "及时", "自动", "不再", "实施", "实行", "触发", "暂停"])],
);

/// Words that open a standard by which something is done, and no metric: 按照每10万人口不少于1辆的标准.
pub static STANDARD_OPENERS: Words = Words::new(&[(GENERAL, &["按照", "按", "依照", "参照", "比照"])]);
