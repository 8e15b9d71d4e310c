//! What stands for a constant in the cache of constants (`_PyCode_ConstantKey`, Objects/codeobject.c): tuples that keep
//! equal values of different types apart.

use super::traffic::{Event, Traffic};
use crate::ast::Constant;

/// The containers of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// The constant itself: a text, an integer, a code object, `None`, `...`.
    Itself,
    /// A tuple of so many items: the type, the value, and a third where signs of zero matter.
    Typed(usize),
    /// The tuple of the items' keys, paired with the constant.
    Tuple(Vec<Key>),
    /// The frozenset of the items' keys, paired with the constant.
    FrozenSet(Vec<Key>),
}

impl Key {
    /// The key of `value`.
    pub(crate) fn of(value: &Constant) -> Self {
        let all = |items: &[Constant]| items.iter().map(Self::of).collect();
        match value {
            Constant::None | Constant::Ellipsis | Constant::Int(_) | Constant::Str(_) => Self::Itself,
            Constant::True | Constant::False | Constant::Bytes(_) => Self::Typed(2),
            Constant::Float(value) => Self::float(*value),
            Constant::Complex { real, imaginary } => Self::complex(*real, *imaginary),
            Constant::Tuple(items) => Self::Tuple(all(items)),
            Constant::FrozenSet(items) => Self::FrozenSet(all(items)),
        }
    }

    pub(crate) fn float(value: f64) -> Self {
        Self::Typed(2 + usize::from(is_minus_zero(value)))
    }

    pub(crate) fn complex(real: f64, imaginary: f64) -> Self {
        Self::Typed(2 + usize::from(is_minus_zero(real) || is_minus_zero(imaginary)))
    }

    /// Notes that the key is made.
    pub(crate) fn make(&self, traffic: &Traffic) {
        match self {
            Self::Itself => {}
            Self::Typed(length) => traffic.make_tuple(*length),
            Self::Tuple(items) => {
                traffic.make_tuple(items.len());
                items.iter().for_each(|item| item.make(traffic));
                traffic.make_tuple(2);
            }
            Self::FrozenSet(items) => {
                let list = traffic.tuple(items.len());
                items.iter().for_each(|item| item.make(traffic));
                traffic.make(Event::Other);
                drop(list);
                traffic.make_tuple(2);
            }
        }
    }

    /// Notes that the key is dropped.
    pub(crate) fn release(&self, traffic: &Traffic) {
        match self {
            Self::Itself => {}
            Self::Typed(length) => traffic.release_tuple(*length),
            Self::Tuple(items) => {
                items.iter().rev().for_each(|item| item.release(traffic));
                traffic.release_tuple(items.len());
                traffic.release_tuple(2);
            }
            Self::FrozenSet(items) => {
                items.iter().for_each(|item| item.release(traffic));
                traffic.release(Event::Other);
                traffic.release_tuple(2);
            }
        }
    }
}

fn is_minus_zero(value: f64) -> bool {
    value == 0.0 && value.is_sign_negative()
}
