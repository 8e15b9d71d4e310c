//! A `Decimal` as it lies in memory: words of 19 digits, up to four of them in the object itself.

use heapglass_heap::{
    Address, Domain,
    layout::native::decimal::{ALLOCATED, DATA, DIGITS, EXPONENT, FLAGS, HASH, LENGTH, WORDS},
};
use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

use super::DECIMAL;
use crate::{
    decimal::{Class, Number},
    machine::{Machine, Outcome},
};

/// What a word counts to.
const RADIX: u64 = 10_000_000_000_000_000_000;
/// Words that lie in the object.
const OWN_WORDS: u64 = 4;
/// Bits of `dec.flags`.
const NEGATIVE: u8 = 1;
const INFINITE: u8 = 2;
const QUIET: u8 = 4;
const SIGNALING: u8 = 8;
/// The struct and its digits are not libmpdec's to free.
const STATIC: u8 = 16 + 32;

impl Machine {
    /// Whether it is a `Decimal` or an instance of a subclass.
    pub(crate) fn is_decimal(&self, object: Address) -> bool {
        self.heap.is_instance(object, DECIMAL)
    }

    /// The value of a `Decimal`.
    pub(crate) fn decimal_value(&self, object: Address) -> Number {
        let flags = self.heap.memory.u8(object.plus(FLAGS));
        let class = match flags & (INFINITE | QUIET | SIGNALING) {
            0 => Class::Finite,
            INFINITE => Class::Infinite,
            QUIET => Class::Quiet,
            _ => Class::Signaling,
        };
        let data = self.field(object, DATA);
        let mut coefficient = BigUint::zero();
        for at in (0..self.word(object, LENGTH) as u64).rev() {
            coefficient = coefficient * RADIX + self.heap.memory.u64(data.plus(8 * at));
        }
        Number { negative: flags & NEGATIVE != 0, class, coefficient, exponent: self.word(object, EXPONENT) }
    }

    /// A new `Decimal`.
    pub(crate) fn new_decimal(&mut self, value: &Number) -> Outcome {
        self.new_decimal_of(DECIMAL.address(), value)
    }

    /// A new instance of `Decimal` or a subclass.
    pub(crate) fn new_decimal_of(&mut self, class: Address, value: &Number) -> Outcome {
        let words = words(value);
        let object = self.heap.generic_allocate(class, 0);
        self.set_word(object, HASH, -1);
        let count = words.len() as u64;
        let (data, allocated, lying) = if count <= OWN_WORDS {
            (object.plus(WORDS), OWN_WORDS, STATIC)
        } else {
            (self.heap.allocate(Domain::Mem, 8 * count), count, 16)
        };
        for (at, word) in words.iter().enumerate() {
            self.heap.memory.set_u64(data.plus(8 * at as u64), *word);
        }
        let class = match value.class {
            Class::Finite => 0,
            Class::Infinite => INFINITE,
            Class::Quiet => QUIET,
            Class::Signaling => SIGNALING,
        };
        self.heap.memory.set_u8(object.plus(FLAGS), class | u8::from(value.negative) | lying);
        self.set_word(object, EXPONENT, value.exponent);
        self.set_word(object, DIGITS, if words.is_empty() { 0 } else { value.digits() });
        self.set_word(object, LENGTH, count as i64);
        self.set_word(object, ALLOCATED, allocated as i64);
        self.heap.memory.set_address(object.plus(DATA), data);
        Ok(object)
    }
}

/// Digits in words, the lowest first; infinities and NaNs without payload have none.
fn words(value: &Number) -> Vec<u64> {
    if let Some(small) = value.coefficient.to_u64().filter(|small| *small < RADIX) {
        return if value.class == Class::Finite || small != 0 { vec![small] } else { Vec::new() };
    }
    let (radix, mut rest, mut words) = (BigUint::from(RADIX), value.coefficient.clone(), Vec::new());
    while !rest.is_zero() {
        let (quotient, word) = rest.div_rem(&radix);
        words.push(word.to_u64().unwrap_or(0));
        rest = quotient;
    }
    words
}
