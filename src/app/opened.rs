//! How the page begins: with what was kept of the last visit, and what its address says.

use crate::browser;
use heapglass::examples::{self, EXAMPLES};
use heapglass::remark::Remark;
use heapglass::session::{Action, LinkAction, State};
use std::rc::Rc;
use yew::prelude::*;

/// What is known when the page begins.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Opened {
    /// Why it does not speak the language that is wanted, in sentences; else empty.
    pub(crate) trouble: AttrValue,
}

/// The page as the last visit left it.
pub(super) fn first_state() -> State {
    let theme = browser::saved_theme();
    browser::apply_theme(theme);
    let saved = browser::saved_program();
    let is_first = saved.is_none();
    let source = saved.unwrap_or_else(|| EXAMPLES[0].source.into());
    let file = examples::by_source(&source).map_or(examples::OWN_PROGRAM, |example| example.file);
    let mut state = State::new(source, file.into(), theme);
    state.map.colouring = browser::saved_colouring();
    state.panels = Rc::new(browser::saved_panels());
    state.narrow = state.panels.is_narrow();
    state.zoom = state.panels.zoom();
    state.bookmarks.remember(browser::saved_bookmarks());
    state.tongue.chosen = browser::saved_language() == Some(state.tongue.spoken);
    // An embedded page shows its program; it asks for none.
    state.start = is_first && !browser::is_embedded();
    state
}

/// What the address asks for; and why the language that is wanted cannot be had, if it cannot.
pub(super) fn first_action(trouble: &str) -> Action {
    let mut link = browser::link();
    if !trouble.is_empty() {
        // It was asked for once; the page shall not ask again.
        link.language = None;
        link.complaints.push(Remark::heard(trouble.to_owned()));
    }
    // An address that says nothing is a link to what was there last.
    if link.is_empty() { Action::Run } else { Action::Link(LinkAction::Follow(link)) }
}
