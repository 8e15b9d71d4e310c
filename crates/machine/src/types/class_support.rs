//! What making a class needs besides: descriptors, the list of subclasses, the two hooks called at the end.

use heapglass_heap::{
    Address, Kind,
    layout::callable::{method_descriptor, wrapped_method},
    static_type::{StaticType, field},
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{self, Owner},
};

impl Machine {
    /// A descriptor of `type_`; type and name are borrowed.
    pub fn new_descriptor(&mut self, which: StaticType, type_: Address, name: Address, code: Address) -> Address {
        self.incref(type_);
        self.incref(name);
        self.heap.new_descriptor(which, type_, name, code.raw())
    }

    /// A builtin function for the row at `code`, bound to `receiver` (borrowed, may be null).
    pub fn new_builtin(&mut self, code: Address, receiver: Address) -> Address {
        self.heap.xincref(receiver);
        self.heap.new_builtin_function(code.raw(), receiver, Address::NULL)
    }

    /// A `staticmethod` around `callable` (borrowed), without the copied attributes of the decorator.
    pub fn new_static_method(&mut self, callable: Address) -> Address {
        self.incref(callable);
        self.heap.new_record(StaticType::StaticMethod, &[(wrapped_method::CALLABLE, callable)])
    }

    /// A `classmethod` around `callable` (borrowed).
    pub fn new_class_method(&mut self, callable: Address) -> Address {
        self.incref(callable);
        self.heap.new_record(StaticType::ClassMethod, &[(wrapped_method::CALLABLE, callable)])
    }

    /// `PyDescr`'s name, borrowed.
    pub fn descriptor_name(&self, descriptor: Address) -> Address {
        self.heap.memory.address(descriptor.plus(method_descriptor::NAME))
    }

    /// The code address of the getset that gives instances of classes their `__dict__` or `__weakref__`.
    pub fn instance_getset_code(&self, name: &str) -> Address {
        let owner = Owner::Module(super::instance_dict::INSTANCE);
        let number = native::rows().iter().position(|row| row.owner == owner && row.name == name);
        native::code_address(number.unwrap_or(0))
    }

    /// Notes in `base` that `class` derives from it: a dict from the address to a weak reference.
    pub fn add_subclass(&mut self, base: Address, class: Address) -> Outcome<()> {
        let key = self.heap.new_int(class.raw() as i64);
        let weakref = self.weak_reference_to(class)?;
        let mut dict = self.heap.memory.address(base.plus(field::SUBCLASSES));
        if dict.is_null() {
            dict = self.heap.new_dict();
            self.heap.memory.set_address(base.plus(field::SUBCLASSES), dict);
        }
        let hash = self.hash(key)?;
        let displaced = heapglass_heap::object::dict::set(self, dict, key, hash, weakref)?;
        if let Some(displaced) = displaced {
            self.decref(displaced);
        }
        self.decref(weakref);
        self.decref(key);
        Ok(())
    }

    /// Takes `class` out of the list of `base`.
    pub fn remove_subclass(&mut self, base: Address, class: Address) -> Outcome<()> {
        let dict = self.heap.memory.address(base.plus(field::SUBCLASSES));
        if dict.is_null() {
            return Ok(());
        }
        let key = self.heap.new_int(class.raw() as i64);
        let hash = self.hash(key)?;
        if let Some(removed) = heapglass_heap::object::dict::remove_key(self, dict, key, hash)? {
            removed.release(self);
        }
        self.decref(key);
        if self.heap.dict_len(dict) == 0 {
            self.heap.memory.set_address(base.plus(field::SUBCLASSES), Address::NULL);
            self.decref(dict);
        }
        Ok(())
    }

    /// Calls `__set_name__` of the attributes of a new class.
    pub fn set_names(&mut self, type_: Address) -> Outcome<()> {
        let dict = self.type_dict(type_);
        let copy = self.heap.dict_copy(dict);
        let items: Vec<(Address, Address)> = self.heap.dict_items(copy).collect();
        let mut result = Ok(());
        for (name, value) in items {
            result = self.tell_name(type_, name, value);
            if result.is_err() {
                break;
            }
        }
        self.decref(copy);
        result
    }

    fn tell_name(&mut self, type_: Address, name: Address, value: Address) -> Outcome<()> {
        if matches!(self.heap.kind(value), Kind::Function | Kind::Str | Kind::Int)
            || StaticType::at(self.heap.type_of(value)).is_some_and(|which| which != StaticType::Property)
        {
            return Ok(());
        }
        let Some(method) = self.lookup_special(value, "__set_name__")? else { return Ok(()) };
        let result = self.call(method, &[type_, name], &[]);
        self.decref(method);
        let Ok(result) = result else {
            // Where the machine is abandoned nothing was raised that a note could be added to.
            return if self.watch.abandoned { Err(heapglass_heap::Raised) } else { self.note_set_name(type_, name, value) };
        };
        self.decref(result);
        Ok(())
    }

    /// 3.12 adds a note to what `__set_name__` raised.
    fn note_set_name(&mut self, type_: Address, name: Address, value: Address) -> Outcome<()> {
        let exception = self.take_error();
        let (kind, class) = (self.type_name(value), self.name_of_type(type_));
        let pieces = [Piece::Text(&kind), Piece::Repr(name), Piece::Text(&class)];
        let note = self.from_format("Error calling __set_name__ on '%.100s' instance %R in '%.100s'", &pieces)?;
        let noted = self.add_note(exception, note);
        self.decref(note);
        self.set_error(exception);
        noted?;
        Err(heapglass_heap::Raised)
    }

    /// Calls `__init_subclass__` of the parent of a new class, with the keywords of the class statement.
    pub fn tell_parent(&mut self, type_: Address, keywords: &[(Address, Address)]) -> Outcome<()> {
        let super_object = self.call(StaticType::Super.address(), &[type_, type_], &[])?;
        let name = self.name("__init_subclass__");
        let hook = self.get_attribute(super_object, name);
        self.decref(super_object);
        let hook = hook?;
        let result = self.call_with_dict(hook, &[], keywords);
        self.decref(hook);
        let result = result?;
        self.decref(result);
        Ok(())
    }
}
