//! The lesson under way: one card at a time, above the program.

use super::{marked::marked, prose};
use heapglass::lesson::{Card, Exercise, Part, Question, Variation, Yours};
use heapglass::session::{Action, ExerciseAction, LessonAction, LessonRun};
use heapglass::words::MARKS;
use heapglass_words::lesson_cards as say;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct LessonProps {
    pub(crate) run: LessonRun,
    /// Whether the program in the editor is the lesson's own, not a variation or something else.
    pub(crate) own: bool,
    /// Whether there is an exercise on screen, and it was checked.
    pub(crate) exercised: Option<bool>,
    pub(crate) tell: Callback<Action>,
}

#[component(LessonPanel)]
pub(crate) fn lesson_panel(props: &LessonProps) -> Html {
    let (run, tell) = (&props.run, &props.tell);
    let cards = run.lesson.cards();
    let Some(card) = cards.get(run.card) else { return Html::default() };
    let (back, on) = (run.card > 0, run.card + 1 < cards.len());
    let does = |action: LessonAction| tell.reform(move |_: MouseEvent| Action::Lesson(action.clone()));
    html! {
        <section class="lesson" aria-label={say::lesson()}>
            <header>
                <h2>{ &run.lesson.title }</h2>
                <button class="small" title={say::leave_about()} onclick={does(LessonAction::Leave)}>
                    { say::leave() }
                </button>
            </header>
            <div class="lesson-card" aria-live="polite">
                if run.card == 0 {
                    <p class="lesson-goal">{ prose(&run.lesson.goal) }</p>
                }
                { for card.texts.iter().map(|text| html! { <p>{ prose(text) }</p> }) }
                { block(card, props) }
            </div>
            <footer>
                <button class="small" disabled={!back} title={say::back_about()} onclick={does(LessonAction::Turn(false))}>
                    { say::back() }
                </button>
                <span>{ say::card_of(run.card as u64 + 1, cards.len() as u64) }</span>
                <button class="small" disabled={!on} title={say::next_about()} onclick={does(LessonAction::Turn(true))}>
                    { say::next() }
                </button>
            </footer>
        </section>
    }
}

fn block(card: &Card<'_>, props: &LessonProps) -> Html {
    match card.block {
        Some(Part::State(state)) => html! { <p class="lesson-see">{ prose(&state.say) }</p> },
        Some(Part::Question(question)) => ask(question, props),
        Some(Part::Exercise(exercise)) => exercise_of(exercise, props),
        Some(Part::Variation(variation)) => vary(variation, props),
        Some(Part::Yours(yours)) => check(yours),
        Some(Part::Text(_)) | None => Html::default(),
    }
}

fn ask(question: &Question, props: &LessonProps) -> Html {
    let given = props.run.answers.get(&props.run.card);
    let answers = question.answers().into_iter().map(|answer| {
        let (right, _) = question.verdict(answer);
        let chosen = given.is_some_and(|given| given == answer);
        let sign = match (given, right, chosen) {
            (None, ..) | (Some(_), false, false) => None,
            (Some(_), true, _) => Some(("is-right", "\u{2713}")),
            (Some(_), false, true) => Some(("is-wrong", "\u{2717}")),
        };
        let text = answer.to_string();
        let choose = props.tell.reform(move |_: MouseEvent| Action::Lesson(LessonAction::Answer(text.clone())));
        html! {
            <button title={say::answer_about()} class={classes!("lesson-answer", sign.map(|sign| sign.0))} disabled={given.is_some()} onclick={choose}>
                if let Some((_, sign)) = sign {
                    <b aria-hidden="true">{ sign }</b>
                }
                if answer.is_empty() {
                    { say::nothing() }
                } else {
                    <code>{ answer }</code>
                }
            </button>
        }
    });
    html! {
        <>
            <p class="lesson-ask">{ prose(&question.ask) }</p>
            <div class="lesson-answers" role="group" aria-label={say::answers()}>{ for answers }</div>
            if let Some(given) = given {
                { verdict(question, given) }
            }
        </>
    }
}

fn verdict(question: &Question, given: &str) -> Html {
    let (right, reason) = question.verdict(given);
    html! {
        <div role="status">
            if right {
                <p>{ say::right() }{ " " }{ prose(&question.why) }</p>
            } else {
                <p>{ say::not_so() }{ " " }{ prose(reason) }</p>
                <p>{ prose(&question.why) }</p>
            }
        </div>
    }
}

fn exercise_of(exercise: &Exercise, props: &LessonProps) -> Html {
    let task = exercise.task;
    html! {
        <>
            <p class="lesson-ask">{ prose(&exercise.ask) }</p>
            if props.exercised == Some(true) {
                <p role="status">{ prose(&exercise.why) }</p>
            } else if props.exercised.is_none() {
                <button class="small" title={task.words()} onclick={props.tell.reform(move |_: MouseEvent| Action::Exercise(ExerciseAction::Begin(task)))}>{ task.word() }</button>
            } else {
                <p class="lesson-see">{ say::exercise_above() }</p>
            }
        </>
    }
}

fn vary(variation: &Variation, props: &LessonProps) -> Html {
    let does = |change: bool| props.tell.reform(move |_: MouseEvent| Action::Lesson(LessonAction::Vary(change)));
    html! {
        <>
            <p>{ marked(&say::change(MARKS[0], MARKS[1]), &[html! { <code>{ &variation.replace }</code> }, html! { <code>{ &variation.by }</code> }]) }</p>
            if props.own {
                <button class="small" title={say::make_change_about()} onclick={does(true)}>{ say::make_change() }</button>
            } else {
                <p class="lesson-see">{ prose(&variation.say) }</p>
                <button class="small" title={say::change_back_about()} onclick={does(false)}>{ say::change_back() }</button>
            }
        </>
    }
}

fn check(yours: &Yours) -> Html {
    html! {
        <>
            <p>{ say::ask_yours() }</p>
            <pre><code>{ &yours.run }</code></pre>
            <p>{ marked(&say::prints(MARKS[0]), &[html! { <code>{ &yours.prints }</code> }]) }</p>
        </>
    }
}
