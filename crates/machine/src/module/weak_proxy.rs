//! `weakref.proxy`: operations are handed on to the object, as long as it lives.

use heapglass_heap::{Address, static_type::StaticType};

use super::weakref::referent;
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::{BinaryOp, CompareOp, UnaryOp},
};

/// The rows of a proxy type: what is asked of an object without operands, then the operators in their three forms.
macro_rules! rows {
    ($proxy:ident; $($op:ident $name:literal $reflected:literal $in_place:literal,)*) => {
        &[
            NativeRow::slot(StaticType::$proxy, "__repr__", repr),
            NativeRow::slot(StaticType::$proxy, "__str__", |m, a| held(m, a.self_, Machine::str)),
            NativeRow::slot(StaticType::$proxy, "__bool__", |m, a| {
                held(m, a.self_, |m, object| m.is_true(object).and_then(|verdict| m.truth(verdict)))
            }),
            NativeRow::slot(StaticType::$proxy, "__len__", |m, a| {
                held(m, a.self_, |m, object| m.length(object).map(|length| m.heap.new_int(length)))
            }),
            NativeRow::slot(StaticType::$proxy, "__getitem__", |m, a| with(m, a, Machine::get_item)),
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
            NativeRow::slot(StaticType::$proxy, "__iter__", |m, a| held(m, a.self_, Machine::iter)),
            NativeRow::slot(StaticType::$proxy, "__next__", next),
            NativeRow::slot(StaticType::$proxy, "__getattribute__", |m, a| with(m, a, Machine::get_attribute)),
            NativeRow::slot(StaticType::$proxy, "__setattr__", |m, a| {
                held(m, a.self_, |m, object| {
                    m.set_attribute(object, a.positional[0], Some(a.positional[1]))?;
                    m.none()
                })
            }),
            NativeRow::slot(StaticType::$proxy, "__delattr__", |m, a| {
                held(m, a.self_, |m, object| {
                    m.set_attribute(object, a.positional[0], None)?;
                    m.none()
                })
            }),
            NativeRow::slot(StaticType::$proxy, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
            NativeRow::slot(StaticType::$proxy, "__le__", |m, a| compare(m, a, CompareOp::Le)),
            NativeRow::slot(StaticType::$proxy, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
            NativeRow::slot(StaticType::$proxy, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
            NativeRow::slot(StaticType::$proxy, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
            NativeRow::slot(StaticType::$proxy, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
            NativeRow::slot(StaticType::$proxy, "__neg__", |m, a| unary(m, a, UnaryOp::Negative)),
            NativeRow::slot(StaticType::$proxy, "__pos__", |m, a| unary(m, a, UnaryOp::Positive)),
            NativeRow::slot(StaticType::$proxy, "__invert__", |m, a| unary(m, a, UnaryOp::Invert)),
            NativeRow::slot(StaticType::$proxy, "__abs__", |m, a| held(m, a.self_, Machine::absolute)),
            NativeRow::slot(StaticType::$proxy, "__index__", |m, a| held(m, a.self_, Machine::index)),
            NativeRow::slot(StaticType::$proxy, "__int__", |m, a| converted(m, a, StaticType::Int)),
            NativeRow::slot(StaticType::$proxy, "__float__", |m, a| converted(m, a, StaticType::Float)),
            NativeRow::slot(StaticType::$proxy, "__divmod__", |m, a| with(m, a, Machine::div_mod)),
            NativeRow::slot(StaticType::$proxy, "__rdivmod__", |m, a| with(m, a, |m, x, y| m.div_mod(y, x))),
            NativeRow::slot(StaticType::$proxy, "__pow__", power),
            $(
                NativeRow::slot(StaticType::$proxy, $name, |m, a| with(m, a, |m, x, y| m.binary(BinaryOp::$op, x, y))),
                NativeRow::slot(StaticType::$proxy, $in_place, |m, a| with(m, a, |m, x, y| m.inplace(BinaryOp::$op, x, y))),
                NativeRow::slot(StaticType::$proxy, $reflected, |m, a| with(m, a, |m, x, y| m.binary(BinaryOp::$op, y, x))),
            )*
        ]
    };
    ($proxy:ident) => {
        rows! { $proxy;
            Add "__add__" "__radd__" "__iadd__",
            Subtract "__sub__" "__rsub__" "__isub__",
            Multiply "__mul__" "__rmul__" "__imul__",
            MatrixMultiply "__matmul__" "__rmatmul__" "__imatmul__",
            TrueDivide "__truediv__" "__rtruediv__" "__itruediv__",
            FloorDivide "__floordiv__" "__rfloordiv__" "__ifloordiv__",
            Remainder "__mod__" "__rmod__" "__imod__",
            LShift "__lshift__" "__rlshift__" "__ilshift__",
            RShift "__rshift__" "__rrshift__" "__irshift__",
            And "__and__" "__rand__" "__iand__",
            Or "__or__" "__ror__" "__ior__",
            Xor "__xor__" "__rxor__" "__ixor__",
        }
    };
}

/// The rows of `weakref.ProxyType`.
pub const ROWS: &[NativeRow] = rows!(WeakProxy);
/// The rows of `weakref.CallableProxyType`.
pub const CALLABLE_ROWS: &[NativeRow] = rows!(WeakCallableProxy);
/// What only one of the two has.
pub const CALL_ROWS: &[NativeRow] = &[
    NativeRow::no_arguments(StaticType::WeakProxy, "__bytes__", |m, a| {
        held(m, a.self_, |m, object| m.call_method(object, "__bytes__", &[]))
    }),
    NativeRow::no_arguments(StaticType::WeakProxy, "__reversed__", |m, a| {
        held(m, a.self_, |m, object| m.call_method(object, "__reversed__", &[]))
    }),
    NativeRow::slot(StaticType::WeakCallableProxy, "__call__", |m, a| {
        held(m, a.self_, |m, object| m.call(object, a.positional, a.keywords))
    }),
    NativeRow::slot(StaticType::WeakProxy, "__rpow__", |m, a| with(m, a, |m, x, y| m.binary(BinaryOp::Power, y, x))),
    NativeRow::slot(StaticType::WeakProxy, "__ipow__", |m, a| with(m, a, |m, x, y| m.inplace(BinaryOp::Power, x, y))),
    NativeRow::slot(StaticType::WeakCallableProxy, "__rpow__", |m, a| with(m, a, |m, x, y| m.binary(BinaryOp::Power, y, x))),
    NativeRow::slot(StaticType::WeakCallableProxy, "__ipow__", |m, a| with(m, a, |m, x, y| m.inplace(BinaryOp::Power, x, y))),
];

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

/// Does something with the object and an operand, both held meanwhile.
fn with(m: &mut Machine, arguments: Arguments<'_>, action: impl FnOnce(&mut Machine, Address, Address) -> Outcome) -> Outcome {
    held(m, arguments.self_, |m, object| {
        let other = behind(m, arguments.positional[0])?;
        let result = action(m, object, other);
        m.decref(other);
        result
    })
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    with(m, arguments, |m, object, other| m.rich_compare(object, other, op))
}

fn unary(m: &mut Machine, arguments: Arguments<'_>, op: UnaryOp) -> Outcome {
    held(m, arguments.self_, |m, object| m.unary(op, object))
}

/// `int(object)`, `float(object)`.
fn converted(m: &mut Machine, arguments: Arguments<'_>, class: StaticType) -> Outcome {
    held(m, arguments.self_, |m, object| m.call(class.address(), &[object], &[]))
}

fn power(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(modulus) = arguments.get(1).filter(|modulus| !m.heap.is_none(*modulus)) else {
        return with(m, arguments, |m, x, y| m.binary(BinaryOp::Power, x, y));
    };
    let modulus = behind(m, modulus)?;
    let result = with(m, arguments, |m, x, y| m.power(x, y, modulus));
    m.decref(modulus);
    result
}

/// The next item of an iterator behind the proxy; the null address at its end.
fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    held(m, arguments.self_, |m, object| {
        if !m.is_iterator(object) {
            let name = m.type_name(object);
            return m.type_error(format!("Weakref proxy referenced a non-iterator '{name}' object"));
        }
        Ok(m.next(object)?.unwrap_or(Address::NULL))
    })
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = referent(m, arguments.self_);
    let name = m.type_name(object);
    m.new_text(&format!("<weakproxy at {} to {name} at {object}>", arguments.self_))
}
