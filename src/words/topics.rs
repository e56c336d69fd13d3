//! The topics of plans, by which this program says that tasks of two plans are about one thing. The lexicon names them in Chinese.

use super::Words;

/// Makes the list of the topics from pairs of their words.
macro_rules! topics {
    ($($chinese:literal, $english:literal;)*) => {
        const TOPICS: &[Words] = &[$(Words::new($chinese, $english)),*];
    };
}

topics! {
    "总体要求", "general requirements";
    "形势", "situation";
    "发展成效", "results so far";
    "规划目标", "aims of the plan";
    "组织领导", "leadership";
    "投入保障", "funding";
    "监测评估", "monitoring";
    "宣传引导", "publicity";
    "法治监管", "law and supervision";
    "体制改革", "reform";
    "交流合作", "cooperation";
    "人才队伍", "staff";
    "科技创新", "science";
    "信息化", "digital services";

    "公共卫生", "public health";
    "卫生应急", "health emergencies";
    "传染病", "infectious diseases";
    "免疫规划", "vaccination";
    "口岸卫生", "health at ports";
    "生物安全", "biosafety";
    "慢性病", "chronic diseases";
    "心理精神", "mental health";
    "职业健康", "occupational health";
    "口腔健康", "dental health";
    "妇幼健康", "mothers and children";
    "儿童健康", "health of children";
    "学生健康", "health of pupils";
    "老年健康", "health of the aged";
    "残疾人健康", "people with disabilities";
    "生育", "births";
    "托育", "child care";
    "长期护理", "long-term care";
    "康复", "rehabilitation";

    "健康教育", "health education";
    "营养膳食", "nutrition";
    "体育健身", "sport";
    "控烟限酒", "tobacco and alcohol";
    "毒品危害", "drugs";
    "爱国卫生", "sanitation campaigns";
    "环境健康", "environment and health";
    "食品安全", "food safety";
    "公共安全", "public safety";

    "医疗服务体系", "medical services";
    "基层医疗", "primary care";
    "医院发展", "hospitals";
    "医疗质量", "quality of care";
    "中医药", "Chinese medicine";
    "血液保障", "blood supply";
    "药品供应", "supply of medicines";
    "医疗保障", "medical insurance";
    "商业保险", "commercial insurance";
    "社会办医", "private medicine";
    "健康产业", "health industry";
}

/// Returns the word for a topic of the lexicon in the language in force; the topic itself where it has no other word.
pub(crate) fn shown(topic: &'static str) -> &'static str {
    TOPICS.iter().find(|words| words.within(super::Language::Chinese) == topic).map_or(topic, |words| words.get())
}
