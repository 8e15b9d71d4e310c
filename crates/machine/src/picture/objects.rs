//! The objects of a picture. Most are alike from picture to picture: those are kept once.

use std::{ops::Index, rc::Rc};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Object, ObjectId};

/// Objects in the order of their numbers, shared between the pictures in which they are alike.
#[derive(Clone, Debug, Default)]
pub struct Objects(Vec<Rc<Object>>);

impl Objects {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The object at an index.
    pub fn get(&self, index: usize) -> Option<&Object> {
        self.0.get(index).map(|object| &**object)
    }

    /// The object with this number.
    pub fn find(&self, id: ObjectId) -> Option<&Object> {
        self.get(self.index_of(id)?)
    }

    /// Where the object with this number is.
    pub fn index_of(&self, id: ObjectId) -> Option<usize> {
        self.binary_search_by_key(&id, |object| object.id).ok()
    }

    /// As for slices.
    pub fn binary_search_by_key<K: Ord>(&self, key: &K, mut of: impl FnMut(&Object) -> K) -> Result<usize, usize> {
        self.0.binary_search_by_key(key, |object| of(object))
    }

    /// All objects.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Object> + ExactSizeIterator + Clone {
        self.0.iter().map(|object| &**object)
    }

    /// All objects, as they are shared.
    pub fn shared(&self) -> &[Rc<Object>] {
        &self.0
    }

    /// All objects, to be changed with [`Rc::make_mut`].
    pub fn shared_mut(&mut self) -> &mut Vec<Rc<Object>> {
        &mut self.0
    }

    /// Whether the object at an index is the one at an index of others, or alike.
    pub fn is_alike(&self, index: usize, others: &Self, at: usize) -> bool {
        match (self.0.get(index), others.0.get(at)) {
            (Some(object), Some(other)) => Rc::ptr_eq(object, other) || object == other,
            _ => false,
        }
    }

    /// The indices at which these are other than earlier ones, if they are of the same objects.
    pub fn changed_since(&self, earlier: &Self) -> Option<Vec<usize>> {
        if self.len() != earlier.len() {
            return None;
        }
        let mut changed = Vec::new();
        for (index, (object, other)) in self.0.iter().zip(&earlier.0).enumerate() {
            if Rc::ptr_eq(object, other) || object == other {
                continue;
            }
            if object.id != other.id {
                return None;
            }
            changed.push(index);
        }
        Some(changed)
    }

    /// Those that are not the very same in another picture.
    pub fn not_shared_with(&self, other: &Self) -> Vec<&Object> {
        let mut others = other.0.iter().peekable();
        let is_apart = |object: &&Rc<Object>| {
            while others.peek().is_some_and(|other| other.id < object.id) {
                others.next();
            }
            !others.peek().is_some_and(|other| Rc::ptr_eq(other, object))
        };
        self.0.iter().filter(is_apart).map(|object| &**object).collect()
    }

    /// Those that another picture does not have.
    pub fn missing_from(&self, other: &Self) -> Vec<&Object> {
        let mut others = other.0.iter().peekable();
        let is_missing = |object: &&Rc<Object>| {
            while others.peek().is_some_and(|other| other.id < object.id) {
                others.next();
            }
            others.peek().is_none_or(|other| other.id != object.id)
        };
        self.0.iter().filter(is_missing).map(|object| &**object).collect()
    }

    /// Keeps those once that are alike in an earlier picture.
    pub fn share_with(&mut self, earlier: &Self) {
        let mut others = earlier.0.iter().peekable();
        for object in &mut self.0 {
            while others.peek().is_some_and(|other| other.id < object.id) {
                others.next();
            }
            if let Some(other) = others.peek().filter(|other| Rc::ptr_eq(other, object) || **other == object) {
                *object = Rc::clone(other);
            }
        }
    }
}

impl Index<usize> for Objects {
    type Output = Object;

    fn index(&self, index: usize) -> &Object {
        &self.0[index]
    }
}

impl PartialEq for Objects {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.0.iter().zip(&other.0).all(|(one, two)| Rc::ptr_eq(one, two) || one == two)
    }
}

impl From<Vec<Object>> for Objects {
    fn from(objects: Vec<Object>) -> Self {
        objects.into_iter().collect()
    }
}

impl FromIterator<Object> for Objects {
    fn from_iter<I: IntoIterator<Item = Object>>(objects: I) -> Self {
        Self(objects.into_iter().map(Rc::new).collect())
    }
}

impl FromIterator<Rc<Object>> for Objects {
    fn from_iter<I: IntoIterator<Item = Rc<Object>>>(objects: I) -> Self {
        Self(objects.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Objects {
    type Item = &'a Object;
    type IntoIter = std::iter::Map<std::slice::Iter<'a, Rc<Object>>, fn(&'a Rc<Object>) -> &'a Object>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|object| &**object)
    }
}

impl Serialize for Objects {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl<'de> Deserialize<'de> for Objects {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Object>::deserialize(deserializer).map(Self::from)
    }
}
