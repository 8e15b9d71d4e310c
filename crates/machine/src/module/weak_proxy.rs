//! `weakref.proxy`: operations are handed on to the object, as long as it lives.

use heapglass_heap::{Address, static_type::StaticType};

use super::weakref::referent;
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::{BinaryOp, CompareOp, UnaryOp},
};

macro_rules! rows {
    ($proxy:ident) => {
        &[
            NativeRow::slot(StaticType::$proxy, "__repr__", repr),
            NativeRow::slot(StaticType::$proxy, "__str__", |m, a| held(m, a.self_, |m, object| m.str(object))),
            NativeRow::slot(StaticType::$proxy, "__bool__", |m, a| {
                held(m, a.self_, |m, object| {
                    let verdict = m.is_true(object)?;
                    m.truth(verdict)
                })
            }),
            NativeRow::slot(StaticType::$proxy, "__len__", |m, a| {
                held(m, a.self_, |m, object| {
                    let length = m.length(object)?;
                    Ok(m.heap.new_int(length))
                })
            }),
            NativeRow::slot(StaticType::$proxy, "__getitem__", |m, a| {
                held(m, a.self_, |m, object| m.get_item(object, a.positional[0]))
            }),
            NativeRow::slot(StaticType::$proxy, "__setitem__", |m, a| {
                held(m, a.self_, |m, object| {
                    m.set_item(object, a.positional[0], a.positional[1])?;
                    m.none()
                })
            }),
            NativeRow::slot(StaticType::$proxy, "__delitem__", |m, a| {
                held(m, a.self_, |m, object| {
                    m.del_item(object, a.positional[0])?;
                    m.none()
                })
            }),
            NativeRow::slot(StaticType::$proxy, "__contains__", |m, a| {
                held(m, a.self_, |m, object| {
                    let verdict = m.contains(object, a.positional[0])?;
                    m.truth(verdict)
                })
            }),
            NativeRow::slot(StaticType::$proxy, "__iter__", |m, a| held(m, a.self_, |m, object| m.iter(object))),
            NativeRow::slot(StaticType::$proxy, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
            NativeRow::slot(StaticType::$proxy, "__le__", |m, a| compare(m, a, CompareOp::Le)),
            NativeRow::slot(StaticType::$proxy, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
            NativeRow::slot(StaticType::$proxy, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
            NativeRow::slot(StaticType::$proxy, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
            NativeRow::slot(StaticType::$proxy, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
            NativeRow::slot(StaticType::$proxy, "__add__", |m, a| binary(m, a, BinaryOp::Add)),
            NativeRow::slot(StaticType::$proxy, "__sub__", |m, a| binary(m, a, BinaryOp::Subtract)),
            NativeRow::slot(StaticType::$proxy, "__mul__", |m, a| binary(m, a, BinaryOp::Multiply)),
            NativeRow::slot(StaticType::$proxy, "__truediv__", |m, a| binary(m, a, BinaryOp::TrueDivide)),
            NativeRow::slot(StaticType::$proxy, "__neg__", |m, a| {
                held(m, a.self_, |m, object| m.unary(UnaryOp::Negative, object))
            }),
        ]
    };
}

/// The rows of `weakref.ProxyType`.
pub const ROWS: &[NativeRow] = rows!(WeakProxy);
/// The rows of `weakref.CallableProxyType`.
pub const CALLABLE_ROWS: &[NativeRow] = rows!(WeakCallableProxy);
/// What only the latter has.
pub const CALL_ROWS: &[NativeRow] = &[NativeRow::slot(StaticType::WeakCallableProxy, "__call__", |m, a| {
    held(m, a.self_, |m, object| m.call(object, a.positional, a.keywords))
})];

/// Does something with the object, which is held meanwhile.
fn held(m: &mut Machine, proxy: Address, action: impl FnOnce(&mut Machine, Address) -> Outcome) -> Outcome {
    let object = referent(m, proxy);
    if m.heap.is_none(object) {
        return Err(m.raise(StaticType::ReferenceError, "weakly-referenced object no longer exists"));
    }
    m.incref(object);
    let result = action(m, object);
    m.decref(object);
    result
}

/// An operand: what a proxy stands for, or the object itself.
fn behind(m: &mut Machine, operand: Address) -> Outcome {
    let proxy = m.heap.is_exact(operand, StaticType::WeakProxy) || m.heap.is_exact(operand, StaticType::WeakCallableProxy);
    if proxy { held(m, operand, |m, object| Ok(m.incref(object))) } else { Ok(m.incref(operand)) }
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = behind(m, arguments.positional[0])?;
    let result = held(m, arguments.self_, |m, object| m.rich_compare(object, other, op));
    m.decref(other);
    result
}

fn binary(m: &mut Machine, arguments: Arguments<'_>, op: BinaryOp) -> Outcome {
    let other = behind(m, arguments.positional[0])?;
    let result = held(m, arguments.self_, |m, object| m.binary(op, object, other));
    m.decref(other);
    result
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = referent(m, arguments.self_);
    let name = m.type_name(object);
    m.new_text(&format!("<weakproxy at {} to {name} at {object}>", arguments.self_))
}
