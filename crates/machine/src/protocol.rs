//! The object protocol: what CPython's `Objects/abstract.c` and `Objects/object.c` do for any two objects.
//!
//! Functions borrow their arguments and return new references unless their comment says otherwise.

pub mod attribute;
pub mod call;
pub mod class;
pub mod compare;
pub mod hash;
pub mod item;
pub mod iterate;
pub mod number;
pub mod text;
pub mod truth;
pub mod warn;

pub use compare::CompareOp;
pub use number::{BinaryOp, UnaryOp};
