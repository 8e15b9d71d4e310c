//! The npm packages: editor, bundler, wasm-opt, fonts, browser tests.

use crate::command::{Failure, Outcome, announce, file, must, output};
use std::fs;
use std::path::Path;
use std::process::Command;

/// npm is a script on Windows, which is started by its full name there.
#[cfg(windows)]
const NPM: &str = "npm.cmd";
#[cfg(not(windows))]
const NPM: &str = "npm";

/// Installs exactly what package-lock.json names, unless that has been done.
pub(crate) fn ensure(root: &Path) -> Outcome {
    let version = output(Command::new("node").arg("--version"));
    let major: Option<u32> = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|word| word.parse().ok());
    match major {
        Some(18..) => {}
        Some(_) => return Err(Failure(format!("Node.js 18 or newer is needed, here is {version}"))),
        None => {
            return Err(Failure(
                "Node.js with npm is needed and `node` was not found on PATH".into(),
            ));
        }
    }
    let lock = root.join("package-lock.json");
    let wanted = file(fs::read(&lock), "read", &lock)?;
    // A copy of the lock file says what is installed.
    let stamp = root.join("node_modules").join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    announce("installing the npm packages (some seconds)");
    let mut npm = Command::new(NPM);
    npm.args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel",
        "error",
    ])
    .current_dir(root);
    must(&mut npm, "npm could not install the packages")?;
    file(fs::write(&stamp, wanted), "write", &stamp)
}
