//! `int` and `bool` (Objects/longobject.c): a tag word, then digits in base 2^30.

use crate::{Heap, address::Address, domain::Domain, static_type::StaticType};

/// `lv_tag`: the number of digits shifted by three, and the sign in the low bits.
pub const TAG: u64 = 16;
/// The first digit.
pub const DIGITS: u64 = 24;
/// Bits in a digit.
pub const DIGIT_BITS: u32 = 30;
const DIGIT_MASK: u64 = (1 << DIGIT_BITS) - 1;
const SIGN_ZERO: u64 = 1;
const SIGN_NEGATIVE: u64 = 2;

impl Heap {
    /// An int: one of the shared ones, or a new object.
    #[inline]
    pub fn new_int(&mut self, value: i64) -> Address {
        if let Some(shared) = self.small_int(value) {
            return shared;
        }
        let magnitude = value.unsigned_abs();
        let sign = if value < 0 { SIGN_NEGATIVE } else { 0 };
        if magnitude <= DIGIT_MASK {
            let object = self.allocate_fixed::<32>();
            self.memory.set_words(object, &[1, StaticType::Int.address().raw(), 1 << 3 | sign]);
            self.note_birth(object);
            self.memory.set_u32(object.plus(DIGITS), magnitude as u32);
            return object;
        }
        let digits = if magnitude >> (2 * DIGIT_BITS) == 0 { 2 } else { 3 };
        let object = self.new_plain(StaticType::Int, DIGITS + 4 * digits);
        self.memory.set_u64(object.plus(TAG), digits << 3 | sign);
        for i in 0..digits {
            let digit = magnitude >> (DIGIT_BITS * i as u32) & DIGIT_MASK;
            self.memory.set_u32(object.plus(DIGITS + 4 * i), digit as u32);
        }
        object
    }

    /// An int as the C functions make it that return a size (`PyLong_FromSsize_t`): its block has no more digits than it
    /// needs.
    pub fn new_int_ssize(&mut self, value: i64) -> Address {
        if let Some(shared) = self.small_int(value) {
            return shared;
        }
        let magnitude = value.unsigned_abs();
        let digits: Vec<u32> = (0..3).map(|i| (magnitude >> (DIGIT_BITS * i) & DIGIT_MASK) as u32).collect();
        let count = digits.iter().rposition(|digit| *digit != 0).map_or(1, |last| last + 1);
        self.new_int_in(value < 0, &digits, count as u64)
    }

    /// A new int in a block with room for `room` digits (`_PyLong_New`), of which some may be unused. Never a shared one.
    pub fn new_int_in(&mut self, negative: bool, digits: &[u32], room: u64) -> Address {
        let object = self.new_plain(StaticType::Int, DIGITS + 4 * room.max(1));
        self.write_int(object, negative, digits);
        object
    }

    /// The block of an int that is only worked with and never seen: `room` digits.
    pub fn take_digits(&mut self, room: u64) -> Address {
        self.allocate(Domain::Object, DIGITS + 4 * room.max(1))
    }

    /// An int from its digits in base 2^30, the lowest first. Leading zeros are dropped; small values are shared.
    pub fn new_int_digits(&mut self, negative: bool, digits: &[u32]) -> Address {
        let count = digits.iter().rposition(|digit| *digit != 0).map_or(0, |last| last + 1);
        let digits = &digits[..count];
        if count <= 2 {
            let magnitude = digits
                .iter()
                .rev()
                .fold(0, |sum, digit| sum << DIGIT_BITS | i64::from(*digit));
            return self.new_int(if negative { -magnitude } else { magnitude });
        }
        let object = self.new_plain(StaticType::Int, DIGITS + 4 * count as u64);
        self.write_int(object, negative, digits);
        object
    }

    /// Writes tag and digits of a fresh int object with enough room: for instances of subclasses.
    pub fn write_int(&mut self, object: Address, negative: bool, digits: &[u32]) {
        let count = digits.iter().rposition(|digit| *digit != 0).map_or(0, |last| last + 1);
        let sign = match (count, negative) {
            (0, _) => SIGN_ZERO,
            (_, true) => SIGN_NEGATIVE,
            (_, false) => 0,
        };
        self.memory.set_u64(object.plus(TAG), (count as u64) << 3 | sign);
        if count == 0 {
            self.memory.set_u32(object.plus(DIGITS), 0);
        }
        for (i, digit) in digits[..count].iter().enumerate() {
            self.memory.set_u32(object.plus(DIGITS + 4 * i as u64), *digit);
        }
    }

    /// The value, if it fits. Also of bools and of instances of subclasses.
    #[inline]
    pub fn int_to_i64(&self, object: Address) -> Option<i64> {
        let tag = self.memory.u64(object.plus(TAG));
        let sign = 1 - (tag & 3) as i64;
        if tag < 2 << 3 {
            return Some(sign * i64::from(self.memory.u32(object.plus(DIGITS))));
        }
        self.wide_int_to_i64(object, tag)
    }

    /// The value of an int of at most one digit (`_PyLong_IsCompact`).
    #[inline]
    pub fn compact_int_value(&self, object: Address) -> Option<i64> {
        let tag = self.memory.u64(object.plus(TAG));
        (tag < 2 << 3).then(|| (1 - (tag & 3) as i64) * i64::from(self.memory.u32(object.plus(DIGITS))))
    }

    #[inline(never)]
    fn wide_int_to_i64(&self, object: Address, tag: u64) -> Option<i64> {
        let count = tag >> 3;
        if count > 3 {
            return None;
        }
        let magnitude = (0..count).rev().fold(0u128, |sum, i| {
            sum << DIGIT_BITS | u128::from(self.memory.u32(object.plus(DIGITS + 4 * i)))
        });
        let value = magnitude as i128;
        i64::try_from(if tag & 3 == SIGN_NEGATIVE { -value } else { value }).ok()
    }

    /// Whether the value is negative.
    #[inline]
    pub fn int_is_negative(&self, object: Address) -> bool {
        self.memory.u64(object.plus(TAG)) & 3 == SIGN_NEGATIVE
    }

    /// Whether the value is zero.
    #[inline]
    pub fn int_is_zero(&self, object: Address) -> bool {
        self.memory.u64(object.plus(TAG)) & 3 == SIGN_ZERO
    }

    /// How many digits in base 2^30 the value has; none for zero.
    #[inline]
    pub fn int_digit_count(&self, object: Address) -> u64 {
        self.memory.u64(object.plus(TAG)) >> 3
    }

    /// Sign and digits in base 2^30, the lowest first.
    pub fn int_digits(&self, object: Address) -> (bool, Vec<u32>) {
        let count = self.int_digit_count(object);
        let digits = (0..count)
            .map(|i| self.memory.u32(object.plus(DIGITS + 4 * i)))
            .collect();
        (self.int_is_negative(object), digits)
    }

    /// `hash()` of an int: the value modulo 2^61 − 1 with its sign, and −2 for −1.
    pub fn int_hash(&self, object: Address) -> i64 {
        match self.compact_int_value(object) {
            Some(-1) => -2,
            Some(value) => value,
            None => self.wide_int_hash(object),
        }
    }

    #[inline(never)]
    fn wide_int_hash(&self, object: Address) -> i64 {
        const MODULUS: u128 = (1 << 61) - 1;
        let count = self.int_digit_count(object);
        let remainder = (0..count).rev().fold(0u128, |sum, i| {
            (sum << DIGIT_BITS | u128::from(self.memory.u32(object.plus(DIGITS + 4 * i)))) % MODULUS
        });
        let hash = remainder as i64;
        match if self.int_is_negative(object) { -hash } else { hash } {
            -1 => -2,
            hash => hash,
        }
    }
}
