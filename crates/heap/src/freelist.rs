//! Free lists: dead objects kept in their blocks, ready to live again.
//!
//! A program that makes and drops many small tuples would otherwise ask the allocator each time. What is kept here
//! still counts as an allocated block, and for the collector's generation 0 nothing is allocated or freed. Newest first;
//! only objects of exactly the builtin type are kept. A full collection empties all lists but the slice cache.
//!
//! ```text
//! floats, tuples:      head -> dead -> dead -> null     linked through `ob_type`, or the first item
//! lists, dicts, keys:  | count | dead | dead | . . .    a stack of addresses
//! ```

use crate::{Heap, address::Address, domain::Domain, event::Event, gc, runtime};

/// One of the free lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreeList {
    /// Floats.
    Float,
    /// Tuples of this length, 1 or more.
    Tuple(u64),
    /// List objects.
    List,
    /// Dict objects.
    Dict,
    /// Dict tables of eight slots with text keys only: plain blocks, not objects.
    DictKeys,
    /// What asynchronous generators wrap the yielded values in.
    AsyncValue,
    /// What `asend()` and `__anext__()` of asynchronous generators return.
    AsyncSend,
    /// The slice. It is an owned place rather than a list: one slice.
    Slice,
}

/// How a free list lies in memory.
enum Shape {
    /// A head, a count, and links at this offset in the dead.
    Chain {
        head: Address,
        count: Address,
        link: u64,
    },
    /// A count and addresses after it.
    Stack(Address),
    /// One address.
    Place(Address),
}

impl FreeList {
    fn shape(self) -> Shape {
        match self {
            Self::Float => Shape::Chain {
                head: runtime::FREE_FLOATS,
                count: runtime::word(runtime::FREE_FLOATS, 1),
                link: 8,
            },
            Self::Tuple(length) => Shape::Chain {
                head: runtime::word(runtime::FREE_TUPLES, length - 1),
                count: runtime::word(runtime::FREE_TUPLE_COUNTS, length - 1),
                link: 24,
            },
            Self::List => Shape::Stack(runtime::FREE_LISTS),
            Self::Dict => Shape::Stack(runtime::FREE_DICTS),
            Self::DictKeys => Shape::Stack(runtime::FREE_DICT_KEYS),
            Self::AsyncValue => Shape::Stack(runtime::FREE_ASYNC_VALUES),
            Self::AsyncSend => Shape::Stack(runtime::FREE_ASYNC_SENDS),
            Self::Slice => Shape::Place(runtime::SLICE_CACHE),
        }
    }

    /// Bytes of a block that it keeps, the GC head included.
    fn block_size(self) -> u64 {
        match self {
            Self::Float => 24,
            Self::Tuple(length) => gc::head::HEAD_SIZE + 24 + 8 * length,
            Self::List | Self::Slice => gc::head::HEAD_SIZE + 40,
            Self::Dict => gc::head::HEAD_SIZE + 48,
            Self::AsyncValue => gc::head::HEAD_SIZE + 24,
            Self::AsyncSend => gc::head::HEAD_SIZE + 40,
            // 32 bytes before the indices, eight indices of one byte, five entries of two words.
            Self::DictKeys => 32 + 8 + 5 * 16,
        }
    }

    /// Whether what it keeps has a GC head.
    fn has_gc_head(self) -> bool {
        !matches!(self, Self::Float | Self::DictKeys)
    }
}

impl Heap {
    /// How many dead `list` may keep.
    fn free_list_limit(&self, list: FreeList) -> u64 {
        let limits = &self.profile.free_lists;
        let limit = match list {
            FreeList::Float => limits.float,
            FreeList::Tuple(length) if length == 0 || length > limits.tuple_longest_kept.into() => {
                0
            }
            FreeList::Tuple(_) => limits.tuple,
            FreeList::List => limits.list,
            FreeList::Dict => limits.dict,
            FreeList::DictKeys => limits.dict_keys,
            FreeList::AsyncValue | FreeList::AsyncSend => limits.async_generator,
            FreeList::Slice => 1,
        };
        limit.into()
    }

    /// Takes what was put in `list` last. The caller writes the count, the type and the fields, and notes the birth (see
    /// [`Heap::revive`]).
    #[inline]
    pub fn take_free(&mut self, list: FreeList) -> Option<Address> {
        if let FreeList::Tuple(length) = list
            && (length == 0 || length > self.profile.free_lists.tuple_longest_reused.into())
        {
            return None;
        }
        let object = self.pop_free(list)?;
        if self.log.is_on() {
            self.log.note(Event::Reused { object });
        }
        Some(object)
    }

    #[inline]
    fn pop_free(&mut self, list: FreeList) -> Option<Address> {
        match list.shape() {
            Shape::Chain { head, count, link } => {
                let object = self.memory.address(head).non_null()?;
                let next = self.memory.address(object.plus(link));
                self.memory.set_address(head, next);
                let left = self.memory.u64(count) - 1;
                self.memory.set_u64(count, left);
                Some(object)
            }
            Shape::Stack(stack) => {
                let count = self.memory.u64(stack);
                if count == 0 {
                    return None;
                }
                self.memory.set_u64(stack, count - 1);
                Some(self.memory.address(runtime::word(stack, count)))
            }
            Shape::Place(place) => {
                let object = self.memory.address(place).non_null()?;
                self.memory.set_address(place, Address::NULL);
                Some(object)
            }
        }
    }

    /// Keeps a dead, untracked object (or table) for reuse, unless the list is full: then the caller frees it.
    #[inline]
    pub fn keep_free(&mut self, list: FreeList, object: Address) -> bool {
        let limit = self.free_list_limit(list);
        let count = match list.shape() {
            Shape::Chain { count, .. } => count,
            Shape::Stack(stack) => stack,
            Shape::Place(place) => {
                if !self.memory.address(place).is_null() {
                    return false;
                }
                self.note_death(object);
                self.memory.set_address(place, object);
                if self.log.is_on() {
                    self.log.note(Event::Kept { object });
                }
                return true;
            }
        };
        let kept = self.memory.u64(count);
        if kept >= limit {
            return false;
        }
        if list != FreeList::DictKeys {
            self.note_death(object);
        }
        if self.log.is_on() {
            self.log.note(Event::Kept { object });
        }
        self.push_free(list, count, object);
        true
    }

    /// Puts `object` on top of a list that has a `count`.
    #[inline]
    fn push_free(&mut self, list: FreeList, count: Address, object: Address) {
        let kept = self.memory.u64(count);
        self.memory.set_u64(count, kept + 1);
        match list.shape() {
            Shape::Chain { head, link, .. } => {
                let next = self.memory.address(head);
                self.memory.set_address(object.plus(link), next);
                self.memory.set_address(head, object);
            }
            Shape::Stack(stack) | Shape::Place(stack) => {
                self.memory.set_address(runtime::word(stack, kept + 1), object);
            }
        }
    }

    /// How many dead `list` keeps.
    pub fn free_count(&self, list: FreeList) -> u64 {
        match list.shape() {
            Shape::Chain { count, .. } => self.memory.u64(count),
            Shape::Stack(stack) => self.memory.u64(stack),
            Shape::Place(place) => u64::from(!self.memory.address(place).is_null()),
        }
    }

    /// Makes `list` keep `wanted` dead, by freeing the newest or by adding blocks that were never alive: what start-up
    /// and imports leave behind. The counts of generation 0 stay as they are.
    pub fn set_free_count(&mut self, list: FreeList, wanted: u64) {
        let wanted = wanted.min(self.free_list_limit(list));
        let before = if list.has_gc_head() { gc::head::HEAD_SIZE } else { 0 };
        while self.free_count(list) > wanted {
            let Some(object) = self.pop_free(list) else { break };
            self.release(Domain::Object, object.minus(before));
        }
        let (count, size) = match list.shape() {
            Shape::Chain { count, .. } => (count, list.block_size()),
            Shape::Stack(stack) => (stack, list.block_size()),
            Shape::Place(_) => return,
        };
        while self.free_count(list) < wanted {
            let block = self.allocate(Domain::Object, size);
            self.memory.fill(block, size, 0);
            self.push_free(list, count, block.plus(before));
        }
    }

    /// Frees all that the free lists keep: the end of a full collection. The slice stays.
    pub fn clear_free_lists(&mut self) {
        let tuples =
            (1..=u64::from(self.profile.free_lists.tuple_longest_kept)).map(FreeList::Tuple);
        let others = [
            FreeList::Float,
            FreeList::List,
            FreeList::Dict,
            FreeList::DictKeys,
            FreeList::AsyncValue,
            FreeList::AsyncSend,
        ];
        for list in tuples.chain(others) {
            while let Some(object) = self.pop_free(list) {
                if list.has_gc_head() {
                    self.free_gc_block(object, gc::head::HEAD_SIZE);
                } else {
                    self.release(Domain::Object, object);
                }
            }
        }
    }

    /// What a free list keeps, the next to be used first.
    pub fn free_list_members(&self, list: FreeList) -> Vec<Address> {
        match list.shape() {
            Shape::Chain { head, link, .. } => {
                let start = self.memory.address(head).non_null();
                std::iter::successors(start, |object| {
                    self.memory.address(object.plus(link)).non_null()
                })
                .collect()
            }
            Shape::Stack(stack) => {
                let count = self.memory.u64(stack);
                (1..=count)
                    .rev()
                    .map(|index| self.memory.address(runtime::word(stack, index)))
                    .collect()
            }
            Shape::Place(place) => self.memory.address(place).non_null().into_iter().collect(),
        }
    }

    /// Every block that a free list keeps, with the name of the list: blocks that count as taken and hold no object.
    pub fn kept_blocks(&self) -> Vec<(Address, String)> {
        let mut kept = Vec::new();
        for (name, list) in self.free_lists() {
            let before = if list.has_gc_head() { gc::head::HEAD_SIZE } else { 0 };
            let members = self.free_list_members(list);
            kept.extend(members.into_iter().map(|object| (object.minus(before), name.clone())));
        }
        kept
    }

    /// Every free list with its name, for pictures and checks.
    pub fn free_lists(&self) -> Vec<(String, FreeList)> {
        let longest = u64::from(self.profile.free_lists.tuple_longest_kept);
        let tuples =
            (1..=longest).map(|length| (format!("tuples of {length}"), FreeList::Tuple(length)));
        let others = [
            ("floats", FreeList::Float),
            ("lists", FreeList::List),
            ("dicts", FreeList::Dict),
            ("dict tables", FreeList::DictKeys),
            ("async values", FreeList::AsyncValue),
            ("async sends", FreeList::AsyncSend),
            ("slice", FreeList::Slice),
        ];
        others
            .into_iter()
            .map(|(name, list)| (name.to_owned(), list))
            .chain(tuples)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::FreeList;
    use crate::{Domain, Heap};

    #[test]
    fn a_tuple_of_20_is_kept_but_never_taken_back() {
        let mut heap = Heap::default();
        for length in [19, 20] {
            let block = heap.allocate(Domain::Object, 16 + 24 + 8 * length);
            assert!(heap.keep_free(FreeList::Tuple(length), block.plus(16)));
        }
        assert!(heap.take_free(FreeList::Tuple(19)).is_some());
        assert_eq!(heap.take_free(FreeList::Tuple(20)), None);
        assert_eq!(heap.free_list_members(FreeList::Tuple(20)).len(), 1);
    }

    #[test]
    fn a_free_list_returns_the_newest_and_refuses_more_than_its_limit() {
        let mut heap = Heap::default();
        let floats: Vec<_> = (0..101)
            .map(|_| heap.allocate(Domain::Object, 24))
            .collect();
        let kept = floats
            .iter()
            .filter(|float| heap.keep_free(FreeList::Float, **float))
            .count();
        assert_eq!(kept, 100);
        assert_eq!(heap.take_free(FreeList::Float), Some(floats[99]));
        heap.clear_free_lists();
        assert_eq!(heap.take_free(FreeList::Float), None);
        assert_eq!(heap.allocated_blocks(), 2, "one taken back, one refused");
    }
}
