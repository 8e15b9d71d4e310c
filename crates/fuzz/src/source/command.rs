//! `heapglass-fuzz --source`: the search, the process that judges, and what is done with a finding.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use super::{judge::judge, parent, parent::Finding, seeds, source};
use crate::{laws::panic_text, shrink::shrink};

/// Where the programs to damage lie, from the root of the repository.
const FOLDERS: [&str; 4] = ["tests/programs", "tests/corpus", "tests/compiler", "tests/fuzz"];
/// The host's stack for a judged source, in KiB: that of a browser's worker.
const STACK_KIB: u64 = 1024;
/// Questions asked while a finding is made small.
const TRIES: usize = 120;

/// What the command line asks for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// How long to search.
    pub minutes: u64,
    /// The first seed.
    pub seed: u64,
    /// Sources that one child judges.
    pub programs: u64,
    /// KiB of the host's stack.
    pub stack: u64,
    /// Where findings are kept.
    pub keep: PathBuf,
    /// Files to judge instead.
    pub files: Vec<String>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { minutes: 1, seed: 1, programs: 0, stack: STACK_KIB, keep: PathBuf::from("target/fuzz"), files: Vec::new() }
    }
}

fn seeds_here() -> Vec<String> {
    seeds::programs(&FOLDERS.map(str::to_owned))
}

/// Searches for the wanted time. Returns how many sources broke a law.
pub fn search(wanted: &Wanted) -> usize {
    let programs = seeds_here();
    let started = Instant::now();
    let until = started + Duration::from_secs(wanted.minutes * 60);
    let options = vec!["--stack".to_owned(), wanted.stack.to_string()];
    let mut seen: Vec<String> = Vec::new();
    let mut found = 0;
    let judged = parent::search(wanted.seed, until, &options, |finding| {
        found += 1;
        let kind: String = format!("{} {}", finding.law, finding.text).chars().filter(|c| !c.is_ascii_digit()).take(90).collect();
        let new = finding.law == "crash" || !seen.contains(&kind);
        println!("seed {}: {}: {}{}", finding.seed, finding.law, finding.text, if new { "" } else { " (again)" });
        if new {
            seen.push(kind);
            keep(wanted, finding, &source(finding.seed, &programs));
        }
    });
    println!("{judged} sources in {} s, {found} break a law", started.elapsed().as_secs());
    found
}

fn keep(wanted: &Wanted, finding: &Finding, text: &str) {
    let small = if finding.law == "hang" {
        text.to_owned()
    } else {
        let path = std::env::temp_dir().join(format!("heapglass-fuzz-{}.py", std::process::id()));
        shrink(text, TRIES, |fewer| law_of(fewer, &path, wanted.stack).is_some_and(|law| law == finding.law))
    };
    let path = wanted.keep.join(format!("{}_{}.py", finding.law, finding.seed));
    let written = std::fs::create_dir_all(&wanted.keep).and_then(|()| std::fs::write(&path, small));
    match written {
        Ok(()) => println!("    kept as {}", path.display()),
        Err(error) => println!("    cannot be kept: {error}"),
    }
}

/// The law a source breaks, asked of a process of its own.
fn law_of(text: &str, path: &Path, stack: u64) -> Option<String> {
    std::fs::write(path, text).ok()?;
    let mut command = Command::new(std::env::current_exe().ok()?);
    command.arg("--source-child").args(["--stack", &stack.to_string()]).arg(path).stderr(Stdio::null());
    let output = command.output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let broken = said.lines().find_map(|line| line.strip_prefix(parent::BROKEN)).and_then(|rest| rest.split_once('\t'));
    match broken {
        Some((law, _)) => Some(law.to_owned()),
        None if output.status.success() => None,
        None => Some("crash".to_owned()),
    }
}

/// The judging process: tells its parent, line by line, what it is at.
pub fn child(wanted: &Wanted) {
    if !wanted.files.is_empty() {
        for file in &wanted.files {
            match std::fs::read(file) {
                Ok(bytes) => tell(&String::from_utf8_lossy(&bytes), wanted.stack),
                Err(error) => println!("{file}: cannot be read: {error}"),
            }
        }
        return;
    }
    let programs = seeds_here();
    for seed in wanted.seed..wanted.seed + wanted.programs {
        println!("{}{seed}", parent::STARTED);
        let _ = std::io::stdout().flush();
        tell(&source(seed, &programs), wanted.stack);
    }
}

fn tell(text: &str, stack: u64) {
    if let Err((law, words)) = judge_in_thread(text, stack) {
        println!("{}{law}\t{}", parent::BROKEN, words.replace('\n', " "));
        let _ = std::io::stdout().flush();
    }
}

/// Judges a source in a thread with so many KiB of stack; a panic is a finding.
///
/// # Errors
/// The law that is broken, and the words for a person.
pub fn judge_in_thread(text: &str, stack: u64) -> Result<(), (String, String)> {
    let text = text.to_owned();
    let working = std::thread::Builder::new().stack_size((stack as usize) << 10).spawn(move || judge(&text));
    match working.map(std::thread::JoinHandle::join) {
        Ok(Ok(verdict)) => verdict.map_err(|broken| (broken.law().to_owned(), broken.text().to_owned())),
        Ok(Err(panic)) => Err(("panic".to_owned(), panic_text(panic.as_ref()))),
        Err(error) => Err(("crash".to_owned(), format!("no thread: {error}"))),
    }
}
