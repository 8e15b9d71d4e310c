//! `Context`: making, attributes, copies; the context in force, and `localcontext`.

use heapglass_heap::{
    Address,
    layout::native::{
        decimal_context::{
            ALL_ROUNDED, CAPITALS, CLAMP, FLAGS_DICT, LEAST, MOST as EMAX, PRECISION, ROUNDING, STATUS, TRAPS, TRAPS_DICT,
        },
        decimal_context_manager::{GLOBAL, LOCAL},
    },
    static_type::StaticType,
};

use super::{CONTEXT, Variable, signal};
use crate::{
    decimal::{Context, MOST, Rounding},
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    types::object_type,
};

const MANAGER: StaticType = StaticType::DecimalContextManager;
const ROUNDINGS: &str = "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   \
                         ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]";

const fn function(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("_decimal", name, convention, function)
}

macro_rules! number_attribute {
    ($name:literal $offset:ident $width:ident) => {
        NativeRow::get_set(
            CONTEXT,
            $name,
            |m, a| {
                let value = m.heap.memory.$width(a.self_.plus($offset));
                Ok(m.heap.new_int(i64::from(value)))
            },
            |m, a| assign(m, a, $name),
        )
    };
}

/// What is not an operation of arithmetic.
pub const ROWS: &[NativeRow] = &[
    function("getcontext", Convention::NoArguments, |m, _| {
        let context = m.current_decimal_context()?;
        Ok(m.incref(context))
    }),
    function("setcontext", Convention::One, |m, a| set_current(m, a.positional[0])),
    function("localcontext", Convention::Keywords, local_context),
    NativeRow::new(CONTEXT, |m, a| new_context(m, a.self_, 28, Rounding::HalfEven, signal::DEFAULT_TRAPS)),
    NativeRow::slot(CONTEXT, "__repr__", repr),
    NativeRow::slot(CONTEXT, "__getattribute__", object_type::getattribute),
    NativeRow::slot(CONTEXT, "__setattr__", object_type::setattr),
    NativeRow::slot(CONTEXT, "__delattr__", object_type::delattr),
    NativeRow::slot(CONTEXT, "__init__", init),
    number_attribute!("prec" PRECISION i64),
    number_attribute!("Emax" EMAX i64),
    number_attribute!("Emin" LEAST i64),
    NativeRow::get_set(
        CONTEXT,
        "rounding",
        |m, a| {
            let (_, name) = rounding(m, a.self_);
            Ok(m.heap.new_interned(name))
        },
        |m, a| assign(m, a, "rounding"),
    ),
    number_attribute!("capitals" CAPITALS i32),
    number_attribute!("clamp" CLAMP i32),
    NativeRow::get_set(
        CONTEXT,
        "traps",
        |m, a| Ok(m.field_or_none(a.self_, TRAPS_DICT)),
        |m, a| assign(m, a, "traps"),
    ),
    NativeRow::get_set(
        CONTEXT,
        "flags",
        |m, a| Ok(m.field_or_none(a.self_, FLAGS_DICT)),
        |m, a| assign(m, a, "flags"),
    ),
    NativeRow::no_arguments(CONTEXT, "clear_flags", |m, a| {
        m.heap.memory.set_u32(a.self_.plus(STATUS), 0);
        m.none()
    }),
    NativeRow::no_arguments(CONTEXT, "clear_traps", |m, a| {
        m.heap.memory.set_u32(a.self_.plus(TRAPS), 0);
        m.none()
    }),
    NativeRow::no_arguments(CONTEXT, "copy", |m, a| copy(m, a.self_)),
    NativeRow::no_arguments(CONTEXT, "__copy__", |m, a| copy(m, a.self_)),
    NativeRow::no_arguments(CONTEXT, "__reduce__", reduce),
    NativeRow::slot(MANAGER, "__getattribute__", object_type::getattribute),
    NativeRow::no_arguments(MANAGER, "__enter__", |m, a| {
        let local = m.field(a.self_, LOCAL);
        set_current(m, local)?;
        Ok(m.incref(local))
    }),
    NativeRow::positional(MANAGER, "__exit__", |m, a| {
        let global = m.field(a.self_, GLOBAL);
        set_current(m, global)?;
        m.truth(false)
    }),
];

/// A new context with its two signal dicts.
pub fn new_context(m: &mut Machine, class: Address, precision: i64, rounding: Rounding, traps: u32) -> Outcome {
    let context = m.heap.generic_allocate(class, 0);
    m.set_word(context, PRECISION, precision);
    m.set_word(context, EMAX, 999_999);
    m.set_word(context, LEAST, -999_999);
    m.heap.memory.set_u32(context.plus(TRAPS), traps);
    m.heap.memory.set_i32(context.plus(ROUNDING), rounding as i32);
    m.heap.memory.set_i32(context.plus(ALL_ROUNDED), 1);
    m.heap.memory.set_i32(context.plus(CAPITALS), 1);
    for (dict, word) in [(TRAPS_DICT, TRAPS), (FLAGS_DICT, STATUS)] {
        let made = signal::new_signal_dict(m, context.plus(word))?;
        m.heap.memory.set_address(context.plus(dict), made);
    }
    Ok(context)
}

fn rounding(m: &Machine, context: Address) -> (Rounding, &'static str) {
    let number = m.heap.memory.i32(context.plus(ROUNDING));
    Rounding::ALL[usize::try_from(number).unwrap_or(0).min(7)]
}

/// The rounding that a str names.
pub fn rounding_of(m: &mut Machine, object: Address) -> Outcome<Rounding> {
    if m.is_str(object) {
        let text = m.heap.str_text(object);
        if let Some((rounding, _)) = Rounding::ALL.iter().find(|(_, name)| *name == text) {
            return Ok(*rounding);
        }
    }
    m.type_error(ROUNDINGS)
}

impl Machine {
    /// The context in force, borrowed; made when it is first asked for.
    pub(crate) fn current_decimal_context(&mut self) -> Outcome {
        let current = self.decimal_variable(Variable::Current);
        if !current.is_null() {
            return Ok(current);
        }
        let template = self.decimal_variable(Variable::Default);
        let made = copy(self, template)?;
        self.heap.memory.set_u32(made.plus(STATUS), 0);
        self.set_decimal_variable(Variable::Current, made);
        Ok(made)
    }

    /// Whether it is a `Context`.
    pub(crate) fn is_decimal_context(&self, object: Address) -> bool {
        self.heap.is_instance(object, CONTEXT)
    }

    /// The settings of a context object.
    pub(crate) fn decimal_settings(&self, context: Address) -> Context {
        Context {
            precision: self.word(context, PRECISION),
            most: self.word(context, EMAX),
            least: self.word(context, LEAST),
            rounding: rounding(self, context).0,
            clamp: self.heap.memory.i32(context.plus(CLAMP)) != 0,
            status: 0,
        }
    }

    /// Whether exponents are written with a capital letter.
    pub(crate) fn decimal_capitals(&self, context: Address) -> bool {
        self.heap.memory.i32(context.plus(CAPITALS)) != 0
    }
}

fn copy(m: &mut Machine, context: Address) -> Outcome {
    let made = new_context(m, CONTEXT.address(), 28, Rounding::HalfEven, 0)?;
    m.heap.memory.copy(context.plus(PRECISION), made.plus(PRECISION), TRAPS_DICT - PRECISION);
    let capitals = m.heap.memory.i32(context.plus(CAPITALS));
    m.heap.memory.set_i32(made.plus(CAPITALS), capitals);
    Ok(made)
}

fn set_current(m: &mut Machine, context: Address) -> Outcome {
    if !m.is_decimal_context(context) {
        return m.type_error("argument must be a context");
    }
    let templates = [Variable::Default, Variable::Basic, Variable::Extended];
    let owned = if templates.iter().any(|variable| m.decimal_variable(*variable) == context) {
        let made = copy(m, context)?;
        m.heap.memory.set_u32(made.plus(STATUS), 0);
        made
    } else {
        m.incref(context)
    };
    m.set_decimal_variable(Variable::Current, owned);
    m.none()
}

fn local_context(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    const NAMES: [&str; 9] = ["ctx", "prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"];
    let given = super::convert::take(m, &arguments, NAMES, 0, 1)?;
    let global = m.current_decimal_context()?;
    let source = match given[0].filter(|context| !m.heap.is_none(*context)) {
        Some(context) if m.is_decimal_context(context) => context,
        Some(_) => return m.type_error("optional argument must be a context"),
        None => global,
    };
    let local = copy(m, source)?;
    for (name, value) in NAMES.iter().zip(given).skip(1) {
        if let Some(value) = value.filter(|value| !m.heap.is_none(*value))
            && let Err(raised) = set_attribute(m, local, name, value, true)
        {
            m.decref(local);
            return Err(raised);
        }
    }
    m.incref(global);
    Ok(m.new_words(MANAGER, &[local.raw(), global.raw()]))
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    const NAMES: [&str; 8] = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"];
    let given = super::convert::take(m, &arguments, NAMES, 0, 8)?;
    for (name, value) in NAMES.iter().zip(given) {
        if let Some(value) = value.filter(|value| !m.heap.is_none(*value)) {
            set_attribute(m, arguments.self_, name, value, true)?;
        }
    }
    m.none()
}

/// The setters of the attributes.
fn assign(m: &mut Machine, arguments: Arguments<'_>, name: &str) -> Outcome {
    match arguments.get(0) {
        Some(value) => set_attribute(m, arguments.self_, name, value, false),
        None => Err(m.raise(StaticType::AttributeError, "context attributes cannot be deleted")),
    }
}

fn set_attribute(m: &mut Machine, context: Address, name: &str, value: Address, lists: bool) -> Outcome {
    match name {
        "rounding" => {
            let rounding = rounding_of(m, value)?;
            m.heap.memory.set_i32(context.plus(ROUNDING), rounding as i32);
        }
        "traps" | "flags" => {
            let bits = signal::given_bits(m, value, lists)?;
            m.heap.memory.set_u32(context.plus(if name == "traps" { TRAPS } else { STATUS }), bits);
        }
        _ => {
            if !m.is_int(value) {
                return m.type_error("an integer is required");
            }
            let number = m.index_to_i64(value, StaticType::OverflowError)?;
            let (low, high, complaint) = match name {
                "prec" => (1, MOST, "valid range for prec is [1, MAX_PREC]"),
                "Emax" => (0, MOST, "valid range for Emax is [0, MAX_EMAX]"),
                "Emin" => (-MOST, 0, "valid range for Emin is [MIN_EMIN, 0]"),
                "capitals" => (0, 1, "valid values for capitals are 0 or 1"),
                _ => (0, 1, "valid values for clamp are 0 or 1"),
            };
            if !(low..=high).contains(&number) {
                return m.value_error(complaint);
            }
            match name {
                "prec" => m.set_word(context, PRECISION, number),
                "Emax" => m.set_word(context, EMAX, number),
                "Emin" => m.set_word(context, LEAST, number),
                "capitals" => m.heap.memory.set_i32(context.plus(CAPITALS), number as i32),
                _ => m.heap.memory.set_i32(context.plus(CLAMP), number as i32),
            }
        }
    }
    m.none()
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let context = arguments.self_;
    let settings = m.decimal_settings(context);
    let text = format!(
        "Context(prec={}, rounding={}, Emin={}, Emax={}, capitals={}, clamp={}, flags={}, traps={})",
        settings.precision,
        rounding(m, context).1,
        settings.least,
        settings.most,
        m.heap.memory.i32(context.plus(CAPITALS)),
        i32::from(settings.clamp),
        signal::names(m.heap.memory.u32(context.plus(STATUS))),
        signal::names(m.heap.memory.u32(context.plus(TRAPS))),
    );
    m.new_text(&text)
}

fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let context = arguments.self_;
    let settings = m.decimal_settings(context);
    let name = rounding(m, context).1;
    let (status, traps) = (m.heap.memory.u32(context.plus(STATUS)), m.heap.memory.u32(context.plus(TRAPS)));
    let capitals = m.heap.memory.i32(context.plus(CAPITALS));
    let parts = [
        m.heap.new_int(settings.precision),
        m.heap.new_interned(name),
        m.heap.new_int(settings.least),
        m.heap.new_int(settings.most),
        m.heap.new_int(i64::from(capitals)),
        m.heap.new_int(i64::from(settings.clamp)),
        signal::signal_list(m, status),
        signal::signal_list(m, traps),
    ];
    let parts = m.heap.new_tuple_from(&parts);
    let class = m.heap.type_of(context);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, parts]))
}
