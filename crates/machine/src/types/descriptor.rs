//! Descriptors: what happens when a class attribute is read through an instance or a class, or written through an instance.

use heapglass_heap::{
    Address, Kind, Raised,
    static_type::{StaticType, flag},
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{self, Arguments, NativeKind},
    types::slot::{Found, Slot, static_slot},
};

/// Offsets in descriptors (`Include/descrobject.h`).
pub mod field {
    /// `d_type`.
    pub const TYPE: u64 = 16;
    /// `d_name`.
    pub const NAME: u64 = 24;
    /// `d_qualname`.
    pub const QUALNAME: u64 = 32;
    /// `d_method`, `d_base`, `d_getset` or `d_member`: the code address of a row, or the place of a `PyMemberDef`.
    pub const CODE: u64 = 40;
    /// `prop_get`, `sm_callable`, `cm_callable`.
    pub const CALLABLE: u64 = 16;
    /// `prop_set`.
    pub const SETTER: u64 = 24;
    /// `prop_del`.
    pub const DELETER: u64 = 32;
    /// `prop_doc`.
    pub const DOC: u64 = 40;
    /// `prop_name`.
    pub const PROPERTY_NAME: u64 = 48;
}

impl Machine {
    /// Whether `type(attribute)` has `__get__`.
    #[inline]
    pub fn has_get(&mut self, attribute: Address) -> bool {
        let type_ = self.heap.type_of(attribute);
        match StaticType::at(type_) {
            Some(StaticType::Function) => true,
            Some(StaticType::Int | StaticType::Str | StaticType::Type) => false,
            Some(_) => self.binds_natively(attribute) || self.has_slot(type_, Slot::Get),
            None => self.has_slot(type_, Slot::Get),
        }
    }

    fn binds_natively(&self, attribute: Address) -> bool {
        matches!(
            self.heap.kind(attribute),
            Kind::Function
                | Kind::Method
                | Kind::MethodDescriptor
                | Kind::WrapperDescriptor
                | Kind::ClassMethodDescriptor
                | Kind::GetSetDescriptor
                | Kind::MemberDescriptor
                | Kind::Property
                | Kind::StaticMethod
                | Kind::ClassMethod
                | Kind::Super
        )
    }

    /// Whether `type(attribute)` has `__set__` or `__delete__`.
    #[inline]
    pub fn is_data_descriptor(&mut self, attribute: Address) -> bool {
        let type_ = self.heap.type_of(attribute);
        match StaticType::at(type_) {
            Some(StaticType::GetSetDescriptor | StaticType::MemberDescriptor | StaticType::Property) => true,
            Some(which) => static_slot(which, Slot::Set).is_some(),
            None => self.has_slot(type_, Slot::Set) || self.has_slot(type_, Slot::Delete),
        }
    }

    /// `descriptor.__get__(object, owner)`; `object` may be null.
    pub fn descriptor_get(&mut self, descriptor: Address, object: Address, owner: Address) -> Outcome {
        let type_ = self.heap.type_of(descriptor);
        if StaticType::at(type_).is_none()
            && let Found::Attribute(method) = self.find_slot(type_, Slot::Get)
        {
            let none = self.heap.none();
            let object = object.non_null().unwrap_or(none);
            let owner = owner.non_null().unwrap_or(none);
            return self.call(method, &[descriptor, object, owner], &[]);
        }
        self.native_descriptor_get(descriptor, object, owner)
    }

    /// `__get__` of the builtin kinds of descriptor.
    pub fn native_descriptor_get(&mut self, descriptor: Address, object: Address, owner: Address) -> Outcome {
        let no_object = object.is_null();
        match self.heap.kind(descriptor) {
            Kind::Function if no_object => Ok(self.incref(descriptor)),
            Kind::Function => Ok(self.new_method(descriptor, object)),
            Kind::StaticMethod => {
                let callable = self.heap.memory.address(descriptor.plus(field::CALLABLE));
                Ok(self.incref(callable))
            }
            Kind::ClassMethod => self.class_method_get(descriptor, object, owner),
            Kind::Property if no_object || self.heap.is_none(object) => Ok(self.incref(descriptor)),
            Kind::Property => self.property_get(descriptor, object),
            Kind::ClassMethodDescriptor => self.class_method_descriptor_get(descriptor, object, owner),
            Kind::Super => self.super_bind(descriptor, object),
            Kind::Method => Ok(self.incref(descriptor)),
            Kind::MethodDescriptor | Kind::WrapperDescriptor | Kind::GetSetDescriptor | Kind::MemberDescriptor
                if no_object =>
            {
                Ok(self.incref(descriptor))
            }
            Kind::MethodDescriptor => {
                self.check_descriptor_applies(descriptor, object)?;
                let code = self.heap.memory.address(descriptor.plus(field::CODE));
                Ok(self.new_builtin(code, object))
            }
            Kind::WrapperDescriptor => {
                self.check_descriptor_applies(descriptor, object)?;
                Ok(self.new_method_wrapper(descriptor, object))
            }
            Kind::GetSetDescriptor => {
                self.check_descriptor_applies(descriptor, object)?;
                self.getset_get(descriptor, object)
            }
            Kind::MemberDescriptor => {
                self.check_descriptor_applies(descriptor, object)?;
                self.member_get(descriptor, object)
            }
            _ => match self.call_slot(descriptor, Slot::Get, &[object, owner])? {
                Some(value) => Ok(value),
                None => Ok(self.incref(descriptor)),
            },
        }
    }

    /// "descriptor 'append' for 'list' objects doesn't apply to a 'int' object".
    pub fn check_descriptor_applies(&mut self, descriptor: Address, object: Address) -> Outcome<()> {
        let owner = self.heap.memory.address(descriptor.plus(field::TYPE));
        let type_ = self.heap.type_of(object);
        if self.heap.is_subtype(type_, owner) {
            return Ok(());
        }
        let name = self.heap.memory.address(descriptor.plus(field::NAME));
        let (owner, found) = (self.name_of_type(owner), self.name_of_type(type_));
        let pieces = [Piece::Str(name), Piece::Text(&owner), Piece::Text(&found)];
        let format = "descriptor '%V' for '%.100s' objects doesn't apply to a '%.100s' object";
        Err(self.raise_format(StaticType::TypeError, format, &pieces))
    }

    fn class_method_get(&mut self, descriptor: Address, object: Address, owner: Address) -> Outcome {
        let owner = owner.non_null().unwrap_or_else(|| self.heap.type_of(object));
        let callable = self.heap.memory.address(descriptor.plus(field::CALLABLE));
        if self.has_get(callable) {
            return self.descriptor_get(callable, owner, owner);
        }
        Ok(self.new_method(callable, owner))
    }

    fn class_method_descriptor_get(&mut self, descriptor: Address, object: Address, owner: Address) -> Outcome {
        let owner = if owner.is_null() { self.heap.type_of(object) } else { owner };
        let home = self.heap.memory.address(descriptor.plus(field::TYPE));
        if !self.heap.is_type(owner) {
            let name = self.heap.str_text(self.heap.memory.address(descriptor.plus(field::NAME)));
            let (home, found) = (self.name_of_type(home), self.type_name(owner));
            let text = format!("descriptor '{name}' for type '{home}' needs a type, not '{found}' as arg 2");
            return Err(self.raise(StaticType::TypeError, text));
        }
        if !self.heap.is_subtype(owner, home) {
            let name = self.heap.str_text(self.heap.memory.address(descriptor.plus(field::NAME)));
            let (home, found) = (self.name_of_type(home), self.name_of_type(owner));
            let text = format!("descriptor '{name}' requires a subtype of '{home}' but received '{found}'");
            return Err(self.raise(StaticType::TypeError, text));
        }
        let code = self.heap.memory.address(descriptor.plus(field::CODE));
        Ok(self.new_builtin(code, owner))
    }

    fn property_get(&mut self, property: Address, object: Address) -> Outcome {
        let getter = self.heap.memory.address(property.plus(field::CALLABLE));
        if getter.is_null() || self.heap.is_none(getter) {
            return Err(self.raise_property(property, object, "getter"));
        }
        self.call(getter, &[object], &[])
    }

    fn property_set(&mut self, property: Address, object: Address, value: Option<Address>) -> Outcome<()> {
        let offset = if value.is_some() { field::SETTER } else { field::DELETER };
        let function = self.heap.memory.address(property.plus(offset));
        if function.is_null() || self.heap.is_none(function) {
            let what = if value.is_some() { "setter" } else { "deleter" };
            return Err(self.raise_property(property, object, what));
        }
        let result = match value {
            Some(value) => self.call(function, &[object, value], &[])?,
            None => self.call(function, &[object], &[])?,
        };
        self.decref(result);
        Ok(())
    }

    fn raise_property(&mut self, property: Address, object: Address, what: &str) -> Raised {
        let name = self.heap.memory.address(property.plus(field::PROPERTY_NAME));
        let type_ = self.heap.type_of(object);
        let owner = self.qualname_object(type_);
        let raised = if name.is_null() || self.heap.kind(name) != Kind::Str {
            let format = format!("property of %R object has no {what}");
            self.raise_format(StaticType::AttributeError, &format, &[Piece::Repr(owner)])
        } else {
            let format = format!("property %R of %R object has no {what}");
            self.raise_format(StaticType::AttributeError, &format, &[Piece::Repr(name), Piece::Repr(owner)])
        };
        self.decref(owner);
        raised
    }

    fn getset_get(&mut self, descriptor: Address, object: Address) -> Outcome {
        let code = self.heap.memory.address(descriptor.plus(field::CODE));
        match native::row_at(code) {
            Some(row) => (row.function)(self, Arguments::of(object, &[])),
            None => Err(self.raise(StaticType::SystemError, "a getset descriptor without code")),
        }
    }

    /// A field of a class with `__slots__`, or of a builtin type.
    fn member_get(&mut self, descriptor: Address, object: Address) -> Outcome {
        let code = self.heap.memory.address(descriptor.plus(field::CODE));
        if code.raw() >= native::TEXT && code.raw() < native::TEXT_END {
            return self.getset_get(descriptor, object);
        }
        let offset = self.heap.memory.u64(code.plus(16));
        let value = self.heap.memory.address(object.plus(offset));
        if value.is_null() {
            let name = self.heap.memory.address(descriptor.plus(field::NAME));
            return Err(self.raise_no_attribute(object, name));
        }
        Ok(self.incref(value))
    }

    /// `descriptor.__set__(object, value)`, or `__delete__` where `value` is `None`.
    pub fn descriptor_set(&mut self, descriptor: Address, object: Address, value: Option<Address>) -> Outcome<()> {
        let type_ = self.heap.type_of(descriptor);
        if StaticType::at(type_).is_none() {
            let slot = if value.is_some() { Slot::Set } else { Slot::Delete };
            match self.find_slot(type_, slot) {
                Found::Attribute(method) => {
                    let arguments: Vec<Address> = std::iter::once(object).chain(value).collect();
                    let result = self.call_attribute_of(method, descriptor, &arguments)?;
                    self.decref(result);
                    return Ok(());
                }
                Found::Missing => {
                    let text = if value.is_some() { "__set__" } else { "__delete__" };
                    return Err(self.raise(StaticType::AttributeError, text));
                }
                Found::Native(function) if self.heap.kind(descriptor) == Kind::Native => {
                    let arguments: Vec<Address> = std::iter::once(object).chain(value).collect();
                    let result = function(self, Arguments::of(descriptor, &arguments))?;
                    self.decref(result);
                    return Ok(());
                }
                Found::Native(_) => {}
            }
        }
        self.native_descriptor_set(descriptor, object, value)
    }

    /// `__set__` and `__delete__` of the builtin kinds of descriptor.
    pub fn native_descriptor_set(&mut self, descriptor: Address, object: Address, value: Option<Address>) -> Outcome<()> {
        match self.heap.kind(descriptor) {
            Kind::Property => self.property_set(descriptor, object, value),
            Kind::GetSetDescriptor => {
                self.check_descriptor_applies(descriptor, object)?;
                self.row_set(descriptor, object, value)
            }
            _ => {
                self.check_descriptor_applies(descriptor, object)?;
                self.member_set(descriptor, object, value)
            }
        }
    }

    fn row_set(&mut self, descriptor: Address, object: Address, value: Option<Address>) -> Outcome<()> {
        let code = self.heap.memory.address(descriptor.plus(field::CODE));
        let setter = native::row_at(code).and_then(|row| match row.kind {
            NativeKind::GetSet(setter) | NativeKind::Member(setter) => setter,
            _ => None,
        });
        let Some(setter) = setter else {
            if self.heap.kind(descriptor) == Kind::MemberDescriptor {
                return Err(self.raise(StaticType::AttributeError, "readonly attribute"));
            }
            let name = self.heap.str_text(self.heap.memory.address(descriptor.plus(field::NAME)));
            let owner = self.name_of_type(self.heap.memory.address(descriptor.plus(field::TYPE)));
            let text = format!("attribute '{name}' of '{owner}' objects is not writable");
            return Err(self.raise(StaticType::AttributeError, text));
        };
        let result = match value {
            Some(value) => setter(self, Arguments::of(object, &[value]))?,
            None => setter(self, Arguments::of(object, &[]))?,
        };
        self.decref(result);
        Ok(())
    }

    fn member_set(&mut self, descriptor: Address, object: Address, value: Option<Address>) -> Outcome<()> {
        let code = self.heap.memory.address(descriptor.plus(field::CODE));
        if code.raw() >= native::TEXT && code.raw() < native::TEXT_END {
            return self.row_set(descriptor, object, value);
        }
        let place = object.plus(self.heap.memory.u64(code.plus(16)));
        let old = self.heap.memory.address(place);
        if value.is_none() && old.is_null() {
            let name = self.heap.str_text(self.heap.memory.address(descriptor.plus(field::NAME)));
            return Err(self.raise(StaticType::AttributeError, name));
        }
        let new = value.map_or(Address::NULL, |value| self.incref(value));
        self.heap.memory.set_address(place, new);
        self.xdecref(old);
        Ok(())
    }

    /// Whether calling `attribute` as a method needs no binding.
    pub fn is_method_descriptor(&self, attribute: Address) -> bool {
        self.heap.type_has(self.heap.type_of(attribute), flag::METHOD_DESCRIPTOR)
    }
}
