//! The buttons that step and play, and the slider over the recording.

use heapglass::picture::Seek;
use heapglass::session::{Action, Speed};
use super::go_to::{GoToMenu, Remark};
use super::timeline::{Scrub, use_scrub};
use heapglass::view::{Controls, Going};
use heapglass_words::controls as words;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ControlsProps {
    pub(crate) controls: Controls,
    pub(crate) going: Going,
    pub(crate) speed: Speed,
    /// The strip over the buttons.
    #[prop_or_default]
    pub(crate) children: Html,
    pub(crate) tell: Callback<Action>,
}

#[component(ControlsPanel)]
pub(crate) fn controls_panel(props: &ControlsProps) -> Html {
    let ControlsProps { controls, tell, .. } = props;
    let (back, on) = (controls.back, controls.on);
    let there = controls.last > 0;
    let scrub = use_scrub(controls.at, tell, |_| {});
    let held = use_mut_ref(|| false);
    let step = if controls.collecting { words::next_phase() } else { words::step() };
    let (play, play_path) = if controls.playing {
        (words::pause(), "M3.5 3H6.5V13H3.5ZM9.5 3H12.5V13H9.5Z")
    } else {
        (words::play(), "M4 2.2V13.8L13.5 8Z")
    };
    html! {
        <footer class="controls" aria-label={words::name()}>
            { props.children.clone() }
            <div class="buttons">
                { icon(words::first_stop(), "Home", "M3 3H4.8V13H3ZM13 2.5V13.5L5.5 8Z", back, tell, Action::Seek(Seek::First)) }
                { icon(words::step_back(), "Left", "M11 2.5V13.5L3.5 8Z", back, tell, Action::Seek(Seek::Previous)) }
                <button
                    class="control primary"
                    title={words::button_title(step, "Right")}
                    aria-disabled={(!on).to_string()}
                    onclick={tell.reform(|_: MouseEvent| Action::Seek(Seek::Next))}
                >
                    { step }
                </button>
                { icon(words::step_over(), "Down", "M2 10A6 6 0 0 1 13 7.2V4H14.6V10.4H8.4V8.8H12A4.4 4.4 0 0 0 3.6 10ZM6.5 12H9.5V15H6.5Z", on, tell, Action::Seek(Seek::Over)) }
                { icon(words::step_out(), "Up", "M7.2 14V5.4L4.4 8.2 3.3 7.1 8 2.4 12.7 7.1 11.6 8.2 8.8 5.4V14Z", on, tell, Action::Seek(Seek::Out)) }
                { icon(words::last_stop(), "End", "M11.2 3H13V13H11.2ZM3 2.5V13.5L10.5 8Z", on, tell, Action::Seek(Seek::Last)) }
                <GoToMenu going={props.going.clone()} enabled={there} tell={tell.clone()} />
                { icon(play, "Space", play_path, there, tell, Action::PlayPause) }
                <label class="speed">
                    <span class="hidden">{ words::speed() }</span>
                    <select title={words::speed_title()} onchange={choose_speed(tell)}>
                        { for Speed::ALL.into_iter().map(|speed| html! {
                            <option value={speed.link_word()} selected={speed == props.speed}>{ speed.word() }</option>
                        }) }
                    </select>
                </label>
            </div>
            <div class="timeline">
                <input
                    type="range"
                    aria-label={words::slider()}
                    title={words::slider_title()}
                    min="0"
                    max={controls.last.to_string()}
                    value={scrub.wish().unwrap_or(controls.at).to_string()}
                    aria-valuetext={controls.place.clone()}
                    disabled={!there}
                    style={format!("--done: {}%", share(controls))}
                    onpointerdown={hold(&held)}
                    oninput={slide(tell, &scrub, &held)}
                    onchange={let_go(&scrub, &held)}
                />
                <div class="where">
                <p class="place">
                    { &controls.place }
                    if controls.recording {
                        <span
                            class="recording"
                        >
                            { words::recording(controls.last + 1) }
                        </span>
                    }
                </p>
                <Remark going={props.going.clone()} tell={tell.clone()} />
                </div>
            </div>
        </footer>
    }
}

/// How much of the slider lies behind, in percent.
fn share(controls: &Controls) -> u64 {
    (controls.at * 100).checked_div(controls.last).unwrap_or(0)
}

/// A button that cannot be pressed keeps its place among the keys' stops, so that holding it down to the end of a
/// recording does not lose the focus.
fn icon(name: &str, key: &str, path: &'static str, enabled: bool, tell: &Callback<Action>, action: Action) -> Html {
    html! {
        <button
            class="control"
            aria-label={name.to_string()}
            title={words::button_title(name, key)}
            aria-disabled={(!enabled).to_string()}
            onclick={tell.reform(move |_: MouseEvent| action.clone())}
        >
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
        </button>
    }
}

fn hold(held: &Rc<RefCell<bool>>) -> Callback<PointerEvent> {
    let held = Rc::clone(held);
    Callback::from(move |_: PointerEvent| *held.borrow_mut() = true)
}

/// The slider stays where it was dragged to.
fn let_go(scrub: &Scrub, held: &Rc<RefCell<bool>>) -> Callback<Event> {
    let (scrub, held) = (scrub.clone(), Rc::clone(held));
    Callback::from(move |_: Event| {
        *held.borrow_mut() = false;
        scrub.let_go();
    })
}

/// A key goes there at once; what is dragged comes as the engine answers.
fn slide(tell: &Callback<Action>, scrub: &Scrub, held: &Rc<RefCell<bool>>) -> Callback<InputEvent> {
    let (tell, scrub, held) = (tell.clone(), scrub.clone(), Rc::clone(held));
    Callback::from(move |event: InputEvent| {
        let value = event
            .target_dyn_into::<HtmlInputElement>()
            .and_then(|slider| slider.value().parse().ok());
        if let Some(stop) = value.filter(|_| *held.borrow()) {
            scrub.to(stop);
        } else if let Some(stop) = value {
            tell.emit(Action::Seek(Seek::Stop(stop)));
        }
    })
}

fn choose_speed(tell: &Callback<Action>) -> Callback<Event> {
    tell.reform(|event: Event| {
        let word = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|menu| menu.value())
            .unwrap_or_default();
        Action::Speed(
            Speed::ALL
                .into_iter()
                .find(|speed| speed.link_word() == word)
                .unwrap_or_default(),
        )
    })
}
