//! Lecture mode, as far as it goes beyond the page: the whole screen, and the window of speaker notes.

use heapglass::session::{Action, LectureAction, Notes, lecture_key};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// The document or an element, as far as they fill the screen; what is refused comes later, by a promise.
    type Filling;
    #[wasm_bindgen(method, catch, js_name = requestFullscreen)]
    fn request_fullscreen(this: &Filling) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = exitFullscreen)]
    fn exit_fullscreen(this: &Filling) -> Result<JsValue, JsValue>;
}

/// Fills the screen with the page, or no longer. A browser that does not want to shows the page as it was.
pub(crate) fn fullscreen(on: bool) {
    let document = gloo::utils::document();
    let answer = if on {
        document.document_element().and_then(|root| root.unchecked_into::<Filling>().request_fullscreen().ok())
    } else if document.fullscreen_element().is_some() {
        document.unchecked_into::<Filling>().exit_fullscreen().ok()
    } else {
        None
    };
    if let Some(promise) = answer.and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok()) {
        let refused = Closure::once(|_: JsValue| {});
        let _ = promise.catch(&refused);
        refused.forget();
    }
}

/// What the page tells the window of notes by, and hears from it.
struct Line {
    name: String,
    channel: BroadcastChannel,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
}

/// Opens the window of speaker notes, or brings it to the front.
pub(crate) fn open_notes(tell: &Callback<Action>) {
    let name = LINE.with_borrow_mut(|line| {
        if line.is_none() {
            *line = listen(tell.clone());
        }
        line.as_ref().map(|line| line.name.clone())
    });
    let window = name.and_then(|name| {
        let address = format!("static/notes.html#{name}");
        gloo::utils::window().open_with_url_and_target_and_features(&address, &name, "popup,width=760,height=720").ok().flatten()
    });
    if window.is_none() {
        tell.emit(Action::Lecture(LectureAction::NotesRefused));
    }
}

/// A channel of this page's own: other pages of this host have others.
fn listen(tell: Callback<Action>) -> Option<Line> {
    let name = format!("heapglass-notes-{}", (js_sys::Math::random() * 1e12) as u64);
    let channel = BroadcastChannel::new(&name).ok()?;
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(word) = event.data().as_string() else { return };
        if word == "there" {
            tell.emit(Action::Lecture(LectureAction::NotesThere));
        } else if let Some(action) = word.strip_prefix("key ").and_then(|key| lecture_key(key, false)) {
            tell.emit(action);
        }
    });
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    Some(Line { name, channel, _heard: heard })
}

/// Tells the window of notes. One that was closed hears nothing, and nothing else happens.
pub(crate) fn tell_notes(notes: &Notes) {
    let Ok(text) = serde_json::to_string(notes) else { return };
    LINE.with_borrow(|line| {
        if let Some(line) = line {
            let _ = line.channel.post_message(&JsValue::from_str(&text));
        }
    });
}
