//! `atexit` (Modules/atexitmodule.c): what is called when the interpreter ends, the last registered first.
//!
//! ```text
//! ATEXIT_CALLBACKS -> | callback | null | callback | . . .      room for 32, then 16 more at a time
//!                         | function | arguments | keywords or null |
//! ```
//!
//! A callback that is unregistered leaves a null in its place.

use heapglass_heap::{Address, Domain, runtime};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("atexit", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("register", Convention::PackedKeywords, register),
    row("_clear", Convention::NoArguments, |m, _| {
        m.forget_exit_callbacks();
        m.none()
    }),
    row("unregister", Convention::One, unregister),
    row("_run_exitfuncs", Convention::NoArguments, |m, _| {
        m.run_exit_callbacks();
        m.none()
    }),
    row("_ncallbacks", Convention::NoArguments, |m, _| {
        let count = m.exit_callback_count();
        Ok(m.heap.new_int(count as i64))
    }),
];

/// Places in a new array.
const FIRST_ROOM: u64 = 32;
/// Places an array grows by.
const MORE_ROOM: u64 = 16;
/// Bytes of a callback: function, arguments, keywords.
const CALLBACK_SIZE: u64 = 24;

impl Machine {
    fn exit_callback_count(&self) -> u64 {
        self.heap.memory.u64(runtime::ATEXIT_COUNT)
    }

    fn exit_callback_place(&self, index: u64) -> Address {
        runtime::word(self.heap.memory.address(runtime::ATEXIT_CALLBACKS), index)
    }

    /// What the callbacks hold, for the audit.
    pub(crate) fn exit_callback_references(&self) -> Vec<Address> {
        let callbacks = (0..self.exit_callback_count()).map(|index| self.heap.memory.address(self.exit_callback_place(index)));
        let words = callbacks.filter(|callback| !callback.is_null()).flat_map(|callback| (0..3).map(move |n| runtime::word(callback, n)));
        words.map(|word| self.heap.memory.address(word)).filter(|held| !held.is_null()).collect()
    }

    fn add_exit_callback(&mut self, owned: [Address; 3]) {
        let (count, room) = (self.exit_callback_count(), self.heap.memory.u64(runtime::ATEXIT_ROOM));
        if count >= room {
            let more = if room == 0 { FIRST_ROOM } else { room + MORE_ROOM };
            let array = self.heap.memory.address(runtime::ATEXIT_CALLBACKS);
            let array = self.heap.reallocate(Domain::Mem, array, 8 * more);
            self.heap.memory.set_address(runtime::ATEXIT_CALLBACKS, array);
            self.heap.memory.set_u64(runtime::ATEXIT_ROOM, more);
        }
        let callback = self.heap.allocate(Domain::Mem, CALLBACK_SIZE);
        for (number, held) in (0..).zip(owned) {
            self.heap.memory.set_address(runtime::word(callback, number), held);
        }
        let place = self.exit_callback_place(count);
        self.heap.memory.set_address(place, callback);
        self.heap.memory.set_u64(runtime::ATEXIT_COUNT, count + 1);
    }

    fn delete_exit_callback(&mut self, index: u64) {
        let place = self.exit_callback_place(index);
        let callback = self.heap.memory.address(place);
        if callback.is_null() {
            return;
        }
        self.heap.memory.set_address(place, Address::NULL);
        let held = [0, 1, 2].map(|number| self.heap.memory.address(runtime::word(callback, number)));
        for object in held {
            self.xdecref(object);
        }
        self.heap.release(Domain::Mem, callback);
    }

    fn forget_exit_callbacks(&mut self) {
        // What is released here may register or forget others.
        let mut index = 0;
        while index < self.exit_callback_count() {
            self.delete_exit_callback(index);
            index += 1;
        }
        self.heap.memory.set_u64(runtime::ATEXIT_COUNT, 0);
    }

    /// Calls all of them, those registered last first, and forgets them (`atexit_callfuncs`). What one raises is told, and
    /// the next is called. One registered meanwhile is not.
    pub(crate) fn run_exit_callbacks(&mut self) {
        let count = self.exit_callback_count();
        for index in (0..count).rev() {
            if self.watch.abandoned || index >= self.exit_callback_count() {
                continue;
            }
            let callback = self.heap.memory.address(self.exit_callback_place(index));
            if !callback.is_null() {
                self.call_exit_callback(callback);
            }
        }
        if !self.watch.abandoned && count > 0 {
            self.forget_exit_callbacks();
        }
    }

    fn call_exit_callback(&mut self, callback: Address) {
        // It may unregister itself.
        let held = [0, 1, 2].map(|number| self.heap.memory.address(runtime::word(callback, number)));
        for object in held.into_iter().filter(|object| !object.is_null()) {
            self.incref(object);
        }
        let [function, arguments, keywords] = held;
        let positional = self.heap.tuple_items(arguments);
        let named: Vec<(Address, Address)> =
            if keywords.is_null() { Vec::new() } else { self.heap.dict_items(keywords).collect() };
        match self.call(function, &positional, &named) {
            Ok(value) => self.decref(value),
            Err(_) if self.watch.abandoned => return,
            Err(_) => self.report_unraisable(function, Some("Exception ignored in atexit callback")),
        }
        for object in held {
            self.xdecref(object);
        }
    }
}

fn register(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some((function, rest)) = arguments.positional.split_first() else {
        return m.type_error("register() takes at least 1 argument (0 given)");
    };
    if !m.is_callable(*function) {
        return m.type_error("the first argument must be callable");
    }
    let rest = m.heap.new_tuple_of(rest);
    let mut keywords = Address::NULL;
    if !arguments.keywords.is_empty() {
        keywords = m.heap.new_dict();
        for (name, value) in arguments.keywords {
            m.namespace_set(keywords, *name, *value)?;
        }
    }
    m.incref(*function);
    m.add_exit_callback([*function, rest, keywords]);
    Ok(m.incref(*function))
}

fn unregister(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let function = arguments.positional[0];
    let mut index = 0;
    while index < m.exit_callback_count() {
        let callback = m.heap.memory.address(m.exit_callback_place(index));
        if !callback.is_null() {
            let known = m.heap.memory.address(callback);
            m.incref(known);
            let equal = m.equal(known, function);
            m.decref(known);
            if equal? {
                m.delete_exit_callback(index);
            }
        }
        index += 1;
    }
    m.none()
}
