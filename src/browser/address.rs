//! The page's address: the link in it, and making one of it.

use super::load;
use gloo::events::EventListener;
use heapglass::link::{Given, Link};
use heapglass::session::{Action, LinkAction};
use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// `static/boot.js`: compresses a text; the function is called with the letters, or with null and why not.
    #[wasm_bindgen(js_name = packText, catch)]
    fn pack_text(text: &str, told: &JsValue) -> Result<(), JsValue>;
    /// The way back.
    #[wasm_bindgen(js_name = unpackText, catch)]
    fn unpack_text(packed: &str, told: &JsValue) -> Result<(), JsValue>;
    /// Puts a text where it can be pasted from; the function is called with it, or with null and why not.
    #[wasm_bindgen(js_name = copyText, catch)]
    fn copy_text(text: &str, told: &JsValue) -> Result<(), JsValue>;
}

/// The link in the page's address.
pub(crate) fn link() -> Link {
    Link::read(&gloo::utils::window().location().hash().unwrap_or_default())
}

/// Tells when another link is put into the address.
pub(crate) fn on_address(tell: Callback<Action>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| tell.emit(Action::Link(LinkAction::Follow(link()))))
}

/// Brings the program of a link that does not hold it as it is.
pub(crate) fn fetch_given(link: Link, tell: Callback<(Link, Result<String, String>)>) {
    let given = link.program.clone();
    let came = move |text: Result<String, String>| tell.emit((link.clone(), text));
    match given {
        Given::Packed(packed) => {
            let unpacked = once(move |text| came(text.map_err(|_| heapglass_words::engine::damaged().into())));
            // What is thrown before the work begins is told by the page's own error sentence.
            let _ = unpack_text(&packed, &unpacked);
        }
        Given::At(path) => load(&path, came.into()),
        Given::Lesson(file, _) => load(&format!("static/lessons/{file}"), came.into()),
        Given::Nothing | Given::Code(_) | Given::Example(_) => {}
    }
}

/// Writes a link with its program compressed where that is shorter, puts it into the address and copies it; tells its
/// length, and why it could not be copied.
pub(crate) fn share(link: Link, tell: Callback<(usize, Option<String>)>) {
    let Given::Code(code) = link.program.clone() else { return publish(&link, tell) };
    let packed = once(move |text: Result<String, String>| {
        let packed = Link { program: Given::Packed(text.unwrap_or_default()), ..link.clone() };
        let is_shorter = packed.program != Given::Packed(String::new()) && packed.write().len() < link.write().len();
        publish(if is_shorter { &packed } else { &link }, tell);
    });
    let _ = pack_text(&code, &packed);
}

fn publish(link: &Link, tell: Callback<(usize, Option<String>)>) {
    let window = gloo::utils::window();
    let address = window.location().href().unwrap_or_default();
    let address = format!("{}#{}", address.split('#').next().unwrap_or_default(), link.write());
    if let Ok(history) = window.history() {
        // Refused only for addresses of other hosts.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
    let length = address.len();
    let _ = copy_text(&address, &once(move |copied: Result<String, String>| tell.emit((length, copied.err()))));
}

/// A function for the other side, to be called once with a text, or with null and a reason.
pub(super) fn once(tell: impl FnOnce(Result<String, String>) + 'static) -> JsValue {
    Closure::once_into_js(move |text: JsValue, why: JsValue| {
        tell(text.as_string().ok_or_else(|| why.as_string().unwrap_or_default()));
    })
}
