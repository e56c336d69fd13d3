//! The words that give a misprint away: fixed terms of health policy, characters that are never doubled, words left over.

use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::lexicon::{Chars, GENERAL, Words};

/// Terms of health policy with a fixed wording, so that another character of the same sound is a misspelling.
pub static FIXED_TERMS: Words = Words::new(&[(
    GENERAL,
    &[
        "公共卫生事件",
        "突发事件",
        "出生缺陷",
        "忧患意识",
        "市场监督管理",
        "心脑血管疾病",
        "慢性呼吸系统疾病",
        "免疫规划",
        "预防接种",
        "健康素养",
        "预期寿命",
        "孕产妇死亡率",
        "婴儿死亡率",
        "分级诊疗",
        "家庭医生签约",
        "医疗保障",
        "精神卫生",
        "心理健康",
        "传染病防治",
        "爱国卫生运动",
        "无害化处理",
        "职业病危害因素",
        "疾病预防控制",
        "疾病监测",
        "监测预警",
        "国民体质监测",
        "食品安全风险监测",
        "因地制宜",
        "联防联控",
        "群防群控",
        "统筹协调",
        "贯彻落实",
        "供给侧结构性改革",
        "基本医疗保险",
        "公共卫生服务",
        "中医药传承创新",
        "残疾预防",
        "康复服务",
        "安宁疗护",
        "医养结合",
        "无障碍",
        "母婴安全",
        "新生儿疾病筛查",
        "电子健康档案",
        "远程医疗",
        "互联互通",
        "应急处置",
    ],
)]);

/// Terms of which no other term is one without a character, so that a character left out is a misspelling.
pub static COMPLETE_TERMS: Words = Words::new(&[(
    GENERAL,
    &[
        "心理健康服务",
        "公共卫生事件",
        "市场监督管理",
        "孕产妇死亡率",
        "婴儿死亡率",
        "预期寿命",
        "疾病预防控制",
        "爱国卫生运动",
        "无害化处理",
        "免疫规划疫苗接种率",
        "基本公共卫生服务",
        "医疗卫生机构",
        "基层医疗卫生",
        "健康素养水平",
        "居民健康档案",
        "重点行业用人单位",
    ],
)]);

/// Words that sound like a term (防治) and are right.
pub static HOMOPHONES: Words = Words::new(&[(GENERAL, &["防制"])]);

/// Characters that a phrase may do without.
pub static OPTIONAL_CHARS: Chars = Chars::with(&[&CONJUNCTION_CHARS], &[(GENERAL, "的之等")]);

/// Characters that are never printed twice in a row, but for [`DOUBLED_CHARS`].
pub static NEVER_DOUBLED: Chars = Chars::new(&[(GENERAL, "的局率或将被")]);

/// Words that print such a character twice in a row all the same.
pub static DOUBLED_CHARS: Words = Words::new(&[(GENERAL, &["目的的", "局局长"])]);

/// Words that lack 于 if a number follows: 不少93%.
pub static LACKING_YU: Words = Words::new(&[(GENERAL, &["不少", "不低", "不高", "不多"])]);

/// Characters that make a word with 等 before them (等级, 等候), so that 、等 is no mark too many.
pub static AFTER_DENG: Chars = Chars::new(&[(GENERAL, "级离同候待额效于")]);

/// English words that a draft leaves behind.
pub static FOREIGN_WORDS: Words =
    Words::new(&[(GENERAL, &["etc", "and", "or", "of", "the", "to", "in", "for", "with"])]);

/// Phrases of a responsibility clause where a unit is missing behind 、.
pub static DANGLING_PHRASES: Words = Words::new(&[(GENERAL, &["、分别负责", "、负责", "、按职责分工负责"])]);
