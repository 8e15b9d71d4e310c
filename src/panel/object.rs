//! One object on the stage: outline, header, count, and what it holds.

use super::kind_class;
use heapglass::layout::{CELL, Cell, DOT_IN_CELL, Form, HEADER, ROW, Row, fact_start, header, outline};
use heapglass::picture::{Object, ObjectId, Shape};
use heapglass::session::{Action, Layer, Shown, StageAction};
use heapglass::view::{Mark, Verdict};
use heapglass::words;
use heapglass_words::object as say;
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::prelude::*;

#[derive(Properties)]
pub(crate) struct ObjectProps {
    pub(crate) shown: Rc<Shown>,
    /// The object's index in the picture.
    pub(crate) index: usize,
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) form: Rc<Form>,
    pub(crate) layer: Layer,
    pub(crate) is_selected: bool,
    pub(crate) is_pinned: bool,
    /// What the running collection has noted at it.
    pub(crate) mark: Option<Mark>,
    /// It would die without the reference that is pointed at.
    pub(crate) is_doomed: bool,
    pub(crate) tell: Callback<Action>,
    /// Tells which object is pointed at.
    pub(crate) point: Callback<Option<ObjectId>>,
}

impl ObjectProps {
    fn object(&self) -> Option<&Object> {
        self.shown.picture.objects.get(self.index)
    }
}

/// Most objects are alike from step to step, and then nothing is drawn.
impl PartialEq for ObjectProps {
    fn eq(&self, other: &Self) -> bool {
        let look = |props: &Self| (props.x, props.y, props.layer, props.is_selected, props.is_pinned, props.mark.clone(), props.is_doomed);
        look(self) == look(other)
            && (Rc::ptr_eq(&self.shown, &other.shown) && self.index == other.index || self.object() == other.object())
            && (Rc::ptr_eq(&self.form, &other.form) || self.form == other.form)
            && self.tell == other.tell
    }
}

#[component(ObjectView)]
pub(crate) fn object_view(props: &ObjectProps) -> Html {
    let ObjectProps { form, layer, .. } = props;
    let Some(object) = props.object() else {
        return Html::default();
    };
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
    let enter = props.point.reform(move |_: PointerEvent| Some(id));
    let leave = props.point.reform(|_: PointerEvent| None);
    let focus = props.point.reform(move |_: FocusEvent| Some(id));
    let blur = props.point.reform(|_: FocusEvent| None);
    let class = classes!(
        "object",
        kind_class(object.shape),
        (!object.reachable).then_some("is-unreachable"),
        object.is_new.then_some("is-new"),
        (object.shape == Shape::Weakref).then_some("is-dashed"),
        form.folded.then_some("is-folded"),
        props.is_doomed.then_some("is-doomed"),
        verdict(props),
        props.mark.as_ref().is_some_and(|mark| mark.is_now).then_some("is-now"),
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
            onpointerenter={enter}
            onpointerleave={leave}
            onfocus={focus}
            onblur={blur}
        >
            <title>{ say::about(&words::title(object), object.size, &format!("{:#x}", object.address)) }{ causes(object) }</title>
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
            { head(object, form, props) }
            { for form.cells.iter().map(|one| cell(one, object, props)) }
            { for form.rows.iter().map(|one| row(one, object, props)) }
            if object.shape == Shape::Tuple && height > HEADER {
                <path class="ends" d={format!("M0 0V{height}M{width} 0V{height}")} />
            }
            <path class="edge" d={outline(object.shape, width, height)} />
            if props.is_doomed {
                <text class="dagger" x={(width - 10).to_string()} y="-5" text-anchor="end">{ "†" }</text>
            }
            if let Some(mark) = props.mark.as_ref().filter(|_| *layer >= Layer::Collector) {
                { slip(mark, height) }
            }
        </g>
    }
}

/// What changed the count, for those who point at the box.
fn causes(object: &Object) -> String {
    object.causes.iter().map(|cause| format!("\n{}", cause.replace('`', ""))).collect()
}

/// The box in words.
fn description(object: &Object) -> String {
    let mut text = words::title(object);
    if !object.value.is_empty() {
        text += &format!(" {}", object.value);
    }
    facts(object).iter().fold(text, |text, fact| say::and_fact(&text, fact))
}

/// What is told of it, in order.
fn facts(object: &Object) -> Vec<String> {
    let mut facts = vec![object.count.map_or_else(|| say::immortal().to_owned(), say::references)];
    if !object.fact.is_empty() {
        facts.push(object.fact.clone());
    }
    facts.extend(object.position.map(|position| say::at_position(&position.to_string())));
    if !object.reachable {
        facts.push(say::unreachable().to_owned());
    }
    facts.extend(object.parts.iter().map(|part| {
        let value = words::value(&part.value, words::numbered);
        // What a set holds has neither index nor key.
        if part.label.is_empty() { value } else { say::part(&part.label, &value) }
    }));
    if object.hidden_parts > 0 {
        facts.push(say::and_more(object.hidden_parts.into()));
    }
    facts.extend(object.scratch.map(|scratch| say::scratch_count(&scratch.to_string())));
    facts.extend(object.causes.iter().filter(|_| object.count_change != 0).map(|cause| cause.replace('`', "")));
    facts
}

fn head(object: &Object, form: &Form, props: &ObjectProps) -> Html {
    let layer = props.layer;
    let width = form.width;
    let (head_width, beside) = form.beside.as_ref().map_or((width, false), |(_, start)| (*start, true));
    let word = words::type_word(object);
    let birth_x = 44 + 8 * i32::try_from(words::columns(word)).unwrap_or(0) + 4;
    html! {
        <>
            <path class="head" d={header(object.shape, (head_width, HEADER), form.height == HEADER, beside)} />
            if form.height > HEADER {
                <path class="wall" d={format!("M0 {HEADER}H{width}")} />
            }
            <rect class="tile" x="9" y="5" width="28" height="16" rx="3" />
            <text class="tile-text" x="23" y="17" text-anchor="middle">
                { object.position.map_or_else(|| words::tile(object.shape).to_string(), |position| format!("{position}▸")) }
            </text>
            <text class="type" x="44" y="17.5">{ word }</text>
            if layer >= Layer::Objects {
                <text class="birth" x={birth_x.to_string()} y="17.5">{ words::numbered(object.id) }</text>
            }
            if !object.fact.is_empty() {
                <text class="birth fact" x={fact_start(object).to_string()} y="17.5">{ &object.fact }</text>
            }
            if form.folded {
                { chevron(object, width, props) }
            }
            if props.is_pinned {
                <path class="pin" d={format!("M{0} -6l4 6l-4 6l-4 -6z", width - 6)}>
                    <title>{ say::pinned() }</title>
                </path>
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

/// The way into a folded box.
fn chevron(object: &Object, width: i32, props: &ObjectProps) -> Html {
    let id = object.id;
    let left = width - 58 - if object.reachable { 0 } else { 20 };
    let open = props.tell.reform(move |event: MouseEvent| {
        event.stop_propagation();
        Action::Fold(id)
    });
    html! {
        <g class="chevron" onclick={open} transform={format!("translate({left} 5)")}>
            <title>{ say::unfold() }</title>
            <rect width="16" height="16" rx="3" />
            <path d="M6 4l4 4l-4 4" />
        </g>
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
        </g>
    }
}

/// How much the count of a box at this place has changed. It lies over the arrows, which pass above boxes.
pub(super) fn change(object: &Object, (x, y): (i32, i32), width: i32) -> Html {
    html! {
        <g key={object.id.0} class="change" data-of={object.id.0.to_string()} transform={format!("translate({} {})", x + width - 12, y - 7)}>
            <rect x="-15" y="-8" width="30" height="16" rx="8" />
            <text y="4" text-anchor="middle">{ words::signed(object.count_change) }</text>
        </g>
    }
}

/// The way to the parts that a long box does not show.
fn show_more(object: &Object, props: &ObjectProps) -> Callback<MouseEvent> {
    let id = object.id;
    props.tell.reform(move |event: MouseEvent| {
        event.stop_propagation();
        Action::Stage(StageAction::More(id))
    })
}

fn cell(cell: &Cell, object: &Object, props: &ObjectProps) -> Html {
    let shape = object.shape;
    let middle = (cell.x + cell.width / 2).to_string();
    let inside = CELL.min(props.form.height - HEADER);
    let (top, bottom) = (cell.y, cell.y + inside);
    let baseline = top + if cell.index.is_empty() { 23 } else { 29 };
    if cell.more {
        return html! {
            <g class="more" onclick={show_more(object, props)}>
                <title>{ say::show_more() }</title>
                <rect x={(cell.x + 2).to_string()} y={(top + 6).to_string()} width={(cell.width - 4).to_string()} height={(inside - 12).to_string()} rx="4" />
                <text class="val" x={middle} y={(top + 23).to_string()} text-anchor="middle">{ &cell.text }</text>
            </g>
        };
    }
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
                    y={top.to_string()}
                    width={(cell.width - 2).to_string()}
                    height={inside.to_string()}
                />
            }
            if shape == Shape::Set {
                <rect
                    class="oval"
                    x={(cell.x + 3).to_string()}
                    y={(top + 6).to_string()}
                    width={(cell.width - 6).to_string()}
                    height={(inside - 12).to_string()}
                    rx="13"
                />
            } else if cell.spare {
                <rect
                    class="spare"
                    x={(cell.x + 4).to_string()}
                    y={(top + 4).to_string()}
                    width={(cell.width - 8).to_string()}
                    height={(inside - 8).to_string()}
                    rx="2"
                />
            } else if cell.x > 0 {
                <path class="wall" d={format!("M{} {top}V{bottom}", cell.x)} />
            }
            if cell.x == 0 && top > HEADER {
                <path class="wall" d={format!("M0 {top}H{}", props.form.width)} />
            }
            <text class="index" x={(cell.x + 5).to_string()} y={(top + 12).to_string()}>{ &cell.index }</text>
            if cell.target.is_some() {
                <circle class="dot" cx={middle} cy={(top + DOT_IN_CELL).to_string()} r="4" />
            } else {
                <text class="val" x={middle} y={baseline.to_string()} text-anchor="middle">{ &cell.text }</text>
            }
        </g>
    }
}

fn row(row: &Row, object: &Object, props: &ObjectProps) -> Html {
    let form = &props.form;
    let middle = row.y + ROW / 2;
    let is_note = row.part.is_none();
    if row.more {
        return html! {
            <g class="more" onclick={show_more(object, props)}>
                <title>{ say::show_more() }</title>
                <rect x="4" y={(row.y + 3).to_string()} width={(form.width - 8).to_string()} height={(ROW - 6).to_string()} rx="4" />
                <text class="val" x="12" y={(middle + 4).to_string()}>{ &row.label }</text>
            </g>
        };
    }
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

/// What the collector thinks of it, as far as the box as a whole shows it.
fn verdict(props: &ObjectProps) -> Option<&'static str> {
    match props.mark.as_ref()?.verdict {
        Verdict::Condemned | Verdict::Finalized | Verdict::Saved => Some("is-condemned"),
        Verdict::Cleared => Some("is-condemned is-cleared"),
        Verdict::Dead => Some("is-condemned is-dead"),
        Verdict::Rescued | Verdict::Resurrected => Some("is-rescued"),
        Verdict::SetAside => Some("is-aside"),
        _ => None,
    }
}

/// The collector's scratch count, on a slip under the box, and what it thinks of the object.
fn slip(mark: &Mark, height: i32) -> Html {
    let width = if mark.scratch.is_empty() { 0 } else { 14 + 8 * i32::try_from(mark.scratch.chars().count()).unwrap_or(1) };
    let (words, sign) = (mark.verdict.words(), mark.verdict.sign());
    html! {
        <g class={classes!("slip", mark.is_zero.then_some("is-zero"), mark.is_now.then_some("is-now"))} transform={format!("translate(12 {height})")}>
            if width > 0 {
                // The arithmetic, not its result alone.
                <path d={format!("M0 0V15Q0 18 3 18H{}Q{width} 18 {width} 15V0", width - 3)} />
                <text class="scratch-count" x={(width / 2).to_string()} y="13.5" text-anchor="middle">{ &mark.scratch }</text>
            }
            if !matches!(mark.verdict, Verdict::Waiting | Verdict::Candidate) {
                <text class="verdict" x={(width + 7).to_string()} y="13.5">{ format!("{sign} {words}") }</text>
            }
        </g>
    }
}
