//! The candidates of the collection that runs: counts, scratch counts, verdicts.

use heapglass::picture::{Collection, ObjectId};
use heapglass::session::{Action, Shown};
use heapglass::view::{Collecting, Entry};
use heapglass::words::number;
use heapglass_words::collector as words;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct CandidatesProps {
    /// The picture that the stage shows.
    pub(crate) shown: Rc<Shown>,
    pub(crate) running: Collection,
    pub(crate) collecting: Rc<Collecting>,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) tell: Callback<Action>,
}

#[component(CandidatesPanel)]
pub(crate) fn candidates_panel(props: &CandidatesProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.collecting.now, move |_| keep_in_view(&node));
    }
    let drawn: BTreeSet<ObjectId> = props.shown.picture.objects.iter().map(|object| object.id).collect();
    let (own, rest): (Vec<&Entry>, Vec<&Entry>) = props.collecting.entries.iter().partition(|entry| drawn.contains(&entry.id));
    let others = props.running.others + rest.len() as u64;
    let kinds = match props.running.generation {
        0 => words::of_youngest(),
        1 => words::of_younger_two(),
        _ => words::of_all(),
    };
    html! {
        <section class="panel candidates" aria-label={words::candidates()}>
            <header>
                <h2>{ words::candidates() }</h2>
                <span class="fact">{ kinds }</span>
            </header>
            <div class="work" ref={node} tabindex="0" role="group" aria-label={words::candidates_name()}>
                <table>
                    <thead><tr><th scope="col">{ words::column_object() }</th><th scope="col">{ words::column_count() }</th><th scope="col">{ words::column_scratch() }</th><th scope="col">{ words::column_verdict() }</th></tr></thead>
                    <tbody>{ for own.into_iter().map(|entry| row(entry, props)) }</tbody>
                </table>
                if others > 0 {
                    <details class="others">
                        <summary title={words::other_candidates_title()}>{ words::other_candidates(others) }</summary>
                        <p>{ of_the_interpreter(&props.running, &rest) }</p>
                    </details>
                }
            </div>
        </section>
    }
}

/// Objects without a box that are listed.
const LISTED: usize = 12;

/// What is known of the candidates that are not the program's.
fn of_the_interpreter(running: &Collection, rest: &[&Entry]) -> String {
    let mut sentences = vec![words::others_are_treated_alike().to_owned()];
    if running.other_moves > 0 {
        sentences.push(words::others_moves(running.other_moves));
    }
    let titles = rest.iter().take(LISTED).map(|entry| entry.title.clone()).reduce(|front, last| words::titles(&front, &last));
    if let Some(titles) = titles {
        sentences.push(if rest.len() > LISTED { words::others_without_box_first(&titles) } else { words::others_without_box(&titles) });
    }
    sentences.join(" ")
}

fn row(entry: &Entry, props: &CandidatesProps) -> Html {
    let id = entry.id;
    let mark = &entry.mark;
    let is_selected = props.selected == Some(id);
    let class = classes!(mark.verdict.class(), is_selected.then_some("is-selected"), mark.is_now.then_some("is-now"));
    html! {
        <tr key={id.0} {class} data-id={id.0.to_string()} aria-current={mark.is_now.then_some("step")}>
            <th scope="row">
                <button class="link" title={words::select_title()} onclick={props.tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}>
                    { &entry.title }
                </button>
            </th>
            <td>{ entry.count.map_or_else(|| "–".into(), number) }</td>
            <td class="scratch">{ if mark.scratch.is_empty() { "–" } else { mark.scratch.as_str() } }</td>
            <td class="says"><span class="sign" aria-hidden="true">{ mark.verdict.sign() }</span>{ mark.verdict.words() }</td>
        </tr>
    }
}

/// Scrolls the table, and nothing else, to the row of the last move.
fn keep_in_view(node: &NodeRef) {
    let Some(work) = node.cast::<web_sys::HtmlElement>() else { return };
    let found = work.query_selector("tr.is-now").ok().flatten().and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(row) = found else { return };
    let (top, height) = (row.offset_top(), row.offset_height());
    // The head of the table stays at the top.
    let (above, below) = (work.scroll_top() + height, work.scroll_top() + work.client_height());
    if top < above || top + height > below {
        work.set_scroll_top((top - work.client_height() / 2).max(0));
    }
}
