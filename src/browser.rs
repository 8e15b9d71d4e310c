//! What the page needs of the browser beside drawing: storage, keys, the width of the window.

mod address;
mod host;
mod language;
mod panels;
mod lecture;
mod take;

use address::once;
pub(crate) use address::{fetch_given, link, on_address, share};
pub(crate) use take::{drop_keeping, keep, palette};
pub(crate) use lecture::{fullscreen, open_notes, tell_notes};
pub(crate) use language::{change_language, save_language, saved_language, speak, spoken};
pub(crate) use host::{keep_height_told, on_host, tell_host};
pub(crate) use panels::{focus_next_panel, on_resize, save_panels, saved_panels};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::net::http::Request;
use heapglass::keys;
use heapglass::session::{Action, lecture_key, Kept, TakeAction, Theme};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// Brings what `js/split.mjs` has cut out of the page's first file. What it puts in the place of a function that was cut
    /// out calls this.
    #[wasm_bindgen(js_name = bringRest)]
    pub(crate) fn bring_rest();
}

const PROGRAM: &str = "heapglass.program";
const COLOURING: &str = "heapglass.map";
const THEME: &str = "heapglass.theme";
const BOOKMARKS: &str = "heapglass.bookmarks";

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

/// The bookmarks of earlier visits.
pub(crate) fn saved_bookmarks() -> Kept {
    stored(BOOKMARKS).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps the bookmarks of all programs, which are JSON already.
pub(crate) fn save_bookmarks(kept: &str) {
    store(BOOKMARKS, kept);
}

/// Loads a text that lies beside the page; tells it, or why it could not be had.
pub(crate) fn load(path: &str, tell: Callback<Result<String, String>>) {
    let request = Request::get(path);
    yew::platform::spawn_local(async move {
        let text = match request.send().await {
            Ok(answer) if answer.ok() => answer.text().await.map_err(|error| error.to_string()),
            Ok(answer) => Err(heapglass_words::engine::server_said(&answer.status().to_string())),
            Err(error) => Err(error.to_string()),
        };
        tell.emit(text);
    });
}

/// Keeps the program. Where storage is refused the page still works, it only forgets.
pub(crate) fn save_program(source: &str) {
    store(PROGRAM, source);
}

/// What the colours of the heap map told in the last visit.
pub(crate) fn saved_colouring() -> heapglass::map::Colouring {
    stored(COLOURING).and_then(|word| heapglass::map::Colouring::by_link_word(&word)).unwrap_or_default()
}

/// Keeps what the colours of the heap map tell.
pub(crate) fn save_colouring(colouring: heapglass::map::Colouring) {
    store(COLOURING, colouring.link_word());
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

/// Tells the stylesheets for which screen the panels are arranged: the measures of all of it hang on that.
pub(crate) fn apply_preset(preset: Option<&str>) {
    let Some(root) = gloo::utils::document().document_element() else { return };
    if root.get_attribute("data-preset").as_deref() == preset {
        return;
    }
    // Neither can fail with these constant names.
    let _ = match preset {
        Some(preset) => root.set_attribute("data-preset", preset),
        None => root.remove_attribute("data-preset"),
    };
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
        if (key.ctrl_key() || key.meta_key()) && key.key().eq_ignore_ascii_case("s") {
            event.prevent_default();
            tell.emit(Action::Take(TakeAction::Open(true)));
            return;
        }
        if key.key() == "F6" && focus_next_panel(!key.shift_key()) {
            event.prevent_default();
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
        let opened = || (key.key() == "\"" && open("view-menu")) || (key.key() == ":" && open("go-to-menu"));
        if (key.key().eq_ignore_ascii_case("i") && focus("answer")) || (key.key() == "/" && focus("find")) || opened() {
            event.prevent_default();
            return;
        }
        let in_hall = gloo::utils::document().query_selector(".page.is-lecture").is_ok_and(|page| page.is_some());
        let special = if in_hall { lecture_key(&key.key(), key.shift_key()) } else { None };
        if let Some(action) = special.or_else(|| keys::action(&key.key(), key.shift_key())) {
            event.prevent_default();
            tell.emit(action);
        }
    })
}

/// Moves the focus to the element with this id; false if there is none.
pub(crate) fn focus(id: &str) -> bool {
    let element = gloo::utils::document().get_element_by_id(id);
    let element = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Presses the button with this id; false if there is none in sight.
fn open(id: &str) -> bool {
    let element = gloo::utils::document().get_element_by_id(id);
    let button = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(button) = button.filter(|button| button.offset_height() > 0) else { return false };
    button.click();
    true
}

/// Whether a key means something to the element it was pressed in.
fn takes_key(element: &web_sys::Element, key: &str) -> bool {
    let inside = |selector: &str| element.closest(selector).is_ok_and(|found| found.is_some());
    if inside(".cm-editor, select, dialog, textarea, [role=slider], input[type=text], input[type=number]") {
        return true;
    }
    if key == " " && inside("input[type=checkbox]") {
        return true;
    }
    let moves = key.starts_with("Arrow") || key == "Home" || key == "End";
    if inside("input") {
        return moves;
    }
    (key == " " || key == "Enter") && inside("button, [role=button], a, summary")
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
        dialog.set_return_value("");
    } else if !open && dialog.open() {
        dialog.close_with_return_value(BY_PAGE);
    }
}

/// What a dialog returns that the page, not the browser, has closed.
const BY_PAGE: &str = "page";

/// Whether it was [`show_dialog`] that has closed a dialog.
pub(crate) fn has_closed(dialog: &web_sys::HtmlDialogElement) -> bool {
    dialog.return_value() == BY_PAGE
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
