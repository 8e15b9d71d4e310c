//! What keys do, and how it is told.

use heapglass_words::keys;

use crate::picture::story::Intervention;
use crate::picture::{Direction, Seek};
use crate::session::{
    Action, Ask, BookmarkAction, CollectionAction, ExerciseAction, Goal, Layer, LectureAction, LessonAction, LifelineAction, LinkAction, MapAction,
    Pane, PanelAction, PredictAction, StageAction, Tab, TakeAction, Task,
};

/// A key and what it does, for the list of keys.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key as it is printed.
    pub key: &'static str,
    /// What it does.
    pub does: fn() -> &'static str,
}

const fn key(key: &'static str, does: fn() -> &'static str) -> Key {
    Key { key, does }
}

/// All keys.
pub const KEYS: &[Key] = &[
    key("Right", keys::step_on),
    key("Left", keys::step_back),
    key("Down", keys::step_over),
    key("Shift Down", keys::step_back_over),
    key("Up", keys::step_out),
    key("Shift Up", keys::step_back_out),
    key(".", keys::instruction_on),
    key(",", keys::instruction_back),
    key("Home", keys::first_stop),
    key("End", keys::last_stop),
    key("Space", keys::play),
    key("C", keys::continue_),
    key("Shift C", keys::continue_back),
    key("H", keys::next_on_line),
    key("A", keys::next_made),
    key("D", keys::next_death),
    key("G", keys::next_collection),
    key("E", keys::next_exception),
    key("O", keys::next_output),
    key("W", keys::next_of_name),
    key("R", keys::next_of_count),
    key("F", keys::death_of_selected),
    key("M", keys::next_of_bytes),
    key("P", keys::next_phase),
    key(">", keys::play_collection),
    key("<", keys::move_back),
    key("1 to 4", keys::layers),
    key("L", keys::lessons),
    key("N, Shift N", keys::cards),
    key("T", keys::tidy),
    key("+ and −", keys::size),
    key("0", keys::fit),
    key("/", keys::find),
    key("V", keys::as_objects),
    key("X", keys::fold),
    key("K", keys::pin),
    key("Delete", keys::hide),
    key("Z", keys::undo),
    key(";", keys::colouring),
    key("@", keys::all_blocks),
    key("%", keys::large_map),
    key("'", keys::bytes),
    key("Backspace", keys::hide_name),
    key("Shift Z", keys::redo),
    key("_", keys::follow),
    key("Escape", keys::select_nothing),
    key("B", keys::fields),
    key("7", keys::ledger),
    key("Y", keys::why_alive),
    key("U", keys::costs),
    key("9", keys::alternative_collect),
    key("8", keys::alternative_disable),
    key("Q", keys::leave_alternative),
    key("S", keys::stop),
    key("I", keys::input),
    key("Ctrl Enter", keys::run_now),
    key("F9", keys::breakpoint),
    key("Shift F9", keys::condition),
    key("`", keys::arrangement),
    key("\"", keys::view_menu),
    key(":", keys::go_to_menu),
    key("{", keys::fold_program),
    key("}", keys::fold_details),
    key("F6, Shift F6", keys::next_panel),
    key("5", keys::copy_link),
    key("6", keys::bookmark),
    key("[", keys::bookmark_before),
    key("]", keys::bookmark_next),
    key("Shift L", keys::lifeline),
    key("^", keys::bookmark_list),
    key("\\", keys::lecture),
    key("|", keys::notes),
    key("J", keys::transcript),
    key("Ctrl S", keys::take_away),
    key("Shift X", keys::exercise),
    key("!", keys::questions),
    key("Ctrl K", keys::all_commands),
    key("?", keys::this_list),
];

/// What keys do in lecture mode, where that is something else; all others do what they do at the desk.
pub const HALL_KEYS: &[Key] = &[
    key("Page Down, Right, Enter", keys::hall_on),
    key("Page Up, Left", keys::hall_back),
    key("Shift Right, Shift Left", keys::hall_step),
    key("M", keys::hall_story),
    key("W", keys::hall_ask),
    key(". or B", keys::hall_black),
    key("S", keys::hall_spot),
    key("L", keys::hall_dot),
    key("C", keys::hall_code),
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
        ("L", true) => return Some(Action::Lifeline(LifelineAction::Keep)),
        ("Backspace", _) => return Some(Action::Stage(StageAction::HideNamed)),
        ("_", _) => return Some(Action::Stage(StageAction::TurnFollow)),
        ("z" | "Z", true) => return Some(Action::Stage(StageAction::Redo)),
        ("n", _) => return Some(Action::Lesson(LessonAction::Turn(true))),
        ("N", _) => return Some(Action::Lesson(LessonAction::Turn(false))),
        ("X", true) => return Some(Action::Exercise(ExerciseAction::Begin(Task::default()))),
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
        "Shift Z" => ("z", true),
        "Backspace" => ("Backspace", false),
        "Shift X" => ("X", true),
        "Up" => ("ArrowUp", false),
        "Shift L" => ("L", true),
        "Space" => (" ", false),
        "Ctrl S" => return Some(Action::Take(TakeAction::Open(true))),
        single if single.chars().count() == 1 || matches!(single, "Home" | "End") => (single, false),
        _ => return None,
    };
    action(key, shift)
}

fn other(key: &str) -> Option<Action> {
    let action = match key {
        " " => Action::PlayPause,
        ">" => Action::Collection(CollectionAction::Play),
        "<" => Action::Collection(CollectionAction::Back),
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
        "\\" => Action::Lecture(LectureAction::Toggle),
        "|" => Action::Lecture(LectureAction::Notes),
        "6" => Action::Bookmark(BookmarkAction::Here),
        "[" => Action::Bookmark(BookmarkAction::Step(false)),
        "]" => Action::Bookmark(BookmarkAction::Step(true)),
        "^" => Action::Bookmark(BookmarkAction::List),
        "`" => Action::Panels(PanelAction::NextPreset),
        "{" => Action::Panels(PanelAction::Fold(Pane::Program)),
        "}" => Action::Panels(PanelAction::Fold(Pane::Details)),
        "j" | "J" => Action::Transcript(true),
        ";" => Action::Map(MapAction::NextColouring),
        "@" => Action::Map(MapAction::AllBlocks),
        "%" => Action::Map(MapAction::Large),
        "'" => Action::Map(MapAction::Bytes),
        "!" => Action::Predict(PredictAction::Toggle),
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
        assert_eq!(action("6", false), Some(Action::Bookmark(BookmarkAction::Here)));
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
