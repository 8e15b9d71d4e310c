//! One object on the stage: outline, header, count, and what it holds.

use super::kind_class;
use heapglass::layout::{Cell, Form, HEADER, ROW, Row, header, outline};
use heapglass::picture::{Object, Shape};
use heapglass::session::{Action, Layer};
use heapglass::words;
use web_sys::KeyboardEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ObjectProps {
    pub(crate) object: Object,
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) form: Form,
    pub(crate) layer: Layer,
    pub(crate) is_selected: bool,
    pub(crate) tell: Callback<Action>,
}

#[component(ObjectView)]
pub(crate) fn object_view(props: &ObjectProps) -> Html {
    let ObjectProps {
        object, form, layer, ..
    } = props;
    let (width, height) = (form.width, form.height);
    let id = object.id;
    let choice = if props.is_selected { None } else { Some(id) };
    let select = props.tell.reform(move |event: MouseEvent| {
        event.stop_propagation();
        Action::Select(choice)
    });
    let press = {
        let tell = props.tell.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                event.stop_propagation();
                tell.emit(Action::Select(choice));
            }
        })
    };
    let class = classes!(
        "object",
        kind_class(object.shape),
        (!object.reachable).then_some("is-unreachable"),
        object.is_new.then_some("is-new"),
        (object.shape == Shape::Weakref).then_some("is-dashed"),
        form.folded.then_some("is-folded"),
        (object.verdict == "condemned").then_some("is-condemned"),
        (object.verdict == "rescued").then_some("is-rescued"),
    );
    html! {
        <g
            {class}
            role="button"
            tabindex="0"
            aria-pressed={props.is_selected.to_string()}
            aria-label={description(object)}
            data-id={id.0.to_string()}
            style={format!("transform: translate({}px, {}px)", props.x, props.y)}
            onclick={select}
            onkeydown={press}
        >
            <title>{ format!("{}, {} bytes at {:#x}", words::title(object), words::number(object.size), object.address) }</title>
            <rect
                class="ring"
                x="-5"
                y="-5"
                width={(width + 10).to_string()}
                height={(height + 10).to_string()}
                rx="8"
            />
            if object.shape == Shape::Class {
                <path class="outer" d={outline(Shape::Class, width + 6, height + 6)} transform="translate(-3 -3)" />
            }
            <path class="box" d={outline(object.shape, width, height)} />
            { head(object, form, *layer) }
            { for form.cells.iter().map(|one| cell(one, object.shape, height)) }
            { for form.rows.iter().map(|one| row(one, form)) }
            if object.shape == Shape::Tuple && height > HEADER {
                <path class="ends" d={format!("M0 0V{height}M{width} 0V{height}")} />
            }
            <path class="edge" d={outline(object.shape, width, height)} />
            if let Some(scratch) = object.scratch.filter(|_| *layer >= Layer::Collector) {
                { slip(scratch, object, height) }
            }
        </g>
    }
}

/// The box in words.
fn description(object: &Object) -> String {
    let mut text = words::title(object);
    if !object.value.is_empty() {
        text += &format!(" {}", object.value);
    }
    match object.count {
        Some(count) => text += &format!(", {}", words::counted(count, "reference", "references")),
        None => text += ", immortal",
    }
    if !object.reachable {
        text += ", unreachable";
    }
    for part in &object.parts {
        text += &format!(", {}: {}", part.label, words::value(&part.value, words::numbered));
    }
    if let Some(scratch) = object.scratch {
        text += &format!(", scratch count {scratch}");
    }
    text
}

/// The syntax that makes such a thing.
fn tile(shape: Shape) -> &'static str {
    match shape {
        Shape::Number => "#",
        Shape::Text => "\"\"",
        Shape::Bytes => "b\"",
        Shape::List => "[ ]",
        Shape::Tuple => "( )",
        Shape::Dict => "{:}",
        Shape::Set => "{ }",
        Shape::Instance | Shape::Slotted => ".x",
        Shape::Class => "C",
        Shape::Function => "f()",
        Shape::Method => ".f",
        Shape::Cell => "·",
        Shape::Generator => "||",
        Shape::Iterator => "▸",
        Shape::Exception => "!",
        Shape::Traceback => "↑",
        Shape::Weakref => "w",
        Shape::Module => "m",
        Shape::Other => "o",
    }
}

fn head(object: &Object, form: &Form, layer: Layer) -> Html {
    let width = form.width;
    let (head_width, beside) = form.beside.as_ref().map_or((width, false), |(_, start)| (*start, true));
    let (head_height, beside_form) = if form.height == HEADER {
        (HEADER, beside)
    } else {
        (HEADER, false)
    };
    let word = words::type_word(object);
    let birth_x = 44 + 8 * i32::try_from(word.chars().count()).unwrap_or(0) + 4;
    html! {
        <>
            <path class="head" d={header(object.shape, head_width, head_height, beside_form)} />
            if form.height > HEADER {
                <path class="wall" d={format!("M0 {HEADER}H{width}")} />
            }
            <rect class="tile" x="9" y="5" width="28" height="16" rx="3" />
            <text class="tile-text" x="23" y="17" text-anchor="middle">{ tile(object.shape) }</text>
            <text class="type" x="44" y="17.5">{ word }</text>
            if layer >= Layer::Objects {
                <text class="birth" x={birth_x.to_string()} y="17.5">{ words::numbered(object.id) }</text>
            }
            if let Some((text, start)) = &form.beside {
                <path class="wall" d={format!("M{start} 0V{HEADER}")} />
                <text class="val" x={(start + 9).to_string()} y="17.5">{ text }</text>
            }
            if !object.reachable {
                { cut_ring(width) }
            }
            if layer >= Layer::Objects {
                { badge(object, width) }
            }
        </>
    }
}

/// The sign of what no name leads to any more.
fn cut_ring(width: i32) -> Html {
    html! {
        <g class="cut-ring" transform={format!("translate({} 13)", width - 53)}>
            <path d="M4.2 -3.2A5.2 5.2 0 1 1 2 -4.8M-5 5L5 -5" />
        </g>
    }
}

fn badge(object: &Object, width: i32) -> Html {
    let text = object.count.map_or_else(|| "∞".into(), words::number);
    let badge_width = 14 + 8 * i32::try_from(text.chars().count()).unwrap_or(1);
    let x = width - 8 - badge_width;
    let changed = object.count_change != 0;
    html! {
        <g class={classes!("count", object.count.is_none().then_some("is-immortal"), changed.then_some("is-changed"))}>
            <rect x={x.to_string()} y="5" width={badge_width.to_string()} height="17" rx="8.5" />
            <text x={(x + badge_width / 2).to_string()} y="17.5" text-anchor="middle">{ text }</text>
            if changed {
                <g class="change" transform={format!("translate({} -7)", x + badge_width - 4)}>
                    <rect x="-15" y="-8" width="30" height="16" rx="8" />
                    <text y="4" text-anchor="middle">{ words::signed(object.count_change) }</text>
                </g>
            }
        </g>
    }
}

fn cell(cell: &Cell, shape: Shape, height: i32) -> Html {
    let middle = (cell.x + cell.width / 2).to_string();
    let inside = height - HEADER;
    let baseline = HEADER + if cell.index.is_empty() { 23 } else { 29 };
    let class = classes!(
        "cell",
        cell.spare.then_some("is-spare"),
        cell.changed.then_some("is-changed")
    );
    html! {
        <g {class}>
            if cell.changed {
                <rect
                    class="now-cell"
                    x={(cell.x + 1).to_string()}
                    y={HEADER.to_string()}
                    width={(cell.width - 2).to_string()}
                    height={inside.to_string()}
                />
            }
            if shape == Shape::Set {
                <rect
                    class="oval"
                    x={(cell.x + 3).to_string()}
                    y={(HEADER + 6).to_string()}
                    width={(cell.width - 6).to_string()}
                    height={(inside - 12).to_string()}
                    rx="13"
                />
            } else if cell.spare {
                <rect
                    class="spare"
                    x={(cell.x + 4).to_string()}
                    y={(HEADER + 4).to_string()}
                    width={(cell.width - 8).to_string()}
                    height={(inside - 8).to_string()}
                    rx="2"
                />
            } else if cell.x > 0 {
                <path class="wall" d={format!("M{} {HEADER}V{height}", cell.x)} />
            }
            <text class="index" x={(cell.x + 5).to_string()} y={(HEADER + 12).to_string()}>{ &cell.index }</text>
            <text class="val" x={middle} y={baseline.to_string()} text-anchor="middle">{ &cell.text }</text>
        </g>
    }
}

fn row(row: &Row, form: &Form) -> Html {
    let middle = row.y + ROW / 2;
    let is_note = row.target.is_none() && row.text.is_empty();
    html! {
        <g class={classes!("row", row.changed.then_some("is-changed"), is_note.then_some("is-note"))}>
            if row.changed {
                <rect
                    class="now-cell"
                    x={form.divide.to_string()}
                    y={row.y.to_string()}
                    width={(form.width - form.divide - 1).to_string()}
                    height={ROW.to_string()}
                />
            }
            if row.y > HEADER {
                <path class="wall" d={format!("M0 {}H{}", row.y, form.width)} />
            }
            if !is_note {
                <path class="wall" d={format!("M{} {}V{}", form.divide, row.y, row.y + ROW)} />
            }
            <text
                class="key"
                x={if row.key.is_some() { "24" } else { "10" }}
                y={(middle + 4).to_string()}
            >
                { &row.label }
            </text>
            if row.key.is_some() {
                <circle class="dot" cx="15" cy={middle.to_string()} r="4" />
            }
            if row.target.is_some() {
                <circle
                    class={classes!("dot", row.weak.then_some("is-open"))}
                    cx={(form.width - 15).to_string()}
                    cy={middle.to_string()}
                    r="4"
                />
            } else {
                <text class="val" x={(form.divide + 9).to_string()} y={(middle + 4).to_string()}>{ &row.text }</text>
            }
        </g>
    }
}

/// The collector's scratch count, on a slip under the box.
fn slip(scratch: i64, object: &Object, height: i32) -> Html {
    let text = scratch.to_string();
    let width = 14 + 8 * i32::try_from(text.chars().count()).unwrap_or(1);
    let zero = scratch == 0;
    html! {
        <g class={classes!("slip", zero.then_some("is-zero"))} transform={format!("translate(12 {height})")}>
            <path d={format!("M0 0V15Q0 18 3 18H{}Q{width} 18 {width} 15V0", width - 3)} />
            <text x={(width / 2).to_string()} y="13.5" text-anchor="middle">{ text }</text>
            if !object.verdict.is_empty() && object.verdict != "candidate" {
                <text class="verdict" x={(width + 7).to_string()} y="13.5">{ &object.verdict }</text>
            }
        </g>
    }
}
