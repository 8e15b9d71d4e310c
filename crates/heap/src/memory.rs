//! One byte-addressed space: the only owner of the machine's bytes.
//!
//! ```text
//! BASE                                                        BASE + len
//! | static data | pages handed out by `os`: arenas, raw segments, data stacks . . . |
//! ```
//!
//! Beside the bytes lies one *birth number* for every 16 bytes: non-zero where an object starts. It tells objects
//! apart when an address is used again (decision D9), and lets a walk over memory find every live object.
//! Every write marks its 4 KiB page dirty; checkpoints copy dirty pages only (decision D3).

pub mod changes;
mod few;
pub mod window;

use crate::address::Address;

/// The lowest address. Chosen to look like what Linux hands out, with 4 GiB of room above.
pub const BASE: u64 = 0x7fff_0000_0000;
/// Bytes in a page of checkpoints and of the simulated operating system.
pub const PAGE: u64 = 4096;
/// Bytes that share one birth number: the alignment of every object.
pub const GRANULE: u64 = 16;

/// Pages there can be: all of a 32-bit host's memory, so that there a page's number needs no comparison with a length.
const MOST_PAGES: usize = 1 << 20;

/// The simulated memory.
#[derive(Clone, Debug)]
pub struct Memory {
    /// In words, so that an aligned access is one comparison with the length.
    words: Vec<u64>,
    births: Vec<u32>,
    /// Of the pages that exist; the others are false.
    dirty: Box<[bool; MOST_PAGES]>,
    frozen: bool,
    turn: u64,
}

#[cfg(not(target_endian = "little"))]
compile_error!("the simulated memory is little-endian, and so must be the host's words");

/// The content of one page, birth numbers included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageImage {
    bytes: Box<[u8]>,
    births: Box<[u32]>,
}

impl PageImage {
    /// The word at `offset` bytes of the page; 0 beyond it.
    pub fn word(&self, offset: usize) -> u64 {
        let bytes = self.bytes.get(offset..offset + 8).and_then(|bytes| bytes.try_into().ok());
        bytes.map_or(0, u64::from_le_bytes)
    }

    /// The birth number of the object that starts at `offset` bytes of the page; 0 if none does.
    pub fn birth(&self, offset: usize) -> u32 {
        self.births.get(offset / GRANULE as usize).copied().unwrap_or(0)
    }
}

impl Default for Memory {
    /// Memory of no bytes.
    fn default() -> Self {
        let dirty = vec![false; MOST_PAGES].into_boxed_slice();
        let dirty = dirty.try_into().unwrap_or_else(|_| unreachable!("the length is that of the array"));
        Self { words: Vec::new(), births: Vec::new(), dirty, frozen: false, turn: 0 }
    }
}

impl PartialEq for Memory {
    /// Two memories are equal if all their bytes and birth numbers are; which pages are dirty does not matter.
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words && self.births == other.births
    }
}

/// Accessors of one width. An offset turned right by the bits of the alignment is a place in a row of such words if it is
/// aligned, and beyond every row if it is not: one comparison tells the quick case from all others.
macro_rules! scalar {
    ($get:ident, $set:ident, $kind:ty, $what:literal) => {
        #[doc = concat!("The ", $what, " at `at`, little-endian.")]
        #[inline]
        pub fn $get(&self, at: Address) -> $kind {
            const WIDTH: usize = size_of::<$kind>();
            let place = Self::index(at).rotate_right(WIDTH.trailing_zeros());
            match bytemuck::cast_slice::<u64, $kind>(&self.words).get(place) {
                Some(word) => *word,
                None => <$kind>::from_le_bytes(self.unaligned(at)),
            }
        }

        #[doc = concat!("Writes the ", $what, " at `at`, little-endian.")]
        #[inline]
        pub fn $set(&mut self, at: Address, value: $kind) {
            const WIDTH: usize = size_of::<$kind>();
            let start = Self::index(at);
            let place = start.rotate_right(WIDTH.trailing_zeros());
            match bytemuck::cast_slice_mut::<u64, $kind>(&mut self.words).get_mut(place) {
                Some(word) => *word = value,
                None => return self.set_unaligned(at, &value.to_le_bytes()),
            }
            self.mark_page(start);
        }
    };
}

impl Memory {
    /// Memory of no bytes.
    pub fn new() -> Self {
        Self::default()
    }

    #[inline]
    fn index(at: Address) -> usize {
        at.raw().wrapping_sub(BASE) as usize
    }

    /// A pointer of ours leads astray: never for anything a program does, unless the machine was abandoned half-way.
    #[cold]
    #[inline(never)]
    fn nowhere(&self, at: Address) {
        assert!(self.frozen, "there is no memory at {at}");
    }

    #[inline]
    fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(&self.words)
    }

    #[inline]
    fn bytes_mut(&mut self) -> &mut [u8] {
        bytemuck::cast_slice_mut(&mut self.words)
    }

    #[cold]
    #[inline(never)]
    fn unaligned<const WIDTH: usize>(&self, at: Address) -> [u8; WIDTH] {
        match self.bytes().get(Self::index(at)..).and_then(|bytes| bytes.first_chunk()) {
            Some(word) => *word,
            None => {
                self.nowhere(at);
                [0; WIDTH]
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn set_unaligned(&mut self, at: Address, value: &[u8]) {
        let start = Self::index(at);
        match self.bytes_mut().get_mut(start..).and_then(|bytes| bytes.get_mut(..value.len())) {
            Some(place) => few::copy(place, value),
            None => return self.nowhere(at),
        }
        self.mark(start, value.len());
    }

    #[inline]
    fn mark_page(&mut self, start: usize) {
        self.dirty[start / PAGE as usize % MOST_PAGES] = true;
    }

    /// The machine on this memory was abandoned in the middle of native code, which now unwinds with registers that are not
    /// its own. Until pages are put back nothing dies, and what leads nowhere reads as zero.
    pub fn freeze(&mut self) {
        self.frozen = true;
    }

    /// Pages have been put back: the memory is whole again.
    pub fn thaw(&mut self) {
        self.turn += 1;
        self.frozen = false;
    }

    /// How often this memory went back in time: what was derived from its bytes in another turn no longer holds.
    #[inline]
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// Whether the machine was abandoned: see [`Memory::freeze`].
    #[inline]
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// Bytes in all, from [`BASE`] on.
    pub fn len(&self) -> u64 {
        self.words.len() as u64 * 8
    }

    /// Whether there are no bytes yet.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether `length` bytes from `at` on all exist.
    pub fn contains(&self, at: Address, length: u64) -> bool {
        at.raw() >= BASE
            && at.raw() - BASE <= self.len()
            && self.len() - (at.raw() - BASE) >= length
    }

    /// Grows by `pages` zeroed pages and returns where they start.
    pub fn grow(&mut self, pages: u64) -> Address {
        let start = self.words.len() * 8;
        let bytes = start + (pages * PAGE) as usize;
        self.words.resize(bytes / 8, 0);
        self.births.resize(bytes / GRANULE as usize, 0);
        assert!(bytes / PAGE as usize <= MOST_PAGES, "the simulated memory has no room for {bytes} bytes");
        self.dirty[start / PAGE as usize..bytes / PAGE as usize].fill(true);
        Address::new(BASE + start as u64)
    }

    scalar!(u8, set_u8, u8, "byte");
    scalar!(u16, set_u16, u16, "16-bit word");
    scalar!(u32, set_u32, u32, "32-bit word");
    scalar!(u64, set_u64, u64, "64-bit word");
    scalar!(i32, set_i32, i32, "signed 32-bit word");
    scalar!(i64, set_i64, i64, "signed 64-bit word");
    scalar!(f64, set_f64, f64, "double");

    /// The pointer at `at`.
    #[inline]
    pub fn address(&self, at: Address) -> Address {
        Address::new(self.u64(at))
    }

    /// Writes the pointer at `at`.
    #[inline]
    pub fn set_address(&mut self, at: Address, value: Address) {
        self.set_u64(at, value.raw());
    }

    /// Writes these words from `at` on, which is aligned: quicker than one by one.
    #[inline]
    pub fn set_words<const COUNT: usize>(&mut self, at: Address, values: &[u64; COUNT]) {
        let start = Self::index(at);
        match self.words.get_mut(start.rotate_right(3)..).and_then(|words| words.first_chunk_mut()) {
            Some(words) => *words = *values,
            None => return self.nowhere(at),
        }
        self.mark_page(start);
        self.mark_page(start + 8 * COUNT - 1);
    }

    /// `length` bytes from `at` on.
    #[inline]
    pub fn slice(&self, at: Address, length: u64) -> &[u8] {
        let start = Self::index(at);
        match self.bytes().get(start..start.saturating_add(length as usize)) {
            Some(bytes) => bytes,
            None => {
                self.nowhere(at);
                &[]
            }
        }
    }

    /// Writes `bytes` at `at`.
    pub fn write(&mut self, at: Address, bytes: &[u8]) {
        let start = Self::index(at);
        match self.bytes_mut().get_mut(start..start.saturating_add(bytes.len())) {
            Some(place) => few::copy(place, bytes),
            None => return self.nowhere(at),
        }
        self.mark(start, bytes.len());
    }

    /// Sets `length` bytes from `at` on to `value`.
    pub fn fill(&mut self, at: Address, length: u64, value: u8) {
        let start = Self::index(at);
        let end = start.saturating_add(length as usize);
        if length <= few::MOST && (start | end) % 8 == 0 && let Some(words) = self.words.get_mut(start / 8..end / 8) {
            few::fill(words, u64::from_ne_bytes([value; 8]));
            return self.mark(start, length as usize);
        }
        match self.bytes_mut().get_mut(start..end) {
            Some(place) => place.fill(value),
            None => return self.nowhere(at),
        }
        self.mark(start, length as usize);
    }

    /// Copies `length` bytes; the two places may overlap.
    pub fn copy(&mut self, from: Address, to: Address, length: u64) {
        if !self.contains(from, length) || !self.contains(to, length) {
            return self.nowhere(from);
        }
        let (source, target) = (Self::index(from), Self::index(to));
        few::copy_within(self.bytes_mut(), source, target, length as usize);
        self.mark(target, length as usize);
    }

    #[inline]
    fn mark(&mut self, start: usize, length: usize) {
        if length > 0 {
            self.mark_page(start);
            self.mark_page(start + length - 1);
            if length > PAGE as usize {
                self.dirty[start / PAGE as usize..=(start + length - 1) / PAGE as usize].fill(true);
            }
        }
    }

    /// The birth number of the object that starts at `at`; 0 if none does.
    #[inline]
    pub fn birth(&self, at: Address) -> u32 {
        self.births
            .get(Self::index(at) / GRANULE as usize)
            .copied()
            .unwrap_or(0)
    }

    /// Notes that an object with this birth number starts at `at`; 0 notes its death.
    #[inline]
    pub fn set_birth(&mut self, at: Address, birth: u32) {
        let start = Self::index(at);
        self.births[start / GRANULE as usize] = birth;
        self.mark_page(start);
    }

    /// Every place where an object starts, in address order, with its birth number.
    pub fn births(&self) -> impl Iterator<Item = (Address, u32)> + '_ {
        let place = |index: usize| Address::new(BASE + index as u64 * GRANULE);
        self.births
            .iter()
            .enumerate()
            .filter(|(_, birth)| **birth != 0)
            .map(move |(index, birth)| (place(index), *birth))
    }

    /// The numbers of the pages written since the last [`Memory::clean`], ascending.
    pub fn dirty_pages(&self) -> impl Iterator<Item = u32> + '_ {
        self.dirty[..self.pages()]
            .iter()
            .enumerate()
            .filter(|(_, dirty)| **dirty)
            .map(|(page, _)| page as u32)
    }

    /// Forgets which pages were written.
    pub fn clean(&mut self) {
        let pages = self.pages();
        self.dirty[..pages].fill(false);
    }

    /// Whether page `page` was written since it was clean; counts it as clean from here on.
    #[inline]
    pub fn take_dirty(&mut self, page: u32) -> bool {
        std::mem::take(&mut self.dirty[page as usize % MOST_PAGES])
    }

    /// Counts page `page` as written.
    pub fn mark_dirty(&mut self, page: u32) {
        self.dirty[page as usize % MOST_PAGES] = true;
    }

    fn pages(&self) -> usize {
        self.words.len() * 8 / PAGE as usize
    }

    /// A copy of page `page`; the image of another page that nobody needs any more gives its memory for it.
    pub fn page_image(&self, page: u32, spare: Option<PageImage>) -> PageImage {
        let (first, births) = (page as usize * PAGE as usize, (PAGE / GRANULE) as usize);
        let bytes = &self.bytes()[first..first + PAGE as usize];
        let births = &self.births[page as usize * births..(page as usize + 1) * births];
        match spare {
            Some(mut image) => {
                image.bytes.copy_from_slice(bytes);
                image.births.copy_from_slice(births);
                image
            }
            None => PageImage { bytes: bytes.into(), births: births.into() },
        }
    }

    /// Puts a copied page back. Does not mark it dirty.
    pub fn restore_page(&mut self, page: u32, image: &PageImage) {
        self.turn += 1;
        let (first, births) = (page as usize * PAGE as usize, (PAGE / GRANULE) as usize);
        self.bytes_mut()[first..first + PAGE as usize].copy_from_slice(&image.bytes);
        self.births[page as usize * births..(page as usize + 1) * births]
            .copy_from_slice(&image.births);
    }

    /// Makes this memory what `other` is: they were equal before these pages of the other were written, and the dirty ones here.
    pub fn follow(&mut self, other: &Self, written: &[u32]) {
        self.turn += 1;
        let own: Vec<u32> = self.dirty_pages().collect();
        let (before, after) = (self.pages(), other.pages());
        self.words.resize(other.words.len(), 0);
        self.births.resize(other.births.len(), 0);
        self.dirty[before.min(after)..before.max(after)].fill(before < after);
        let (words, births) = ((PAGE / 8) as usize, (PAGE / GRANULE) as usize);
        for page in own.iter().chain(written).map(|page| *page as usize) {
            if page < after {
                let (bytes, numbers) = (page * words..(page + 1) * words, page * births..(page + 1) * births);
                self.words[bytes.clone()].copy_from_slice(&other.words[bytes]);
                self.births[numbers.clone()].copy_from_slice(&other.births[numbers]);
            }
        }
    }

    /// Cuts the memory back to its first `length` bytes (whole pages).
    pub fn shrink_to(&mut self, length: u64) {
        self.turn += 1;
        let pages = self.pages();
        self.words.truncate(length as usize / 8);
        self.births.truncate((length / GRANULE) as usize);
        self.dirty[(length / PAGE) as usize..pages].fill(false);
    }
}
