//! `list[int]` and `int | str` (`Objects/genericaliasobject.c`, `Objects/unionobject.c`).

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::field_row::read_field,
};

/// `origin` of an alias.
const ORIGIN: u64 = 16;
/// `args` of an alias, a tuple.
const ARGS: u64 = 24;
/// `args` of a union, a tuple.
const MEMBERS: u64 = 16;

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
                if !members.contains(&part) {
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

    fn may_be_in_union(&self, object: Address) -> bool {
        self.heap.is_none(object)
            || self.heap.is_type(object)
            || self.heap.is_exact(object, StaticType::UnionType)
            || self.heap.is_exact(object, StaticType::GenericAlias)
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
    arguments.arity(m, "GenericAlias", 2, 2)?;
    Ok(m.new_generic_alias(arguments.positional[0], arguments.positional[1]))
}

fn alias_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (origin, args) =
        (m.heap.memory.address(arguments.self_.plus(ORIGIN)), m.heap.memory.address(arguments.self_.plus(ARGS)));
    let origin = m.part_text(origin)?;
    let args = if m.heap.tuple_len(args) == 0 { "()".to_owned() } else { m.parts_text(args, ", ")? };
    Ok(m.heap.new_str(&format!("{origin}[{args}]")))
}

fn alias_call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let origin = m.heap.memory.address(arguments.self_.plus(ORIGIN));
    m.call(origin, arguments.positional, arguments.keywords)
}

fn alias_eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_exact(b, StaticType::GenericAlias) {
        return Ok(m.heap.not_implemented());
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

fn alias_parameters(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.empty_tuple())
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
    let same = left.len() == right.len() && left.iter().all(|member| right.contains(member));
    Ok(m.heap.bool(same))
}

fn union_hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let members = m.heap.memory.address(arguments.self_.plus(MEMBERS));
    let mut hash = 0;
    for member in m.heap.tuple_items(members) {
        hash ^= m.hash(member)?;
    }
    arguments.hash(m, hash)
}

fn union_instance_check(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let verdict = m.is_instance(arguments.positional[0], arguments.self_)?;
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
    NativeRow::slot(StaticType::UnionType, "__repr__", union_repr),
    NativeRow::slot(StaticType::UnionType, "__eq__", union_eq),
    NativeRow::slot(StaticType::UnionType, "__hash__", union_hash),
    NativeRow::slot(StaticType::UnionType, "__or__", or),
    NativeRow::slot(StaticType::UnionType, "__ror__", ror),
    NativeRow::one(StaticType::UnionType, "__instancecheck__", union_instance_check),
    NativeRow::member(StaticType::UnionType, "__args__", union_args),
];
