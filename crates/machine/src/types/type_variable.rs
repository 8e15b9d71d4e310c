//! Variables that stand for types: `TypeVar`, `ParamSpec`, `TypeVarTuple` (Objects/typevarobject.c).
//!
//! What they do when types are put in their place is Python code of `typing`, which is imported when it is needed.

use heapglass_heap::{
    Address, Kind,
    layout::{
        callable::function,
        native::{param_spec, param_spec_part, type_var, type_var_tuple},
    },
    static_type::StaticType,
};

use crate::{
    frame::field as frame_field,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::field_row::read_field,
};

const TYPE_VAR: StaticType = StaticType::TypeVar;
const PARAM_SPEC: StaticType = StaticType::ParamSpec;
const TUPLE: StaticType = StaticType::TypeVarTuple;
const ARGS: StaticType = StaticType::ParamSpecArgs;
const KWARGS: StaticType = StaticType::ParamSpecKwargs;

read_field! {
    type_var_name type_var::NAME;
    param_spec_bound param_spec::BOUND;
    part_origin param_spec_part::ORIGIN;
}

macro_rules! flag {
    ($($name:ident $offset:expr;)*) => {
        $(fn $name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
            let is_set = m.heap.memory.u8(arguments.self_.plus($offset)) != 0;
            m.truth(is_set)
        })*
    };
}

flag! {
    covariant type_var::COVARIANT;
    contravariant type_var::CONTRAVARIANT;
    infer_variance type_var::INFER_VARIANCE;
    spec_covariant param_spec::COVARIANT;
    spec_contravariant param_spec::CONTRAVARIANT;
    spec_infer_variance param_spec::INFER_VARIANCE;
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TYPE_VAR, type_var_new),
    NativeRow::slot(TYPE_VAR, "__repr__", |m, a| {
        variance_repr(m, a.self_, [type_var::COVARIANT, type_var::CONTRAVARIANT, type_var::INFER_VARIANCE])
    }),
    NativeRow::slot(TYPE_VAR, "__or__", or),
    NativeRow::slot(TYPE_VAR, "__ror__", reflected_or),
    NativeRow::member(TYPE_VAR, "__name__", type_var_name),
    NativeRow::member(TYPE_VAR, "__covariant__", covariant),
    NativeRow::member(TYPE_VAR, "__contravariant__", contravariant),
    NativeRow::member(TYPE_VAR, "__infer_variance__", infer_variance),
    NativeRow::get(TYPE_VAR, "__bound__", |m, a| {
        lazy(m, a.self_, type_var::BOUND, type_var::EVALUATE_BOUND, |m| m.heap.none())
    }),
    NativeRow::get(TYPE_VAR, "__constraints__", |m, a| {
        lazy(m, a.self_, type_var::CONSTRAINTS, type_var::EVALUATE_CONSTRAINTS, |m| m.heap.empty_tuple())
    }),
    NativeRow::one(TYPE_VAR, "__typing_subst__", |m, a| m.call_typing("_typevar_subst", &[a.self_, a.positional[0]])),
    NativeRow::no_arguments(TYPE_VAR, "__reduce__", type_var_name),
    NativeRow::one(TYPE_VAR, "__mro_entries__", mro_entries),
    NativeRow::new(PARAM_SPEC, param_spec_new),
    NativeRow::slot(PARAM_SPEC, "__repr__", |m, a| {
        variance_repr(m, a.self_, [param_spec::COVARIANT, param_spec::CONTRAVARIANT, param_spec::INFER_VARIANCE])
    }),
    NativeRow::slot(PARAM_SPEC, "__or__", or),
    NativeRow::slot(PARAM_SPEC, "__ror__", reflected_or),
    NativeRow::member(PARAM_SPEC, "__name__", type_var_name),
    NativeRow::member(PARAM_SPEC, "__bound__", param_spec_bound),
    NativeRow::member(PARAM_SPEC, "__covariant__", spec_covariant),
    NativeRow::member(PARAM_SPEC, "__contravariant__", spec_contravariant),
    NativeRow::member(PARAM_SPEC, "__infer_variance__", spec_infer_variance),
    NativeRow::get(PARAM_SPEC, "args", |m, a| Ok(part_of(m, ARGS, a.self_))),
    NativeRow::get(PARAM_SPEC, "kwargs", |m, a| Ok(part_of(m, KWARGS, a.self_))),
    NativeRow::one(PARAM_SPEC, "__typing_subst__", |m, a| m.call_typing("_paramspec_subst", &[a.self_, a.positional[0]])),
    NativeRow::positional(PARAM_SPEC, "__typing_prepare_subst__", |m, a| prepare(m, a, "_paramspec_prepare_subst")),
    NativeRow::no_arguments(PARAM_SPEC, "__reduce__", type_var_name),
    NativeRow::one(PARAM_SPEC, "__mro_entries__", mro_entries),
    NativeRow::new(ARGS, part_new),
    NativeRow::slot(ARGS, "__repr__", |m, a| part_repr(m, a.self_, "args")),
    NativeRow::slot(ARGS, "__eq__", |m, a| part_equal(m, a, true)),
    NativeRow::slot(ARGS, "__ne__", |m, a| part_equal(m, a, false)),
    NativeRow::member(ARGS, "__origin__", part_origin),
    NativeRow::one(ARGS, "__mro_entries__", mro_entries),
    NativeRow::new(KWARGS, part_new),
    NativeRow::slot(KWARGS, "__repr__", |m, a| part_repr(m, a.self_, "kwargs")),
    NativeRow::slot(KWARGS, "__eq__", |m, a| part_equal(m, a, true)),
    NativeRow::slot(KWARGS, "__ne__", |m, a| part_equal(m, a, false)),
    NativeRow::member(KWARGS, "__origin__", part_origin),
    NativeRow::one(KWARGS, "__mro_entries__", mro_entries),
    NativeRow::new(TUPLE, tuple_new),
    NativeRow::slot(TUPLE, "__repr__", type_var_name),
    NativeRow::slot(TUPLE, "__iter__", |m, a| {
        let unpacked = m.unpacked(a.self_)?;
        let tuple = m.heap.new_tuple_from(&[unpacked]);
        let iterator = m.iter(tuple);
        m.decref(tuple);
        iterator
    }),
    NativeRow::member(TUPLE, "__name__", type_var_name),
    NativeRow::one(TUPLE, "__typing_subst__", |m, _| m.type_error("Substitution of bare TypeVarTuple is not supported")),
    NativeRow::positional(TUPLE, "__typing_prepare_subst__", |m, a| prepare(m, a, "_typevartuple_prepare_subst")),
    NativeRow::no_arguments(TUPLE, "__reduce__", type_var_name),
    NativeRow::one(TUPLE, "__mro_entries__", mro_entries),

];

impl Machine {
    /// `typing.name(*arguments)`.
    pub(crate) fn call_typing(&mut self, name: &str, arguments: &[Address]) -> Outcome {
        let typing = self.import_module("typing")?;
        let result = self.call_method(typing, name, arguments);
        self.decref(typing);
        result
    }

    /// `typing.Unpack[variable]`.
    pub(super) fn unpacked(&mut self, variable: Address) -> Outcome {
        let typing = self.import_module("typing")?;
        let unpack = self.get_attribute_named(typing, "Unpack");
        self.decref(typing);
        let unpack = unpack?;
        let result = self.get_item(unpack, variable);
        self.decref(unpack);
        result
    }

    /// Type parameters with the variables for many types unpacked, as `Generic[…]` wants them. A new tuple.
    pub(crate) fn unpack_type_parameters(&mut self, parameters: Address) -> Outcome {
        let mut items = Vec::new();
        for item in self.heap.tuple_items(parameters) {
            let made = if self.heap.is_exact(item, TUPLE) { self.unpacked(item) } else { Ok(self.incref(item)) };
            match made {
                Ok(item) => items.push(item),
                Err(raised) => {
                    items.into_iter().for_each(|item| self.decref(item));
                    return Err(raised);
                }
            }
        }
        Ok(self.heap.new_tuple_from(&items))
    }

    /// `__module__` of the function that runs; null if none does.
    pub(super) fn module_of_caller(&self) -> Address {
        let frame = self.running_frame();
        if frame.is_null() {
            return Address::NULL;
        }
        let running = self.heap.memory.address(frame.plus(frame_field::FUNCTION));
        if self.heap.kind(running) == Kind::Function { self.field(running, function::MODULE) } else { Address::NULL }
    }

    /// Notes in which module a variable was made.
    fn set_variable_module(&mut self, variable: Address) {
        let module = self.module_of_caller();
        if module.is_null() {
            return;
        }
        let name = self.name("__module__");
        if let Some(old) = self.heap.set_attribute(variable, name, module) {
            self.decref(old);
        }
    }

    /// A `TypeVar` of a parameter list; the functions say what bounds it when asked (null if nothing does).
    pub(crate) fn new_type_var(&mut self, name: Address, bound: Address, constraints: Address) -> Address {
        let variable = self.heap.generic_allocate(TYPE_VAR.address(), 0);
        self.store_field(variable, type_var::NAME, name);
        self.store_field(variable, type_var::EVALUATE_BOUND, bound);
        self.store_field(variable, type_var::EVALUATE_CONSTRAINTS, constraints);
        self.heap.memory.set_u8(variable.plus(type_var::INFER_VARIANCE), 1);
        variable
    }

    /// A `ParamSpec` of a parameter list.
    pub(crate) fn new_param_spec(&mut self, name: Address) -> Address {
        let variable = self.heap.generic_allocate(PARAM_SPEC.address(), 0);
        self.store_field(variable, param_spec::NAME, name);
        self.heap.memory.set_u8(variable.plus(param_spec::INFER_VARIANCE), 1);
        variable
    }

    /// A `TypeVarTuple` of a parameter list.
    pub(crate) fn new_type_var_tuple(&mut self, name: Address) -> Address {
        let variable = self.heap.generic_allocate(TUPLE.address(), 0);
        self.store_field(variable, type_var_tuple::NAME, name);
        variable
    }
}

/// What a field holds, or else what the function in another field returns, or else the default.
fn lazy(m: &mut Machine, this: Address, held: u64, evaluate: u64, default: fn(&Machine) -> Address) -> Outcome {
    if let Some(value) = m.field(this, held).non_null() {
        return Ok(m.incref(value));
    }
    let Some(function) = m.field(this, evaluate).non_null() else { return Ok(default(m)) };
    let value = m.call(function, &[], &[])?;
    m.incref(value);
    m.set_field(this, held, value);
    Ok(value)
}

fn or(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.call_typing("_make_union", &[arguments.self_, arguments.positional[0]])
}

fn reflected_or(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.call_typing("_make_union", &[arguments.positional[0], arguments.self_])
}

fn mro_entries(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.type_name(arguments.self_);
    let name = name.rsplit('.').next().unwrap_or_default().to_owned();
    m.type_error(format!("Cannot subclass an instance of {name}"))
}

fn prepare(m: &mut Machine, arguments: Arguments<'_>, function: &str) -> Outcome {
    arguments.arity(m, "__typing_prepare_subst__", 2, 2)?;
    m.call_typing(function, &[arguments.self_, arguments.positional[0], arguments.positional[1]])
}

fn variance_repr(m: &mut Machine, this: Address, [covariant, contravariant, inferred]: [u64; 3]) -> Outcome {
    let is_set = |m: &Machine, offset| m.heap.memory.u8(this.plus(offset)) != 0;
    let sign = match () {
        () if is_set(m, inferred) => "",
        () if is_set(m, covariant) => "+",
        () if is_set(m, contravariant) => "-",
        () => "~",
    };
    let name = m.heap.str_text(m.field(this, type_var::NAME));
    m.new_text(&format!("{sign}{name}"))
}

/// What the constructors of variables with a variance are given.
struct Given {
    name: Address,
    bound: Option<Address>,
    flags: [bool; 3],
}

/// The arguments of `TypeVar` and `ParamSpec` but for constraints; `word` names the function in complaints.
fn variance_arguments(m: &mut Machine, arguments: &Arguments<'_>, word: &str) -> Outcome<Given> {
    arguments.only_keywords(m, word, &["name", "bound", "covariant", "contravariant", "infer_variance"])?;
    let name = name_argument(m, arguments, word)?;
    let mut flags = [false; 3];
    for (at, keyword) in ["covariant", "contravariant", "infer_variance"].into_iter().enumerate() {
        if let Some(given) = arguments.keyword(m, keyword) {
            flags[at] = m.is_true(given)?;
        }
    }
    let bound = arguments.keyword(m, "bound").filter(|bound| !m.heap.is_none(*bound));
    if flags[0] && flags[1] {
        return m.value_error("Bivariant types are not supported.");
    }
    if flags[2] && (flags[0] || flags[1]) {
        return m.value_error("Variance cannot be specified with infer_variance.");
    }
    Ok(Given { name, bound, flags })
}

fn name_argument(m: &mut Machine, arguments: &Arguments<'_>, word: &str) -> Outcome {
    let Some(name) = arguments.get_or_keyword(m, 0, "name") else {
        return m.type_error(format!("{word}() missing required argument 'name' (pos 1)"));
    };
    if !m.is_str(name) {
        let found = m.type_name(name);
        return m.type_error(format!("{word}() argument 'name' must be str, not {found}"));
    }
    Ok(name)
}

/// The bound as `typing` converts it: a new reference, or null.
fn checked_bound(m: &mut Machine, bound: Option<Address>) -> Outcome {
    let Some(bound) = bound else { return Ok(Address::NULL) };
    let message = m.heap.new_str("Bound must be a type.");
    let checked = m.call_typing("_type_check", &[bound, message]);
    m.decref(message);
    checked
}

fn type_var_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = variance_arguments(m, &arguments, "typevar")?;
    let constraints = arguments.positional.get(1..).unwrap_or_default();
    if constraints.len() == 1 {
        return m.type_error("A single constraint is not allowed");
    }
    if !constraints.is_empty() && given.bound.is_some() {
        return m.type_error("Constraints cannot be combined with bound=...");
    }
    let bound = checked_bound(m, given.bound)?;
    let variable = m.new_type_var(given.name, Address::NULL, Address::NULL);
    m.heap.memory.set_address(variable.plus(type_var::BOUND), bound);
    if !constraints.is_empty() {
        let constraints = m.heap.new_tuple_of(constraints);
        m.heap.memory.set_address(variable.plus(type_var::CONSTRAINTS), constraints);
    }
    for (offset, is_set) in [type_var::COVARIANT, type_var::CONTRAVARIANT, type_var::INFER_VARIANCE].into_iter().zip(given.flags) {
        m.heap.memory.set_u8(variable.plus(offset), u8::from(is_set));
    }
    m.set_variable_module(variable);
    Ok(variable)
}

fn param_spec_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.len() > 1 {
        let count = arguments.positional.len();
        return m.type_error(format!("paramspec() takes at most 1 positional argument ({count} given)"));
    }
    let given = variance_arguments(m, &arguments, "paramspec")?;
    // A bound of `None` is the type of `None` here.
    let none = m.heap.none();
    let bound = checked_bound(m, Some(arguments.keyword(m, "bound").unwrap_or(none)))?;
    let variable = m.new_param_spec(given.name);
    m.heap.memory.set_address(variable.plus(param_spec::BOUND), bound);
    let offsets = [param_spec::COVARIANT, param_spec::CONTRAVARIANT, param_spec::INFER_VARIANCE];
    for (offset, is_set) in offsets.into_iter().zip(given.flags) {
        m.heap.memory.set_u8(variable.plus(offset), u8::from(is_set));
    }
    m.set_variable_module(variable);
    Ok(variable)
}

fn tuple_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [_] = m.named_arguments(&arguments, "typevartuple", ["name"], 1)?;
    let name = name_argument(m, &arguments, "typevartuple")?;
    let variable = m.new_type_var_tuple(name);
    m.set_variable_module(variable);
    Ok(variable)
}

fn part_of(m: &mut Machine, which: StaticType, origin: Address) -> Address {
    let origin = m.incref(origin);
    m.new_words(which, &[origin.raw()])
}

fn part_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let which = StaticType::at(arguments.self_).unwrap_or(ARGS);
    let word = if which == ARGS { "paramspecargs" } else { "paramspeckwargs" };
    let [origin] = m.named_arguments(&arguments, word, ["origin"], 1)?;
    Ok(part_of(m, which, origin.unwrap_or_default()))
}

fn part_repr(m: &mut Machine, this: Address, word: &str) -> Outcome {
    let origin = m.field(this, param_spec_part::ORIGIN);
    let text = if m.heap.is_exact(origin, PARAM_SPEC) {
        m.heap.str_text(m.field(origin, param_spec::NAME))
    } else {
        m.repr_text(origin)?
    };
    m.new_text(&format!("{text}.{word}"))
}

fn part_equal(m: &mut Machine, arguments: Arguments<'_>, wanted: bool) -> Outcome {
    let (this, other) = (arguments.self_, arguments.positional[0]);
    if m.heap.type_of(this) != m.heap.type_of(other) {
        return m.not_implemented();
    }
    let [this, other] = [this, other].map(|part| m.field(part, param_spec_part::ORIGIN));
    let equal = m.equal(this, other)?;
    m.truth(equal == wanted)
}
