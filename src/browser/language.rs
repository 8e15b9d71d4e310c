//! The language of the page, as far as the browser knows of it: its file, the document, what is kept.

use super::once;
use heapglass::session::{Action, LanguageAction};
use heapglass_words::{ENGLISH_LANGUAGE, Language, languages};
use std::cell::RefCell;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// `static/boot.js`: the function is called with the text of the language's file, or with null and why there is none.
    #[wasm_bindgen(js_name = bringMessages, catch)]
    fn bring_messages(code: &str, told: &JsValue) -> Result<(), JsValue>;
    /// Sets the document's language and direction, and what scripts say.
    #[wasm_bindgen(js_name = speakLanguage, catch)]
    fn speak_language(code: &str, file: &str, is_right_to_left: bool) -> Result<(), JsValue>;
}

const LANGUAGE: &str = "heapglass.language";

thread_local! {
    /// The file of the language that is spoken: a worker that begins later is told.
    static FILE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The code of the language that is spoken, and the text of its file, empty for English.
pub(crate) fn spoken() -> (String, String) {
    (heapglass_words::language().code.into(), FILE.with_borrow(Clone::clone))
}

/// Speaks a language from now on: its file, `None` if it could not be had. Where that fails the language stays as it is; why, as a
/// sentence.
pub(crate) fn speak(language: &'static Language, file: Option<String>) -> Result<(), String> {
    let file = match file {
        _ if *language == ENGLISH_LANGUAGE => {
            heapglass_words::speak_english();
            String::new()
        }
        Some(file) => heapglass_words::speak(language.code, &file).map(|()| file)?,
        None => return Err(languages::not_fetched(language.name)),
    };
    // It can fail only for a file that has been read already.
    let _ = speak_language(language.code, &file, language.right_to_left);
    FILE.set(file);
    Ok(())
}

/// Brings a language's file and speaks it; tells of it, and whether it is to be kept.
pub(crate) fn change_language(language: &'static Language, kept: bool, tell: Callback<Action>) {
    let came = move |file: Result<String, String>| {
        let done = speak(language, file.ok());
        tell.emit(Action::Language(match done {
            Ok(()) => LanguageAction::Spoken(language, kept),
            Err(why) => LanguageAction::Failed(why),
        }));
    };
    if *language == ENGLISH_LANGUAGE {
        came(Ok(String::new()));
    } else {
        // What is thrown before the work begins is told by the page's own error sentence.
        let _ = bring_messages(language.code, &once(came));
    }
}

/// Keeps the language for later visits.
pub(crate) fn save_language(language: &Language) {
    super::store(LANGUAGE, language.code);
}

/// The language of an earlier visit, if one was chosen.
pub(crate) fn saved_language() -> Option<&'static Language> {
    super::stored(LANGUAGE).and_then(|code| heapglass_words::language_of(&code))
}
