//! `functools.cmp_to_key` and `functools.reduce` (Modules/_functoolsmodule.c).

use heapglass_heap::{
    Address,
    layout::native::cmp_to_key::{CMP, OBJECT},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::CompareOp,
    types::{field_row::write_field, object_type::getattribute},
};

const KEY: StaticType = StaticType::CmpToKey;

write_field! {
    set_object OBJECT;
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(KEY, "__call__", |m, a| {
        let [object] = m.named_arguments(&a, "K", ["obj"], 1)?;
        let compare = m.field(a.self_, CMP);
        Ok(wrap(m, compare, object.unwrap_or_default()))
    }),
    NativeRow::slot(KEY, "__getattribute__", getattribute),
    NativeRow::slot(KEY, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(KEY, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(KEY, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(KEY, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(KEY, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(KEY, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::member_set(KEY, "obj", |m, a| Ok(m.field_or_none(a.self_, OBJECT)), set_object),
    NativeRow::function("_functools", "cmp_to_key", Convention::Keywords, |m, a| {
        let [compare] = m.named_arguments(&a, "cmp_to_key", ["mycmp"], 1)?;
        Ok(wrap(m, compare.unwrap_or_default(), Address::NULL))
    }),
    NativeRow::function("_functools", "reduce", Convention::Packed, reduce),
];

fn wrap(m: &mut Machine, compare: Address, object: Address) -> Address {
    m.heap.xincref(compare);
    m.heap.xincref(object);
    let class = m.heap.type_object(KEY);
    m.heap.new_record_of(class, &[(CMP, compare), (OBJECT, object)])
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (this, other) = (arguments.self_, arguments.positional[0]);
    if m.heap.type_of(this) != m.heap.type_of(other) {
        return m.type_error("other argument must be K instance");
    }
    let (x, y) = (m.field(this, OBJECT), m.field(other, OBJECT));
    if x.is_null() || y.is_null() {
        return Err(m.raise(StaticType::AttributeError, "object"));
    }
    let answer = m.call(m.field(this, CMP), &[x, y], &[])?;
    let zero = m.heap.new_int(0);
    let result = m.rich_compare(answer, zero, op);
    m.decref(answer);
    result
}

/// `reduce(function, iterable[, initial])`: the two arguments of each call travel in a tuple, used again if nobody kept it.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "reduce", 2, 3)?;
    let function = arguments.positional[0];
    let mut total = arguments.get(2).unwrap_or_default();
    m.heap.xincref(total);
    let iterator = match m.iter(arguments.positional[1]) {
        Ok(iterator) => iterator,
        Err(raised) => {
            m.xdecref(total);
            if m.error_matches(StaticType::TypeError) {
                m.clear_error();
                return m.type_error("reduce() arg 2 must support iteration");
            }
            return Err(raised);
        }
    };
    let result = fold(m, function, iterator, &mut total);
    m.decref(iterator);
    if let Err(raised) = result {
        m.xdecref(total);
        return Err(raised);
    }
    if total.is_null() {
        return m.type_error("reduce() of empty iterable with no initial value");
    }
    Ok(total)
}

/// Calls the function for item after item; `total` owns what has been made so far, or is null.
fn fold(m: &mut Machine, function: Address, iterator: Address, total: &mut Address) -> Outcome<()> {
    let mut pair = Address::NULL;
    let mut result = Ok(());
    loop {
        let item = match m.next(iterator) {
            Ok(Some(item)) => item,
            Ok(None) => break,
            Err(raised) => {
                result = Err(raised);
                break;
            }
        };
        if total.is_null() {
            *total = item;
            continue;
        }
        let arguments = [*total, item];
        *total = Address::NULL;
        let reused = m.reused_tuple(pair, &arguments);
        m.xdecref(pair);
        pair = reused;
        match m.call(function, &arguments, &[]) {
            Ok(value) => *total = value,
            Err(raised) => {
                result = Err(raised);
                break;
            }
        }
    }
    m.xdecref(pair);
    result
}
