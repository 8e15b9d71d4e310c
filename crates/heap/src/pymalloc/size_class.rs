//! Size classes: requests of 1 to 512 bytes are rounded up to the next multiple of 16.

/// Every block starts at a multiple of this.
pub const ALIGNMENT: u64 = 16;
/// The largest request pymalloc serves itself (inclusive).
pub const SMALL_REQUEST_THRESHOLD: u64 = 512;
/// How many classes there are.
pub const CLASSES: u8 = 32;

/// A size class: 0 serves requests of 1 to 16 bytes, 1 of 17 to 32, and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SizeClass(u8);

impl SizeClass {
    /// The class with this number, 0 to 31.
    #[inline]
    pub const fn new(number: u8) -> Self {
        Self(number)
    }

    /// The class that serves a request, or `None` if pymalloc leaves it to `malloc`: 0 bytes, or more than 512.
    #[inline]
    pub const fn serving(request: u64) -> Option<Self> {
        if request.wrapping_sub(1) < SMALL_REQUEST_THRESHOLD {
            Some(Self(((request - 1) / ALIGNMENT) as u8))
        } else {
            None
        }
    }

    /// Its number.
    #[inline]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Bytes of its blocks.
    #[inline]
    pub const fn size(self) -> u64 {
        (self.0 as u64 + 1) * ALIGNMENT
    }

    /// Blocks in a pool of `pool_size` bytes.
    pub const fn capacity(self, pool_size: u64) -> u64 {
        (pool_size - super::pool::OVERHEAD) / self.size()
    }

    /// Bytes at the end of a pool that no block fits in.
    pub const fn slack(self, pool_size: u64) -> u64 {
        pool_size - super::pool::OVERHEAD - self.capacity(pool_size) * self.size()
    }

    /// All classes, smallest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CLASSES).map(Self)
    }
}

const _: () = assert!(SizeClass(CLASSES - 1).size() == SMALL_REQUEST_THRESHOLD);
