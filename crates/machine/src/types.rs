//! The type system: which slots a type has, how classes are made, how attributes are found (`Objects/typeobject.c`).

pub mod slot;
