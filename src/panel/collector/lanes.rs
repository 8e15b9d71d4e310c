//! The lanes: counters that fill towards their thresholds, and the objects that are in each generation.

use crate::panel::kind_class;
use heapglass::picture::{Object, ObjectId, Picture};
use heapglass::session::{Action, Shown};
use heapglass::view::{Collecting, Filling, Lanes, filling};
use heapglass::words::{numbered, title};
use heapglass_words::collector as words;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct LanesProps {
    /// The picture that the stage shows.
    pub(crate) shown: Rc<Shown>,
    /// The picture as the engine took it.
    pub(crate) fact: Rc<Shown>,
    pub(crate) collecting: Option<Rc<Collecting>>,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) tell: Callback<Action>,
    pub(crate) children: Children,
}

/// Objects of a lane that are shown by name.
const CHIPS: usize = 40;

/// The phase after which the verdicts stand.
const RESCUE: u32 = 3;

/// What is in one lane.
struct Members<'a> {
    drawn: Vec<&'a Object>,
    others: u64,
    kinds: &'a [(String, u64)],
}

#[component(LanesView)]
pub(crate) fn lanes_view(props: &LanesProps) -> Html {
    let collector = &props.fact.picture.collector;
    let verdicts = props.collecting.as_ref().map(|collecting| collecting.verdicts()).unwrap_or_default();
    let at = props.collecting.as_ref().map_or(usize::MAX, |collecting| collecting.at);
    let is_settled = collector.collection.as_ref().is_some_and(|running| running.phase > RESCUE);
    let lanes = Lanes::of(collector, &verdicts, at);
    let objects: BTreeMap<ObjectId, &Object> = props.shown.picture.objects.iter().map(|object| (object.id, object)).collect();
    let members = |ids: &[ObjectId], others: u64, kinds| {
        let drawn: Vec<&Object> = ids.iter().filter_map(|id| objects.get(id).copied()).collect();
        // Those of imported modules are not drawn on the stage either.
        (ids.len() - drawn.len(), drawn, others, kinds)
    };
    let build = |(missing, drawn, others, kinds): (usize, Vec<_>, u64, _)| Members { drawn, others: others + missing as u64, kinds };
    html! {
        <div class="lanes" tabindex="0" role="group" aria-label={words::lanes()}>
            { for collector.generations.iter().zip([words::youngest(), words::middle(), words::oldest()]).enumerate().map(|(number, (generation, name))| {
                let ids = lanes.generations.get(number).map_or(&[][..], Vec::as_slice);
                lane(number, name, &filling(collector, number), collector.enabled, build(members(ids, generation.others, generation.kinds.as_slice())), props)
            }) }
            if collector.collection.is_some() && !lanes.aside.is_empty() {
                <div class="lane is-aside" role="group" aria-label={words::aside_name()}>
                    <span class="lane-name">{ if is_settled { words::condemned() } else { words::aside() } }</span>
                    <span class="lane-count"><span class="count-of">{ if is_settled { words::condemned_fact() } else { words::aside_fact() } }</span></span>
                    { tokens(&build(members(&lanes.aside, 0, &[])), props) }
                </div>
            }
            if !collector.frozen.objects.is_empty() {
                <div class="lane" role="group" aria-label={words::permanent_name()}>
                    <span class="lane-name">{ words::permanent() }</span>
                    <span class="lane-count"><span class="count-of">{ words::permanent_fact() }</span></span>
                    { tokens(&build(members(&collector.frozen.objects, collector.frozen.others, &[])), props) }
                </div>
            }
            { untracked(&props.fact.picture, props) }
            { for props.children.iter() }
        </div>
    }
}

fn lane(number: usize, name: &str, filling: &Filling, enabled: bool, members: Members<'_>, props: &LanesProps) -> Html {
    html! {
        <div class="lane" role="group" aria-label={words::generation(&number.to_string())}>
            <span class="lane-name">
                <span
                    class="pips"
                    aria-hidden="true"
                >
                    { for (0..3).map(|pip| html! { <i class={classes!((pip <= number).then_some("on"))}></i> }) }
                </span>
                { name }
            </span>
            <span class="lane-count" title={meaning(number)}>
                <span
                    class={classes!("meter", filling.is_full.then_some("is-over"), (!enabled).then_some("is-off"))}
                    aria-hidden="true"
                >
                    <i style={format!("width: {}%", filling.percent)}></i>
                    <b style={format!("left: {}%", Filling::MARK)}></b>
                </span>
                <span class="count-of">{ &filling.figures }</span>
                if !filling.rule.is_empty() {
                    <span class="count-rule" title={words::quarter_rule_title()}>
                        { &filling.rule }
                    </span>
                }
                if !filling.words.is_empty() {
                    <span class="count-says">{ &filling.words }</span>
                }
            </span>
            { tokens(&members, props) }
        </div>
    }
}

/// What the counter of a generation counts.
fn meaning(number: usize) -> &'static str {
    match number {
        0 => words::counts_youngest(),
        1 => words::counts_middle(),
        _ => words::counts_oldest(),
    }
}

fn tokens(members: &Members<'_>, props: &LanesProps) -> Html {
    let Members { drawn, others, kinds } = members;
    html! {
        <span class="members">
            // A list of their own: keys count only where all of a list have one.
            <>{ for drawn.iter().take(CHIPS).map(|object| token(object, props)) }</>
            if drawn.is_empty() && *others == 0 {
                <span>{ words::empty() }</span>
            }
            if drawn.len() > CHIPS {
                <span>{ words::more((drawn.len() - CHIPS) as u64) }</span>
            }
            if *others > 0 {
                { the_others(*others, kinds) }
            }
        </span>
    }
}

/// The interpreter's objects: a number, and a way in.
pub(super) fn the_others(others: u64, kinds: &[(String, u64)]) -> Html {
    let told: u64 = kinds.iter().map(|(_, count)| count).sum();
    if kinds.is_empty() {
        return html! { <span>{ words::of_interpreter(others) }</span> };
    }
    html! {
        <details class="others">
            <summary title={words::of_interpreter_title()}>{ words::of_interpreter(others) }</summary>
            <ul>
                { for kinds.iter().map(|(kind, count)| html! { <li>{ words::of_kind(*count, kind) }</li> }) }
                if others > told {
                    <li>{ words::other_kinds(others - told) }</li>
                }
            </ul>
        </details>
    }
}

fn token(object: &Object, props: &LanesProps) -> Html {
    let id = object.id;
    let title = title(object);
    let is_selected = props.selected == Some(id);
    let collecting = props.collecting.as_ref();
    let is_now = collecting.is_some_and(|collecting| collecting.now == Some(id));
    let class = classes!(
        "chip",
        kind_class(object.shape),
        (!object.reachable).then_some("is-unreachable"),
        is_selected.then_some("is-selected"),
        is_now.then_some("is-now"),
    );
    html! {
        <button
            key={id.0}
            {class}
            data-id={id.0.to_string()}
            title={title.clone()}
            aria-label={words::select(&title)}
            aria-pressed={is_selected.to_string()}
            onclick={props.tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}
        >
            { numbered(id) }
        </button>
    }
}

/// The program's containers that the collector does not watch.
fn untracked(picture: &Picture, props: &LanesProps) -> Html {
    let ids = &picture.collector.untracked;
    let drawn: Vec<&Object> = picture.objects.iter().filter(|object| ids.binary_search(&object.id).is_ok()).collect();
    if drawn.is_empty() {
        return Html::default();
    }
    html! {
        <div class="lane is-untracked" role="group" aria-label={words::untracked()}>
            <span class="lane-name">{ words::untracked() }</span>
            <span class="lane-count"><span class="count-of">{ words::untracked_fact() }</span></span>
            { tokens(&Members { drawn, others: 0, kinds: &[] }, props) }
        </div>
    }
}
