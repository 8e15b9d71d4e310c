//! The lesson under way: one card at a time, above the program.

use super::prose;
use heapglass::lesson::{Card, Part, Question, Variation, Yours};
use heapglass::session::{Action, LessonAction, LessonRun};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct LessonProps {
    pub(crate) run: LessonRun,
    /// Whether the program in the editor is the lesson's own, not a variation or something else.
    pub(crate) own: bool,
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
        <section class="lesson" aria-label="Lesson">
            <header>
                <h2>{ &run.lesson.title }</h2>
                <button class="small" title="Leave the lesson, back to the program before" onclick={does(LessonAction::Leave)}>
                    { "Leave" }
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
                <button class="small" disabled={!back} title="Card before (Shift N)" onclick={does(LessonAction::Turn(false))}>
                    { "Back" }
                </button>
                <span>{ format!("{} of {}", run.card + 1, cards.len()) }</span>
                <button class="small" disabled={!on} title="Next card (N)" onclick={does(LessonAction::Turn(true))}>
                    { "Next" }
                </button>
            </footer>
        </section>
    }
}

fn block(card: &Card<'_>, props: &LessonProps) -> Html {
    match card.block {
        Some(Part::State(state)) => html! { <p class="lesson-see">{ prose(&state.say) }</p> },
        Some(Part::Question(question)) => ask(question, props),
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
            <button class={classes!("lesson-answer", sign.map(|sign| sign.0))} disabled={given.is_some()} onclick={choose}>
                if let Some((_, sign)) = sign {
                    <b aria-hidden="true">{ sign }</b>
                }
                if answer.is_empty() {
                    { "nothing" }
                } else {
                    <code>{ answer }</code>
                }
            </button>
        }
    });
    html! {
        <>
            <p class="lesson-ask">{ prose(&question.ask) }</p>
            <div class="lesson-answers" role="group" aria-label="Answers">{ for answers }</div>
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
                <p>{ "Right. " }{ prose(&question.why) }</p>
            } else {
                <p>{ "Not so. " }{ prose(reason) }</p>
                <p>{ prose(&question.why) }</p>
            }
        </div>
    }
}

fn vary(variation: &Variation, props: &LessonProps) -> Html {
    let does = |change: bool| props.tell.reform(move |_: MouseEvent| Action::Lesson(LessonAction::Vary(change)));
    html! {
        <>
            <p>{ "Change " }<code>{ &variation.replace }</code>{ " to " }<code>{ &variation.by }</code>{ " and predict what happens." }</p>
            if props.own {
                <button class="small" onclick={does(true)}>{ "Make this change" }</button>
            } else {
                <p class="lesson-see">{ prose(&variation.say) }</p>
                <button class="small" onclick={does(false)}>{ "Change it back" }</button>
            }
        </>
    }
}

fn check(yours: &Yours) -> Html {
    html! {
        <>
            <p>{ "Ask your own Python 3.12. This line" }</p>
            <pre><code>{ &yours.run }</code></pre>
            <p>{ "prints " }<code>{ &yours.prints }</code>{ "." }</p>
        </>
    }
}
