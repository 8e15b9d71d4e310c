//! The stage: frames with their names, objects, and the arrows between them.

use super::Picture;
use super::object::ObjectView;
use crate::browser;
use heapglass::layout::{Arrow, ArrowKind, FrameBox, HEADER, Places, ROW, Row, Scene};
use heapglass::picture::{Frame, ObjectId};
use heapglass::session::{Action, Layer, Zoom};
use heapglass::words;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct StageProps {
    pub(crate) shown: Picture,
    pub(crate) places: Rc<Places>,
    pub(crate) unfolded: BTreeSet<ObjectId>,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) layer: Layer,
    pub(crate) narrow: bool,
    pub(crate) zoom: Zoom,
    pub(crate) tell: Callback<Action>,
}

#[component(StagePanel)]
pub(crate) fn stage_panel(props: &StageProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        let (places, unfolded, narrow) = (props.places.clone(), props.unfolded.clone(), props.narrow);
        let zoom = props.zoom;
        use_effect_with(props.shown.clone(), move |shown| {
            let stage = node.cast::<web_sys::Element>();
            if let (Some(stage), Some(shown)) = (stage, shown) {
                let scene = Scene::new(&shown.picture, &places, &unfolded, narrow);
                if let Some(focus) = scene.focus(&shown.picture) {
                    browser::bring_into_view(&stage, focus.map(|edge| zoom.of(edge)));
                }
            }
        });
    }
    let Some(shown) = &props.shown else {
        return html! { <div class="stage-frame"><div class="stage" ref={node}><p class="empty">{ "Nothing to show yet." }</p></div></div> };
    };
    let picture = &shown.picture;
    let scene = Scene::new(picture, &props.places, &props.unfolded, props.narrow);
    let (width, height) = (
        props.zoom.of(scene.width).to_string(),
        props.zoom.of(scene.height).to_string(),
    );
    let view = format!("0 0 {} {}", scene.width, scene.height);
    let collecting = picture.collector.collection.is_some();
    html! {
        <div class="stage-frame">
        <div class="stage" ref={node} tabindex="0" role="group" aria-label="Stage">
            <svg
                class="graph"
                {width}
                {height} viewBox={view} preserveAspectRatio="xMinYMin"
                role="group"
                aria-label="Frames, names and objects"
            >
                <path
                    class={classes!("fence", collecting.then_some("is-up"))}
                    d={format!("M{0} 0V{1}", scene.fence, scene.height.max(2000))}
                />
                { for scene.frames.iter().filter_map(|box_| Some(frame(box_, picture.frames.get(box_.index)?))) }
                { for scene.boxes.iter().filter_map(|box_| {
                    let object = picture.objects.get(box_.index)?;
                    Some(html! {
                        <ObjectView
                            key={box_.id.0}
                            object={object.clone()}
                            x={box_.x}
                            y={box_.y}
                            form={box_.form.clone()}
                            layer={props.layer}
                            is_selected={props.selected == Some(box_.id)}
                            tell={props.tell.clone()}
                        />
                    })
                }) }
                { for scene.arrows.iter().map(|one| arrow(one, props.selected)) }
            </svg>
            if scene.frames.is_empty() && scene.boxes.is_empty() {
                <p class="nothing">{ "No frame and no object of the program is left." }</p>
            }
            if picture.omitted > 0 {
                <p
                    class="omitted"
                >
                    { format!("and {} not drawn", words::counted(picture.omitted.into(), "object", "objects")) }
                </p>
            }
        </div>
        { zoom_buttons(&props.tell) }
        </div>
    }
}

fn zoom_buttons(tell: &Callback<Action>) -> Html {
    html! {
        <div class="zoom" role="group" aria-label="Size of the stage">
            <button
                title="Draw the stage smaller (-)"
                aria-label="Smaller"
                onclick={tell.reform(|_: MouseEvent| Action::Zoom(false))}
            >
                { "−" }
            </button>
            <button
                title="Draw the stage larger (+)"
                aria-label="Larger"
                onclick={tell.reform(|_: MouseEvent| Action::Zoom(true))}
            >
                { "+" }
            </button>
        </div>
    }
}

fn frame(box_: &FrameBox, frame: &Frame) -> Html {
    let (width, height) = (box_.width, box_.height);
    let line = format!("line {}", frame.line);
    html! {
        <g
            key={format!("frame-{}", frame.id)}
            class="frame"
            role="group"
            aria-label={format!("Frame of {}, line {}", frame.function, frame.line)}
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
            { for box_.names.iter().map(|row| name(row, width)) }
            if let Some(first) = box_.stack.first() {
                <path class="wall" d={format!("M0 {0}H{width}", first.y - 20)} />
                <text class="caption" x="10" y={(first.y - 5).to_string()}>{ "value stack" }</text>
            }
            { for box_.stack.iter().map(|row| name(row, width)) }
        </g>
    }
}

fn name(row: &Row, width: i32) -> Html {
    let middle = row.y + ROW / 2;
    let unbound = row.target.is_none() && row.text == "—";
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
            <text class="key" x="10" y={(middle + 4).to_string()}>{ &row.label }</text>
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

fn arrow(arrow: &Arrow, selected: Option<ObjectId>) -> Html {
    let kind = match arrow.kind {
        ArrowKind::Root => "is-root",
        ArrowKind::Inner => "",
        ArrowKind::Weak => "is-weak",
    };
    let touches = selected.is_some() && (arrow.from == selected || Some(arrow.to) == selected);
    let class = classes!(
        "arrow",
        kind,
        arrow.changed.then_some("is-changed"),
        touches.then_some("is-touched")
    );
    html! {
        <g {class} aria-hidden="true" data-to={arrow.to.0.to_string()}>
            <path class="halo" d={arrow.path.line.clone()} />
            <path class="line" d={arrow.path.line.clone()} />
            <path class="tip" d={arrow.path.tip.clone()} />
            <circle class="start" cx={arrow.path.start.0.to_string()} cy={arrow.path.start.1.to_string()} r="4" />
        </g>
    }
}
