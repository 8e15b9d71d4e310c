//! `list.sort` (Objects/listsort.txt): runs, binary insertion, merging; the list looks empty meanwhile.

use heapglass_heap::{Address, domain::Domain, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

const LENGTH: u64 = 16;
const ITEMS: u64 = 24;
const ALLOCATED: u64 = 32;
/// `ms.temparray` holds the keys of lists shorter than half of this.
const KEYS_WITHOUT_BLOCK: usize = 128;

/// A sort key and the item it belongs to (the same object without a key function).
type Pair = (Address, Address);

/// `list.sort(*, key=None, reverse=False)`.
pub fn sort(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "sort", &["key", "reverse"])?;
    if !arguments.positional.is_empty() {
        return m.type_error("sort() takes no positional arguments");
    }
    let key = arguments.keyword(m, "key").filter(|key| !m.heap.is_none(*key));
    let reverse = match arguments.keyword(m, "reverse") {
        Some(flag) => m.is_true(flag)?,
        None => false,
    };
    m.sort_list(arguments.self_, key, reverse)?;
    m.none()
}

impl Machine {
    /// Sorts a list in place.
    pub fn sort_list(&mut self, list: Address, key: Option<Address>, reverse: bool) -> Outcome<()> {
        let items = self.heap.list_items(list);
        let saved = [LENGTH, ITEMS, ALLOCATED].map(|offset| self.heap.memory.u64(list.plus(offset)));
        for (offset, value) in [(LENGTH, 0), (ITEMS, 0), (ALLOCATED, u64::MAX)] {
            self.heap.memory.set_u64(list.plus(offset), value);
        }
        let (sorted, mut result) = self.sorted_items(&items, key, reverse);
        if self.heap.memory.u64(list.plus(ALLOCATED)) != u64::MAX && result.is_ok() {
            result = self.value_error("list modified during sort");
        }
        let strangers = if self.heap.memory.u64(list.plus(ITEMS)) == 0 { Vec::new() } else { self.heap.list_take_all(list) };
        for (offset, value) in [LENGTH, ITEMS, ALLOCATED].into_iter().zip(saved) {
            self.heap.memory.set_u64(list.plus(offset), value);
        }
        self.heap.list_reorder(list, &sorted);
        for item in strangers.into_iter().rev() {
            self.decref(item);
        }
        result
    }

    /// The items in order, or in some order if a comparison raised.
    fn sorted_items(&mut self, items: &[Address], key: Option<Address>, reverse: bool) -> (Vec<Address>, Outcome<()>) {
        let mut pairs: Vec<Pair> = Vec::with_capacity(items.len());
        let block = (key.is_some() && items.len() >= KEYS_WITHOUT_BLOCK)
            .then(|| self.heap.allocate(Domain::Mem, 8 * items.len() as u64));
        let mut result = Ok(());
        for item in items {
            match key {
                None => pairs.push((*item, *item)),
                Some(function) => match self.call_one(function, *item) {
                    Ok(key) => pairs.push((key, *item)),
                    Err(raised) => {
                        result = Err(raised);
                        break;
                    }
                },
            }
        }
        let mut sorted = items.to_vec();
        if result.is_ok() {
            // Equal items keep their order under reverse=True: turned round before and after.
            if reverse {
                pairs.reverse();
            }
            result = merge_sort(self, &mut pairs);
            if reverse {
                pairs.reverse();
            }
            sorted = pairs.iter().map(|pair| pair.1).collect();
        }
        if key.is_some() {
            for (key, _) in pairs {
                self.decref(key);
            }
        }
        if let Some(block) = block {
            self.heap.release(Domain::Mem, block);
        }
        (sorted, result)
    }
}

/// Runs of at least `least_run` items are made and merged with their neighbours while they are about as long.
fn merge_sort(m: &mut Machine, pairs: &mut [Pair]) -> Outcome<()> {
    let total = pairs.len();
    if total < 2 {
        return Ok(());
    }
    let least = least_run(total);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    while start < total {
        let mut length = count_run(m, &mut pairs[start..])?;
        let wanted = least.min(total - start);
        if length < wanted {
            binary_insertion(m, &mut pairs[start..start + wanted], length)?;
            length = wanted;
        }
        runs.push((start, length));
        start += length;
        while runs.len() > 1 && (runs[runs.len() - 2].1 <= 2 * runs[runs.len() - 1].1 || start == total) {
            merge_last_two(m, pairs, &mut runs)?;
        }
    }
    while runs.len() > 1 {
        merge_last_two(m, pairs, &mut runs)?;
    }
    Ok(())
}

/// `merge_compute_minrun`.
fn least_run(mut total: usize) -> usize {
    let mut rest = 0;
    while total >= 64 {
        rest |= total & 1;
        total >>= 1;
    }
    total + rest
}

/// How long the run at the beginning is; a strictly descending one is reversed.
fn count_run(m: &mut Machine, pairs: &mut [Pair]) -> Outcome<usize> {
    if pairs.len() < 2 {
        return Ok(pairs.len());
    }
    let descending = less(m, pairs[1], pairs[0])?;
    let mut length = 2;
    while length < pairs.len() && less(m, pairs[length], pairs[length - 1])? == descending {
        length += 1;
    }
    if descending {
        pairs[..length].reverse();
    }
    Ok(length)
}

fn binary_insertion(m: &mut Machine, pairs: &mut [Pair], sorted: usize) -> Outcome<()> {
    for at in sorted..pairs.len() {
        let pivot = pairs[at];
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = (low + high) / 2;
            if less(m, pivot, pairs[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        pairs[low..=at].rotate_right(1);
    }
    Ok(())
}

fn merge_last_two(m: &mut Machine, pairs: &mut [Pair], runs: &mut Vec<(usize, usize)>) -> Outcome<()> {
    let (Some(right), Some(left)) = (runs.pop(), runs.pop()) else { return Ok(()) };
    runs.push((left.0, left.1 + right.1));
    let whole = &mut pairs[left.0..left.0 + left.1 + right.1];
    let first = whole[..left.1].to_vec();
    let (mut a, mut b, mut out) = (0, left.1, 0);
    let mut result = Ok(());
    while a < first.len() && b < whole.len() {
        match less(m, whole[b], first[a]) {
            Ok(true) => {
                whole[out] = whole[b];
                b += 1;
            }
            Ok(false) => {
                whole[out] = first[a];
                a += 1;
            }
            Err(raised) => {
                result = Err(raised);
                break;
            }
        }
        out += 1;
    }
    // Also after an error: every item is there once.
    whole[out..out + first.len() - a].copy_from_slice(&first[a..]);
    result
}

fn less(m: &mut Machine, a: Pair, b: Pair) -> Outcome<bool> {
    let exact_ints = m.heap.is_exact(a.0, StaticType::Int) && m.heap.is_exact(b.0, StaticType::Int);
    if exact_ints && let (Some(x), Some(y)) = (m.heap.int_to_i64(a.0), m.heap.int_to_i64(b.0)) {
        return Ok(x < y);
    }
    m.less(a.0, b.0)
}
