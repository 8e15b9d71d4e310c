//! The search for programs that break a law; with `--source`, for program texts that break the engine.

use crate::command::{Outcome, announce, must};
use crate::place;
use std::process::Command;

/// Hands its options to `heapglass-fuzz`, built with all speed.
pub(crate) fn fuzz(options: &[&str]) -> Outcome {
    announce("judging random programs; what breaks a law is made small and kept");
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--package", "heapglass-fuzz", "--"]).args(options).current_dir(place::root()?);
    must(&mut cargo, "programs were found that break a law")
}
