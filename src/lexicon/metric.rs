//! The words in names of metrics (孕产妇死亡率, 每千人口注册护士数): whose the values are, which direction is better, what
//! is a share of a whole; and the units of their values.

use crate::lexicon::{GENERAL, Glossary, Words};

/// Words for the whole of the own place: 全市.
pub static OWN_PLACES: Words = Words::new(&[(GENERAL, &["全市", "全区", "全县", "全镇", "我市", "我区", "我县"])]);

/// Prefixes of a name that only say that it is of the plan's own place.
pub static OWN_PREFIXES: Words =
    Words::with(&[&OWN_PLACES], &[(GENERAL, &["本市", "本区", "本县", "城乡居民", "居民", "我", "辖区"])]);

/// Prefixes of a name whose values are of another place than the plan's, or of each part of it.
pub static OTHER_PREFIXES: Words = Words::with(
    &[&HIGHER_LEVEL_PREFIXES],
    &[(GENERAL, &["我国", "国家级", "省级", "各镇", "各县", "各区", "每个", "各"])],
);

/// Prefixes of a name whose values are those of the province or the nation.
pub static HIGHER_LEVEL_PREFIXES: Words = Words::new(&[(GENERAL, &["全省", "全国", "我省"])]);

/// Spellings that plans print, each with the one that the registry lists.
pub static SPELLINGS: Glossary<&str> =
    Glossary::new(&[(GENERAL, &[("千人常住人口", "千常住人口"), ("万人常住人口", "万常住人口"), ("设立", "设置")])]);

/// Words that some plans put into a name and others leave out.
pub static OPTIONAL_WORDS: Words = Words::new(&[(
    GENERAL,
    &["适龄儿童", "目标人群", "国家", "免费", "居民", "人群", "医疗机构", "医院", "全市", "现金"],
)]);

/// Rates of harm, shares of which less is better.
pub static HARM_RATES: Words = Words::new(&[(GENERAL, &["死亡率", "发病率", "患病率", "吸烟率", "近视率"])]);

/// Rates of coverage and success, shares of which more is better.
pub static COVERAGE_RATES: Words = Words::new(&[(
    GENERAL,
    &["覆盖率", "知晓率", "合格率", "达标率", "接种率", "参保率", "管理率", "签约率", "筛查率"],
)]);

/// Endings of names of which less is better.
pub static LESS_IS_BETTER: Words =
    Words::with(&[&HARM_RATES], &[(GENERAL, &["感染率", "再住院率", "住院日", "使用强度"])]);

/// Endings of names of which more is better.
pub static MORE_IS_BETTER: Words = Words::with(
    &[&COVERAGE_RATES],
    &[(
        GENERAL,
        &[
            "支付比例",
            "检出率",
            "生存率",
            "床位数",
            "医师数",
            "医师",
            "医生数",
            "护士数",
            "护士",
            "药师数",
            "人员数",
            "公共卫生人员",
            "诊疗量比例",
            "诊疗量占比",
            "床位数比例",
            "满意度",
            "经费人均标准",
            "学历比例",
            "住户占比",
        ],
    )],
);

/// Words for shares of a whole.
pub static SHARES: Words = Words::with(
    &[&HARM_RATES, &COVERAGE_RATES, &SHARES_ABOVE_WHOLE, &RATIO_WORDS],
    &[(
        GENERAL,
        &["覆盖面", "治疗率", "普及率", "处理率", "报告率", "建档率", "配备率", "治愈率", "参与率", "服务率", "入住率"],
    )],
);

/// Shares that can exceed the whole: extra beds in a ward, a plan more than carried out.
pub static SHARES_ABOVE_WHOLE: Words = Words::new(&[(GENERAL, &["使用率", "完成率"])]);

/// Canonical units of rates, of which each rate has a customary one.
pub static RATE_UNITS: Words = Words::new(&[(GENERAL, &["%", "‰", "1/10万"])]);

/// Units too large for the values of a city or a district.
pub static NATIONAL_UNITS: Words = Words::new(&[(GENERAL, &["亿人", "亿人次"])]);

/// Words for a part of a whole that is measured against it.
pub static RATIO_WORDS: Words = Words::new(&[(GENERAL, &["比例", "比重", "占比"])]);

/// Last words of names of shares, besides the words for ratios.
pub static SHARE_WORDS: Words = Words::new(&[(GENERAL, &["率", "百分比"])]);

/// Endings of names that are measured as a share, in %, ‰ or the like.
pub static SHARE_ENDINGS: Words = Words::with(&[&SHARE_WORDS, &RATIO_WORDS], &[(GENERAL, &["接种"])]);
