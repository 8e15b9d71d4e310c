//! What arithmetic on ints asks of the allocator: results lie in blocks made before their length is known, and long division
//! works on copies (Objects/longobject.c).

use heapglass_heap::{Address, Domain};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::int::thirty_bit_digits;
use crate::machine::Machine;

/// Bits of a digit.
const SHIFT: u64 = 30;

impl Machine {
    /// Whether an int has at most one digit: then arithmetic is done in a machine word.
    pub(crate) fn is_compact(&self, int: Address) -> bool {
        self.heap.int_digit_count(int) <= 1
    }

    /// An int made in a block of `room` digits; if it is one of the shared ones, the block is given back.
    pub(crate) fn new_int_from_room(&mut self, value: &BigInt, room: u64) -> Address {
        let int = self.new_int_of(value, room);
        self.shared_if_small(int)
    }

    fn new_int_of(&mut self, value: &BigInt, room: u64) -> Address {
        let digits = thirty_bit_digits(value);
        let count = digits.iter().rposition(|digit| *digit != 0).map_or(0, |last| last as u64 + 1);
        self.heap.new_int_in(value.is_negative(), &digits, room.max(count))
    }

    /// The shared int instead of a new one of the same value (`maybe_small_long`).
    fn shared_if_small(&mut self, owned: Address) -> Address {
        match self.heap.int_to_i64(owned).and_then(|value| self.heap.small_int(value)) {
            Some(shared) => {
                self.decref(owned);
                shared
            }
            None => owned,
        }
    }

    /// `a + b`, or `a - b` if `negated`, of which one at least is long.
    pub(crate) fn long_sum(&mut self, a: Address, b: Address, negated: bool) -> Address {
        let (x, y) = (self.big_int(a), self.big_int(b));
        let sizes = (self.heap.int_digit_count(a), self.heap.int_digit_count(b));
        let same_sign = x.is_negative() == (y.is_negative() != negated);
        let value = if negated { &x - &y } else { &x + &y };
        let most = sizes.0.max(sizes.1);
        if same_sign {
            return self.new_int_from_room(&value, most + 1);
        }
        if value.is_zero() && sizes.0 == sizes.1 {
            return self.heap.new_int(0);
        }
        let room = if sizes.0 == sizes.1 {
            let (left, right) = (thirty_bit_digits(&x), thirty_bit_digits(&y));
            left.iter().zip(&right).rposition(|(one, other)| one != other).map_or(1, |at| at as u64 + 1)
        } else {
            most
        };
        self.new_int_from_room(&value, room)
    }

    /// `a * b`, of which one at least is long.
    pub(crate) fn long_product(&mut self, a: Address, b: Address) -> Address {
        let value = self.big_int(a) * self.big_int(b);
        let room = self.heap.int_digit_count(a) + self.heap.int_digit_count(b);
        if value.is_zero() { self.heap.new_int(0) } else { self.new_int_from_room(&value, room) }
    }

    /// Quotient and remainder, rounded down, of which one operand at least is long; new references.
    pub(crate) fn long_divmod(&mut self, a: Address, b: Address) -> (Address, Address) {
        let (quotient, rest) = self.long_divrem(a, b);
        if self.heap.int_is_zero(rest) || self.heap.int_is_negative(rest) == self.heap.int_is_negative(b) {
            return (quotient, rest);
        }
        let moved = if self.is_compact(rest) && self.is_compact(b) {
            let sum = self.big_int(rest) + self.big_int(b);
            self.new_big_int(&sum)
        } else {
            self.long_sum(rest, b, false)
        };
        self.decref(rest);
        let lowered = self.big_int(quotient) - 1;
        let lower = if self.is_compact(quotient) { self.new_big_int(&lowered) } else {
            let room = self.heap.int_digit_count(quotient) + u64::from(lowered.is_negative());
            self.new_int_from_room(&lowered, room)
        };
        self.decref(quotient);
        (lower, moved)
    }

    /// `a % b`, of which one at least is long: a quotient by one digit is not even made.
    pub(crate) fn long_remainder(&mut self, a: Address, b: Address) -> Address {
        if self.heap.int_digit_count(b) > 1 || self.heap.int_digit_count(a) <= 1 {
            let (quotient, rest) = self.long_divmod(a, b);
            self.decref(quotient);
            return rest;
        }
        let (x, y) = (self.big_int(a), self.big_int(b));
        let rest = &x % &y;
        let first = self.new_big_int(&rest);
        if rest.is_zero() || rest.is_negative() == y.is_negative() {
            return first;
        }
        let moved = self.new_big_int(&(rest + y));
        self.decref(first);
        moved
    }

    /// Quotient and remainder, rounded towards zero (`long_divrem`).
    fn long_divrem(&mut self, a: Address, b: Address) -> (Address, Address) {
        let (x, y) = (self.big_int(a), self.big_int(b));
        let (size_a, size_b) = (self.heap.int_digit_count(a), self.heap.int_digit_count(b));
        let (quotient, rest) = x.div_rem(&y);
        if quotient.is_zero() && (size_a < size_b || x.magnitude() < y.magnitude()) {
            return (self.heap.new_int(0), self.incref(a));
        }
        if size_b == 1 {
            let quotient = self.new_int_of(&quotient, size_a);
            let rest = self.new_big_int(&rest);
            return (self.shared_if_small(quotient), rest);
        }
        // The divisor is shifted so that its top digit is full; the quotient has a digit more if the dividend then has.
        let shift = (SHIFT - (y.bits() - 1) % SHIFT - 1) as usize;
        let (top, divisor) = (x.magnitude() << shift, y.magnitude() << shift);
        let top_digits = thirty_bit_digits(&top.clone().into());
        let carried = top_digits.len() as u64 > size_a || top_digits.last() >= thirty_bit_digits(&divisor.into()).last();
        let work = self.heap.take_digits(size_a + 1);
        let rest = self.new_int_of(&rest, size_b);
        let quotient = self.new_int_of(&quotient, size_a - size_b + u64::from(carried));
        self.heap.release(Domain::Object, work);
        let rest = self.shared_if_small(rest);
        (self.shared_if_small(quotient), rest)
    }

    /// `a << count` with `count` bits.
    pub(crate) fn long_left_shift(&mut self, a: Address, count: u64) -> Address {
        let value = self.big_int(a) << count;
        if self.is_compact(a) && count < SHIFT {
            return self.new_big_int(&value);
        }
        let room = self.heap.int_digit_count(a) + count / SHIFT + u64::from(!count.is_multiple_of(SHIFT));
        self.new_int_from_room(&value, room)
    }

    /// `a >> count`.
    pub(crate) fn long_right_shift(&mut self, a: Address, count: u64) -> Address {
        let value = self.big_int(a) >> count;
        let left = self.heap.int_digit_count(a).saturating_sub(count / SHIFT);
        if self.is_compact(a) || left == 0 { self.new_big_int(&value) } else { self.new_int_from_room(&value, left) }
    }

    /// `a & b`, `a | b` or `a ^ b` of two ints of which one at least is long: negative ones are complemented in copies.
    pub(crate) fn long_bitwise(&mut self, a: Address, b: Address, symbol: char) -> Address {
        let (x, y) = (self.big_int(a), self.big_int(b));
        let (mut large, mut small) = ((self.heap.int_digit_count(a), x.is_negative()), (self.heap.int_digit_count(b), y.is_negative()));
        let copies: Vec<Address> = [large, small].iter().filter(|one| one.1).map(|one| self.heap.take_digits(one.0)).collect();
        if large.0 < small.0 {
            std::mem::swap(&mut large, &mut small);
        }
        let (value, negative, room) = match symbol {
            '&' => (&x & &y, large.1 & small.1, if small.1 { large.0 } else { small.0 }),
            '|' => (&x | &y, large.1 | small.1, if small.1 { small.0 } else { large.0 }),
            _ => (&x ^ &y, large.1 ^ small.1, large.0),
        };
        let result = self.new_int_of(&value, room + u64::from(negative));
        for copy in copies {
            self.heap.release(Domain::Object, copy);
        }
        self.shared_if_small(result)
    }
}
