//! What the menu of places to go to shows, and what is said of the last search.

use crate::session::State;
use heapglass_words::quest;

/// The menu, the remark and the progress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Going {
    /// What was said last; may be empty.
    pub remark: String,
    /// How much a search has gone through, in hundredths.
    pub percent: Option<u8>,
    /// The names that can be watched, innermost frame first.
    pub names: Vec<Watchable>,
    /// Whether an object is selected.
    pub has_selection: bool,
    /// Whether there is a breakpoint.
    pub has_breakpoints: bool,
}

/// A name that can be watched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watchable {
    /// Its frame.
    pub frame: u64,
    /// The name.
    pub name: String,
    /// The name, with its function unless it is a global one.
    pub label: String,
    /// Whether it is the one that is watched.
    pub is_chosen: bool,
}

impl Going {
    /// As the state has it.
    pub fn of(state: &State) -> Self {
        let chosen = state.watched_name();
        let frames = state.shown.as_ref().map_or(&[][..], |shown| &shown.picture.frames);
        let names = frames.iter().rev().flat_map(|frame| {
            let chosen = chosen.as_ref();
            frame.names.iter().map(move |name| Watchable {
                frame: frame.id,
                name: name.name.clone(),
                label: if name.scope == "global" { name.name.clone() } else { quest::name_in(&name.name, &frame.function) },
                is_chosen: chosen.is_some_and(|(id, chosen)| *id == frame.id && *chosen == name.name),
            })
        });
        Self {
            remark: state.quest.remark.words(),
            percent: state.quest.percent,
            names: names.collect(),
            has_selection: state.selected.is_some(),
            has_breakpoints: !state.breakpoints.is_empty(),
        }
    }
}
