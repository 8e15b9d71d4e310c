//! Memory as whoever runs many small steps wants it: the words and the marks of dirty pages at hand, not looked up for each.

use super::{MOST_PAGES, Memory, PAGE};
use crate::address::Address;

/// The words of a memory, for aligned access.
#[derive(Debug)]
pub struct Window<'a> {
    words: &'a mut [u64],
    dirty: &'a mut [bool; MOST_PAGES],
}

impl Memory {
    /// A window onto all of this memory.
    #[inline]
    pub fn window(&mut self) -> Window<'_> {
        Window { words: &mut self.words, dirty: &mut self.dirty }
    }
}

impl Window<'_> {
    #[inline(always)]
    fn place(at: Address) -> usize {
        Memory::index(at).rotate_right(3)
    }

    /// The word at `at`; 0 where there is none, or `at` is not aligned.
    #[inline(always)]
    pub fn word(&self, at: Address) -> u64 {
        self.words.get(Self::place(at)).copied().unwrap_or(0)
    }

    /// The pointer at `at`.
    #[inline(always)]
    pub fn address(&self, at: Address) -> Address {
        Address::new(self.word(at))
    }

    /// The 16-bit word at `at`, an even address.
    #[inline(always)]
    pub fn unit(&self, at: Address) -> u16 {
        (self.word(Address::new(at.raw() & !7)) >> (8 * (at.raw() & 6))) as u16
    }

    /// Writes the word at `at`.
    #[inline(always)]
    pub fn set_word(&mut self, at: Address, value: u64) {
        if let Some(word) = self.words.get_mut(Self::place(at)) {
            *word = value;
            self.dirty[Memory::index(at) / PAGE as usize % MOST_PAGES] = true;
        }
    }

    /// Adds a reference: see [`Heap::incref`](crate::Heap::incref). The count's word has nothing in its upper half.
    #[inline(always)]
    pub fn incref(&mut self, object: Address) {
        let count = self.word(object).wrapping_add(1);
        if count as u32 != 0 {
            self.set_word(object, count);
        }
    }

    /// Whether an object outlives the loss of one reference.
    #[inline(always)]
    pub fn survives(&self, object: Address) -> bool {
        let count = self.word(object) as u32 as i32;
        count <= 0 || count > 1
    }

    /// Drops a reference; false if it is the last one, and nothing has happened.
    #[inline(always)]
    pub fn try_lower(&mut self, object: Address) -> bool {
        let word = self.word(object);
        match word as u32 as i32 {
            1 => false,
            ..=0 => true,
            _ => {
                self.set_word(object, word - 1);
                true
            }
        }
    }

    /// Drops a reference of each of two objects; false if one might die, and nothing has happened.
    #[inline(always)]
    pub fn try_lower_both(&mut self, one: Address, other: Address) -> bool {
        let survive = one != other && self.survives(one) && self.survives(other);
        survive && self.try_lower(one) && self.try_lower(other)
    }
}
