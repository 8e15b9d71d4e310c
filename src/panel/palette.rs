//! The command palette: everything that has a key, to be found by its words.

use super::dialog::{use_dialog, when_closed};
use super::live::use_live;
use heapglass::commands::{self, Command};
use heapglass::lesson::Entry;
use heapglass::session::Action;
use heapglass_words::{Language, palette as words};
use std::rc::Rc;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct PaletteProps {
    pub(crate) open: bool,
    pub(crate) lessons: Rc<[Entry]>,
    pub(crate) tell: Callback<Action>,
}

/// What is looked for, and which of what is found is chosen, counted from 0.
#[derive(Clone, Default, PartialEq)]
struct Search {
    typed: String,
    at: usize,
}

#[component(Palette)]
pub(crate) fn palette(props: &PaletteProps) -> Html {
    let node = use_dialog(props.open);
    let live = use_live::<Search>();
    {
        let live = live.clone();
        use_effect_with(props.open, move |_| live.set(Search::default()));
    }
    let Search { typed, at } = live.get();
    let found = if props.open { commands::found(commands::all(&props.lessons), &typed) } else { Vec::new() };
    let chosen = at.min(found.len().saturating_sub(1));
    use_effect_with((props.open, chosen), |(_, chosen)| {
        let option = gloo::utils::document().get_element_by_id(&format!("command-{chosen}"));
        if let (Some(option), true) = (option, *chosen > 0) {
            option.scroll_into_view_with_bool(false);
        }
    });
    let choose = {
        let tell = props.tell.clone();
        Callback::from(move |action: Action| {
            tell.emit(Action::Palette(false));
            tell.emit(action);
        })
    };
    let oninput = {
        let live = live.clone();
        Callback::from(move |event: InputEvent| live.set(Search { typed: event.target_unchecked_into::<HtmlInputElement>().value(), at: 0 }))
    };
    let onkeydown = {
        let (lessons, choose) = (props.lessons.clone(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Search { typed, at } = live.get();
            let mut found = commands::found(commands::all(&lessons), &typed);
            let many = found.len().max(1);
            match event.key().as_str() {
                "ArrowDown" => live.set(Search { typed, at: (at + 1) % many }),
                "ArrowUp" => live.set(Search { typed, at: (at + many - 1) % many }),
                "Enter" if at < found.len() => choose.emit(found.swap_remove(at).action),
                "Enter" => {}
                _ => return,
            }
            event.prevent_default();
        })
    };
    let closed = when_closed(&props.tell, || Action::Palette(false));
    html! {
        <dialog class="help palette" ref={node} aria-label={words::name()} oncancel={closed.clone()} onclose={closed}>
            <input
                type="text"
                role="combobox"
                title={words::field_title()}
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant={(!found.is_empty()).then(|| format!("command-{chosen}"))}
                aria-label={words::field()}
                placeholder={words::placeholder()}
                autocomplete="off"
                value={typed}
                {oninput}
                {onkeydown}
            />
            <ul id="palette-list" role="listbox" aria-label={words::name()}>
                { for found.iter().enumerate().map(|(index, Command { words: does, language, key, action })| {
                    let (choose, action) = (choose.clone(), action.clone());
                    html! {
                        <li
                            id={format!("command-{index}")}
                            role="option"
                            aria-selected={(index == chosen).to_string()}
                            onclick={Callback::from(move |_: MouseEvent| choose.emit(action.clone()))}
                        >
                            <span>{ with_language(does, *language) }</span>
                            if !key.is_empty() {
                                <kbd>{ *key }</kbd>
                            }
                        </li>
                    }
                }) }
            </ul>
        </dialog>
    }
}

/// The words of a command, with the language's own name marked as words of that language.
fn with_language(words: &str, language: Option<&'static Language>) -> Html {
    match language.and_then(|language| Some((language, words.split_once(language.name)?))) {
        Some((language, (before, after))) => html! { <>{ before.to_owned() }<bdi lang={language.code}>{ language.name }</bdi>{ after.to_owned() }</> },
        None => html! { { words.to_owned() } },
    }
}
