//! Paths as people write and read them.

use std::path::{Component, Path, PathBuf};
use std::{env, path};

/// The whole path of a typed name: `~/` is the user's home, a relative name stands in the current folder.
pub(super) fn resolved(name: &str) -> PathBuf {
    let home = home().and_then(|home| Some(home.join(name.strip_prefix("~/")?)));
    let typed = home.unwrap_or_else(|| PathBuf::from(name));
    path::absolute(&typed).unwrap_or(typed)
}

/// The path as people read it: the home as `~`.
pub(super) fn shown(path: &Path) -> String {
    let below = home().and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned));
    let is_below = |below: &PathBuf| matches!(below.components().next(), Some(Component::Normal(_)));
    match below.filter(is_below) {
        Some(below) => format!("~/{}", below.display()),
        None => path.display().to_string(),
    }
}

fn home() -> Option<PathBuf> {
    env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_resolved() {
        let home = home().unwrap();
        assert_eq!(resolved("~/a/表.xlsx"), home.join("a/表.xlsx"));
        assert_eq!(shown(&home.join("a/表.xlsx")), "~/a/表.xlsx");
        assert_eq!(shown(&home), home.display().to_string());
        assert_eq!(resolved("/甲/表"), Path::new("/甲/表"));
        assert!(resolved("表.xlsx").is_absolute() && resolved("表.xlsx").ends_with("表.xlsx"));
    }
}
