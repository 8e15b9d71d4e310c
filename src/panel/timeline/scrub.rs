//! Dragging along the recording. Where the pointer is, is looked at once in each frame: the mark follows at once, on a layer
//! of its own; pictures are asked for when the engine is free and drawing has kept up.

use gloo::render::{AnimationFrame, request_animation_frame};
use heapglass::session::Action;
use heapglass::strip::Pace;
use heapglass::picture::Seek;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use yew::prelude::*;

/// Something that is dragged along the recording, or can be.
#[derive(Clone)]
pub(crate) struct Scrub(Rc<RefCell<Held>>);

/// Where the mark is to be drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Painted {
    UnderThePointer,
    AtTheShownStop,
}

struct Held {
    /// The stop it has been dragged to, while it is held.
    wish: Option<u64>,
    moved: bool,
    /// The stop on screen.
    shown: u64,
    pace: Pace,
    frame: Option<AnimationFrame>,
    tell: Callback<Action>,
    /// Draws what follows the pointer, once in a frame; and at last where it stays, if what is on screen is what it was let go at.
    paint: Rc<dyn Fn(Painted)>,
}

impl Scrub {
    /// It has been dragged to this stop.
    pub(crate) fn to(&self, stop: u64) {
        let mut held = self.0.borrow_mut();
        (held.wish, held.moved) = (Some(stop), true);
        if held.frame.is_none() {
            held.pace = Pace::default();
            drop(held);
            next(&self.0);
        }
    }

    /// It is let go: what it was dragged to is shown.
    pub(crate) fn let_go(&self) {
        let mut held = self.0.borrow_mut();
        let Some(stop) = held.wish.take() else { return };
        held.frame = None;
        let (tell, paint) = (held.tell.clone(), Rc::clone(&held.paint));
        // Where no other picture comes, nothing else brings the mark to its stop.
        let place = if stop == held.shown { Painted::AtTheShownStop } else { Painted::UnderThePointer };
        drop(held);
        paint(place);
        tell.emit(Action::Seek(Seek::Stop(stop)));
    }

    /// Where it is while it is held.
    pub(crate) fn wish(&self) -> Option<u64> {
        self.0.borrow().wish
    }
}

fn next(held: &Rc<RefCell<Held>>) {
    let weak: Weak<RefCell<Held>> = Rc::downgrade(held);
    let frame = request_animation_frame(move |now| {
        if let Some(held) = weak.upgrade() {
            beat(&held, now);
        }
    });
    held.borrow_mut().frame = Some(frame);
}

fn beat(this: &Rc<RefCell<Held>>, now: f64) {
    let mut held = this.borrow_mut();
    let Some(stop) = held.wish else { return };
    let moved = std::mem::take(&mut held.moved);
    let rested = held.pace.frame(now, moved);
    let wanted = rested && stop != held.shown;
    let (tell, paint) = (held.tell.clone(), Rc::clone(&held.paint));
    drop(held);
    if moved {
        paint(Painted::UnderThePointer);
    }
    if wanted {
        tell.emit(Action::Scrub { stop, rested });
    }
    next(this);
}

/// A thing that is dragged; `paint` draws what follows the pointer.
#[hook]
pub(crate) fn use_scrub(shown: u64, tell: &Callback<Action>, paint: impl Fn(Painted) + 'static) -> Scrub {
    let first = tell.clone();
    let held = use_memo((), move |()| {
        RefCell::new(Held {
            wish: None,
            moved: false,
            shown: 0,
            pace: Pace::default(),
            frame: None,
            tell: first,
            paint: Rc::new(|_| {}),
        })
    });
    {
        let mut held = held.borrow_mut();
        held.shown = shown;
        held.tell = tell.clone();
        held.paint = Rc::new(paint);
    }
    Scrub(held)
}
