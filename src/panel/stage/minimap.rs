//! A small picture of the whole stage, when not all of it is in view.

use super::Same;
use heapglass::layout::{Scene, View};
use heapglass::session::Zoom;
use std::fmt::Write;
use std::rc::Rc;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct MinimapProps {
    pub(super) node: NodeRef,
    pub(super) scene: Rc<Scene>,
    pub(super) view: View,
    pub(super) zoom: Zoom,
}

impl PartialEq for MinimapProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene) && self.view == other.view && self.zoom == other.zoom
    }
}

/// Its largest width and height, in pixels.
const LARGEST: (i32, i32) = (150, 96);

#[component(Minimap)]
pub(super) fn minimap(props: &MinimapProps) -> Html {
    let (scene, view) = (&props.scene, props.view);
    let scale = (f64::from(LARGEST.0) / f64::from(scene.width.max(1))).min(f64::from(LARGEST.1) / f64::from(scene.height.max(1)));
    let of = |length: i32| (f64::from(length) * scale).max(1.0);
    let drawn = use_memo(Same(props.scene.clone()), |scene| draw(&scene.0, scale));
    if scene.width <= view.right - view.left && scene.height <= view.bottom - view.top {
        return Html::default();
    }
    let (boxes, frames) = &*drawn;
    let go = {
        let (node, zoom) = (props.node.clone(), props.zoom);
        Callback::from(move |event: PointerEvent| {
            let Some(stage) = node.cast::<Element>().filter(|_| event.buttons() > 0) else { return };
            let at = |offset: i32, size: i32| zoom.of((f64::from(offset) / scale) as i32) - size / 2;
            stage.set_scroll_left(at(event.offset_x(), stage.client_width()));
            stage.set_scroll_top(at(event.offset_y(), stage.client_height()));
        })
    };
    html! {
        <svg
            class="minimap"
            width={of(scene.width).to_string()}
            height={of(scene.height).to_string()}
            aria-hidden="true"
            onpointerdown={go.clone()}
            onpointermove={go}
        >
            <title>{ "The whole stage: point at a place to go there (Ctrl and the arrow keys)" }</title>
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

/// The outlines of all boxes, and of all frames.
fn draw(scene: &Scene, scale: f64) -> (String, String) {
    let mut boxes = String::new();
    let add = |text: &mut String, x: i32, y: i32, width: i32, height: i32| {
        let of = |length: i32| f64::from(length) * scale;
        let (width, height) = (of(width).max(1.0), of(height).max(1.0));
        let _ = write!(text, "M{:.1} {:.1}h{width:.1}v{height:.1}h-{width:.1}z", of(x), of(y));
    };
    for box_ in &scene.boxes {
        add(&mut boxes, box_.x, box_.y, box_.form.width, box_.form.height);
    }
    let mut frames = String::new();
    for box_ in &scene.frames {
        add(&mut frames, box_.x, box_.y, box_.width, box_.height);
    }
    (boxes, frames)
}
