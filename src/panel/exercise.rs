//! The exercise: names to point, counts to set, boxes to mark, and what came of it.

use super::live::{Live, use_live};
use super::pointing::{Pointing, box_at};
use super::prose;
use heapglass::picture::ObjectId;
use heapglass::session::{Action, Checked, Exercise, ExerciseAction, Target, Task, WrongArrow};
use heapglass_words::exercise as say;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ExerciseProps {
    pub(crate) exercise: Option<Exercise>,
    /// What was said wrongly of names.
    pub(crate) wrong: Vec<WrongArrow>,
    pub(crate) tell: Callback<Action>,
}

/// An arrow that is being drawn, and whether the click that follows is none, because one was.
#[derive(Clone)]
struct Drag {
    pointing: Live<Option<Pointing>>,
    drawn: std::rc::Rc<std::cell::Cell<bool>>,
}

#[component(ExerciseCard)]
pub(crate) fn exercise_card(props: &ExerciseProps) -> Html {
    let pointing = use_live::<Option<Pointing>>();
    let drag = Drag { pointing: pointing.clone(), drawn: use_memo((), |()| std::cell::Cell::new(false)) };
    let Some(exercise) = &props.exercise else { return Html::default() };
    let tell = props.tell.reform(Action::Exercise);
    let does = |action: ExerciseAction| tell.reform(move |_: MouseEvent| action.clone());
    html! {
        <section class="predict exercise" aria-label={say::exercise()}>
            <style>{ marks(exercise, &props.wrong) }</style>
            <div class="exercise-tasks" role="group" aria-label={say::exercise()}>
                { for Task::ALL.into_iter().filter(|_| exercise.checked.is_none()).map(|task| html! {
                    <button class="small" title={task.words()} aria-pressed={(task == exercise.task).to_string()} onclick={does(ExerciseAction::Begin(task))}>{ task.word() }</button>
                }) }
            </div>
            if let Some(checked) = &exercise.checked {
                <p class="predict-ask">
                    { say::has_run(&exercise.line.to_string(), checked.iter().filter(|one| one.right).count() as u64, checked.len() as u64) }
                </p>
                <div role="status"><ul class="exercise-result">
                    { for checked.iter().map(|one| html! {
                        <li class={if one.right { "is-right" } else { "is-wrong" }}>
                            <b aria-hidden="true">{ if one.right { "\u{2713} " } else { "\u{2717} " } }</b>
                            <span class="hidden">{ if one.right { say::right() } else { say::not_so() } }{ " " }</span>
                            { prose(&told(one, &props.wrong)) }
                        </li>
                    }) }
                </ul></div>
            } else {
                <p class="predict-ask">{ prose(&say::about_to_run(&exercise.line.to_string(), &exercise.text, exercise.task.words())) }</p>
                <div class="exercise-rows">{ rows(exercise, &tell, &drag) }</div>
            }
            <footer>
                <span class="predict-score" />
                <button class="small" title={say::close_about()} onclick={does(ExerciseAction::Close)}>{ say::close() }</button>
                if exercise.checked.is_none() {
                    <button class="small predict-on" title={say::check_about()} onclick={does(ExerciseAction::Check)}>{ say::check() }</button>
                }
            </footer>
            if let Some(Pointing { from, to, .. }) = pointing.get().filter(|pointing| pointing.moves) {
                <svg class="exercise-drag" aria-hidden="true"><path d={format!("M{} {}L{} {}", from.0, from.1, to.0, to.1)} /><circle cx={to.0.to_string()} cy={to.1.to_string()} r="5" /></svg>
            }
        </section>
    }
}

/// What is so, and what was said, if that was something else.
fn told(one: &Checked, wrong: &[WrongArrow]) -> String {
    let so = one.words.words();
    match wrong_arrow(one, wrong) {
        Some(wrong) if wrong.is_out_of_sight => say::your_answer_out_of_sight(&so, &wrong.said),
        Some(wrong) => say::your_answer(&so, &wrong.said),
        None => so,
    }
}

fn wrong_arrow<'a>(one: &Checked, wrong: &'a [WrongArrow]) -> Option<&'a WrongArrow> {
    let pointed = one.pointed.as_ref().filter(|_| !one.right)?;
    wrong.iter().find(|wrong| wrong.name == pointed.name)
}

/// The boxes that were right or wrong, or are marked, on the stage: by a rule for their numbers. What was said of a name has a
/// sign at its arrow.
fn marks(exercise: &Exercise, wrong: &[WrongArrow]) -> String {
    let rule = |id: ObjectId, colour: &str, dash: &str| format!("[data-id=\"{}\"] .edge{{stroke:var(--{colour});stroke-width:4px;stroke-dasharray:{dash}}}\n", id.0);
    let has_sign = |one: &&Checked| one.pointed.is_some() && (one.right || wrong_arrow(one, wrong).is_some_and(|wrong| wrong.is_drawn));
    let Some(checked) = &exercise.checked else { return exercise.marked.iter().map(|id| rule(*id, "accent", "7 4")).collect() };
    let marked = checked.iter().filter(|one| !has_sign(one)).filter_map(|one| Some((one.subject?, one.right)));
    marked.map(|(id, right)| if right { rule(id, "rescued", "none") } else { rule(id, "dying", "7 4") }).collect()
}

fn rows(exercise: &Exercise, tell: &Callback<ExerciseAction>, drag: &Drag) -> Html {
    match exercise.task {
        Task::Arrows => exercise.arrows.iter().map(|(name, said)| arrow(exercise, name, *said, tell, drag)).collect(),
        Task::Counts => exercise.counts.iter().map(|(id, said)| count(exercise, *id, *said, tell)).collect(),
        Task::Deaths => exercise.boxes.iter().map(|id| mark(exercise, *id, tell)).collect(),
    }
}

/// A name, which can be dragged to a box, and a list of all that it can point at.
fn arrow(exercise: &Exercise, name: &str, said: Option<Target>, tell: &Callback<ExerciseAction>, drag: &Drag) -> Html {
    let targets: Vec<(Target, String)> = exercise
        .boxes
        .iter()
        .map(|id| (Target::Box(*id), exercise.title(*id)))
        .chain([(Target::Made, say::new_object().into()), (Target::Value, say::small_value().into()), (Target::Nothing, say::nothing().into())])
        .collect();
    let chosen = {
        let (tell, name) = (tell.clone(), name.to_owned());
        let values: Vec<Target> = targets.iter().map(|(target, _)| *target).collect();
        Callback::from(move |event: Event| {
            let number = event.target_dyn_into::<HtmlSelectElement>().map(|menu| menu.selected_index()).unwrap_or_default();
            if let Some(target) = usize::try_from(number - 1).ok().and_then(|number| values.get(number)) {
                tell.emit(ExerciseAction::Point(name.clone(), *target));
            }
        })
    };
    let in_hand = exercise.hand.as_deref() == Some(name);
    let take = {
        let (tell, drag, name) = (tell.clone(), drag.clone(), name.to_owned());
        Callback::from(move |_: MouseEvent| {
            if !drag.drawn.replace(false) {
                tell.emit(ExerciseAction::Take(name.clone()));
            }
        })
    };
    html! {
        <div class="exercise-row">
            <button
                type="button"
                class="exercise-name"
                aria-pressed={in_hand.to_string()}
                title={say::name_about()}
                onclick={take}
                onpointerdown={begin_drag(name, drag)}
                onpointermove={move_drag(drag)}
                onpointerup={end_drag(tell, drag)}
                onpointercancel={cancel_drag(drag)}
            >
                <code>{ name }</code>{ " \u{2192}" }
            </button>
            <select aria-label={say::points_at(name)} title={say::points_at_about()} onchange={chosen}>
                <option selected={said.is_none()}>{ "?" }</option>
                { for targets.iter().map(|(target, word)| html! { <option selected={said == Some(*target)}>{ word }</option> }) }
            </select>
        </div>
    }
}

fn begin_drag(name: &str, drag: &Drag) -> Callback<PointerEvent> {
    let (drag, name) = (drag.clone(), name.to_owned());
    Callback::from(move |event: PointerEvent| {
        drag.drawn.set(false);
        drag.pointing.set(Pointing::begin(&name, &event));
    })
}

fn move_drag(drag: &Drag) -> Callback<PointerEvent> {
    let drag = drag.clone();
    Callback::from(move |event: PointerEvent| {
        if let Some(pointing) = drag.pointing.get() {
            drag.pointing.set(Some(pointing.follow(&event)));
        }
    })
}

fn end_drag(tell: &Callback<ExerciseAction>, drag: &Drag) -> Callback<PointerEvent> {
    let (tell, drag) = (tell.clone(), drag.clone());
    Callback::from(move |event: PointerEvent| {
        let Some(pointing) = drag.pointing.get().map(|pointing| pointing.follow(&event)) else { return };
        drag.pointing.set(None);
        drag.drawn.set(pointing.moves);
        if let Some(id) = box_at(pointing.to).filter(|_| pointing.moves) {
            tell.emit(ExerciseAction::Point(pointing.name, Target::Box(id)));
        }
    })
}

fn cancel_drag(drag: &Drag) -> Callback<PointerEvent> {
    let drag = drag.clone();
    Callback::from(move |_: PointerEvent| drag.pointing.set(None))
}

fn count(exercise: &Exercise, id: ObjectId, said: u64, tell: &Callback<ExerciseAction>) -> Html {
    let title = exercise.title(id);
    let set = tell.clone();
    let changed = Callback::from(move |event: InputEvent| {
        if let Some(value) = event.target_dyn_into::<HtmlInputElement>().and_then(|field| field.value().parse().ok()) {
            set.emit(ExerciseAction::Count(id, value));
        }
    });
    html! {
        <label class="exercise-row">
            <span>{ title.clone() }</span>
            <input type="number" title={say::count_about()} min="0" max="99999" value={said.to_string()} aria-label={say::count_of(&title)} oninput={changed} />
        </label>
    }
}

fn mark(exercise: &Exercise, id: ObjectId, tell: &Callback<ExerciseAction>) -> Html {
    let mark = tell.reform(move |_: Event| ExerciseAction::Mark(id));
    html! {
        <label class="exercise-row" title={say::dies_about()}>
            <input type="checkbox" checked={exercise.marked.contains(&id)} onchange={mark} />
            <span>{ say::dies(&exercise.title(id)) }</span>
        </label>
    }
}
