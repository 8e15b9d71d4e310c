//! A small picture of the whole stage, when not all of it is in view.

use super::Same;
use gloo::events::EventListener;
use heapglass::layout::{Afar, Scene, View, lies_on_frames};
use heapglass::session::{Action, StageAction, Zoom};
use std::rc::Rc;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct MinimapProps {
    pub(super) node: NodeRef,
    pub(super) scene: Rc<Scene>,
    pub(super) zoom: Zoom,
    /// Width and height of what is seen of the stage, in pixels of the window.
    pub(super) room: (i32, i32),
    /// The stage does not follow the steps.
    pub(super) stays: bool,
    pub(super) tell: Callback<Action>,
}

impl PartialEq for MinimapProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene) && self.zoom == other.zoom && self.room == other.room && self.stays == other.stays && self.tell == other.tell
    }
}

/// Its largest width and height, in pixels.
const LARGEST: (i32, i32) = (150, 96);
/// Room that it has around it, in pixels.
const AROUND: i32 = 20;

/// What of the stage is in view. Noted here, so that nothing else is drawn anew when the stage is scrolled.
#[hook]
fn use_view(props: &MinimapProps) -> View {
    let view = use_state_eq(View::default);
    let note = {
        let (node, zoom, view) = (props.node.clone(), props.zoom, view.setter());
        move || {
            let Some(stage) = node.cast::<Element>() else { return };
            let of = |pixels: i32| pixels * 100 / zoom.0.max(1);
            let (left, top) = (of(stage.scroll_left()), of(stage.scroll_top()));
            view.set(View { left, top, right: left + of(stage.client_width()), bottom: top + of(stage.client_height()) });
        }
    };
    {
        let note = note.clone();
        use_effect(note);
    }
    let node = props.node.clone();
    use_effect_with(props.zoom, move |_| {
        let listener = node.cast::<Element>().map(|stage| EventListener::new(&stage, "scroll", move |_| note()));
        move || drop(listener)
    });
    *view
}

#[component(Minimap)]
pub(super) fn minimap(props: &MinimapProps) -> Html {
    let scene = &props.scene;
    let view = use_view(props);
    let scale = (f64::from(LARGEST.0) / f64::from(scene.width.max(1))).min(f64::from(LARGEST.1) / f64::from(scene.height.max(1)));
    let of = |length: i32| (f64::from(length) * scale).max(1.0);
    let drawn = use_memo(Same(props.scene.clone()), |scene| Afar::of(&scene.0, scale));
    if scene.width <= view.right - view.left && scene.height <= view.bottom - view.top {
        return Html::default();
    }
    let Afar { boxes, frames } = &*drawn;
    let taken = |length: i32| (of(length) as i32 + AROUND) * 100 / props.zoom.0.max(1);
    let is_right = lies_on_frames(scene, view, (taken(scene.width), taken(scene.height)));
    let go = {
        let (node, zoom, tell, stays) = (props.node.clone(), props.zoom, props.tell.clone(), props.stays);
        Callback::from(move |event: PointerEvent| {
            let Some(stage) = node.cast::<Element>().filter(|_| event.buttons() > 0) else { return };
            if !stays {
                tell.emit(Action::Stage(StageAction::Follow(false)));
            }
            let at = |offset: i32, size: i32| zoom.of((f64::from(offset) / scale) as i32) - size / 2;
            stage.set_scroll_left(at(event.offset_x(), stage.client_width()));
            stage.set_scroll_top(at(event.offset_y(), stage.client_height()));
        })
    };
    html! {
        <svg
            class={classes!("minimap", is_right.then_some("is-right"))}
            width={of(scene.width).to_string()}
            height={of(scene.height).to_string()}
            aria-hidden="true"
            onpointerdown={go.clone()}
            onpointermove={go}
        >
            <title>{ heapglass_words::stage::minimap() }</title>
            <path class="mini-frames" d={frames.clone()} />
            <path class="mini-boxes" d={boxes.clone()} />
            <rect
                class="mini-view"
                x={(f64::from(view.left) * scale).to_string()}
                y={(f64::from(view.top) * scale).to_string()}
                width={of(view.right - view.left).to_string()}
                height={of(view.bottom - view.top).to_string()}
            />
        </svg>
    }
}
