//! The words of money that is given for each of something: 岗位补助每人每月200元.

use crate::lexicon::{GENERAL, Words};

/// Last words of the names of money that is given to people and institutions.
pub static ALLOWANCES: Words = Words::new(&[(
    GENERAL,
    &[
        "补助",
        "补贴",
        "津贴",
        "津补贴",
        "奖励",
        "奖补",
        "补助费",
        "补贴费",
        "救助金",
        "慰问金",
        "奖励金",
        "补助金",
        "服务费",
        "护理费",
        "保障金",
        "抚恤金",
        "扶助金",
        "养老金",
        "供养金",
        "生活费",
        "低保",
        "报酬",
        "经费",
        "奖金",
    ],
)]);

/// Words between the name of such money and its amount, or for whom it is.
pub static AROUND_ALLOWANCES: Words =
    Words::new(&[(GENERAL, &["发放", "给予", "按照", "按", "达到", "为", "以", "计", "标准"])]);

/// Verbs of giving before the name of such money.
pub static GIVING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "一次性给予",
        "再给予",
        "另给予",
        "给予",
        "予以",
        "发放",
        "提供",
        "享受",
        "领取",
        "安排",
        "支付",
        "兑现",
        "执行",
        "落实",
        "按月发放",
        "按年发放",
        "按季发放",
        "足额发放",
        "全额发放",
    ],
)]);

/// Words for each of those for whom, or for each time at which, money is given.
pub static EACH_OF: Words = Words::new(&[(
    GENERAL,
    &[
        "每人次",
        "每学期",
        "每学年",
        "每季度",
        "每年度",
        "每人",
        "每名",
        "每月",
        "每年",
        "每天",
        "每日",
        "每户",
        "每床",
        "每张",
        "每个",
        "每所",
        "每家",
        "每例",
        "每次",
        "每村",
        "每点",
        "每孩",
        "每台",
        "每辆",
        "每班",
        "每处",
        "每支",
        "每队",
        "每站",
        "每托位",
        "每床位",
        "每生",
        "每亩",
        "每剂次",
        "每团队",
    ],
)]);

/// First words of a clause that says to whom money is given, besides prepositions: 符合条件的乡村医生，.
pub static GROUP_OPENERS: Words =
    Words::new(&[(GENERAL, &["针对", "凡", "符合", "经", "年满", "属于", "其中", "给", "到"])]);

/// Last words of such a clause: 服务满六年的，, 验收合格后，.
pub static GROUP_CLOSERS: Words = Words::new(&[(GENERAL, &["的", "者", "后", "人员", "以上"])]);
