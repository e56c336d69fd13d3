//! What takes an import back, and what brings back what was taken back.

use super::store::Store;

/// How the import of one document is undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Undo {
    /// The plan with this id was not there before.
    Remove(String),
    /// The plan with this id had another version, or was removed.
    Restore(String),
}

/// Undoes imports, the last one first. Returns what could not be undone, each in one line, and how the rest comes back.
///
/// # Errors
/// There is no library.
pub(in crate::cli) fn undo(imports: &[Undo]) -> anyhow::Result<(Vec<String>, Vec<Undo>)> {
    let store = Store::of_user()?;
    let (mut failures, mut back) = (Vec::new(), Vec::new());
    for import in imports.iter().rev() {
        let undone = store.open().and_then(|open| match import {
            Undo::Remove(id) => open.remove(id).map(|()| id),
            Undo::Restore(id) => open.restore(id, None).map(|_| id),
        });
        match undone {
            Ok(id) => back.push(Undo::Restore(id.clone())),
            Err(error) => failures.push(format!("{error:#}")),
        }
    }
    Ok((failures, back))
}
