//! Dialogs: shown above everything while they are open.

use crate::browser;
use heapglass::session::Action;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// A place for a `<dialog>` that is shown while it is `open`.
#[hook]
pub(crate) fn use_dialog(open: bool) -> NodeRef {
    let node = use_node_ref();
    let dialog = node.clone();
    use_effect_with(open, move |open| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            browser::show_dialog(&dialog, *open);
        }
    });
    node
}

/// Tells that a dialog is to be closed, when Escape is pressed in it, or that the browser has closed it. Where the browser lets
/// itself be stopped it does not close it: then whether it is open is for the state alone to say, and a key pressed before the
/// page has heard of Escape opens nothing that stays shut.
pub(crate) fn when_closed(tell: &Callback<Action>, action: fn() -> Action) -> Callback<Event> {
    let tell = tell.clone();
    Callback::from(move |event: Event| {
        let Some(dialog) = event.target_dyn_into::<HtmlDialogElement>() else { return };
        let asked = event.type_() == "cancel";
        if asked {
            event.prevent_default();
        }
        if asked || !dialog.open() && !browser::has_closed(&dialog) {
            tell.emit(action());
        }
    })
}
