//! The top bar: name, examples, layers, version, colours, help.

use heapglass::examples::{EXAMPLES, TOPICS};
use heapglass::session::{Action, Layer, LessonAction, LinkAction, Theme};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct BarProps {
    pub(crate) layer: Layer,
    pub(crate) theme: Theme,
    pub(crate) file: String,
    pub(crate) tell: Callback<Action>,
}

#[component(Bar)]
pub(crate) fn bar(props: &BarProps) -> Html {
    let tell = &props.tell;
    html! {
        <header class="bar">
            <h1 class="brand">{ glass() }<span>{ "Heapglass" }</span></h1>
            <label class="menu">
                <span class="menu-word">{ "Example" }</span>
                <select title="Choose an example program" onchange={choose_example(tell)}>
                    <option value="" selected={is_own(&props.file)}>{ &props.file_or_own() }</option>
                    { for TOPICS.iter().map(|topic| html! {
                        <optgroup label={*topic}>
                            { for EXAMPLES.iter().filter(|example| example.topic == *topic).map(|example| html! {
                                <option value={example.file} selected={example.file == props.file}>{ example.title }</option>
                            }) }
                        </optgroup>
                    }) }
                </select>
            </label>
            <button
                class="small"
                title="The list of lessons (L)"
                onclick={tell.reform(|_: MouseEvent| Action::Lesson(LessonAction::List(true)))}
            >
                { "Lessons" }
            </button>
            <div class="layers" role="group" aria-label="Layer">
                { for Layer::ALL.into_iter().map(|layer| layer_button(layer, props.layer, tell)) }
            </div>
            <span class="version" title="Every number on this page is of this version">
                { "CPython 3.12.1" }<span class="version-more">{ ", 64-bit model" }</span>
            </span>
            <label class="menu">
                <span class="hidden">{ "Colours" }</span>
                <select title="Choose the colours" onchange={choose_theme(tell)}>
                    { for Theme::ALL.into_iter().map(|theme| html! {
                        <option value={theme.attribute().unwrap_or_default()} selected={theme == props.theme}>
                            { theme.words() }
                        </option>
                    }) }
                </select>
            </label>
            <button
                class="quiet quiet-word"
                title="Copy a link to this program and this moment (5)"
                onclick={tell.reform(|_: MouseEvent| Action::Link(LinkAction::Share))}
            >
                { "Link" }
            </button>
            <button
                class="quiet quiet-word"
                title="The whole recording in words (J)"
                onclick={tell.reform(|_: MouseEvent| Action::Transcript(true))}
            >
                { "Transcript" }
            </button>
            <button
                class="quiet quiet-word"
                title="All commands (Ctrl K)"
                onclick={tell.reform(|_: MouseEvent| Action::Palette(true))}
            >
                { "Commands" }
            </button>
            <button
                class="quiet"
                title="Keys and signs (?)"
                aria-label="Keys and signs"
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
            "Your own program".into()
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
            title={format!("{} layer ({})", layer.word(), layer.key())}
            onclick={tell.reform(move |_: MouseEvent| Action::Layer(layer))}
        >
            { layer.word() }<kbd aria-hidden="true">{ layer.key() }</kbd>
        </button>
    }
}

fn chosen(event: &Event) -> String {
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

fn choose_theme(tell: &Callback<Action>) -> Callback<Event> {
    tell.reform(|event: Event| Action::Theme(Theme::from_attribute(&chosen(&event))))
}

fn glass() -> Html {
    html! {
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <path class="glass-fill" d="M5.2 12H16.8L15.6 18.5Q15.4 19.6 14.3 19.6H7.7Q6.6 19.6 6.4 18.5Z" />
            <path class="glass" d="M4 2.5H18L15.9 18.2Q15.6 20 13.8 20H8.2Q6.4 20 6.1 18.2Z" />
        </svg>
    }
}
