//! What can be done to the stage: find, values in place, fit, size; and what to the selected object.

use super::act;
use heapglass::layout::{Look, find};
use heapglass::picture::ObjectId;
use heapglass::session::{Action, Shown, StageAction};
use heapglass::words;
use std::rc::Rc;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ToolsProps {
    pub(super) shown: Rc<Shown>,
    pub(super) look: Rc<Look>,
    pub(super) can_undo: bool,
    pub(super) selected: Option<ObjectId>,
    pub(super) is_pinned: bool,
    pub(super) tell: Callback<Action>,
}

#[component(Tools)]
pub(super) fn tools(props: &ToolsProps) -> Html {
    let tell = &props.tell;
    let button = |words: &'static str, title: &'static str, action: StageAction| {
        html! { <button {title} onclick={act(tell, action)}>{ words }</button> }
    };
    html! {
        <div class="stage-tools">
            { selection(props) }
            if props.look.hides_anything() {
                <p class="hidden-note">
                    { hidden_words(&props.look) }
                    { button("Show all", "Show all that was hidden (Shift Delete)", StageAction::ShowAll) }
                </p>
            }
            <div class="zoom" role="group" aria-label="Size of the stage">
                <Finder shown={props.shown.clone()} selected={props.selected} tell={tell.clone()} />
                <button
                    title="Draw numbers and text in place, or as the objects they are (V)"
                    aria-label="Values in place"
                    aria-pressed={(!props.look.as_objects).to_string()}
                    onclick={act(tell, StageAction::AsObjects)}
                >
                    { "Values in place" }
                </button>
                if props.can_undo {
                    { button("Undo", "Take back what was done to the stage (Z)", StageAction::Undo) }
                }
                { button("Fit", "All of the stage in view (0)", StageAction::Fit) }
                <button title="Draw the stage smaller (-)" aria-label="Smaller" onclick={tell.reform(|_: MouseEvent| Action::Zoom(false))}>{ "−" }</button>
                <button title="Draw the stage larger (+)" aria-label="Larger" onclick={tell.reform(|_: MouseEvent| Action::Zoom(true))}>{ "+" }</button>
            </div>
        </div>
    }
}

fn selection(props: &ToolsProps) -> Html {
    let objects = &props.shown.picture.objects;
    let Some(object) = objects.iter().find(|object| Some(object.id) == props.selected) else {
        return Html::default();
    };
    let tell = &props.tell;
    let type_name = object.type_name.clone();
    html! {
        <div class="selection-tools" role="group" aria-label={format!("What to do with {}", words::title(object))}>
            <span>{ words::title(object) }</span>
            if !object.parts.is_empty() {
                <button title="Fold its box, or unfold it (X)" onclick={act(tell, StageAction::FoldSelected)}>
                    { if props.look.folds(object) { "Unfold" } else { "Fold" } }
                </button>
            }
            <button
                title="Keep it here even when all is tidied up (K)"
                aria-pressed={props.is_pinned.to_string()}
                onclick={act(tell, StageAction::PinSelected)}
            >
                { "Pin" }
            </button>
            <button title="Do not draw it (Delete)" onclick={act(tell, StageAction::HideSelected)}>{ "Hide" }</button>
            <button title="Draw no object of this type" onclick={act(tell, StageAction::HideType(type_name.clone()))}>
                { format!("Hide each {type_name}") }
            </button>
        </div>
    }
}

fn hidden_words(look: &Look) -> String {
    let mut parts = Vec::new();
    if !look.hidden.is_empty() {
        parts.push(words::counted(look.hidden.len() as u64, "object", "objects"));
    }
    parts.extend(look.hidden_types.iter().map(|name| format!("each {name}")));
    format!("Hidden: {}.", parts.join(", "))
}

#[derive(Properties, PartialEq)]
struct FinderProps {
    shown: Rc<Shown>,
    selected: Option<ObjectId>,
    tell: Callback<Action>,
}

/// A field to look for an object in: Enter goes to the next one found.
#[component(Finder)]
fn finder(props: &FinderProps) -> Html {
    let typed = use_state(String::new);
    let found = find(&props.shown.picture, &typed);
    let at = found.iter().position(|one| Some(one.id) == props.selected);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onkeydown = {
        let (tell, typed) = (props.tell.clone(), typed.clone());
        let next = found.get(at.map_or(0, |at| (at + 1) % found.len().max(1))).map(|one| one.id);
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if next.is_some() => tell.emit(Action::Select(next)),
            "Escape" => {
                typed.set(String::new());
                let _ = event.target_unchecked_into::<HtmlInputElement>().blur();
            }
            _ => {}
        })
    };
    let told = match (typed.is_empty(), found.len(), at) {
        (true, ..) => String::new(),
        (_, 0, _) => "nothing found".into(),
        (_, many, Some(at)) => format!("{} of {many}: {}", at + 1, found[at].because),
        (_, many, None) => format!("{} found: Enter goes there", words::number(many as u64)),
    };
    html! {
        <span class="finder">
            if !told.is_empty() {
                <span class="found" aria-live="polite">{ told }</span>
            }
            <input
                id="find"
                type="text"
                placeholder="Find"
                aria-label="Find an object by name, type, value, number or address"
                title="Find an object by name, type, value, number or address (/)"
                autocomplete="off"
                spellcheck="false"
                value={(*typed).clone()}
                {oninput}
                {onkeydown}
            />
        </span>
    }
}
