//! The command palette: everything that has a key, to be found by its words.

use super::dialog::use_dialog;
use heapglass::examples::EXAMPLES;
use heapglass::keys::{KEYS, command};
use heapglass::session::Action;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct PaletteProps {
    pub(crate) open: bool,
    pub(crate) tell: Callback<Action>,
}

/// What can be chosen: words, key, and what it does.
fn commands() -> Vec<(String, &'static str, Action)> {
    let keys = KEYS.iter().filter_map(|key| Some((key.does.to_string(), key.key, command(key.key)?)));
    let examples = EXAMPLES.iter().map(|example| {
        let opened = Action::Opened { source: example.source.into(), file: example.file.into() };
        (format!("Open the example: {}", example.title), "", opened)
    });
    keys.chain(examples).collect()
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
    let wanted = typed.to_lowercase();
    let fits = |words: &str| wanted.split_whitespace().all(|word| words.to_lowercase().contains(word));
    let found: Vec<_> = commands().into_iter().filter(|(words, ..)| fits(words)).collect();
    let chosen = (*at).min(found.len().saturating_sub(1));
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
        let enter = found.get(chosen).map(|(_, _, action)| choose(action.clone()));
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
    let closed = props.tell.reform(|_: Event| Action::Palette(false));
    html! {
        <dialog class="help palette" ref={node} aria-label="Commands" onclose={closed}>
            <input
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant={(!found.is_empty()).then(|| format!("command-{chosen}"))}
                aria-label="Command"
                placeholder="What do you want to do?"
                autocomplete="off"
                value={(*typed).clone()}
                {oninput}
                {onkeydown}
            />
            <ul id="palette-list" role="listbox" aria-label="Commands">
                { for found.iter().enumerate().map(|(index, (words, key, action))| {
                    let choose = choose(action.clone());
                    html! {
                        <li
                            id={format!("command-{index}")}
                            role="option"
                            aria-selected={(index == chosen).to_string()}
                            onclick={Callback::from(move |_: MouseEvent| choose.emit(()))}
                        >
                            <span>{ words }</span>
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
