//! `float` and `complex` (Objects/floatobject.c, Objects/complexobject.c).

use crate::{Heap, address::Address, freelist::FreeList, static_type::StaticType};

const VALUE: u64 = 16;
const IMAGINARY: u64 = 24;

impl Heap {
    /// A float, from the free list if that has one.
    #[inline]
    pub fn new_float(&mut self, value: f64) -> Address {
        let object = match self.take_free(FreeList::Float) {
            Some(object) => {
                self.revive(object, StaticType::Float.address());
                object
            }
            None => self.new_plain(StaticType::Float, 24),
        };
        self.memory.set_f64(object.plus(VALUE), value);
        object
    }

    /// The value of a float or of an instance of a subclass.
    #[inline]
    pub fn float_value(&self, object: Address) -> f64 {
        self.memory.f64(object.plus(VALUE))
    }

    /// Puts a dead exact float in the free list, or gives its block back.
    pub(crate) fn free_float(&mut self, object: Address) {
        if !self.keep_free(FreeList::Float, object) {
            self.free_object(object);
        }
    }

    /// A complex number.
    pub fn new_complex(&mut self, real: f64, imaginary: f64) -> Address {
        let object = self.new_plain(StaticType::Complex, 32);
        self.memory.set_f64(object.plus(VALUE), real);
        self.memory.set_f64(object.plus(IMAGINARY), imaginary);
        object
    }

    /// Real and imaginary part.
    pub fn complex_value(&self, object: Address) -> (f64, f64) {
        (
            self.memory.f64(object.plus(VALUE)),
            self.memory.f64(object.plus(IMAGINARY)),
        )
    }

    /// Sets the value of a fresh float instance (of a subclass).
    pub fn set_float_value(&mut self, object: Address, value: f64) {
        self.memory.set_f64(object.plus(VALUE), value);
    }

    /// Sets the value of a fresh complex instance (of a subclass).
    pub fn set_complex_value(&mut self, object: Address, real: f64, imaginary: f64) {
        self.memory.set_f64(object.plus(VALUE), real);
        self.memory.set_f64(object.plus(IMAGINARY), imaginary);
    }
}
