//! `_operator`: the operators as functions (Modules/_operator.c). [`getter`] has its three types.

pub mod getter;

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeFn, NativeRow},
    protocol::{BinaryOp, CompareOp, UnaryOp},
};

const fn one(name: &'static str, function: NativeFn) -> NativeRow {
    NativeRow::function("_operator", name, Convention::One, function)
}

const fn several(name: &'static str, function: NativeFn) -> NativeRow {
    NativeRow::function("_operator", name, Convention::Positional, function)
}

macro_rules! binary {
    ($name:literal, $op:ident) => {
        several($name, |m, a| {
            a.arity(m, $name, 2, 2)?;
            m.binary(BinaryOp::$op, a.positional[0], a.positional[1])
        })
    };
}

macro_rules! in_place {
    ($name:literal, $op:ident) => {
        several($name, |m, a| {
            a.arity(m, $name, 2, 2)?;
            m.inplace(BinaryOp::$op, a.positional[0], a.positional[1])
        })
    };
}

macro_rules! compare {
    ($name:literal, $op:ident) => {
        several($name, |m, a| {
            a.arity(m, $name, 2, 2)?;
            m.rich_compare(a.positional[0], a.positional[1], CompareOp::$op)
        })
    };
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    one("truth", |m, a| {
        let truth = m.is_true(a.positional[0])?;
        m.truth(truth)
    }),
    several("contains", |m, a| {
        a.arity(m, "contains", 2, 2)?;
        let found = m.contains(a.positional[0], a.positional[1])?;
        m.truth(found)
    }),
    several("indexOf", index_of),
    several("countOf", count_of),
    several("is_", |m, a| {
        a.arity(m, "is_", 2, 2)?;
        m.truth(a.positional[0] == a.positional[1])
    }),
    several("is_not", |m, a| {
        a.arity(m, "is_not", 2, 2)?;
        m.truth(a.positional[0] != a.positional[1])
    }),
    binary!("add", Add),
    binary!("sub", Subtract),
    binary!("mul", Multiply),
    binary!("matmul", MatrixMultiply),
    binary!("floordiv", FloorDivide),
    binary!("truediv", TrueDivide),
    binary!("mod", Remainder),
    one("neg", |m, a| m.unary(UnaryOp::Negative, a.positional[0])),
    one("pos", |m, a| m.unary(UnaryOp::Positive, a.positional[0])),
    one("abs", |m, a| m.absolute(a.positional[0])),
    one("inv", |m, a| m.unary(UnaryOp::Invert, a.positional[0])),
    one("invert", |m, a| m.unary(UnaryOp::Invert, a.positional[0])),
    binary!("lshift", LShift),
    binary!("rshift", RShift),
    one("not_", |m, a| {
        let truth = m.is_true(a.positional[0])?;
        m.truth(!truth)
    }),
    binary!("and_", And),
    binary!("xor", Xor),
    binary!("or_", Or),
    in_place!("iadd", Add),
    in_place!("isub", Subtract),
    in_place!("imul", Multiply),
    in_place!("imatmul", MatrixMultiply),
    in_place!("ifloordiv", FloorDivide),
    in_place!("itruediv", TrueDivide),
    in_place!("imod", Remainder),
    in_place!("ilshift", LShift),
    in_place!("irshift", RShift),
    in_place!("iand", And),
    in_place!("ixor", Xor),
    in_place!("ior", Or),
    several("concat", |m, a| concat(m, a, "concat", false)),
    several("iconcat", |m, a| concat(m, a, "iconcat", true)),
    several("getitem", |m, a| {
        a.arity(m, "getitem", 2, 2)?;
        m.get_item(a.positional[0], a.positional[1])
    }),
    several("setitem", |m, a| {
        a.arity(m, "setitem", 3, 3)?;
        m.set_item(a.positional[0], a.positional[1], a.positional[2])?;
        m.none()
    }),
    several("delitem", |m, a| {
        a.arity(m, "delitem", 2, 2)?;
        m.del_item(a.positional[0], a.positional[1])?;
        m.none()
    }),
    binary!("pow", Power),
    in_place!("ipow", Power),
    compare!("eq", Eq),
    compare!("ne", Ne),
    compare!("lt", Lt),
    compare!("le", Le),
    compare!("gt", Gt),
    compare!("ge", Ge),
    one("index", |m, a| {
        let index = m.index(a.positional[0])?;
        let value = super::int::exact(m, index);
        m.decref(index);
        value
    }),
    several("length_hint", |m, a| {
        a.arity(m, "length_hint", 1, 2)?;
        let default = match a.get(1) {
            Some(default) => m.index_to_i64(default, StaticType::OverflowError)?,
            None => 0,
        };
        let hint = m.length_hint(a.positional[0], default)?;
        Ok(m.heap.new_int_ssize(hint))
    }),
    NativeRow::function("_operator", "call", Convention::Keywords, |m, a| match a.positional.split_first() {
        Some((&callable, rest)) => m.call(callable, rest, a.keywords),
        None => m.type_error("call expected at least 1 argument, got 0"),
    }),
];

fn concat(m: &mut Machine, arguments: Arguments<'_>, name: &str, in_place: bool) -> Outcome {
    arguments.arity(m, name, 2, 2)?;
    let (a, b) = (arguments.positional[0], arguments.positional[1]);
    if !m.is_sequence(a) {
        let found = m.type_name(a);
        return m.type_error(format!("'{found}' object can't be concatenated"));
    }
    if in_place { m.inplace(BinaryOp::Add, a, b) } else { m.binary(BinaryOp::Add, a, b) }
}

/// Calls `visit` with whether each item equals `value`, until it answers `false`.
fn walk(m: &mut Machine, arguments: &Arguments<'_>, mut visit: impl FnMut(bool) -> bool) -> Outcome<()> {
    let value: Address = arguments.positional[1];
    let iterator = match m.iter(arguments.positional[0]) {
        Ok(iterator) => iterator,
        Err(raised) => {
            if m.error_matches(StaticType::TypeError) {
                m.clear_error();
                let found = m.type_name(arguments.positional[0]);
                return m.type_error(format!("argument of type '{found}' is not iterable"));
            }
            return Err(raised);
        }
    };
    let result = loop {
        match m.next(iterator) {
            Ok(Some(item)) => {
                let equal = m.equal(item, value);
                m.decref(item);
                match equal {
                    Ok(equal) if visit(equal) => {}
                    Ok(_) => break Ok(()),
                    Err(raised) => break Err(raised),
                }
            }
            Ok(None) => break Ok(()),
            Err(raised) => break Err(raised),
        }
    };
    m.decref(iterator);
    result
}

fn index_of(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "indexOf", 2, 2)?;
    let (mut at, mut found) = (0, false);
    walk(m, &arguments, |equal| {
        found = equal;
        at += i64::from(!equal);
        !equal
    })?;
    if found {
        return Ok(m.heap.new_int_ssize(at));
    }
    m.value_error("sequence.index(x): x not in sequence")
}

fn count_of(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "countOf", 2, 2)?;
    let mut found = 0;
    walk(m, &arguments, |equal| {
        found += i64::from(equal);
        true
    })?;
    Ok(m.heap.new_int_ssize(found))
}
