//! `heapglass-fuzz`: judges random heap programs until the time is over, and keeps what breaks a law.

use std::{
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};

use heapglass_fuzz::{
    generate::program,
    laws::{Broken, Printed, judge, printed},
    random::Random,
    shrink::shrink,
    source::command,
    truth,
};

const USAGE: &str = "usage: heapglass-fuzz [--minutes N] [--programs N] [--seed N] [--statements N] [--python PATH] [--keep FOLDER] [FILE...]
       heapglass-fuzz --source [--minutes N] [--seed N] [--stack KIB] [--keep FOLDER] [FILE...]
Judges random heap programs (or the given files): every reference accounted for after every instruction, two runs the same, any
way to a step the same machine. With --source: random and damaged program texts; no panic, no overflow, no program without end. With --python the output is compared with that interpreter's too. What fails is made small and kept.";

/// What the command line asks for.
#[derive(Debug)]
struct Wanted {
    minutes: Option<u64>,
    programs: u64,
    seed: u64,
    statements: usize,
    python: Option<String>,
    keep: PathBuf,
    files: Vec<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some((mode @ ("--source" | "--source-child"), rest)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        return source_search(mode, rest);
    }
    let wanted = match read_arguments(&arguments) {
        Ok(wanted) => wanted,
        Err(sentence) => {
            eprintln!("heapglass-fuzz: {sentence}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    // A panic is a finding like any other: it is told once, at the end.
    std::panic::set_hook(Box::new(|_| {}));
    let found = if wanted.files.is_empty() { search(&wanted) } else { files(&wanted) };
    if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The search over source texts, and the process that judges for it.
fn source_search(mode: &str, arguments: &[String]) -> ExitCode {
    let wanted = match read_source_arguments(arguments) {
        Ok(wanted) => wanted,
        Err(sentence) => {
            eprintln!("heapglass-fuzz: {sentence}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    if mode == "--source-child" || !wanted.files.is_empty() {
        command::child(&wanted);
        return ExitCode::SUCCESS;
    }
    if command::search(&wanted) == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read_source_arguments(arguments: &[String]) -> Result<command::Wanted, String> {
    let mut wanted = command::Wanted::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().cloned().ok_or_else(|| format!("{argument} needs a value"));
        let number = |text: String| text.parse::<u64>().map_err(|_| format!("{text} is not a number"));
        match argument.as_str() {
            "--minutes" => wanted.minutes = number(value()?)?,
            "--programs" => wanted.programs = number(value()?)?,
            "--seed" => wanted.seed = number(value()?)?,
            "--stack" => wanted.stack = number(value()?)?,
            "--keep" => wanted.keep = PathBuf::from(value()?),
            flag if flag.starts_with('-') => return Err(format!("there is no option `{flag}`")),
            file => wanted.files.push(file.to_owned()),
        }
    }
    Ok(wanted)
}

fn read_arguments(arguments: &[String]) -> Result<Wanted, String> {
    let mut wanted =
        Wanted { minutes: None, programs: 100, seed: 1, statements: 40, python: None, keep: PathBuf::from("tests/fuzz"), files: Vec::new() };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().cloned().ok_or_else(|| format!("{argument} needs a value"));
        let number = |text: String| text.parse::<u64>().map_err(|_| format!("{text} is not a number"));
        match argument.as_str() {
            "--minutes" => wanted.minutes = Some(number(value()?)?),
            "--programs" => wanted.programs = number(value()?)?,
            "--seed" => wanted.seed = number(value()?)?,
            "--statements" => wanted.statements = number(value()?)? as usize,
            "--python" => wanted.python = Some(value()?),
            "--keep" => wanted.keep = PathBuf::from(value()?),
            flag if flag.starts_with('-') => return Err(format!("there is no option `{flag}`")),
            file => wanted.files.push(file.to_owned()),
        }
    }
    Ok(wanted)
}

fn verdict(source: &str, seed: u64, python: Option<&str>) -> Result<Printed, Broken> {
    let printed = judge(source, seed)?;
    if let Some(python) = python {
        truth::agrees(python, source, &printed)?;
    }
    Ok(printed)
}

fn files(wanted: &Wanted) -> usize {
    let mut found = 0;
    for file in &wanted.files {
        match std::fs::read_to_string(file) {
            Ok(source) => {
                if let Err(broken) = verdict(&source, wanted.seed, wanted.python.as_deref()) {
                    found += 1;
                    println!("{file}: {}: {}", broken.law(), broken.text());
                }
            }
            Err(error) => {
                found += 1;
                println!("{file}: cannot be read: {error}");
            }
        }
    }
    println!("{found} of {} programs break a law", wanted.files.len());
    found
}

fn search(wanted: &Wanted) -> usize {
    let started = Instant::now();
    let until = wanted.minutes.map(|minutes| started + Duration::from_secs(minutes * 60));
    let (mut judged, mut found) = (0, 0);
    let mut seed = wanted.seed;
    while until.map_or(judged < wanted.programs, |until| Instant::now() < until) {
        let source = program(&mut Random::new(seed), wanted.statements);
        if let Err(broken) = verdict(&source, seed, wanted.python.as_deref()) {
            found += 1;
            println!("seed {seed}: {}: {}", broken.law(), broken.text());
            keep(wanted, seed, &source, &broken);
        }
        judged += 1;
        seed += 1;
    }
    println!("{judged} programs in {} s, {found} break a law", started.elapsed().as_secs());
    found
}

/// Most questions asked while a failing program is made small.
const TRIES: usize = 200;

fn keep(wanted: &Wanted, seed: u64, source: &str, broken: &Broken) {
    let python = wanted.python.as_deref();
    // What differs from CPython shows without the other laws, which take longer to judge.
    let again = |fewer: &str| match (broken, python) {
        (Broken::Truth(_), Some(python)) => printed(fewer).and_then(|ours| truth::agrees(python, fewer, &ours).map(|()| ours)),
        _ => verdict(fewer, seed, python),
    };
    let small = shrink(source, TRIES, |fewer| again(fewer).is_err_and(|other| broken.is_like(&other)));
    let path = wanted.keep.join(format!("{}_{seed}.py", broken.law()));
    let written = std::fs::create_dir_all(&wanted.keep).and_then(|()| std::fs::write(&path, small));
    match written {
        Ok(()) => println!("    kept as {}", path.display()),
        Err(error) => println!("    cannot be kept: {error}"),
    }
}
