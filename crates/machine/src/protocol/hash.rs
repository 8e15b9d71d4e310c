//! Hashing.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    types::slot::{Found, Slot},
};

/// Hashes are taken modulo this prime (`sys.hash_info.modulus`).
pub const MODULUS: u64 = (1 << 61) - 1;

impl Machine {
    /// `hash(object)`.
    pub fn hash(&mut self, object: Address) -> Outcome<i64> {
        let type_ = self.heap.type_of(object);
        if type_ == StaticType::Str.address() {
            return Ok(self.heap.str_hash(object));
        }
        if type_ == StaticType::Int.address() {
            return Ok(self.heap.int_hash(object));
        }
        match self.find_slot(type_, Slot::Hash) {
            Found::Missing => {
                Err(self.raise_about_type("unhashable type: '%.200s'", object))
            }
            Found::Native(function) => {
                let hash = function(self, crate::native::Arguments::for_hash(object))?.raw() as i64;
                Ok(if hash == -1 { -2 } else { hash })
            }
            Found::Attribute(attribute) => {
                let result = self.call_attribute_of(attribute, object, &[])?;
                if !self.heap.is_instance(result, StaticType::Int) {
                    self.decref(result);
                    return Err(self.raise(
                        StaticType::TypeError,
                        "__hash__ method should return an integer",
                    ));
                }
                self.take_hash(result)
            }
        }
    }

    /// Takes over an int and makes it a hash: ints that do not fit are hashed themselves, −1 becomes −2.
    fn take_hash(&mut self, result: Address) -> Outcome<i64> {
        let hash = match self.heap.int_to_i64(result) {
            Some(value) => value,
            None => {
                self.forget_overflow();
                int_hash(self.heap.int_digits(result))
            }
        };
        self.decref(result);
        Ok(if hash == -1 { -2 } else { hash })
    }
}

/// The hash of an int given by its sign and its 30-bit digits, lowest first.
pub fn int_hash((negative, digits): (bool, Vec<u32>)) -> i64 {
    let mut hash: u64 = 0;
    for digit in digits.into_iter().rev() {
        hash = (((hash << 30) & MODULUS) | (hash >> 31)) + u64::from(digit);
        if hash >= MODULUS {
            hash -= MODULUS;
        }
    }
    let hash = if negative {
        -(hash as i64)
    } else {
        hash as i64
    };
    if hash == -1 { -2 } else { hash }
}

/// The hash CPython derives from an address: rotated by four bits.
pub fn pointer_hash(address: Address) -> i64 {
    let hash = address.raw().rotate_right(4) as i64;
    if hash == -1 { -2 } else { hash }
}
