//! Words for things that stand beside their like in lists with one measure: 高血压、糖尿病患者规范管理率, 城市、农村居民收入.

use crate::lexicon::office::INSTITUTION_ENDINGS;
use crate::lexicon::{GENERAL, Words};

/// Last words of the names of diseases and conditions: 糖尿病, 脑卒中.
pub static DISEASES: Words = Words::new(&[
    (GENERAL, &["病", "症", "癌", "炎", "瘤", "疹", "痘", "血压", "血糖", "血脂", "卒中", "梗死", "梗塞"]),
    (GENERAL, &["慢阻肺", "哮喘", "障碍", "结核", "尘肺", "乙肝", "丙肝", "梅毒", "脊灰", "流感", "痴呆"]),
    (GENERAL, &["肥胖", "超重", "贫血", "龋齿", "近视", "骨质疏松", "跌倒", "失能", "伤害", "溺水"]),
    (GENERAL, &["骤停", "心梗", "脑梗", "中风", "出血", "感染", "缺陷", "畸形", "精神分裂", "胸痛", "创伤"]),
]);

/// Pollutants whose amounts are measured; the names of some end like that of an amount (化学需氧量).
pub static POLLUTANTS: Words = Words::new(&[(
    GENERAL,
    &["需氧量", "氨氮", "氮氧化物", "有机物", "总磷", "总氮", "二氧化硫", "颗粒物", "PM2.5", "PM10", "臭氧"],
)]);

/// Last words of the names of houses in which people are cared for or taught, or work.
pub static HOUSES: Words = Words::with(
    &[&INSTITUTION_ENDINGS],
    &[(GENERAL, &["卫生室", "服务室", "活动室", "机构", "机关", "单位", "企业", "幼儿园", "托班", "商场", "超市"])],
);

/// Last words of the places whose parts a list names, if it names no other: 公立医院 of 公立医院门诊、住院费用.
pub static OWNING_PLACES: Words = Words::new(&[(
    GENERAL,
    &["医院", "医疗机构", "卫生机构", "卫生院", "服务中心", "农村", "乡村", "城镇", "城市", "县城"],
)]);

/// Words for a group of which the parts of a list are examples or members: 医院、学校等公共场所, 县级、乡级两级医院.
pub static GROUP_WORDS: Words =
    Words::new(&[(GENERAL, &["等", "两级", "三级联动", "两类", "三类", "四类", "两项", "三项", "两个", "各类", "两"])]);

/// Subjects that stand beside their like before one measure: 城市、县城污水处理率.
pub static PARALLEL_SUBJECTS: Words = Words::new(&[
    (GENERAL, &["城市", "县城", "城镇", "农村", "乡村", "城区", "建制镇", "小学", "初中", "高中", "男性", "女性"]),
    (GENERAL, &["市区", "山区", "平原", "沿海", "内地", "新区", "老城区", "平川区", "库区"]),
    (GENERAL, &["国家级", "省级", "市级", "县级", "镇级", "乡级", "村级", "一级", "二级", "三级", "公办", "民办"]),
]);
