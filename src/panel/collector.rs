//! The collector: its lanes with their members and counters, and the candidates of the collection that runs.

mod candidates;
mod lanes;
mod walk;

use super::Picture;
use candidates::CandidatesPanel;
use heapglass::picture::story::Intervention;
use heapglass::picture::{Collector, ObjectId};
use heapglass::session::{Action, Ask};
use heapglass::view::Collecting;
use heapglass_words::collector as words;
use lanes::LanesView;
use std::rc::Rc;
use walk::WalkButtons;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct CollectorProps {
    /// The picture that the stage shows.
    pub(crate) shown: Picture,
    /// The picture as the engine took it.
    pub(crate) fact: Picture,
    /// The collection that runs, as far as it has been gone through.
    pub(crate) collecting: Option<Rc<Collecting>>,
    /// It is played, or the next one is looked for.
    pub(crate) playing: bool,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) tell: Callback<Action>,
}

#[component(CollectorPanel)]
pub(crate) fn collector_panel(props: &CollectorProps) -> Html {
    let (Some(shown), Some(fact)) = (&props.shown, &props.fact) else {
        return Html::default();
    };
    let collector = &fact.picture.collector;
    html! {
        <div class={classes!("collector", props.collecting.is_some().then_some("is-collecting"))}>
            <section class="panel generations" aria-label={words::generations()}>
                <header>
                    <h2>{ words::generations() }</h2>
                    <WalkButtons collecting={props.collecting.clone()} playing={props.playing} tell={props.tell.clone()} />
                </header>
                <LanesView shown={shown.clone()} fact={fact.clone()} collecting={props.collecting.clone()} selected={props.selected} tell={props.tell.clone()}>
                    <div class="gc-facts">
                        { for facts(collector).into_iter().map(|fact| html! { <span>{ fact }</span> }) }
                        { what_if(words::collect_here(), words::collect_here_title(), Intervention::Collect, &props.tell) }
                        { what_if(words::disable_here(), words::disable_here_title(), Intervention::DisableCollector, &props.tell) }
                    </div>
                </LanesView>
            </section>
            if let Some(collecting) = &props.collecting {
                <CandidatesPanel
                    shown={shown.clone()}
                    running={collector.collection.clone().unwrap_or_default()}
                    collecting={collecting.clone()}
                    selected={props.selected}
                    tell={props.tell.clone()}
                />
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

/// What `gc` would tell of the collector as a whole.
fn facts(collector: &Collector) -> Vec<String> {
    let made: u64 = collector.collections.iter().sum();
    let found: u64 = collector.collected.iter().sum();
    let mut facts = Vec::new();
    if !collector.enabled {
        facts.push(words::is_off().to_string());
    }
    facts.push(words::so_far(made, found));
    if collector.garbage > 0 || collector.debug & SAVE_ALL != 0 {
        facts.push(words::garbage(collector.garbage));
    }
    facts
}

/// `gc.DEBUG_SAVEALL`.
const SAVE_ALL: u64 = 32;
