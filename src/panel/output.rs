//! What the program has printed so far.

use super::{Picture, input::InputRows};
use heapglass::session::{Action, World};
use heapglass_words::output as say;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct OutputProps {
    pub(crate) shown: Picture,
    pub(crate) world: World,
    /// The prompt, if the program waits for a line.
    pub(crate) waiting: Option<String>,
    pub(crate) tell: Callback<Action>,
}

#[component(OutputPanel)]
pub(crate) fn output_panel(props: &OutputProps) -> Html {
    let picture = props.shown.as_ref().map(|shown| &shown.picture);
    let (output, errors) = picture.map_or(("", ""), |picture| (picture.output.as_str(), picture.errors.as_str()));
    let text = use_node_ref();
    {
        let text = text.clone();
        // As in a terminal, what was printed last is in view.
        use_effect_with((output.len(), errors.len()), move |_| {
            if let Some(text) = text.cast::<Element>() {
                text.set_scroll_top(text.scroll_height());
            }
        });
    }
    html! {
        <section class="panel output" aria-label={say::output()}>
            <header>
                <h2>{ say::output() }</h2>
                if let Some(ending) = picture.and_then(|picture| picture.position.ending.as_ref()) {
                    <span class="fact">{ ending }</span>
                }
            </header>
            <div ref={text} class="output-text" tabindex="0" role="group" aria-label={say::printed()}>
                if output.is_empty() && errors.is_empty() {
                    <p class="empty">{ say::nothing_yet() }</p>
                }
                if !output.is_empty() {
                    <pre>{ output }</pre>
                }
                if !errors.is_empty() {
                    <pre class="errors"><span class="hidden">{ say::standard_error() }{ " " }</span>{ errors }</pre>
                }
            </div>
            <InputRows world={props.world.clone()} waiting={props.waiting.clone()} tell={props.tell.clone()} />
        </section>
    }
}
