//! The list of keys and signs.

use super::dialog::{use_dialog, when_closed};
use heapglass::keys::{HALL_KEYS, KEYS};
use heapglass::session::Action;
use heapglass_words::help as words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct HelpProps {
    pub(crate) open: bool,
    /// Whether the page is in lecture mode: its keys come first.
    pub(crate) in_hall: bool,
    pub(crate) tell: Callback<Action>,
}

/// Signs, and what they mean.
const SIGNS: [(&str, fn() -> &'static str); 7] = [
    ("2", words::sign_count),
    ("[ ]", words::sign_kind),
    ("#18", words::sign_number),
    ("→", words::sign_arrow),
    ("∅", words::sign_unreachable),
    ("1", words::sign_scratch),
    ("+1", words::sign_changed),
];

#[component(Help)]
pub(crate) fn help(props: &HelpProps) -> Html {
    let node = use_dialog(props.open);
    let close = props.tell.reform(|_: MouseEvent| Action::Help(false));
    let closed = when_closed(&props.tell, || Action::Help(false));
    let hall = if props.in_hall { HALL_KEYS } else { &[] };
    html! {
        <dialog class="help" ref={node} aria-labelledby="help-title" oncancel={closed.clone()} onclose={closed}>
            <header>
                <h2 id="help-title">{ words::heading() }</h2>
                <button class="small" title={words::close_title()} onclick={close}>{ words::close() }</button>
            </header>
            <div class="help-columns">
                <dl>
                    { for hall.iter().chain(KEYS.iter().filter(|key| !hall.iter().any(|other| other.key == key.key))).map(|key| html! {
                        <div><dt><kbd>{ key.key }</kbd></dt><dd>{ (key.does)() }</dd></div>
                    }) }
                </dl>
                <dl>
                    { for SIGNS.iter().map(|(sign, meaning)| html! {
                        <div><dt><kbd>{ *sign }</kbd></dt><dd>{ meaning() }</dd></div>
                    }) }
                </dl>
            </div>
            <p class="help-note">
                { words::note() }
            </p>
        </dialog>
    }
}
