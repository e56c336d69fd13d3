//! The words of results that sentences state without a figure: 基本建成, 持续改善, 达到省的指标要求.

use crate::lexicon::target::{BUILDING_VERBS, PLEDGES};
use crate::lexicon::works::{FINISHING_VERBS, WORK_ENDS, WORK_RUNS};
use crate::lexicon::{Chars, GENERAL, HEALTHY_CHINA, Words};

/// Verbs of reaching a state.
pub static ATTAINING_VERBS: Words = Words::new(&[(GENERAL, &["形成", "实现", "构建"])]);

/// Verbs of completion with their adverbs.
pub static FULL_COMPLETIONS: Words =
    Words::new(&[(GENERAL, &["基本形成", "基本建成", "基本建立", "基本消除", "全面建成", "全面建立"])]);

/// Adverbs of progress: 逐步, 不断.
pub static PROGRESS_ADVERBS: Words = Words::new(&[(GENERAL, &["全面", "逐步", "进一步", "不断", "持续"])]);

/// Adverbs for the order in which things are done, before a verb of making or of a result: 同步建成.
pub static ORDER_ADVERBS: Words = Words::new(&[(GENERAL, &["同步", "陆续", "分批", "择优", "先后", "依次"])]);

/// Adverbs before a verb of a result, which belong to the value: 基本实现, 初步建成.
pub static RESULT_ADVERBS: Words = Words::with(
    &[&PROGRESS_ADVERBS, &DECIDED_ADVERBS, &ORDER_ADVERBS],
    &[
        (
            GENERAL,
            &["总体", "整体", "普遍", "广泛", "稳步", "稳定", "明显", "显著", "大幅", "大幅度", "有效", "切实", "较好"],
        ),
        (
            GENERAL,
            &[
                "更加",
                "更为",
                "有所",
                "日益",
                "日趋",
                "逐年",
                "快速",
                "长期",
                "继续",
                "加快",
                "分别",
                "率先在全省",
                "深入",
                "高水平",
                "高质量",
                "较快",
                "日臻",
                "日渐",
                "同比例",
                "同比",
                "同等",
                "根本",
                "根本性",
                "从根本上",
                "实质性",
                "历史性",
                "全方位",
                "更好",
                "适当",
                "适度",
                "稳妥",
                "极大",
                "大大",
                "合理",
                "平稳",
                "相应",
                "稳中有序",
                "正式",
                "相继",
                "全线",
                "全容量",
                "一次性",
            ],
        ),
    ],
);

/// Adverbs that tell how far something is done, and not only that it is to go on.
pub static DECIDED_ADVERBS: Words =
    Words::new(&[(GENERAL, &["基本", "初步", "率先", "如期", "全部", "彻底", "按期", "总体上", "基本上"])]);

/// Words before a result whose subject stands in the clause before: 并持续改善, 进一步降至.
pub static FOLLOWING_WORDS: Words = Words::new(&[(
    GENERAL,
    &[
        "并",
        "且",
        "并且",
        "进一步",
        "继续",
        "再",
        "并进一步",
        "并持续",
        "随后",
        "此后",
        "以后",
        "之后",
        "该比例",
        "该指标",
        "这一比例",
        "该比率",
        "上述比例",
    ],
)]);

/// Words that open a result in words: the metric stands before them.
pub static RESULT_OPENERS: Words = Words::with(
    &[&FULL_COMPLETIONS, &PROGRESS_ADVERBS],
    &[(
        GENERAL,
        &[
            "实现全覆盖",
            "全覆盖",
            "达到",
            "达国",
            "达省",
            "降至",
            "降到",
            "下降至",
            "下降到",
            "降低到",
            "提升到",
            "提高到",
            "下降",
            "位居",
            "稳居",
            "跃居",
            "名列",
            "领跑",
            "居全",
            "处于",
            "进入",
            "保持",
            "维持",
            "得到",
            "基本健全",
            "基本满足",
            "全面形成",
            "显著",
            "明显",
            "大幅",
            "更加",
            "稳步",
            "有所",
            "趋于",
            "取得",
            "全省领先",
            "居于",
            "充分",
            "呈",
            "实现",
            "创建为",
            "创建成为",
            "成为",
            "跻身",
            "迈入",
            "迈上",
            "迈出",
            "跨上",
            "跃上",
            "踏上",
            "登上",
            "再上",
            "再创",
            "达成",
            "得以",
            "控制在",
            "稳定在",
            "步入",
            "降低至",
            "减少到",
            "增加到",
            "优于",
            "好于",
            "不低于",
            "不高于",
            "高于",
            "走在",
            "接近",
            "赶超",
            "赶上",
            "追平",
            "超越",
            "趋近",
            "领先于",
            "位列",
            "具备",
            "更具",
            "更为",
            "更趋",
            "日益",
            "日趋",
            "基本普及",
            "基本完善",
        ],
    )],
);

/// Verbs that often are part of the name of what they made or ended: 消除疟疾成果, 创建成果.
pub static NAMING_VERBS: Words = Words::new(&[(GENERAL, &["消除", "创建", "杜绝"])]);

/// Verbs that open a clause whose object is the result.
pub static RESULT_VERBS: Words = Words::with(
    &[&FULL_COMPLETIONS, &BUILDING_VERBS, &ATTAINING_VERBS, &NAMING_VERBS],
    &[
        (
            GENERAL,
            &[
                "基本实现",
                "全面实现",
                "创建成为",
                "创建成功",
                "创建为",
                "构建起",
                "建立起",
                "摸清",
                "普遍开展",
                "完成",
                "创成",
                "建起",
                "构筑",
            ],
        ),
        (
            // 人人享有基本医疗卫生服务 is the aim of the national outline.
            HEALTHY_CHINA,
            &["人人享有", "人人拥有"],
        ),
    ],
);

/// Verbs that state a result only behind an adverb that tells how far: 基本解决, but not 解决.
pub static DECIDED_VERBS: Words = Words::new(&[(
    GENERAL,
    &["解决", "补齐", "淘汰", "扭转", "遏制", "取缔", "退出", "健全", "完善", "理顺", "打通", "普及", "满足", "达到"],
)]);

/// Verbs of putting an end to something: 淘汰国三以下车辆.
pub static ENDING_VERBS: Words =
    Words::new(&[(GENERAL, &["解决", "淘汰", "取缔", "退出", "消除", "关停", "清退", "拆除", "清理", "禁止"])]);

/// Verbs that follow a verb of making with the same object: 建立健全.
pub static CHAINED_VERBS: Words = Words::new(&[(GENERAL, &["健全", "完善", "起", "并完善", "形成", "并形成"])]);

/// Words that close a clause and state the result of what stands before them: 上升趋势减缓, 新业态蓬勃发展.
pub static RESULT_CLOSERS: Words = Words::with(
    &[&FINISHING_VERBS, &WORK_ENDS],
    &[
        (GENERAL, &["减缓", "放缓", "趋缓", "遏制", "扭转", "好转", "改善", "提高", "提升", "增强", "增加", "增长"]),
        (GENERAL, &["下降", "降低", "减少", "缩小", "扩大", "缩短", "普及", "完善", "健全", "优化", "形成"]),
        (GENERAL, &["建立", "完成", "实现", "消除", "解决", "落地", "见效", "巩固", "夯实", "深化", "拓展", "壮大"]),
        (GENERAL, &["繁荣", "定型", "畅通", "可控", "稳定", "和谐稳定"]),
        (GENERAL, &["翻番", "翻一番", "翻两番", "翻一番以上", "翻两番以上", "翻倍", "倍增"]),
        (GENERAL, &["达标", "到位", "领先", "清零", "动态清零", "全覆盖", "显现", "化解", "向好", "跃升"]),
        (GENERAL, &["蓬勃发展", "健康发展", "快速发展", "加快发展", "长足发展", "协调发展", "高质量发展", "融合发展"]),
        (
            GENERAL,
            &[
                "有序发展",
                "集聚发展",
                "均衡发展",
                "繁荣发展",
                "发展壮大",
                "深入人心",
                "践行",
                "养成",
                "成型",
                "成形",
                "成效初显",
                "成效显现",
                "成效凸显",
                "成效显著",
                "成效明显",
                "弘扬",
                "传播",
                "提质扩容",
                "提质增效",
                "提质升级",
                "扩面提质",
                "落地见效",
                "高效运行",
            ],
        ),
    ],
);

/// Words between a subject and the object of its result, which may also stand within a name (覆盖城乡的网络).
pub static REACHING_VERBS: Words = Words::new(&[(GENERAL, &["覆盖", "满足", "惠及", "延伸到", "延伸至", "遍及"])]);

/// Words behind 覆盖 and its like that make them parts of a noun: 覆盖率.
pub static AFTER_REACHING_NOUNS: Words = Words::new(&[(GENERAL, &["率", "面", "范围", "程度", "度", "水平", "的"])]);

/// Last words of where or in what something happens: 在基层治理中.
pub static LOCATIVE_ENDINGS: Words =
    Words::new(&[(GENERAL, &["中", "上", "下", "内", "里", "方面", "领域", "行业", "环节", "层面", "之中"])]);

/// Words with 在 that do not open such a phrase: 存在, 在校.
pub static WORDS_WITH_AT: Words = Words::new(&[(
    GENERAL,
    &[
        "存在", "现在", "潜在", "所在", "正在", "内在", "实在", "外在", "在校", "在岗", "在册", "在园", "在线", "在建",
        "在职",
    ],
)]);

/// Verbs that let something come to a result: 推动大数据取得突破.
pub static CAUSING_VERBS: Words = Words::new(&[(GENERAL, &["推动", "带动", "加快推进", "使", "让", "确保", "促使"])]);

/// Words of effort before a result.
pub static EFFORTS: Words = Words::with(&[&PLEDGES], &[(GENERAL, &["努力"])]);

/// Words for those who act, where a metric is expected.
pub static ACTORS: Words =
    Words::new(&[(GENERAL, &["各地", "各地区", "各级", "各县", "各区", "各镇", "各单位", "各部门"])]);

/// Adverbs before a verb of completion: 逐步建立.
pub static COMPLETION_ADVERBS: Words = Words::with(&[&PROGRESS_ADVERBS], &[(GENERAL, &["基本"])]);

/// Verbs of completion behind an adverb: 逐步建立.
pub static COMPLETION_VERBS: Words = Words::with(&[&BUILDING_VERBS, &ATTAINING_VERBS], &[(GENERAL, &["完善", "健全"])]);

/// Verbs before a result that is part of their object: 发挥更加突出的作用.
pub static VERBS_WITH_RESULT: Words = Words::new(&[(GENERAL, &["发挥", "营造", "创造", "提供"])]);

/// Verbs behind the metric of a clause with 将 or 把: 将预防摆在更加突出位置.
pub static PLACING_VERBS: Words = Words::new(&[(GENERAL, &["摆在", "放在"])]);

/// Verbs that say what an institution becomes: 市人民医院建成省级中心.
pub static BECOMING_VERBS: Words = Words::new(&[(GENERAL, &["建成", "创成", "升格为", "晋升", "获评", "升级为"])]);

/// Verbs by which an institution comes to a grade: 创建三级甲等医院.
pub static GRADING_VERBS: Words = Words::with(
    &[&BECOMING_VERBS],
    &[(
        GENERAL,
        &["创建", "建设成为", "建成为", "创建成为", "达到", "达", "晋升为", "评为", "通过", "为", "申创", "争创"],
    )],
);

/// Verbs of coming to a rank, a standard or a title, behind things that are counted: 10家医院进入全国百强.
pub static ENTERING_VERBS: Words = Words::with(
    &[&BECOMING_VERBS],
    &[(GENERAL, &["进入", "达到", "成为", "跻身", "入选", "入围", "通过", "纳入", "获得", "达标", "实现"])],
);

/// Words behind 建成 and its like that make them parts of a noun: 建成率, 建成区.
pub static AFTER_BECOMING_NOUNS: Words = Words::new(&[(GENERAL, &["率", "区面", "区绿", "后", "的", "数", "时间"])]);

/// Verbs that say that a measure meets what is asked of it: 优良比例完成省下达目标.
pub static MEETING_VERBS: Words = Words::new(&[(GENERAL, &["完成", "符合", "控制", "落实"])]);

/// Words behind such a verb that make it part of a noun: 控制水平, 落实情况.
pub static AFTER_MEETING_NOUNS: Words =
    Words::new(&[(GENERAL, &["水平", "率", "能力", "情况", "程度", "效果", "进度", "力度", "质量", "成效"])]);

/// Verbs that stand in pairs and tell a result without an object: 提质扩面, 扩容增效, 开诊运行.
pub static PAIRED_VERBS: Words = Words::with(
    &[&FINISHING_VERBS, &WORK_ENDS, &WORK_RUNS],
    &[(
        GENERAL,
        &[
            "提质", "扩面", "增效", "扩容", "升级", "提标", "增量", "提速", "降费", "降本", "下沉", "扩优", "进位",
            "增能", "提档", "赋能", "转型", "投入", "落地", "见效", "巩固", "提升", "拓展", "完善", "夯实", "深化",
            "健全", "改善", "成立", "成熟", "定型", "稳定", "优化", "壮大", "规范", "扩大", "增强", "集聚", "衔接",
            "融通", "互通", "联动", "协同", "共享",
        ],
    )],
);

/// Characters that stand as an adverb before a short predicate: 初具, 渐成, 日臻, 更有.
pub static SHORT_ADVERBS: Chars = Chars::new(&[(GENERAL, "初渐日更再愈尽应稳皆越")]);

/// Words that begin with such a character and hold no adverb: 应急预案, 日间手术.
pub static WORDS_WITH_SHORT_ADVERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "应急", "应用", "应对", "应诊", "应届", "应答", "日常", "日间", "日托", "日照", "稳岗", "更年", "更新", "越野",
        "再生",
    ],
)]);

/// Words that say in what way something goes on, which are nouns elsewhere: 有序铺开, 常态开展.
pub static WAYS: Words = Words::new(&[(
    GENERAL,
    &[
        "有序", "常态", "有力", "总体", "大体", "全量", "协同", "规范", "同步", "联动", "一体", "良性", "深度", "高位",
        "平稳", "依法", "按时", "按需", "就近", "全程", "闭环", "全域", "双向", "梯次", "滚动", "跨界",
    ],
)]);

/// Adverbs that say that a verb of making holds for all of its subject: 全部建成.
pub static WHOLE_ADVERBS: Words = Words::new(&[(GENERAL, &["全部", "全面", "普遍", "率先"])]);

/// Adjectives before a noun of action that say of what it is, and not in what way it goes on: 健康体检.
pub static SUBJECT_ADJECTIVES: Words = Words::new(&[(GENERAL, &["健康"])]);

/// Words that open an object of which everything is meant: 覆盖所有符合条件的医疗机构.
pub static WHOLE_OPENERS: Words = Words::new(&[(GENERAL, &["所有", "全部", "全体", "各类", "各级", "每个", "每一个"])]);

/// Adverbs that are also the object of a verb of reaching: 覆盖全部乡镇.
pub static WHOLE_OBJECTS: Words = Words::new(&[(GENERAL, &["全部"])]);

/// Words that say by themselves how their subject is: 布局合理, 运行顺畅.
pub static STATE_WORDS: Words = Words::new(&[(
    GENERAL,
    &[
        "合理",
        "有力",
        "有序",
        "高效",
        "顺畅",
        "完备",
        "齐全",
        "鲜明",
        "充足",
        "充裕",
        "良好",
        "稳固",
        "牢固",
        "和谐",
        "平稳",
        "科学",
        "便捷",
        "清晰",
        "坚实",
        "雄厚",
        "活跃",
        "凸显",
        "优美",
        "清洁",
        "安全可靠",
        "自然平衡",
        "基本平衡",
        "有保障",
    ],
)]);

/// Verbs before the word for how something runs: 机制运行顺畅.
pub static RUNNING_VERBS: Words =
    Words::new(&[(GENERAL, &["运行", "运转", "衔接", "推进", "开展", "实施", "流转", "响应", "联动", "保障"])]);

/// Where everything is covered, right before the word for it: 县域全覆盖.
pub static COVERED_SCOPES: Words =
    Words::new(&[(GENERAL, &["县域", "城乡", "全域", "区域", "乡镇（街道）", "镇街", "行政村", "村级"])]);

/// Words behind what is measured that say how it goes on, before the clause with its value: 水平稳步提升，2025年达到30%.
pub static TRENDS_OF_MEASURES: Words = Words::new(&[(
    GENERAL,
    &[
        "稳步提升",
        "稳步提高",
        "持续提升",
        "持续提高",
        "逐步提升",
        "逐步提高",
        "不断提升",
        "不断提高",
        "明显提升",
        "明显提高",
        "持续下降",
        "稳步下降",
        "逐步下降",
        "进一步提高",
        "进一步下降",
        "逐年提高",
        "逐年下降",
    ],
)]);
