//! Messages from and to the page around this one. Only the page is heard that stands around and has the origin that this
//! page's address names, and only that origin is told anything.

use super::is_embedded;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use heapglass::link::Framing;
use heapglass::session::{Action, HostEvent, HostRequest};
use wasm_bindgen::JsCast;
use web_sys::MessageEvent;
use yew::Callback;

/// Tells what the page around asks for.
pub(crate) fn on_host(tell: Callback<Action>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let Some(host) = super::link().framing.host else { return };
        let parent = gloo::utils::window().parent().ok().flatten();
        let is_from_parent = event.source().is_some_and(|source| parent.is_some_and(|parent| source.loose_eq(&parent)));
        if !is_embedded() || event.origin() != host || !is_from_parent {
            return;
        }
        let data = event.data();
        let number = js_sys::Reflect::get(&data, &"number".into()).ok().and_then(|number| number.as_f64());
        let text = js_sys::JSON::stringify(&data).ok().and_then(|text| text.as_string());
        let request = text.and_then(|text| serde_json::from_str::<HostRequest>(&text).ok());
        if let (Some(number), Some(request)) = (number, request) {
            tell.emit(Action::Host(number.max(0.0) as u64, request));
        }
    })
}

/// Tells the page around.
pub(crate) fn tell_host(framing: &Framing, event: &HostEvent) {
    if let Ok(text) = serde_json::to_string(event) {
        post(framing, &text);
    }
}

fn post(framing: &Framing, text: &str) {
    let Some(host) = framing.host.as_ref().filter(|_| is_embedded()) else { return };
    let parent = gloo::utils::window().parent().ok().flatten();
    if let (Some(parent), Ok(message)) = (parent, js_sys::JSON::parse(text)) {
        // Fails only for an origin that is none; there is nobody to tell it to.
        let _ = parent.post_message(&message, host);
    }
}

/// Milliseconds between two looks at the height of the page.
const MEASURE: u32 = 300;

/// The page around is told that this one is there, however long its program takes, and from now on how tall this one is while it is a column; wide, it fills what it is given. Height
/// follows typefaces, the editor and much else that no action tells of, so it is looked at from time to time.
pub(crate) fn keep_height_told() -> Option<Interval> {
    let framing = super::link().framing;
    framing.host.as_ref()?;
    post(&framing, "{\"heapglass\":\"here\"}");
    let mut told = 0;
    Some(Interval::new(MEASURE, move || {
        if !super::panels::is_narrow() {
            return;
        }
        let page = gloo::utils::document().query_selector(".page").ok().flatten();
        let Some(pixels) = page.map(|page| page.scroll_height()).filter(|pixels| *pixels != told) else { return };
        told = pixels;
        post(&framing, &format!("{{\"heapglass\":\"height\",\"pixels\":{pixels}}}"));
    }))
}
