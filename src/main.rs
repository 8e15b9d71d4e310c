//! The page. `static/boot.js` starts it when both files that `js/split.mjs` makes of this program can be reached.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod engine;
#[cfg(target_arch = "wasm32")]
mod panel;

#[cfg(target_arch = "wasm32")]
mod start {
    use crate::{app, browser};
    use heapglass_words::{ENGLISH_LANGUAGE, languages};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Draws the page, in the language with this code: the text of its file, if it could be had, and the codes of all languages
    /// that have one.
    #[expect(unreachable_pub, reason = "what is handed to JavaScript has to be public")]
    #[wasm_bindgen]
    pub fn begin(code: &str, file: Option<String>, offered: &str) {
        heapglass_words::offer(offered.split_whitespace());
        // What a link says of a language that is not known is complained of where links are read.
        let wanted = heapglass_words::language_of(code).unwrap_or(&ENGLISH_LANGUAGE);
        let mut trouble = String::new();
        if let Err(why) = browser::speak(wanted, file) {
            trouble = format!("{why} {}", languages::stays_english());
            // Nothing is brought for English: it cannot fail.
            let _ = browser::speak(&ENGLISH_LANGUAGE, None);
        }
        yew::Renderer::<app::App>::with_props(app::Opened { trouble: trouble.into() }).render();
    }

    /// The program's second file is wanted now.
    #[expect(unreachable_pub, reason = "what is handed to JavaScript has to be public")]
    #[wasm_bindgen(js_name = wantRest)]
    pub fn want_rest() {
        browser::bring_rest();
    }
}

fn main() {}
