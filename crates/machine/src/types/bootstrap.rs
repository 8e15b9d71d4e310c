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
        let at_start = |which: StaticType| !which.is_made_by_module() && !which.is_readied_by_module();
        for &which in ALL.iter().filter(|which| at_start(**which)) {
            self.start_hierarchy(which);
        }
        for (number, row) in native::rows().iter().enumerate() {
            if let Owner::Type(owner) = row.owner
                && at_start(owner)
            {
                self.add_native_attribute(owner.address(), row, native::code_address(number))?;
            }
        }
        for &which in ALL.iter().filter(|which| at_start(**which) && which.row().base != **which) {
            let dict = self.type_dict(which.address());
            self.close_type_dict(dict)?;
        }
        use StaticType::{ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple};
        for which in [TypeVar, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVarTuple] {
            // Made from a specification, they say themselves where they belong: their instances are asked, too.
            let (dict, module) = (self.type_dict(which.address()), self.name("typing"));
            self.namespace_put(dict, "__module__", module)?;
        }
        self.put_doc(StaticType::Object.address())?;
        self.start_subclasses()?;
        self.start_exception_group()
    }

    /// `class ExceptionGroup(BaseExceptionGroup, Exception)`: a class like those of programs. The interpreter's own reference to
    /// it is `tp_cache` of its place in the data segment.
    fn start_exception_group(&mut self) -> Outcome<()> {
        let which = StaticType::ExceptionGroup;
        let bases = self.heap.new_tuple_of(&[StaticType::BaseExceptionGroup.address(), StaticType::Exception.address()]);
        let (name, dict) = (self.name(which.short_name()), self.heap.new_dict());
        let home = self.name("builtins");
        let module = self.name("__module__");
        self.namespace_set(dict, module, home)?;
        let class = self.call(StaticType::Type.address(), &[name, bases, dict], &[]);
        for made in [bases, dict] {
            self.decref(made);
        }
        self.heap.memory.set_address(which.address().plus(field::CACHE), class?);
        Ok(())
    }

    /// Makes types of the data segment ready, a base before its subclasses, unless that has been done: what the import of
    /// their module does.
    pub(crate) fn ready_types(&mut self, types: &[StaticType]) -> Outcome<()> {
        for &which in types {
            let type_ = which.address();
            if !self.heap.memory.address(type_.plus(field::DICT)).is_null() {
                continue;
            }
            self.start_hierarchy(which);
            for (number, row) in native::rows().iter().enumerate() {
                if row.owner == Owner::Type(which) {
                    self.add_native_attribute(type_, row, native::code_address(number))?;
                }
            }
            let dict = self.type_dict(type_);
            self.close_type_dict(dict)?;
            self.update_access_slots(type_);
            self.add_subclass(which.row().base.address(), type_)?;
        }
        Ok(())
    }

    /// `tp_base`, `tp_bases`, `tp_mro` and an empty `tp_dict`.
    fn start_hierarchy(&mut self, which: StaticType) {
        let type_ = which.address();
        let base = which.row().base;
        let (mro, bases) = if base == which {
            (vec![type_], Vec::new())
        } else {
            let mut mro = vec![type_];
            mro.extend(self.mro_of(base.address()));
            (mro, vec![base.address()])
        };
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

    /// Puts the descriptor of a native row into the dict of `type_`, unless an earlier row has the name.
    pub(super) fn add_native_attribute(&mut self, type_: Address, row: &NativeRow, code: Address) -> Outcome<()> {
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

    /// `__doc__`, and `__hash__ = None` of types that compare but do not hash.
    pub(super) fn close_type_dict(&mut self, dict: Address) -> Outcome<()> {
        let none = self.heap.none();
        let (doc, eq, hash) = (self.name("__doc__"), self.name("__eq__"), self.name("__hash__"));
        if self.namespace_get(dict, doc)?.is_none() {
            self.namespace_set(dict, doc, none)?;
        }
        if self.namespace_get(dict, eq)?.is_some() && self.namespace_get(dict, hash)?.is_none() {
            self.namespace_set(dict, hash, none)?;
        }
        Ok(())
    }

    /// `object` has a `__doc__` and compares by identity.
    fn put_doc(&mut self, type_: Address) -> Outcome<()> {
        let (dict, doc, none) = (self.type_dict(type_), self.name("__doc__"), self.heap.none());
        self.namespace_set(dict, doc, none)
    }
}
