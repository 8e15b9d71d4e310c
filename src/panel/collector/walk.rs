//! The buttons that go through a collection.

use heapglass::session::{Action, CollectionAction};
use heapglass::view::Collecting;
use heapglass_words::collector as words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct WalkProps {
    pub(crate) collecting: Option<Rc<Collecting>>,
    pub(crate) playing: bool,
    pub(crate) tell: Callback<Action>,
}

#[component(WalkButtons)]
pub(crate) fn walk_buttons(props: &WalkProps) -> Html {
    let act = |action: CollectionAction| props.tell.reform(move |_: MouseEvent| Action::Collection(action));
    let (play, play_title) = match (props.playing, &props.collecting) {
        (true, _) => (words::pause(), words::pause_title()),
        (false, Some(_)) => (words::play(), words::play_title()),
        (false, None) => (words::play_next(), words::play_next_title()),
    };
    html! {
        <div class="walk" role="group" aria-label={words::walk()}>
            if let Some(collecting) = &props.collecting {
                <span class="walk-place">{ if collecting.of > 0 { collecting.place.clone() } else { String::new() } }</span>
                <button class="small" title={words::back_title()} onclick={act(CollectionAction::Back)}>{ words::back() }</button>
                <button class="small" title={words::on_title()} onclick={act(CollectionAction::On)}>{ &collecting.next }</button>
            }
            <button
                class={classes!("small", "walk-play", props.playing.then_some("is-on"))}
                title={play_title}
                aria-pressed={props.playing.to_string()}
                onclick={act(CollectionAction::Play)}
            >
                { play }
            </button>
        </div>
    }
}
