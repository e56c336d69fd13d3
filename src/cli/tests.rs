//! Everything the program does, over a library of two texts that are not bundled, read with a registry of their own.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use crate::app::input::key::script;
use crate::app::screen::page::Size;
use crate::app::state::effect::Effect;
use crate::app::state::file::Saved;
use crate::app::{App, Options};
use crate::cli::output::{Format, Messages, Target};
use crate::cli::{commands, saving};
use crate::command::{Check, Command, Dossier, Export, Search, Tasks};
use crate::dataset;
use crate::importer::Supplied;
use crate::library::{Memory, Waiting};
use crate::registry::Registry;

/// Two short plans of cities that do not exist. The forest office is not in the bundled registry, and the value for
/// 2030 differs between the text and the table of the first plan.
const TEXTS: [(&str, &str); 2] = [
    (
        "songyuan-2030.txt",
        "松源市“十五五”卫生健康规划\n\n一、主要任务\n\n（一）绿色疗养\n\n建设森林疗养基地。到2030年，居民健康素养水平达到30%。\
         （市林草局、市卫生健康局负责）\n\n（二）控制吸烟\n\n公共场所全面禁烟。（市卫生健康局负责）\n\n二、主要指标\n\n\
         序号\t指标\t单位\t2025年\t2030年\n1\t居民健康素养水平\t%\t25\t35\n2\t人均预期寿命\t岁\t79\t80\n",
    ),
    (
        "baishan-2030.txt",
        "柏山市“十五五”卫生健康规划\n\n一、主要任务\n\n（一）林区巡诊\n\n为林区职工巡回诊疗，建设森林疗养基地。\
         （市林业和草原局负责）\n",
    ),
];

const DEPARTMENTS: &str = r#"[
  {"id": "forest", "name": "林业和草原局", "short": "林草局", "pinyin": "linyehecaoyuanju", "initials": "lyhcyj",
   "forms": ["林业和草原局", "林草局"], "placed": [], "abbreviations": [], "former": [], "sisters": []},
  {"id": "health", "name": "卫生健康局", "short": "卫健局", "pinyin": "weishengjiankangju", "initials": "wsjkj",
   "forms": ["卫生健康局", "卫健局"], "placed": [], "abbreviations": [], "former": [], "sisters": []}
]"#;

const INDICATORS: &str = r#"[
  {"id": "literacy", "name": "居民健康素养水平", "synonyms": [], "forms": ["居民健康素养水平"], "unit": "%",
   "direction": "up", "unlike": []}
]"#;

fn library() -> Waiting {
    let registry = Arc::new(Registry::new(DEPARTMENTS, INDICATORS));
    registry.check().expect("the two tables have the shape of the bundled ones");
    let read = |(file, text): &(&str, &str)| {
        dataset::read_plan(file, text.as_bytes(), &Supplied::default(), &registry).expect("UTF-8")
    };
    let plans = TEXTS.iter().map(read).collect();
    let sources: HashMap<String, String> =
        TEXTS.iter().map(|(file, text)| (file.trim_end_matches(".txt").to_owned(), (*text).to_owned())).collect();
    Waiting::new(Arc::new(Memory::new(dataset::assemble(plans, &registry), sources, Arc::clone(&registry))))
}

/// Runs a command that writes to a file, and gives what it wrote.
fn written(command: &Command, format: Format) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("rows.{}", format.extension()));
    let target = Target::file(path.clone(), format, false);
    commands::run(command, &library(), &target, &mut Messages::Collected(Vec::new())).unwrap();
    std::fs::read_to_string(path).unwrap()
}

fn dossier() -> Command {
    Command::Dossier(Dossier { name: "林草局".to_owned(), ..Dossier::default() })
}

#[test]
fn commands_answer_from_the_library_they_are_given() {
    let forest = Command::Tasks(Tasks { departments: vec!["林草局".to_owned()], ..Tasks::default() });
    let search = Command::Search(Search { query: vec!["禁烟".to_owned()], ..Search::default() });
    for (command, wanted, absent) in [
        (forest, "林区巡诊", "控制吸烟"),
        (search, "控制吸烟", "林区巡诊"),
        (Command::Check(Check::default()), "健康素养", "人均预期寿命"),
        (dossier(), "绿色疗养", "控制吸烟"),
        (Command::Export(Export::default()), "baishan-2030", "yunfu-2030"),
    ] {
        let json = written(&command, Format::Json);
        assert!(json.contains(wanted) && !json.contains(absent), "{command}: {json}");
        assert!(!json.contains("foshan"), "{command} asked the bundled plans: {json}");
    }
}

#[test]
fn an_office_of_the_bundled_registry_is_unknown_here() {
    let sports = Command::Tasks(Tasks { departments: vec!["体育局".to_owned()], ..Tasks::default() });
    let target = Target::file(Path::new("rows.json").to_owned(), Format::Json, false);
    let error = commands::run(&sports, &library(), &target, &mut Messages::Collected(Vec::new())).unwrap_err();
    assert!(error.to_string().contains("体育局"), "{error}");
}

#[test]
fn the_browser_shows_searches_checks_and_exports_it() {
    let library = library();
    let size = Size { width: 140, height: 40 };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("疗养.csv");
    let options = Options { size, files: Some(saving::files()), ..Options::default() };
    let mut app = App::new(Arc::clone(library.library()), options);
    let mut press = |keys: &str| -> (String, Vec<Effect>) {
        let effects = script(keys).unwrap().into_iter().flat_map(|key| app.press(key)).collect();
        (app.page().to_text(size, crate::text::width::Width::Narrow).join("\n"), effects)
    };
    for (keys, wanted) in [
        ("", "松源"),
        ("E", "绿色疗养"),
        ("/禁烟", "控制吸烟"),
        ("<Esc>2", "林业和草原局"),
        ("2f林草<Enter>", "林区巡诊"),
        ("3", "人均预期寿命"),
        ("4", "健康素养"),
        ("5", "2030年"),
        ("1jjjo", "森林疗养"),
    ] {
        let (screen, _) = press(keys);
        assert!(screen.contains(wanted), "{keys}: {screen}");
    }
    press("<Esc>2f<C-u>林草<Enter><C-s>");
    let name = path.display().to_string();
    let (screen, effects) = press(&format!("<C-u>{name}<Enter>"));
    let Some(Effect::Save(save)) = effects.first() else { panic!("no file is asked for: {screen}") };
    assert!(matches!(saving::save(save, &library), Saved::Written { n_rows: Some(2), .. }));
    assert!(std::fs::read_to_string(path).unwrap().contains("林区巡诊"));
}

#[test]
fn findings_are_pending_for_no_command() {
    let library = library();
    Arc::clone(library.library()).start_background();
    let findings = library.ask(|library| library.findings("songyuan-2030")).unwrap();
    assert!(findings.iter().any(|finding| finding.what.get().contains("健康素养")), "{findings:?}");
    assert!(matches!(library.library().findings("yunfu-2030"), crate::library::Answer::Failed(_)));
}
