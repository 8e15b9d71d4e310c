//! The engine's worker, seen from the page. It is thrown away when it breaks off or does not stop, and made anew.

use heapglass::message::{Reply, Request};
use heapglass::session::Action;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

/// Requests made before the worker listens, behind the language it shall speak; `None` once it does.
type Early = Rc<RefCell<Option<Vec<String>>>>;

#[wasm_bindgen]
extern "C" {
    /// A worker that has just been started, or the one that `static/boot.js` started before the page was there; what it has
    /// said since comes now. A frame has one that it shares with others, behind a port that looks like a worker.
    #[wasm_bindgen(js_name = startEngine, catch)]
    fn start_engine(
        on_message: &Closure<dyn FnMut(MessageEvent)>,
        on_error: &Closure<dyn FnMut(ErrorEvent)>,
    ) -> Result<Worker, JsValue>;
}

/// A running worker.
pub(crate) struct Engine {
    /// `None` where the browser refuses workers.
    worker: Option<Worker>,
    early: Early,
    tell: Callback<Action>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Engine {
    /// Starts a worker; what it says comes as actions.
    pub(crate) fn new(tell: Callback<Action>) -> Self {
        let (code, file) = crate::browser::spoken();
        let speak = (!file.is_empty()).then_some(Request::Language { code, file });
        let early: Early = Rc::new(RefCell::new(Some(speak.and_then(|speak| serde_json::to_string(&speak).ok()).into_iter().collect())));
        let on_message = listen(Rc::clone(&early), tell.clone());
        let report = tell.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            let message = event.message();
            report.emit(Action::WorkerFailed(if message.ends_with(['.', '?', '。', '？', '।', '؟']) { message } else { format!("{message}.") }));
        });
        let worker = start_engine(&on_message, &on_error).ok();
        if worker.is_none() {
            tell.emit(Action::WorkerFailed(heapglass_words::engine::no_worker().into()));
        }
        Self {
            worker,
            early,
            tell,
            _on_message: on_message,
            _on_error: on_error,
        }
    }

    /// Sends a request, or keeps it until the worker listens.
    pub(crate) fn send(&self, request: &Request) {
        let Ok(text) = serde_json::to_string(request) else {
            return;
        };
        match (self.early.borrow_mut().as_mut(), &self.worker) {
            (Some(early), _) => early.push(text),
            (None, Some(worker)) => post(worker, &text),
            (None, None) => {}
        }
    }

    /// Ends the worker and starts another.
    pub(crate) fn respawn(&mut self) {
        *self = Self::new(self.tell.clone());
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

fn listen(early: Early, tell: Callback<Action>) -> Closure<dyn FnMut(MessageEvent)> {
    Closure::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        let Ok(reply) = serde_json::from_str::<Reply>(&text) else {
            return;
        };
        if reply == Reply::Ready {
            let kept = early.borrow_mut().take();
            if let Some(worker) = event.target().map(JsCast::unchecked_into::<Worker>) {
                kept.into_iter().flatten().for_each(|text| post(&worker, &text));
            }
        }
        tell.emit(Action::Reply(reply));
    })
}

fn post(worker: &Worker, text: &str) {
    // A worker that is gone reports that itself.
    let _ = worker.post_message(&text.into());
}
