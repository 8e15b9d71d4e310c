//! The browsers that the tests drive.

use crate::command::{Failure, Outcome, output};
use crate::debian;
use std::path::{Path, PathBuf};
use std::process::Command;

const KNOWN: [&str; 6] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const FIREFOXES: [&str; 3] = [
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/// A Chromium, installed if there is none.
pub(crate) fn ensure() -> Outcome<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMIUM") {
        let chosen = PathBuf::from(chosen);
        if chosen.exists() {
            return Ok(chosen);
        }
        return Err(Failure(format!(
            "CHROMIUM names {}, which does not exist",
            chosen.display()
        )));
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    debian::install(&["chromium"])?;
    find().ok_or_else(|| Failure("no Chromium was found; name one in the variable CHROMIUM".into()))
}

fn find() -> Option<PathBuf> {
    let known = KNOWN
        .iter()
        .map(Path::new)
        .find(|path| path.exists())
        .map(Path::to_path_buf);
    known.or_else(|| {
        let named = ["chromium", "chromium-browser", "google-chrome"];
        named
            .iter()
            .find(|name| !output(Command::new(name).arg("--version")).is_empty())
            .map(PathBuf::from)
    })
}

/// Firefox, installed if there is none and Debian has it. Its absence is told, and stops nothing else.
pub(crate) fn ensure_firefox() -> Outcome<PathBuf> {
    if let Some(chosen) = std::env::var_os("FIREFOX") {
        let chosen = PathBuf::from(chosen);
        if chosen.exists() {
            return Ok(chosen);
        }
        return Err(Failure(format!(
            "FIREFOX names {}, which does not exist",
            chosen.display()
        )));
    }
    if let Some(found) = find_firefox() {
        return Ok(found);
    }
    debian::install(&["firefox-esr"])?;
    find_firefox().ok_or_else(|| Failure("no Firefox was found; name one in the variable FIREFOX".into()))
}

fn find_firefox() -> Option<PathBuf> {
    FIREFOXES
        .iter()
        .map(Path::new)
        .find(|path| path.exists())
        .map(Path::to_path_buf)
}
