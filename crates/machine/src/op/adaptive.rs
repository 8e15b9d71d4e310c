//! What CPython's specialising interpreter (Python/specialize.c) lets a program see.
//!
//! Nearly all specialised instructions do what their general forms do. Arithmetic of floats reuses the memory of an operand,
//! and a string is extended in place; so it matters from which execution on they are used. As in CPython, the first inline
//! cache entry of an instruction counts down; at zero the operands choose a form, or the count starts again, longer each
//! time that no form fits. What CPython writes into the opcode (the form) lies in the same entry here.
//!
//! ```text
//! | started: 1 bit | form: 3 bits | count: 8 bits | backoff: 4 bits |
//! ```

use heapglass_heap::Address;

use crate::machine::Machine;

/// A form of an instruction; 0 is the general one.
pub(super) type Form = u16;

const STARTED: u16 = 1 << 15;
const FORM_SHIFT: u16 = 12;
const COUNT_SHIFT: u16 = 4;
const COUNT_MASK: u16 = 0xff;
const BACKOFF_MASK: u16 = 0xf;
/// `adaptive_counter_warmup`: one execution in the general form.
const WARMUP: u16 = STARTED | 1 << COUNT_SHIFT | 1;
/// `ADAPTIVE_COOLDOWN_VALUE`: so many misses until another form is looked for.
const COOLDOWN: u16 = 52 << COUNT_SHIFT;
/// The longest backoff that fits; CPython's is 12.
const LONGEST_BACKOFF: u16 = 8;

impl Machine {
    /// Whether the instruction with this cache entry has this form already.
    #[inline]
    pub(super) fn is_settled(&self, cache: Address, form: Form) -> bool {
        self.heap.memory.u16(cache) & (STARTED | 7 << FORM_SHIFT) == STARTED | form << FORM_SHIFT
    }

    /// The form in which the instruction with this cache entry runs now. `choose` says which one fits the operands (0 if none),
    /// `fits` whether a form can do with them.
    pub(super) fn adapt(&mut self, cache: Address, choose: impl FnOnce(&Self) -> Form, fits: impl FnOnce(&Self, Form) -> bool) -> Form {
        let mut entry = self.heap.memory.u16(cache);
        if entry & STARTED == 0 {
            entry = WARMUP;
        }
        let form = entry >> FORM_SHIFT & 7;
        if form != 0 && fits(self, form) {
            return form;
        }
        let count = entry >> COUNT_SHIFT & COUNT_MASK;
        if count > 0 {
            self.heap.memory.set_u16(cache, entry - (1 << COUNT_SHIFT));
            return 0;
        }
        let chosen = choose(self);
        if chosen != 0 {
            self.heap.memory.set_u16(cache, STARTED | chosen << FORM_SHIFT | COOLDOWN);
            return chosen;
        }
        let backoff = ((entry & BACKOFF_MASK) + 1).min(LONGEST_BACKOFF);
        // This execution counts already.
        let count = (1 << backoff) - 2;
        self.heap.memory.set_u16(cache, STARTED | count << COUNT_SHIFT | backoff);
        0
    }
}
