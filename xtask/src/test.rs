//! Every test there is.

use crate::command::{Failure, Outcome, announce, must};
use crate::{browser, serve, setup};
use std::process::Command;

/// The suites: native tests, browser tests.
const SUITES: usize = 2;

/// Runs all suites, also after one has failed, so that one run tells everything.
pub(crate) fn test() -> Outcome {
    let ready = setup::everything()?;
    let chromium = browser::ensure()?;
    let mut failed = Vec::new();

    announce("testing the engine, the command line and the page's logic");
    let mut cargo = Command::new("cargo");
    cargo
        .args(["test", "--workspace", "--no-fail-fast"])
        .current_dir(&ready.root);
    failed.extend(must(&mut cargo, "native tests failed").err());

    match serve::build_page(&ready) {
        Err(failure) => failed.push(failure),
        Ok(()) => {
            announce("testing the page in a headless browser");
            let mut playwright = ready.command("node");
            playwright
                .args(["node_modules/@playwright/test/cli.js", "test"])
                .env("CHROMIUM", chromium);
            failed.extend(must(&mut playwright, "browser tests failed").err());
        }
    }
    // The last word for whoever reads only that: the native tests and the browser tests are one suite each.
    println!("suites: {} passed, {} failed", SUITES.saturating_sub(failed.len()), failed.len());
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure(
        failed
            .into_iter()
            .map(|Failure(sentence)| sentence)
            .collect::<Vec<_>>()
            .join("; "),
    ))
}
