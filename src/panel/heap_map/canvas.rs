//! The canvas of the heap map as a thing one can move about in: wheel, fingers, drag, keys; and what is chosen there, in words.

use super::drawing::{Drawing, Scene, Shared, draw_soon};
use crate::panel::{resized::use_resized, same::Same};
use gloo::events::{EventListener, EventListenerOptions};
use heapglass::map::{Blocks, Camera, Legend, Palette, Spot, Towards, told};
use heapglass::picture::ObjectId;
use heapglass::session::{Action, MapAction};
use heapglass_words::heap_map as words;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct MapCanvasProps {
    pub(super) blocks: Same<Blocks>,
    pub(super) legend: Same<Legend>,
    pub(super) palette: Same<Palette>,
    pub(super) all: bool,
    pub(super) large: bool,
    pub(super) opened: Option<(u32, u32)>,
    pub(super) selected: Option<ObjectId>,
    /// The address of what was chosen last, if that is no object.
    pub(super) marked: Option<u64>,
    pub(super) tell: Callback<Action>,
}

/// Pixels that a pointer may come without dragging.
const STILL: f64 = 4.0;
/// How much larger a press of a key makes things.
const LARGER: f64 = 1.4;

/// Pointers that are down, where they are, and how far they have come.
#[derive(Default)]
struct Held {
    pointers: BTreeMap<i32, (f64, f64)>,
    way: f64,
}

#[component(MapCanvas)]
pub(super) fn map_canvas(props: &MapCanvasProps) -> Html {
    let frame = use_node_ref();
    let canvas = use_node_ref();
    let cursor = use_state(|| None::<Spot>);
    let hover = use_state(|| None::<Spot>);
    let drawing: Shared = use_mut_ref(Drawing::default);
    let held = use_mut_ref(Held::default);
    let blocks = &props.blocks.0;
    let ring = props.selected.and_then(|object| blocks.spot_of(object));
    drawing.borrow_mut().canvas = canvas.clone();
    {
        let scene = Scene {
            blocks: blocks.clone(),
            legend: props.legend.0.clone(),
            palette: props.palette.0.clone(),
            all: props.all,
            opened: props.opened,
            ring,
            cursor: (*cursor).or_else(|| props.marked.and_then(|address| blocks.spot_at(address))),
            hover: *hover,
        };
        let drawing = drawing.clone();
        use_effect(move || {
            drawing.borrow_mut().scene = Some(scene);
            draw_soon(&drawing);
        });
    }
    use_sight(ring, props, &drawing);
    {
        let drawing = drawing.clone();
        use_resized(&frame, true, move |_| draw_soon(&drawing));
    }
    use_wheel(&frame, &drawing);
    let hands = Hands { frame: frame.clone(), drawing, held, cursor: cursor.clone(), hover: hover.clone(), tell: props.tell.clone(), blocks: props.blocks.clone() };
    let spoken = (*hover).or(*cursor).or(ring).or_else(|| props.marked.and_then(|address| blocks.spot_at(address)));
    let said = spoken.map(|spot| told(blocks, spot)).filter(|said| !said.is_empty());
    html! {
        <>
            <div
                class="map-canvas"
                ref={frame}
                role="application"
                tabindex="0"
                aria-label={if props.all { words::map_of_all() } else { words::map_of_pools() }}
                aria-describedby="map-told"
                onpointerdown={hands.on(Hands::down)}
                onpointermove={hands.on(Hands::moved)}
                onpointerup={hands.on(Hands::up)}
                onpointercancel={hands.on(Hands::gone)}
                onpointerleave={hands.on(Hands::gone)}
                ondblclick={hands.on_double()}
                onmousedown={Callback::from(leave_focus)}
                onkeydown={hands.on_key()}
            >
                <canvas ref={canvas} aria-hidden="true" />
            </div>
            <p class="map-told" id="map-told" aria-live="polite">
                { said.unwrap_or_else(|| words::how_to_use().into()) }
            </p>
        </>
    }
}

/// What is selected comes into view.
#[hook]
fn use_sight(ring: Option<Spot>, props: &MapCanvasProps, drawing: &Shared) {
    let drawing = drawing.clone();
    use_effect_with((ring, props.opened, props.all, props.large), move |(ring, ..)| {
        if let Some(spot) = *ring {
            show(&drawing, spot);
        }
    });
}

/// Moves the camera as little as possible so that something is in view.
fn show(drawing: &Shared, spot: Spot) {
    change(drawing, |camera, _| camera);
    let rect = drawing.borrow().plan.rect(spot);
    if let Some(rect) = rect {
        change(drawing, |camera, view| camera.showing(rect, view));
    }
}

/// The wheel changes the size, around the pointer.
#[hook]
fn use_wheel(frame: &NodeRef, drawing: &Shared) {
    let (frame, drawing) = (frame.clone(), drawing.clone());
    use_effect_with((), move |()| {
        let listener = frame.cast::<Element>().map(|element| {
            let options = EventListenerOptions::enable_prevent_default();
            let target = element.clone();
            EventListener::new_with_options(&element, "wheel", options, move |event| {
                let Some(wheel) = event.dyn_ref::<WheelEvent>() else { return };
                event.prevent_default();
                let bounds = target.get_bounding_client_rect();
                let (x, y) = (f64::from(wheel.client_x()) - bounds.left(), f64::from(wheel.client_y()) - bounds.top());
                let factor = (-wheel.delta_y() / 400.0).clamp(-0.5, 0.5).exp();
                change(&drawing, |camera, _| camera.zoomed(factor, x, y));
            })
        });
        move || drop(listener)
    });
}

/// The keys stay with the page after a click: the arrows go on stepping. Who comes here with Tab moves about here.
#[expect(clippy::needless_pass_by_value, reason = "a callback is given its event")]
fn leave_focus(event: MouseEvent) {
    event.prevent_default();
    let focused = gloo::utils::document().active_element().and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = focused.filter(|element| element.class_name() != "map-canvas") {
        // Fails for nothing that had the focus.
        let _ = element.blur();
    }
}

/// Moves the camera; it is kept to the plan when it is drawn.
fn change(drawing: &Shared, by: impl FnOnce(Camera, (f64, f64)) -> Camera) {
    {
        let mut drawing = drawing.borrow_mut();
        let Some(view) = drawing.plan() else { return };
        drawing.camera = by(drawing.camera, view);
    }
    draw_soon(drawing);
}

/// What the user's hands do.
#[derive(Clone)]
struct Hands {
    frame: NodeRef,
    drawing: Shared,
    held: std::rc::Rc<std::cell::RefCell<Held>>,
    cursor: UseStateHandle<Option<Spot>>,
    hover: UseStateHandle<Option<Spot>>,
    tell: Callback<Action>,
    blocks: Same<Blocks>,
}

impl Hands {
    fn on(&self, does: fn(&Self, &PointerEvent, (f64, f64))) -> Callback<PointerEvent> {
        let hands = self.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(at) = hands.place(&event) {
                does(&hands, &event, at);
            }
        })
    }

    /// Where an event is on the canvas.
    fn place(&self, event: &MouseEvent) -> Option<(f64, f64)> {
        let bounds = self.frame.cast::<Element>()?.get_bounding_client_rect();
        Some((f64::from(event.client_x()) - bounds.left(), f64::from(event.client_y()) - bounds.top()))
    }

    fn point_at(&self, spot: Option<Spot>) {
        if *self.hover != spot {
            self.hover.set(spot);
        }
    }

    fn down(&self, event: &PointerEvent, at: (f64, f64)) {
        if event.button() != 0 {
            return;
        }
        let mut held = self.held.borrow_mut();
        if held.pointers.is_empty() {
            held.way = 0.0;
        }
        held.pointers.insert(event.pointer_id(), at);
        if let Some(frame) = self.frame.cast::<Element>() {
            // Fails only for a pointer that is gone again.
            let _ = frame.set_pointer_capture(event.pointer_id());
        }
    }

    fn moved(&self, event: &PointerEvent, at: (f64, f64)) {
        let mut held = self.held.borrow_mut();
        let others: Vec<(f64, f64)> = held.pointers.iter().filter(|(id, _)| **id != event.pointer_id()).map(|(_, at)| *at).collect();
        let Some(before) = held.pointers.get_mut(&event.pointer_id()).map(|place| std::mem::replace(place, at)) else {
            drop(held);
            let spot = self.drawing.borrow().at(at.0, at.1);
            return self.point_at(spot);
        };
        let by = (at.0 - before.0, at.1 - before.1);
        held.way += by.0.hypot(by.1);
        if let [other, ..] = others[..] {
            let distance = |from: (f64, f64)| (from.0 - other.0).hypot(from.1 - other.1).max(1.0);
            let factor = distance(at) / distance(before);
            let middle = ((at.0 + other.0) / 2.0, (at.1 + other.1) / 2.0);
            change(&self.drawing, |camera, _| camera.zoomed(factor, middle.0, middle.1).moved(by.0 / 2.0, by.1 / 2.0));
        } else if held.way > STILL {
            change(&self.drawing, |camera, _| camera.moved(by.0, by.1));
        }
    }

    fn up(&self, event: &PointerEvent, at: (f64, f64)) {
        let mut held = self.held.borrow_mut();
        let was_held = held.pointers.remove(&event.pointer_id()).is_some();
        if !was_held || held.way > STILL || !held.pointers.is_empty() {
            return;
        }
        drop(held);
        let spot = self.drawing.borrow().at(at.0, at.1);
        if let Some(spot) = spot {
            self.choose(spot);
        }
    }

    fn gone(&self, event: &PointerEvent, _: (f64, f64)) {
        let is_captured = self.held.borrow_mut().pointers.contains_key(&event.pointer_id());
        if !is_captured || event.type_() == "pointercancel" {
            self.held.borrow_mut().pointers.remove(&event.pointer_id());
            self.point_at(None);
        }
    }

    /// Selects the object that lies there; else what is there is marked. A pool is opened.
    fn choose(&self, spot: Spot) {
        self.cursor.set(Some(spot));
        if let Spot::Pool(arena, pool) = spot {
            return self.tell.emit(Action::OpenPool(arena, pool));
        }
        if let Some(object) = self.blocks.0.object_at(spot) {
            return self.tell.emit(Action::Select(Some(object)));
        }
        if let Some(address) = self.blocks.0.address_at(spot) {
            self.tell.emit(Action::Map(MapAction::Mark(address)));
        }
    }

    /// Shows it byte by byte; a pool fills the view.
    fn open(&self, spot: Spot) {
        self.cursor.set(Some(spot));
        if let Spot::Pool(arena, pool) = spot {
            return self.tell.emit(Action::OpenPool(arena, pool));
        }
        if let Some(address) = self.blocks.0.address_at(spot) {
            self.tell.emit(Action::Map(MapAction::Follow(address, self.blocks.0.object_at(spot))));
        }
    }

    fn on_double(&self) -> Callback<MouseEvent> {
        let hands = self.clone();
        Callback::from(move |event: MouseEvent| {
            let spot = hands.place(&event).and_then(|(x, y)| hands.drawing.borrow().at(x, y));
            if let Some(spot) = spot {
                hands.open(spot);
            }
        })
    }

    fn on_key(&self) -> Callback<KeyboardEvent> {
        let hands = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            if !event.ctrl_key() && !event.meta_key() && !event.alt_key() && hands.key(&event.key(), event.shift_key()) {
                event.prevent_default();
            }
        })
    }

    /// Whether the key means something here. It means what is on the page now, even if that is drawn in the next frame only.
    fn key(&self, key: &str, shift: bool) -> bool {
        self.drawing.borrow_mut().plan();
        let towards = match key {
            "ArrowLeft" => Towards::Left,
            "ArrowRight" => Towards::Right,
            "ArrowUp" => Towards::Up,
            "ArrowDown" => Towards::Down,
            _ => return self.other_key(key),
        };
        if shift {
            let (x, y) = match towards {
                Towards::Left => (40.0, 0.0),
                Towards::Right => (-40.0, 0.0),
                Towards::Up => (0.0, 40.0),
                Towards::Down => (0.0, -40.0),
            };
            change(&self.drawing, |camera, _| camera.moved(x, y));
            return true;
        }
        let next = {
            let drawing = self.drawing.borrow();
            let from = (*self.cursor).or_else(|| drawing.scene.as_ref().and_then(|scene| scene.ring)).filter(|spot| drawing.plan.rect(*spot).is_some());
            match from {
                Some(spot) => drawing.plan.next(spot, towards),
                None => drawing.plan.first(),
            }
        };
        if let Some(spot) = next {
            self.go(spot);
        }
        true
    }

    fn other_key(&self, key: &str) -> bool {
        match key {
            "Home" => {
                let first = self.drawing.borrow().plan.first();
                if let Some(spot) = first {
                    self.go(spot);
                }
            }
            "Enter" => match *self.cursor {
                Some(spot @ Spot::Pool(..)) => self.open(spot),
                // What is selected already is opened.
                Some(spot) if self.drawing.borrow().scene.as_ref().is_some_and(|scene| scene.ring == Some(spot)) => self.open(spot),
                Some(spot) if self.blocks.0.object_at(spot).is_none() => self.open(spot),
                Some(spot) => self.choose(spot),
                None => return false,
            },
            "+" | "=" => change(&self.drawing, |camera, view| camera.zoomed(LARGER, view.0 / 2.0, view.1 / 2.0)),
            "-" => change(&self.drawing, |camera, view| camera.zoomed(1.0 / LARGER, view.0 / 2.0, view.1 / 2.0)),
            "0" => change(&self.drawing, |_, _| Camera::default()),
            _ => return false,
        }
        true
    }

    /// The keys are at this now: it comes into view.
    fn go(&self, spot: Spot) {
        self.hover.set(None);
        self.cursor.set(Some(spot));
        // The address of a block without an object is what `'` opens.
        if self.blocks.0.object_at(spot).is_none()
            && let Some(address) = self.blocks.0.address_at(spot)
        {
            self.tell.emit(Action::Map(MapAction::Mark(address)));
        }
        show(&self.drawing, spot);
    }
}
