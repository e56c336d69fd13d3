//! When the catalogue is believed, and that it changes no answer.

#![cfg(unix)]

use super::*;
use crate::cli::own::store::Store;
use crate::cli::own::stored::{Facts, Stored};
use crate::cli::own::unseen::Unseen;
use crate::dataset;
use crate::model::Source;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// A library in a folder of its own.
struct Fixture {
    folder: tempfile::TempDir,
    store: Store,
}

impl Fixture {
    fn with_plans(ids: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::in_folder(&folder.path().join("plans"));
        let fixture = Self { folder, store };
        for id in ids {
            fixture.put(id, "控烟");
        }
        fixture
    }

    fn put(&self, id: &str, task: &str) {
        let text = format!("{id}市卫生健康“十五五”规划\n\n一、主要任务\n\n（一）{task}\n\n（责任单位：市教育局）\n");
        let source = Source { file: format!("{id}.txt"), sha256: "00".to_owned() };
        self.store.open().unwrap().put(id, &Stored::new(source, Facts::default(), text, None)).unwrap();
    }

    fn file(&self, id: &str) -> PathBuf {
        self.store.folder().join(format!("{id}.json"))
    }

    fn cache_for(&self, others: &[&str]) -> Cache {
        Cache::in_folder(&self.folder.path().join("cache"), others)
    }

    fn catalogue(&self) -> PathBuf {
        self.folder.path().join("cache/heads")
    }

    /// Says that nothing came or went in the folder for a while.
    fn settle(&self) {
        let folder = File::open(self.store.folder()).unwrap();
        folder.set_modified(SystemTime::now() - Duration::from_secs(60)).unwrap();
    }

    /// The heads, how many of them were made anew, and whether their files were not looked at.
    fn read(&self, look: Look) -> (Heads, usize) {
        self.read_with(&self.cache_for(&[]), look)
    }

    fn read_with(&self, cache: &Cache, look: Look) -> (Heads, usize) {
        let n_made = std::cell::Cell::new(0);
        let heads = Heads::read(&self.store, cache, &dataset::registry(), look, |n| n_made.set(n));
        (heads, n_made.get())
    }

    /// The titles of the last tasks, by the ids.
    fn seen(&self, look: Look) -> BTreeMap<String, String> {
        let title = |head: &Head| head.plan.nodes.last().and_then(|node| node.title.clone()).unwrap_or_default();
        self.read(look).0.plans.iter().map(|head| (head.id.to_string(), title(head))).collect()
    }
}

#[test]
fn where_the_folder_is_as_it_was_no_file_is_looked_at() {
    let fixture = Fixture::with_plans(&["江海", "蓝湾"]);
    fixture.settle();
    let (heads, n_made) = fixture.read(Look::AtFolder);
    assert_eq!((n_made, heads.are_unseen), (2, false), "nothing is known yet");
    let unseen = |heads: &Heads| Unseen::of(heads, &fixture.store);
    let (heads, n_made) = fixture.read(Look::AtFolder);
    assert_eq!((n_made, heads.are_unseen), (0, true));
    assert!(unseen(&heads).unwrap().are_as_known());
    // A hand writes into the file where it stands: the folder does not know, the file does.
    let text = fs::read_to_string(fixture.file("蓝湾")).unwrap();
    fs::write(fixture.file("蓝湾"), text.replace("控烟", "限酒并控烟")).unwrap();
    let (heads, n_made) = fixture.read(Look::AtFolder);
    assert_eq!((n_made, heads.are_unseen), (0, true));
    assert!(!unseen(&heads).unwrap().are_as_known());
    let (heads, n_made) = fixture.read(Look::AtFiles);
    assert_eq!((n_made, heads.are_unseen), (1, false));
    assert!(unseen(&heads).is_none());
    assert_eq!(fixture.seen(Look::AtFolder)["蓝湾"], "限酒并控烟", "and from then on everybody knows");
}

#[test]
fn what_comes_or_goes_by_renaming_is_seen_by_the_folder() {
    let fixture = Fixture::with_plans(&["江海", "蓝湾"]);
    fixture.settle();
    let first = fixture.seen(Look::AtFiles);
    fixture.put("江海", "献血");
    assert_eq!(fixture.seen(Look::AtFolder)["江海"], "献血");
    fixture.put("望海", "控烟");
    assert_eq!(fixture.seen(Look::AtFolder).len(), 3);
    // As long as the last change is a moment ago, another one might not show.
    assert!(!fixture.read(Look::AtFolder).0.are_unseen);
    fixture.settle();
    assert!(!fixture.read(Look::AtFolder).0.are_unseen && fixture.read(Look::AtFolder).0.are_unseen);
    fixture.store.open().unwrap().remove("望海").unwrap();
    fixture.store.open().unwrap().restore("江海", None).unwrap();
    assert_eq!(fixture.seen(Look::AtFolder), first);
}

#[test]
fn a_catalogue_that_is_broken_or_of_another_program_is_made_anew() {
    let fixture = Fixture::with_plans(&["江海", "蓝湾"]);
    fixture.settle();
    let expected = fixture.seen(Look::AtFolder);
    let whole = fs::read(fixture.catalogue()).unwrap();
    let cut = whole[..whole.len() - 1].to_vec();
    let of_another_version = String::from_utf8_lossy(&whole).replacen("guihua-cache 1", "guihua-cache 2", 1);
    for bytes in [cut, Vec::new(), b"heads\n".to_vec(), of_another_version.into_bytes()] {
        fs::write(fixture.catalogue(), &bytes).unwrap();
        assert!(!fixture.read(Look::AtFolder).0.are_unseen);
        assert!(fixture.read(Look::AtFolder).0.are_unseen, "it is there again");
        assert_eq!(fixture.seen(Look::AtFolder), expected);
    }
    // The same place, used by a program with other offices.
    assert_eq!(fixture.read_with(&fixture.cache_for(&["others"]), Look::AtFolder).1, 2);
    assert_eq!(fixture.seen(Look::AtFolder), expected);
}

#[test]
fn corrections_are_looked_at_with_the_folder() {
    let fixture = Fixture::with_plans(&["江海", "蓝湾"]);
    let correct = |title: &str| {
        fs::write(fixture.store.corrections_path("江海"), format!("[[correction]]\ntitle = \"{title}\"\n")).unwrap();
    };
    correct("江海市健康规划");
    fixture.settle();
    fixture.read(Look::AtFiles);
    let title = |heads: &Heads| heads.plans[0].plan.title.clone();
    let (heads, _) = fixture.read(Look::AtFolder);
    assert_eq!((heads.are_unseen, title(&heads).as_str(), &heads.troubles), (true, "江海市健康规划", &Vec::new()));
    correct("江海市健康规划（修订）");
    let (heads, n_made) = fixture.read(Look::AtFolder);
    assert_eq!((n_made, heads.are_unseen, title(&heads).as_str()), (1, false, "江海市健康规划（修订）"));
}
