//! Dialogs: shown above everything while they are open.

use crate::browser;
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
