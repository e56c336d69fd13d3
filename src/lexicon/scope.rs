//! The words by which a clause says for which tasks it holds (以上任务由……负责, 下同), and by which a document says once who leads
//! in all of them (排在第一位的).

use crate::lexicon::heading::NUMBER_STOPS;
use crate::lexicon::punctuation::ROUND_BRACKETS;
use crate::lexicon::target::TASK_TITLES;
use crate::lexicon::{Chars, GENERAL, PUNCTUATION, Words};

/// Words that say of how far a clause holds, and name no unit: 下同, 以下均需各市人民政府落实，不再列出.
pub static REMARKS_ON_SCOPE: Words = Words::new(&[(
    GENERAL,
    &["下同", "不再列出", "不再一一列出", "不再逐一列出", "不再重复", "不再单列", "不再赘述", "不一一列出"],
)]);

/// Words that open such a remark: 以下均需……, 以下任务……
pub static SCOPE_OPENERS: Words = Words::new(&[(
    GENERAL,
    &[
        "以下均",
        "以下各",
        "以下任务",
        "以下工作",
        "以下不再",
        "以下凡",
        "以下涉及",
        "其他任务均",
        "各项任务均",
        "下列任务均",
    ],
)]);

/// Words by which a sentence at the end of several tasks means all of them: 以上任务由……负责.
pub static ALL_ABOVE: Words = Words::new(&[(
    GENERAL,
    &["以上各项", "以上", "上述各项", "上述", "前述", "前款", "本节以上", "本章以上", "本部分以上", "本项以上"],
)]);

/// Words that mean the one task in whose text they stand: 此项任务由……负责.
pub static THIS_ONE: Words =
    Words::new(&[(GENERAL, &["此项", "该项", "本项", "这项", "此条", "本条", "此任务", "该任务"])]);

/// Marks and words between the words for tasks above and the units: 以上任务均由…….
pub static BEFORE_UNITS_OF_ABOVE: Chars = Chars::new(&[(PUNCTUATION, "，"), (GENERAL, ",均分别 ")]);

/// Marks and words around the numbers of tasks: 第（七）、2.1和两.
pub static MARKS_OF_NUMBERS: Chars = Chars::with(&[&ROUND_BRACKETS, &NUMBER_STOPS], &[(GENERAL, "第和两 ")]);

/// What such words call the tasks.
pub static ABOVE_NOUNS: Words = Words::with(
    &[&TASK_TITLES],
    &[
        (GENERAL, &["工作", "工作任务", "内容", "事项", "项目", "项", "条", "款", "点", "各项", "各条"]),
        (GENERAL, &["项任务", "项工作", "项措施", "项内容", "各项任务", "各项工作"]),
    ],
);

/// Words that say which of the units named leads: the first (排在第一位的为牵头单位).
pub static FIRST_PLACES: Words = Words::new(&[(
    GENERAL,
    &[
        "第一位",
        "首位",
        "排第一",
        "排名第一",
        "第一个",
        "排在最前",
        "排在首",
        "列首",
        "排首",
        "列前者",
        "排前者",
        "列最前",
    ],
)]);

/// Words before them that put a matter first, and no unit: 把预防摆在首位.
pub static PUT_FIRST: Words = Words::new(&[(
    GENERAL,
    &["放在", "摆在", "置于", "放到", "摆到", "居", "位列", "位居", "全省", "全国", "全市", "作为"],
)]);
