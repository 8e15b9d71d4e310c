//! Where things lie.

use crate::command::{Failure, Outcome};
use std::path::{Path, PathBuf};

/// The top of the repository.
pub(crate) fn root() -> Outcome<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    match own.parent() {
        Some(root) if root.join("Trunk.toml").exists() => Ok(root.to_path_buf()),
        _ => Err(Failure(format!(
            "the repository is no longer at {}: run `cargo clean -p xtask` first",
            own.display()
        ))),
    }
}

/// What set-up installs. Not in `target`, so that `cargo clean` keeps it.
pub(crate) fn tools(root: &Path) -> PathBuf {
    root.join(".tools")
}
