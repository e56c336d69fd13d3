//! Work on many things at once, on as many threads as the machine has processors.

use std::num::NonZero;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::words;

/// How many threads work at once.
fn n_threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Does the same work with each of these, and returns the results in their order. The calling thread works too. Each thread
/// takes the next one when it is done with the last, so that a large one keeps no thread idle.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let n_helpers = n_threads().min(items.len()).saturating_sub(1);
    let (language, next) = (words::in_force(), AtomicUsize::new(0));
    let run = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut done = thread::scope(|scope| {
        let help = || words::within(language, run);
        let start = |_| thread::Builder::new().name("work".to_owned()).spawn_scoped(scope, help).ok();
        let helpers: Vec<_> = (0..n_helpers).filter_map(start).collect();
        let mut done = run();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_what_they_are_of() {
        for n in [0_u64, 1, 2, 3, 100] {
            let items: Vec<u64> = (0..n).collect();
            let slow_first = |item: &u64| (0..(n - item) * 1_000).fold(*item, |sum, _| std::hint::black_box(sum));
            assert_eq!(map(&items, slow_first), items, "{n}");
        }
    }
}
