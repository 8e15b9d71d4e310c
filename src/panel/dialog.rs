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

/// Tells that a dialog has been closed by the browser: at once when Escape is pressed, and behind every other closing. That one is
/// told late: a dialog that has been opened again meanwhile stays open.
pub(crate) fn when_closed(tell: &Callback<Action>, action: fn() -> Action) -> Callback<Event> {
    let tell = tell.clone();
    Callback::from(move |event: Event| {
        let dialog = event.target_dyn_into::<HtmlDialogElement>();
        if dialog.is_some_and(|dialog| event.type_() == "cancel" || !dialog.open()) {
            tell.emit(action());
        }
    })
}
