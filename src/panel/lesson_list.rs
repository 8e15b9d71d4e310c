//! The list of lessons.

use super::dialog::use_dialog;
use heapglass::lesson::Entry;
use heapglass::session::{Action, LessonAction, Lessons};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct LessonListProps {
    pub(crate) lessons: Lessons,
    pub(crate) tell: Callback<Action>,
}

#[component(LessonList)]
pub(crate) fn lesson_list(props: &LessonListProps) -> Html {
    let node = use_dialog(props.lessons.open);
    let lessons = &props.lessons;
    let close = props.tell.reform(|_: MouseEvent| Action::Lesson(LessonAction::List(false)));
    let closed = props.tell.reform(|_: Event| Action::Lesson(LessonAction::List(false)));
    html! {
        <dialog class="help lesson-list" ref={node} aria-labelledby="lessons-title" onclose={closed}>
            <header>
                <h2 id="lessons-title">{ "Lessons" }</h2>
                <button class="small" title="Close (Escape)" onclick={close}>{ "Close" }</button>
            </header>
            if let Some(problem) = &lessons.problem {
                <p class="lesson-problem" role="alert">{ problem }</p>
            } else if lessons.list.is_empty() {
                <p>{ "Loading the list." }</p>
            }
            <ol>
                { for lessons.list.iter().map(|entry| row(entry, &props.tell)) }
            </ol>
        </dialog>
    }
}

fn row(entry: &Entry, tell: &Callback<Action>) -> Html {
    let file = entry.file.clone();
    let begin = tell.reform(move |_: MouseEvent| Action::Lesson(LessonAction::Begin(file.clone())));
    html! {
        <li>
            <button onclick={begin}><b>{ &entry.title }</b><span>{ super::prose(&entry.goal) }</span></button>
        </li>
    }
}
