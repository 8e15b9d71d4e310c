//! A small picture of the whole stage, when not all of it is in view.

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
    if scene.width <= view.right - view.left && scene.height <= view.bottom - view.top {
        return Html::default();
    }
    let scale = (f64::from(LARGEST.0) / f64::from(scene.width)).min(f64::from(LARGEST.1) / f64::from(scene.height));
    let of = |length: i32| (f64::from(length) * scale).max(1.0);
    let mut boxes = String::new();
    for box_ in &scene.boxes {
        let (x, y) = (f64::from(box_.x) * scale, f64::from(box_.y) * scale);
        let _ = write!(boxes, "M{x:.1} {y:.1}h{w:.1}v{h:.1}h-{w:.1}z", w = of(box_.form.width), h = of(box_.form.height));
    }
    let mut frames = String::new();
    for box_ in &scene.frames {
        let (x, y) = (f64::from(box_.x) * scale, f64::from(box_.y) * scale);
        let _ = write!(frames, "M{x:.1} {y:.1}h{w:.1}v{h:.1}h-{w:.1}z", w = of(box_.width), h = of(box_.height));
    }
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
            <path class="mini-frames" d={frames} />
            <path class="mini-boxes" d={boxes} />
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
