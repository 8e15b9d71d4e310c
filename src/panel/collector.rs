//! The collector: three generations, and the candidates of the collection that runs.

use super::Picture;
use heapglass::picture::story::Intervention;
use heapglass::picture::{Candidate, Collection, Collector, Generation, ObjectId, Picture as Moment};
use heapglass::session::{Action, Ask};
use heapglass::words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct CollectorProps {
    pub(crate) shown: Picture,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) tell: Callback<Action>,
}

const NAMES: [&str; 3] = ["Youngest", "Middle", "Oldest"];
/// Objects of a generation that are shown by name.
const CHIPS: usize = 40;

#[component(CollectorPanel)]
pub(crate) fn collector_panel(props: &CollectorProps) -> Html {
    let Some(shown) = &props.shown else {
        return Html::default();
    };
    let collector = &shown.picture.collector;
    html! {
        <div class={classes!("collector", collector.collection.is_some().then_some("is-collecting"))}>
            <section class="panel" aria-label="Generations">
                <header>
                    <h2>{ "Generations" }</h2>
                    <span class="fact">{ fact(collector) }</span>
                    { what_if("Collect here", "Run a full collection now, in an alternative (9)", Intervention::Collect, &props.tell) }
                    { what_if("Switch off here", "gc.disable() from here on, in an alternative (8)", Intervention::DisableCollector, &props.tell) }
                </header>
                <div class="lanes" tabindex="0" role="group" aria-label="Objects by generation">
                    { for collector.generations.iter().zip(NAMES).enumerate().map(|(index, (generation, name))| lane(index, name, generation, &shown.picture, props)) }
                </div>
            </section>
            if let Some(collection) = &collector.collection {
                { candidates(collection, &shown.picture, props) }
            }
        </div>
    }
}

/// A button that begins an alternative.
fn what_if(name: &str, title: &'static str, change: Intervention, tell: &Callback<Action>) -> Html {
    html! {
        <button class="small what-if" {title} onclick={tell.reform(move |_: MouseEvent| Action::Ask(Ask::Begin(change.clone())))}>{ name }</button>
    }
}

fn fact(collector: &Collector) -> String {
    let made: u64 = collector.collections.iter().sum();
    let found: u64 = collector.collected.iter().sum();
    let state = if collector.enabled { "" } else { "switched off, " };
    format!(
        "{state}{} so far, {} found",
        words::counted(made, "collection", "collections"),
        words::counted(found, "object", "objects")
    )
}

fn lane(index: usize, name: &str, generation: &Generation, picture: &Moment, props: &CollectorProps) -> Html {
    // Those of imported modules are not drawn on the stage either.
    let drawn: Vec<ObjectId> = generation
        .objects
        .iter()
        .copied()
        .filter(|id| is_drawn(picture, *id))
        .collect();
    let others = generation.others + (generation.objects.len() - drawn.len()) as u64;
    let full = if generation.threshold == 0 {
        0
    } else {
        (generation.count * 100 / generation.threshold).min(100)
    };
    let over = generation.count > generation.threshold && generation.threshold > 0;
    html! {
        <div class="lane" role="group" aria-label={format!("Generation {index}")}>
            <span class="lane-name">
                <span
                    class="pips"
                    aria-hidden="true"
                >
                    { for (0..3).map(|pip| html! { <i class={classes!((pip <= index).then_some("on"))}></i> }) }
                </span>
                { name }
            </span>
            <span class="lane-count">
                <span
                    class={classes!("meter", over.then_some("is-over"))}
                    aria-hidden="true"
                >
                    <i style={format!("width: {full}%")}></i>
                </span>
                <span
                    class="count-of"
                >
                    { format!("{} / {}", words::number(generation.count), words::number(generation.threshold)) }
                </span>
            </span>
            <span class="members">
                { for drawn.iter().take(CHIPS).map(|id| chip(*id, picture, props)) }
                if drawn.is_empty() && others == 0 {
                    <span>{ "empty" }</span>
                }
                if drawn.len() > CHIPS {
                    <span>{ format!("and {} more", drawn.len() - CHIPS) }</span>
                }
                if others > 0 {
                    <span>{ format!("+ {} of the interpreter", words::number(others)) }</span>
                }
            </span>
        </div>
    }
}

fn chip(id: ObjectId, picture: &Moment, props: &CollectorProps) -> Html {
    let object = picture.objects.iter().find(|object| object.id == id);
    let title = object.map_or_else(|| words::numbered(id), words::title);
    let lost = object.is_some_and(|object| !object.reachable);
    html! {
        <button
            key={id.0}
            class={classes!("chip", lost.then_some("is-unreachable"), (props.selected == Some(id)).then_some("is-selected"))}
            title={title.clone()}
            aria-label={format!("Select {title}")}
            aria-pressed={(props.selected == Some(id)).to_string()}
            onclick={props.tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}
        >
            { words::numbered(id) }
        </button>
    }
}

fn is_drawn(picture: &Moment, id: ObjectId) -> bool {
    picture.objects.iter().any(|object| object.id == id)
}

fn candidates(collection: &Collection, picture: &Moment, props: &CollectorProps) -> Html {
    let (drawn, rest): (Vec<&Candidate>, Vec<&Candidate>) = collection
        .candidates
        .iter()
        .partition(|candidate| is_drawn(picture, candidate.id));
    let others = collection.others + rest.len() as u64;
    let kinds = match collection.generation {
        0 => "the youngest generation",
        1 => "the two younger generations",
        _ => "all generations",
    };
    html! {
        <section class="panel candidates" aria-label="Candidates">
            <header>
                <h2>{ "Candidates" }</h2>
                <span class="fact">{ kinds }</span>
            </header>
            <div class="work" tabindex="0" role="group" aria-label="Objects this collection looks at">
                <table>
                    <thead><tr><th scope="col">{ "object" }</th><th scope="col">{ "count" }</th><th scope="col">{ "scratch" }</th><th scope="col">{ "verdict" }</th></tr></thead>
                    <tbody>{ for drawn.into_iter().map(|candidate| candidate_row(candidate, props)) }</tbody>
                </table>
                if others > 0 {
                    <p class="empty">{ format!("and {} of the interpreter", words::number(others)) }</p>
                }
            </div>
        </section>
    }
}

fn candidate_row(candidate: &Candidate, props: &CollectorProps) -> Html {
    let id = candidate.id;
    let scratch = candidate
        .scratch
        .map_or_else(|| "–".into(), |scratch| scratch.to_string());
    html! {
        <tr
            class={classes!(format!("verdict-{}", candidate.verdict), (props.selected == Some(id)).then_some("is-selected"))}
        >
            <th scope="row">
                <button
                    class="link"
                    title="Select this object"
                    onclick={props.tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}
                >
                    { format!("{} {}", candidate.type_name, words::numbered(id)) }
                </button>
            </th>
            <td>{ candidate.count }</td>
            <td class="scratch">{ scratch }</td>
            <td>{ &candidate.verdict }</td>
        </tr>
    }
}
