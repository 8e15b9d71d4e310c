//! The question before a step, its answers, and the explanation once the step is made.

use super::{marked::marked, prose};
use heapglass::predict::Choice;
use heapglass::session::{Action, Answered, Card, Predict, PredictAction};
use heapglass::words::MARKS;
use heapglass_words::question as say;
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct QuestionProps {
    pub(crate) predict: Predict,
    pub(crate) tell: Callback<Action>,
}

#[component(QuestionCard)]
pub(crate) fn question_card(props: &QuestionProps) -> Html {
    let place = use_node_ref();
    let asked = props.predict.card.as_ref().map(|card| (card.question.stop, card.question.kind));
    {
        let place = place.clone();
        use_effect_with(asked, move |asked| {
            // Who works with the keyboard answers at once; who is in a field or on a button stays there.
            let document = gloo::utils::document();
            let nobody = document.active_element().is_none_or(|element| element.tag_name() == "BODY");
            if let Some(card) = place.cast::<HtmlElement>().filter(|_| asked.is_some() && nobody) {
                let _ = card.focus();
            }
        });
    }
    let (predict, tell) = (&props.predict, &props.tell);
    let Some(card) = &predict.card else {
        return searching(predict);
    };
    let does = |action: PredictAction| tell.reform(move |_: MouseEvent| Action::Predict(action.clone()));
    let is_open = card.given.is_none();
    html! {
        <section
            class={classes!("predict", is_open.then_some("is-open"))}
            aria-label={say::question()}
            tabindex="-1"
            ref={place}
            onkeydown={digits(card, tell)}
        >
            <p class="predict-ask" aria-live="polite">{ prose(&card.question.ask) }</p>
            <div class="predict-answers" role="group" aria-label={say::answers()}>
                { for card.question.choices.iter().enumerate().map(|(number, choice)| answer(card, number, choice, does(PredictAction::Choose(number)))) }
            </div>
            if let Some(given) = card.given {
                { verdict(card, given) }
            }
            <footer>
                { score(predict, tell) }
                if is_open {
                    <button class="small" title={say::skip_about()} onclick={does(PredictAction::Skip)}>{ say::skip() }</button>
                } else {
                    <button class="small predict-on" title={say::go_on_about()} onclick={does(PredictAction::Go)}>{ say::go_on() }</button>
                }
            </footer>
        </section>
    }
}

/// While the recording is searched, and there is nothing to ask yet.
fn searching(predict: &Predict) -> Html {
    match predict.percent.filter(|_| predict.on) {
        Some(percent) => html! { <p class="predict-search" role="status">{ say::searching(&percent.to_string()) }</p> },
        None if predict.on && predict.list.is_empty() => html! { <p class="predict-search" role="status">{ say::nothing_to_ask() }</p> },
        None => Html::default(),
    }
}

/// Within the card a digit is an answer, not a layer.
fn digits(card: &Card, tell: &Callback<Action>) -> Callback<KeyboardEvent> {
    let (tell, choices, is_open) = (tell.clone(), card.question.choices.len(), card.given.is_none());
    Callback::from(move |event: KeyboardEvent| {
        let number = event.key().parse::<usize>().ok().filter(|number| is_open && (1..=choices).contains(number));
        if let Some(number) = number.filter(|_| !event.ctrl_key() && !event.alt_key() && !event.meta_key()) {
            event.prevent_default();
            tell.emit(Action::Predict(PredictAction::Choose(number - 1)));
        }
    })
}

fn answer(card: &Card, number: usize, choice: &Choice, choose: Callback<MouseEvent>) -> Html {
    let sign = match (card.given, choice.idea.is_none()) {
        (Some(_), true) => Some(("is-right", "\u{2713}", say::is_right())),
        (Some(given), false) if given == number => Some(("is-wrong", "\u{2717}", say::is_yours())),
        _ => None,
    };
    html! {
        <button title={say::answer_about(&(number + 1).to_string())} class={classes!("predict-answer", sign.map(|sign| sign.0))} disabled={card.given.is_some()} onclick={choose}>
            <kbd aria-hidden="true">{ sign.map_or_else(|| (number + 1).to_string(), |sign| sign.1.to_string()) }</kbd>
            <span>{ prose(&choice.text) }</span>
            if let Some((_, _, word)) = sign {
                <span class="hidden">{ word }</span>
            }
        </button>
    }
}

fn verdict(card: &Card, given: usize) -> Html {
    let right = &card.question.choices[card.question.right()];
    let chosen = card.question.choices.get(given).filter(|choice| choice.idea.is_some());
    html! {
        <div class="predict-verdict" role="status">
            if let Some(chosen) = chosen {
                <p><b>{ say::not_so() }{ " " }</b>{ prose(&chosen.because) }</p>
                <p>{ prose(&right.because) }</p>
            } else {
                <p><b>{ say::right() }{ " " }</b>{ prose(&right.because) }</p>
            }
        </div>
    }
}

/// How many were right, and what was missed.
fn score(predict: &Predict, tell: &Callback<Action>) -> Html {
    let (right, all) = predict.score();
    let missed = predict.missed();
    if all == 0 {
        return html! { <span class="predict-score" /> };
    }
    let said = say::score(right as u64, all as u64);
    if missed.is_empty() {
        return html! { <span class="predict-score">{ said }</span> };
    }
    html! {
        <details class="predict-score">
            <summary title={say::missed_about()}>{ said }</summary>
            <ul>{ for missed.into_iter().rev().map(|(number, answered)| row(number, answered, tell)) }</ul>
        </details>
    }
}

fn row(number: usize, answered: &Answered, tell: &Callback<Action>) -> Html {
    let idea = answered.question.choices.get(answered.given).and_then(|choice| choice.idea).map(|idea| idea.words()).unwrap_or_default();
    let right = &answered.question.choices[answered.question.right()];
    let question = html! {
        <button class="link" title={say::back_about()} onclick={tell.reform(move |_: MouseEvent| Action::Predict(PredictAction::Review(number)))}>
            { prose(&answered.question.ask) }
        </button>
    };
    let [first, second, third, _] = MARKS;
    let sentence = if idea.is_empty() { say::missed(first, second) } else { say::missed_idea(first, second, third) };
    html! { <li>{ marked(&sentence, &[question, prose(&right.text), prose(idea)]) }</li> }
}
