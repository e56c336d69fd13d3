//! The curated table is consistent, every unit that the bundled plans print has an office, and typed names find theirs.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// Nicknames that two offices share on purpose: where the duty once lay together, the person is asked.
const SHARED: [&str; 2] = ["科信局", "经贸局"];

fn written(resolution: &Resolution<'_>) -> String {
    let ids = |offices: &[&Office]| offices.iter().map(|it| it.id.clone()).collect::<Vec<_>>().join(" ");
    match resolution {
        Resolution::One(office) => office.id.clone(),
        Resolution::Many(offices) => format!("? {}", ids(offices)),
        Resolution::None { nearest } => format!("- {}", ids(nearest)),
    }
}

/// Typed name and the office it means; `?` before several that are equally good, `-` for none.
const TYPED: &[(&str, &str)] = &[
    // ids, full, short and printed names
    ("health", "health"),
    ("卫生健康局", "health"),
    ("市卫生健康局", "health"),
    ("潮州市湘桥区卫生健康局", "health-county"),
    ("广东省卫生健康委员会", "health-provincial"),
    ("人力资源和社会保障局", "human-resources"),
    ("市人力资源社会保障局", "human-resources"),
    ("市文广旅体局", "culture-tourism-sports"),
    ("文化广电旅游局", "culture-tourism-sports"),
    ("市文广电旅游体育局", "culture-tourism-sports"),
    ("团市委", "youth-league"),
    ("市团委", "youth-league"),
    ("共青团云浮市委", "youth-league"),
    ("市委编办", "establishment"),
    ("市编委办", "establishment"),
    ("市编办", "establishment"),
    ("市农业局", "agriculture-rural"),
    ("清远海关", "customs"),
    ("佛山海关", "customs"),
    ("云浮银保监分局", "banking-insurance"),
    ("中国人民银行佛山市中心支行", "pboc"),
    ("云浮日报社", "daily-press"),
    ("中山日报社", "daily-press"),
    ("各县（市、区）政府", "county-governments"),
    ("各县(市、区)政府", "county-governments"),
    ("湘桥区人民政府", "county-governments"),
    ("市市场监督管理局局", "market-regulation"),
    ("佛山教育局", "education"),
    ("市直机关工委", "organs-committee"),
    ("市纪委监委", "discipline"),
    ("市人民政府外事办公室", "foreign-affairs"),
    // abbreviations and former names
    ("卫健局", "health"),
    ("卫健委", "health"),
    ("市卫健局", "health"),
    ("卫计局", "health"),
    ("发改委", "development-reform"),
    ("发改局", "development-reform"),
    ("人社局", "human-resources"),
    ("人社", "human-resources"),
    ("文旅局", "culture-tourism-sports"),
    ("文广新局", "culture-tourism-sports"),
    ("市监局", "market-regulation"),
    ("工商局", "market-regulation"),
    ("食药监", "market-regulation"),
    ("食药监局", "market-regulation"),
    ("残联", "disabled-federation"),
    ("团委", "youth-league"),
    ("编办", "establishment"),
    ("国土局", "natural-resources"),
    ("环保局", "ecology-environment"),
    ("安监局", "emergency"),
    ("国税局", "tax"),
    ("扶贫办", "rural-revitalization"),
    ("数管局", "data-government"),
    ("银保监", "banking-insurance"),
    ("人行", "pboc"),
    ("城管", "urban-management"),
    ("老干局", "veteran-cadres"),
    ("妇儿工委", "women-children-committee"),
    ("公安", "public-security"),
    // kept apart
    ("科协", "science-association"),
    ("科技局", "science-technology"),
    ("妇联", "women-federation"),
    ("中医药局", "tcm"),
    ("公路局", "highway"),
    ("水利局", "water-resources"),
    ("水务局", "water-affairs"),
    ("综治办", "comprehensive-governance"),
    ("政法委", "political-legal"),
    ("金融局", "financial-work"),
    ("疾控局", "cdc-bureau"),
    ("疾控中心", "cdc"),
    ("体育局", "sports"),
    // initials
    ("rsj", "human-resources"),
    ("RSJ", "human-resources"),
    ("ｒｓｊ", "human-resources"),
    ("wsjkj", "health"),
    ("swsjkj", "health"),
    ("wjj", "health"),
    ("wjw", "health"),
    ("fgw", "development-reform"),
    ("fzb", "justice"),
    ("sjyj", "education"),
    ("scjdglj", "market-regulation"),
    ("whgdlytyj", "culture-tourism-sports"),
    ("ybj", "medical-security"),
    ("zgrmyhzxzh", "pboc"),
    ("cl", "disabled-federation"),
    // pinyin, whole and beginning
    ("weishengjiankangju", "health"),
    ("Weisheng Jiankang Ju", "health"),
    ("shiweishengjiankangju", "health"),
    ("renshe ju", "human-resources"),
    ("jiaoyuju", "education"),
    ("jiaoyu", "education"),
    ("renminyinhang", "pboc"),
    ("canlian", "disabled-federation"),
    ("wenguanglvtiju", "culture-tourism-sports"),
    ("weishengjk", "health"),
    ("xi'anju", "-"),
    // mixed
    ("卫sjkj", "health"),
    ("卫jian局", "health"),
    ("市卫sjkj", "health"),
    ("weisheng健康局", "health"),
    ("中yi药ju", "tcm"),
    // traditional, spaced
    ("衛生健康局", "health"),
    ("市衛生健康局", "health"),
    (" 卫生 健康 局 ", "health"),
    ("殘聯", "disabled-federation"),
    // parts
    ("教育", "education"),
    ("卫生", "health"),
    ("体育", "sports"),
    ("交通", "transport"),
    ("市教育", "education"),
    ("民政", "civil-affairs"),
    ("市场监督", "market-regulation"),
    ("退役军人", "veterans"),
    ("广播电视", "? radio-television broadcasting"),
    // one slip
    ("卫生建康局", "health"),
    ("卫生康局", "health"),
    ("卫生健健康局", "health"),
    ("市场监督管里局", "market-regulation"),
    ("weishengjiangkangju", "health"),
    // several, equally good
    ("swj", "? commerce water-affairs tax hydrology"),
    ("wsj", "? health foreign-affairs"),
    ("mzj", "? ethnic-religious civil-affairs"),
    ("科信局", "? science-technology industry-information"),
    ("经贸局", "? industry-information commerce"),
    ("健康", "? health health-promotion-committee"),
    ("疾控", "? cdc-bureau cdc"),
    ("数据", "data-bureau"),
    ("sjj", "? audit market-regulation data-bureau"),
    // none
    ("", "-"),
    ("   ", "-"),
    ("局", "-"),
    ("👨‍👩‍👧", "-"),
    ("地震局", "earthquake"),
    ("人民医院", "people-hospital"),
    ("学校", "-"),
];

#[test]
fn typed_names_find_their_office() {
    let registry = crate::dataset::registry();
    let all = registry.departments();
    let wrong: Vec<String> = TYPED
        .iter()
        .map(|(typed, expected)| (typed, expected, written(&all.resolve(typed))))
        .filter(|(_, expected, got)| if **expected == "-" { !got.starts_with('-') } else { got != **expected })
        .map(|(typed, expected, got)| format!("{typed}: expected {expected}, got {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_nearest_are_named_when_none_is_found() {
    let rows = [
        ("教誉局", "education"),
        ("卫生间康剧", "health"),
        ("weishenjiankanj", "health"),
        ("计划发展局", "development-reform"),
    ];
    for (typed, expected) in rows {
        let registry = crate::dataset::registry();
        let all = registry.departments();
        let Resolution::None { nearest } = all.resolve(typed) else {
            panic!("{typed}: {}", written(&all.resolve(typed)))
        };
        assert!((1..=5).contains(&nearest.len()), "{typed}");
        assert!(nearest.iter().any(|it| it.id == expected), "{typed}: {nearest:?}");
    }
}

#[test]
fn chinese_never_matches_by_sound() {
    for typed in ["为生健康局长", "叫玉局", "残连", "府联"] {
        assert!(!matches!(crate::dataset::registry().departments().resolve(typed), Resolution::One(_)), "{typed}");
    }
}

#[test]
fn printed_units() {
    let rows = [
        ("市卫生健康局", "health"),
        ("市 卫生健康局", "health"),
        ("我市卫生健康局", "health"),
        ("市卫生计生局", "health"),
        ("市卫健委", "health"),
        ("市民宗局", "ethnic-religious"),
        ("市市教育局", "education"),
        ("市教育局（市委教育工委）", "education"),
        ("团区委", "youth-league-county"),
        ("深圳海关", "customs"),
        ("广州市黄埔区教育局", "education-county"),
        ("省教育厅", "education-provincial"),
        ("广东省人力资源和社会保障厅", "human-resources-provincial"),
        ("省工业和信息化厅", "industry-information-provincial"),
        ("国家金融监督管理总局广东监管局", "banking-insurance-provincial"),
        ("健康广东行动推进委员会办公室", "health-promotion-committee-provincial"),
        ("共青团广东省委员会", "youth-league-provincial"),
        ("潮州市卫生健康委", "health"),
        ("民政", ""),
        ("公安", ""),
        ("人民政府", ""),
        ("市人民政府", ""),
        ("政府", ""),
        ("办公室", ""),
        ("科协作", ""),
        ("人社区", ""),
        ("有关单位", ""),
        ("教育", ""),
        ("各区教育局", "education-county"),
        ("市卫生健康局市教育局", ""),
        ("市人民医院", "people-hospital"),
        ("省环境保护厅", "ecology-environment-provincial"),
        ("市农委", "agriculture-rural"),
        ("省海洋厅", "natural-resources-provincial"),
        ("市合作厅", ""),
        ("市妇幼保健院", "mch-hospital"),
        ("教育部门", "education"),
        ("市卫生健康行政部门", "health"),
        ("公安机关", "public-security"),
        ("有关部门", ""),
        ("国家卫生健康委", "health-national"),
        ("教育部", "education-national"),
        ("长沙教育局", "education"),
        ("浏阳市卫生健康局", "health-county"),
        ("和平教育", ""),
        ("rsj", ""),
        ("科信局", ""),
        ("", ""),
    ];
    for (printed, expected) in rows {
        let registry = crate::dataset::registry();
        let got = registry.departments().office(printed).map_or("", |office| &office.id);
        assert_eq!(got, expected, "{printed}");
    }
}

/// The units of every clause of the two plans that have clauses. A splitter for tests only: the last bracket of a
/// line that opens with 责任单位： or lists two offices or ends in 负责, cut at the separators outside inner brackets.
fn printed_in(text: &str) -> BTreeSet<String> {
    let mut units = BTreeSet::new();
    for line in text.lines() {
        let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        for inner in outer_brackets(&line) {
            let listed = inner.trim_start_matches("责任单位：");
            let clause = listed.len() < inner.len()
                || inner.contains("负责")
                || (inner.starts_with('市') && inner.contains("局、市"));
            if clause {
                units.extend(split_units(listed));
            }
        }
    }
    units
}

/// What stands inside the outermost brackets.
fn outer_brackets(line: &str) -> Vec<String> {
    let (mut depth, mut inner, mut found) = (0, String::new(), Vec::new());
    for c in line.chars() {
        if c == '）' {
            depth = (depth - 1).max(0);
            if depth == 0 {
                found.push(std::mem::take(&mut inner));
            }
        }
        if depth > 0 {
            inner.push(c);
        }
        if c == '（' {
            depth += 1;
        }
    }
    found
}

fn split_units(listed: &str) -> Vec<String> {
    let listed = listed.split("，排在").next().unwrap_or_default();
    let (mut depth, mut units) = (0, vec![String::new()]);
    for c in listed.chars() {
        match c {
            '（' => depth += 1,
            '）' => depth -= 1,
            _ => {}
        }
        if depth == 0 && "、，；/".contains(c) {
            units.push(String::new());
        } else if let Some(unit) = units.last_mut() {
            unit.push(c);
        }
    }
    let tails = ["负责", "分别", "按职责分工", "有关单位", "单位", "等"];
    let bare = |unit: String| tails.iter().fold(unit, |unit, tail| unit.strip_suffix(tail).unwrap_or(&unit).to_owned());
    units.into_iter().map(bare).filter(|unit| !unit.is_empty()).collect()
}

#[test]
fn every_unit_of_the_bundled_clauses_has_its_office() {
    for (text, least) in
        [(include_str!("../../../seeds/qingyuan-2030.txt"), 40), (include_str!("../../../seeds/yunfu-2030.txt"), 45)]
    {
        let units = printed_in(text);
        assert!(units.len() >= least, "{} units: {units:?}", units.len());
        let registry = crate::dataset::registry();
        let unknown: Vec<&String> = units.iter().filter(|it| registry.departments().office(it).is_none()).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}

#[test]
fn names_belong_to_one_office() {
    let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let registry = crate::dataset::registry();
    for office in registry.departments().offices() {
        for name in office.forms.iter().chain(&office.abbreviations).chain(&office.former).chain(&office.placed) {
            owners.entry(fold_name(name)).or_default().insert(&office.id);
        }
    }
    for (name, offices) in owners {
        assert_eq!(offices.len() > 1, SHARED.contains(&name.as_str()), "{name}: {offices:?}");
    }
}

/// First words of names that say at which level an office stands, with that level.
const LEVELS: [(&str, Level); 9] = [
    ("国家", Level::National),
    ("国务院", Level::National),
    ("中央", Level::National),
    ("全国", Level::National),
    ("省", Level::Provincial),
    ("自治区", Level::Provincial),
    ("市委", Level::Municipal),
    ("县级", Level::County),
    ("县委", Level::County),
];

/// Names of local offices that begin with the name of the office of the nation whose branch they are.
const BRANCHES: [&str; 5] = ["国家统计局", "国家税务总局", "国家金融监督管理总局", "国家电网", "国家保密局"];

#[test]
fn no_entry_mixes_levels() {
    let registry = crate::dataset::registry();
    for office in registry.departments().offices() {
        let Some(own) = office.level.filter(|level| *level != Level::Institution) else { continue };
        for name in &office.forms {
            let said = LEVELS.iter().find(|(word, _)| name.starts_with(word)).map(|(_, level)| *level);
            let is_branch = BRANCHES.iter().any(|branch| name.starts_with(branch)) || name == "国家安全局";
            assert!(said.is_none_or(|said| said == own) || is_branch, "{name} stands among the names of {}", office.id);
        }
    }
}

#[test]
fn an_entry_is_one_body_or_a_kind() {
    let registry = crate::dataset::registry();
    let all = registry.departments();
    // Bodies that were once in one entry, or might come to be: each has its own.
    for pair in [
        ("监狱管理局", "戒毒管理局"),
        ("新华社", "人民日报社"),
        ("人民日报社", "中央广播电视总台"),
        ("国家电网", "南方电网"),
        ("国务院研究室", "国务院发展研究中心"),
        ("人才办", "就业局"),
        ("国家开发银行", "农业发展银行"),
        ("中国科学院", "中国工程院"),
        ("水利局", "水务局"),
        ("科技局", "科协"),
        ("疾控局", "疾控中心"),
    ] {
        let [one, other] = [pair.0, pair.1].map(|name| all.office(name).map(|office| office.id.as_str()));
        assert!(one.is_some() && other.is_some() && one != other, "{pair:?}: {one:?}, {other:?}");
    }
}

#[test]
fn every_entry_is_whole() {
    let registry = crate::dataset::registry();
    let all = registry.departments();
    assert!(all.offices().len() > 100);
    let ids: BTreeSet<&str> = all.offices().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), all.offices().len());
    for office in all.offices() {
        let id = &office.id;
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{id}");
        assert!(office.forms.contains(&office.name) && office.forms.contains(&office.short), "{id}");
        assert!(!office.source.is_empty() && office.levels.is_empty(), "{id}");
        assert!(office.placed.iter().all(|it| it.matches(PLACE_MARK).count() == 1), "{id}");
        assert_eq!(office.pinyin, pinyin::full(&office.name), "{id}");
        assert_eq!(office.initials, pinyin::initials(&office.name), "{id}");
        let names: Vec<&String> = office.forms.iter().chain(&office.abbreviations).chain(&office.former).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{id} repeats a name");
        for sister in &office.sisters {
            assert!(ids.contains(sister.id.as_str()) && sister.id != *id && !sister.why.is_empty(), "{id}");
            assert!(all.get(&sister.id).is_some_and(|it| it.sisters.iter().any(|back| back.id == *id)), "{id}");
        }
    }
}

#[test]
fn every_form_names_its_office() {
    let registry = crate::dataset::registry();
    let all = registry.departments();
    let at = |office: &Office, level| all.at_level(office, level).map_or(office.id.clone(), |it| it.id.clone());
    for office in all.offices() {
        for form in &office.forms {
            assert_eq!(all.office(form).map(|it| &it.id), Some(&office.id), "{form}");
            assert_eq!(written(&all.resolve(form)), office.id, "{form}");
            // The place before the name says the level. Nobody writes one before a name of the nation or a province.
            let is_above = matches!(office.level, Some(Level::National | Level::Provincial));
            let is_made = all.at_level(office, Level::Municipal).is_some_and(|it| office.name.ends_with(&it.name));
            for (printed, id) in [
                (format!("市{form}"), at(office, Level::Municipal)),
                (format!("潮州市湘桥区{form}"), at(office, Level::County)),
            ] {
                let found = all.office(&printed).map(|it| &it.id);
                assert!(found == Some(&id) || is_above || is_made, "{printed}: {found:?}, not {id}");
            }
        }
        for pattern in &office.placed {
            for (place, level) in [("云浮", Level::Municipal), ("佛山市", Level::Municipal), ("湘桥区", Level::County)]
            {
                let printed = pattern.replace(PLACE_MARK, place);
                assert_eq!(all.office(&printed).map(|it| it.id.clone()), Some(at(office, level)), "{printed}");
            }
        }
    }
}

#[test]
fn hostile_input_is_answered() {
    let registry = crate::dataset::registry();
    let all = registry.departments();
    for typed in ["市".repeat(1_000_000), "a".repeat(1_000_000), "（".repeat(40), "\u{202e}卫\0".to_owned()] {
        assert!(!matches!(all.resolve(&typed), Resolution::One(_)));
        assert!(all.office(&typed).is_none());
    }
}
