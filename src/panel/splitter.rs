//! The border of a panel: drag it, or move it with the arrow keys; a folded panel leaves it as a handle with its name.

use heapglass::session::{Action, Pane, PanelAction, Panels};
use heapglass_words::splitter as words;
use std::rc::Rc;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SplitterProps {
    pub(crate) pane: Pane,
    pub(crate) panels: Rc<Panels>,
    pub(crate) tell: Callback<Action>,
}

/// A border that is being dragged.
#[derive(Clone, Copy)]
struct Drag {
    /// Where the pointer took hold, in CSS pixels.
    from: i32,
    /// How large the panel was.
    size: i32,
    moved: bool,
}

#[component(Splitter)]
pub(crate) fn splitter(props: &SplitterProps) -> Html {
    let SplitterProps { pane, panels, tell } = props;
    let pane = *pane;
    let folded = panels.is_folded(pane);
    let size = if folded { 0 } else { panels.size(pane) };
    let (least, most) = panels.limits(pane);
    let drag = use_mut_ref(|| None::<Drag>);
    let node = use_node_ref();
    let onpointerdown = {
        let (drag, node) = (drag.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            if let Some(border) = node.cast::<Element>() {
                // A pointer that is gone already is none to follow.
                let _ = border.set_pointer_capture(event.pointer_id());
            }
            *drag.borrow_mut() = Some(Drag { from: along(pane, &event), size, moved: false });
        })
    };
    let onpointermove = {
        let (drag, node, tell) = (drag.clone(), node.clone(), tell.clone());
        Callback::from(move |event: PointerEvent| {
            let mut held = drag.borrow_mut();
            let Some(drag) = held.as_mut() else { return };
            let by = along(pane, &event) - drag.from;
            if drag.moved || by.abs() > 3 {
                drag.moved = true;
                let by = if pane.is_share() { by * 100 / room(&node) } else { by };
                tell.emit(Action::Panels(PanelAction::Size(pane, drag.size + grows(pane) * by)));
            }
        })
    };
    let onpointerup = {
        let tell = tell.clone();
        Callback::from(move |_: PointerEvent| {
            let Some(drag) = drag.borrow_mut().take() else { return };
            if drag.moved {
                tell.emit(Action::Panels(PanelAction::Keep));
            } else if folded {
                tell.emit(Action::Panels(PanelAction::Fold(pane)));
            }
        })
    };
    let onkeydown = {
        let tell = tell.clone();
        Callback::from(move |event: KeyboardEvent| {
            let sizes = match key(pane, &event.key()) {
                Some(Move::By(_)) if folded => return event.prevent_default(),
                Some(Move::By(by)) => PanelAction::Size(pane, (size + by * pane.stride()).clamp(least, most)),
                Some(Move::Least) => PanelAction::Size(pane, least),
                Some(Move::Most) => PanelAction::Size(pane, most),
                Some(Move::Fold) => PanelAction::Fold(pane),
                None => return,
            };
            event.prevent_default();
            tell.emit(Action::Panels(sizes));
            tell.emit(Action::Panels(PanelAction::Keep));
        })
    };
    let ondblclick = tell.reform(move |_: MouseEvent| Action::Panels(PanelAction::Usual(pane)));
    let said = match u64::try_from(size).unwrap_or(0) {
        _ if folded => words::folded().to_owned(),
        size if pane.is_share() => words::percent(size),
        size => words::pixels(size),
    };
    html! {
        <div
            ref={node}
            class={classes!("splitter", format!("of-{}", pane.word()), folded.then_some("is-folded"))}
            role="separator"
            tabindex="0"
            aria-label={words::name(pane.name())}
            aria-orientation={if pane.is_column() { "vertical" } else { "horizontal" }}
            aria-valuemin="0"
            aria-valuemax={most.to_string()}
            aria-valuenow={size.to_string()}
            aria-valuetext={said}
            title={title(pane, folded)}
            onpointercancel={onpointerup.clone()}
            {onpointerdown}
            {onpointermove}
            {onpointerup}
            {onkeydown}
            {ondblclick}
        >
            if folded {
                <span>{ pane.name() }</span>
            }
        </div>
    }
}

/// What a key does to a border.
enum Move {
    By(i32),
    Least,
    Most,
    Fold,
}

fn key(pane: Pane, key: &str) -> Option<Move> {
    let (larger, smaller) = match pane {
        Pane::Program | Pane::Details if grows(pane) > 0 => ("ArrowRight", "ArrowLeft"),
        Pane::Program | Pane::Details => ("ArrowLeft", "ArrowRight"),
        Pane::Output | Pane::Map | Pane::Collector => ("ArrowUp", "ArrowDown"),
    };
    match key {
        _ if key == larger => Some(Move::By(1)),
        _ if key == smaller => Some(Move::By(-1)),
        "Home" => Some(Move::Least),
        "End" => Some(Move::Most),
        "Enter" | " " => Some(Move::Fold),
        _ => None,
    }
}

fn title(pane: Pane, folded: bool) -> String {
    let key = match pane {
        Pane::Program => Some("{"),
        Pane::Details => Some("}"),
        Pane::Output | Pane::Map | Pane::Collector => None,
    };
    match key {
        Some(key) if folded => words::folded_title_key(pane.name(), key),
        Some(key) => words::title_key(pane.name(), key),
        None if folded => words::folded_title(pane.name()),
        None => words::title(pane.name()),
    }
}

/// Whether the panel grows with the pointer's way to the right or down (1), or the other way (−1).
fn grows(pane: Pane) -> i32 {
    match pane {
        Pane::Output | Pane::Map | Pane::Collector => -1,
        Pane::Program | Pane::Details => {
            let is_at_the_left = (pane == Pane::Program) != heapglass_words::language().right_to_left;
            if is_at_the_left { 1 } else { -1 }
        }
    }
}

fn along(pane: Pane, event: &PointerEvent) -> i32 {
    if pane.is_column() { event.client_x() } else { event.client_y() }
}

/// How high the column is that the border lies in, in CSS pixels.
fn room(border: &NodeRef) -> i32 {
    border.cast::<Element>().and_then(|border| border.parent_element()).map_or(1, |column| column.client_height()).max(1)
}
