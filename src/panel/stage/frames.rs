//! Frames: cards outside the heap, with names and the value stack.

use heapglass::layout::{FrameBox, HEADER, ROW, Row};
use heapglass::picture::Frame;
use heapglass::session::Layer;
use heapglass::words;
use heapglass_words::stage as say;
use yew::prelude::*;

/// What is told when a name is touched: its function, and the name.
pub(super) type Named = Callback<Option<(String, String)>>;

pub(super) fn frame(box_: &FrameBox, frame: &Frame, layer: Layer, named: Option<&(String, String)>, touch: &Named) -> Html {
    let (width, height) = (box_.width, box_.height);
    let (title, line) = box_.head(&frame.function, frame.line, say::frame_line(&frame.line.to_string()));
    let scope = |row: &Row| Some(frame.names.get(row.part?)?.scope.as_str());
    html! {
        <g
            key={format!("frame-{}", frame.id)}
            class="frame"
            role="group"
            aria-label={description(frame)}
            style={format!("transform: translate({}px, {}px)", box_.x, box_.y)}
        >
            <rect class="frame-box" width={width.to_string()} height={height.to_string()} rx="5" />
            <path
                class="frame-head"
                d={format!("M0.75 {HEADER}V5.5Q0.75 0.75 5.5 0.75H{}Q{right} 0.75 {right} 5.5V{HEADER}Z", width - 5, right = f64::from(width) - 0.75)}
            />
            <text class="frame-title" x="10" y="17.5">{ title }</text>
            <text class="caption" x={(width - 10).to_string()} y="17.5" text-anchor="end">{ line }</text>
            if box_.names.is_empty() {
                <text class="caption" x="10" y={(HEADER + 16).to_string()}>{ if frame.names.is_empty() { say::no_names() } else { say::names_hidden() } }</text>
            }
            { for box_.names.iter().map(|row| {
                let own = row.part.and_then(|part| frame.names.get(part)).map(|name| (frame.function.clone(), name.name.clone()));
                let is_named = own.is_some() && own.as_ref() == named;
                name(row, width, scope(row), is_named, own.map(|own| touch.reform(move |_: MouseEvent| Some(own.clone()))))
            }) }
            if let Some(first) = box_.stack.first() {
                <path class="wall" d={format!("M0 {0}H{width}", first.y - 20)} />
                <text class="caption" x="10" y={(first.y - 5).to_string()}>
                    { if layer >= Layer::Objects { say::value_stack() } else { say::needed_in_line() } }
                </text>
            }
            { for box_.stack.iter().map(|row| name(row, width, None, false, None)) }
        </g>
    }
}

fn description(frame: &Frame) -> String {
    let mut text = say::frame(&frame.function, &frame.line.to_string());
    for name in &frame.names {
        text = say::and_name(&text, &name.name, &words::value(&name.value, words::numbered));
    }
    for value in &frame.stack {
        text = say::and_on_stack(&text, &words::value(value, words::numbered));
    }
    text
}

fn name(row: &Row, width: i32, scope: Option<&str>, is_named: bool, touch: Option<Callback<MouseEvent>>) -> Html {
    let middle = row.y + ROW / 2;
    let unbound = row.target.is_none() && row.text == "—";
    // Names that live in a cell, because an inner function uses them, have a sign of their own.
    let in_cell = matches!(scope, Some("cell" | "free"));
    html! {
        <g class={classes!("name", row.changed.then_some("is-changed"), unbound.then_some("is-unbound"), is_named.then_some("is-named"), touch.is_some().then_some("can-touch"))} onclick={touch.clone()}>
            if touch.is_some() {
                <rect class="touch" x="2" y={row.y.to_string()} width={(width - 4).to_string()} height={ROW.to_string()} />
            }
            if row.changed {
                <rect
                    class="now-cell"
                    x="1.5"
                    y={row.y.to_string()}
                    width={(width - 3).to_string()}
                    height={ROW.to_string()}
                />
            }
            <path class="wall" d={format!("M1 {}H{}", row.y, width - 1)} />
            <text class="key" x="10" y={(middle + 4).to_string()}>
                { &row.label }
                if in_cell {
                    <tspan class="caption" dx="6">{ say::in_a_cell() }</tspan>
                }
            </text>
            if row.target.is_some() {
                <circle class="dot" cx={(width - 15).to_string()} cy={middle.to_string()} r="4" />
            } else {
                <text
                    class="val"
                    x={(width - 10).to_string()}
                    y={(middle + 4).to_string()}
                    text-anchor="end"
                >
                    { &row.text }
                </text>
            }
        </g>
    }
}
