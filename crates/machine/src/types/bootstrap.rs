//! Filling the dicts of the builtin types when the interpreter starts (`PyType_Ready` of static types).

use heapglass_heap::{
    Address,
    static_type::{ALL, StaticType, field},
};

use crate::{
    machine::{Machine, Outcome},
    native::{self, NativeKind, NativeRow, Owner},
};

impl Machine {
    /// Makes bases, MRO and dict of every builtin type, and puts a descriptor into the dict for every native row.
    pub fn start_types(&mut self) -> Outcome<()> {
        self.start_access_slots();
        for &which in ALL {
            self.start_hierarchy(which);
        }
        for (number, row) in native::rows().iter().enumerate() {
            if let Owner::Type(owner) = row.owner {
                self.add_native_attribute(owner, row, native::code_address(number))?;
            }
        }
        for &which in ALL {
            self.close_static_type(which)?;
        }
        Ok(())
    }

    /// `tp_base`, `tp_bases`, `tp_mro` and an empty `tp_dict`.
    fn start_hierarchy(&mut self, which: StaticType) {
        let type_ = which.address();
        let base = which.row().base;
        let (mut mro, bases) = if base == which {
            (vec![type_], Vec::new())
        } else {
            let mut mro = vec![type_];
            mro.extend(self.mro_of(base.address()));
            (mro, vec![base.address()])
        };
        if which == StaticType::ExceptionGroup {
            // class ExceptionGroup(BaseExceptionGroup, Exception)
            mro = [which, StaticType::BaseExceptionGroup, StaticType::Exception, StaticType::BaseException, StaticType::Object]
                .map(StaticType::address)
                .to_vec();
        }
        let bases = self.heap.new_tuple_of(&bases);
        let mro = self.heap.new_tuple_of(&mro);
        let dict = self.heap.new_dict();
        for (offset, value) in [(field::BASES, bases), (field::MRO, mro), (field::DICT, dict)] {
            self.heap.memory.set_address(type_.plus(offset), value);
        }
        if base != which {
            self.heap.memory.set_address(type_.plus(field::BASE), base.address());
        }
    }

    fn add_native_attribute(&mut self, owner: StaticType, row: &NativeRow, code: Address) -> Outcome<()> {
        let type_ = owner.address();
        let dict = self.type_dict(type_);
        let name = self.name(row.name);
        if self.namespace_get(dict, name)?.is_some() {
            return Ok(());
        }
        let attribute = match row.kind {
            NativeKind::Method => self.new_descriptor(StaticType::MethodDescriptor, type_, name, code),
            NativeKind::ClassMethod => self.new_descriptor(StaticType::ClassMethodDescriptor, type_, name, code),
            NativeKind::Slot => self.new_descriptor(StaticType::WrapperDescriptor, type_, name, code),
            NativeKind::GetSet(_) => self.new_descriptor(StaticType::GetSetDescriptor, type_, name, code),
            NativeKind::Member(_) => self.new_descriptor(StaticType::MemberDescriptor, type_, name, code),
            NativeKind::New => self.new_builtin(code, type_),
            NativeKind::StaticMethod => {
                let function = self.new_builtin(code, Address::NULL);
                let wrapped = self.new_static_method(function);
                self.decref(function);
                wrapped
            }
        };
        let result = self.namespace_set(dict, name, attribute);
        self.decref(attribute);
        result
    }

    /// `__doc__`, and `__hash__ = None` of types that compare but do not hash; the base learns of the type.
    fn close_static_type(&mut self, which: StaticType) -> Outcome<()> {
        let dict = self.type_dict(which.address());
        let none = self.heap.none();
        for name in ["__doc__", "__hash__"] {
            let name_object = self.name(name);
            let wanted = match name {
                "__hash__" => self.compares_without_hash(which)?,
                _ => true,
            };
            if wanted && self.namespace_get(dict, name_object)?.is_none() {
                self.namespace_set(dict, name_object, none)?;
            }
        }
        Ok(())
    }

    fn compares_without_hash(&mut self, which: StaticType) -> Outcome<bool> {
        if which.row().base == which {
            return Ok(false);
        }
        let dict = self.type_dict(which.address());
        let eq = self.name("__eq__");
        Ok(self.namespace_get(dict, eq)?.is_some())
    }
}
