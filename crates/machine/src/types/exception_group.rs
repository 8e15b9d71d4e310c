//! `BaseExceptionGroup` and `ExceptionGroup` (`Objects/exceptions.c`).

use heapglass_heap::{
    Address, Kind,
    layout::exception::{base, group},
    object::set,
    static_type::{StaticType, flag},
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::field_row::read_field,
};

read_field! {
    message group::MESSAGE;
    exceptions group::EXCEPTIONS;
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [message, sequence] = *arguments.positional else {
        let given = arguments.positional.len();
        let text = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)");
        return Err(m.raise(StaticType::TypeError, text));
    };
    if !m.heap.is_str(message) {
        let found = m.type_name(message);
        let text = format!("BaseExceptionGroup.__new__() argument 1 must be str, not {found}");
        return Err(m.raise(StaticType::TypeError, text));
    }
    if !m.is_sequence(sequence) {
        return Err(m.raise(StaticType::TypeError, "second argument (exceptions) must be a sequence"));
    }
    let tuple = m.tuple_from(sequence)?;
    let items = m.heap.tuple_items(tuple);
    match m.class_of_group(arguments.self_, &items) {
        Ok(class) => {
            let args = arguments.tuple(m);
            let exception = m.heap.new_exception_object(class, args);
            m.incref(message);
            m.heap.memory.set_address(exception.plus(group::MESSAGE), message);
            m.heap.memory.set_address(exception.plus(group::EXCEPTIONS), tuple);
            Ok(exception)
        }
        Err(raised) => {
            m.decref(tuple);
            Err(raised)
        }
    }
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.start_exception(&arguments)?;
    Ok(m.heap.none())
}

fn str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = m.heap.memory.address(arguments.self_.plus(group::MESSAGE));
    let held = m.heap.memory.address(arguments.self_.plus(group::EXCEPTIONS));
    let count = m.heap.tuple_len(held);
    let plural = if count == 1 { "" } else { "s" };
    let text = format!("{} ({count} sub-exception{plural})", m.heap.str_text(text));
    Ok(m.heap.new_str(&text))
}

fn derive(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = m.heap.memory.address(arguments.self_.plus(group::MESSAGE));
    m.call(StaticType::BaseExceptionGroup.address(), &[text, arguments.positional[0]], &[])
}

fn subgroup(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (matching, _) = m.split_group(arguments.self_, Matcher::Given(arguments.positional[0]), false)?;
    Ok(if matching.is_null() { m.heap.none() } else { matching })
}

fn split(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (matching, rest) = m.split_group(arguments.self_, Matcher::Given(arguments.positional[0]), true)?;
    let none = m.heap.none();
    let pair = [matching.non_null().unwrap_or(none), rest.non_null().unwrap_or(none)];
    Ok(m.heap.new_tuple_from(&pair))
}

/// What decides whether an exception matches.
#[derive(Clone, Copy)]
enum Matcher {
    /// A type, a tuple of types or a predicate.
    Given(Address),
    /// A set with the `id()` of each leaf that does.
    Leaves(Address),
}

impl Machine {
    /// The class of a new group: groups of ordinary exceptions are `ExceptionGroup`s.
    fn class_of_group(&mut self, class: Address, items: &[Address]) -> Outcome {
        if items.is_empty() {
            return Err(self.raise(StaticType::ValueError, "second argument (exceptions) must be a non-empty sequence"));
        }
        if let Some(index) = items.iter().position(|item| self.heap.kind(*item) != Kind::Exception) {
            let text = format!("Item {index} of second argument (exceptions) is not an exception");
            return Err(self.raise(StaticType::ValueError, text));
        }
        let all_ordinary = items.iter().all(|item| self.heap.is_instance(*item, StaticType::Exception));
        if class == StaticType::BaseExceptionGroup.address() {
            return Ok(if all_ordinary { self.heap.type_object(StaticType::ExceptionGroup) } else { class });
        }
        if !all_ordinary && class == self.heap.type_object(StaticType::ExceptionGroup) {
            return Err(self.raise(StaticType::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        if !all_ordinary && self.heap.is_subtype(class, StaticType::Exception.address()) {
            let name = self.name_of_type(class);
            return Err(self.raise(StaticType::TypeError, format!("Cannot nest BaseExceptions in '{name}'")));
        }
        Ok(class)
    }

    /// The group with only those leaves that are in the groups and exceptions of a list, in its own structure; `None` if none of
    /// them is inside (`exception_group_projection`).
    pub(crate) fn group_projection(&mut self, group: Address, kept: Address) -> Outcome {
        let leaves = self.heap.new_set(StaticType::Set.address());
        let mut result = Ok(());
        for exception in self.heap.list_items(kept) {
            result = result.and_then(|()| self.collect_leaves(exception, leaves));
        }
        let parts = result.and_then(|()| self.split_group(group, Matcher::Leaves(leaves), false));
        self.decref(leaves);
        let none = self.heap.none();
        Ok(parts?.0.non_null().unwrap_or(none))
    }

    /// Adds the `id()` of each leaf to a set.
    fn collect_leaves(&mut self, exception: Address, leaves: Address) -> Outcome<()> {
        if !self.heap.is_instance(exception, StaticType::BaseExceptionGroup) {
            let id = self.heap.new_int(exception.raw() as i64);
            let added = self.hash(id).and_then(|hash| set::add(self, leaves, id, hash));
            self.decref(id);
            return added.map(|_| ());
        }
        let held = self.heap.memory.address(exception.plus(group::EXCEPTIONS));
        self.enter_native(" in collect_exception_group_leaf_ids")?;
        let mut result = Ok(());
        for item in self.heap.tuple_items(held) {
            result = result.and_then(|()| self.collect_leaves(item, leaves));
        }
        self.leave_native();
        result
    }

    /// The part of an exception that matches and, if asked for, the rest; new references, null where there is none.
    fn split_group(&mut self, exception: Address, condition: Matcher, with_rest: bool) -> Outcome<(Address, Address)> {
        let matches = match condition {
            Matcher::Given(given) => self.exception_matches_condition(exception, given)?,
            Matcher::Leaves(leaves) => self.is_leaf_of(exception, leaves)?,
        };
        if matches {
            return Ok((self.incref(exception), Address::NULL));
        }
        if !self.heap.is_instance(exception, StaticType::BaseExceptionGroup) {
            let rest = if with_rest { self.incref(exception) } else { Address::NULL };
            return Ok((Address::NULL, rest));
        }
        let matching = self.heap.new_list(0);
        let rest = if with_rest { self.heap.new_list(0) } else { Address::NULL };
        let parts = self.split_items(exception, condition, matching, rest);
        self.decref(matching);
        self.xdecref(rest);
        parts
    }

    /// Sorts what a group holds into the lists (`rest` may be null), and makes groups of them.
    fn split_items(&mut self, whole: Address, condition: Matcher, matching: Address, rest: Address) -> Outcome<(Address, Address)> {
        let held = self.heap.memory.address(whole.plus(group::EXCEPTIONS));
        for item in self.heap.tuple_items(held) {
            self.enter_native(" in exceptiongroup_split_recursive")?;
            let parts = self.split_group(item, condition, !rest.is_null());
            self.leave_native();
            let parts = parts?;
            for (part, list) in [(parts.0, matching), (parts.1, rest)] {
                if !part.is_null() {
                    self.heap.list_append(list, part);
                }
            }
        }
        let matching = self.derived_group(whole, matching)?;
        if rest.is_null() {
            return Ok((matching, rest));
        }
        let rest = self.derived_group(whole, rest);
        if rest.is_err() {
            self.xdecref(matching);
        }
        Ok((matching, rest?))
    }

    fn is_leaf_of(&mut self, exception: Address, leaves: Address) -> Outcome<bool> {
        if self.heap.is_instance(exception, StaticType::BaseExceptionGroup) {
            return Ok(false);
        }
        let id = self.heap.new_int(exception.raw() as i64);
        let found = self.hash(id).and_then(|hash| set::contains(self, leaves, id, hash));
        self.decref(id);
        found
    }

    fn exception_matches_condition(&mut self, exception: Address, condition: Address) -> Outcome<bool> {
        let is_class = |m: &Self, type_: Address| m.heap.is_type(type_) && m.heap.type_has(type_, flag::EXCEPTION_SUBCLASS);
        let by_type = is_class(self, condition)
            || self.heap.kind(condition) == Kind::Tuple
                && self.heap.tuple_items(condition).into_iter().all(|one| is_class(self, one));
        if by_type {
            return self.is_instance(exception, condition);
        }
        if self.heap.kind(condition) != Kind::Function {
            let text = "expected a function, exception type or tuple of exception types";
            return Err(self.raise(StaticType::TypeError, text));
        }
        let result = self.call(condition, &[exception], &[])?;
        let verdict = self.is_true(result);
        self.decref(result);
        verdict
    }

    /// `exception.derive(list)` with the traceback, cause, context and notes of the original; null for an empty list.
    fn derived_group(&mut self, original: Address, list: Address) -> Outcome {
        if self.heap.list_len(list) == 0 {
            return Ok(Address::NULL);
        }
        // The format of the arguments is that of a tuple.
        let method = self.method_by_text(original, "derive")?;
        let arguments = self.heap.new_tuple_of(&[list]);
        let derived = self.call(method, &[list], &[]);
        self.decref(arguments);
        self.decref(method);
        let derived = derived?;
        if !self.heap.is_instance(derived, StaticType::BaseExceptionGroup) {
            self.decref(derived);
            return self.type_error("derive must return an instance of BaseExceptionGroup");
        }
        {
            for offset in [base::TRACEBACK, base::CONTEXT, base::CAUSE] {
                let value = self.heap.memory.address(original.plus(offset));
                self.store_field(derived, offset, value);
            }
            let suppressed = self.heap.memory.u8(original.plus(base::SUPPRESS_CONTEXT));
            self.heap.memory.set_u8(derived.plus(base::SUPPRESS_CONTEXT), suppressed);
        }
        if let Err(raised) = self.copy_notes(original, derived) {
            self.decref(derived);
            return Err(raised);
        }
        Ok(derived)
    }
}

impl Machine {
    /// A method as `PyObject_CallMethod` finds it: bound, under a name that lives only as long as it is looked for.
    pub(crate) fn method_by_text(&mut self, object: Address, name: &str) -> Outcome {
        let name = self.heap.new_str(name);
        let method = self.get_attribute(object, name);
        self.decref(name);
        method
    }

    /// A part of a group gets a list of the same notes, if they are a sequence.
    pub(crate) fn copy_notes(&mut self, from: Address, to: Address) -> Outcome<()> {
        let name = self.name("__notes__");
        let Some(notes) = self.lookup_attribute(from, name)? else { return Ok(()) };
        let copied = if self.is_sequence(notes) {
            self.list_from(notes).and_then(|list| {
                let result = self.set_attribute(to, name, Some(list));
                self.decref(list);
                result
            })
        } else {
            Ok(())
        };
        self.decref(notes);
        copied
    }
}

fn class_get_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "__class_getitem__", 1, 1)?;
    Ok(m.new_generic_alias(arguments.self_, arguments.positional[0]))
}

/// What exception groups have.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::BaseExceptionGroup, new),
    NativeRow::slot(StaticType::BaseExceptionGroup, "__init__", init),
    NativeRow::slot(StaticType::BaseExceptionGroup, "__str__", str),
    NativeRow::class_method(StaticType::BaseExceptionGroup, "__class_getitem__", class_get_item),
    NativeRow::one(StaticType::BaseExceptionGroup, "derive", derive),
    NativeRow::one(StaticType::BaseExceptionGroup, "split", split),
    NativeRow::one(StaticType::BaseExceptionGroup, "subgroup", subgroup),
    NativeRow::member(StaticType::BaseExceptionGroup, "message", message),
    NativeRow::member(StaticType::BaseExceptionGroup, "exceptions", exceptions),
];
