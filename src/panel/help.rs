//! The list of keys and signs.

use super::dialog::use_dialog;
use heapglass::keys::KEYS;
use heapglass::session::Action;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct HelpProps {
    pub(crate) open: bool,
    pub(crate) tell: Callback<Action>,
}

const SIGNS: [(&str, &str); 7] = [
    (
        "2",
        "Filled badge: the reference count. An outlined ∞ means the object is immortal: its count never changes.",
    ),
    (
        "[ ]",
        "The tile shows the kind in Python's own syntax; the outline of the box tells it too.",
    ),
    (
        "#18",
        "Birth number: the 18th object of this recording. It stays when the address is used again.",
    ),
    (
        "→",
        "An arrow is a reference. From a frame it is thick; dashed if it is weak and does not count.",
    ),
    (
        "∅",
        "Grey with a cut ring: the program can no longer reach this object, and it is still there.",
    ),
    (
        "1",
        "Dashed slip under a box: the collector's scratch count during a collection.",
    ),
    ("+1", "Orange: what the last step changed."),
];

#[component(Help)]
pub(crate) fn help(props: &HelpProps) -> Html {
    let node = use_dialog(props.open);
    let close = props.tell.reform(|_: MouseEvent| Action::Help(false));
    let closed = props.tell.reform(|_: Event| Action::Help(false));
    html! {
        <dialog class="help" ref={node} aria-labelledby="help-title" onclose={closed}>
            <header>
                <h2 id="help-title">{ "Keys and signs" }</h2>
                <button class="small" title="Close (Escape)" onclick={close}>{ "Close" }</button>
            </header>
            <div class="help-columns">
                <dl>
                    { for KEYS.iter().map(|key| html! {
                        <div><dt><kbd>{ key.key }</kbd></dt><dd>{ key.does }</dd></div>
                    }) }
                </dl>
                <dl>
                    { for SIGNS.iter().map(|(sign, meaning)| html! {
                        <div><dt><kbd>{ *sign }</kbd></dt><dd>{ *meaning }</dd></div>
                    }) }
                </dl>
            </div>
            <p class="help-note">
                { "The page models CPython 3.12.1 on a 64-bit system, byte by byte, and asks no other host for anything." }
            </p>
        </dialog>
    }
}
