//! The words of responsibility clauses: labels before the units, verbs behind them, what leaves a list of units open.
//!
//! The name of a list says what its words make of a unit (lead, joint, listed); the importer gives it the role.

use crate::lexicon::punctuation::{LIST_SEPARATORS, SENTENCE_ENDS, SQUARE_CLOSERS};
use crate::lexicon::time::PARTS_OF_YEAR;
use crate::lexicon::{Chars, GENERAL, PUNCTUATION, Words};

/// What the units of a field do if they lead, as its label says it: 牵头单位：, 主办：.
pub static LEAD_DUTIES: Words = Words::new(&[(
    GENERAL,
    &["牵头责任", "牵头负责", "牵头落实", "总牵头", "牵头", "主办", "主责", "主要责任", "主要负责", "第一责任"],
)]);

/// What the units of a field do if they assist the lead, as its label says it: 配合单位：, 协办：.
pub static JOINT_DUTIES: Words = Words::new(&[(
    GENERAL,
    &["配合落实", "配合责任", "协同配合", "配合", "协办", "协助", "协同", "协作", "参与", "参加", "会办", "联办"],
)]);

/// What the units of a field do if none of them is named as the lead: 责任单位：, 组织实施：.
pub static UNIT_DUTIES: Words = Words::new(&[(
    GENERAL,
    &["责任落实", "责任", "负责", "组织实施", "具体实施", "实施", "完成", "落实", "承办", "承担", "执行", "主管"],
)]);

/// What the units of a field do if it is neither of these: 指导单位：, 监督单位：.
pub static OTHER_DUTIES: Words = Words::new(&[(
    GENERAL,
    &[
        "业务指导",
        "指导",
        "监督",
        "督导",
        "督办",
        "督查",
        "监管",
        "支持",
        "技术支持",
        "保障",
        "考核",
        "验收",
        "评估",
        "协调",
        "咨询",
    ],
)]);

/// Who has the duty that a label names: 牵头单位, 责任部门, 实施主体.
pub static DUTY_HOLDERS: Words = Words::new(&[(
    GENERAL,
    &[
        "单位和部门",
        "部门和单位",
        "部门及单位",
        "部门单位",
        "单位",
        "部门",
        "机构",
        "主体",
        "处室",
        "科室",
        "股室",
        "地区",
        "方",
    ],
)]);

/// Words before the duty of a label that change nothing in it: 具体责任单位, 其他配合单位.
pub static BEFORE_DUTIES: Words =
    Words::new(&[(GENERAL, &["主要", "具体", "共同", "其他", "其它", "相关", "有关", "各"])]);

/// Labels before a time limit: 完成时限：.
pub static TIME_LABELS: Words = Words::new(&[
    (
        GENERAL,
        &["完成时限", "办理时限", "工作时限", "落实时限", "办结时限", "推进时限", "整改时限", "时限要求", "时限"],
    ),
    (
        GENERAL,
        &[
            "完成期限",
            "实施期限",
            "期限",
            "完成时间",
            "实施时间",
            "时间安排",
            "时间节点",
            "时间要求",
            "时间进度",
            "完成日期",
        ],
    ),
    (GENERAL, &["进度安排", "完成时间节点", "完成年限", "实施年限"]),
]);

/// Labels before the names of persons: 责任人：.
pub static PERSON_LABELS: Words = Words::new(&[
    (
        GENERAL,
        &["责任人", "负责人", "牵头人", "联系人", "联络员", "主要负责人", "具体负责人", "第一责任人", "直接责任人"],
    ),
    (
        GENERAL,
        &[
            "责任领导",
            "分管领导",
            "牵头领导",
            "包抓领导",
            "挂钩领导",
            "包保领导",
            "牵头市领导",
            "责任市领导",
            "分管市领导",
            "市领导",
            "县领导",
        ],
    ),
    (GENERAL, &["联系电话", "电话", "牵头单位负责人", "责任单位负责人"]),
]);

/// Labels of what else stands beside the units: whom it is for, how far it has come, where the money is from.
pub static OTHER_LABELS: Words = Words::new(&[
    (
        GENERAL,
        &[
            "适用范围",
            "适用对象",
            "实施范围",
            "覆盖范围",
            "范围",
            "对象",
            "服务对象",
            "支持对象",
            "实施地点",
            "建设地点",
        ],
    ),
    (
        GENERAL,
        &["完成情况", "进展情况", "进度", "工作进展", "完成标志", "完成标准", "考核标准", "验收标准", "成果形式"],
    ),
    (
        GENERAL,
        &["资金来源", "依据", "政策依据", "任务来源", "工作目标", "年度目标", "目标", "工作要求", "备注", "说明", "注"],
    ),
]);

/// Words for a time without an end in place of a time limit: 长期坚持.
pub static ENDLESS_TERMS: Words = Words::new(&[(
    GENERAL,
    &[
        "长期坚持",
        "长期推进",
        "长期实施",
        "长期",
        "持续推进",
        "持续实施",
        "持续深化",
        "持续开展",
        "常年坚持",
        "全年",
        "每年",
    ],
)]);

/// Words that open a time limit without a year: 年底前, 年内持续推进.
pub static TERM_OPENERS: Words = Words::with(
    &[&PARTS_OF_YEAR, &ENDLESS_TERMS],
    &[
        (
            GENERAL,
            &["年末", "年底", "月底前", "每月", "每季度", "每半年", "规划期内", "近期", "贯穿全年", "即时", "立即"],
        ),
        (GENERAL, &["“十四五”期间", "“十五五”期间", "“十四五”末", "“十五五”末"]),
    ],
);

/// Verbs behind units that lead: 甲牵头.
pub static LEAD_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "牵头负责",
        "负责牵头",
        "牵头落实",
        "牵头推进",
        "牵头组织实施",
        "牵头实施",
        "牵头组织",
        "牵头抓总",
        "牵头协调",
        "牵头统筹",
        "牵头汇总",
        "牵头推动",
        "牵头开展",
        "牵头承办",
        "牵头办理",
        "共同牵头",
        "联合牵头",
        "总牵头",
        "牵头",
        "主办",
        "主责",
        "负总责",
    ],
)]);

/// Verbs behind units that assist the lead: 乙配合.
pub static JOINT_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "配合落实",
        "配合推进",
        "配合实施",
        "配合做好",
        "做好配合",
        "做好配合工作",
        "予以配合",
        "给予配合",
        "协同配合",
        "协同落实",
        "协同推进",
        "协助落实",
        "参与落实",
        "密切配合",
        "积极配合",
        "共同配合",
        "配合",
        "参与",
        "参加",
        "协助",
        "协同",
        "协办",
    ],
)]);

/// Verbs behind units that assist the lead, each with its own share.
pub static JOINT_SHARE_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "按职责分工配合",
        "按照职责分工配合",
        "按各自职责配合",
        "按职责配合",
        "按职责分工参与",
        "按职责分工协同",
        "分别配合",
    ],
)]);

/// Verbs behind units that are responsible together: 甲、乙负责.
pub static UNIT_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "共同负责",
        "负责落实",
        "负责实施",
        "负责推进",
        "负责组织实施",
        "负责具体实施",
        "负责具体落实",
        "负责抓好落实",
        "负责承办",
        "负责完成",
        "具体负责",
        "具体落实",
        "具体组织实施",
        "负责",
        "组织实施",
        "组织落实",
        "共同落实",
        "共同实施",
        "共同推进",
        "具体承办",
        "具体实施",
        "推进落实",
        "贯彻落实",
        "抓好落实",
        "落实",
        "实施",
        "承办",
    ],
)]);

/// Verbs behind units of which each answers for its own share: 甲、乙按职责分工负责.
pub static SHARE_VERBS: Words = Words::new(&[
    (
        GENERAL,
        &[
            "按照各自职责分工负责",
            "按各自职责分工负责",
            "按照职责分工负责",
            "按职责分工负责",
            "按职责分工落实",
            "按职责分别负责",
        ],
    ),
    (
        GENERAL,
        &[
            "按职责负责",
            "按照职责负责",
            "按照各自职责负责",
            "按各自职责负责",
            "按各自职责落实",
            "按职责落实",
            "按照职责分工落实",
        ],
    ),
    (
        GENERAL,
        &["根据职责分工负责", "依职责分工负责", "依职责负责", "依据职责分工负责", "依据职责负责", "结合职责分工负责"],
    ),
    (
        GENERAL,
        &[
            "按职能分工负责",
            "按照职能分工负责",
            "按职能职责负责",
            "按职责分工实施",
            "按职责分工推进",
            "按职责分工组织实施",
        ],
    ),
    (GENERAL, &["按职责分工", "按职能分工", "按照职责分工", "依职责分工", "按各自职责"]),
    (GENERAL, &["各司其职", "各负其责", "分别负责", "分工负责", "分头负责", "分别落实", "按职责分工做好相关工作"]),
]);

/// Words by which a plan says what such a verb means: 分别负责为各部门按职责分工负责.
pub static SHARES_MEAN: Words =
    Words::new(&[(GENERAL, &["为各", "指各", "是指各", "的为各", "的指各", "的，各", "的，为"])]);

/// Words behind a unit for what it is to do, where a clause goes on with it: 县水利局做好水质监测.
pub static DUTY_OPENERS: Words = Words::new(&[(
    GENERAL,
    &[
        "做好",
        "抓好",
        "负责做好",
        "组织开展",
        "开展",
        "组织做好",
        "统筹做好",
        "加强",
        "承担",
        "落实好",
        "按规定",
        "提供",
    ],
)]);

/// Verbs behind units that guide or supervise those who do it: 丙指导.
pub static OTHER_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "业务指导",
        "负责督办",
        "负责监督",
        "负责指导",
        "跟踪督办",
        "提供技术支持",
        "提供技术支撑",
        "提供支持",
        "给予支持",
        "提供保障",
        "做好保障",
        "指导",
        "监督指导",
        "督促指导",
        "监督",
        "督导",
        "督促",
        "支持",
    ],
)]);

/// Words between two units that are responsible together.
pub static TOGETHER: Words = Words::new(&[(GENERAL, &["会同", "商"])]);

/// Words that leave a list of units open, before what they leave open: 等单位, 有关部门.
pub static OPENERS_OF_ENDS: Words =
    Words::new(&[(GENERAL, &["有关", "相关", "其他有关", "其他相关", "其他", "其它", "各有关", "各相关"])]);

/// Whose the units are that an open list means, besides the characters of the levels: 等市级有关部门.
pub static LEVELS_OF_ENDS: Words = Words::new(&[
    (GENERAL, &["国务院", "中央和国家机关", "自治区", "省级", "省直", "市级", "市直", "市政府", "州级", "州直"]),
    (
        GENERAL,
        &["区级", "区直", "县级", "县直", "镇级", "乡镇", "各级", "各地", "本级", "属地", "地方", "行业", "职能"],
    ),
]);

/// Those who have a part in the tasks of a plan, behind 各: 各项目牵头单位.
pub static PARTS_OF_ENDS: Words = Words::new(&[(
    GENERAL,
    &[
        "牵头单位",
        "责任单位",
        "配合单位",
        "承办单位",
        "实施单位",
        "建设单位",
        "参与单位",
        "牵头部门",
        "责任部门",
        "配合部门",
    ],
)]);

/// What an open list means: 等单位, 有关部门和地区.
pub static NOUNS_OF_ENDS: Words = Words::with(
    &[&PARTS_OF_ENDS],
    &[
        (
            GENERAL,
            &[
                "成员单位",
                "主管单位",
                "直属单位",
                "单位",
                "职能部门",
                "主管部门",
                "行业主管部门",
                "行政部门",
                "监管部门",
                "部门",
                "部门单位",
                "单位部门",
            ],
        ),
        (
            GENERAL,
            &[
                "地区",
                "地方",
                "机构",
                "方面",
                "企业",
                "院校",
                "高校",
                "医院",
                "社会组织",
                "社会团体",
                "群团组织",
                "团体",
                "媒体",
            ],
        ),
    ],
);

/// Words between a list of units and its verb that say how they are to do it: 结合实际落实, 按要求配合.
pub static WAYS_OF_DOING: Words = Words::new(&[(
    GENERAL,
    &[
        "结合实际",
        "结合实际情况",
        "因地制宜",
        "按要求",
        "按照要求",
        "按规定",
        "按任务分工",
        "依法",
        "分级",
        "逐级",
        "同步",
        "认真",
        "全力",
        "主动",
        "切实",
    ],
)]);

/// Words in place of the name of a unit where there is none: 配合单位：无.
pub static NOBODY: Words = Words::new(&[(GENERAL, &["无", "/", "—", "——", "-", "--"])]);

/// Words for what such a unit does: 列第一位的为牵头单位, 排名第一的为主要责任单位.
pub static LEADING_WORDS: Words = Words::with(&[&LEAD_DUTIES], &[(GENERAL, &["负总责", "总负责"])]);

/// Marks between the units of a clause: 甲、乙；丙.
pub static UNIT_SEPARATORS: Chars = Chars::with(&[&LIST_SEPARATORS], &[(GENERAL, ",;")]);

/// Marks behind a label: the colon, or the bracket of 【责任单位】.
pub static LABEL_ENDS: Chars = Chars::with(&[&SQUARE_CLOSERS], &[(PUNCTUATION, "："), (GENERAL, ":")]);

/// Marks behind which a clause in brackets stands by itself, and is no remark on the words before it.
pub static BEFORE_FREE_CLAUSE: Chars = Chars::with(&[&SENTENCE_ENDS], &[(PUNCTUATION, "；）"), (GENERAL, ")")]);
