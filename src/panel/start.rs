//! What a first visit begins with: examples by topic, and a tour of six steps.

use super::dialog::{use_dialog, when_closed};
use heapglass::examples::{EXAMPLES, Topic};
use heapglass::session::{Action, TOUR_STEPS, tour_step};
use heapglass_words::start as words;
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
    let closed = when_closed(&props.tell, || Action::Start(false));
    let tour = {
        let tell = props.tell.clone();
        Callback::from(move |_: MouseEvent| {
            tell.emit(Action::Start(false));
            tell.emit(Action::Tour(Some(0)));
        })
    };
    html! {
        <dialog class="help start" ref={node} aria-labelledby="start-title" oncancel={closed.clone()} onclose={closed}>
            <header>
                <h2 id="start-title">{ words::heading() }</h2>
                <button class="small" title={words::show_around_title()} onclick={tour}>{ words::show_around() }</button>
                <button class="small" title={words::own_title()} onclick={close}>{ words::own() }</button>
            </header>
            <div class="topics">
                { for Topic::ALL.into_iter().map(|topic| html! {
                    <section>
                        <h3>{ topic.word() }</h3>
                        <ul>
                            { for EXAMPLES.iter().filter(|example| example.topic == topic).map(|example| html! {
                                <li>
                                    <button class="example" title={words::open(example.file)} onclick={open(example, &props.tell)}>
                                        <b>{ example.title() }</b><span>{ example.tells() }</span>
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
    let at = props.at.min(TOUR_STEPS - 1);
    let (title, told) = tour_step(at);
    let go = |to: Option<usize>| props.tell.reform(move |_: MouseEvent| Action::Tour(to));
    let is_last = at + 1 == TOUR_STEPS;
    html! {
        <section class="tour" aria-label={words::tour()}>
            <p class="tour-place">{ words::tour_place(&(at + 1).to_string(), &TOUR_STEPS.to_string()) }</p>
            <h2 aria-live="polite">{ title }</h2>
            <p>{ super::prose(told) }</p>
            <div>
                <button title={words::end_title()} onclick={go(None)}>{ words::end() }</button>
                if at > 0 {
                    <button title={words::back_title()} onclick={go(Some(at - 1))}>{ words::back() }</button>
                }
                <button class="tour-next" title={words::next_title()} onclick={go((!is_last).then_some(at + 1))}>
                    { if is_last { words::done() } else { words::next() } }
                </button>
            </div>
        </section>
    }
}
