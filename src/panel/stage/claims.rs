//! What an exercise says of names: arrows as with a pencil, signs at those that were right or wrong, cells to draw arrows from.

use crate::panel::live::{Live, use_live};
use crate::panel::pointing::{Pointing, box_at};
use gloo::events::{EventListener, EventListenerOptions};
use heapglass::layout::{ClaimArrow, ClaimRow, ClaimsDrawn, Point, ROW};
use heapglass::picture::Picture;
use heapglass::session::{Action, ExerciseAction, Target, Zoom};
use heapglass::words;
use heapglass_words::exercise as say;
use web_sys::Element;
use yew::prelude::*;

/// The arrows, which lie under those that are there.
pub(super) fn arrows(claims: &ClaimsDrawn, picture: &Picture) -> Html {
    html! { <g class="claims" aria-hidden="true">{ for claims.arrows.iter().map(|claim| arrow(claim, picture)) }</g> }
}

fn arrow(claim: &ClaimArrow, picture: &Picture) -> Html {
    let object = picture.objects.iter().find(|object| object.id == claim.to).map_or_else(|| words::numbered(claim.to), words::title);
    let told = if claim.is_wrong { say::arrow_was_wrong(&claim.name, &object) } else { say::arrow_is_said(&claim.name, &object) };
    html! {
        <g key={claim.name.clone()} class={classes!("claim", claim.is_wrong.then_some("is-wrong"))} data-name={claim.name.clone()} data-to={claim.to.0.to_string()}>
            <title>{ told }</title>
            <path class="halo" d={claim.path.line.clone()} />
            <path class="line" d={claim.path.line.clone()} />
            <path class="tip" d={claim.path.tip.clone()} />
            <circle class="start" cx={claim.path.start.0.to_string()} cy={claim.path.start.1.to_string()} r="3" />
            <path class="reach" d={claim.path.line.clone()} />
        </g>
    }
}

/// The signs, which lie over all arrows.
pub(super) fn signs(claims: &ClaimsDrawn) -> Html {
    let wrong = claims.arrows.iter().filter(|claim| claim.is_wrong).map(|claim| sign("is-wrong", claim.sign, "M-3.5 -3.5L3.5 3.5M3.5 -3.5L-3.5 3.5"));
    let right = claims.right.iter().map(|at| sign("is-right", *at, "M-4 0.5L-1 3.5L4 -3.5"));
    html! { <g class="claim-signs" aria-hidden="true">{ for wrong.chain(right) }</g> }
}

fn sign(class: &'static str, (x, y): Point, drawn: &'static str) -> Html {
    html! {
        <g class={classes!("claim-sign", class)} transform={format!("translate({x} {y})")}>
            <circle r="8" />
            <path d={drawn} />
        </g>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ClaimRowsProps {
    pub(super) rows: Vec<ClaimRow>,
    /// Arrows can be drawn.
    pub(super) is_open: bool,
    pub(super) zoom: Zoom,
    pub(super) tell: Callback<Action>,
}

/// The cells of the names: an arrow is drawn by dragging one to a box, or by pressing it and then the box.
#[component(ClaimRows)]
pub(super) fn claim_rows(props: &ClaimRowsProps) -> Html {
    let pencil = use_live::<Option<Pencil>>();
    let does = props.tell.reform(Action::Exercise);
    let node = use_node_ref();
    use_held_still(&node, props.is_open);
    html! {
        <g ref={node} class="claim-rows" aria-hidden="true">
            { for props.rows.iter().map(|row| {
                let (right, middle) = row.dot();
                let (down, moved, up, cancel) = if props.is_open { handlers(row, props.zoom, &pencil, &does) } else { (None, None, None, None) };
                html! {
                    <g key={row.name.clone()} class={classes!("claim-row", row.hangs.then_some("hangs"), row.in_hand.then_some("in-hand"), props.is_open.then_some("is-open"))} data-name={row.name.clone()}>
                        if row.hangs {
                            <text class="key" x={(row.x + 10).to_string()} y={(middle + 4).to_string()}>{ words::shortened(&row.name, NAME) }</text>
                            <circle class="claim-dot" cx={right.to_string()} cy={middle.to_string()} r="4" />
                        }
                        <rect
                            x={(row.x + 2).to_string()}
                            y={row.y.to_string()}
                            width={(row.width - 4).to_string()}
                            height={ROW.to_string()}
                            onpointerdown={down}
                            onpointermove={moved}
                            onpointerup={up}
                            onpointercancel={cancel}
                        />
                    </g>
                }
            }) }
            if let Some(pencil) = pencil.get().filter(|pencil| pencil.pointing.moves) {
                <path class="claim-drag" d={format!("M{} {}L{} {}", pencil.dot.0, pencil.dot.1, pencil.at.0, pencil.at.1)} />
                <circle class="claim-drag" cx={pencil.at.0.to_string()} cy={pencil.at.1.to_string()} r="5" />
            }
        </g>
    }
}

/// A finger on a cell draws, and does not move the stage: `touch-action` alone does not hold for what lies within a drawing.
#[hook]
fn use_held_still(node: &NodeRef, is_open: bool) {
    let node = node.clone();
    use_effect_with(is_open, move |is_open| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = node.cast::<Element>().filter(|_| *is_open).map(|rows| EventListener::new_with_options(&rows, "touchstart", options, |event| event.prevent_default()));
        move || drop(listener)
    });
}

/// Letters of a name that the frame does not have.
const NAME: usize = 16;

/// An arrow that is being drawn, on the stage.
#[derive(Clone, Debug, PartialEq)]
struct Pencil {
    pointing: Pointing,
    /// Where the pointer went down, in measures of the stage.
    start: Point,
    /// The dot it comes from.
    dot: Point,
    /// Where it is.
    at: Point,
}

/// For the pointer going down, moving, going up, and being taken away.
type Handlers = (Option<Callback<PointerEvent>>, Option<Callback<PointerEvent>>, Option<Callback<PointerEvent>>, Option<Callback<PointerEvent>>);

fn handlers(row: &ClaimRow, zoom: Zoom, pencil: &Live<Option<Pencil>>, does: &Callback<ExerciseAction>) -> Handlers {
    let of = move |pixels: i32| pixels * 100 / zoom.0.max(1);
    let down = {
        let (pencil, row) = (pencil.clone(), row.clone());
        Callback::from(move |event: PointerEvent| {
            // The stage is not moved meanwhile.
            event.stop_propagation();
            let Some(cell) = event.target_dyn_into::<Element>().map(|cell| cell.get_bounding_client_rect()) else { return };
            let Some(pointing) = Pointing::begin(&row.name, &event) else { return };
            let start = (row.x + 2 + of(pointing.from.0 - cell.left() as i32), row.y + of(pointing.from.1 - cell.top() as i32));
            pencil.set(Some(Pencil { pointing, start, dot: row.dot(), at: start }));
        })
    };
    let moved = {
        let pencil = pencil.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(held) = pencil.get() else { return };
            event.stop_propagation();
            let pointing = held.pointing.follow(&event);
            let at = (held.start.0 + of(pointing.to.0 - pointing.from.0), held.start.1 + of(pointing.to.1 - pointing.from.1));
            pencil.set(Some(Pencil { pointing, at, ..held }));
        })
    };
    let up = {
        let (pencil, does) = (pencil.clone(), does.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(held) = pencil.get() else { return };
            let pointing = held.pointing.follow(&event);
            pencil.set(None);
            if !pointing.moves {
                does.emit(ExerciseAction::Take(pointing.name));
            } else if let Some(id) = box_at(pointing.to) {
                does.emit(ExerciseAction::Point(pointing.name, Target::Box(id)));
            }
        })
    };
    let cancel = {
        let pencil = pencil.clone();
        Callback::from(move |_: PointerEvent| pencil.set(None))
    };
    (Some(down), Some(moved), Some(up), Some(cancel))
}
