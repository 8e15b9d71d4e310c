//! Arrows: drawn from cell to header, told in words, and signed while a collection takes them off.

use heapglass::layout::{Arrow, ArrowCell as Cell, ArrowKind};
use heapglass::picture::story::{Doomed, Reference};
use heapglass::picture::{Object, ObjectId, Picture};
use heapglass::view::{Collecting, Taken};
use heapglass::words;
use heapglass_words::stage as say;
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ArrowProps {
    pub(super) arrow: Arrow,
    pub(super) words: String,
    pub(super) is_touched: bool,
    pub(super) is_traced: bool,
    /// What the running collection does with this reference.
    pub(super) taken: Option<Taken>,
    /// An exercise says that its name will point elsewhere.
    pub(super) is_doubted: bool,
    /// Tells that the pointer is on it: what would go with it is shown.
    pub(super) point: Callback<Option<Reference>>,
    /// The reference that it stands for, if it can be dropped.
    pub(super) reference: Option<Reference>,
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
        props.is_doubted.then_some("is-doubted"),
        props.taken.map(|taken| match taken {
            Taken::Pending => "is-pending",
            Taken::Now => "is-taken is-being-taken",
            Taken::Done => "is-taken",
            Taken::Saves => "is-saving",
        }),
    );
    let (x, y) = arrow.path.middle;
    let (start_x, start_y) = arrow.path.start;
    let reference = props.reference.clone();
    let enter = props.point.reform(move |_: PointerEvent| reference.clone());
    let leave = props.point.reform(|_: PointerEvent| None);
    html! {
        <g {class} aria-hidden="true" data-to={arrow.to.0.to_string()} data-from={arrow.from.map(|id| id.0.to_string())}>
            <title>{ &props.words }</title>
            <path class="halo" d={arrow.path.line.clone()} />
            <path class="line" d={arrow.path.line.clone()} />
            <path class="tip" d={arrow.path.tip.clone()} />
            <circle class="start" cx={arrow.path.start.0.to_string()} cy={arrow.path.start.1.to_string()} r="4" />
            <path class="reach" d={arrow.path.line.clone()} onpointerenter={enter} onpointerleave={leave} />
            if props.taken.is_some_and(|taken| taken != Taken::Saves) {
                <g class="minus-one" style={format!("--from-x: {}px; --from-y: {}px", start_x - x, start_y - y)}>
                    <circle class="token" cx={x.to_string()} cy={y.to_string()} r="10" />
                    <text class="token-text" x={x.to_string()} y={(y + 4).to_string()} text-anchor="middle">{ "−1" }</text>
                </g>
            }
            if arrow.kind == ArrowKind::Weak {
                <text class="weak-sign" x={x.to_string()} y={(y - 5).to_string()} text-anchor="middle">{ say::weak() }</text>
            }
        </g>
    }
}

/// What tells each arrow from the others, whichever are drawn beside it: the cell that it leaves, and its end.
pub(super) fn keys(arrows: &[Arrow]) -> Vec<String> {
    let mut alike: BTreeMap<(Option<ObjectId>, ObjectId, u8, usize), usize> = BTreeMap::new();
    let key = |arrow: &Arrow| {
        let (sort, place) = match arrow.cell {
            Cell::Name(frame, name) => (0, frame << 16 | name),
            Cell::Stack => (1, 0),
            Cell::Key(part) => (2, part),
            Cell::Part(part) => (3, part),
        };
        // A value stack may hold an object twice.
        let before = alike.entry((arrow.from, arrow.to, sort, place)).or_default();
        *before += 1;
        format!("{}-{sort}-{place}-{}-{before}", arrow.from.map_or(0, |from| from.0), arrow.to.0)
    };
    arrows.iter().map(key).collect()
}

/// The reference that an arrow stands for. What lies on the value stack, and keys, cannot be dropped.
pub(super) fn reference_of(arrow: &Arrow, picture: &Picture) -> Option<Reference> {
    match (arrow.from, arrow.cell) {
        (Some(object), Cell::Part(index)) => Some(Reference::Part { object, index: u32::try_from(index).ok()? }),
        (None, Cell::Name(frame, name)) => {
            let frame = picture.frames.get(frame)?;
            Some(Reference::Name { frame: frame.id, name: frame.names.get(name)?.name.clone() })
        }
        _ => None,
    }
}

/// What would die without the reference that is pointed at, in words.
pub(super) fn preview(pointed: Option<&Reference>, asked: Option<&Answered>) -> Html {
    let Some((_, answer)) = asked.filter(|(reference, _)| Some(reference) == pointed) else { return Html::default() };
    match answer {
        Err(why) => html! { <p class="preview" role="status">{ why }</p> },
        Ok(doomed) => {
            let count = (doomed.at_once.len() + doomed.by_collector.len()) as u64;
            html! { <p class="preview" role="status"><b>{ say::without_arrow(count) }</b>{ " " }{ words::pieces(&doomed.sentence).map(|(_, text)| text).collect::<String>() }</p> }
        }
    }
}

/// The objects that would die without the reference that is pointed at.
pub(super) fn doomed<'a>(pointed: Option<&Reference>, asked: Option<&'a Answered>) -> BTreeSet<&'a ObjectId> {
    let answered = asked.filter(|(reference, _)| Some(reference) == pointed).and_then(|(_, answer)| answer.as_ref().ok());
    answered.into_iter().flat_map(|doomed| doomed.at_once.iter().chain(&doomed.by_collector)).collect()
}

/// A reference that was asked about, and what would die.
pub(crate) type Answered = (Reference, Result<Doomed, String>);

/// From where to where an arrow leads.
pub(super) fn words_of(arrow: &Arrow, picture: &Picture) -> String {
    let named = |id: ObjectId| object(picture, id).map_or_else(|| words::numbered(id), words::title);
    let from = arrow.from.map_or_else(|| say::a_name().to_string(), named);
    let to = named(arrow.to);
    if arrow.kind == ArrowKind::Weak { say::refers_weakly(&from, &to) } else { say::refers(&from, &to) }
}

/// What the running collection does with each arrow. Of several from one object to another, the first is the first that is
/// taken off.
pub(super) fn taken(arrows: &[Arrow], collecting: Option<&Collecting>) -> Vec<Option<Taken>> {
    let mut left = collecting.map(|collecting| collecting.edges.clone()).unwrap_or_default();
    left.values_mut().for_each(|edges| edges.reverse());
    let counts = |arrow: &&Arrow| arrow.kind != ArrowKind::Weak;
    arrows.iter().map(|arrow| Some(arrow).filter(counts).and_then(|arrow| left.get_mut(&(arrow.from, arrow.to))?.pop())).collect()
}

/// Objects of a picture are in the order of their numbers.
fn object(picture: &Picture, id: ObjectId) -> Option<&Object> {
    let at = picture.objects.binary_search_by_key(&id, |object| object.id).ok()?;
    picture.objects.get(at)
}
