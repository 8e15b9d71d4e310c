//! The benchmark: figures for `docs/benchmarks.md`, as ratios in one run. It is no test.

use crate::command::{Outcome, announce, must};
use crate::{browser, serve, setup};

/// Builds the page and measures it in Chromium beside a native CPython (`PYTHON`, or `python3.12`).
pub(crate) fn bench(options: &[&str]) -> Outcome {
    let ready = setup::everything()?;
    let chromium = browser::ensure()?;
    serve::build_page(&ready)?;
    announce("measuring; a quiet machine gives quiet figures");
    let mut node = ready.command("node");
    node.arg("bench/bench.mjs").args(options).env("CHROMIUM", chromium);
    must(&mut node, "the page could not be measured")
}
