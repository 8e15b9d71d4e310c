//! `_random.Random` (Modules/_randommodule.c): the Mersenne Twister MT19937 of Matsumoto and Nishimura. Its 624 words lie in the
//! object.

use heapglass_heap::{
    Address,
    layout::native::random::{INDEX, STATE},
    static_type::StaticType,
};
use num_bigint::{BigUint, Sign};
use num_traits::Signed;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const TYPE: StaticType = StaticType::RandomGenerator;
/// Words of the state.
const LENGTH: usize = 624;
/// How far apart words are mixed.
const APART: usize = 397;
/// Bits that one call of `getrandbits` may ask for.
const MOST_BITS: i64 = 1 << 26;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TYPE, |m, a| {
        let object = m.heap.generic_allocate(a.self_, 0);
        seed(m, object, a.get(0))?;
        Ok(object)
    }),
    NativeRow::slot(TYPE, "__init__", |m, a| {
        if a.self_ != Address::NULL && m.heap.is_exactly_made(a.self_, TYPE) {
            a.no_keywords(m, "Random")?;
        }
        a.arity(m, "Random", 0, 1)?;
        seed(m, a.self_, a.get(0))?;
        m.none()
    }),
    NativeRow::slot(TYPE, "__getattribute__", getattribute),
    NativeRow::no_arguments(TYPE, "random", |m, a| {
        let (high, low) = (word(m, a.self_) >> 5, word(m, a.self_) >> 6);
        let value = (f64::from(high) * 67_108_864.0 + f64::from(low)) * (1.0 / 9_007_199_254_740_992.0);
        Ok(m.heap.new_float(value))
    }),
    NativeRow::positional(TYPE, "seed", |m, a| {
        a.arity(m, "seed", 0, 1)?;
        seed(m, a.self_, a.get(0))?;
        m.none()
    }),
    NativeRow::no_arguments(TYPE, "getstate", |m, a| {
        let mut items: Vec<Address> = state(m, a.self_).iter().map(|word| m.heap.new_int(i64::from(*word))).collect();
        let index = m.heap.memory.i32(a.self_.plus(INDEX));
        items.push(m.heap.new_int(i64::from(index)));
        Ok(m.heap.new_tuple_from(&items))
    }),
    NativeRow::one(TYPE, "setstate", set_state),
    NativeRow::one(TYPE, "getrandbits", random_bits),
];

fn state(m: &Machine, object: Address) -> Vec<u32> {
    (0..LENGTH as u64).map(|at| m.heap.memory.u32(object.plus(STATE + 4 * at))).collect()
}

fn set_words(m: &mut Machine, object: Address, words: &[u32], index: usize) {
    for (at, word) in words.iter().enumerate() {
        m.heap.memory.set_u32(object.plus(STATE + 4 * at as u64), *word);
    }
    m.heap.memory.set_i32(object.plus(INDEX), index as i32);
}

/// The next 32 random bits.
fn word(m: &mut Machine, object: Address) -> u32 {
    let mut index = m.heap.memory.i32(object.plus(INDEX)).max(0) as usize;
    if index >= LENGTH {
        let mut words = state(m, object);
        for at in 0..LENGTH {
            let mixed = words[at] & 0x8000_0000 | words[(at + 1) % LENGTH] & 0x7FFF_FFFF;
            let odd = if mixed & 1 == 0 { 0 } else { 0x9908_B0DF };
            words[at] = words[(at + APART) % LENGTH] ^ mixed >> 1 ^ odd;
        }
        set_words(m, object, &words, 0);
        index = 0;
    }
    m.heap.memory.set_i32(object.plus(INDEX), index as i32 + 1);
    let mut value = m.heap.memory.u32(object.plus(STATE + 4 * index as u64));
    value ^= value >> 11;
    value ^= value << 7 & 0x9D2C_5680;
    value ^= value << 15 & 0xEFC6_0000;
    value ^ value >> 18
}

/// The state that a key of words leads to (`init_by_array`).
fn state_of_key(key: &[u32]) -> Vec<u32> {
    let mut words = vec![19_650_218u32];
    for at in 1..LENGTH {
        let last = words[at - 1];
        words.push((last ^ last >> 30).wrapping_mul(1_812_433_253).wrapping_add(at as u32));
    }
    let (mut at, mut of_key) = (1, 0);
    for round in 0..LENGTH.max(key.len()) + LENGTH - 1 {
        let last = words[at - 1] ^ words[at - 1] >> 30;
        words[at] = if round < LENGTH.max(key.len()) {
            (words[at] ^ last.wrapping_mul(1_664_525)).wrapping_add(key[of_key]).wrapping_add(of_key as u32)
        } else {
            (words[at] ^ last.wrapping_mul(1_566_083_941)).wrapping_sub(at as u32)
        };
        of_key = (of_key + 1) % key.len();
        at += 1;
        if at == LENGTH {
            words[0] = words[LENGTH - 1];
            at = 1;
        }
    }
    words[0] = 0x8000_0000;
    words
}

/// Seeds from an int's magnitude, from the hash of anything else, or from the clock.
fn seed(m: &mut Machine, object: Address, from: Option<Address>) -> Outcome<()> {
    let key = match from.filter(|from| !m.heap.is_none(*from)) {
        None => {
            // CPython asks the system for random bytes.
            m.registers.clock += 1;
            BigUint::from(m.registers.clock)
        }
        Some(from) if m.is_int(from) => m.big_int(from).abs().into_parts().1,
        Some(from) => BigUint::from(m.hash(from)? as u64),
    };
    let mut key = key.to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    set_words(m, object, &state_of_key(&key), LENGTH);
    Ok(())
}

fn set_state(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional[0];
    if !m.heap.is_instance(given, StaticType::Tuple) {
        return m.type_error("state vector must be a tuple");
    }
    let items = m.heap.tuple_items(given);
    if items.len() != LENGTH + 1 {
        return m.value_error("state vector is the wrong size");
    }
    let mut words = Vec::with_capacity(LENGTH);
    for item in &items[..LENGTH] {
        if !m.is_int(*item) {
            return m.type_error("an integer is required");
        }
        let value = m.big_int(*item);
        match u32::try_from(&value) {
            Ok(word) => words.push(word),
            Err(_) if value.is_negative() => {
                let text = "can't convert negative value to unsigned int";
                return Err(m.raise(StaticType::OverflowError, text));
            }
            Err(_) => words.push(value.into_parts().1.to_u32_digits()[0]),
        }
    }
    let index = m.index_to_i64(items[LENGTH], StaticType::OverflowError)?;
    if !(0..=LENGTH as i64).contains(&index) {
        return m.value_error("invalid state");
    }
    set_words(m, arguments.self_, &words, index as usize);
    m.none()
}

fn random_bits(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let bits = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    if bits < 0 {
        return m.value_error("number of bits must be non-negative");
    }
    if bits > MOST_BITS {
        return m.memory_error();
    }
    let mut words = Vec::new();
    let mut left = bits;
    while left > 0 {
        let word = word(m, arguments.self_);
        words.push(if left < 32 { word >> (32 - left) } else { word });
        left -= 32;
    }
    let value = num_bigint::BigInt::from_biguint(Sign::Plus, BigUint::new(words));
    Ok(m.new_big_int(&value))
}
