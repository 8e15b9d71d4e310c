//! The sentence: what the last step did, in words, and the phases of a collection while one runs.

use super::{Picture, marked::marked, prose};
use heapglass::picture::Collection;
use heapglass::view::Collecting;
use heapglass::words::MARKS;
use heapglass_words::{phases, sentence_panel as say};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SentenceProps {
    pub(crate) shown: Picture,
    /// The collection that runs, as far as it has been gone through.
    pub(crate) collecting: Option<Rc<Collecting>>,
}

#[component(SentencePanel)]
pub(crate) fn sentence_panel(props: &SentenceProps) -> Html {
    let Some(shown) = &props.shown else {
        return html! {
            <div class="sentence">
                <p class="say" aria-live="polite">{ say::nothing_recorded() }</p>
                <p
                    class="say-more"
                >
                    { say::how_to_step() }
                </p>
            </div>
        };
    };
    let picture = &shown.picture;
    let sentence = &picture.sentence;
    let collection = picture.collector.collection.as_ref();
    let moved = props.collecting.as_ref().and_then(|collecting| collecting.sentence.clone());
    let text = match collection {
        _ if moved.is_some() => moved.unwrap_or_default(),
        _ if !sentence.text.is_empty() => sentence.text.clone(),
        Some(collection) => collection.sentence.clone(),
        None => say::about_to_start().into(),
    };
    html! {
        <div class="sentence">
            if let Some(collection) = collection {
                { row(collection) }
            }
            <p class="say" aria-live="polite">{ prose(&text) }</p>
            <p class="say-more">
                { prose(&sentence.detail) }
                if let Some(instruction) = &picture.position.instruction {
                    <span class="instruction" title={say::next_about()}>
                        { marked(&say::next(MARKS[0]), &[html! { <code>{ format!("{} {} {}", instruction.offset, instruction.name, instruction.argument) }</code> }]) }
                    </span>
                }
            </p>
            if picture.omitted > 0 {
                <p
                    class="hidden"
                >
                    { say::not_drawn(picture.omitted.into()) }
                </p>
            }
        </div>
    }
}

fn row(collection: &Collection) -> Html {
    let now = usize::try_from(collection.phase_on_screen()).unwrap_or(usize::MAX);
    html! {
        <ol class="phases" aria-label={say::phases()}>
            { for collection.phases.iter().enumerate().map(|(index, phase)| {
                let (class, current) = match index.cmp(&now) {
                    std::cmp::Ordering::Less => ("done", None),
                    std::cmp::Ordering::Equal => ("now", Some("step")),
                    std::cmp::Ordering::Greater => ("", None),
                };
                let title = say::phase(&(index + 1).to_string(), phase, &phases::name(phase));
                html! { <li {class} aria-current={current} {title}><b>{ index + 1 }</b><span>{ phases::name(phase) }</span></li> }
            }) }
        </ol>
    }
}
