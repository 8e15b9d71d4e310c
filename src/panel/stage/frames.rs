//! Frames: cards outside the heap, with names and the value stack.

use heapglass::layout::{FrameBox, HEADER, ROW, Row};
use heapglass::picture::Frame;
use heapglass::session::Layer;
use heapglass::words;
use yew::prelude::*;

pub(super) fn frame(box_: &FrameBox, frame: &Frame, layer: Layer) -> Html {
    let (width, height) = (box_.width, box_.height);
    let line = format!("line {}", frame.line);
    let scope = |index: usize| frame.names.get(index).map(|name| name.scope.as_str());
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
            <text class="frame-title" x="10" y="17.5">{ words::shortened(&frame.function, 14) }</text>
            <text class="caption" x={(width - 10).to_string()} y="17.5" text-anchor="end">{ line }</text>
            if frame.names.is_empty() {
                <text class="caption" x="10" y={(HEADER + 16).to_string()}>{ "no names yet" }</text>
            }
            { for box_.names.iter().enumerate().map(|(index, row)| name(row, width, scope(index))) }
            if let Some(first) = box_.stack.first() {
                <path class="wall" d={format!("M0 {0}H{width}", first.y - 20)} />
                <text class="caption" x="10" y={(first.y - 5).to_string()}>
                    { if layer >= Layer::Objects { "value stack" } else { "needed in this line" } }
                </text>
            }
            { for box_.stack.iter().map(|row| name(row, width, None)) }
        </g>
    }
}

fn description(frame: &Frame) -> String {
    let mut text = format!("Frame of {}, line {}", frame.function, frame.line);
    for name in &frame.names {
        text += &format!(", {}: {}", name.name, words::value(&name.value, words::numbered));
    }
    for value in &frame.stack {
        text += &format!(", on the value stack: {}", words::value(value, words::numbered));
    }
    text
}

fn name(row: &Row, width: i32, scope: Option<&str>) -> Html {
    let middle = row.y + ROW / 2;
    let unbound = row.target.is_none() && row.text == "—";
    // Names that live in a cell, because an inner function uses them, have a sign of their own.
    let in_cell = matches!(scope, Some("cell" | "free"));
    html! {
        <g class={classes!("name", row.changed.then_some("is-changed"), unbound.then_some("is-unbound"))}>
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
                    <tspan class="caption" dx="6">{ "in a cell" }</tspan>
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
