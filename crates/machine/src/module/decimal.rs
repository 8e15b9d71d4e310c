//! `_decimal` (Modules/_decimal/_decimal.c): `Decimal` and `Context` as they lie in memory, and the module.
//!
//! What are static variables in C are the words of `DECIMAL_REFERENCES`.

pub mod context;
pub mod context_method;
pub mod convert;
pub mod method;
pub mod operator;
pub mod signal;
pub mod value;

use heapglass_heap::{Address, runtime, static_type::StaticType};

use crate::{
    decimal::{LEAST_TINY, MOST, Rounding, condition},
    machine::{Machine, Outcome},
};

/// `Decimal`.
pub const DECIMAL: StaticType = StaticType::Decimal;
/// `Context`.
pub const CONTEXT: StaticType = StaticType::DecimalContext;

/// A static variable of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Variable {
    /// The context in force; null until it is asked for.
    Current,
    /// `DefaultContext`.
    Default,
    /// `BasicContext`.
    Basic,
    /// `ExtendedContext`.
    Extended,
    /// The class of `Context().flags`.
    SignalDict,
    /// `DecimalTuple`.
    Tuple,
    /// `numbers.Rational`.
    Rational,
    /// `DecimalException`; the other exceptions follow, in the order of [`EXCEPTIONS`].
    Exceptions,
}

/// A signal or a condition: its class's name, the bits of the status, its bases by number in [`EXCEPTIONS`].
struct Exception {
    name: &'static str,
    bits: u32,
    bases: &'static [Base],
}

#[derive(Clone, Copy)]
enum Base {
    Own(usize),
    Builtin(StaticType),
}

const fn exception(name: &'static str, bits: u32, bases: &'static [Base]) -> Exception {
    Exception { name, bits, bases }
}

const PLAIN: &[Base] = &[Base::Own(0)];
const INVALID: &[Base] = &[Base::Own(1)];

/// `DecimalException`, the nine signals in the order of a signal dict, then the conditions that are `InvalidOperation`.
const EXCEPTIONS: [Exception; 14] = [
    exception("DecimalException", 0, &[Base::Builtin(StaticType::ArithmeticError)]),
    exception("InvalidOperation", condition::ALL_INVALID, PLAIN),
    exception("FloatOperation", condition::FLOAT_OPERATION, &[Base::Own(0), Base::Builtin(StaticType::TypeError)]),
    exception(
        "DivisionByZero",
        condition::DIVISION_BY_ZERO,
        &[Base::Own(0), Base::Builtin(StaticType::ZeroDivisionError)],
    ),
    exception("Overflow", condition::OVERFLOW, &[Base::Own(7), Base::Own(8)]),
    exception("Underflow", condition::UNDERFLOW, &[Base::Own(7), Base::Own(8), Base::Own(6)]),
    exception("Subnormal", condition::SUBNORMAL, PLAIN),
    exception("Inexact", condition::INEXACT, PLAIN),
    exception("Rounded", condition::ROUNDED, PLAIN),
    exception("Clamped", condition::CLAMPED, PLAIN),
    exception("ConversionSyntax", condition::CONVERSION_SYNTAX, INVALID),
    exception("DivisionImpossible", condition::DIVISION_IMPOSSIBLE, INVALID),
    exception(
        "DivisionUndefined",
        condition::DIVISION_UNDEFINED,
        &[Base::Own(1), Base::Builtin(StaticType::ZeroDivisionError)],
    ),
    exception("InvalidContext", condition::INVALID_CONTEXT, INVALID),
];

/// Where the nine signals stand in [`EXCEPTIONS`].
const SIGNALS: std::ops::Range<usize> = 1..10;
/// Where the conditions stand.
const CONDITIONS: std::ops::Range<usize> = 10..14;

impl Machine {
    /// What a static variable of the module refers to, borrowed; null before the import.
    pub(crate) fn decimal_variable(&self, variable: Variable) -> Address {
        self.heap.memory.address(runtime::word(runtime::DECIMAL_REFERENCES, variable as u64))
    }

    fn set_decimal_variable(&mut self, variable: Variable, owned: Address) {
        let old = self.decimal_variable(variable);
        self.heap.memory.set_address(runtime::word(runtime::DECIMAL_REFERENCES, variable as u64), owned);
        self.xdecref(old);
    }

    /// The class of a signal or condition, borrowed.
    fn decimal_exception(&self, number: usize) -> Address {
        let index = Variable::Exceptions as u64 + number as u64;
        self.heap.memory.address(runtime::word(runtime::DECIMAL_REFERENCES, index))
    }
}

/// An attribute of another module, a new reference.
fn imported(m: &mut Machine, module: &str, name: &str) -> Outcome {
    let module = m.import_module(module)?;
    let found = m.get_attribute_named(module, name);
    m.decref(module);
    found
}

/// `type(name, bases, {"__module__": module})`; the bases are borrowed.
fn new_class(m: &mut Machine, name: &str, bases: &[Address], module: Option<&str>) -> Outcome {
    let (dict, text, bases) = (m.heap.new_dict(), m.heap.new_str(name), m.heap.new_tuple_of(bases));
    if let Some(module) = module {
        m.put_text(dict, "__module__", module)?;
    }
    let metatype = if module.is_some() { StaticType::Type.address() } else { m.heap.type_of(m.heap.tuple_item(bases, 1)) };
    let class = m.call(metatype, &[text, bases, dict], &[]);
    for part in [dict, text, bases] {
        m.decref(part);
    }
    class
}

fn make_exceptions(m: &mut Machine) -> Outcome<()> {
    // Bases first: what others derive from stands at 0, 1, 6, 7 and 8.
    for number in [0, 1, 6, 7, 8, 2, 3, 4, 5, 9, 10, 11, 12, 13] {
        let bases: Vec<Address> = EXCEPTIONS[number]
            .bases
            .iter()
            .map(|base| match base {
                Base::Own(number) => m.decimal_exception(*number),
                Base::Builtin(which) => which.address(),
            })
            .collect();
        let class = new_class(m, EXCEPTIONS[number].name, &bases, Some("decimal"))?;
        let index = Variable::Exceptions as u64 + number as u64;
        m.heap.memory.set_address(runtime::word(runtime::DECIMAL_REFERENCES, index), class);
    }
    Ok(())
}

/// What other modules lend: the abstract classes, the named tuple, the class of signal dicts.
fn make_helpers(m: &mut Machine) -> Outcome<()> {
    let rational = imported(m, "numbers", "Rational")?;
    m.set_decimal_variable(Variable::Rational, rational);
    let number = imported(m, "numbers", "Number")?;
    let registered = m.call_method(number, "register", &[DECIMAL.address()]);
    m.decref(number);
    let registered = registered?;
    m.decref(registered);
    let mapping = imported(m, "collections.abc", "MutableMapping")?;
    let class = new_class(m, "SignalDict", &[StaticType::SignalDictMixin.address(), mapping], None);
    m.decref(mapping);
    m.set_decimal_variable(Variable::SignalDict, class?);
    let factory = imported(m, "collections", "namedtuple")?;
    let (name, fields) = (m.heap.new_str("DecimalTuple"), m.heap.new_str("sign digits exponent"));
    let (key, module) = (m.name("module"), m.heap.new_str("decimal"));
    let tuple = m.call(factory, &[name, fields], &[(key, module)]);
    for part in [factory, name, fields, module] {
        m.decref(part);
    }
    m.set_decimal_variable(Variable::Tuple, tuple?);
    Ok(())
}

/// Makes the types ready and puts everything into the module's dict.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    m.ready_types(&[DECIMAL, CONTEXT, StaticType::SignalDictMixin, StaticType::DecimalContextManager])?;
    for which in [DECIMAL, CONTEXT] {
        let types = m.type_dict(which.address());
        m.put_text(types, "__module__", "decimal")?;
    }
    if m.decimal_exception(0).is_null() {
        make_helpers(m)?;
        make_exceptions(m)?;
        for (variable, precision, rounding, traps) in [
            (Variable::Default, 28, Rounding::HalfEven, signal::DEFAULT_TRAPS),
            (Variable::Basic, 9, Rounding::HalfUp, signal::BASIC_TRAPS),
            (Variable::Extended, 9, Rounding::HalfEven, 0),
        ] {
            let made = context::new_context(m, CONTEXT.address(), precision, rounding, traps)?;
            m.set_decimal_variable(variable, made);
        }
    }
    m.put_types(dict, &[DECIMAL, CONTEXT])?;
    let mut shared = vec![("DecimalTuple", m.decimal_variable(Variable::Tuple))];
    shared.extend(EXCEPTIONS.iter().enumerate().map(|(at, exception)| (exception.name, m.decimal_exception(at))));
    shared.push(("DefaultContext", m.decimal_variable(Variable::Default)));
    shared.push(("HAVE_CONTEXTVAR", m.heap.true_()));
    shared.push(("HAVE_THREADS", m.heap.true_()));
    shared.push(("BasicContext", m.decimal_variable(Variable::Basic)));
    shared.push(("ExtendedContext", m.decimal_variable(Variable::Extended)));
    for (name, object) in shared {
        m.incref(object);
        m.namespace_put(dict, name, object)?;
    }
    for (name, value) in [("MAX_PREC", MOST), ("MAX_EMAX", MOST), ("MIN_EMIN", -MOST), ("MIN_ETINY", LEAST_TINY)] {
        m.put_int(dict, name, value)?;
    }
    for (_, name) in Rounding::ALL {
        let text = m.heap.new_interned(name);
        m.namespace_put(dict, name, text)?;
    }
    m.put_text(dict, "__version__", "1.70")?;
    m.put_text(dict, "__libmpdec_version__", "2.5.1")
}
