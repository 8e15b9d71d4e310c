//! The stage: frames with their names, objects, and the arrows between them.

mod claims;
mod far;
mod frames;
mod minimap;
mod motion;
mod references;
mod sight;
mod tools;

use super::Picture;
use super::live::use_live;
use super::object::{self, ObjectView};
use super::resized::use_resized;
use super::same::Same;
use crate::browser;
use gloo::timers::callback::Timeout;
use heapglass::layout::{Arrow, Claims, ClaimsDrawn, Drawn, Focus, Look, Places, Scene, View};
use heapglass::picture::ObjectId;
use heapglass::picture::story::Reference;
use heapglass::session::{Action, Ask, Layer, Shown, Stage, StageAction, Zoom};
use heapglass::view::Collecting;
use heapglass_words::stage as say;
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
    /// The collection that runs, as far as it has been gone through.
    pub(crate) collecting: Option<Rc<Collecting>>,
    /// What was asked about a reference, and answered.
    pub(crate) doomed: Option<references::Answered>,
    /// What an exercise says of names.
    pub(crate) claims: Option<Rc<Claims>>,
    pub(crate) tell: Callback<Action>,
}

impl StageProps {
    /// The step and the stop that are shown.
    fn moment(&self) -> Option<(u64, u64)> {
        self.shown.as_ref().map(|shown| (shown.picture.position.step, shown.picture.position.stop))
    }

    /// The object that a collection is about now.
    fn about(&self) -> Option<ObjectId> {
        self.collecting.as_ref().and_then(|collecting| collecting.about())
    }
}

#[component(StagePanel)]
pub(crate) fn stage_panel(props: &StageProps) -> Html {
    let node = use_node_ref();
    let drag = use_live::<Option<Drag>>();
    let pointed = use_state(|| None::<ObjectId>);
    let (arrow, on_arrow) = use_pointed_arrow(props);
    let dragged = drag.get();
    let is_moving = use_moving(props.stage.moves);
    let scene = use_scene(props);
    let room = use_state_eq(|| (0, 0));
    {
        let room = room.setter();
        use_resized(&node, props.shown.is_some(), move |stage| room.set((stage.client_width(), stage.client_height())));
    }
    let focus = use_focus(props, &scene);
    motion::use_keeping_in_view(&node, props, &scene, focus);
    motion::use_zoom(&node, props, &scene);
    motion::use_wheel(&node, props);
    // Behind what scrolls the stage for a step.
    let (views, onscroll) = sight::use_views(&node, props, &scene, focus);
    let arrows = use_arrows(props, &scene, &views);
    let claims = use_claims(props, &scene, &views);
    let Some(shown) = &props.shown else {
        return html! { <div class="stage-frame"><div class="stage" ref={node}><p class="empty">{ say::nothing_yet() }</p></div></div> };
    };
    let picture = &shown.picture;
    let (whole_width, whole_height) = (scene.width.max(claims.reach.0), scene.height.max(claims.reach.1));
    let (width, height) = (props.zoom.of(whole_width).to_string(), props.zoom.of(whole_height).to_string());
    let is_large = scene.is_large();
    let in_view = |x: i32, y: i32, width: i32, height: i32| !is_large || views.iter().any(|view| view.meets(x, y, width, height));
    let is_far = is_large && views.first().is_some_and(|view| far::is_far(&scene, view, props.zoom));
    let doomed = references::doomed(arrow.as_ref(), props.doomed.as_ref());
    let touch = props.tell.reform(|name: Option<(String, String)>| Action::Stage(StageAction::Touch(name)));
    let handlers = motion::Handlers::new(&node, &drag, props, &scene);
    let point = {
        let pointed = pointed.clone();
        Callback::from(move |id: Option<ObjectId>| pointed.set(id))
    };
    let traced = (*pointed).filter(|id| scene.box_of(*id).is_some());
    let collecting = picture.collector.collection.is_some();
    let marks = props.collecting.as_ref().map(|collecting| collecting.marks()).unwrap_or_default();
    let taken = references::taken(&arrows, props.collecting.as_deref());
    html! {
        <div class="stage-frame">
        <div
            class={classes!("stage", dragged.is_some().then_some("is-dragging"), is_moving.then_some("is-moving"))}
            ref={node.clone()}
            tabindex="0"
            role="group"
            aria-label={say::stage()}
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
                {height} viewBox={format!("0 0 {whole_width} {whole_height}")} preserveAspectRatio="xMinYMin"
                role="group"
                aria-label={say::drawing()}
            >
                <path
                    class={classes!("fence", collecting.then_some("is-up"))}
                    d={format!("M{0} 0V{1}", scene.fence, whole_height.max(2000))}
                />
                if is_far {
                    <far::Far scene={scene.clone()} shown={shown.clone()} tell={props.tell.clone()} />
                } else {
                <g class="frames">
                { for scene.frames.iter().filter(|box_| in_view(box_.x, box_.y, box_.width, box_.height))
                    .filter_map(|box_| Some(frames::frame(box_, picture.frames.get(box_.index)?, props.layer, props.stage.name.as_ref(), &touch))) }
                </g>
                <g class="objects">
                { for scene.boxes.iter().filter(|box_| in_view(box_.x, box_.y, box_.form.width, box_.form.height)).map(|box_| {
                    let (x, y) = dragged.as_ref().map_or((box_.x, box_.y), |drag| drag.place(box_));
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
                            is_doomed={doomed.contains(&box_.id)}
                            mark={marks.get(&box_.id).map(|mark| (*mark).clone())}
                            tell={props.tell.clone()}
                            point={point.clone()}
                        />
                    }
                }) }
                </g>
                if !claims.arrows.is_empty() {
                    { claims::arrows(&claims, picture) }
                }
                <g class="arrows">
                { for arrows.iter().zip(references::keys(&arrows)).enumerate().map(|(index, (arrow, key))| html! {
                    <ArrowView
                        {key}
                        arrow={arrow.clone()}
                        words={references::words_of(arrow, picture)}
                        is_touched={props.selected.is_some() && (arrow.from == props.selected || Some(arrow.to) == props.selected)}
                        is_traced={traced.is_some() && (arrow.from == traced || Some(arrow.to) == traced)}
                        taken={taken.get(index).copied().flatten()}
                        is_doubted={claims.instead.contains(&arrow.cell)}
                        reference={references::reference_of(arrow, picture)}
                        point={on_arrow.clone()}
                    />
                }) }
                </g>
                if props.layer >= Layer::Objects {
                <g class="changes" aria-hidden="true">
                { for scene.boxes.iter().filter(|box_| in_view(box_.x, box_.y, box_.form.width, box_.form.height)).filter_map(|box_| {
                    let object = picture.objects.get(box_.index).filter(|object| object.count_change != 0)?;
                    let place = dragged.as_ref().map_or((box_.x, box_.y), |drag| drag.place(box_));
                    Some(object::change(object, place, box_.form.width))
                }) }
                </g>
                }
                if let Some(open) = props.claims.as_ref().map(|claims| claims.is_open) {
                    { claims::signs(&claims) }
                    <claims::ClaimRows rows={claims.rows.clone()} is_open={open} zoom={props.zoom} tell={props.tell.clone()} />
                }
                }
            </svg>
            if scene.frames.is_empty() && scene.boxes.is_empty() {
                <p class="nothing">{ say::nothing_left() }</p>
            }
            if picture.omitted > 0 {
                <p
                    class="omitted"
                >
                    { say::not_drawn(picture.omitted.into()) }
                </p>
            }
        </div>
        { references::preview(arrow.as_ref(), props.doomed.as_ref()) }
        <Minimap {node} scene={scene.clone()} room={*room} zoom={props.zoom} stays={props.stage.stays} tell={props.tell.clone()} />
        <tools::Tools
            shown={shown.clone()}
            look={props.look.clone()}
            can_undo={props.stage.can_undo()}
            can_redo={props.stage.can_redo()}
            name={props.stage.name.clone()}
            follows={!props.stage.stays}
            selected={props.selected}
            is_pinned={props.selected.is_some_and(|id| props.places.is_pinned(id))}
            tell={props.tell.clone()}
        />
        </div>
    }
}

/// The arrow that the pointer rests on; what would die without it is asked.
#[hook]
fn use_pointed_arrow(props: &StageProps) -> (Option<Reference>, Callback<Option<Reference>>) {
    let pointed = use_state(|| None::<Reference>);
    let moment = props.shown.as_ref().map(|shown| shown.picture.position.step);
    {
        let tell = props.tell.clone();
        use_effect_with(((*pointed).clone(), moment), move |(reference, _)| {
            let asks = reference.clone().map(|reference| Timeout::new(REST, move || tell.emit(Action::Ask(Ask::WouldDie(reference)))));
            move || drop(asks)
        });
    }
    let point = use_callback(pointed.setter(), |reference: Option<Reference>, set| set.set(reference));
    ((*pointed).clone(), point)
}

/// How long a pointer rests on an arrow before it is asked about, in milliseconds.
const REST: u32 = 120;

/// How long boxes take to their new places, in milliseconds.
const MOVING: u32 = 400;

/// Whether boxes are on their way to other places, because that was asked for.
#[hook]
fn use_moving(moves: u32) -> bool {
    let done = use_state_eq(|| moves);
    let is_moving = *done != moves;
    use_effect_with(moves, move |moves| {
        let moves = *moves;
        let ends = Timeout::new(MOVING, move || done.set(moves));
        move || drop(ends)
    });
    is_moving
}

/// A stage without arrows, and what it was made of.
struct Standing {
    boxes: Rc<Scene>,
    drawn: Same<Drawn>,
    places: Same<Places>,
    narrow: bool,
}

/// What is drawn, planned anew only when what it shows has changed.
#[hook]
fn use_scene(props: &StageProps) -> Rc<Scene> {
    let shown: Option<Same<Shown>> = props.shown.clone().map(Same);
    let places = Same(props.places.clone());
    let drawn = Same(props.stage.drawn.clone());
    let before = use_mut_ref(|| None::<Standing>);
    let boxes = use_memo((shown, drawn, places.clone(), Same(props.look.clone()), props.narrow), |(shown, drawn, places, look, narrow)| {
        let earlier = before.borrow_mut().take().filter(|before| before.places == *places && before.narrow == *narrow);
        let earlier = earlier.as_ref().map(|before| (&*before.boxes, &*before.drawn.0));
        let boxes = shown.as_ref().map_or_else(Scene::default, |shown| Scene::boxes_after(&shown.0.picture, &drawn.0, &places.0, &look.0, *narrow, earlier));
        let boxes = Rc::new(boxes);
        *before.borrow_mut() = Some(Standing { boxes: Rc::clone(&boxes), drawn: drawn.clone(), places: places.clone(), narrow: *narrow });
        boxes
    });
    let boxes = Rc::clone(&*boxes);
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
fn use_arrows(props: &StageProps, scene: &Rc<Scene>, views: &[View]) -> Rc<Vec<Arrow>> {
    let views = if scene.is_large() { views.to_vec() } else { Vec::new() };
    use_memo((Same(scene.clone()), Same(props.places.clone()), props.narrow, views), |(scene, places, narrow, views)| {
        if scene.0.is_large() { scene.0.arrows_in(&places.0, *narrow, views) } else { scene.0.arrows.clone() }
    })
}

/// What an exercise says of names, with its places.
#[hook]
fn use_claims(props: &StageProps, scene: &Rc<Scene>, views: &[View]) -> Rc<ClaimsDrawn> {
    let views = if scene.is_large() { views.to_vec() } else { Vec::new() };
    let shown = props.shown.clone();
    use_memo((props.claims.clone(), Same(scene.clone()), Same(props.places.clone()), props.narrow, views), |(claims, scene, places, narrow, views)| {
        let (Some(claims), Some(shown)) = (claims, shown) else { return ClaimsDrawn::default() };
        claims.drawn(&scene.0, &shown.picture, &places.0, *narrow, views)
    })
}

/// What the step is about: looked for once in a drawing, among all boxes.
#[hook]
fn use_focus(props: &StageProps, scene: &Rc<Scene>) -> Option<Focus> {
    let shown = props.shown.clone();
    *use_memo((Same(scene.clone()), props.moment(), props.about()), |(scene, _, about)| {
        about.and_then(|id| scene.0.focus_on(id)).or_else(|| scene.0.focus(&shown?.picture))
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
