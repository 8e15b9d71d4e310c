//! What follows from the state: which buttons can be pressed, what the status says, where the marks are.

mod going;
mod thinning;

pub use going::{Going, Watchable};
pub use thinning::remark as thinning_remark;

use crate::picture::{Picture, Position, Problem};
use crate::session::{Phase, State};
use crate::words;

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
    /// A collection runs, so that a step is one of its phases.
    pub collecting: bool,
}

impl Controls {
    /// As the state has it.
    pub fn of(state: &State) -> Self {
        let recording = matches!(state.run.phase, Phase::Recording | Phase::Stopping);
        let (at, last) = (state.stop(), state.last_stop());
        let there = state.has_recording();
        let picture = state.shown.as_ref().map(|shown| &shown.picture);
        Self {
            back: there && at > 0,
            on: there && (at < last || recording),
            playing: state.playing,
            recording,
            at,
            last: last.max(at),
            place: picture
                .map(|picture| place(picture, last.max(at)))
                .unwrap_or_else(|| "No recording yet".into()),
            collecting: picture.is_some_and(|picture| picture.collector.collection.is_some()),
        }
    }
}

fn place(picture: &Picture, last: u64) -> String {
    let Position {
        stop,
        line,
        function,
        ending,
        ..
    } = &picture.position;
    let mut text = format!("Stop {} of {}", words::number(*stop), words::number(last));
    if let Some(collection) = &picture.collector.collection {
        text += &format!(
            ", phase {} of {} of a collection",
            collection.phase + 1,
            collection.phases.len()
        );
    } else if let Some(line) = line {
        text += &format!(", line {line}");
        if !function.is_empty() && function != "<module>" {
            text += &format!(" in {function}");
        }
    } else if ending.is_some() {
        text += ", the end";
    } else {
        text += ", all lines have run";
    }
    text
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
}

impl Status {
    /// As the state has it.
    pub fn of(state: &State) -> Self {
        let progress = &state.run.progress;
        let steps = words::counted(progress.steps, "step", "steps");
        let (text, is_problem) = match &state.run.phase {
            Phase::Idle => ("Loading the engine".into(), false),
            Phase::Recording if !state.run.accepted => ("Compiling".into(), false),
            Phase::Recording => (format!("Recording: {steps} so far"), false),
            Phase::Waiting => (format!("Waiting for input; {steps} recorded so far"), false),
            Phase::Stopping => ("Stopping".into(), false),
            Phase::Stopped => (
                format!("Stopped after {steps}; what is recorded can be looked at"),
                false,
            ),
            Phase::Refused => (
                state
                    .run
                    .problem
                    .as_ref()
                    .map(problem)
                    .unwrap_or_else(|| "Not run yet".into()),
                true,
            ),
            Phase::Died(message) => (
                format!("The engine broke off and was replaced: {message} Run the program again to go on."),
                true,
            ),
            Phase::Finished => match &progress.problem {
                Some(problem) => (format!("{problem} ({steps} recorded)"), true),
                None => (format!("{steps} recorded"), false),
            },
        };
        Self {
            text,
            is_problem,
            can_stop: state.run.phase == Phase::Recording,
        }
    }
}

/// Why a program does not run, in one line.
pub fn problem(problem: &Problem) -> String {
    let place = if problem.line > 0 {
        format!("Line {}: ", problem.line)
    } else {
        String::new()
    };
    let kind = if problem.kind.is_empty() {
        String::new()
    } else {
        format!("{}: ", problem.kind)
    };
    format!("{place}{kind}{}", problem.message)
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
