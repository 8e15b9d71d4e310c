//! All commands: what has a key, examples, lessons, arrangements and colours, to be found by a few letters.

use heapglass_words::{Language, commands, folded, is_of_word, languages, offered};

use crate::examples::EXAMPLES;
use crate::keys::{KEYS, command};
use crate::lesson::Entry;
use crate::session::{Action, LanguageAction, LessonAction, Pane, PanelAction, Preset, Speed, Theme};

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// What it does.
    pub words: String,
    /// The language whose own name is in it, if one is.
    pub language: Option<&'static Language>,
    /// Its key, if it has one.
    pub key: &'static str,
    /// What choosing it means.
    pub action: Action,
}

fn named(words: String, action: Action) -> Command {
    Command { words, language: None, key: "", action }
}

/// All of them; lessons only once their list was loaded.
pub fn all(lessons: &[Entry]) -> Vec<Command> {
    let keys = KEYS.iter().filter_map(|key| Some(Command { words: (key.does)().into(), language: None, key: key.key, action: command(key.key)? }));
    let examples = EXAMPLES.iter().map(|example| {
        let opened = Action::Opened { source: example.source.into(), file: example.file.into() };
        named(commands::open_example(example.title()), opened)
    });
    let lessons = lessons.iter().map(|lesson| named(commands::begin_lesson(&lesson.title), Action::Lesson(LessonAction::Begin(lesson.file.clone()))));
    let presets = Preset::ALL.into_iter().map(|preset| named(commands::panels_for(preset.name()), Action::Panels(PanelAction::Preset(Some(preset)))));
    let folds = Pane::ALL.into_iter().map(|pane| named(commands::fold_panel(pane.name()), Action::Panels(PanelAction::Fold(pane))));
    let themes = Theme::ALL.into_iter().map(|theme| named(commands::colours(theme.words()), Action::Theme(theme)));
    let speeds = Speed::ALL.into_iter().map(|speed| named(commands::speed(speed.word()), Action::Speed(speed)));
    let spoken = offered();
    let languages = spoken.iter().filter(|_| spoken.len() > 1).map(|language| {
        let choose = named(languages::choose(language.name), Action::Language(LanguageAction::Choose(language)));
        Command { language: Some(language), ..choose }
    });
    let rest = [
        named(commands::panels_for_window().into(), Action::Panels(PanelAction::Preset(None))),
        named(commands::reset_panels().into(), Action::Panels(PanelAction::Reset)),
        named(commands::examples().into(), Action::Start(true)),
        named(commands::tour().into(), Action::Tour(Some(0))),
        named(commands::run().into(), Action::Run),
    ];
    keys.chain(examples).chain(lessons).chain(presets).chain(folds).chain(themes).chain(speeds).chain(languages).chain(rest).collect()
}

/// Those that fit what was typed, the best first.
pub fn found(commands: Vec<Command>, typed: &str) -> Vec<Command> {
    let mut fitting: Vec<(usize, Command)> = commands.into_iter().filter_map(|command| Some((distance(&command.words, command.key, typed)?, command))).collect();
    if !typed.trim().is_empty() {
        // Of two that fit alike the shorter says it more to the point.
        fitting.sort_by_key(|(distance, command)| (*distance, command.words.len()));
    }
    fitting.into_iter().map(|(_, command)| command).collect()
}

/// How far words are from what was typed: each word typed begins one of them, stands in them, or its letters stand in one of
/// them in this order. Nothing if one does not.
fn distance(words: &str, key: &str, typed: &str) -> Option<usize> {
    let words = folded(words);
    folded(typed).split_whitespace().try_fold(0, |sum, wanted| {
        let single = || words.split(|letter: char| !is_of_word(letter));
        let found = if wanted == key.to_lowercase() || single().any(|word| word.starts_with(wanted)) {
            0
        } else if words.contains(wanted) {
            1
        } else {
            10 + single().filter_map(|word| gaps(word, wanted)).min()?
        };
        Some(sum + found)
    })
}

/// How many letters of a word were left out in `wanted`, which begins as it does.
fn gaps(word: &str, wanted: &str) -> Option<usize> {
    let mut letters = word.chars();
    let mut gaps = 0;
    for (at, wanted) in wanted.chars().enumerate() {
        let skipped = letters.position(|letter| letter == wanted)?;
        if at == 0 && skipped > 0 {
            return None;
        }
        gaps += skipped;
    }
    Some(gaps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> Option<String> {
        found(all(&[]), typed).into_iter().next().map(|command| command.words)
    }

    #[test]
    fn a_command_is_found_by_beginnings_of_its_words_in_any_order_and_with_letters_left_out() {
        assert_eq!(first("projector").as_deref(), Some("Panels for: Projector"));
        assert_eq!(first("contrast high").as_deref(), Some("Colours: High contrast"));
        assert_eq!(first("prjctr").as_deref(), Some("Panels for: Projector"));
        assert_eq!(first("clsure").as_deref(), Some("Open the example: A closure and its cell"));
        assert_eq!(first("zzzz"), None);
    }

    #[test]
    fn a_command_is_found_without_the_marks_of_its_letters() {
        let command = |words: &str| named(words.into(), Action::Run);
        let commands = || ["Reproducir la recolección", "प्रोग्राम चलाएँ", "شغّل البرنامج", "运行程序"].map(command).to_vec();
        for (typed, words) in [("RECOLECCION", "Reproducir la recolección"), ("चलाएं", "प्रोग्राम चलाएँ"), ("شغل", "شغّل البرنامج"), ("程序", "运行程序")] {
            let found: Vec<String> = found(commands(), typed).into_iter().map(|command| command.words).collect();
            assert_eq!(found, [words], "{typed}");
        }
        assert_eq!(distance("प्रोग्राम चलाएँ", "", "प्रोग्रा"), Some(0), "a consonant that is joined ends no word");
    }

    #[test]
    fn nothing_typed_shows_everything_once() {
        let commands = found(all(&[]), "");
        assert_eq!(commands, all(&[]));
        let mut words: Vec<&str> = commands.iter().map(|command| command.words.as_str()).collect();
        let many = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), many);
    }
}
