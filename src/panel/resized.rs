//! Hearing that an element has more room, or less: a panel was folded, a splitter dragged, the window changed.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// Tells when the element's size has changed, and once at the beginning. `is_there` says whether the element is drawn.
#[hook]
pub(crate) fn use_resized(node: &NodeRef, is_there: bool, told: impl Fn(&Element) + 'static) {
    let node = node.clone();
    use_effect_with(is_there, move |_| {
        let watched = node.cast::<Element>().map(|element| {
            let changed = {
                let element = element.clone();
                Closure::<dyn FnMut()>::new(move || told(&element))
            };
            let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(&element);
            }
            (observer, changed)
        });
        move || {
            if let Some((Some(observer), _)) = &watched {
                observer.disconnect();
            }
        }
    });
}
