//! The strip under everything: the whole recording from afar. Objects alive as an area, bytes as a line, calls as steps;
//! collections, output and exceptions as marks. Dragging scrubs.

use super::same::Same;
use heapglass::picture::Seek;
use heapglass::picture::story::{Bucket, Overview};
use heapglass::session::{Action, Alternative, Ask};
use heapglass::strip::{self, Strip};
use heapglass::words;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TimelineProps {
    pub(crate) overview: Option<Rc<Overview>>,
    pub(crate) alternative: Option<Alternative>,
    pub(crate) refused: Option<String>,
    /// The step on screen.
    pub(crate) step: u64,
    pub(crate) place: String,
    /// What became slower, if the recording has met its memory budget.
    pub(crate) thinned: Option<String>,
    pub(crate) tell: Callback<Action>,
}

#[component(TimelineStrip)]
pub(crate) fn timeline_strip(props: &TimelineProps) -> Html {
    let held = use_mut_ref(|| false);
    let chart = use_node_ref();
    let banner = banner(props);
    let drawn = use_curves(props);
    let (Some(overview), Some(drawn)) = (props.overview.clone(), &*drawn) else {
        return html! { <div class="strip">{ banner }</div> };
    };
    let last = drawn.last;
    let here = strip::at(&overview, props.step);
    let x = props.step as f64 / last as f64 * strip::WIDTH;
    let scrub = |only_if_held: bool| {
        let (tell, overview, held, chart) = (props.tell.clone(), Rc::clone(&overview), Rc::clone(&held), chart.clone());
        Callback::from(move |event: PointerEvent| {
            if only_if_held && !*held.borrow() {
                return;
            }
            *held.borrow_mut() = true;
            // An event's own current target is the root of the page.
            let Some(element) = chart.cast::<Element>() else { return };
            // Fails only for a pointer that is gone again.
            let _ = element.set_pointer_capture(event.pointer_id());
            let bounds = element.get_bounding_client_rect();
            let share = ((f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0)).clamp(0.0, 1.0);
            tell.emit(Action::Seek(Seek::Stop(strip::stop_at(&overview, (share * last as f64) as u64))));
        })
    };
    let release = {
        let held = Rc::clone(&held);
        Callback::from(move |_: PointerEvent| *held.borrow_mut() = false)
    };
    let readout = here.map(|bucket| readout(bucket)).unwrap_or_default();
    html! {
        <div class="strip">
            { banner }
            <div
                class={classes!("strip-chart", props.alternative.is_some().then_some("is-alternative"))}
                ref={chart.clone()}
                role="slider"
                tabindex="0"
                title="The whole recording: drag to go there (Left, Right, Page Up, Page Down, Home, End)"
                aria-label="Timeline"
                aria-valuemin="0"
                aria-valuemax={last.to_string()}
                aria-valuenow={props.step.to_string()}
                aria-valuetext={format!("{}. {readout}", props.place)}
                onpointerdown={scrub(false)}
                onpointermove={scrub(true)}
                onpointerup={release.clone()}
                onpointercancel={release}
                onkeydown={keys(&overview, props.step, last, &props.tell)}
            >
                <svg viewBox={format!("0 0 {} {}", strip::WIDTH, strip::HEIGHT)} preserveAspectRatio="none" aria-hidden="true">
                    if let Some(behind) = drawn.behind.clone() {
                        <g class="strip-recorded"><Curves strip={Same(behind)} /></g>
                    }
                    <g class="strip-now"><Curves strip={Same(drawn.front.clone())} /></g>
                    <path class="strip-here" d={format!("M{x:.1} 0V{}", strip::HEIGHT)} />
                </svg>
            </div>
            <p class="strip-words">
                <span class="strip-key key-objects">{ "objects alive" }</span>
                <span class="strip-key key-bytes">{ "bytes in use" }</span>
                <span class="strip-key key-depth">{ "calls" }</span>
                <span class="strip-key key-collections">{ "collection" }</span>
                <span class="strip-key key-output">{ "output" }</span>
                <span class="strip-key key-exceptions">{ "exception" }</span>
                <span class="strip-readout">{ readout }</span>
            </p>
            if let Some(thinned) = &props.thinned {
                <p class="strip-thinned" role="status" title={thinned.clone()}>{ thinned }</p>
            }
        </div>
    }
}

/// What is changed in the alternative, and the way out; or why something could not be changed.
fn banner(props: &TimelineProps) -> Html {
    let leave = props.tell.reform(|_: MouseEvent| Action::Ask(Ask::Leave));
    html! {
        <>
            if let Some(alternative) = &props.alternative {
                <div class="alternative" role="status">
                    <p>
                        <strong>{ format!("Alternative from step {}. ", words::number(alternative.from)) }</strong>
                        { &alternative.words }
                        { " The recording is kept as it was." }
                    </p>
                    <button class="small" title="Go back to the recording (Q)" onclick={leave}>{ "Leave this alternative" }</button>
                </div>
            }
            if let Some(why) = &props.refused {
                <p class="refused" role="status">{ why }</p>
            }
        </>
    }
}

fn readout(bucket: &Bucket) -> String {
    format!(
        "{} alive, {} bytes in {}, {} deep, {}",
        words::counted(bucket.objects, "object", "objects"),
        words::number(bucket.bytes),
        words::counted(bucket.pools, "pool", "pools"),
        words::counted(u64::from(bucket.depth), "call", "calls"),
        words::counted(bucket.collections, "collection", "collections"),
    )
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

fn keys(overview: &Rc<Overview>, step: u64, last: u64, tell: &Callback<Action>) -> Callback<KeyboardEvent> {
    let (overview, tell) = (Rc::clone(overview), tell.clone());
    Callback::from(move |event: KeyboardEvent| {
        let leap = (last / 20).max(1);
        let seek = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => Seek::Previous,
            "ArrowRight" | "ArrowUp" => Seek::Next,
            "Home" => Seek::First,
            "End" => Seek::Last,
            "PageUp" => Seek::Stop(strip::stop_at(&overview, step.saturating_sub(leap))),
            "PageDown" => Seek::Stop(strip::stop_at(&overview, step + leap)),
            _ => return,
        };
        event.prevent_default();
        tell.emit(Action::Seek(seek));
    })
}
