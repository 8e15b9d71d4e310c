//! `BaseException`: construction, text and attributes (`Objects/exceptions.c`).

use heapglass_heap::{
    Address, Kind,
    layout::exception::base,
    static_type::StaticType,
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::{
        field_row::read_field,
        instance_dict,
        slot::{Slot, static_slot},
    },
};

read_field! {
    args base::ARGS;
    traceback base::TRACEBACK;
    context base::CONTEXT;
    cause base::CAUSE;
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let args = arguments.tuple(m);
    Ok(m.heap.new_exception_object(arguments.self_, args))
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.start_exception(&arguments)?;
    Ok(m.heap.none())
}

fn str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let args = m.heap.exception_args(arguments.self_);
    match m.heap.tuple_len(args) {
        0 => Ok(m.heap.empty_str()),
        1 => {
            let only = m.heap.tuple_item(args, 0);
            m.str(only)
        }
        _ => m.str(args),
    }
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let args = m.heap.exception_args(arguments.self_);
    let type_ = m.heap.type_of(arguments.self_);
    let name = match StaticType::at(type_) {
        Some(which) => which.short_name().to_owned(),
        None => m.name_of_type(type_),
    };
    if m.heap.tuple_len(args) == 1 {
        let only = m.heap.tuple_item(args, 0);
        return m.from_format("%s(%R)", &[Piece::Text(&name), Piece::Repr(only)]);
    }
    m.from_format("%s%R", &[Piece::Text(&name), Piece::Repr(args)])
}

fn set_args(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(value) = arguments.get(0) else {
        return Err(m.raise(StaticType::TypeError, "args may not be deleted"));
    };
    let mut items = Vec::new();
    m.for_each(value, |_, item| {
        items.push(item);
        Ok(())
    })?;
    let tuple = m.heap.new_tuple_from(&items);
    let old = m.heap.replace_exception_args(arguments.self_, tuple);
    m.xdecref(old);
    Ok(m.heap.none())
}

fn set_traceback(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = match arguments.get(0) {
        None => return Err(m.raise(StaticType::TypeError, "__traceback__ may not be deleted")),
        Some(value) if m.heap.is_none(value) => Address::NULL,
        Some(value) if m.heap.kind(value) == Kind::Traceback => value,
        Some(_) => return Err(m.raise(StaticType::TypeError, "__traceback__ must be a traceback or None")),
    };
    m.store_field(arguments.self_, base::TRACEBACK, value);
    Ok(m.heap.none())
}

/// A value for `__context__` or `__cause__`: an exception, or null for `None`.
fn exception_or_none(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome {
    match arguments.get(0) {
        None => Err(m.raise(StaticType::TypeError, format!("{name} may not be deleted"))),
        Some(value) if m.heap.is_none(value) => Ok(Address::NULL),
        Some(value) if m.heap.kind(value) == Kind::Exception => Ok(value),
        Some(_) => {
            let what = name.trim_matches('_');
            Err(m.raise(StaticType::TypeError, format!("exception {what} must be None or derive from BaseException")))
        }
    }
}

fn set_context(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = exception_or_none(m, &arguments, "__context__")?;
    m.store_field(arguments.self_, base::CONTEXT, value);
    Ok(m.heap.none())
}

fn set_cause(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = exception_or_none(m, &arguments, "__cause__")?;
    m.store_field(arguments.self_, base::CAUSE, value);
    m.heap.memory.set_u8(arguments.self_.plus(base::SUPPRESS_CONTEXT), 1);
    Ok(m.heap.none())
}

fn suppress_context(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let set = m.heap.memory.u8(arguments.self_.plus(base::SUPPRESS_CONTEXT)) != 0;
    Ok(m.heap.bool(set))
}

fn set_suppress_context(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = match arguments.get(0) {
        Some(value) if value == m.heap.true_() || value == m.heap.false_() => value,
        None => return Err(m.raise(StaticType::TypeError, "can't delete numeric/char attribute")),
        _ => return Err(m.raise(StaticType::TypeError, "attribute value type must be bool")),
    };
    let byte = u8::from(value == m.heap.true_());
    m.heap.memory.set_u8(arguments.self_.plus(base::SUPPRESS_CONTEXT), byte);
    Ok(m.heap.none())
}

fn with_traceback(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    set_traceback(m, arguments)?;
    Ok(m.incref(arguments.self_))
}

fn add_note(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.add_note(arguments.self_, arguments.positional[0])?;
    Ok(m.heap.none())
}

fn dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.instance_dict(arguments.self_)
}

fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let exception = arguments.self_;
    let (type_, args) = (m.heap.type_of(exception), m.heap.exception_args(exception));
    let dict = m.heap.memory.address(exception.plus(base::DICT));
    let parts: Vec<Address> = if dict.is_null() { vec![type_, args] } else { vec![type_, args, dict] };
    Ok(m.heap.new_tuple_of(&parts))
}

fn set_state(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let state = arguments.positional[0];
    if m.heap.is_none(state) {
        return Ok(m.heap.none());
    }
    if m.heap.kind(state) != Kind::Dict {
        return m.type_error("state is not a dictionary".to_owned());
    }
    // The exception may be the dict's only owner, and setting an attribute may change the dict.
    let items: Vec<(Address, Address)> = m.heap.dict_items(state).collect();
    for item in &items {
        m.incref(item.0);
        m.incref(item.1);
    }
    let mut done = Ok(());
    for (name, value) in items {
        if done.is_ok() {
            done = if m.heap.is_str(name) {
                m.set_attribute(arguments.self_, name, Some(value))
            } else {
                let found = m.type_name(name);
                m.type_error(format!("attribute name must be string, not '{found}'"))
            };
        }
        m.decref(name);
        m.decref(value);
    }
    done?;
    Ok(m.heap.none())
}

impl Machine {
    /// A new exception of a builtin type with these `args` (taken over), and with the fields its `__init__` sets.
    pub fn new_exception(&mut self, which: StaticType, owned_args: Address) -> Address {
        let exception = self.heap.new_exception_object(which.address(), owned_args);
        let fields = matches!(
            which,
            StaticType::StopIteration | StaticType::SystemExit | StaticType::ImportError | StaticType::ModuleNotFoundError
        );
        if fields && let Some(init) = static_slot(which, Slot::Init) {
            let items = self.heap.tuple_items(owned_args);
            // Without keywords these cannot fail.
            let _ = init(self, Arguments::of(exception, &items));
        }
        exception
    }

    /// `BaseException.__init__`: new `args`, no keywords.
    pub fn start_exception(&mut self, arguments: &Arguments<'_>) -> Outcome<()> {
        let name = self.type_name(arguments.self_);
        arguments.no_keywords(self, &name)?;
        self.take_exception_args(arguments);
        Ok(())
    }

    /// Stores the arguments as `args`: the tuple they came in.
    fn take_exception_args(&mut self, arguments: &Arguments<'_>) {
        if arguments.packed.is_null() {
            return self.set_exception_args(arguments.self_, arguments.positional);
        }
        self.incref(arguments.packed);
        let old = self.heap.replace_exception_args(arguments.self_, arguments.packed);
        self.xdecref(old);
    }

    /// Stores new `args` (items borrowed).
    pub fn set_exception_args(&mut self, exception: Address, items: &[Address]) {
        let held = self.heap.exception_args(exception);
        if !held.is_null() && self.heap.tuple_items(held) == items {
            return;
        }
        let args = self.heap.new_tuple_of(items);
        let old = self.heap.replace_exception_args(exception, args);
        self.xdecref(old);
    }

    /// `exception.add_note(note)`; both are borrowed.
    pub fn add_note(&mut self, exception: Address, note: Address) -> Outcome<()> {
        if !self.heap.is_str(note) {
            let found = self.type_name(note);
            return Err(self.raise(StaticType::TypeError, format!("note must be a str, not '{found}'")));
        }
        let name = self.name("__notes__");
        let notes = match self.lookup_attribute(exception, name)? {
            Some(notes) => notes,
            None => {
                let notes = self.heap.new_list(0);
                self.set_attribute(exception, name, Some(notes))?;
                notes
            }
        };
        if self.heap.kind(notes) != Kind::List {
            self.decref(notes);
            return Err(self.raise(StaticType::TypeError, "Cannot add note: __notes__ is not a list"));
        }
        self.incref(note);
        self.heap.list_append(notes, note);
        self.decref(notes);
        Ok(())
    }
}

/// What `BaseException` has.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::BaseException, new),
    NativeRow::slot(StaticType::BaseException, "__repr__", repr),
    NativeRow::slot(StaticType::BaseException, "__str__", str),
    NativeRow::slot(StaticType::BaseException, "__init__", init),
    NativeRow::no_arguments(StaticType::BaseException, "__reduce__", reduce),
    NativeRow::one(StaticType::BaseException, "__setstate__", set_state),
    NativeRow::one(StaticType::BaseException, "with_traceback", with_traceback),
    NativeRow::one(StaticType::BaseException, "add_note", add_note),
    NativeRow::member_set(StaticType::BaseException, "__suppress_context__", suppress_context, set_suppress_context),
    NativeRow::get_set(StaticType::BaseException, "__dict__", dict, instance_dict::set_kept_dict),
    NativeRow::get_set(StaticType::BaseException, "args", args, set_args),
    NativeRow::get_set(StaticType::BaseException, "__traceback__", traceback, set_traceback),
    NativeRow::get_set(StaticType::BaseException, "__context__", context, set_context),
    NativeRow::get_set(StaticType::BaseException, "__cause__", cause, set_cause),
];
