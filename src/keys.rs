//! What keys do, and how it is told.

use crate::picture::story::Intervention;
use crate::picture::{Direction, Seek};
use crate::session::{Action, Ask, Goal, Layer, LessonAction, LinkAction, StageAction, Tab};

/// A key and what it does, for the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key as it is printed.
    pub key: &'static str,
    /// What it does.
    pub does: &'static str,
}

const fn key(key: &'static str, does: &'static str) -> Key {
    Key { key, does }
}

/// All keys.
pub const KEYS: &[Key] = &[
    key("Right", "Step on to the next line, or the next phase of a collection"),
    key("Left", "Step back"),
    key("Down", "Step over a call"),
    key("Shift Down", "Step back over a call"),
    key("Up", "Step out of the function"),
    key("Shift Up", "Back to the line that called the function"),
    key(".", "One instruction on"),
    key(",", "One instruction back"),
    key("Home", "First stop"),
    key("End", "Last stop"),
    key("Space", "Play, or pause"),
    key("C", "Continue to the next breakpoint; without any, to the end"),
    key("Shift C", "Back to the breakpoint before"),
    key("H", "Next time this line runs; Shift and any of these: the time before"),
    key("A", "Next object made"),
    key("D", "Next death of an object"),
    key("G", "Next collection"),
    key("E", "Next exception raised"),
    key("O", "Next output"),
    key("W", "Next change of the watched name"),
    key("R", "Next change of the selected object’s count"),
    key("F", "Death of the selected object"),
    key("M", "Next change of the selected object’s bytes"),
    key("P", "Next phase of a collection"),
    key("1 to 4", "Names, Objects, Allocator, Collector"),
    key("L", "The list of lessons"),
    key("N, Shift N", "In a lesson: next card, card before"),
    key("T", "Tidy up the stage"),
    key("+ and −", "Draw the stage larger, smaller"),
    key("0", "All of the stage in view"),
    key("/", "Find an object by name, type, value, number or address"),
    key("V", "Numbers and text in place, or as the objects they are"),
    key("X", "Fold the selected box, or unfold it"),
    key("K", "Keep the selected box where it is, or no longer"),
    key("Delete", "Hide the selected object; Shift Delete shows all again"),
    key("Z", "Take back what was done to the stage"),
    key("Escape", "Select nothing; in the program: then Tab leaves it"),
    key("B", "Fields of the selected object"),
    key("7", "Its ledger: every change of its count, and its life"),
    key("Y", "Why it is alive, and what would free it"),
    key("U", "What lines cost"),
    key("9", "Alternative: run a full collection here"),
    key("8", "Alternative: switch the collector off here"),
    key("Q", "Leave the alternative"),
    key("S", "Stop recording"),
    key("I", "To the line of input the program waits for"),
    key("Ctrl Enter", "In the program: run it now"),
    key("F9", "In the program: set or remove a breakpoint"),
    key("Shift F9", "In the program: when the breakpoint stops; also a right click left of the line"),
    key("5", "Copy a link to this program and this moment"),
    key("J", "Read the transcript: the whole recording in words"),
    key("Ctrl K", "All commands"),
    key("?", "This list"),
];

/// What a key pressed outside the editor and outside any field does.
pub fn action(key: &str, shift: bool) -> Option<Action> {
    let seek = match (key, shift) {
        ("ArrowRight", _) => Seek::Next,
        ("ArrowLeft", _) => Seek::Previous,
        ("ArrowDown", true) => Seek::BackOver,
        ("ArrowDown", false) => Seek::Over,
        ("ArrowUp", true) => Seek::BackOut,
        ("ArrowUp", false) => Seek::Out,
        (".", _) => Seek::NextInstruction,
        (",", _) => Seek::PreviousInstruction,
        ("Home", _) => Seek::First,
        ("End", _) => Seek::Last,
        ("p" | "P", _) => Seek::NextCollection,
        ("Delete", true) => return Some(Action::Stage(StageAction::ShowAll)),
        ("Delete", false) => return Some(Action::Stage(StageAction::HideSelected)),
        ("n", _) => return Some(Action::Lesson(LessonAction::Turn(true))),
        ("N", _) => return Some(Action::Lesson(LessonAction::Turn(false))),
        ("c" | "C", true) => return Some(Action::ContinueBack),
        _ => return other(key).or_else(|| goal(key, shift)),
    };
    Some(Action::Seek(seek))
}

fn goal(key: &str, shift: bool) -> Option<Action> {
    let direction = if shift { Direction::Backward } else { Direction::Forward };
    Some(Action::GoTo(Goal::by_key(key)?, direction))
}

/// What is done by choosing a line of [`KEYS`]; nothing for keys that need a place to be pressed at.
pub fn command(listed: &str) -> Option<Action> {
    let (key, shift) = match listed {
        "Right" => ("ArrowRight", false),
        "Left" => ("ArrowLeft", false),
        "Down" => ("ArrowDown", false),
        "Shift Down" => ("ArrowDown", true),
        "Up" => ("ArrowUp", false),
        "Space" => (" ", false),
        single if single.chars().count() == 1 || matches!(single, "Home" | "End") => (single, false),
        _ => return None,
    };
    action(key, shift)
}

fn other(key: &str) -> Option<Action> {
    let action = match key {
        " " => Action::PlayPause,
        "c" | "C" => Action::Continue,
        "l" | "L" => Action::Lesson(LessonAction::List(true)),
        "t" | "T" => Action::Tidy,
        "0" => Action::Stage(StageAction::Fit),
        "v" | "V" => Action::Stage(StageAction::AsObjects),
        "x" | "X" => Action::Stage(StageAction::FoldSelected),
        "k" | "K" => Action::Stage(StageAction::PinSelected),
        "z" | "Z" => Action::Stage(StageAction::Undo),
        "b" | "B" => Action::Ask(Ask::Tab(Tab::Fields)),
        "7" => Action::Ask(Ask::Tab(Tab::Ledger)),
        "y" | "Y" => Action::Ask(Ask::Tab(Tab::Why)),
        "u" | "U" => Action::Ask(Ask::Costs),
        "9" => Action::Ask(Ask::Begin(Intervention::Collect)),
        "8" => Action::Ask(Ask::Begin(Intervention::DisableCollector)),
        "q" | "Q" => Action::Ask(Ask::Leave),
        "s" | "S" => Action::Stop,
        "+" | "=" => Action::Zoom(true),
        "-" => Action::Zoom(false),
        "5" => Action::Link(LinkAction::Share),
        "j" | "J" => Action::Transcript(true),
        "?" => Action::Help(true),
        "Escape" => Action::Select(None),
        _ => Action::Layer(Layer::ALL.into_iter().find(|layer| layer.key() == key)?),
    };
    Some(action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_chooses_a_layer() {
        assert_eq!(action("4", false), Some(Action::Layer(Layer::Collector)));
        assert_eq!(action("6", false), None);
    }

    #[test]
    fn letters_go_to_what_happens_and_with_shift_to_what_happened() {
        assert_eq!(action("d", false), Some(Action::GoTo(Goal::Death, Direction::Forward)));
        assert_eq!(action("D", true), Some(Action::GoTo(Goal::Death, Direction::Backward)));
        for goal in Goal::ALL {
            let key = goal.key().to_string();
            assert_eq!(action(&key, false), Some(Action::GoTo(goal, Direction::Forward)), "{key} is free");
            assert!(KEYS.iter().any(|row| row.key == key), "{key} is listed");
        }
    }

    #[test]
    fn a_listed_key_can_be_chosen_as_a_command() {
        assert_eq!(command("Right"), Some(Action::Seek(Seek::Next)));
        assert_eq!(command("T"), Some(Action::Tidy));
        assert_eq!(command("Ctrl K"), None);
    }

    #[test]
    fn shift_down_goes_back() {
        assert_eq!(action("ArrowDown", true), Some(Action::Seek(Seek::BackOver)));
    }
}
