//! The strip under everything: the whole recording from afar, or a part of it. Objects alive as an area, bytes as a line,
//! calls as steps; collections, output and exceptions as marks; bookmarks as flags above, lifelines below. Dragging scrubs.

mod bookmarks;
mod lifelines;
mod scrub;
mod tip;

pub(crate) use scrub::{Scrub, use_scrub};
use scrub::Painted;

use super::same::Same;
use bookmarks::{BookmarkList, Flags};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use heapglass::picture::Seek;
use heapglass::picture::story::{Bucket, Overview};
use heapglass::session::{Action, Alternative, Ask, Bar, BookmarkAction, Bookmarks, LifelineAction, Lifelines};
use heapglass::strip::{self, Strip, Window};
use heapglass_words::{bookmarks as marks, timeline as words};
use lifelines::LifelineRows;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, WheelEvent};
use yew::prelude::*;

/// Milliseconds for which the pointer rests before the engine is asked what happens under it.
const CURIOUS: u32 = 160;
/// Half the width that a pointer points at, as a share of the strip.
const POINTED: f64 = 0.003;

#[derive(Properties, PartialEq)]
pub(crate) struct TimelineProps {
    pub(crate) overview: Option<Rc<Overview>>,
    pub(crate) alternative: Option<Alternative>,
    pub(crate) refused: Option<String>,
    /// The step and the stop on screen.
    pub(crate) step: u64,
    pub(crate) stop: u64,
    pub(crate) place: String,
    pub(crate) bookmarks: Bookmarks,
    pub(crate) bars: Vec<Bar>,
    pub(crate) lifelines: Lifelines,
    /// What became slower, if the recording has met its memory budget.
    pub(crate) thinned: Option<String>,
    pub(crate) tell: Callback<Action>,
}

#[component(TimelineStrip)]
pub(crate) fn timeline_strip(props: &TimelineProps) -> Html {
    let chart = use_node_ref();
    let marker = use_node_ref();
    let pointed = use_state(|| None::<f64>);
    let chosen = use_state(|| None::<Window>);
    let banner = banner(props);
    let drawn = use_curves(props);
    let last = drawn.as_ref().as_ref().map_or(1, |drawn| drawn.last);
    // A part that was chosen follows the step on screen, and ends with the recording.
    let window = chosen.map_or(Window::whole(last), |window| window.showing(props.step, last));
    let dragged = use_mut_ref(|| 0.0_f64);
    let share = window.share(props.step);
    let scrub = {
        let (marker, dragged) = (marker.clone(), Rc::clone(&dragged));
        use_scrub(props.stop, &props.tell, move |place| {
            put(&marker, if place == Painted::AtTheShownStop { share } else { *dragged.borrow() });
        })
    };
    {
        let (marker, scrub) = (marker.clone(), scrub.clone());
        use_effect(move || {
            if scrub.wish().is_none() {
                put(&marker, share);
            }
        });
    }
    use_wheel(&chart, &chosen, window, last);
    use_curiosity(props, *pointed, window);
    let (Some(overview), Some(drawn)) = (props.overview.clone(), &*drawn) else {
        return html! { <div class="strip">{ banner }</div> };
    };
    let readout = strip::at(&overview, props.step).map(readout).unwrap_or_default();
    let handlers = Pointing { chart: chart.clone(), scrub, dragged, pointed: pointed.clone(), overview: Rc::clone(&overview), window };
    let (first, end) = window.steps();
    let left = first as f64 / last as f64 * strip::WIDTH;
    let wide = (window.width() / last as f64 * strip::WIDTH).max(0.001);
    // Flags are moments of the recording, also while an alternative is looked at.
    let flagged = props.alternative.as_ref().and_then(|alternative| alternative.recorded.clone()).unwrap_or_else(|| Rc::clone(&overview));
    html! {
        <div class="strip">
            { banner }
            <Flags marks={props.bookmarks.list().clone()} overview={flagged} {window} stop={props.stop} tell={props.tell.clone()} />
            <div class="strip-box">
            <div
                class={classes!("strip-chart", props.alternative.is_some().then_some("is-alternative"))}
                ref={chart}
                role="slider"
                tabindex="0"
                title={words::how_to_use()}
                aria-label={words::name()}
                aria-valuemin="0"
                aria-valuemax={last.to_string()}
                aria-valuenow={props.step.to_string()}
                aria-valuetext={words::value(&props.place, &readout)}
                onpointerdown={handlers.down()}
                onpointermove={handlers.moved()}
                onpointerup={handlers.up()}
                onpointercancel={handlers.up()}
                onpointerleave={pointed_no_more(&pointed)}
                onkeydown={keys(&overview, props.step, last, &props.tell, (&chosen, window))}
            >
                <svg viewBox={format!("{left:.4} 0 {wide:.4} {}", strip::HEIGHT)} preserveAspectRatio="none" aria-hidden="true">
                    if let Some(behind) = drawn.behind.clone() {
                        <g class="strip-recorded"><Curves strip={Same(behind)} /></g>
                    }
                    <g class="strip-now"><Curves strip={Same(drawn.front.clone())} /></g>
                </svg>
                <div class="strip-marker" ref={marker} aria-hidden="true"></div>
            </div>
            if let Some(share) = *pointed {
                { tip::tip(&overview, props.lifelines.happenings.as_deref(), pointed_steps(&window, share), share) }
            }
            </div>
            if !window.is_whole(last) {
                <div class="strip-part" aria-hidden="true"><i style={format!("left: {:.3}%; width: {:.3}%", left / strip::WIDTH * 100.0, wide / strip::WIDTH * 100.0)}></i></div>
            }
            <LifelineRows bars={props.bars.clone()} {window} tell={props.tell.clone()} />
            <p class="strip-words">
                <span class="strip-key key-objects">{ words::legend_objects() }</span>
                <span class="strip-key key-bytes">{ words::legend_bytes() }</span>
                <span class="strip-key key-depth">{ words::legend_calls() }</span>
                <span class="strip-key key-collections">{ words::legend_collections() }</span>
                <span class="strip-key key-output">{ words::legend_output() }</span>
                <span class="strip-key key-exceptions">{ words::legend_exceptions() }</span>
                <span class="strip-readout">{ readout }</span>
                { tools(props, &chosen, (window, last), (first, end)) }
            </p>
            if props.bookmarks.open {
                <BookmarkList bookmarks={props.bookmarks.clone()} stop={props.stop} tell={props.tell.clone()} />
            }
            if let Some(thinned) = &props.thinned {
                <p class="strip-thinned" role="status" title={thinned.clone()}>{ thinned }</p>
            }
        </div>
    }
}

/// What can be done to the strip: a nearer look and the way back, the list of bookmarks, the lifelines.
fn tools(props: &TimelineProps, chosen: &UseStateHandle<Option<Window>>, (window, last): (Window, u64), (first, end): (u64, u64)) -> Html {
    let zoom = |times: f64| {
        let (chosen, share) = (chosen.clone(), window.share(props.step));
        Callback::from(move |_: MouseEvent| choose(&chosen, window.zoomed(share, times, last), last))
    };
    let whole = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(None))
    };
    let many = props.bookmarks.list().len() as u64;
    html! {
        <span class="strip-tools">
            if !window.is_whole(last) {
                <span class="strip-range">{ words::range(first, end) }</span>
                <button class="small" title={words::whole_title()} onclick={whole}>{ words::whole() }</button>
                <button class="small" title={words::zoom_out_title()} aria-label={words::zoom_out()} onclick={zoom(2.0)}>{ "−" }</button>
            }
            <button class="small" title={words::zoom_in_title()} aria-label={words::zoom_in()} onclick={zoom(0.5)}>{ "+" }</button>
            if props.lifelines.kept.len() > 1 {
                <button class="small" title={words::remove_lifelines_title()} onclick={props.tell.reform(|_: MouseEvent| Action::Lifeline(LifelineAction::Clear))}>{ words::remove_lifelines() }</button>
            }
            <button
                class="small"
                title={marks::button_title()}
                aria-expanded={props.bookmarks.open.to_string()}
                onclick={props.tell.reform(|_: MouseEvent| Action::Bookmark(BookmarkAction::List))}
            >
                { marks::button(many) }
            </button>
        </span>
    }
}

/// Puts the mark there: a layer of its own is moved, nothing is drawn.
fn put(marker: &NodeRef, share: f64) {
    if let Some(marker) = marker.cast::<HtmlElement>() {
        // Neither can fail with these constant names.
        let _ = marker.style().set_property("transform", &format!("translateX({:.3}%)", share * 100.0));
        let _ = marker.style().set_property("visibility", if (0.0..=1.0).contains(&share) { "visible" } else { "hidden" });
    }
}

fn choose(chosen: &UseStateHandle<Option<Window>>, window: Window, last: u64) {
    chosen.set(Some(window).filter(|window| !window.is_whole(last)));
}

fn pointed_steps(window: &Window, share: f64) -> (u64, u64) {
    (window.step_at(share - POINTED), window.step_at(share + POINTED))
}

fn pointed_no_more(pointed: &UseStateHandle<Option<f64>>) -> Callback<PointerEvent> {
    let pointed = pointed.clone();
    Callback::from(move |_: PointerEvent| pointed.set(None))
}

/// How the strip is pointed at and dragged.
struct Pointing {
    chart: NodeRef,
    scrub: Scrub,
    /// How far to the right the mark is while it is dragged.
    dragged: Rc<RefCell<f64>>,
    /// How far to the right the pointer is while nothing is dragged.
    pointed: UseStateHandle<Option<f64>>,
    overview: Rc<Overview>,
    window: Window,
}

impl Pointing {
    fn share(chart: &NodeRef, event: &PointerEvent) -> Option<f64> {
        // An event's own current target is the root of the page.
        let bounds = chart.cast::<Element>()?.get_bounding_client_rect();
        Some(((f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0)).clamp(0.0, 1.0))
    }

    fn follow(&self) -> impl Fn(&PointerEvent) + 'static {
        let (chart, scrub, dragged) = (self.chart.clone(), self.scrub.clone(), Rc::clone(&self.dragged));
        let (overview, window) = (Rc::clone(&self.overview), self.window);
        move |event| {
            if let Some(share) = Self::share(&chart, event) {
                *dragged.borrow_mut() = share;
                scrub.to(strip::stop_at(&overview, window.step_at(share)));
            }
        }
    }

    fn down(&self) -> Callback<PointerEvent> {
        let (follow, chart, pointed) = (self.follow(), self.chart.clone(), self.pointed.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            if let Some(chart) = chart.cast::<Element>() {
                // Fails only for a pointer that is gone again.
                let _ = chart.set_pointer_capture(event.pointer_id());
            }
            pointed.set(None);
            follow(&event);
        })
    }

    fn moved(&self) -> Callback<PointerEvent> {
        let (follow, scrub, chart, pointed) = (self.follow(), self.scrub.clone(), self.chart.clone(), self.pointed.clone());
        Callback::from(move |event: PointerEvent| {
            if scrub.wish().is_some() {
                follow(&event);
            } else if event.pointer_type() == "mouse" {
                pointed.set(Self::share(&chart, &event));
            }
        })
    }

    fn up(&self) -> Callback<PointerEvent> {
        let scrub = self.scrub.clone();
        Callback::from(move |_: PointerEvent| scrub.let_go())
    }
}

/// The wheel looks nearer, or from farther away, at what is under the pointer; sideways it moves along.
#[hook]
fn use_wheel(chart: &NodeRef, chosen: &UseStateHandle<Option<Window>>, window: Window, last: u64) {
    let (chart, chosen) = (chart.clone(), chosen.clone());
    use_effect(move || {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = chart.cast::<Element>().map(|element| {
            EventListener::new_with_options(&element.clone(), "wheel", options, move |event| {
                let Some(wheel) = event.dyn_ref::<WheelEvent>() else { return };
                event.prevent_default();
                let bounds = element.get_bounding_client_rect();
                let share = (f64::from(wheel.client_x()) - bounds.left()) / bounds.width().max(1.0);
                let (x, y) = (wheel.delta_x(), wheel.delta_y());
                let sideways = if wheel.shift_key() { y } else { x };
                if wheel.shift_key() || x.abs() > y.abs() {
                    choose(&chosen, window.moved(sideways / bounds.width().max(1.0), last), last);
                } else if y != 0.0 {
                    choose(&chosen, window.zoomed(share, if y < 0.0 { 0.8 } else { 1.25 }, last), last);
                }
            })
        });
        move || drop(listener)
    });
}

/// When the pointer rests on something that is marked, the engine is asked what it is.
#[hook]
fn use_curiosity(props: &TimelineProps, pointed: Option<f64>, window: Window) {
    let (overview, tell) = (props.overview.clone(), props.tell.clone());
    use_effect_with((pointed, window), move |(pointed, window)| {
        let steps = pointed.map(|share| pointed_steps(window, share));
        let marked = steps.zip(overview).filter(|((from, to), overview)| strip::events_between(overview, *from, *to) != (0, 0, 0));
        let waiting = marked.map(|((from, to), overview)| {
            let (from, to) = strip::asked_about(&overview, from, to);
            Timeout::new(CURIOUS, move || tell.emit(Action::Lifeline(LifelineAction::Hear(from, to))))
        });
        move || drop(waiting)
    });
}

/// What is changed in the alternative, and the way out; or why something could not be changed.
fn banner(props: &TimelineProps) -> Html {
    let leave = props.tell.reform(|_: MouseEvent| Action::Ask(Ask::Leave));
    html! {
        <>
            if let Some(alternative) = &props.alternative {
                <div class="alternative" role="status">
                    <p>
                        <strong>{ words::alternative_from(alternative.from) }{ " " }</strong>
                        { alternative.changed.words() }
                        { " " }
                        { words::alternative_keeps() }
                    </p>
                    <button class="small" title={words::alternative_leave_title()} onclick={leave}>{ words::alternative_leave() }</button>
                </div>
            }
            if let Some(why) = &props.refused {
                <p class="refused" role="status">{ why }</p>
            }
        </>
    }
}

fn readout(bucket: &Bucket) -> String {
    words::readout(bucket.objects, bucket.bytes, bucket.pools, u64::from(bucket.depth), bucket.collections)
}

/// The curves of a recording, and of the one that it is compared with.
struct Drawn {
    front: Rc<Strip>,
    behind: Option<Rc<Strip>>,
    /// The step at the right edge.
    last: u64,
}

/// The curves, drawn anew only when an overview has come: a step only moves the mark.
#[hook]
fn use_curves(props: &TimelineProps) -> Rc<Option<Drawn>> {
    let overview = props.overview.clone().filter(|overview| !overview.buckets.is_empty());
    let recorded = props.alternative.as_ref().and_then(|alternative| alternative.recorded.clone());
    let from = props.alternative.as_ref().map_or(0, |alternative| alternative.from);
    use_memo((overview.map(Same), recorded.map(Same), from), |(overview, recorded, from)| {
        let overview = &overview.as_ref()?.0;
        let recorded = recorded.as_ref().map(|recorded| &recorded.0);
        let last = overview.steps.max(recorded.map_or(0, |recorded| recorded.steps)).max(1);
        let scale = strip::scale(recorded.into_iter().chain([overview]).map(|overview| &**overview));
        Some(Drawn {
            front: Rc::new(Strip::new(overview, *from, last, &scale)),
            behind: recorded.map(|recorded| Rc::new(Strip::new(recorded, 0, last, &scale))),
            last,
        })
    })
}

#[derive(Properties, PartialEq)]
struct CurvesProps {
    strip: Same<Strip>,
}

#[component(Curves)]
fn curves(CurvesProps { strip: Same(strip) }: &CurvesProps) -> Html {
    html! {
        <>
            <path class="strip-objects" d={strip.objects.clone()} />
            <path class="strip-depth" d={strip.depth.clone()} />
            <path class="strip-bytes" d={strip.bytes.clone()} />
            <path class="strip-collections" d={strip.collections.clone()} />
            <path class="strip-output" d={strip.output.clone()} />
            <path class="strip-exceptions" d={strip.exceptions.clone()} />
        </>
    }
}

type Chosen<'a> = (&'a UseStateHandle<Option<Window>>, Window);

fn keys(overview: &Rc<Overview>, step: u64, last: u64, tell: &Callback<Action>, (chosen, window): Chosen) -> Callback<KeyboardEvent> {
    let (overview, tell, chosen) = (Rc::clone(overview), tell.clone(), chosen.clone());
    Callback::from(move |event: KeyboardEvent| {
        let leap = ((window.width() / 20.0) as u64).max(1);
        let near = |times: f64| window.zoomed(window.share(step), times, last);
        let seek = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => Seek::Previous,
            "ArrowRight" | "ArrowUp" => Seek::Next,
            "Home" => Seek::First,
            "End" => Seek::Last,
            "PageUp" => Seek::Stop(strip::stop_at(&overview, step.saturating_sub(leap))),
            "PageDown" => Seek::Stop(strip::stop_at(&overview, step + leap)),
            sign @ ("+" | "=" | "-" | "0") => {
                event.prevent_default();
                match sign {
                    "0" => chosen.set(None),
                    "-" => choose(&chosen, near(2.0), last),
                    _ => choose(&chosen, near(0.5), last),
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        tell.emit(Action::Seek(seek));
    })
}
