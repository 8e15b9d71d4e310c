//! What is taken away leaves the page: as a file, as a page of its own, into the clipboard. `static/take-away.js` does it.

use heapglass::session::Keep;
use heapglass::take::{Palette, TOKENS};
use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// `static/boot.js`: the values of these colours (names with spaces between them), as JSON; of this theme, or of the page's.
    #[wasm_bindgen(js_name = readColours, catch)]
    fn read_colours(names: &str, theme: &str) -> Result<String, JsValue>;
    /// `static/boot.js`: keeps the texts, a JSON list, in the way that the word names; the function is called with a sentence, or with null and
    /// why not.
    #[wasm_bindgen(js_name = takeAway, catch)]
    fn take_away(how: &str, name: &str, texts: &str, told: &JsValue) -> Result<(), JsValue>;
}

/// The colours that the page has now, or those for paper.
pub(crate) fn palette(paper: bool) -> Palette {
    let json = read_colours(&TOKENS.join(" "), if paper { "light" } else { "" }).unwrap_or_default();
    serde_json::from_str(&json).unwrap_or_default()
}

/// Keeps what was made.
pub(crate) fn keep(keep: Keep, name: &str, texts: &[String], kept: Callback<Result<String, String>>) {
    let told = Closure::once_into_js(move |words: JsValue, why: JsValue| {
        kept.emit(words.as_string().ok_or_else(|| why.as_string().unwrap_or_default()));
    });
    let texts = serde_json::to_string(texts).unwrap_or_default();
    // What is thrown before the work begins is told by the page's own error sentence.
    let _ = take_away(keep.word(), name, &texts, &told);
}

/// Gives up what is being kept.
pub(crate) fn drop_keeping() {
    let _ = take_away("drop", "", "[]", &JsValue::NULL);
}
