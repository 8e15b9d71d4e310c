//! Hashes that depend on no other object (Python/pyhash.c).

use crate::{Heap, address::Address};

/// `hash(None)` in 3.12: always the same.
pub const NONE_HASH: i64 = 0xFCA8_6420;
/// `hash(float('inf'))`.
const INFINITY_HASH: i64 = 314_159;
/// Numbers hash to their value modulo this prime, 2^61 − 1.
const BITS: u32 = 61;
const MODULUS: u64 = (1 << BITS) - 1;
const IMAGINARY_MULTIPLIER: u64 = 1_000_003;

/// The hash of an object by its address: what `object.__hash__` gives.
pub fn hash_pointer(object: Address) -> i64 {
    not_minus_one(object.raw().rotate_right(4) as i64)
}

/// The hash of a number that fits 64 bits.
pub fn hash_i64(value: i64) -> i64 {
    let hash = (value.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if value < 0 { -hash } else { hash })
}

/// The hash of a float; equal to that of an equal int. A NaN hashes by the address of its object.
pub fn hash_float(value: f64, object: Address) -> i64 {
    if value.is_nan() {
        return hash_pointer(object);
    }
    if value.is_infinite() {
        return if value > 0.0 { INFINITY_HASH } else { -INFINITY_HASH };
    }
    let (mantissa, exponent) = split(value.abs());
    let turn = exponent.rem_euclid(BITS as i32) as u32;
    // Multiplying by two modulo 2^61 − 1 is a rotation of 61 bits.
    let rotated = ((mantissa << turn) & MODULUS) | (mantissa >> (BITS - turn));
    let hash = (rotated % MODULUS) as i64;
    not_minus_one(if value < 0.0 { -hash } else { hash })
}

/// The hash of a complex number.
pub fn hash_complex(real: f64, imaginary: f64, object: Address) -> i64 {
    let (real, imaginary) = (hash_float(real, object) as u64, hash_float(imaginary, object) as u64);
    not_minus_one(real.wrapping_add(IMAGINARY_MULTIPLIER.wrapping_mul(imaginary)) as i64)
}

/// An integer and a power of two whose product is `value`, which is finite and not negative.
fn split(value: f64) -> (u64, i32) {
    let bits = value.to_bits();
    let (exponent, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    if exponent == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, exponent - 1075)
    }
}

fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

impl Heap {
    /// `hash()` of a float object.
    pub fn float_hash(&self, object: Address) -> i64 {
        hash_float(self.float_value(object), object)
    }

    /// `hash()` of a complex object.
    pub fn complex_hash(&self, object: Address) -> i64 {
        let (real, imaginary) = self.complex_value(object);
        hash_complex(real, imaginary, object)
    }
}

#[cfg(test)]
mod tests {
    use super::{hash_complex, hash_float, hash_i64};
    use crate::address::Address;

    #[test]
    fn numbers_hash_modulo_a_mersenne_prime() {
        let hash = |value| hash_float(value, Address::NULL);
        assert_eq!(hash(0.0), 0);
        assert_eq!(hash(1.0), 1);
        assert_eq!(hash(-1.0), -2);
        assert_eq!(hash(0.5), 1_152_921_504_606_846_976);
        assert_eq!(hash(0.1), 230_584_300_921_369_408);
        assert_eq!(hash(1e300), 1_224_995_262_755_759_164);
        assert_eq!(hash(-2.5e-10), -699_647_011_998_930_896);
        assert_eq!(hash(f64::INFINITY), 314_159);
        assert_eq!(hash_i64((1 << 61) - 1), 0);
        assert_eq!(hash_i64(-(1 << 61)), -2);
        assert_eq!(hash_complex(1.0, 2.0, Address::NULL), 2_000_007);
    }
}
