//! What of the stage is in view.

use super::StageProps;
use heapglass::layout::{Focus, Scene, View};
use heapglass::session::Zoom;
use std::{cell::RefCell, rc::Rc};
use web_sys::Element;
use yew::prelude::*;

/// Steps in which scrolling is noted, so that scrolling a little draws nothing anew.
const STEP: i32 = 48;

/// Room around what is in view that is drawn too, so that scrolling uncovers nothing empty.
const AROUND: i32 = 320;
/// Other parts of the stage that stay drawn.
const KEPT: usize = 3;

/// Where the stage was when it was looked at last, in pixels of the window, and what is drawn of it.
#[derive(Debug, Default)]
struct Sight {
    scrolled: (i32, i32),
    room: (i32, i32),
    view: View,
    /// What was in view before steps that went elsewhere, the last first: a program goes to and fro between its names and what it
    /// changes, and neither is to be drawn anew each time.
    kept: Vec<View>,
    /// Step and stop that are drawn.
    moment: Option<(u64, u64)>,
}

/// The parts of the stage that are to be drawn, the one in view first, and what is to be told when the stage has been scrolled. Only
/// of a large scene it matters: a small one is drawn whole.
///
/// A step that will move the view is drawn where it will be seen, once, and not first where the stage stood.
#[hook]
pub(super) fn use_views(node: &NodeRef, props: &StageProps, scene: &Rc<Scene>, focus: Option<Focus>) -> (Vec<View>, Callback<Event>) {
    let sight = use_mut_ref(Sight::default);
    let again = use_force_update();
    if scene.is_large() {
        foresee(&mut sight.borrow_mut(), props, scene, focus);
    }
    let look = {
        let (node, sight, zoom, is_large) = (node.clone(), Rc::clone(&sight), props.zoom, scene.is_large());
        move || {
            if is_large && node.cast::<Element>().is_some_and(|stage| look(&sight, &stage, zoom)) {
                again.force_update();
            }
        }
    };
    let onscroll = {
        let look = look.clone();
        Callback::from(move |_: Event| look())
    };
    // After each drawing: what is in view may have changed with the window, the zoom or the picture.
    use_effect(look);
    let sight = sight.borrow();
    let views = std::iter::once(&sight.view).chain(&sight.kept).map(|view| view.grown(AROUND)).collect();
    (views, onscroll)
}

/// Where the stage will be scrolled to for the step that is drawn now, see [`super::motion::use_keeping_in_view`].
fn foresee(sight: &mut Sight, props: &StageProps, scene: &Scene, focus: Option<Focus>) {
    let moment = props.moment();
    if moment == sight.moment {
        return;
    }
    sight.moment = moment;
    if props.stage.stays || sight.room.0 == 0 {
        return;
    }
    let Some(focus) = focus else { return };
    if !props.stage.sized && focus.suitable(sight.room, props.zoom, props.narrow, scene.width).is_some() {
        return;
    }
    let (x, y) = focus.scrolled(sight.scrolled, sight.room, props.zoom);
    let most = |size: i32, room: i32| (props.zoom.of(size) - room).max(0);
    sight.scrolled = (x.min(most(scene.width, sight.room.0)), y.min(most(scene.height, sight.room.1)));
    let before = std::mem::replace(&mut sight.view, seen(sight.scrolled, sight.room, props.zoom));
    let now = sight.view;
    sight.kept.retain(|kept| *kept != now && *kept != before);
    if before != now {
        sight.kept.insert(0, before);
    }
    sight.kept.truncate(KEPT);
}

/// Notes what is in view; whether that is other than what is drawn.
fn look(sight: &RefCell<Sight>, stage: &Element, zoom: Zoom) -> bool {
    let mut sight = sight.borrow_mut();
    sight.scrolled = (stage.scroll_left(), stage.scroll_top());
    sight.room = (stage.client_width(), stage.client_height());
    let now = seen(sight.scrolled, sight.room, zoom);
    std::mem::replace(&mut sight.view, now) != now
}

fn seen(scrolled: (i32, i32), room: (i32, i32), zoom: Zoom) -> View {
    let of = |pixels: i32| pixels * 100 / zoom.0.max(1);
    let (left, top) = (of(scrolled.0) / STEP * STEP, of(scrolled.1) / STEP * STEP);
    let size = |pixels: i32| (of(pixels) / STEP + 1) * STEP;
    View { left, top, right: left + size(room.0), bottom: top + size(room.1) }
}
