//! What a first visit begins with: examples by topic, and a tour of six steps.

use super::dialog::use_dialog;
use heapglass::examples::{EXAMPLES, TOPICS};
use heapglass::session::{Action, TOUR};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct StartProps {
    pub(crate) open: bool,
    pub(crate) tell: Callback<Action>,
}

#[component(Start)]
pub(crate) fn start(props: &StartProps) -> Html {
    let node = use_dialog(props.open);
    let close = props.tell.reform(|_: MouseEvent| Action::Start(false));
    let closed = props.tell.reform(|_: Event| Action::Start(false));
    let tour = {
        let tell = props.tell.clone();
        Callback::from(move |_: MouseEvent| {
            tell.emit(Action::Start(false));
            tell.emit(Action::Tour(Some(0)));
        })
    };
    html! {
        <dialog class="help start" ref={node} aria-labelledby="start-title" onclose={closed}>
            <header>
                <h2 id="start-title">{ "What do you want to see?" }</h2>
                <button class="small" title="A tour of the page in six steps" onclick={tour}>{ "Show me around" }</button>
                <button class="small" title="Type a program of your own (Escape)" onclick={close}>{ "Type my own" }</button>
            </header>
            <div class="topics">
                { for TOPICS.iter().map(|topic| html! {
                    <section>
                        <h3>{ *topic }</h3>
                        <ul>
                            { for EXAMPLES.iter().filter(|example| example.topic == *topic).map(|example| html! {
                                <li>
                                    <button class="example" title={format!("Open {}", example.file)} onclick={open(example, &props.tell)}>
                                        <b>{ example.title }</b><span>{ example.tells }</span>
                                    </button>
                                </li>
                            }) }
                        </ul>
                    </section>
                }) }
            </div>
        </dialog>
    }
}

fn open(example: &'static heapglass::examples::Example, tell: &Callback<Action>) -> Callback<MouseEvent> {
    let tell = tell.clone();
    Callback::from(move |_: MouseEvent| {
        tell.emit(Action::Start(false));
        tell.emit(Action::Opened { source: example.source.into(), file: example.file.into() });
    })
}

#[derive(Properties, PartialEq)]
pub(crate) struct TourProps {
    pub(crate) at: usize,
    pub(crate) tell: Callback<Action>,
}

/// One step of the tour: a few words beside what they speak of, and nothing is covered.
#[component(Tour)]
pub(crate) fn tour(props: &TourProps) -> Html {
    let at = props.at.min(TOUR.len() - 1);
    let (title, words) = TOUR[at];
    let go = |to: Option<usize>| props.tell.reform(move |_: MouseEvent| Action::Tour(to));
    let is_last = at + 1 == TOUR.len();
    html! {
        <section class="tour" aria-label="Tour">
            <p class="tour-place">{ format!("{} of {}", at + 1, TOUR.len()) }</p>
            <h2 aria-live="polite">{ title }</h2>
            <p>{ super::prose(words) }</p>
            <div>
                <button title="End the tour (Escape)" onclick={go(None)}>{ "End tour" }</button>
                if at > 0 {
                    <button title="The step before" onclick={go(Some(at - 1))}>{ "Back" }</button>
                }
                <button class="tour-next" title="The next step" onclick={go((!is_last).then_some(at + 1))}>
                    { if is_last { "Done" } else { "Next" } }
                </button>
            </div>
        </section>
    }
}
