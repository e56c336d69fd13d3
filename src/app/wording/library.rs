//! What is said of a library that answers late or not at all.

use crate::app::input::keymap::Keymap;
use crate::app::wording::REDRAW;
use crate::library::Failure;
use crate::words::{browser, punctuation};

/// Words how many plans a list lacks because they are still to come, or could not be read; `None` if it lacks none.
pub(crate) fn partly(keymap: &Keymap, n_pending: usize, n_failed: usize) -> Option<String> {
    let pending = (n_pending > 0).then(|| browser::still_reading(n_pending));
    let failed = (n_failed > 0).then(|| browser::failed_to_read(n_failed, keymap.key(REDRAW)));
    let parts: Vec<String> = pending.into_iter().chain(failed).collect();
    (!parts.is_empty()).then(|| browser::unread_besides(parts.join(punctuation::COMMA.get())))
}

/// What the foot says of a library that failed, or whose plans are still to come.
pub(crate) fn library(keymap: &Keymap, failure: Option<&Failure>, is_loading: bool) -> Option<String> {
    match failure {
        Some(failure) => Some(browser::failed(failure, keymap.key(REDRAW))),
        None => is_loading.then(|| browser::LOADING.to_string()),
    }
}
