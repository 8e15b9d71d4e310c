//! `list[int]` and `int | str` (`Objects/genericaliasobject.c`, `Objects/unionobject.c`).

use heapglass_heap::{
    Address, Kind,
    layout::{
        iterator::generic_alias::OBJECT,
        runtime::{
            generic_alias::{ARGS, ORIGIN, PARAMETERS, STARRED},
            union_type::{ARGS as MEMBERS, PARAMETERS as UNION_PARAMETERS},
        },
    },
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::number::BinaryOp,
    types::field_row::read_field,
};

read_field! {
    origin ORIGIN;
    alias_args ARGS;
    union_args MEMBERS;
}

impl Machine {
    /// `origin[args]`; both are borrowed, and a single argument is put into a tuple.
    pub fn new_generic_alias(&mut self, origin: Address, args: Address) -> Address {
        let args = if self.heap.kind(args) == Kind::Tuple { self.incref(args) } else { self.heap.new_tuple_of(&[args]) };
        self.incref(origin);
        self.heap.new_record(StaticType::GenericAlias, &[(ORIGIN, origin), (ARGS, args)])
    }

    /// `a | b` for types: `NotImplemented` unless both may stand in a union.
    pub fn union_of(&mut self, a: Address, b: Address) -> Outcome {
        if !self.may_be_in_union(a) || !self.may_be_in_union(b) {
            return Ok(self.heap.not_implemented());
        }
        let mut members: Vec<Address> = Vec::new();
        for side in [a, b] {
            let parts = if self.heap.is_exact(side, StaticType::UnionType) {
                let args = self.heap.memory.address(side.plus(MEMBERS));
                self.heap.tuple_items(args)
            } else if self.heap.is_none(side) {
                vec![StaticType::NoneType.address()]
            } else {
                vec![side]
            };
            for part in parts {
                if !self.is_among(&members, part)? {
                    members.push(part);
                }
            }
        }
        if let [only] = members[..] {
            return Ok(self.incref(only));
        }
        let args = self.heap.new_tuple_of(&members);
        Ok(self.heap.new_record(StaticType::UnionType, &[(MEMBERS, args)]))
    }

    /// Whether a union has the part already: the same object, or an equal alias.
    fn is_among(&mut self, members: &[Address], part: Address) -> Outcome<bool> {
        for member in members {
            let aliases = self.is_alias(*member) && self.is_alias(part);
            if *member == part || aliases && self.equal(*member, part)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_alias(&self, object: Address) -> bool {
        self.heap.is_subtype(self.heap.type_of(object), StaticType::GenericAlias.address())
    }

    /// The variables of an alias or a union: worked out once, then kept in the object.
    fn parameters_of(&mut self, object: Address, args: u64, parameters: u64) -> Outcome {
        let known = self.heap.memory.address(object.plus(parameters));
        if !known.is_null() {
            return Ok(self.incref(known));
        }
        let args = self.heap.memory.address(object.plus(args));
        let made = self.type_parameters(args)?;
        self.store_field(object, parameters, made);
        Ok(made)
    }

    fn may_be_in_union(&self, object: Address) -> bool {
        self.heap.is_none(object)
            || self.heap.is_type(object)
            || self.heap.is_exact(object, StaticType::UnionType)
            || self.heap.is_exact(object, StaticType::TypeAliasType)
            || self.is_alias(object)
    }

    /// How an alias shows one of its parts.
    fn part_text(&mut self, part: Address) -> Outcome<String> {
        if self.heap.is_exact(part, StaticType::Ellipsis) {
            return Ok("...".to_owned());
        }
        if part == StaticType::NoneType.address() {
            return Ok("None".to_owned());
        }
        if self.heap.is_type(part) {
            return self.full_name_of_type(part);
        }
        self.repr_text(part)
    }

    fn parts_text(&mut self, parts: Address, separator: &str) -> Outcome<String> {
        let mut texts = Vec::new();
        for part in self.heap.tuple_items(parts) {
            texts.push(self.part_text(part)?);
        }
        Ok(texts.join(separator))
    }
}

fn alias_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "GenericAlias", &[])?;
    arguments.arity(m, "GenericAlias", 2, 2)?;
    let (origin, args) = (arguments.positional[0], arguments.positional[1]);
    let args = if m.heap.kind(args) == Kind::Tuple { m.incref(args) } else { m.heap.new_tuple_of(&[args]) };
    m.incref(origin);
    Ok(m.heap.new_record_of(arguments.self_, &[(ORIGIN, origin), (ARGS, args)]))
}

fn alias_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (origin, args) =
        (m.heap.memory.address(arguments.self_.plus(ORIGIN)), m.heap.memory.address(arguments.self_.plus(ARGS)));
    let origin = m.part_text(origin)?;
    let args = if m.heap.tuple_len(args) == 0 { "()".to_owned() } else { m.parts_text(args, ", ")? };
    let star = if is_starred(m, arguments.self_) { "*" } else { "" };
    Ok(m.heap.new_str(&format!("{star}{origin}[{args}]")))
}

fn is_starred(m: &Machine, alias: Address) -> bool {
    m.heap.memory.u8(alias.plus(STARRED)) != 0
}

/// The instance is told of which alias it is, if it can have the attribute.
fn alias_call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let origin = m.heap.memory.address(arguments.self_.plus(ORIGIN));
    let made = m.call(origin, arguments.positional, arguments.keywords)?;
    let name = m.name("__orig_class__");
    if m.set_attribute(made, name, Some(arguments.self_)).is_err() {
        if !m.error_matches(StaticType::AttributeError) && !m.error_matches(StaticType::TypeError) {
            m.decref(made);
            return Err(heapglass_heap::Raised);
        }
        m.clear_error();
    }
    Ok(made)
}

fn alias_get_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let alias = arguments.self_;
    let parameters = m.parameters_of(alias, ARGS, PARAMETERS)?;
    let args = m.heap.memory.address(alias.plus(ARGS));
    let made = m.substitute_parameters(alias, args, parameters, arguments.positional[0]);
    m.decref(parameters);
    let made = made?;
    let origin = m.heap.memory.address(alias.plus(ORIGIN));
    let new = m.new_generic_alias(origin, made);
    m.decref(made);
    let starred = m.heap.memory.u8(alias.plus(STARRED));
    m.heap.memory.set_u8(new.plus(STARRED), starred);
    Ok(new)
}

/// `*tuple[int, str]` gives one item: the alias with a star.
fn alias_iter(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let alias = m.incref(arguments.self_);
    Ok(m.heap.new_record(StaticType::GenericAliasIterator, &[(OBJECT, alias)]))
}

fn alias_iterator_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let alias = m.heap.memory.address(arguments.self_.plus(OBJECT));
    if alias.is_null() {
        return Ok(Address::NULL);
    }
    let (origin, args) = (m.heap.memory.address(alias.plus(ORIGIN)), m.heap.memory.address(alias.plus(ARGS)));
    let starred = m.new_generic_alias(origin, args);
    m.heap.memory.set_u8(starred.plus(STARRED), 1);
    m.store_field(arguments.self_, OBJECT, Address::NULL);
    Ok(starred)
}

fn alias_unpacked(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let starred = is_starred(m, arguments.self_);
    Ok(m.heap.bool(starred))
}

/// The types of `*tuple[int, str]`; `None` of what is no such thing.
fn alias_unpacked_args(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let origin = m.heap.memory.address(arguments.self_.plus(ORIGIN));
    if is_starred(m, arguments.self_) && origin == StaticType::Tuple.address() {
        return alias_args(m, arguments);
    }
    Ok(m.heap.none())
}

fn alias_refuse_instance(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Err(m.raise(StaticType::TypeError, "isinstance() argument 2 cannot be a parameterized generic"))
}

fn alias_refuse_subclass(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Err(m.raise(StaticType::TypeError, "issubclass() argument 2 cannot be a parameterized generic"))
}

fn alias_eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.is_alias(b) {
        return Ok(m.heap.not_implemented());
    }
    if is_starred(m, a) != is_starred(m, b) {
        return Ok(m.heap.false_());
    }
    for offset in [ORIGIN, ARGS] {
        let (left, right) = (m.heap.memory.address(a.plus(offset)), m.heap.memory.address(b.plus(offset)));
        if !m.equal(left, right)? {
            return Ok(m.heap.false_());
        }
    }
    Ok(m.heap.true_())
}

fn alias_hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (origin, args) =
        (m.heap.memory.address(arguments.self_.plus(ORIGIN)), m.heap.memory.address(arguments.self_.plus(ARGS)));
    let hash = m.hash(origin)? ^ m.hash(args)?;
    arguments.hash(m, hash)
}

/// As a base of a class, an alias stands for its origin.
fn alias_mro_entries(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let origin = m.heap.memory.address(arguments.self_.plus(ORIGIN));
    Ok(m.heap.new_tuple_of(&[origin]))
}

fn alias_parameters(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.parameters_of(arguments.self_, ARGS, PARAMETERS)
}

fn union_parameters(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.parameters_of(arguments.self_, MEMBERS, UNION_PARAMETERS)
}

/// The members with their variables replaced, joined again by `|`.
fn union_get_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let union = arguments.self_;
    let parameters = m.parameters_of(union, MEMBERS, UNION_PARAMETERS)?;
    let members = m.heap.memory.address(union.plus(MEMBERS));
    let made = m.substitute_parameters(union, members, parameters, arguments.positional[0]);
    m.decref(parameters);
    let made = made?;
    let mut result: Option<Address> = None;
    for member in m.heap.tuple_items(made) {
        let joined = match result {
            None => Ok(m.incref(member)),
            Some(left) => {
                let joined = m.binary(BinaryOp::Or, left, member);
                m.decref(left);
                joined
            }
        };
        match joined {
            Ok(value) => result = Some(value),
            Err(raised) => {
                m.decref(made);
                return Err(raised);
            }
        }
    }
    m.decref(made);
    Ok(result.unwrap_or_else(|| m.heap.none()))
}

fn or(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.union_of(arguments.self_, arguments.positional[0])
}

fn ror(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.union_of(arguments.positional[0], arguments.self_)
}

fn union_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let members = m.heap.memory.address(arguments.self_.plus(MEMBERS));
    let text = m.parts_text(members, " | ")?;
    Ok(m.heap.new_str(&text))
}

fn union_eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_exact(b, StaticType::UnionType) {
        return Ok(m.heap.not_implemented());
    }
    let members = |m: &Machine, union: Address| m.heap.tuple_items(m.heap.memory.address(union.plus(MEMBERS)));
    let (left, right) = (members(m, a), members(m, b));
    let mut same = left.len() == right.len();
    for member in left {
        if !same {
            break;
        }
        same = false;
        for other in &right {
            same = same || member == *other || m.equal(member, *other)?;
        }
    }
    Ok(m.heap.bool(same))
}

/// The hash of the frozenset of the members: their order does not matter.
fn union_hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let members = m.heap.memory.address(arguments.self_.plus(MEMBERS));
    let set = m.call(StaticType::FrozenSet.address(), &[members], &[])?;
    let hash = m.hash(set);
    m.decref(set);
    arguments.hash(m, hash?)
}

fn union_instance_check(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let verdict = m.is_instance(arguments.positional[0], arguments.self_)?;
    Ok(m.heap.bool(verdict))
}

fn union_subclass_check(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let verdict = m.is_subclass(arguments.positional[0], arguments.self_)?;
    Ok(m.heap.bool(verdict))
}

/// What both types have.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::GenericAlias, alias_new),
    NativeRow::slot(StaticType::GenericAlias, "__repr__", alias_repr),
    NativeRow::slot(StaticType::GenericAlias, "__call__", alias_call),
    NativeRow::slot(StaticType::GenericAlias, "__eq__", alias_eq),
    NativeRow::slot(StaticType::GenericAlias, "__hash__", alias_hash),
    NativeRow::slot(StaticType::GenericAlias, "__or__", or),
    NativeRow::slot(StaticType::GenericAlias, "__ror__", ror),
    NativeRow::one(StaticType::GenericAlias, "__mro_entries__", alias_mro_entries),
    NativeRow::member(StaticType::GenericAlias, "__origin__", origin),
    NativeRow::member(StaticType::GenericAlias, "__args__", alias_args),
    NativeRow::get(StaticType::GenericAlias, "__parameters__", alias_parameters),
    NativeRow::get(StaticType::GenericAlias, "__unpacked__", alias_unpacked),
    NativeRow::get(StaticType::GenericAlias, "__typing_unpacked_tuple_args__", alias_unpacked_args),
    NativeRow::slot(StaticType::GenericAlias, "__getitem__", alias_get_item),
    NativeRow::slot(StaticType::GenericAlias, "__iter__", alias_iter),
    NativeRow::one(StaticType::GenericAlias, "__instancecheck__", alias_refuse_instance),
    NativeRow::one(StaticType::GenericAlias, "__subclasscheck__", alias_refuse_subclass),
    NativeRow::slot(StaticType::GenericAliasIterator, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(StaticType::GenericAliasIterator, "__next__", alias_iterator_next),
    NativeRow::slot(StaticType::UnionType, "__repr__", union_repr),
    NativeRow::slot(StaticType::UnionType, "__eq__", union_eq),
    NativeRow::slot(StaticType::UnionType, "__hash__", union_hash),
    NativeRow::slot(StaticType::UnionType, "__or__", or),
    NativeRow::slot(StaticType::UnionType, "__ror__", ror),
    NativeRow::one(StaticType::UnionType, "__instancecheck__", union_instance_check),
    NativeRow::one(StaticType::UnionType, "__subclasscheck__", union_subclass_check),
    NativeRow::slot(StaticType::UnionType, "__getitem__", union_get_item),
    NativeRow::get(StaticType::UnionType, "__parameters__", union_parameters),
    NativeRow::member(StaticType::UnionType, "__args__", union_args),
];
