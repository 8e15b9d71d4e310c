//! Drawing an arrow from a name to a box with mouse, pen or finger.

use heapglass::picture::ObjectId;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// An arrow that is being drawn, in pixels of the window.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pointing {
    /// The name that it comes from.
    pub(crate) name: String,
    /// Where it began.
    pub(crate) from: (i32, i32),
    /// Where it is.
    pub(crate) to: (i32, i32),
    /// Whether it has come far enough to be no click.
    pub(crate) moves: bool,
}

/// Pixels that a pointer may come without drawing anything.
const STILL: i32 = 5;

impl Pointing {
    /// The pointer went down on a name.
    pub(crate) fn begin(name: &str, event: &PointerEvent) -> Option<Self> {
        if event.button() != 0 {
            return None;
        }
        if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            // Without it the arrow ends where the pointer leaves the name.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        let at = (event.client_x(), event.client_y());
        Some(Self { name: name.to_owned(), from: at, to: at, moves: false })
    }

    /// The pointer has moved.
    pub(crate) fn follow(&self, event: &PointerEvent) -> Self {
        let to = (event.client_x(), event.client_y());
        let moves = self.moves || (to.0 - self.from.0).abs() + (to.1 - self.from.1).abs() > STILL;
        Self { to, moves, ..self.clone() }
    }
}

/// The box at a place of the window, whatever arrows run over it.
pub(crate) fn box_at((x, y): (i32, i32)) -> Option<ObjectId> {
    let elements = gloo::utils::document().elements_from_point(x as f32, y as f32);
    let drawn = elements.iter().filter_map(|element| element.dyn_into::<Element>().ok()?.closest("[data-id]").ok().flatten()).next()?;
    drawn.get_attribute("data-id")?.parse().ok().map(ObjectId)
}
