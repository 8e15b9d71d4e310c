//! The command palette: everything that has a key, to be found by its words.

use super::dialog::{use_dialog, when_closed};
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

#[component(Palette)]
pub(crate) fn palette(props: &PaletteProps) -> Html {
    let node = use_dialog(props.open);
    let typed = use_state(String::new);
    let at = use_state(|| 0usize);
    {
        let (typed, at) = (typed.clone(), at.clone());
        use_effect_with(props.open, move |_| {
            typed.set(String::new());
            at.set(0);
        });
    }
    let found = if props.open { commands::found(commands::all(&props.lessons), &typed) } else { Vec::new() };
    let chosen = (*at).min(found.len().saturating_sub(1));
    use_effect_with((props.open, chosen), |(_, chosen)| {
        let option = gloo::utils::document().get_element_by_id(&format!("command-{chosen}"));
        if let (Some(option), true) = (option, *chosen > 0) {
            option.scroll_into_view_with_bool(false);
        }
    });
    let choose = |action: Action| {
        let tell = props.tell.clone();
        Callback::from(move |()| {
            tell.emit(Action::Palette(false));
            tell.emit(action.clone());
        })
    };
    let oninput = {
        let (typed, at) = (typed.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            at.set(0);
        })
    };
    let onkeydown = {
        let many = found.len().max(1);
        let enter = found.get(chosen).map(|command| choose(command.action.clone()));
        let at = at.clone();
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" => at.set((chosen + 1) % many),
                "ArrowUp" => at.set((chosen + many - 1) % many),
                "Enter" => enter.iter().for_each(|enter| enter.emit(())),
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
                value={(*typed).clone()}
                {oninput}
                {onkeydown}
            />
            <ul id="palette-list" role="listbox" aria-label={words::name()}>
                { for found.iter().enumerate().map(|(index, Command { words: does, language, key, action })| {
                    let choose = choose(action.clone());
                    html! {
                        <li
                            id={format!("command-{index}")}
                            role="option"
                            aria-selected={(index == chosen).to_string()}
                            onclick={Callback::from(move |_: MouseEvent| choose.emit(()))}
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
