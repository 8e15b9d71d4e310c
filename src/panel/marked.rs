//! A sentence with buttons or keys in its midst.

use heapglass::words::{Part, parts};
use yew::prelude::*;

/// A sentence into which marks were put, with the parts that they stand for in their places.
pub(crate) fn marked(sentence: &str, stands_for: &[Html]) -> Html {
    parts(sentence)
        .into_iter()
        .map(|part| match part {
            Part::Text(text) => html! { { text } },
            Part::Mark(number) => stands_for.get(number).cloned().unwrap_or_default(),
        })
        .collect()
}
