//! The exercise: names to point, counts to set, boxes to mark, and what came of it.

use super::prose;
use heapglass::picture::ObjectId;
use heapglass::session::{Action, Exercise, ExerciseAction, Target, Task};
use heapglass_words::exercise as say;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ExerciseProps {
    pub(crate) exercise: Option<Exercise>,
    pub(crate) tell: Callback<Action>,
}

/// An arrow that is being dragged: the name, where it began and where it is, in pixels of the window.
type Drag = Option<(String, (i32, i32), (i32, i32))>;

#[component(ExerciseCard)]
pub(crate) fn exercise_card(props: &ExerciseProps) -> Html {
    let drag = use_state(|| Drag::None);
    let Some(exercise) = &props.exercise else { return Html::default() };
    let tell = props.tell.reform(Action::Exercise);
    let does = |action: ExerciseAction| tell.reform(move |_: MouseEvent| action.clone());
    html! {
        <section class="predict exercise" aria-label={say::exercise()}>
            <style>{ marks(exercise) }</style>
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
                            { prose(&one.words.words()) }
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
            if let Some((_, from, to)) = &*drag {
                <svg class="exercise-drag" aria-hidden="true"><path d={format!("M{} {}L{} {}", from.0, from.1, to.0, to.1)} /><circle cx={to.0.to_string()} cy={to.1.to_string()} r="5" /></svg>
            }
        </section>
    }
}

/// The boxes that were right or wrong, or are marked, on the stage: by a rule for their numbers.
fn marks(exercise: &Exercise) -> String {
    let rule = |id: ObjectId, colour: &str, dash: &str| format!("[data-id=\"{}\"] .edge{{stroke:var(--{colour});stroke-width:4px;stroke-dasharray:{dash}}}\n", id.0);
    match &exercise.checked {
        Some(checked) => checked.iter().filter_map(|one| Some((one.subject?, one.right))).map(|(id, right)| if right { rule(id, "rescued", "none") } else { rule(id, "dying", "7 4") }).collect(),
        None => exercise.marked.iter().map(|id| rule(*id, "accent", "7 4")).collect(),
    }
}

fn rows(exercise: &Exercise, tell: &Callback<ExerciseAction>, drag: &UseStateHandle<Drag>) -> Html {
    match exercise.task {
        Task::Arrows => exercise.arrows.iter().map(|(name, said)| arrow(exercise, name, *said, tell, drag)).collect(),
        Task::Counts => exercise.counts.iter().map(|(id, said)| count(exercise, *id, *said, tell)).collect(),
        Task::Deaths => exercise.boxes.iter().map(|id| mark(exercise, *id, tell)).collect(),
    }
}

/// A name, which can be dragged to a box, and a list of all that it can point at.
fn arrow(exercise: &Exercise, name: &str, said: Option<Target>, tell: &Callback<ExerciseAction>, drag: &UseStateHandle<Drag>) -> Html {
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
        let name = name.to_owned();
        tell.reform(move |_: MouseEvent| ExerciseAction::Take(name.clone()))
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

fn begin_drag(name: &str, drag: &UseStateHandle<Drag>) -> Callback<PointerEvent> {
    let (drag, name) = (drag.clone(), name.to_owned());
    Callback::from(move |event: PointerEvent| {
        if let Some(element) = event.target_dyn_into::<Element>() {
            // Without it the arrow ends where the pointer leaves the button.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        let at = (event.client_x(), event.client_y());
        drag.set(Some((name.clone(), at, at)));
    })
}

fn move_drag(drag: &UseStateHandle<Drag>) -> Callback<PointerEvent> {
    let drag = drag.clone();
    Callback::from(move |event: PointerEvent| {
        if let Some((name, from, _)) = (*drag).clone() {
            drag.set(Some((name, from, (event.client_x(), event.client_y()))));
        }
    })
}

fn end_drag(tell: &Callback<ExerciseAction>, drag: &UseStateHandle<Drag>) -> Callback<PointerEvent> {
    let (tell, drag) = (tell.clone(), drag.clone());
    Callback::from(move |event: PointerEvent| {
        let Some((name, ..)) = (*drag).clone() else { return };
        drag.set(None);
        if let Some(id) = box_at(event.client_x(), event.client_y()) {
            tell.emit(ExerciseAction::Point(name, Target::Box(id)));
        }
    })
}

/// The box at a place of the window.
fn box_at(x: i32, y: i32) -> Option<ObjectId> {
    let element = gloo::utils::document().element_from_point(x as f32, y as f32)?;
    let drawn = element.closest("[data-id]").ok().flatten()?;
    drawn.get_attribute("data-id")?.parse().ok().map(ObjectId)
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
