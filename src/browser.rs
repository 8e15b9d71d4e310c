//! What the page needs of the browser beside drawing: storage, keys, the width of the window.

mod address;
mod host;

pub(crate) use address::{fetch_given, link, on_address, share};
pub(crate) use host::{keep_height_told, on_host, tell_host};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::net::http::Request;
use heapglass::keys;
use heapglass::session::{Action, Theme};
use wasm_bindgen::JsCast;
use yew::Callback;

const PROGRAM: &str = "heapglass.program";
const THEME: &str = "heapglass.theme";

/// Below this width, in CSS pixels, boxes are drawn narrow.
const NARROW: f64 = 760.0;

/// What is kept between visits. A page in a frame of another host is often refused it: then asking for it is an error.
fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// A text that was kept, as JSON.
fn stored(key: &str) -> Option<String> {
    serde_json::from_str(&storage()?.get_item(key).ok()??).ok()
}

fn store(key: &str, text: &str) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(text)) {
        // Fails where there is no room left.
        let _ = storage.set_item(key, &text);
    }
}

/// The program of the last visit.
pub(crate) fn saved_program() -> Option<String> {
    stored(PROGRAM)
}

/// The colours of the last visit.
pub(crate) fn saved_theme() -> Theme {
    stored(THEME).map(|attribute| Theme::from_attribute(&attribute)).unwrap_or_default()
}

/// Loads a text that lies beside the page; tells it, or why it could not be had.
pub(crate) fn load(path: &str, tell: Callback<Result<String, String>>) {
    let request = Request::get(path);
    yew::platform::spawn_local(async move {
        let text = match request.send().await {
            Ok(answer) if answer.ok() => answer.text().await.map_err(|error| error.to_string()),
            Ok(answer) => Err(format!("the server said {}.", answer.status())),
            Err(error) => Err(error.to_string()),
        };
        tell.emit(text);
    });
}

/// Keeps the program. Where storage is refused the page still works, it only forgets.
pub(crate) fn save_program(source: &str) {
    store(PROGRAM, source);
}

/// Keeps the colours.
pub(crate) fn save_theme(theme: Theme) {
    store(THEME, theme.attribute().unwrap_or_default());
}

/// Puts the colours on the document.
pub(crate) fn apply_theme(theme: Theme) {
    let Some(root) = gloo::utils::document().document_element() else {
        return;
    };
    // Neither can fail with these constant names.
    let _ = match theme.attribute() {
        Some(attribute) => root.set_attribute("data-theme", attribute),
        None => root.remove_attribute("data-theme"),
    };
}

/// Whether the window is narrow now.
pub(crate) fn is_narrow() -> bool {
    gloo::utils::window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .is_some_and(|width| width < NARROW)
}

/// Tells when the window becomes narrow or wide.
pub(crate) fn on_resize(tell: Callback<Action>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "resize", move |_| {
        tell.emit(Action::Narrow(is_narrow()))
    })
}

/// Tells of keys that are for the page as a whole.
pub(crate) fn on_key(tell: Callback<Action>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else {
            return;
        };
        if (key.ctrl_key() || key.meta_key()) && key.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            tell.emit(Action::Palette(true));
            return;
        }
        if event.default_prevented() || key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        // Escape closes a menu that is open, and nothing else.
        let is_open = || gloo::utils::document().query_selector(":popover-open").is_ok_and(|menu| menu.is_some());
        if key.key() == "Escape" && is_open() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|element| takes_key(&element, &key.key())) {
            return;
        }
        if (key.key().eq_ignore_ascii_case("i") && focus("answer")) || (key.key() == "/" && focus("find")) {
            event.prevent_default();
            return;
        }
        if let Some(action) = keys::action(&key.key(), key.shift_key()) {
            event.prevent_default();
            tell.emit(action);
        }
    })
}

/// Moves the focus to the element with this id; false if there is none.
fn focus(id: &str) -> bool {
    let element = gloo::utils::document().get_element_by_id(id);
    let element = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Whether a key means something to the element it was pressed in.
fn takes_key(element: &web_sys::Element, key: &str) -> bool {
    let inside = |selector: &str| element.closest(selector).is_ok_and(|found| found.is_some());
    if inside(".cm-editor, select, dialog, textarea, [role=slider], input[type=text]") {
        return true;
    }
    let moves = key.starts_with("Arrow") || key == "Home" || key == "End";
    if inside("input") {
        return moves;
    }
    key == " " && inside("button, [role=button], a, summary")
}

/// Whether the page stands in another one.
pub(crate) fn is_embedded() -> bool {
    let window = gloo::utils::window();
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

/// Shows a dialog above everything, or closes it.
pub(crate) fn show_dialog(dialog: &web_sys::HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        // Fails only for a dialog that is not in the document.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Scrolls an element, and nothing around it, until a rectangle of its content is in view: left, top, right, bottom.
pub(crate) fn bring_into_view(element: &web_sys::Element, [left, top, right, bottom]: [i32; 4]) {
    const AROUND: i32 = 24;
    let scrolled = |at: i32, room: i32, start: i32, end: i32| {
        if start - AROUND < at || end - start + 2 * AROUND > room {
            (start - AROUND).max(0)
        } else if end + AROUND > at + room {
            end + AROUND - room
        } else {
            at
        }
    };
    let (x, y) = (element.scroll_left(), element.scroll_top());
    let to_x = scrolled(x, element.client_width(), left, right);
    let to_y = scrolled(y, element.client_height(), top, bottom);
    if (to_x, to_y) != (x, y) {
        element.set_scroll_left(to_x);
        element.set_scroll_top(to_y);
    }
}
