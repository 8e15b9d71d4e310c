//! What can be done to the stage: find, values in place, fit, size; and what to the selected object.

use super::act;
use crate::panel::live::use_live;
use heapglass::layout::{Found, Look, find};
use heapglass::picture::ObjectId;
use heapglass::session::{Action, Hidden, Shown, StageAction};
use heapglass::words;
use heapglass_words::stage as say;
use std::rc::Rc;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ToolsProps {
    pub(super) shown: Rc<Shown>,
    pub(super) look: Rc<Look>,
    pub(super) can_undo: bool,
    pub(super) can_redo: bool,
    /// The name that was pointed at or touched last: function and name.
    pub(super) name: Option<(String, String)>,
    /// Whether the stage follows the steps by itself.
    pub(super) follows: bool,
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
                { hidden_things(props) }
            }
            <div class="zoom" role="group" aria-label={say::size()}>
                <Finder shown={props.shown.clone()} selected={props.selected} tell={tell.clone()} />
                <button
                    title={say::values_in_place_about()}
                    aria-label={say::values_in_place()}
                    aria-pressed={(!props.look.as_objects).to_string()}
                    onclick={act(tell, StageAction::AsObjects)}
                >
                    { say::values_in_place() }
                </button>
                if !props.follows {
                    { button(say::follow(), say::follow_about(), StageAction::Follow(true)) }
                }
                if props.can_undo {
                    { button(say::undo(), say::undo_about(), StageAction::Undo) }
                }
                if props.can_redo {
                    { button(say::redo(), say::redo_about(), StageAction::Redo) }
                }
                { button(say::fit(), say::fit_about(), StageAction::Fit) }
                <button title={say::smaller_about()} aria-label={say::smaller()} onclick={tell.reform(|_: MouseEvent| Action::Zoom(false))}>{ "−" }</button>
                <button title={say::larger_about()} aria-label={say::larger()} onclick={tell.reform(|_: MouseEvent| Action::Zoom(true))}>{ "+" }</button>
            </div>
        </div>
    }
}

fn selection(props: &ToolsProps) -> Html {
    let objects = &props.shown.picture.objects;
    let Some(object) = objects.iter().find(|object| Some(object.id) == props.selected) else {
        return name_tools(props);
    };
    let tell = &props.tell;
    let type_name = object.type_name.clone();
    html! {
        <div class="selection-tools" role="group" aria-label={say::act_on(&words::title(object))}>
            <span>{ words::title(object) }</span>
            if !object.parts.is_empty() {
                <button title={say::fold_about()} onclick={act(tell, StageAction::FoldSelected)}>
                    { if props.look.folds(object) { say::unfold() } else { say::fold() } }
                </button>
            }
            <button
                title={say::pin_about()}
                aria-pressed={props.is_pinned.to_string()}
                onclick={act(tell, StageAction::PinSelected)}
            >
                { say::pin() }
            </button>
            <button title={say::hide_about()} onclick={act(tell, StageAction::HideSelected)}>{ say::hide() }</button>
            <button title={say::hide_type_about()} onclick={act(tell, StageAction::HideType(type_name.clone()))}>
                { say::hide_type(&type_name) }
            </button>
        </div>
    }
}

/// What can be done with the name that was touched last.
fn name_tools(props: &ToolsProps) -> Html {
    let Some((function, name)) = &props.name else { return Html::default() };
    let hide = act(&props.tell, StageAction::HideName(function.clone(), name.clone()));
    html! {
        <div class="selection-tools" role="group" aria-label={say::act_on_name(name)}>
            <span>{ name }</span>
            <button title={say::hide_name_about()} onclick={hide}>{ say::hide_name() }</button>
        </div>
    }
}

/// How much is out of sight, and the way back for each.
fn hidden_things(props: &ToolsProps) -> Html {
    let things = props.look.hidden_things();
    let objects = &props.shown.picture.objects;
    let word = |thing: &Hidden| match thing {
        Hidden::Object(id) => objects.iter().find(|object| object.id == *id).map_or_else(|| words::numbered(*id), words::title),
        Hidden::Type(name) => say::each_type(name),
        Hidden::Name(function, name) if function == "<module>" => say::hidden_name(name),
        Hidden::Name(function, name) => say::hidden_name_of(name, function),
    };
    let chip = |thing: &Hidden| {
        let words = word(thing);
        html! {
            <button
                class="hidden-thing"
                title={say::show_again(&words)}
                aria-label={say::show_again(&words)}
                onclick={act(&props.tell, StageAction::ShowAgain(thing.clone()))}
            >
                { words }<span aria-hidden="true">{ " ×" }</span>
            </button>
        }
    };
    let told = match things.iter().filter(|thing| matches!(thing, Hidden::Object(_))).count() {
        0 => say::hidden(things.len() as u64),
        count => say::hidden_with_objects(things.len() as u64, count as u64),
    };
    html! {
        <details class="hidden-note">
            <summary title={say::hidden_about()}>{ told }</summary>
            <div class="hidden-list">
                { for things.iter().map(chip) }
                <button title={say::show_all_about()} onclick={act(&props.tell, StageAction::ShowAll)}>{ say::show_all() }</button>
            </div>
        </details>
    }
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
    let field = use_live::<String>();
    let typed = field.get();
    let found = find(&props.shown.picture, &typed);
    let at = chosen(&found, props.selected);
    let oninput = {
        let field = field.clone();
        Callback::from(move |event: InputEvent| field.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onkeydown = {
        let (shown, selected, tell) = (props.shown.clone(), props.selected, props.tell.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                let found = find(&shown.picture, &field.get());
                let next = chosen(&found, selected).map_or(0, |at| (at + 1) % found.len());
                if let Some(next) = found.get(next) {
                    tell.emit(Action::Select(Some(next.id)));
                }
            }
            "Escape" => {
                field.set(String::new());
                let _ = event.target_unchecked_into::<HtmlInputElement>().blur();
            }
            _ => {}
        })
    };
    let told = match (typed.is_empty(), found.len(), at) {
        (true, ..) => String::new(),
        (_, 0, _) => say::nothing_found().into(),
        (_, many, Some(at)) => say::found_at(at as u64 + 1, many as u64, &found[at].because),
        (_, many, None) => say::found(many as u64),
    };
    html! {
        <span class="finder">
            if !told.is_empty() {
                <span class="found" aria-live="polite">{ told }</span>
            }
            if !typed.is_empty() && found.len() > 1 {
                { results(props, &found) }
            }
            <input
                id="find"
                type="text"
                placeholder={say::find()}
                aria-label={say::find_label()}
                title={say::find_about()}
                autocomplete="off"
                spellcheck="false"
                value={typed}
                {oninput}
                {onkeydown}
            />
        </span>
    }
}

/// Which of those found is selected.
fn chosen(found: &[Found], selected: Option<ObjectId>) -> Option<usize> {
    found.iter().position(|one| Some(one.id) == selected)
}

/// Results that are listed.
const LISTED: usize = 12;

/// What was found, each a way there.
fn results(props: &FinderProps, found: &[Found]) -> Html {
    let objects = &props.shown.picture.objects;
    let title = |id: ObjectId| objects.binary_search_by_key(&id, |object| object.id).map_or_else(|_| words::numbered(id), |at| words::title(&objects[at]));
    let line = |one: &Found| {
        let id = one.id;
        let chosen = Some(id) == props.selected;
        let go = props.tell.reform(move |event: MouseEvent| {
            event.stop_propagation();
            Action::Select(Some(id))
        });
        html! {
            <li>
                <button title={say::show_object()} class={classes!(chosen.then_some("is-chosen"))} aria-current={chosen.then_some("true")} onclick={go}>
                    <b>{ title(id) }</b><span>{ &one.because }</span>
                </button>
            </li>
        }
    };
    html! {
        <ul class="results" aria-label={say::found_list()}>
            { for found.iter().take(LISTED).map(line) }
            if found.len() > LISTED {
                <li class="more-found">{ say::more_found((found.len() - LISTED) as u64) }</li>
            }
        </ul>
    }
}
