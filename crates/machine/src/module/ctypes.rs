//! `_ctypes`: what `ctypes` needs from below. Addresses are those of the simulated memory; what lies outside of it cannot be
//! read, and a program may only change and give back blocks of its own.

use heapglass_heap::{Address, Raised, domain::Domain, memory::GRANULE, static_type::StaticType};
use num_bigint::BigInt;

use crate::{
    machine::{Machine, Outcome},
    method::array,
    native::{Arguments, Convention, NativeRow},
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("_ctypes", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("string_at", Convention::Positional, string_at),
    row("load", Convention::Positional, load),
    row("store", Convention::Positional, store),
    row("object_at", Convention::One, object_at),
    row("utf8_of", Convention::One, utf8_of),
    row("malloc", Convention::Positional, |m, a| {
        a.arity(m, "malloc", 2, 2)?;
        let (domain, size) = (domain(m, a.positional[0])?, word(m, a.positional[1])?);
        allocate(m, domain, size, false)
    }),
    row("calloc", Convention::Positional, |m, a| {
        a.arity(m, "calloc", 3, 3)?;
        let domain = domain(m, a.positional[0])?;
        let (count, size) = (word(m, a.positional[1])?, word(m, a.positional[2])?);
        match count.checked_mul(size) {
            Some(size) => allocate(m, domain, size, true),
            None => Ok(m.heap.new_int(0)),
        }
    }),
    row("realloc", Convention::Positional, reallocate),
    row("free", Convention::Positional, |m, a| {
        a.arity(m, "free", 2, 2)?;
        let (domain, block) = (domain(m, a.positional[0])?, word(m, a.positional[1])?);
        let block = Address::new(block);
        if !block.is_null() {
            if !m.disown_block(block) {
                return Err(violation(m, "freeing", block));
            }
            m.heap.release(domain, block);
        }
        m.none()
    }),
];

/// A number as a word of 64 bits: of a larger one, the lowest bits.
fn word(m: &mut Machine, object: Address) -> Outcome<u64> {
    let int = m.index(object)?;
    let value = m.big_int(int);
    m.decref(int);
    let low = value & BigInt::from(u64::MAX);
    Ok(u64::try_from(low).unwrap_or(0))
}

/// `"r"`, `"m"` or `"o"`.
fn domain(m: &mut Machine, object: Address) -> Outcome<Domain> {
    Ok(match m.str_of(object)?.as_str() {
        "r" => Domain::Raw,
        "m" => Domain::Mem,
        _ => Domain::Object,
    })
}

/// What touching memory that is not there comes to. A real process would be ended by the system.
fn violation(m: &mut Machine, doing: &str, at: Address) -> Raised {
    m.raise(
        StaticType::OSError,
        format!("exception: access violation {doing} {:#018x}", at.raw()),
    )
}

/// Whether all of these bytes exist.
fn readable(m: &mut Machine, at: Address, length: u64) -> Outcome<()> {
    if m.heap.memory.contains(at, length) {
        Ok(())
    } else {
        Err(violation(m, "reading", at))
    }
}

fn string_at(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "string_at", 2, 2)?;
    let at = Address::new(word(m, arguments.positional[0])?);
    let size = m.index_clamped(arguments.positional[1])?;
    let length = match u64::try_from(size) {
        Ok(size) => size,
        Err(_) => {
            readable(m, at, 1)?;
            let rest = m.heap.memory.len() - (at.raw() - heapglass_heap::memory::BASE);
            (0..rest)
                .find(|offset| m.heap.memory.u8(at.plus(*offset)) == 0)
                .unwrap_or(rest)
        }
    };
    readable(m, at, length)?;
    let bytes = m.heap.memory.slice(at, length).to_vec();
    Ok(m.heap.new_bytes(&bytes))
}

/// The type code and the place that `load` and `store` are given.
fn place(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<(char, Address, u64)> {
    let code = m.str_of(arguments.positional[0])?.chars().next().unwrap_or('B');
    let at = Address::new(word(m, arguments.positional[1])?);
    match array::item::size_of(code) {
        Some(size) => Ok((code, at, size)),
        None => m.value_error("bad type code"),
    }
}

fn load(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "load", 2, 2)?;
    let (code, at, size) = place(m, &arguments)?;
    readable(m, at, size)?;
    Ok(array::item::load(m, at, code))
}

/// `store(code, address, value, owner)`: writes into the block that `owner`, a bytearray, has for its content.
fn store(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "store", 4, 4)?;
    let (code, at, size) = place(m, &arguments)?;
    let owner = arguments.positional[3];
    let inside = m.heap.is_exact(owner, StaticType::ByteArray) && {
        let (start, length) = (m.field(owner, 40), m.heap.memory.u64(owner.plus(16)));
        let offset = at.raw().wrapping_sub(start.raw());
        !start.is_null() && offset <= length && length - offset >= size
    };
    if !inside {
        return Err(violation(m, "writing", at));
    }
    array::item::store(m, at, code, arguments.positional[2])?;
    m.none()
}

/// The object at an address, if one lives there.
fn object_at(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let at = Address::new(word(m, arguments.positional[0])?);
    let is_object =
        m.heap.memory.contains(at, GRANULE) && at.raw().is_multiple_of(GRANULE) && m.heap.memory.birth(at) != 0;
    if !is_object || m.heap.refcount(at) == 0 {
        return Err(violation(m, "reading", at));
    }
    Ok(m.incref(at))
}

/// `PyUnicode_AsUTF8`: the text as bytes; a str that is not ASCII keeps them.
fn utf8_of(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = arguments.positional[0];
    if !m.is_str(text) {
        return m.type_error("bad argument type for built-in operation");
    }
    m.heap.str_cache_utf8(text);
    let bytes = m.heap.str_text(text).into_bytes();
    Ok(m.heap.new_bytes(&bytes))
}

/// The address of a new block, 0 if there is no room for it.
fn allocate(m: &mut Machine, domain: Domain, size: u64, zeroed: bool) -> Outcome {
    if size > i64::MAX as u64 || !m.heap.can_allocate(size) {
        return Ok(m.heap.new_int(0));
    }
    let block = if zeroed {
        m.heap.allocate_zeroed(domain, size)
    } else {
        m.heap.allocate(domain, size)
    };
    m.adopt_block(block);
    Ok(m.new_big_int(&BigInt::from(block.raw())))
}

fn reallocate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "realloc", 3, 3)?;
    let domain = domain(m, arguments.positional[0])?;
    let (block, size) = (
        Address::new(word(m, arguments.positional[1])?),
        word(m, arguments.positional[2])?,
    );
    if block.is_null() {
        return allocate(m, domain, size, false);
    }
    if !m.owns_block(block) {
        return Err(violation(m, "moving", block));
    }
    if size > i64::MAX as u64 || !m.heap.can_allocate(size) {
        return Ok(m.heap.new_int(0));
    }
    let moved = m.heap.reallocate(domain, block, size);
    if moved != block {
        m.disown_block(block);
        m.adopt_block(moved);
    }
    Ok(m.new_big_int(&BigInt::from(moved.raw())))
}
