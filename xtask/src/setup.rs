//! What every task needs first.

use crate::command::{Failure, Outcome, file, must};
use crate::{packages, place, target, tools};
use std::path::PathBuf;
use std::process::Command;

/// A machine on which everything can be built.
pub(crate) struct Ready {
    /// The top of the repository.
    pub(crate) root: PathBuf,
    rustc: Option<PathBuf>,
    path: std::ffi::OsString,
}

impl Ready {
    /// A command at the top of the repository that finds the tools, and compiles to wasm if it compiles.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.path);
        if let Some(rustc) = &self.rustc {
            command.env("RUSTC", rustc);
        }
        // Some hosts set NO_COLOR=1, which trunk takes for a wrong value of its own option.
        command.env_remove("NO_COLOR");
        command
    }
}

/// Installs what is missing.
pub(crate) fn everything() -> Outcome<Ready> {
    let root = place::root()?;
    let tools_directory = place::tools(&root);
    file(std::fs::create_dir_all(&tools_directory), "make", &tools_directory)?;
    packages::ensure(&root)?;
    let rustc = target::ensure(&tools_directory)?;
    tools::ensure(&tools_directory)?;
    // The page is built without the network, so that no build tool is ever downloaded unasked: crates come now.
    let mut fetch = Command::new("cargo");
    fetch.args(["fetch", "--quiet"]).current_dir(&root);
    must(&mut fetch, "cargo could not fetch the crates")?;
    let own = [tools_directory.join("bin"), root.join("node_modules").join(".bin")];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(own.into_iter().chain(std::env::split_paths(&inherited)))
        .map_err(|error| Failure(format!("PATH cannot be extended: {error}")))?;
    Ok(Ready { root, rustc, path })
}
