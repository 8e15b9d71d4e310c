//! What follows from the state: which buttons can be pressed, what the status says, where the marks are.

mod collecting;
mod going;
mod thinning;

pub use collecting::{Collecting, Edges, Entry, Filling, Lanes, Mark, Taken, Verdict, filling};
pub use going::{Going, Watchable};
pub use thinning::remark as thinning_remark;

use crate::picture::{Picture, Position, Problem};
use crate::session::{Phase, State, ended_phase};
use heapglass_words::{place, status};

/// The buttons and the slider.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Controls {
    /// There is something before.
    pub back: bool,
    /// There is something after.
    pub on: bool,
    /// Steps follow one another by themselves.
    pub playing: bool,
    /// The engine records.
    pub recording: bool,
    /// The stop on screen.
    pub at: u64,
    /// The last stop.
    pub last: u64,
    /// Where this is, in words.
    pub place: String,
    /// A phase of a collection has just ended, so that a step is the next one.
    pub collecting: bool,
}

impl Controls {
    /// As the state has it.
    pub fn of(state: &State) -> Self {
        let recording = matches!(state.run.phase, Phase::Recording | Phase::Stopping);
        let (at, last) = (state.stop(), state.last_stop());
        let there = state.has_recording();
        let picture = state.shown.as_ref().map(|shown| &shown.picture);
        let moved = state.walk.at.and_then(|_| Some(Collecting::of(state)?.place));
        Self {
            back: there && at > 0,
            on: there && (at < last || recording),
            playing: state.playing,
            recording,
            at,
            last: last.max(at),
            place: picture
                .map_or_else(|| place::nothing_recorded().into(), |picture| whereabouts(picture, last.max(at), moved.as_deref())),
            collecting: picture.is_some_and(|picture| ended_phase(picture).is_some()),
        }
    }
}

fn whereabouts(picture: &Picture, last: u64, at: Option<&str>) -> String {
    let Position {
        stop,
        line,
        function,
        ending,
        ..
    } = &picture.position;
    let (stop, function) = (*stop, function.as_str());
    if let Some(collection) = &picture.collector.collection {
        let (phase, phases) = (u64::from(collection.phase_on_screen()) + 1, collection.phases.len() as u64);
        return match (at, line) {
            (Some(at), _) => place::within_phase(stop, last, phase, phases, at),
            (None, Some(line)) if collection.inside => place::line_in_phase(stop, last, &line.to_string(), function, phase, phases),
            _ => place::in_phase(stop, last, phase, phases),
        };
    }
    match line {
        Some(line) if function.is_empty() || function == "<module>" => place::at_line(stop, last, &line.to_string()),
        Some(line) => place::in_function(stop, last, &line.to_string(), function),
        None if ending.is_some() => place::at_the_end(stop, last),
        None => place::all_lines_run(stop, last),
    }
}

/// What is said over a picture that is not of the program in the editor; nothing if it is.
pub fn stale(state: &State) -> Option<&'static str> {
    state.shown.as_ref()?;
    match state.run.phase {
        Phase::Refused => Some(status::stale_mistake()),
        Phase::Died(_) => Some(status::stale_engine()),
        _ => None,
    }
}

/// How the recording stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Status {
    /// The sentence.
    pub text: String,
    /// Whether it tells of something that went wrong.
    pub is_problem: bool,
    /// Whether a run can be stopped.
    pub can_stop: bool,
    /// Whether the engine is gone, so that running is another attempt.
    pub is_gone: bool,
}

impl Status {
    /// As the state has it.
    pub fn of(state: &State) -> Self {
        let progress = &state.run.progress;
        let steps = progress.steps;
        let (text, is_problem) = match &state.run.phase {
            Phase::Idle => (status::loading().into(), false),
            Phase::Recording if !state.run.accepted => (status::compiling().into(), false),
            Phase::Recording => (status::recording(steps), false),
            Phase::Waiting => (status::waiting(steps), false),
            Phase::Stopping => (status::stopping().into(), false),
            Phase::Stopped => (status::stopped(steps), false),
            Phase::Refused => (state.run.problem.as_ref().map_or_else(|| status::not_run().into(), problem), true),
            Phase::Died(message) => (status::broke_off(&message.words()), true),
            Phase::Finished => match &progress.problem {
                Some(problem) => (status::recorded_with_problem(problem, steps), true),
                None => (status::recorded(steps), false),
            },
        };
        Self {
            text,
            is_problem,
            can_stop: state.run.phase == Phase::Recording,
            is_gone: matches!(state.run.phase, Phase::Died(_)),
        }
    }
}

/// Why a program does not run, in one line.
pub fn problem(problem: &Problem) -> String {
    let message = if problem.kind.is_empty() { problem.message.clone() } else { format!("{}: {}", problem.kind, problem.message) };
    if problem.line > 0 { status::problem_in_line(&problem.line.to_string(), &message) } else { message }
}

/// What is marked in the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The line that runs next; 0 for none.
    pub running: u32,
    /// The line where the caller goes on; 0 for none.
    pub caller: u32,
    /// What is wrong, and where.
    pub mistake: Option<Problem>,
}

impl Marks {
    /// As the state has it.
    pub fn of(state: &State) -> Self {
        let mistake = state
            .run
            .problem
            .clone()
            .filter(|problem| problem.line > 0)
            .or_else(|| {
                let progress = &state.run.progress;
                let message = progress.problem.clone().filter(|_| state.run.accepted)?;
                Some(Problem {
                    message,
                    line: progress.problem_line?,
                    ..Problem::default()
                })
            });
        let Some(shown) = &state.shown else {
            return Self {
                mistake,
                ..Self::default()
            };
        };
        let mistake = mistake.or_else(|| uncaught(&shown.picture.errors, &state.program.file));
        let frames = &shown.picture.frames;
        let caller = frames
            .len()
            .checked_sub(2)
            .and_then(|index| frames.get(index))
            .map_or(0, |frame| frame.line);
        Self {
            running: shown.picture.position.line.unwrap_or(0),
            caller,
            mistake,
        }
    }
}

/// The exception that a traceback ends with, at the last line of the program that it names.
fn uncaught(errors: &str, file: &str) -> Option<Problem> {
    let (_, traceback) = errors.rsplit_once("Traceback (most recent call last):")?;
    let place = format!("File \"{file}\", line ");
    let line = traceback.rsplit(&place).next().filter(|_| traceback.contains(&place))?;
    let line = line.split(|other: char| !other.is_ascii_digit()).next()?.parse().ok()?;
    let message = traceback
        .lines()
        .rev()
        .find(|text| !text.trim().is_empty() && !text.starts_with(' '))?;
    Some(Problem {
        message: message.into(),
        line,
        ..Problem::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Theme;

    #[test]
    fn a_problem_names_its_line_and_kind() {
        let found = Problem {
            kind: "SyntaxError".into(),
            message: "invalid syntax".into(),
            line: 3,
            ..Problem::default()
        };
        assert_eq!(problem(&found), "Line 3: SyntaxError: invalid syntax");
    }

    #[test]
    fn an_uncaught_exception_is_shown_where_it_was_raised() {
        let errors = "Traceback (most recent call last):\n  File \"p.py\", line 4, in <module>\n    f()\n  File \"p.py\", line 2, in f\n    return 1 / 0\n           ~~^~~\nZeroDivisionError: division by zero\n";
        let found = uncaught(errors, "p.py");
        assert_eq!(found.as_ref().map(|problem| problem.line), Some(2));
        assert_eq!(
            found.map(|problem| problem.message),
            Some("ZeroDivisionError: division by zero".into())
        );
        assert_eq!(uncaught("a warning\n", "p.py"), None);
    }

    #[test]
    fn before_the_first_run_nothing_can_be_pressed() {
        let controls = Controls::of(&State::new(String::new(), String::new(), Theme::Automatic));
        assert!(!controls.back && !controls.on && !controls.recording);
    }
}
