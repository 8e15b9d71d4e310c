//! Methods of `object` (`Objects/typeobject.c`, `Objects/object.c`).

use heapglass_heap::{
    Address, Kind, Raised,
    static_type::{StaticType, field, flag},
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::{CompareOp, hash::pointer_hash},
    types::slot::Slot,
};

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.self_;
    let type_ = m.heap.type_of(object);
    m.show_with_type(type_, "<%U.%U object at %p>", "<%s object at %p>", Some(object))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.hash(m, pointer_hash(arguments.self_))
}

/// `__str__` falls back on `__repr__`; whoever called checks that it is a str.
fn str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    // A class may have `object.__str__` as its `__repr__`, too.
    m.enter_native(" while getting the repr of an object")?;
    let text = m.call_slot(arguments.self_, Slot::Repr, &[]);
    m.leave_native();
    match text? {
        Some(text) => Ok(text),
        None => repr(m, arguments),
    }
}

/// `object.__getattribute__`, which most builtin types have as their own too.
pub(crate) fn getattribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.generic_get_attribute(arguments.self_, arguments.positional[0])
}

/// `object.__setattr__`.
pub(crate) fn setattr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.check_not_wrapping(arguments.self_, "__setattr__")?;
    m.generic_set_attribute(arguments.self_, arguments.positional[0], Some(arguments.positional[1]))?;
    Ok(m.heap.none())
}

/// `object.__delattr__`.
pub(crate) fn delattr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.check_not_wrapping(arguments.self_, "__delattr__")?;
    m.generic_set_attribute(arguments.self_, arguments.positional[0], None)?;
    Ok(m.heap.none())
}

fn no_order(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.not_implemented())
}

fn eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(if arguments.self_ == arguments.positional[0] { m.heap.true_() } else { m.heap.not_implemented() })
}

/// The inverse of `__eq__`, unless that does not know.
fn ne(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match m.try_compare(arguments.self_, arguments.positional[0], CompareOp::Eq)? {
        None => Ok(m.heap.not_implemented()),
        Some(result) => {
            let verdict = m.is_true(result);
            m.decref(result);
            Ok(m.heap.bool(!verdict?))
        }
    }
}

fn nothing(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.none())
}

fn init_subclass(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.is_empty() && arguments.keywords.is_empty() {
        return Ok(m.heap.none());
    }
    let owner = m.qualname_object(arguments.self_);
    let qualname = m.from_format("%S.%s", &[Piece::Str(owner), Piece::Text("__init_subclass__")]);
    m.decref(owner);
    let qualname = qualname?;
    let function = m.from_format("%S()", &[Piece::Str(qualname)]);
    m.decref(qualname);
    let function = function?;
    let number = Piece::Number(arguments.positional.len() as i64);
    let plain = arguments.keywords.is_empty();
    let format = if plain { "%U takes no arguments (%zd given)" } else { "%U takes no keyword arguments" };
    let raised = m.raise_format(StaticType::TypeError, format, &[Piece::Str(function), number]);
    m.decref(function);
    Err(raised)
}

fn format(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let spec = arguments.positional[0];
    if m.heap.kind(spec) != Kind::Str {
        let found = m.type_name(spec);
        return Err(m.raise(StaticType::TypeError, format!("__format__() argument must be str, not {found}")));
    }
    if m.heap.str_len(spec) != 0 {
        return Err(m.raise_about_type("unsupported format string passed to %.200s.__format__", arguments.self_));
    }
    m.str(arguments.self_)
}

fn sizeof(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let size = m.heap.sizeof_method(arguments.self_);
    Ok(m.heap.new_int_ssize(size as i64))
}

/// `object.__dir__`: a copy of the instance's dict, with the names of its class and all bases.
fn dir(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let key = m.name("__dict__");
    let names = match m.lookup_attribute(arguments.self_, key)? {
        Some(own) => {
            let copy = if m.heap.kind(own) == Kind::Dict { m.heap.dict_copy(own) } else { m.heap.new_dict() };
            m.decref(own);
            copy
        }
        None => m.heap.new_dict(),
    };
    let key = m.name("__class__");
    let merged = match m.lookup_attribute(arguments.self_, key) {
        Ok(Some(class)) => {
            let merged = m.merge_class_dict(names, class);
            m.decref(class);
            merged
        }
        Ok(None) => Ok(()),
        Err(raised) => Err(raised),
    };
    m.names_of_dict(names, merged)
}

fn class(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = m.heap.type_of(arguments.self_);
    Ok(m.incref(type_))
}

/// `object.__class__ = C`: both classes must be made at run time and lay their instances out alike.
fn set_class(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.self_;
    let Some(new) = arguments.get(0) else {
        return Err(m.raise(StaticType::TypeError, "can't delete __class__ attribute"));
    };
    if !m.heap.is_type(new) {
        let found = m.type_name(new);
        let text = format!("__class__ must be set to a class, not '{found}' object");
        return Err(m.raise(StaticType::TypeError, text));
    }
    let old = m.heap.type_of(object);
    let modules = m.heap.is_subtype(new, StaticType::Module.address()) && m.heap.is_subtype(old, StaticType::Module.address());
    let both_heap = m.heap.is_heap_type(new) && m.heap.is_heap_type(old);
    if !modules && !both_heap {
        let text = "__class__ assignment only supported for mutable types or ModuleType subclasses";
        return Err(m.raise(StaticType::TypeError, text));
    }
    if !m.lays_out_alike(old, new) {
        let (new_name, old_name) = (m.name_of_type(new), m.name_of_type(old));
        let text = format!("__class__ assignment: '{new_name}' object layout differs from '{old_name}'");
        return Err(m.raise(StaticType::TypeError, text));
    }
    if m.heap.type_has(old, flag::MANAGED_DICT) {
        // Values laid out by the old class's shared keys become a dict of the instance's own.
        let dict = m.instance_dict(object)?;
        m.decref(dict);
    }
    m.incref(new);
    m.heap.memory.set_address(object.plus(8), new);
    m.decref(old);
    Ok(m.heap.none())
}

impl Machine {
    /// `__module__.__qualname__` of a type; builtins without the module.
    pub fn full_name_of_type(&mut self, type_: Address) -> Outcome<String> {
        let qualname = self.qualname_of_type(type_)?;
        let module = match self.heap.builtin_type(type_) {
            Some(which) => which.module().to_owned(),
            None => {
                let name = self.name("__module__");
                match self.type_lookup(type_, name) {
                    Some(module) if self.heap.kind(module) == Kind::Str => self.heap.str_text(module),
                    _ => return Ok(qualname),
                }
            }
        };
        Ok(if module == "builtins" { qualname } else { format!("{module}.{qualname}") })
    }

    /// A text with the name of a class: `with_module` has room for module and name, `bare` for the name of a class of
    /// `builtins`; either perhaps for an address after it. As `type.__repr__` and `object.__repr__` make it.
    pub(crate) fn show_with_type(&mut self, type_: Address, with_module: &str, bare: &str, at: Option<Address>) -> Outcome {
        let name = self.qualname_of_type(type_)?;
        let full = self.full_name_of_type(type_)?;
        let is_static = StaticType::at(type_).is_some();
        // The qualified name of a class is an object already; that of a builtin type is made for the moment.
        let shown = if is_static { Some(self.heap.new_str(&name)) } else { None };
        let module_name = self.name("__module__");
        let module = self.type_lookup(type_, module_name).filter(|_| !is_static && full.len() > name.len());
        let qualname = match shown {
            Some(shown) => shown,
            None => self.heap.memory.address(type_.plus(field::HEAP_QUALNAME)),
        };
        let pointer = at.map(Piece::Pointer);
        let result = match module {
            Some(module) => {
                let pieces: Vec<Piece<'_>> = [Piece::Str(module), Piece::Str(qualname)].into_iter().chain(pointer).collect();
                self.from_format(with_module, &pieces)
            }
            None => {
                let pieces: Vec<Piece<'_>> = [Piece::Text(&full)].into_iter().chain(pointer).collect();
                self.from_format(bare, &pieces)
            }
        };
        if let Some(shown) = shown {
            self.decref(shown);
        }
        result
    }

    /// `object.__setattr__(C, …)` on a class or other closed object would go round its own rules (`hackcheck`).
    fn check_not_wrapping(&mut self, object: Address, name: &str) -> Outcome<()> {
        if self.heap.is_type(object) {
            let type_name = self.type_name(object);
            return Err(self.raise(StaticType::TypeError, format!("can't apply this {name} to {type_name} object")));
        }
        Ok(())
    }

    /// Adds the names of a class and, depth first, of its bases (`merge_class_dict`).
    pub(super) fn merge_class_dict(&mut self, names: Address, class: Address) -> Outcome<()> {
        let key = self.name("__dict__");
        if let Some(dict) = self.lookup_attribute(class, key)? {
            let merged = self.dict_merge(names, dict);
            self.decref(dict);
            merged?;
        }
        let key = self.name("__bases__");
        let Some(bases) = self.lookup_attribute(class, key)? else { return Ok(()) };
        let mut result = Ok(());
        if self.heap.kind(bases) == Kind::Tuple {
            for base in self.heap.tuple_items(bases) {
                result = self.merge_class_dict(names, base);
                if result.is_err() {
                    break;
                }
            }
        }
        self.decref(bases);
        result
    }

    /// A list of the keys of a dict, which goes; the error if there was one.
    pub(super) fn names_of_dict(&mut self, owned_dict: Address, outcome: Outcome<()>) -> Outcome {
        let result = outcome.map(|()| {
            let names: Vec<Address> = self.heap.dict_items(owned_dict).map(|(name, _)| name).collect();
            self.heap.new_list_of(&names)
        });
        self.decref(owned_dict);
        result
    }

    /// The class furthest up that lays its instances out as `type_` does (`compatible_with_tp_base`).
    fn first_of_layout(&self, mut type_: Address) -> Address {
        loop {
            let base = self.heap.memory.address(type_.plus(field::BASE));
            if base.is_null() || !self.sizes_alike(type_, base) {
                return type_;
            }
            type_ = base;
        }
    }

    /// Whether two classes add slots of the same names.
    fn slots_alike(&self, a: Address, b: Address) -> bool {
        let names = |type_: Address| {
            let slots = if self.heap.is_heap_type(type_) { self.heap.memory.address(type_.plus(field::HEAP_SLOTS)) } else { Address::NULL };
            let names = if slots.is_null() { Vec::new() } else { self.heap.tuple_items(slots) };
            names.into_iter().map(|name| self.heap.str_text(name)).collect::<Vec<String>>()
        };
        names(a) == names(b)
    }

    /// `compatible_for_assignment`.
    fn lays_out_alike(&self, a: Address, b: Address) -> bool {
        let base = |type_: Address| self.heap.memory.address(type_.plus(field::BASE));
        let (first, other) = (self.first_of_layout(a), self.first_of_layout(b));
        self.sizes_alike(a, b) && (first == other || base(first) == base(other) && self.slots_alike(first, other))
    }

    fn sizes_alike(&self, a: Address, b: Address) -> bool {
        let same = |offset| self.heap.memory.u64(a.plus(offset)) == self.heap.memory.u64(b.plus(offset));
        let managed = flag::MANAGED_DICT | flag::MANAGED_WEAKREF;
        same(field::BASIC_SIZE)
            && same(field::ITEM_SIZE)
            && same(field::DICT_OFFSET)
            && same(field::WEAKLIST_OFFSET)
            && self.heap.static_base(a) == self.heap.static_base(b)
            && self.heap.type_flags(a) & managed == self.heap.type_flags(b) & managed
    }

    /// Cannot happen in programs; names the missing import.
    pub fn raise_no_module(&mut self, name: &str) -> Raised {
        self.raise(StaticType::ModuleNotFoundError, format!("No module named '{name}'"))
    }
}

fn subclass_hook(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.not_implemented())
}

fn doc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    nothing(m, arguments)
}

/// What `object` has, but for `__new__` and `__init__`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::Object, "__repr__", repr),
    NativeRow::slot(StaticType::Object, "__hash__", hash),
    NativeRow::slot(StaticType::Object, "__str__", str),
    NativeRow::slot(StaticType::Object, "__getattribute__", getattribute),
    NativeRow::slot(StaticType::Object, "__setattr__", setattr),
    NativeRow::slot(StaticType::Object, "__delattr__", delattr),
    NativeRow::slot(StaticType::Object, "__lt__", no_order),
    NativeRow::slot(StaticType::Object, "__le__", no_order),
    NativeRow::slot(StaticType::Object, "__eq__", eq),
    NativeRow::slot(StaticType::Object, "__ne__", ne),
    NativeRow::slot(StaticType::Object, "__gt__", no_order),
    NativeRow::slot(StaticType::Object, "__ge__", no_order),
    NativeRow::class_method(StaticType::Object, "__subclasshook__", subclass_hook),
    NativeRow::class_method(StaticType::Object, "__init_subclass__", init_subclass),
    NativeRow::one(StaticType::Object, "__format__", format),
    NativeRow::no_arguments(StaticType::Object, "__sizeof__", sizeof),
    NativeRow::no_arguments(StaticType::Object, "__dir__", dir),
    NativeRow::get_set(StaticType::Object, "__class__", class, set_class),
    NativeRow::get(StaticType::NoneType, "__doc__", doc),
];
