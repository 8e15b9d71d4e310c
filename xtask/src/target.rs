//! The standard library for wasm32: rustup's, or one of our own where rustup cannot bring it.

use crate::command::{Outcome, announce, output, succeeds};
use crate::debian;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Sees to the target. `Some` is the compiler to put into `RUSTC`, where the usual one cannot be used.
pub(crate) fn ensure(tools: &Path) -> Outcome<Option<PathBuf>> {
    // The variable tries the second way on a machine where the first one works.
    let second_way = std::env::var_os("XTASK_DEBIAN_STD").is_some();
    if !second_way && has_target(Path::new("rustc")) {
        return Ok(None);
    }
    if !second_way {
        announce(&format!("adding the {TARGET} target with rustup"));
        if succeeds(Command::new("rustup").args(["target", "add", TARGET])) {
            return Ok(None);
        }
        announce("rustup could not bring it; building the standard library from Debian's sources instead");
    }
    debian::sysroot(tools).map(Some)
}

/// Whether this compiler has a standard library for the target.
pub(crate) fn has_target(rustc: &Path) -> bool {
    let directory = output(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]));
    let Ok(entries) = fs::read_dir(directory) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("libcore-") && name.ends_with(".rlib")
    })
}
