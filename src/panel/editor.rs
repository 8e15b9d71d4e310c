//! The program: the editor, how its recording stands, and the buttons that run and stop it.

use super::condition::ConditionForm;
use heapglass::link::Framing;
use heapglass::picture::{Breakpoint, Problem};
use heapglass::session::{Action, Ask};
use heapglass::view::{Marks, Status};
use heapglass::words::MARKS;
use heapglass_words::editor as say;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `js/editor.js` exports.
    type Tools;
    type View;
    /// Gives the editor's functions, once, when they have come: the first picture comes before them (`static/boot.js`), and the
    /// editor that asked may be gone by then, with the language it was made in.
    #[wasm_bindgen(js_name = bringEditor)]
    fn bring_editor(ready: &JsValue);
    /// The words of the editor itself, as an object in JSON: to be given before it is made.
    #[wasm_bindgen(method)]
    fn set_words(this: &Tools, words: &str);
    #[wasm_bindgen(method)]
    fn create_editor(
        this: &Tools,
        parent: &web_sys::Element,
        text: &str,
        on_change: &Closure<dyn FnMut(String)>,
        on_breakpoints: &Closure<dyn FnMut(String)>,
        on_condition: &Closure<dyn FnMut(u32, String)>,
        on_run: &Closure<dyn FnMut()>,
    ) -> View;
    #[wasm_bindgen(method)]
    fn set_framing(this: &Tools, view: &View, read_only: bool, hidden: &str);
    #[wasm_bindgen(method)]
    fn set_breakpoints(this: &Tools, view: &View, points: &str);
    #[wasm_bindgen(method)]
    fn set_text(this: &Tools, view: &View, text: &str);
    #[wasm_bindgen(method)]
    fn set_marks(this: &Tools, view: &View, running: u32, caller: u32);
    #[wasm_bindgen(method)]
    fn set_mistake(this: &Tools, view: &View, line: u32, column: u32, end_column: u32, text: &str);
    #[wasm_bindgen(method)]
    fn destroy_editor(this: &Tools, view: &View);
}

#[derive(Properties, PartialEq)]
pub(crate) struct EditorProps {
    pub(crate) source: String,
    pub(crate) marks: Marks,
    pub(crate) status: Status,
    pub(crate) breakpoints: Vec<Breakpoint>,
    pub(crate) writing: Option<(Breakpoint, String)>,
    pub(crate) framing: Rc<Framing>,
    pub(crate) tell: Callback<Action>,
}

/// The editor's view, with the functions it calls.
struct Live {
    tools: Rc<Tools>,
    view: View,
    _on_change: Closure<dyn FnMut(String)>,
    _on_breakpoints: Closure<dyn FnMut(String)>,
    _on_condition: Closure<dyn FnMut(u32, String)>,
    _on_run: Closure<dyn FnMut()>,
}

impl Live {
    fn new(tools: Rc<Tools>, parent: &web_sys::Element, text: &str, tell: &Callback<Action>) -> Self {
        let changed = tell.clone();
        let on_change = Closure::<dyn FnMut(String)>::new(move |text| changed.emit(Action::Edited(text)));
        let set = tell.clone();
        let on_breakpoints = Closure::<dyn FnMut(String)>::new(move |points: String| {
            if let Ok(points) = serde_json::from_str(&points) {
                set.emit(Action::Breakpoints(points));
            }
        });
        let write = tell.clone();
        let on_condition = Closure::<dyn FnMut(u32, String)>::new(move |line, condition| {
            write.emit(Action::WriteCondition(Some(Breakpoint { line, condition })));
        });
        let run = tell.clone();
        let on_run = Closure::<dyn FnMut()>::new(move || run.emit(Action::Run));
        tools.set_words(&words());
        let view = tools.create_editor(parent, text, &on_change, &on_breakpoints, &on_condition, &on_run);
        Self {
            tools,
            view,
            _on_change: on_change,
            _on_breakpoints: on_breakpoints,
            _on_condition: on_condition,
            _on_run: on_run,
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.tools.destroy_editor(&self.view);
    }
}

/// What the editor says by itself; marks stand where it puts something in.
fn words() -> String {
    let [first, second, ..] = MARKS;
    let words = serde_json::json!({
        "program": say::program(),
        "stops": say::stops_if(first),
        "line": say::line_hidden(first),
        "lines": say::lines_hidden(first, second),
    });
    words.to_string()
}

/// The editor's functions, once they are there.
#[hook]
fn use_tools() -> Option<Rc<Tools>> {
    let tools = use_state(|| None::<Rc<Tools>>);
    {
        let tools = tools.clone();
        use_effect_with((), move |()| bring_editor(&Closure::once_into_js(move |found: Tools| tools.set(Some(Rc::new(found))))));
    }
    (*tools).clone()
}

#[component(Editor)]
pub(crate) fn editor(props: &EditorProps) -> Html {
    let node = use_node_ref();
    let live = use_mut_ref(|| None::<Live>);
    let tools = use_tools();
    let is_there = tools.is_some();
    {
        let (node, live) = (node.clone(), live.clone());
        let (text, tell) = (props.source.clone(), props.tell.clone());
        use_effect_with(is_there, move |_| {
            if let (Some(parent), Some(tools)) = (node.cast::<web_sys::Element>(), tools) {
                *live.borrow_mut() = Some(Live::new(tools, &parent, &text, &tell));
            }
            move || drop(live.borrow_mut().take())
        });
    }
    {
        let live = live.clone();
        use_effect_with((props.source.clone(), is_there), move |(text, _)| {
            if let Some(live) = live.borrow().as_ref() {
                live.tools.set_text(&live.view, text);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with((props.breakpoints.clone(), is_there), move |(points, _)| {
            if let (Some(live), Ok(points)) = (live.borrow().as_ref(), serde_json::to_string(points)) {
                live.tools.set_breakpoints(&live.view, &points);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with((props.framing.clone(), props.source.clone(), is_there), move |(framing, ..)| {
            if let (Some(live), Ok(hidden)) = (live.borrow().as_ref(), serde_json::to_string(&framing.hidden)) {
                live.tools.set_framing(&live.view, framing.read_only, &hidden);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with((props.marks.running, props.marks.caller, props.source.clone(), is_there), move |(running, caller, ..)| {
            if let Some(live) = live.borrow().as_ref() {
                live.tools.set_marks(&live.view, *running, *caller);
            }
        });
    }
    use_effect_with((props.marks.mistake.clone(), props.source.clone(), is_there), move |(mistake, ..)| {
        if let Some(live) = live.borrow().as_ref() {
            show_mistake(live, mistake.as_ref());
        }
    });
    html! {
        <section class="panel program" aria-label={say::program()}>
            <header>
                <h2>{ say::program() }</h2>
                <button
                    class="small costs-button"
                    title={say::costs_about()}
                    onclick={props.tell.reform(|_: MouseEvent| Action::Ask(Ask::Costs))}
                >
                    { say::costs() }
                </button>
                { buttons(&props.status, &props.tell) }
            </header>
            <div class="editor" ref={node}>
                if !is_there {
                    // The text as it will stand in the editor, which is still on its way.
                    <pre class="editor-before" aria-label={say::program()}>{ &props.source }</pre>
                }
            </div>
            <ConditionForm writing={props.writing.clone()} tell={props.tell.clone()} />
            <p class={classes!("status", props.status.is_problem.then_some("is-problem"))} role="status">
                { &props.status.text }
            </p>
        </section>
    }
}

fn show_mistake(Live { tools, view, .. }: &Live, mistake: Option<&Problem>) {
    let Some(problem) = mistake else { return tools.set_mistake(view, 0, 0, 0, "") };
    let kind = if problem.kind.is_empty() { String::new() } else { format!("{}: ", problem.kind) };
    let end = if problem.end_line == problem.line { problem.end_column } else { 0 };
    tools.set_mistake(view, problem.line, problem.column, end, &format!("{kind}{}", problem.message));
}

fn buttons(status: &Status, tell: &Callback<Action>) -> Html {
    if status.can_stop {
        html! {
            <button class="small" title={say::stop_about()} onclick={tell.reform(|_: MouseEvent| Action::Stop)}>
                { say::stop() }
            </button>
        }
    } else {
        html! {
            <button
                class="small"
                title={say::run_about()}
                onclick={tell.reform(|_: MouseEvent| Action::Run)}
            >
                { if status.is_gone { say::try_again() } else { say::run() } }
            </button>
        }
    }
}
