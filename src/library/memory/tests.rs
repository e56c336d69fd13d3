//! Whether a question waits, and whether it is answered in the end.

use super::*;
use crate::model::Lines;
use crate::{dataset, library};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

#[test]
fn findings_are_pending_until_the_background_has_them() {
    let library = Arc::new(library::bundled().unwrap());
    let (sender, woken) = mpsc::channel();
    library.on_ready(Arc::new(move || sender.send(()).unwrap_or_default()));
    Arc::clone(&library).start_background();
    let id = library.dataset.plans.last().unwrap().id.clone();
    while library.findings(&id) == Answer::Pending {
        woken.recv().unwrap();
    }
    assert!(library.findings(&id).ready().is_some_and(|findings| !findings.is_empty()));
}

/// A library of so many plans that no key waits for all of them, whose contents come from a slow disk.
fn large() -> Memory {
    let bundled = dataset::bundled().unwrap();
    let plan = |n: usize| {
        let like = bundled.plans[n % bundled.plans.len()].clone();
        let nodes = like.nodes.clone();
        let fetch = move || {
            thread::sleep(Duration::from_millis(2));
            nodes.to_vec()
        };
        Plan { id: format!("own-{n}"), nodes: Lines::fetched_by(fetch), ..like }
    };
    let own: Vec<Plan> = (0..2 * MANY).map(plan).collect();
    let dataset = dataset::join(bundled, own, Vec::new);
    Memory::new(dataset, dataset::Seeds, dataset::registry())
}

#[test]
fn no_question_to_a_large_library_waits_and_each_is_answered_in_the_end() {
    let library = Arc::new(large());
    let (sender, woken) = mpsc::channel();
    library.on_ready(Arc::new(move || sender.send(()).unwrap_or_default()));
    // Said, as if the thread had been slow to begin: whatever is not here is pending.
    let running = library.background.begin();
    // How much is found, and whether that is not all.
    let search = || {
        let mut found = (0, false);
        let answer = library.search(&Query::parse("健康素养"), &Options::default(), &mut |results| {
            found = (results.counts.iter().map(|(_, n)| n).sum::<usize>(), results.is_partial);
        });
        answer.ready().map(|()| found)
    };
    let last = format!("own-{}", 2 * MANY - 1);
    assert!(matches!(library.plan(&last), Answer::Pending));
    assert!(matches!(library.ledger(), Answer::Pending) && matches!(library.dossiers(), Answer::Pending));
    assert!(matches!(library.similar(), Answer::Pending) && matches!(library.targets(&last), Answer::Pending));
    assert!(matches!(library.plan("foshan-2030"), Answer::Ready(_)), "what is here is answered");
    assert_eq!(search(), None);
    let wait = |is_answered: &dyn Fn() -> bool| {
        while !is_answered() {
            woken.recv_timeout(Duration::from_secs(60)).unwrap();
        }
    };
    Arc::clone(&library).keep_nobody_waiting();
    wait(&|| search().is_some());
    let first = search().unwrap();
    assert!(first.0 > 0 && first.1, "the bundled plans are searched: {first:?}");
    wait(&|| matches!(library.plan(&last), Answer::Ready(plan) if plan.nodes.is_here()));
    assert!(matches!(library.ledger(), Answer::Pending), "nobody has asked for the work that takes long");
    Arc::clone(&library).start_background();
    drop(running);
    wait(&|| matches!(library.ledger(), Answer::Ready(_)));
    wait(&|| matches!(library.targets(&last), Answer::Ready(_)));
    wait(&|| matches!(library.deadlines(&last), Answer::Ready(_)));
    wait(&|| matches!(library.dossiers(), Answer::Ready(_)));
    wait(&|| search().is_some_and(|(n_hits, is_partial)| !is_partial && n_hits > first.0));
}

#[test]
fn what_nobody_works_out_is_worked_out_when_asked() {
    let library = library::bundled().unwrap();
    let id = library.dataset.plans[0].id.clone();
    assert!(library.findings(&id).ready().is_some());
    assert!(library.deadlines(&id).ready().is_some());
    assert_eq!(library.findings("没有"), Answer::Failed(Failure::NoSuchPlan("没有".to_owned())));
    let [once, again] = [(); 2].map(|()| library.source(&id).ready().flatten().unwrap());
    assert!(Arc::ptr_eq(&once, &again), "the text is copied once");
    assert_eq!(library.source("没有"), Answer::Ready(None));
}
