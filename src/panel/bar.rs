//! The top bar: name, examples, layers, version, what opens dialogs.

use heapglass::examples::{EXAMPLES, Topic};
use super::view_menu::ViewMenu;
use heapglass::session::{Action, Layer, LessonAction, LinkAction, Panels, PredictAction, TakeAction, Theme};
use heapglass_words::bar as words;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct BarProps {
    pub(crate) layer: Layer,
    pub(crate) theme: Theme,
    pub(crate) panels: Rc<Panels>,
    pub(crate) file: String,
    /// Whether questions are asked.
    pub(crate) predicts: bool,
    pub(crate) tell: Callback<Action>,
}

#[component(Bar)]
pub(crate) fn bar(props: &BarProps) -> Html {
    let tell = &props.tell;
    html! {
        <header class="bar">
            <h1 class="brand">{ glass() }<span>{ "Heapglass" }</span></h1>
            <label class="menu">
                <span class="menu-word">{ words::example() }</span>
                <select title={words::example_title()} onchange={choose_example(tell)}>
                    <option value="" selected={is_own(&props.file)}>{ &props.file_or_own() }</option>
                    { for Topic::ALL.into_iter().map(|topic| html! {
                        <optgroup label={topic.word()}>
                            { for EXAMPLES.iter().filter(|example| example.topic == topic).map(|example| html! {
                                <option value={example.file} selected={example.file == props.file}>{ example.title() }</option>
                            }) }
                        </optgroup>
                    }) }
                </select>
            </label>
            <button
                class="small"
                title={words::lessons_title()}
                onclick={tell.reform(|_: MouseEvent| Action::Lesson(LessonAction::List(true)))}
            >
                { words::lessons() }
            </button>
            <div class="layers" role="group" aria-label={words::layer()}>
                { for Layer::ALL.into_iter().map(|layer| layer_button(layer, props.layer, tell)) }
            </div>
            <span class="version" title={words::model_title()}>
                { "CPython 3.12.1" }<span class="version-more">{ ", " }{ words::model() }</span>
            </span>
            <button
                class="quiet quiet-word is-predict"
                title={words::predict_title()}
                aria-pressed={props.predicts.to_string()}
                onclick={tell.reform(|_: MouseEvent| Action::Predict(PredictAction::Toggle))}
            >
                { words::predict() }
            </button>
            <button
                class="quiet quiet-word is-link"
                title={words::link_title()}
                onclick={tell.reform(|_: MouseEvent| Action::Link(LinkAction::Share))}
            >
                { words::link() }
            </button>
            <button
                class="quiet quiet-word"
                title={words::take_away_title()}
                onclick={tell.reform(|_: MouseEvent| Action::Take(TakeAction::Open(true)))}
            >
                { words::take_away() }
            </button>
            <button
                class="quiet quiet-word"
                title={words::transcript_title()}
                onclick={tell.reform(|_: MouseEvent| Action::Transcript(true))}
            >
                { words::transcript() }
            </button>
            <button
                class="quiet quiet-word"
                title={words::commands_title()}
                onclick={tell.reform(|_: MouseEvent| Action::Palette(true))}
            >
                { words::commands() }
            </button>
            <ViewMenu theme={props.theme} panels={Rc::clone(&props.panels)} tell={tell.clone()} />
            <button
                class="quiet"
                title={words::help_title()}
                aria-label={words::help()}
                onclick={tell.reform(|_: MouseEvent| Action::Help(true))}
            >
                { "?" }
            </button>
        </header>
    }
}

impl BarProps {
    fn file_or_own(&self) -> String {
        if is_own(&self.file) {
            self.file.clone()
        } else {
            words::own_program().into()
        }
    }
}

fn is_own(file: &str) -> bool {
    EXAMPLES.iter().all(|example| example.file != file)
}

fn layer_button(layer: Layer, current: Layer, tell: &Callback<Action>) -> Html {
    html! {
        <button
            aria-pressed={(layer == current).to_string()}
            title={words::layer_title(layer.word(), &layer.key().to_string())}
            onclick={tell.reform(move |_: MouseEvent| Action::Layer(layer))}
        >
            { layer.word() }<kbd aria-hidden="true">{ layer.key() }</kbd>
        </button>
    }
}

pub(super) fn chosen(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|menu| menu.value())
        .unwrap_or_default()
}

fn choose_example(tell: &Callback<Action>) -> Callback<Event> {
    let tell = tell.clone();
    Callback::from(move |event: Event| {
        let file = chosen(&event);
        if let Some(example) = EXAMPLES.iter().find(|example| example.file == file) {
            tell.emit(Action::Opened {
                source: example.source.into(),
                file,
            });
        }
    })
}

fn glass() -> Html {
    html! {
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <path class="glass-fill" d="M5.2 12H16.8L15.6 18.5Q15.4 19.6 14.3 19.6H7.7Q6.6 19.6 6.4 18.5Z" />
            <path class="glass" d="M4 2.5H18L15.9 18.2Q15.6 20 13.8 20H8.2Q6.4 20 6.1 18.2Z" />
        </svg>
    }
}
