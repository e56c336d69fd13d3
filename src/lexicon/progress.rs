//! The words by which people say in a ledger (台账) how far a task is.

use crate::lexicon::{GENERAL, Words};

/// What says that a task is done.
pub static DONE: Words = Words::new(&[(GENERAL, &["完成", "办结", "销号", "达标", "落实到位", "done", "finished"])]);

/// What says before such a word that it is not, or not yet altogether.
pub static NOT_YET: Words =
    Words::new(&[(GENERAL, &["未", "没有", "部分", "基本", "尚", "预计", "计划", "正在", "推进", "not", "partly"])]);
