//! The boxes of a picture without their places: which objects are drawn, and what their boxes hold.

use super::form::Form;
use super::places::names_of;
use super::visible::{Sight, Visible, visible};
use super::{Look, Metrics};
use crate::picture::{Object, ObjectId, Picture, Value};
use std::rc::Rc;

/// The boxes of a picture, nearest to the frames first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    look: Rc<Look>,
    narrow: bool,
    order: Rc<Order>,
    pub(super) forms: Vec<Rc<Form>>,
    /// The boxes that are not as they were in the picture before, if the same are drawn as there.
    anew: Option<Vec<usize>>,
}

/// Which objects are drawn, and in which order. Most steps leave it as it is.
#[derive(Debug, Default, PartialEq, Eq)]
struct Order {
    entries: Vec<Visible>,
    /// Where each object is in `entries`, in the order of their numbers.
    index: Vec<(ObjectId, usize)>,
    /// Where among the names and values of the frames objects are referred to.
    roots: Vec<(usize, usize, ObjectId)>,
}

impl Drawn {
    /// The boxes of a picture.
    pub fn new(picture: &Picture, look: &Rc<Look>, narrow: bool) -> Self {
        Self::after(picture, look, narrow, None)
    }

    /// The same; boxes of objects that were alike in the picture before are not made anew.
    pub fn after(picture: &Picture, look: &Rc<Look>, narrow: bool, before: Option<(&Picture, &Self)>) -> Self {
        let metrics = Metrics::new(narrow);
        let sight = Sight::new(picture, look);
        let before = before.filter(|(_, drawn)| Rc::ptr_eq(&drawn.look, look) && drawn.narrow == narrow);
        // What stands in for an object that is not drawn may change without its holder.
        let before = before.filter(|(earlier, _)| earlier.omitted == 0 && picture.omitted == 0 && !look.hides_anything());
        let form = |object: &Object| Rc::new(Form::new(object, look, &metrics, &|id| sight.stand_in(id)));
        let roots = roots(picture, look);
        if let Some((changed, drawn)) = before.and_then(|before| changed_alone(picture, &roots, before)) {
            let mut forms = drawn.forms.clone();
            let mut anew = Vec::new();
            for index in changed {
                let object = &picture.objects[index];
                if let Some(at) = drawn.at(object.id) {
                    forms[at] = form(object);
                    anew.push(at);
                }
            }
            return Self { look: Rc::clone(look), narrow, order: Rc::clone(&drawn.order), forms, anew: Some(anew) };
        }
        let entries = visible(&sight);
        let forms = entries.iter().map(|entry| {
            let known = before.and_then(|(earlier, drawn)| {
                let at = drawn.at(entry.id)?;
                let same = earlier.objects.is_alike(drawn.order.entries[at].index, &picture.objects, entry.index);
                same.then(|| Rc::clone(&drawn.forms[at]))
            });
            known.unwrap_or_else(|| form(&picture.objects[entry.index]))
        });
        let forms = forms.collect();
        let mut index: Vec<(ObjectId, usize)> = entries.iter().enumerate().map(|(index, entry)| (entry.id, index)).collect();
        index.sort_unstable();
        Self { look: Rc::clone(look), narrow, order: Rc::new(Order { entries, index, roots }), forms, anew: None }
    }

    /// The objects that are drawn.
    pub fn ids(&self) -> impl Iterator<Item = ObjectId> {
        self.order.entries.iter().map(|entry| entry.id)
    }

    /// The boxes that are not as they were in the picture before, if the same objects are drawn as there, in the same order.
    pub fn anew(&self) -> Option<&[usize]> {
        self.anew.as_deref()
    }

    /// Whether the same objects are drawn, in the same order.
    pub(super) fn is_of_the_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.order, &other.order)
    }

    /// The inside of an object's box.
    pub(super) fn form(&self, id: ObjectId) -> Option<&Form> {
        Some(&**self.forms.get(self.at(id)?)?)
    }

    /// Where an object is among those that are drawn.
    pub(super) fn at(&self, id: ObjectId) -> Option<usize> {
        let index = &self.order.index;
        let place = index.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(index[place].1)
    }

    /// What is drawn at a place in the order, with what its box holds.
    pub(super) fn get(&self, at: usize) -> Option<(&Visible, &Rc<Form>)> {
        self.order.entries.get(at).zip(self.forms.get(at))
    }

    /// All that is drawn, with what its box holds.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Visible, &Rc<Form>)> {
        self.order.entries.iter().zip(&self.forms)
    }
}

/// The objects that have changed since the picture before, by their indices, if that changes nothing of which are drawn in
/// which order: all are the same, and all refer to the same.
fn changed_alone<'a>(picture: &Picture, roots: &[(usize, usize, ObjectId)], (earlier, drawn): (&Picture, &'a Drawn)) -> Option<(Vec<usize>, &'a Drawn)> {
    if drawn.order.roots != roots {
        return None;
    }
    let changed = picture.objects.changed_since(&earlier.objects)?;
    let is_drawn_alike = |index: &usize| {
        let (object, other) = (&picture.objects[*index], &earlier.objects[*index]);
        object.reachable == other.reachable && object.shape == other.shape && object.parts.is_empty() == other.parts.is_empty() && targets(object).eq(targets(other))
    };
    changed.iter().all(is_drawn_alike).then_some((changed, drawn))
}

/// What the parts of an object refer to, with the number of each part.
fn targets(object: &Object) -> impl Iterator<Item = (usize, ObjectId)> {
    object.parts.iter().enumerate().flat_map(|(row, part)| part.key.iter().chain([&part.value]).filter_map(move |value| Some((row, arrow(value)?))))
}

fn arrow(value: &Value) -> Option<ObjectId> {
    if let Value::Arrow(id) = value { Some(*id) } else { None }
}

/// Where the frames refer to objects: frame, place among its names and values, object.
fn roots(picture: &Picture, look: &Look) -> Vec<(usize, usize, ObjectId)> {
    let of = |(index, frame)| {
        let values = names_of(frame, look).map(|name| &name.value).chain(&frame.stack).enumerate();
        values.filter_map(move |(row, value)| Some((index, row, arrow(value)?)))
    };
    picture.frames.iter().enumerate().flat_map(of).collect()
}

#[cfg(test)]
mod tests;
