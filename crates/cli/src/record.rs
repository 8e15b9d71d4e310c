//! `heapglass record`: records a program as the page does, and says what that took.

use std::{fs, process::ExitCode, time::Instant};

use heapglass_machine::{
    Session,
    picture::{Seek, Wanted},
};

use crate::{complain, say, usage_error};

/// Steps between two looks at the clock.
const SLICE: u64 = 1_000_000;

/// Records one program and prints one line of JSON: steps, stops, bytes that the recording keeps, seconds; with `--jumps N` the
/// milliseconds that a picture of a random step takes, sorted.
pub(crate) fn record(arguments: &[String]) -> ExitCode {
    let (jumps, file) = match arguments {
        [file] => (0, file),
        [option, count, file] if option == "--jumps" => match count.parse() {
            Ok(count) => (count, file),
            Err(_) => return usage_error("--jumps needs a number"),
        },
        _ => return usage_error("record needs one program"),
    };
    let source = match fs::read_to_string(file) {
        Ok(source) => source,
        Err(error) => return usage_error(&format!("cannot read {file}: {error}")),
    };
    let mut session = Session::new();
    if let Err(problem) = session.load(&source, file) {
        complain(&format!("{}: {}\n", problem.kind, problem.message));
        return ExitCode::FAILURE;
    }
    let started = Instant::now();
    let progress = loop {
        let progress = session.record(SLICE);
        if progress.finished {
            break progress;
        }
    };
    let seconds = started.elapsed().as_secs_f64();
    let mut latencies: Vec<f64> = places(jumps, progress.steps)
        .map(|step| {
            let asked = Instant::now();
            let _ = session.seek(&Seek::Step(step));
            let _ = session.picture(&Wanted::default());
            asked.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    latencies.sort_by(f64::total_cmp);
    let figures = serde_json::json!({
        "steps": progress.steps,
        "stops": progress.stops,
        "bytes": progress.checkpoint_bytes,
        "seconds": seconds,
        "jumps": latencies,
        "problem": progress.problem,
    });
    say(&format!("{figures}\n"));
    ExitCode::SUCCESS
}

/// Steps spread like random ones, the same in every run.
fn places(count: u64, steps: u64) -> impl Iterator<Item = u64> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    (0..count).map(move |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) % steps.max(1)
    })
}
