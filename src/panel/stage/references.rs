//! Arrows: drawn from cell to header, told in words, and signed while a collection takes them off.

use heapglass::layout::{Arrow, ArrowKind};
use heapglass::picture::{Object, ObjectId, Picture};
use heapglass::words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ArrowProps {
    pub(super) arrow: Arrow,
    pub(super) words: String,
    pub(super) is_touched: bool,
    pub(super) is_traced: bool,
    /// The running collection takes this reference off.
    pub(super) taken: bool,
}

#[component(ArrowView)]
pub(super) fn arrow_view(props: &ArrowProps) -> Html {
    let arrow = &props.arrow;
    let kind = match arrow.kind {
        ArrowKind::Root => "is-root",
        ArrowKind::Inner => "",
        ArrowKind::Weak => "is-weak",
    };
    let class = classes!(
        "arrow",
        kind,
        arrow.changed.then_some("is-changed"),
        props.is_touched.then_some("is-touched"),
        props.is_traced.then_some("is-traced"),
        props.taken.then_some("is-taken"),
    );
    let (x, y) = arrow.path.middle;
    html! {
        <g {class} aria-hidden="true" data-to={arrow.to.0.to_string()} data-from={arrow.from.map(|id| id.0.to_string())}>
            <title>{ &props.words }</title>
            <path class="halo" d={arrow.path.line.clone()} />
            <path class="line" d={arrow.path.line.clone()} />
            <path class="tip" d={arrow.path.tip.clone()} />
            <circle class="start" cx={arrow.path.start.0.to_string()} cy={arrow.path.start.1.to_string()} r="4" />
            <path class="reach" d={arrow.path.line.clone()} />
            if props.taken {
                <circle class="token" cx={x.to_string()} cy={y.to_string()} r="10" />
                <text class="token-text" x={x.to_string()} y={(y + 4).to_string()} text-anchor="middle">{ "−1" }</text>
            }
            if arrow.kind == ArrowKind::Weak {
                <text class="weak-sign" x={x.to_string()} y={(y - 5).to_string()} text-anchor="middle">{ "weak" }</text>
            }
        </g>
    }
}

/// From where to where an arrow leads.
pub(super) fn words_of(arrow: &Arrow, picture: &Picture) -> String {
    let named = |id: ObjectId| object(picture, id).map_or_else(|| words::numbered(id), words::title);
    let from = arrow.from.map_or_else(|| "a name".to_string(), named);
    let weak = if arrow.kind == ArrowKind::Weak { ", without counting" } else { "" };
    format!("{from} refers to {}{weak}", named(arrow.to))
}

/// Whether the collection has just taken the inner references off the scratch counts.
pub(super) fn is_subtracting(picture: &Picture) -> bool {
    let collection = picture.collector.collection.as_ref();
    collection.is_some_and(|running| running.phases.get(running.phase as usize).is_some_and(|phase| phase == "Subtract"))
}

/// Whether the collection has taken this reference off its target's scratch count.
pub(super) fn taken_off(arrow: &Arrow, picture: &Picture, subtracting: bool) -> bool {
    let examined = |id| object(picture, id).is_some_and(|object| object.scratch.is_some());
    subtracting && arrow.kind == ArrowKind::Inner && arrow.from.is_some_and(examined) && examined(arrow.to)
}

/// Objects of a picture are in the order of their numbers.
fn object(picture: &Picture, id: ObjectId) -> Option<&Object> {
    let at = picture.objects.binary_search_by_key(&id, |object| object.id).ok()?;
    picture.objects.get(at)
}
