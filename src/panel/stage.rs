//! The stage: frames with their names, objects, and the arrows between them.

mod frames;
mod minimap;
mod motion;
mod references;
mod tools;

use super::Picture;
use super::object::ObjectView;
use super::same::Same;
use crate::browser;
use heapglass::layout::{Arrow, Look, Places, Scene, View};
use heapglass::picture::ObjectId;
use heapglass::session::{Action, Layer, Shown, Stage, StageAction, Zoom};
use heapglass::words;
use minimap::Minimap;
use motion::Drag;
use references::ArrowView;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct StageProps {
    pub(crate) shown: Picture,
    pub(crate) places: Rc<Places>,
    pub(crate) look: Rc<Look>,
    pub(crate) stage: Stage,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) layer: Layer,
    pub(crate) narrow: bool,
    pub(crate) zoom: Zoom,
    pub(crate) tell: Callback<Action>,
}

/// Room around what is in view that is drawn too, so that scrolling uncovers nothing empty.
const AROUND: i32 = 320;

#[component(StagePanel)]
pub(crate) fn stage_panel(props: &StageProps) -> Html {
    let node = use_node_ref();
    let view = use_state(View::default);
    let drag = use_state(|| None::<Drag>);
    let pointed = use_state(|| None::<ObjectId>);
    let scene = use_scene(props);
    let arrows = use_arrows(props, &scene, *view);
    motion::use_keeping_in_view(&node, props, &scene);
    motion::use_zoom(&node, props, &scene);
    motion::use_wheel(&node, props);
    {
        // After each drawing: what is in view may have changed with the window, the zoom or the picture.
        let (node, view, zoom) = (node.clone(), view.clone(), props.zoom);
        use_effect(move || motion::look(&node, &view, zoom));
    }
    let Some(shown) = &props.shown else {
        return html! { <div class="stage-frame"><div class="stage" ref={node}><p class="empty">{ "Nothing to show yet." }</p></div></div> };
    };
    let picture = &shown.picture;
    let (width, height) = (props.zoom.of(scene.width).to_string(), props.zoom.of(scene.height).to_string());
    let onscroll = {
        let (node, view, zoom) = (node.clone(), view.clone(), props.zoom);
        Callback::from(move |_: Event| motion::look(&node, &view, zoom))
    };
    let is_large = scene.is_large();
    let around = view.grown(AROUND);
    let in_view = |x: i32, y: i32, width: i32, height: i32| !is_large || around.meets(x, y, width, height);
    let handlers = motion::Handlers::new(&node, &drag, props, &scene);
    let point = {
        let pointed = pointed.clone();
        Callback::from(move |id: Option<ObjectId>| pointed.set(id))
    };
    let traced = (*pointed).filter(|id| scene.box_of(*id).is_some());
    let collecting = picture.collector.collection.is_some();
    let subtracting = references::is_subtracting(picture);
    html! {
        <div class="stage-frame">
        <div
            class={classes!("stage", drag.is_some().then_some("is-dragging"))}
            ref={node.clone()}
            tabindex="0"
            role="group"
            aria-label="Stage"
            {onscroll}
            onkeydown={handlers.keys.clone()}
            onpointerdown={handlers.down.clone()}
            onpointermove={handlers.moved.clone()}
            onpointerup={handlers.up.clone()}
            onpointercancel={handlers.cancel.clone()}
            ontouchmove={handlers.pinch.clone()}
            ontouchend={handlers.pinch_end.clone()}
        >
            <svg
                class={classes!("graph", traced.is_some().then_some("is-tracing"))}
                {width}
                {height} viewBox={format!("0 0 {} {}", scene.width, scene.height)} preserveAspectRatio="xMinYMin"
                role="group"
                aria-label="Frames, names and objects"
            >
                <path
                    class={classes!("fence", collecting.then_some("is-up"))}
                    d={format!("M{0} 0V{1}", scene.fence, scene.height.max(2000))}
                />
                { for scene.frames.iter().filter(|box_| in_view(box_.x, box_.y, box_.width, box_.height))
                    .filter_map(|box_| Some(frames::frame(box_, picture.frames.get(box_.index)?, props.layer))) }
                { for scene.boxes.iter().filter(|box_| in_view(box_.x, box_.y, box_.form.width, box_.form.height)).map(|box_| {
                    let (x, y) = drag.as_ref().map_or((box_.x, box_.y), |drag| drag.place(box_));
                    html! {
                        <ObjectView
                            key={box_.id.0}
                            shown={shown.clone()}
                            index={box_.index}
                            {x}
                            {y}
                            form={box_.form.clone()}
                            layer={props.layer}
                            is_selected={props.selected == Some(box_.id)}
                            is_pinned={props.places.is_pinned(box_.id)}
                            {subtracting}
                            tell={props.tell.clone()}
                            point={point.clone()}
                        />
                    }
                }) }
                { for arrows.iter().enumerate().map(|(index, arrow)| html! {
                    <ArrowView
                        key={index}
                        arrow={arrow.clone()}
                        words={references::words_of(arrow, picture)}
                        is_touched={props.selected.is_some() && (arrow.from == props.selected || Some(arrow.to) == props.selected)}
                        is_traced={traced.is_some() && (arrow.from == traced || Some(arrow.to) == traced)}
                        taken={references::taken_off(arrow, picture, subtracting)}
                    />
                }) }
            </svg>
            if scene.frames.is_empty() && scene.boxes.is_empty() {
                <p class="nothing">{ "No frame and no object of the program is left." }</p>
            }
            if picture.omitted > 0 {
                <p
                    class="omitted"
                >
                    { format!("and {} not drawn", words::counted(picture.omitted.into(), "object", "objects")) }
                </p>
            }
        </div>
        <Minimap {node} scene={scene.clone()} view={*view} zoom={props.zoom} />
        <tools::Tools
            shown={shown.clone()}
            look={props.look.clone()}
            can_undo={props.stage.can_undo()}
            selected={props.selected}
            is_pinned={props.selected.is_some_and(|id| props.places.is_pinned(id))}
            tell={props.tell.clone()}
        />
        </div>
    }
}

/// What is drawn, planned anew only when what it shows has changed.
#[hook]
fn use_scene(props: &StageProps) -> Rc<Scene> {
    let shown: Option<Same<Shown>> = props.shown.clone().map(Same);
    let places = Same(props.places.clone());
    let boxes = use_memo((shown, places.clone(), Same(props.look.clone()), props.narrow), |(shown, places, look, narrow)| {
        shown.as_ref().map_or_else(Scene::default, |shown| Scene::boxes_alone(&shown.0.picture, &places.0, &look.0, *narrow))
    });
    // A small stage is drawn whole; of a large one the arrows are drawn for what is in view, see `use_arrows`.
    let is_large = boxes.is_large();
    let whole = use_memo((Same(boxes.clone()), places, props.narrow), |(boxes, places, narrow)| {
        let mut scene = if is_large { Scene::default() } else { (*boxes.0).clone() };
        scene.draw_arrows(&places.0, *narrow, None);
        scene
    });
    if is_large { boxes } else { whole }
}

/// The arrows to draw.
#[hook]
fn use_arrows(props: &StageProps, scene: &Rc<Scene>, view: View) -> Rc<Vec<Arrow>> {
    let view = scene.is_large().then(|| view.grown(AROUND));
    use_memo((Same(scene.clone()), Same(props.places.clone()), props.narrow, view), |(scene, places, narrow, view)| {
        if view.is_some() { scene.0.arrows_in(&places.0, *narrow, *view) } else { scene.0.arrows.clone() }
    })
}

/// Brings an object into view.
fn show_object(node: &NodeRef, scene: &Scene, zoom: Zoom, id: ObjectId) {
    let found = scene.box_of(id);
    if let (Some(stage), Some(box_)) = (node.cast::<web_sys::Element>(), found) {
        let edges = [box_.x, box_.y, box_.x + box_.form.width, box_.y + box_.form.height];
        browser::bring_into_view(&stage, edges.map(|edge| zoom.of(edge)));
    }
}

/// What a button of the stage does.
fn act(tell: &Callback<Action>, action: StageAction) -> Callback<MouseEvent> {
    tell.reform(move |_: MouseEvent| Action::Stage(action.clone()))
}
