//! `sys.excepthook` and `sys.unraisablehook`: who is told of exceptions that nobody handles (Python/errors.c, Python/pythonrun.c).

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    thread_state::SYS_DICT,
};

const ARGUMENTS: StaticType = StaticType::StructSequenceUnraisable;

/// The hooks as CPython has them at start-up.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("sys", "excepthook", Convention::Positional, except_hook),
    NativeRow::function("sys", "unraisablehook", Convention::One, unraisable_hook),
];

/// Puts the hooks under their second names, where a program finds them again after it has replaced them.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    crate::module::struct_sequence::count_fields(m)?;
    for name in ["excepthook", "unraisablehook", "displayhook", "breakpointhook"] {
        let key = m.name(name);
        if let Some(hook) = m.namespace_get(dict, key)? {
            m.incref(hook);
            m.namespace_put(dict, &format!("__{name}__"), hook)?;
        }
    }
    Ok(())
}

/// What a report of an unraisable exception says before the object, if not "Exception ignored in".
#[derive(Clone, Copy, Debug)]
struct Unraisable<'a> {
    exception: Address,
    object: Address,
    message: Option<&'a str>,
}

impl Machine {
    /// Tells the program's user of an exception that cannot be raised: `object` (borrowed, or null) is where it happened. The
    /// exception is taken, and handed to `sys.unraisablehook` (`PyErr_WriteUnraisable`).
    pub fn report_unraisable(&mut self, object: Address, message: Option<&str>) {
        // What no Python code has come through is told from where the running code stands.
        let untold = self.error().is_some_and(|exception| self.heap.exception_traceback(exception).is_null());
        if untold && !self.registers.frame.is_null() {
            self.add_traceback_entry();
        }
        let exception = self.take_error();
        if exception.is_null() {
            return;
        }
        self.add_missing_traceback(exception);
        let report = Unraisable { exception, object, message };
        // The reporter's own reference: the traceback outlives the exception.
        let traceback = self.heap.exception_traceback(exception);
        self.heap.xincref(traceback);
        match self.hook("unraisablehook").filter(|hook| !self.heap.is_none(*hook)) {
            None => self.write_unraisable(report),
            Some(hook) => self.call_unraisable_hook(hook, report),
        }
        self.decref(exception);
        self.xdecref(traceback);
    }

    /// Calls the hook, of which `sys` alone keeps a reference.
    fn call_unraisable_hook(&mut self, hook: Address, report: Unraisable<'_>) {
        let arguments = self.unraisable_arguments(report);
        let birth = self.heap.memory.birth(hook);
        self.decref(hook);
        let answer = self.call(hook, &[arguments], &[]);
        self.decref(arguments);
        match answer {
            Ok(value) => self.decref(value),
            Err(_) if self.watch.abandoned => {}
            // A hook that has replaced itself may be dead.
            Err(_) if self.heap.memory.birth(hook) == birth => self.write_hook_failure(hook),
            Err(_) => self.write_hook_failure(self.heap.none()),
        }
    }

    /// An exception that no Python code was left by happened in the running frame.
    fn add_missing_traceback(&mut self, exception: Address) {
        let frame = self.python_frame(self.registers.frame);
        if frame.is_null() || !self.heap.exception_traceback(exception).is_null() {
            return;
        }
        let object = self.heap.frame_object_of(frame);
        self.incref(object);
        let entry = self.heap.new_traceback(Address::NULL, object, self.frame_unit(frame) as i32 * 2, -1);
        self.heap.replace_exception_traceback(exception, entry);
    }

    /// Hands an uncaught exception (borrowed) to `sys.excepthook`. Returns the exit status if the hook itself leaves by
    /// `SystemExit`.
    pub(crate) fn display_uncaught(&mut self, exception: Address) -> Option<i32> {
        let Some(hook) = self.hook("excepthook") else {
            let key = self.name("excepthook");
            let sys = self.thread_word(SYS_DICT);
            if !sys.is_null() && matches!(self.namespace_get(sys, key), Ok(None)) {
                self.write_stderr("sys.excepthook is missing\n");
            }
            self.write_exception(exception);
            return None;
        };
        let traceback = self.heap.exception_traceback(exception);
        let traceback = if traceback.is_null() { self.heap.none() } else { traceback };
        self.incref(traceback);
        let class = self.heap.type_of(exception);
        let answer = self.call(hook, &[class, exception, traceback], &[]);
        self.decref(hook);
        self.decref(traceback);
        match answer {
            Ok(value) => self.decref(value),
            Err(_) if self.watch.abandoned => {}
            Err(_) if self.error_matches(StaticType::SystemExit) => return Some(self.report_uncaught()),
            Err(_) => {
                let second = self.take_error();
                self.write_stderr("Error in sys.excepthook:\n");
                self.write_exception(second);
                self.write_stderr("\nOriginal exception was:\n");
                self.write_exception(exception);
                self.decref(second);
            }
        }
        None
    }

    /// What `sys` holds under this name now, as a new reference.
    fn hook(&mut self, name: &str) -> Option<Address> {
        let sys = self.thread_word(SYS_DICT);
        if sys.is_null() {
            return None;
        }
        let key = self.name(name);
        match self.namespace_get(sys, key) {
            Ok(Some(hook)) => Some(self.incref(hook)),
            _ => None,
        }
    }

    fn unraisable_arguments(&mut self, report: Unraisable<'_>) -> Address {
        let class = self.heap.type_of(report.exception);
        let traceback = self.heap.exception_traceback(report.exception);
        let message = match report.message {
            Some(message) => self.heap.new_str(message),
            None => self.heap.none(),
        };
        let items = [class, report.exception, traceback, message, report.object];
        let owned = items.map(|item| if item.is_null() { self.heap.none() } else { item });
        for item in [owned[0], owned[1], owned[2], owned[4]] {
            self.incref(item);
        }
        // The collector never watches these (`PyStructSequence_New`).
        let arguments = self.new_struct_sequence(ARGUMENTS, &owned);
        self.heap.gc_untrack(arguments);
        arguments
    }

    /// Written piece by piece: what a `__repr__` or `__str__` prints comes in between.
    fn write_unraisable(&mut self, report: Unraisable<'_>) {
        let Unraisable { exception, object, message } = report;
        let nowhere = object.is_null() || self.heap.is_none(object);
        match (message, nowhere) {
            (None, true) => {}
            (None, false) => self.write_stderr("Exception ignored in: "),
            (Some(message), true) => self.write_stderr(&format!("{message}:\n")),
            (Some(message), false) => self.write_stderr(&format!("{message}: ")),
        }
        if !nowhere {
            let shown = self.shown(object);
            self.write_stderr(&format!("{shown}\n"));
        }
        let entries = self.traceback_text(self.heap.exception_traceback(exception));
        self.write_stderr(&entries);
        let class = self.class_text(self.heap.type_of(exception));
        self.write_stderr(&format!("{class}: "));
        let message = self.unraisable_message(exception);
        self.write_stderr(&format!("{message}\n"));
    }

    fn shown(&mut self, object: Address) -> String {
        self.repr_text(object).unwrap_or_else(|_| {
            self.clear_error();
            "<object repr() failed>".to_owned()
        })
    }

    fn write_hook_failure(&mut self, hook: Address) {
        let exception = self.take_error();
        self.write_unraisable(Unraisable { exception, object: hook, message: Some("Exception ignored in sys.unraisablehook") });
        self.decref(exception);
    }
}

fn except_hook(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "excepthook", 3, 3)?;
    let exception = arguments.positional[1];
    if m.heap.is_subtype(m.heap.type_of(exception), StaticType::BaseException.address()) {
        m.write_exception(exception);
    } else {
        let name = m.type_name(exception);
        m.write_stderr(&format!("TypeError: print_exception(): Exception expected for value, {name} found\n"));
    }
    m.none()
}

fn unraisable_hook(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional[0];
    if !m.heap.is_exact(given, ARGUMENTS) {
        return m.type_error("sys.unraisablehook argument type must be UnraisableHookArgs");
    }
    let items = m.heap.tuple_items(given);
    let text = if m.heap.is_none(items[3]) { None } else { Some(m.str_of(items[3])?) };
    if !m.heap.is_none(items[1]) {
        m.write_unraisable(Unraisable { exception: items[1], object: items[4], message: text.as_deref() });
    }
    m.none()
}
