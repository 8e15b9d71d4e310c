//! What is under the pointer on the strip: which steps, how much lives there, and what happens there, with lines.

use crate::panel::marked::marked;
use heapglass::picture::story::{Happened, Happenings, Overview};
use heapglass::strip;
use heapglass::words::MARKS;
use heapglass_words::timeline as words;
use yew::prelude::*;

/// Happenings that are listed; the rest are counted.
const MOST: usize = 6;

/// The tip over the steps `from` to `to`, at this share of the strip.
pub(super) fn tip(overview: &Overview, told: Option<&Happenings>, (from, to): (u64, u64), share: f64) -> Html {
    let (collections, output, exceptions) = strip::events_between(overview, from, to);
    let asked = strip::asked_about(overview, from, to);
    let told = told.filter(|told| (told.from, told.to) == asked && (collections, output, exceptions) != (0, 0, 0));
    let counts = [
        (collections > 0).then(|| words::pointed_collections(collections)),
        (output > 0).then(|| words::pointed_output(output)),
        (exceptions > 0).then(|| words::pointed_exceptions(exceptions)),
    ];
    let counts = counts.into_iter().flatten().reduce(|front, last| words::pointed_list(&front, &last));
    let level = strip::at(overview, u64::midpoint(from, to)).map_or_else(
        || MARKS[0].to_string(),
        |bucket| words::pointed_level(MARKS[0], bucket.objects, bucket.bytes),
    );
    let steps = if to > from + 1 { words::pointed_steps(from, to) } else { words::pointed_step(from) };
    html! {
        <div class="strip-tip" role="tooltip" style={format!("left: {:.2}%", share.clamp(0.1, 0.9) * 100.0)}>
            <p>
                { marked(&level, &[html! { <strong>{ steps }</strong> }]) }
            </p>
            if let Some(told) = told.filter(|told| !told.list.is_empty()) {
                <ul>
                    { for told.list.iter().take(MOST).map(|one| html! {
                        <li class={sign_class(one.what)}>{ sentence(one.what, one.at.line, &one.words) }</li>
                    }) }
                    if told.list.len() > MOST {
                        <li>{ words::happened_more((told.list.len() - MOST) as u64) }</li>
                    }
                </ul>
            } else if let Some(counts) = counts {
                <p>{ counts }</p>
            }
        </div>
    }
}

fn sign_class(what: Happened) -> &'static str {
    match what {
        Happened::Collection(..) => "strip-key key-collections",
        Happened::Output => "strip-key key-output",
        Happened::Exception => "strip-key key-exceptions",
    }
}

fn sentence(what: Happened, line: u32, more: &str) -> String {
    let line = line.to_string();
    match what {
        Happened::Collection(generation, found) => words::happened_collection(&line, &generation.to_string(), found),
        Happened::Output if more.is_empty() => words::happened_empty_output(&line),
        Happened::Output => words::happened_output(&line, more),
        Happened::Exception => words::happened_exception(&line, more),
    }
}
