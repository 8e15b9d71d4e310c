//! `_thread`: the locks of threads (Modules/_threadmodule.c). A thread that must wait asks the Python part, which runs others.
//!
//! A lock's word `lock_lock` is the operating system's; here it is always null.

use heapglass_heap::{
    Address,
    layout::native::{
        lock::LOCKED,
        rlock::{COUNT, OWNER},
    },
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeFn, NativeRow},
};

const LOCK: StaticType = StaticType::Lock;
const RLOCK: StaticType = StaticType::RLock;
/// The number of the thread that the program begins with.
pub const MAIN_THREAD: u64 = 140_000_000_000_000;

const fn function(name: &'static str, convention: Convention, function: NativeFn) -> NativeRow {
    NativeRow::function("_thread", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::keywords(LOCK, "acquire", acquire),
    NativeRow::keywords(LOCK, "acquire_lock", acquire),
    NativeRow::no_arguments(LOCK, "release", release),
    NativeRow::no_arguments(LOCK, "release_lock", release),
    NativeRow::no_arguments(LOCK, "locked", locked),
    NativeRow::no_arguments(LOCK, "locked_lock", locked),
    NativeRow::keywords(LOCK, "__enter__", acquire),
    NativeRow::positional(LOCK, "__exit__", release),
    NativeRow::no_arguments(LOCK, "_at_fork_reinit", |m, _| m.none()),
    NativeRow::slot(LOCK, "__repr__", |m, a| {
        let state = if is_locked(m, a.self_) { "" } else { "un" };
        m.new_text(&format!("<{state}locked _thread.lock object at {:#x}>", a.self_.raw()))
    }),
    NativeRow::new(RLOCK, |m, a| Ok(m.heap.generic_allocate(a.self_, 0))),
    NativeRow::keywords(RLOCK, "acquire", acquire_again),
    NativeRow::no_arguments(RLOCK, "release", release_once),
    NativeRow::keywords(RLOCK, "__enter__", acquire_again),
    NativeRow::positional(RLOCK, "__exit__", release_once),
    NativeRow::no_arguments(RLOCK, "_is_owned", |m, a| m.truth(is_owned(m, a.self_))),
    NativeRow::no_arguments(RLOCK, "_recursion_count", |m, a| {
        let count = if is_owned(m, a.self_) { m.word(a.self_, COUNT) } else { 0 };
        Ok(m.heap.new_int(count))
    }),
    NativeRow::no_arguments(RLOCK, "_release_save", release_save),
    NativeRow::one(RLOCK, "_acquire_restore", acquire_restore),
    NativeRow::slot(RLOCK, "__repr__", |m, a| {
        let (owner, count) = (m.word(a.self_, OWNER), m.word(a.self_, COUNT));
        let state = if count == 0 { "un" } else { "" };
        let at = a.self_.raw();
        m.new_text(&format!("<{state}locked _thread.RLock object owner={owner} count={count} at {at:#x}>"))
    }),
    function("allocate_lock", Convention::NoArguments, |m, _| Ok(m.new_words(LOCK, &[]))),
    function("get_ident", Convention::NoArguments, |m, _| Ok(m.heap.new_int(m.registers.thread as i64))),
    function("_set_ident", Convention::One, |m, a| {
        m.registers.thread = m.index_to_i64(a.positional[0], StaticType::OverflowError)? as u64;
        m.none()
    }),
    function("_held", Convention::NoArguments, |m, _| Ok(m.heap.new_int(m.registers.locks as i64))),
    function("_is_free", Convention::One, |m, a| {
        let lock = a.positional[0];
        let free = if m.heap.is_exact(lock, LOCK) { !is_locked(m, lock) } else { m.word(lock, COUNT) == 0 };
        m.truth(free)
    }),
];

/// Puts the types into the module.
pub fn fill_module(m: &mut Machine, dict: Address) -> Outcome<()> {
    m.put_types(dict, &[RLOCK])?;
    let lock = m.heap.type_object(LOCK);
    m.incref(lock);
    m.namespace_put(dict, "LockType", lock)
}

fn is_locked(m: &Machine, lock: Address) -> bool {
    m.heap.memory.u8(lock.plus(LOCKED)) != 0
}

fn is_owned(m: &Machine, lock: Address) -> bool {
    m.word(lock, COUNT) > 0 && m.word(lock, OWNER) as u64 == m.registers.thread
}

fn locked(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.truth(is_locked(m, arguments.self_))
}

/// Whether to wait, and for how many seconds (`lock_acquire_parse_args`); `None` stands for any time.
fn patience(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<(bool, Option<f64>)> {
    let [blocking, timeout] = m.named_arguments(arguments, "acquire", ["blocking", "timeout"], 0)?;
    let blocking = match blocking {
        Some(blocking) => m.is_true(blocking)?,
        None => true,
    };
    let timeout = match timeout {
        Some(timeout) => m.to_f64(timeout)?,
        None => -1.0,
    };
    if !blocking && timeout != -1.0 {
        return m.value_error("can't specify a timeout for a non-blocking call");
    }
    if timeout < 0.0 && timeout != -1.0 {
        return m.value_error("timeout value must be positive");
    }
    Ok((blocking, (timeout >= 0.0).then_some(timeout)))
}

/// Lets other threads run until the lock is free; false if the time is up before.
fn wait_for(m: &mut Machine, lock: Address, timeout: Option<f64>) -> Outcome<bool> {
    let module = m.import_module("_thread_turns")?;
    let timeout = match timeout {
        Some(timeout) => m.heap.new_float(timeout),
        None => m.heap.none(),
    };
    let answer = m.call_method(module, "wait_for_lock", &[lock, timeout]);
    m.decref(timeout);
    m.decref(module);
    let answer = answer?;
    let free = m.is_true(answer);
    m.decref(answer);
    free
}

fn acquire(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (blocking, timeout) = patience(m, &arguments)?;
    let lock = arguments.self_;
    if is_locked(m, lock) && !(blocking && wait_for(m, lock, timeout)?) {
        return m.truth(false);
    }
    m.heap.memory.set_u8(lock.plus(LOCKED), 1);
    m.registers.locks += 1;
    m.truth(true)
}

fn release(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if !is_locked(m, arguments.self_) {
        return Err(m.raise(StaticType::RuntimeError, "release unlocked lock"));
    }
    m.heap.memory.set_u8(arguments.self_.plus(LOCKED), 0);
    m.registers.locks = m.registers.locks.saturating_sub(1);
    m.none()
}

fn acquire_again(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (blocking, timeout) = patience(m, &arguments)?;
    let lock = arguments.self_;
    let count = m.word(lock, COUNT);
    if count > 0 && !is_owned(m, lock) && !(blocking && wait_for(m, lock, timeout)?) {
        return m.truth(false);
    }
    let count = if is_owned(m, lock) { m.word(lock, COUNT) } else { 0 };
    m.set_word(lock, OWNER, m.registers.thread as i64);
    m.set_word(lock, COUNT, count.saturating_add(1));
    m.truth(true)
}

fn release_once(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let lock = arguments.self_;
    if !is_owned(m, lock) {
        return Err(m.raise(StaticType::RuntimeError, "cannot release un-acquired lock"));
    }
    let left = m.word(lock, COUNT) - 1;
    m.set_word(lock, COUNT, left);
    if left == 0 {
        m.set_word(lock, OWNER, 0);
    }
    m.none()
}

fn release_save(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let lock = arguments.self_;
    if m.word(lock, COUNT) == 0 {
        return Err(m.raise(StaticType::RuntimeError, "cannot release un-acquired lock"));
    }
    let state = [COUNT, OWNER].map(|offset| m.word(lock, offset)).map(|word| m.heap.new_int(word));
    m.set_word(lock, COUNT, 0);
    m.set_word(lock, OWNER, 0);
    Ok(m.heap.new_tuple_from(&state))
}

fn acquire_restore(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (lock, state) = (arguments.self_, arguments.positional[0]);
    if m.heap.kind(state) != heapglass_heap::Kind::Tuple || m.heap.tuple_items(state).len() != 2 {
        return m.type_error("_acquire_restore() argument 1 must be tuple");
    }
    if m.word(lock, COUNT) > 0 {
        wait_for(m, lock, None)?;
    }
    let items = m.heap.tuple_items(state);
    for (offset, item) in [COUNT, OWNER].into_iter().zip(items) {
        let word = m.index_to_i64(item, StaticType::OverflowError)?;
        m.set_word(lock, offset, word);
    }
    m.none()
}
