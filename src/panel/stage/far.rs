//! A large stage from far away: too small to read, so each kind is one shape made of all its boxes.

use super::Same;
use crate::panel::kind_class;
use heapglass::layout::{Scene, View};
use heapglass::session::{Action, Shown, Zoom};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;
use yew::prelude::*;

/// Boxes in view that are still drawn one by one.
const MOST: usize = 220;
/// Size in percent below which nobody can read what is in a box.
const READABLE: i32 = 45;

/// Whether the stage is drawn as shapes alone.
pub(super) fn is_far(scene: &Scene, view: &View, zoom: Zoom) -> bool {
    let boxes = scene.boxes.iter().filter(|box_| view.meets(box_.x, box_.y, box_.form.width, box_.form.height));
    zoom.0 < READABLE && boxes.take(MOST + 1).count() > MOST
}

#[derive(Properties)]
pub(super) struct FarProps {
    pub(super) scene: Rc<Scene>,
    pub(super) shown: Rc<Shown>,
    pub(super) tell: Callback<Action>,
}

impl PartialEq for FarProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene) && Rc::ptr_eq(&self.shown, &other.shown)
    }
}

#[component(Far)]
pub(super) fn far(props: &FarProps) -> Html {
    let paths = use_memo((Same(props.scene.clone()), Same(props.shown.clone())), |(scene, shown)| {
        let mut paths: BTreeMap<&'static str, String> = BTreeMap::new();
        for box_ in &scene.0.boxes {
            let kind = shown.0.picture.objects.get(box_.index).map_or("", |object| kind_class(object.shape));
            let _ = write!(paths.entry(kind).or_default(), "M{} {}h{}v{}h{}z", box_.x, box_.y, box_.form.width, box_.form.height, -box_.form.width);
        }
        let mut frames = String::new();
        for box_ in &scene.0.frames {
            let _ = write!(frames, "M{} {}h{}v{}h{}z", box_.x, box_.y, box_.width, box_.height, -box_.width);
        }
        (paths, frames)
    });
    let (boxes, frames) = &*paths;
    html! {
        <g aria-label={heapglass_words::stage::far_away()} role="img">
            <path key="frames" class="far frames" d={frames.clone()} />
            { for boxes.iter().map(|(kind, path)| html! { <path key={*kind} class={classes!("far", *kind)} d={path.clone()} /> }) }
        </g>
    }
}
