//! A value of a component that its handlers see as it is, not as it was when they were drawn.
//!
//! While the page has much to draw, a pointer goes down and up, or a word is typed and Enter pressed, before the component is drawn
//! again. What the second has to know of the first is kept here.

use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone)]
pub(crate) struct Live<T> {
    value: Rc<RefCell<T>>,
    draw: UseForceUpdateHandle,
}

impl<T: Clone + PartialEq> Live<T> {
    pub(crate) fn get(&self) -> T {
        self.value.borrow().clone()
    }

    /// From now on it is this; what it changes is drawn.
    pub(crate) fn set(&self, value: T) {
        if *self.value.borrow() != value {
            self.value.replace(value);
            self.draw.force_update();
        }
    }
}

#[hook]
pub(crate) fn use_live<T: Default + 'static>() -> Live<T> {
    Live { value: use_mut_ref(T::default), draw: use_force_update() }
}
