//! The type system: which slots a type has, how classes are made, how attributes are found (`Objects/typeobject.c`).

pub mod attribute;
mod base;
pub mod bootstrap;
pub mod build_class;
pub mod callable_type;
pub mod class_slots;
pub mod class_support;
pub mod descriptor;
pub mod descriptor_type;
pub mod exception_group;
pub mod exception_kinds;
pub mod exception_type;
mod field_row;
mod frame_names;
pub mod generic_alias;
pub mod getattro;
pub mod instance;
pub mod instance_dict;
pub mod module_type;
pub mod mro;
mod namespace;
pub mod object_type;
pub mod reduce;
pub mod reduce_named;
pub mod runtime_type;
pub mod simple_namespace;
pub mod singleton_type;
pub mod slot;
pub mod super_;
pub mod type_attribute;
pub mod type_new;
mod type_ready;
pub mod type_type;
pub mod weak;
pub mod wrapped_type;
#[cfg(test)]
mod tests;
