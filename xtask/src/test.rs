//! Every test there is.

use crate::command::{Failure, Outcome, announce, must};
use crate::setup::Ready;
use crate::{browser, serve, setup};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The suites: native tests, browser tests.
const SUITES: usize = 2;

/// Runs all suites, also after one has failed, so that one run tells everything.
pub(crate) fn test() -> Outcome {
    let ready = setup::everything()?;
    let chromium = browser::ensure()?;
    let firefox = browser::ensure_firefox();
    let mut failed = Vec::new();

    // The page is built beside the native tests: its last part, linking, keeps one core busy for minutes.
    let page = std::thread::scope(|scope| {
        let page = scope.spawn(|| serve::build_page(&ready));
        failed.extend(native(&ready).err());
        page.join()
            .unwrap_or_else(|_| Err(Failure("the page could not be built".into())))
    });
    match page {
        Err(failure) => failed.push(failure),
        Ok(()) => failed.extend(in_browsers(&ready, &chromium, firefox.as_ref().ok()).err()),
    }
    if let Err(Failure(why)) = &firefox {
        println!("not run: the browser tests in Firefox ({why})");
    }
    // The last word for whoever reads only that: the native tests and the browser tests are one suite each.
    println!(
        "suites: {} passed, {} failed",
        SUITES.saturating_sub(failed.len()),
        failed.len()
    );
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

fn native(ready: &Ready) -> Outcome {
    announce("testing the engine, the command line and the page's logic");
    let mut cargo = Command::new("cargo");
    cargo
        .args(["test", "--workspace", "--no-fail-fast"])
        .current_dir(&ready.root);
    must(&mut cargo, "native tests failed")
}

/// The same tests in Chromium and, where there is one, in Firefox; two files of them at a time.
fn in_browsers(ready: &Ready, chromium: &Path, firefox: Option<&PathBuf>) -> Outcome {
    announce("testing the page in headless browsers");
    let mut playwright = ready.command("node");
    playwright
        .args(["node_modules/@playwright/test/cli.js", "test", "--workers", "2"])
        .env("CHROMIUM", chromium)
        .env_remove("FIREFOX");
    if let Some(firefox) = firefox {
        playwright.env("FIREFOX", firefox);
    }
    must(&mut playwright, "browser tests failed")
}
