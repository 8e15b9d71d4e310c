//! The list of lessons.

use super::dialog::{use_dialog, when_closed};
use heapglass::lesson::Entry;
use heapglass::session::{Action, LessonAction, Lessons};
use heapglass_words::lesson_cards as say;
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
    let closed = when_closed(&props.tell, || Action::Lesson(LessonAction::List(false)));
    html! {
        <dialog class="help lesson-list" ref={node} aria-labelledby="lessons-title" oncancel={closed.clone()} onclose={closed}>
            <header>
                <h2 id="lessons-title">{ say::lessons() }</h2>
                <button class="small" title={say::close_about()} onclick={close}>{ say::close() }</button>
            </header>
            if let Some(problem) = &lessons.problem {
                <p class="lesson-problem" role="alert">{ problem.words() }</p>
            } else if lessons.list.is_empty() {
                <p>{ say::loading() }</p>
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
            <button title={say::begin(&entry.title)} onclick={begin}><b>{ &entry.title }</b><span>{ super::prose(&entry.goal) }</span></button>
        </li>
    }
}
