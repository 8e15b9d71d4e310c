//! Judging in a process of its own: a source that overflows the host's stack, takes all memory or never ends takes only that
//! process along.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

/// Seconds after which a program that has not ended counts as endless.
const PATIENCE: Duration = Duration::from_secs(60);
/// Programs that one process judges.
const BATCH: u64 = 500;

/// A source that broke a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Gives the source again.
    pub seed: u64,
    /// What was broken: `panic`, `crash`, `hang`, `audit`, `unsupported`.
    pub law: String,
    /// The words for a person.
    pub text: String,
}

/// What a child says, one per line.
pub const STARTED: &str = "seed ";
/// Followed by the law and the text, with a tab between.
pub const BROKEN: &str = "broken ";

/// Judges sources from `seed` on until `until`, and tells each finding. Returns how many were judged.
pub fn search(mut seed: u64, until: Instant, options: &[String], mut tell: impl FnMut(&Finding)) -> u64 {
    let first = seed;
    while Instant::now() < until {
        let Some((child, lines)) = start(seed, options) else { break };
        seed = follow(child, &lines, seed, &mut tell);
    }
    seed - first
}

fn start(seed: u64, options: &[String]) -> Option<(Child, Receiver<String>)> {
    let program = std::env::current_exe().ok()?;
    let mut command = Command::new(program);
    command.arg("--source-child").args(["--seed", &seed.to_string(), "--programs", &BATCH.to_string()]).args(options);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let output = BufReader::new(child.stdout.take()?);
    let (send, receive) = channel();
    thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            if send.send(line).is_err() {
                break;
            }
        }
    });
    Some((child, receive))
}

/// Listens to one child until it has ended. Returns the seed to go on with.
fn follow(mut child: Child, lines: &Receiver<String>, first: u64, tell: &mut impl FnMut(&Finding)) -> u64 {
    let mut current = first;
    loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) => {
                if let Some(seed) = line.strip_prefix(STARTED).and_then(|seed| seed.parse().ok()) {
                    current = seed;
                } else if let Some((law, text)) = line.strip_prefix(BROKEN).and_then(|rest| rest.split_once('\t')) {
                    tell(&Finding { seed: current, law: law.to_owned(), text: text.to_owned() });
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                let text = format!("no end after {} s", PATIENCE.as_secs());
                tell(&Finding { seed: current, law: "hang".to_owned(), text });
                let _ = child.kill();
                let _ = child.wait();
                return current + 1;
            }
            Err(RecvTimeoutError::Disconnected) => {
                let ended = child.wait();
                if !ended.as_ref().is_ok_and(std::process::ExitStatus::success) {
                    let text = ended.map_or_else(|error| error.to_string(), |status| status.to_string());
                    tell(&Finding { seed: current, law: "crash".to_owned(), text });
                }
                return current + 1;
            }
        }
    }
}
