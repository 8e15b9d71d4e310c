//! What lecture mode lays over the page: the spotlight, the dot, the question, the black; and the thin line that says where
//! this is.

use super::prose;
use gloo::events::EventListener;
use heapglass::picture::ObjectId;
use heapglass::session::{Action, Bookmark, HallQuestion, Lecture, LectureAction, Spot};
use heapglass_words::lecture as words;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, PointerEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct LectureProps {
    pub(crate) lecture: Lecture,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) place: String,
    /// What was said last.
    pub(crate) remark: String,
    pub(crate) marks: Rc<Vec<Bookmark>>,
    /// The stop on screen.
    pub(crate) stop: u64,
    pub(crate) tell: Callback<Action>,
}

#[component(LectureLayer)]
pub(crate) fn lecture_layer(props: &LectureProps) -> Html {
    let lecture = &props.lecture;
    let node = use_node_ref();
    use_pointer(&node, lecture.spot != Spot::Off || lecture.dot);
    use_lit_object(&node, props);
    let object = lecture.spot == Spot::Object && props.selected.is_some();
    let act = |action: LectureAction| props.tell.reform(move |_: MouseEvent| Action::Lecture(action.clone()));
    html! {
        <div class="lecture" ref={node}>
            <h1 class="hidden">{ words::title() }</h1>
            if lecture.spot != Spot::Off {
                <div class={classes!("spotlight", object.then_some("is-object"))} aria-hidden="true"></div>
            }
            if lecture.dot {
                <div class="laser" aria-hidden="true"></div>
            }
            if let Some(question) = &lecture.question {
                { asked(question) }
            }
            <footer class="lecture-line" aria-label={words::place()}>
                { dots(props) }
                <p class="lecture-place">{ &props.place }</p>
                <p class="lecture-remark" role="status">{ &props.remark }</p>
                <button class="lecture-switch" title={words::ask_title()} aria-pressed={lecture.asks.to_string()} onclick={act(LectureAction::Ask)}>{ words::ask() }<kbd aria-hidden="true">{ "W" }</kbd></button>
                <button class="lecture-switch" title={words::leave_title()} onclick={act(LectureAction::Toggle)}>{ words::leave() }<kbd aria-hidden="true">{ "\\" }</kbd></button>
            </footer>
            if lecture.black {
                <button class="blackout" title={words::show_title()} aria-label={words::show()} onclick={act(LectureAction::Black)}></button>
            }
        </div>
    }
}

/// The question in front of the hall with the answers to choose from; once the presenter has gone on, the right one alone.
fn asked(question: &HallQuestion) -> Html {
    let Some(engine) = &question.engine else {
        return html! { <div class="lecture-question" role="status"><p class="lecture-ask">{ prose(&question.ask.words()) }</p></div> };
    };
    if question.told {
        let Some(right) = engine.choices.get(engine.right()) else { return Html::default() };
        // By the letter the hall knows which answer it was.
        let letter = ('A'..).nth(engine.right()).unwrap_or('A');
        return html! {
            <div class="lecture-question is-told" role="status">
                <p class="lecture-asked">{ prose(&question.ask.words()) }</p>
                <p class="lecture-right"><span aria-hidden="true">{ "\u{2713}" }</span><span class="lecture-letter">{ letter }</span><span>{ prose(&right.text) }</span></p>
                <p class="lecture-because">{ prose(&right.because) }</p>
            </div>
        };
    }
    html! {
        <div class="lecture-question has-choices" role="status">
            <p class="lecture-title">{ words::question() }</p>
            <p class="lecture-ask">{ prose(&question.ask.words()) }</p>
            <ol class="lecture-choices">
                { for engine.choices.iter().map(|choice| html! { <li>{ prose(&choice.text) }</li> }) }
            </ol>
        </div>
    }
}

/// A dot for each bookmark of the story.
fn dots(props: &LectureProps) -> Html {
    if props.marks.is_empty() || props.lecture.by_steps {
        return Html::default();
    }
    let at = props.marks.iter().rposition(|mark| mark.stop <= props.stop);
    html! {
        <ol class="story" aria-label={words::bookmarks()}>
            { for props.marks.iter().enumerate().map(|(index, mark)| html! {
                <li
                    key={mark.stop}
                    class={classes!((Some(index) < at).then_some("is-past"), (Some(index) == at).then_some("is-now"))}
                    aria-current={(Some(index) == at).then_some("step")}
                    aria-label={mark.title()}
                    title={mark.title()}
                ></li>
            }) }
            if let Some(mark) = at.and_then(|at| props.marks.get(at)) {
                <li class="story-name">{ mark.title() }</li>
            }
        </ol>
    }
}

/// What follows the pointer is told where it is; the page is not drawn anew for that.
#[hook]
fn use_pointer(node: &NodeRef, wanted: bool) {
    let node = node.clone();
    use_effect_with(wanted, move |wanted| {
        let listener = wanted.then(|| {
            EventListener::new(&gloo::utils::document(), "pointermove", move |event| {
                let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
                let Some(layer) = node.cast::<HtmlElement>() else { return };
                // Neither can fail with these constant names.
                let _ = layer.style().set_property("--x", &format!("{}px", pointer.client_x()));
                let _ = layer.style().set_property("--y", &format!("{}px", pointer.client_y()));
            })
        });
        move || drop(listener)
    });
}

/// Milliseconds between two looks at where the lit object is: the stage may be moved under the light.
const LOOK: u32 = 120;

/// Leaves the selected object out of what is dim.
#[hook]
fn use_lit_object(node: &NodeRef, props: &LectureProps) {
    let object = props.selected.filter(|_| props.lecture.spot == Spot::Object);
    let node = node.clone();
    use_effect_with((object, props.stop), move |(object, _)| {
        let object = *object;
        let look = move || {
            let Some(object) = object else { return };
            let document = gloo::utils::document();
            let found = document.query_selector(&format!(".stage [data-id=\"{}\"]", object.0)).ok().flatten();
            let layer = node.cast::<HtmlElement>();
            let (Some(found), Some(layer)) = (found, layer) else { return };
            let around = found.get_bounding_client_rect();
            let (left, top, right, bottom) = (around.left() - 14.0, around.top() - 14.0, around.right() + 14.0, around.bottom() + 14.0);
            let hole = format!("{left:.0}px {top:.0}px, {right:.0}px {top:.0}px, {right:.0}px {bottom:.0}px, {left:.0}px {bottom:.0}px, {left:.0}px {top:.0}px");
            let all = "0 0, 100% 0, 100% 100%, 0 100%, 0 0";
            let _ = layer.style().set_property("--lit", &format!("polygon(evenodd, {all}, {hole})"));
        };
        look();
        let again = object.map(|_| gloo::timers::callback::Interval::new(LOOK, look));
        move || drop(again)
    });
}
