//! Moving about on the stage: what is in view, wheel, keys, dragging, pinching.

use super::{StageProps, show_object};
use crate::panel::live::Live;
use gloo::events::{EventListener, EventListenerOptions};
use heapglass::layout::{Focus, Metrics, ObjectBox, Scene};
use heapglass::picture::ObjectId;
use heapglass::session::{Action, StageAction, Zoom};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, TouchEvent, WheelEvent};
use yew::prelude::*;

/// Something that follows the pointer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drag {
    /// The box that is dragged; none while the stage itself is.
    id: Option<ObjectId>,
    /// Where the pointer went down, in the window.
    from: (i32, i32),
    /// Where the box was, or how far the stage was scrolled.
    start: (i32, i32),
    /// How far the pointer has come, in measures of the stage.
    by: (i32, i32),
    /// Whether it has come far enough to be no click.
    moves: bool,
}

impl Drag {
    /// Where a box is drawn meanwhile.
    pub(super) fn place(&self, box_: &ObjectBox) -> (i32, i32) {
        if self.moves && self.id == Some(box_.id) {
            (box_.x + self.by.0, box_.y + self.by.1)
        } else {
            (box_.x, box_.y)
        }
    }
}

/// Pixels that a pointer may come without dragging anything.
const STILL: i32 = 5;
/// Pixels that a key moves the stage by.
const STRIDE: i32 = 90;

/// Sees to it that what a step changed, or what is selected elsewhere, is in view.
#[hook]
pub(super) fn use_keeping_in_view(node: &NodeRef, props: &StageProps, scene: &Rc<Scene>, focus: Option<Focus>) {
    let zoom = props.zoom;
    {
        let (node, tell, width, moment) = (node.clone(), props.tell.clone(), scene.width, props.moment());
        let (stays, sized, narrow) = (props.stage.stays, props.stage.sized, props.narrow);
        // Who chooses the size himself has the stage where he put it.
        let size = if sized { Zoom::default() } else { zoom };
        // A layer with other panels leaves the stage another room.
        use_effect_with((moment, props.about(), stays, size, props.layer), move |(_, _, stays, ..)| {
            if let (Some(stage), Some(focus), false) = (node.cast::<Element>(), focus, *stays) {
                let room = (stage.client_width(), stage.client_height());
                match focus.suitable(room, zoom, narrow, width).filter(|_| !sized) {
                    Some(smaller) => tell.emit(Action::Stage(StageAction::Suit(smaller.0))),
                    None => {
                        let (x, y) = focus.scrolled((stage.scroll_left(), stage.scroll_top()), room, zoom);
                        stage.set_scroll_left(x);
                        stage.set_scroll_top(y);
                    }
                }
            }
        });
    }
    let (node, scene) = (node.clone(), scene.clone());
    use_effect_with(props.selected, move |selected| {
        if let Some(id) = selected {
            show_object(&node, &scene, zoom, *id);
        }
    });
}

/// Who moves the stage himself is not moved about by the steps.
fn stay(props_stays: bool, tell: &Callback<Action>) {
    if !props_stays {
        tell.emit(Action::Stage(StageAction::Follow(false)));
    }
}

/// Keeps the middle of the view in the middle when the size changes, and fits all in when asked to.
#[hook]
pub(super) fn use_zoom(node: &NodeRef, props: &StageProps, scene: &Rc<Scene>) {
    let before = use_mut_ref(|| props.zoom);
    {
        let (node, zoom) = (node.clone(), props.zoom);
        use_effect_with(zoom, move |zoom| {
            let old = std::mem::replace(&mut *before.borrow_mut(), *zoom);
            let Some(stage) = node.cast::<Element>().filter(|_| old != *zoom) else { return };
            let moved = |at: i32, size: i32| (at + size / 2) * zoom.0 / old.0.max(1) - size / 2;
            stage.set_scroll_left(moved(stage.scroll_left(), stage.client_width()));
            stage.set_scroll_top(moved(stage.scroll_top(), stage.client_height()));
        });
    }
    let (node, tell, scene) = (node.clone(), props.tell.clone(), scene.clone());
    use_effect_with(props.stage.fits, move |fits| {
        let Some(stage) = node.cast::<Element>().filter(|_| *fits > 0) else { return };
        let share = |room: i32, size: i32| room * 100 / size.max(1);
        let percent = share(stage.client_width() - 8, scene.width).min(share(stage.client_height() - 8, scene.height));
        tell.emit(Action::Stage(StageAction::ZoomTo(percent.min(150))));
    });
}

/// The wheel with Ctrl, and two fingers on a touchpad, change the size.
#[hook]
pub(super) fn use_wheel(node: &NodeRef, props: &StageProps) {
    let (node, tell) = (node.clone(), props.tell.clone());
    use_effect_with((props.zoom, props.shown.is_some(), props.stage.stays), move |(zoom, _, stays)| {
        let (zoom, stays) = (*zoom, *stays);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = node.cast::<Element>().map(|stage| {
            EventListener::new_with_options(&stage, "wheel", options, move |event| {
                let Some(wheel) = event.dyn_ref::<WheelEvent>() else { return };
                if !wheel.ctrl_key() {
                    stay(stays, &tell);
                    return;
                }
                event.prevent_default();
                let by = if wheel.delta_y() < 0.0 { zoom.0 * 115 / 100 + 1 } else { zoom.0 * 100 / 115 };
                tell.emit(Action::Stage(StageAction::ZoomTo(by)));
            })
        });
        move || drop(listener)
    });
}

/// What the stage does when it is pointed at or touched.
pub(super) struct Handlers {
    pub(super) keys: Callback<KeyboardEvent>,
    pub(super) down: Callback<PointerEvent>,
    pub(super) moved: Callback<PointerEvent>,
    pub(super) up: Callback<PointerEvent>,
    pub(super) cancel: Callback<PointerEvent>,
    pub(super) pinch: Callback<TouchEvent>,
    pub(super) pinch_end: Callback<TouchEvent>,
}

impl Handlers {
    pub(super) fn new(node: &NodeRef, drag: &Live<Option<Drag>>, props: &StageProps, scene: &Rc<Scene>) -> Self {
        let zoom = props.zoom;
        let keys = {
            let (node, tell, stays) = (node.clone(), props.tell.clone(), props.stage.stays);
            Callback::from(move |event: KeyboardEvent| {
                if scroll_by_key(&node, &event).is_some() {
                    stay(stays, &tell);
                }
            })
        };
        let down = {
            let (node, drag, scene) = (node.clone(), drag.clone(), scene.clone());
            Callback::from(move |event: PointerEvent| {
                if event.button() == 0 && event.pointer_type() == "mouse" {
                    drag.set(begin(&node, &scene, &event));
                }
            })
        };
        let moved = {
            let (node, drag, tell, stays) = (node.clone(), drag.clone(), props.tell.clone(), props.stage.stays);
            Callback::from(move |event: PointerEvent| {
                let Some(held) = drag.get() else { return };
                if let Some(next) = follow(&node, &held, &event, zoom) {
                    // The stage itself scrolls; only a box that is dragged is drawn anew.
                    if held.id.is_some() || !held.moves {
                        drag.set(Some(next));
                    }
                    if held.id.is_none() {
                        stay(stays, &tell);
                    }
                }
            })
        };
        let up = {
            let (drag, tell) = (drag.clone(), props.tell.clone());
            let narrow = props.narrow;
            let places = props.places.clone();
            Callback::from(move |_: PointerEvent| {
                let Some(held) = drag.get() else { return };
                if let Some(id) = held.id.filter(|_| held.moves)
                    && let Some((x, y)) = places.corner(id, &Metrics::new(narrow))
                {
                    tell.emit(Action::Stage(StageAction::Move(id, (x + held.by.0, y + held.by.1))));
                }
                drag.set(None);
            })
        };
        let cancel = {
            let drag = drag.clone();
            Callback::from(move |_: PointerEvent| drag.set(None))
        };
        let (pinch, pinch_end) = pinching(props);
        Self { keys, down, moved, up, cancel, pinch, pinch_end }
    }
}

fn scroll_by_key(node: &NodeRef, event: &KeyboardEvent) -> Option<()> {
    let stage = node.cast::<Element>().filter(|_| event.ctrl_key())?;
    let (x, y) = match event.key().as_str() {
        "ArrowLeft" => (-STRIDE, 0),
        "ArrowRight" => (STRIDE, 0),
        "ArrowUp" => (0, -STRIDE),
        "ArrowDown" => (0, STRIDE),
        _ => return None,
    };
    event.prevent_default();
    stage.set_scroll_left(stage.scroll_left() + x);
    stage.set_scroll_top(stage.scroll_top() + y);
    Some(())
}

fn begin(node: &NodeRef, scene: &Scene, event: &PointerEvent) -> Option<Drag> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let box_ = target.closest("[data-id]").ok().flatten();
    let id = box_.and_then(|box_| box_.get_attribute("data-id")?.parse().ok()).map(ObjectId);
    let stage = node.cast::<Element>()?;
    let start = match id {
        Some(id) => scene.boxes.iter().find(|box_| box_.id == id).map(|box_| (box_.x, box_.y))?,
        None => (stage.scroll_left(), stage.scroll_top()),
    };
    Some(Drag { id, from: (event.client_x(), event.client_y()), start, by: (0, 0), moves: false })
}

fn follow(node: &NodeRef, held: &Drag, event: &PointerEvent, zoom: Zoom) -> Option<Drag> {
    if event.buttons() == 0 {
        return None;
    }
    let far = (event.client_x() - held.from.0, event.client_y() - held.from.1);
    let moves = held.moves || far.0.abs() + far.1.abs() > STILL;
    if !moves {
        return None;
    }
    let stage = node.cast::<Element>()?;
    if !held.moves {
        // From now on the pointer belongs to the stage: letting go over a box is no click on it.
        let _ = stage.set_pointer_capture(event.pointer_id());
    }
    if held.id.is_none() {
        stage.set_scroll_left(held.start.0 - far.0);
        stage.set_scroll_top(held.start.1 - far.1);
    }
    let by = (far.0 * 100 / zoom.0.max(1), far.1 * 100 / zoom.0.max(1));
    Some(Drag { by, moves, ..held.clone() })
}

thread_local! {
    /// The distance of two fingers when they came down, and the size of the stage then.
    static PINCH: std::cell::Cell<Option<(f64, i32)>> = const { std::cell::Cell::new(None) };
}

fn pinching(props: &StageProps) -> (Callback<TouchEvent>, Callback<TouchEvent>) {
    let (zoom, tell) = (props.zoom, props.tell.clone());
    let stays = props.stage.stays;
    let pinch = Callback::from(move |event: TouchEvent| {
        let touches = event.touches();
        stay(stays, &tell);
        let (Some(one), Some(other)) = (touches.item(0), touches.item(1)) else { return };
        let apart = f64::from(one.client_x() - other.client_x()).hypot(f64::from(one.client_y() - other.client_y()));
        let (first, size) = PINCH.get().unwrap_or((apart.max(1.0), zoom.0));
        PINCH.set(Some((first, size)));
        tell.emit(Action::Stage(StageAction::ZoomTo((f64::from(size) * apart / first) as i32)));
    });
    (pinch, Callback::from(|_: TouchEvent| PINCH.set(None)))
}
