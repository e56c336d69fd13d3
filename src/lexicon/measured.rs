//! What a number measures, by the last words of its name and by its unit.

use crate::lexicon::{GENERAL, Glossary};

/// The quantity that a number is of, as its name or its unit tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// A part of a whole, or how often something happens: 率, 占比.
    Share,
    /// An age, or how long something takes.
    Time,
    /// How large a place or a thing is: 面积.
    Size,
    /// An amount of money, be it per head or in all.
    Money,
    /// A number of things or people.
    Count,
}

/// Last words of names whose numbers can only measure one thing, besides those of shares and of counts of things.
pub static MEASURED_BY_NAMES: Glossary<Measured> = Glossary::new(&[
    (
        GENERAL,
        &[
            ("预期寿命", Measured::Time),
            ("期望寿命", Measured::Time),
            ("平均寿命", Measured::Time),
            ("平均年龄", Measured::Time),
            ("平均住院日", Measured::Time),
            ("住院天数", Measured::Time),
            ("等候时间", Measured::Time),
            ("响应时间", Measured::Time),
            ("反应时间", Measured::Time),
        ],
    ),
    (
        GENERAL,
        &[
            ("场地面积", Measured::Size),
            ("建筑面积", Measured::Size),
            ("占地面积", Measured::Size),
            ("用地面积", Measured::Size),
            ("绿地面积", Measured::Size),
        ],
    ),
    (
        GENERAL,
        &[
            ("机构数", Measured::Count),
            ("床位数", Measured::Count),
            ("医师数", Measured::Count),
            ("医生数", Measured::Count),
            ("护士数", Measured::Count),
            ("药师数", Measured::Count),
            ("人员数", Measured::Count),
            ("人数", Measured::Count),
            ("户数", Measured::Count),
            ("中心数", Measured::Count),
            ("医院数", Measured::Count),
            ("社区数", Measured::Count),
            ("托位数", Measured::Count),
        ],
    ),
    (
        GENERAL,
        &[
            ("医疗费用", Measured::Money),
            ("次均费用", Measured::Money),
            ("住院费用", Measured::Money),
            ("门诊费用", Measured::Money),
            ("经费标准", Measured::Money),
            ("补助标准", Measured::Money),
            ("筹资标准", Measured::Money),
            ("可支配收入", Measured::Money),
        ],
    ),
]);
