//! The program: the editor, how its recording stands, and the buttons that run and stop it.

use super::condition::ConditionForm;
use heapglass::picture::Breakpoint;
use heapglass::session::{Action, Ask};
use heapglass::view::{Marks, Status};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use yew::prelude::*;

#[wasm_bindgen(module = "/js/dist/editor.js")]
extern "C" {
    type View;
    fn create_editor(
        parent: &web_sys::Element,
        text: &str,
        on_change: &Closure<dyn FnMut(String)>,
        on_breakpoints: &Closure<dyn FnMut(String)>,
        on_condition: &Closure<dyn FnMut(u32, String)>,
        on_run: &Closure<dyn FnMut()>,
    ) -> View;
    fn set_breakpoints(view: &View, points: &str);
    fn set_text(view: &View, text: &str);
    fn set_marks(view: &View, running: u32, caller: u32);
    fn set_mistake(view: &View, line: u32, column: u32, end_column: u32, text: &str);
    fn destroy_editor(view: &View);
}

#[derive(Properties, PartialEq)]
pub(crate) struct EditorProps {
    pub(crate) source: String,
    pub(crate) marks: Marks,
    pub(crate) status: Status,
    pub(crate) breakpoints: Vec<Breakpoint>,
    pub(crate) writing: Option<(Breakpoint, String)>,
    pub(crate) tell: Callback<Action>,
}

/// The editor's view, with the functions it calls.
struct Live {
    view: View,
    _on_change: Closure<dyn FnMut(String)>,
    _on_breakpoints: Closure<dyn FnMut(String)>,
    _on_condition: Closure<dyn FnMut(u32, String)>,
    _on_run: Closure<dyn FnMut()>,
}

impl Live {
    fn new(parent: &web_sys::Element, text: &str, tell: &Callback<Action>) -> Self {
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
        let view = create_editor(parent, text, &on_change, &on_breakpoints, &on_condition, &on_run);
        Self {
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
        destroy_editor(&self.view);
    }
}

#[component(Editor)]
pub(crate) fn editor(props: &EditorProps) -> Html {
    let node = use_node_ref();
    let live = use_mut_ref(|| None::<Live>);
    {
        let (node, live) = (node.clone(), live.clone());
        let (text, tell) = (props.source.clone(), props.tell.clone());
        use_effect_with((), move |()| {
            if let Some(parent) = node.cast::<web_sys::Element>() {
                *live.borrow_mut() = Some(Live::new(&parent, &text, &tell));
            }
            move || drop(live.borrow_mut().take())
        });
    }
    {
        let live = live.clone();
        use_effect_with(props.source.clone(), move |text| {
            if let Some(live) = live.borrow().as_ref() {
                set_text(&live.view, text);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with(props.breakpoints.clone(), move |points| {
            if let (Some(live), Ok(points)) = (live.borrow().as_ref(), serde_json::to_string(points)) {
                set_breakpoints(&live.view, &points);
            }
        });
    }
    use_effect_with((props.marks.clone(), props.source.clone()), move |(marks, _)| {
        if let Some(live) = live.borrow().as_ref() {
            show_marks(&live.view, marks);
        }
    });
    html! {
        <section class="panel program" aria-label="Program">
            <header>
                <h2>{ "Program" }</h2>
                <button
                    class="small costs-button"
                    title="What lines cost: runs, instructions, objects, bytes (U)"
                    onclick={props.tell.reform(|_: MouseEvent| Action::Ask(Ask::Costs))}
                >
                    { "Costs" }
                </button>
                { buttons(&props.status, &props.tell) }
            </header>
            <div class="editor" ref={node}></div>
            <ConditionForm writing={props.writing.clone()} tell={props.tell.clone()} />
            <p class={classes!("status", props.status.is_problem.then_some("is-problem"))} role="status">
                { &props.status.text }
            </p>
        </section>
    }
}

fn show_marks(view: &View, marks: &Marks) {
    set_marks(view, marks.running, marks.caller);
    match &marks.mistake {
        None => set_mistake(view, 0, 0, 0, ""),
        Some(problem) => {
            let kind = if problem.kind.is_empty() {
                String::new()
            } else {
                format!("{}: ", problem.kind)
            };
            let end = if problem.end_line == problem.line {
                problem.end_column
            } else {
                0
            };
            set_mistake(
                view,
                problem.line,
                problem.column,
                end,
                &format!("{kind}{}", problem.message),
            );
        }
    }
}

fn buttons(status: &Status, tell: &Callback<Action>) -> Html {
    if status.can_stop {
        html! {
            <button class="small" title="Stop recording (S)" onclick={tell.reform(|_: MouseEvent| Action::Stop)}>
                { "Stop" }
            </button>
        }
    } else {
        html! {
            <button
                class="small"
                title="Run the program (Ctrl Enter)"
                onclick={tell.reform(|_: MouseEvent| Action::Run)}
            >
                { "Run" }
            </button>
        }
    }
}
