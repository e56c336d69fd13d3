//! The words of covers, letters and contents pages: how titles and signatures end, what marks a draft.

use crate::lexicon::punctuation::INNER_STOPS;
use crate::lexicon::{Chars, GENERAL, Glossary, PUNCTUATION, Words};

/// Last words of the titles of plans: 健康佛山2030规划.
pub static TITLE_ENDINGS: Words =
    Words::new(&[(GENERAL, &["规划", "行动计划", "实施方案", "行动方案", "方案", "纲要", "行动", "计划", "实施意见"])]);

/// Words that mark a document as a draft.
pub static DRAFTS: Words =
    Words::new(&[(GENERAL, &["征求意见稿", "公开征求意见稿", "送审稿", "讨论稿", "草案", "修订稿"])]);

/// Last words of the names of those who sign a plan.
pub static ISSUER_ENDINGS: Words =
    Words::new(&[(GENERAL, &["人民政府", "人民政府办公室", "卫生健康局", "委员会", "办公室", "局"])]);

/// Marks that no signature holds.
pub static NOT_IN_SIGNATURES: Chars = Chars::with(&[&INNER_STOPS], &[(PUNCTUATION, "《“"), (GENERAL, " ")]);

/// Headings of the text before the first chapter.
pub static PREAMBLES: Words = Words::new(&[(GENERAL, &["序言", "前言", "引言", "序"])]);

/// Headings of a contents page.
pub static CONTENTS: Words = Words::new(&[(GENERAL, &["目录", "目次"])]);

/// Words before the years of a plan, where its text states them: 规划期限为2021至2025年.
pub static PERIOD_OPENERS: Words = Words::new(&[(GENERAL, &["规划期限为", "规划期为"])]);

/// Last words of the titles of documents that are mistaken for one another, the documents being one: 规划纲要 and 规划.
pub static TITLE_FAMILIES: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[("规划纲要", "规划"), ("规划", "规划"), ("纲要", "规划"), ("实施意见", "实施意见"), ("实施方案", "实施意见")],
)]);
