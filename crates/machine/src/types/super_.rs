//! `super` (`super_getattro`, `super_init` in `Objects/typeobject.c`).

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// `type`: the class after which the search starts.
const TYPE: u64 = 16;
/// `obj`: the receiver, or null if unbound.
const OBJECT: u64 = 24;
/// `obj_type`: the class whose MRO is searched.
const OBJECT_TYPE: u64 = 32;

impl Machine {
    /// Looks `name` up after `class` on the MRO of `owner`, for the receiver `object`. With `want_method`, a method comes
    /// unbound and the flag says so. `None` if there is no such attribute.
    fn search_super(
        &mut self,
        class: Address,
        object: Address,
        owner: Address,
        name: Address,
        want_method: bool,
    ) -> Outcome<Option<(Address, bool)>> {
        let mro = self.mro_of(owner);
        let after = mro.iter().position(|entry| *entry == class).map_or(mro.len(), |index| index + 1);
        for entry in mro.into_iter().skip(after) {
            let dict = self.type_dict(entry);
            let Some(found) = self.namespace_get(dict, name)? else { continue };
            self.incref(found);
            if want_method && self.is_method_descriptor(found) {
                return Ok(Some((found, true)));
            }
            if !self.has_get(found) {
                return Ok(Some((found, false)));
            }
            let receiver = if object == owner { Address::NULL } else { object };
            let bound = self.descriptor_get(found, receiver, owner);
            self.decref(found);
            return bound.map(|bound| Some((bound, false)));
        }
        Ok(None)
    }

    /// The class whose MRO `super(class, object)` searches; owned.
    fn check_super(&mut self, class: Address, object: Address) -> Outcome {
        // A class whose `mro()` leaves it out is no subtype of itself.
        if self.heap.is_type(object) && self.mro_of(object).contains(&class) {
            return Ok(self.incref(object));
        }
        let own = self.heap.type_of(object);
        if self.heap.is_subtype(own, class) {
            return Ok(self.incref(own));
        }
        let name = self.name("__class__");
        if let Some(claimed) = self.lookup_attribute(object, name)? {
            if claimed != own && self.heap.is_type(claimed) && self.heap.is_subtype(claimed, class) {
                return Ok(claimed);
            }
            self.decref(claimed);
        }
        Err(self.raise(StaticType::TypeError, "super(type, obj): obj must be an instance or subtype of type"))
    }

    /// `super(class, object).name` without making the super object: the attribute, and whether it is an unbound method of
    /// `object` (`_PySuper_Lookup`).
    pub fn super_lookup(&mut self, class: Address, object: Address, name: Address, want_method: bool) -> Outcome<(Address, bool)> {
        if !self.heap.is_type(class) {
            return Err(self.raise_about_type("super() argument 1 must be a type, not %.200s", class));
        }
        let owner = self.check_super(class, object)?;
        let found = self.search_super(class, object, owner, name, want_method);
        self.decref(owner);
        if let Some(found) = found? {
            return Ok(found);
        }
        let super_object = self.call(StaticType::Super.address(), &[class, object], &[])?;
        let result = self.generic_get_attribute(super_object, name);
        self.decref(super_object);
        result.map(|value| (value, false))
    }

    /// `super_object.name`.
    pub fn super_get_attribute(&mut self, super_object: Address, name: Address) -> Outcome {
        let word = |m: &Self, offset| m.heap.memory.address(super_object.plus(offset));
        let (class, object, owner) = (word(self, TYPE), word(self, OBJECT), word(self, OBJECT_TYPE));
        if !owner.is_null()
            && self.heap.str_text(name) != "__class__"
            && let Some((found, _)) = self.search_super(class, object, owner, name, false)?
        {
            return Ok(found);
        }
        self.generic_get_attribute(super_object, name)
    }

    /// `super.__get__`: an unbound super object becomes bound.
    pub fn super_bind(&mut self, super_object: Address, object: Address) -> Outcome {
        let bound = self.heap.memory.address(super_object.plus(OBJECT));
        if object.is_null() || self.heap.is_none(object) || !bound.is_null() {
            return Ok(self.incref(super_object));
        }
        let class = self.heap.memory.address(super_object.plus(TYPE));
        // A subclass is asked to make the bound one, too.
        let kind = self.heap.type_of(super_object);
        self.call(kind, &[class, object], &[])
    }

    fn set_super_word(&mut self, super_object: Address, offset: u64, owned: Address) {
        let old = self.heap.memory.address(super_object.plus(offset));
        self.heap.memory.set_address(super_object.plus(offset), owned);
        self.xdecref(old);
    }
}

fn super_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.generic_allocate(arguments.self_, 0))
}

fn super_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "super")?;
    arguments.arity(m, "super", 0, 2)?;
    let (class, object) = match *arguments.positional {
        [] => {
            let (class, object) = m.super_arguments_of_frame()?;
            (class, object)
        }
        [class] => (class, Address::NULL),
        [class, object, ..] => (class, object),
    };
    if !m.heap.is_type(class) {
        return Err(m.raise_about_type("super() argument 1 must be a type, not %.200s", class));
    }
    let object = if object.is_null() || m.heap.is_none(object) { Address::NULL } else { object };
    let owner = if object.is_null() { Address::NULL } else { m.check_super(class, object)? };
    m.incref(class);
    m.heap.xincref(object);
    m.set_super_word(arguments.self_, TYPE, class);
    m.set_super_word(arguments.self_, OBJECT, object);
    m.set_super_word(arguments.self_, OBJECT_TYPE, owner);
    Ok(m.heap.none())
}

fn super_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let word = |m: &Machine, offset| m.heap.memory.address(arguments.self_.plus(offset));
    let (class, owner) = (word(m, TYPE), word(m, OBJECT_TYPE));
    let class = if class.is_null() { "NULL".to_owned() } else { m.name_of_type(class) };
    if owner.is_null() {
        return m.from_format("<super: <class '%s'>, NULL>", &[Piece::Text(&class)]);
    }
    let owner = m.name_of_type(owner);
    m.from_format("<super: <class '%s'>, <%s object>>", &[Piece::Text(&class), Piece::Text(&owner)])
}

fn word_or_none(m: &mut Machine, object: Address, offset: u64) -> Outcome {
    let value = m.heap.memory.address(object.plus(offset));
    Ok(if value.is_null() { m.heap.none() } else { m.incref(value) })
}

fn this_class(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    word_or_none(m, arguments.self_, TYPE)
}

fn self_(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    word_or_none(m, arguments.self_, OBJECT)
}

fn self_class(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    word_or_none(m, arguments.self_, OBJECT_TYPE)
}

fn super_getattribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.super_get_attribute(arguments.self_, arguments.positional[0])
}

fn super_get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    debug_assert_eq!(m.heap.kind(arguments.self_), Kind::Super);
    m.super_bind(arguments.self_, arguments.positional[0])
}

/// What `super` has.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::Super, super_new),
    NativeRow::slot(StaticType::Super, "__repr__", super_repr),
    NativeRow::slot(StaticType::Super, "__getattribute__", super_getattribute),
    NativeRow::slot(StaticType::Super, "__get__", super_get),
    NativeRow::slot(StaticType::Super, "__init__", super_init),
    NativeRow::member(StaticType::Super, "__thisclass__", this_class),
    NativeRow::member(StaticType::Super, "__self__", self_),
    NativeRow::member(StaticType::Super, "__self_class__", self_class),
];
