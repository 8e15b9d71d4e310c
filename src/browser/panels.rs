//! What the browser does for the panels: it keeps how they stand, tells how large the window is, and moves the focus.

use super::{store, stored};
use gloo::events::EventListener;
use heapglass::session::{Action, NARROW, PanelAction, Panels};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::Callback;

const PANELS: &str = "heapglass.panels";

/// What F6 goes through, in the order of the page.
const STATIONS: &str = ".bar, .lesson, .program, .output, .sentence, .stage-frame, .collector, .costs, .inspector, .heap-map, .controls";

/// How the panels stood at the last visit, in the window as it is now.
pub(crate) fn saved_panels() -> Panels {
    let saved: Panels = stored(PANELS).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    Panels { window: window_size(), ..saved }
}

/// Keeps how the panels stand.
pub(crate) fn save_panels(panels: &Panels) {
    if let Ok(text) = serde_json::to_string(panels) {
        store(PANELS, &text);
    }
}

/// Tells each size that the window takes.
pub(crate) fn on_resize(tell: Callback<Action>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "resize", move |_| {
        let (width, height) = window_size();
        tell.emit(Action::Panels(PanelAction::Window(width, height)));
    })
}

/// The size of the window, in CSS pixels.
fn window_size() -> (i32, i32) {
    let window = gloo::utils::window();
    let length = |value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| value.ok().and_then(|value| value.as_f64()).map_or(0, |value| value as i32);
    (length(window.inner_width()), length(window.inner_height()))
}

/// Whether the panels stand in one column, whatever was chosen.
pub(super) fn is_narrow() -> bool {
    window_size().0 < NARROW
}

/// Moves the focus to the panel after the one that has it, or before it; false if there is none.
pub(crate) fn focus_next_panel(forward: bool) -> bool {
    let document = gloo::utils::document();
    let Ok(found) = document.query_selector_all(STATIONS) else { return false };
    let panels: Vec<HtmlElement> = (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|panel| panel.client_height() > 0)
        .collect();
    let focused = document.active_element();
    let here = focused.and_then(|element| panels.iter().position(|panel| panel.contains(Some(&element))));
    let many = panels.len();
    let next = match (here, forward) {
        (Some(at), true) => (at + 1) % many,
        (Some(at), false) => (at + many - 1) % many,
        (None, true) => 0,
        (None, false) => many.saturating_sub(1),
    };
    let Some(panel) = panels.get(next) else { return false };
    panel.set_tab_index(-1);
    panel.focus().is_ok()
}
