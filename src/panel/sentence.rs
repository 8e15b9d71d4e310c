//! The sentence: what the last step did, in words, and the phases of a collection while one runs.

use super::{Picture, prose};
use heapglass::picture::Collection;
use heapglass::words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SentenceProps {
    pub(crate) shown: Picture,
}

#[component(SentencePanel)]
pub(crate) fn sentence_panel(props: &SentenceProps) -> Html {
    let Some(shown) = &props.shown else {
        return html! {
            <div class="sentence">
                <p class="say" aria-live="polite">{ "Nothing is recorded yet." }</p>
                <p
                    class="say-more"
                >
                    { "Once the program runs, step through it with the buttons below, or with the arrow keys." }
                </p>
            </div>
        };
    };
    let picture = &shown.picture;
    let sentence = &picture.sentence;
    let collection = picture.collector.collection.as_ref();
    let text = match collection {
        _ if !sentence.text.is_empty() => sentence.text.clone(),
        Some(collection) => collection.sentence.clone(),
        None => "The program is about to start.".into(),
    };
    html! {
        <div class="sentence">
            if let Some(collection) = collection {
                { phases(collection) }
            }
            <p class="say" aria-live="polite">{ prose(&text) }</p>
            <p class="say-more">
                { prose(&sentence.detail) }
                if let Some(instruction) = &picture.position.instruction {
                    <span class="instruction" title="The instruction that runs next">
                        { "next: " }<code>{ format!("{} {} {}", instruction.offset, instruction.name, instruction.argument) }</code>
                    </span>
                }
            </p>
            if picture.omitted > 0 {
                <p
                    class="hidden"
                >
                    { words::counted(picture.omitted.into(), "object is", "objects are") }{ " not drawn." }
                </p>
            }
        </div>
    }
}

fn phases(collection: &Collection) -> Html {
    let now = usize::try_from(collection.phase).unwrap_or(usize::MAX);
    html! {
        <ol class="phases" aria-label="Phases of the collection">
            { for collection.phases.iter().enumerate().map(|(index, phase)| {
                let (class, current) = match index.cmp(&now) {
                    std::cmp::Ordering::Less => ("done", None),
                    std::cmp::Ordering::Equal => ("now", Some("step")),
                    std::cmp::Ordering::Greater => ("", None),
                };
                let far = (index.abs_diff(now) > 2).then_some("hidden");
                html! { <li {class} aria-current={current} title={phase.clone()}><b>{ index + 1 }</b><span class={classes!(far)}>{ phase }</span></li> }
            }) }
        </ol>
    }
}
