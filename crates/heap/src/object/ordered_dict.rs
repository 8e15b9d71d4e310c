//! `collections.OrderedDict` (Objects/odictobject.c): a dict and a list of nodes, one per key, in order.
//!
//! ```text
//! first -> | key | hash | next | prev | -> … <- last      fast_nodes: the node of each entry of the dict's table
//! ```

use crate::{
    Heap, Host,
    address::Address,
    domain::Domain,
    host::Raised,
    layout::container::ordered_dict::{FAST_NODES, FAST_NODES_SIZE, FIRST, LAST, RESIZE_SENTINEL, STATE},
    object::dict::{self, compare::find},
    refcount,
};

/// Offsets in a node, in bytes.
pub mod node {
    /// The key, an owned reference.
    pub const KEY: u64 = 0;
    /// Its hash.
    pub const HASH: u64 = 8;
    /// The node after this one, or null.
    pub const NEXT: u64 = 16;
    /// The node before this one, or null.
    pub const PREVIOUS: u64 = 24;
    /// Bytes of a node.
    pub const SIZE: u64 = 32;
}

impl Heap {
    /// The nodes in order.
    pub fn odict_nodes(&self, odict: Address) -> Vec<Address> {
        let mut nodes = Vec::new();
        let mut at = self.field(odict, FIRST);
        while !at.is_null() {
            nodes.push(at);
            at = self.field(at, node::NEXT);
        }
        nodes
    }

    /// The keys in order, borrowed.
    pub fn odict_keys(&self, odict: Address) -> Vec<Address> {
        self.odict_nodes(odict).into_iter().map(|at| self.field(at, node::KEY)).collect()
    }

    /// One more change of the order, which iterators notice.
    fn odict_changed(&mut self, odict: Address) {
        let state = self.memory.u64(odict.plus(STATE)).wrapping_add(1);
        self.memory.set_u64(odict.plus(STATE), state);
    }

    /// Takes a node out of the list.
    pub fn odict_unlink(&mut self, odict: Address, at: Address) {
        let (previous, next) = (self.field(at, node::PREVIOUS), self.field(at, node::NEXT));
        let before = if previous.is_null() { odict.plus(FIRST) } else { previous.plus(node::NEXT) };
        let after = if next.is_null() { odict.plus(LAST) } else { next.plus(node::PREVIOUS) };
        self.memory.set_address(before, next);
        self.memory.set_address(after, previous);
        self.memory.set_address(at.plus(node::PREVIOUS), Address::NULL);
        self.memory.set_address(at.plus(node::NEXT), Address::NULL);
        self.odict_changed(odict);
    }

    /// Puts a node at the end of the list, or at its start.
    pub fn odict_link(&mut self, odict: Address, at: Address, last: bool) {
        let (end, to_end, from_end) =
            if last { (LAST, node::PREVIOUS, node::NEXT) } else { (FIRST, node::NEXT, node::PREVIOUS) };
        let other = self.field(odict, end);
        self.memory.set_address(at.plus(to_end), other);
        self.memory.set_address(at.plus(from_end), Address::NULL);
        let place = if other.is_null() { odict.plus(if last { FIRST } else { LAST }) } else { other.plus(from_end) };
        self.memory.set_address(place, at);
        self.memory.set_address(odict.plus(end), at);
        self.odict_changed(odict);
    }

    /// Frees the table of nodes.
    fn odict_free_table(&mut self, odict: Address) {
        let table = self.set_field(odict, FAST_NODES, Address::NULL);
        if !table.is_null() {
            self.release(Domain::Mem, table);
        }
        self.memory.set_u64(odict.plus(FAST_NODES_SIZE), 0);
        self.memory.set_u64(odict.plus(RESIZE_SENTINEL), 0);
    }
}

/// Makes the table of nodes anew after the dict's table has changed (`_odict_resize`).
fn resize<H: Host>(host: &mut H, odict: Address) -> Result<(), Raised> {
    let heap = host.heap_mut();
    let size = heap.keys_slots(heap.dict_keys(odict));
    let table = heap.allocate(Domain::Mem, 8 * size);
    heap.memory.fill(table, 8 * size, 0);
    for at in heap.odict_nodes(odict) {
        let heap = host.heap();
        let (key, hash) = (heap.field(at, node::KEY), heap.memory.i64(at.plus(node::HASH)));
        if let Some(index) = find(host, odict, key, hash)? {
            host.heap_mut().memory.set_address(table.plus(8 * index), at);
        }
    }
    let heap = host.heap_mut();
    heap.odict_free_table(odict);
    let keys = heap.dict_keys(odict);
    heap.memory.set_address(odict.plus(FAST_NODES), table);
    heap.memory.set_u64(odict.plus(FAST_NODES_SIZE), size);
    heap.memory.set_address(odict.plus(RESIZE_SENTINEL), keys);
    Ok(())
}

/// Where the node of `key` is noted, if the dict has the key.
fn place<H: Host>(host: &mut H, odict: Address, key: Address, hash: i64) -> Result<Option<Address>, Raised> {
    let heap = host.heap();
    let keys = heap.dict_keys(odict);
    let stale = heap.field(odict, RESIZE_SENTINEL) != keys
        || heap.memory.u64(odict.plus(FAST_NODES_SIZE)) != heap.keys_slots(keys);
    if stale {
        resize(host, odict)?;
    }
    let index = find(host, odict, key, hash)?;
    Ok(index.map(|index| host.heap().field(odict, FAST_NODES).plus(8 * index)))
}

/// The node of a key.
pub fn find_node<H: Host>(host: &mut H, odict: Address, key: Address, hash: i64) -> Result<Option<Address>, Raised> {
    if host.heap().field(odict, FIRST).is_null() {
        return Ok(None);
    }
    let place = place(host, odict, key, hash)?;
    Ok(place.and_then(|place| host.heap().memory.address(place).non_null()))
}

/// Adds a node for a key (borrowed) that has just been stored, unless it has one.
pub fn add_node<H: Host>(host: &mut H, odict: Address, key: Address, hash: i64) -> Result<(), Raised> {
    let Some(place) = place(host, odict, key, hash)? else { return Ok(()) };
    let heap = host.heap_mut();
    if !heap.memory.address(place).is_null() {
        return Ok(());
    }
    heap.incref(key);
    let at = heap.allocate(Domain::Mem, node::SIZE);
    heap.memory.set_address(at.plus(node::KEY), key);
    heap.memory.set_i64(at.plus(node::HASH), hash);
    heap.odict_link(odict, at, true);
    heap.memory.set_address(place, at);
    Ok(())
}

/// Takes the node of a key away (`_odict_clear_node`). The reference to the key is the caller's to drop.
pub fn clear_node<H: Host>(host: &mut H, odict: Address, key: Address, hash: i64) -> Result<Option<Address>, Raised> {
    if host.heap().field(odict, FIRST).is_null() {
        return Ok(None);
    }
    let Some(place) = place(host, odict, key, hash)? else { return Ok(None) };
    let heap = host.heap_mut();
    let at = heap.memory.address(place);
    if at.is_null() {
        return Ok(None);
    }
    heap.memory.set_address(place, Address::NULL);
    heap.odict_unlink(odict, at);
    let held = heap.field(at, node::KEY);
    heap.release(Domain::Mem, at);
    Ok(Some(held))
}

/// Takes all nodes away (`_odict_clear_nodes`).
pub fn clear_nodes<H: Host>(host: &mut H, odict: Address) {
    let heap = host.heap_mut();
    heap.odict_free_table(odict);
    let nodes = heap.odict_nodes(odict);
    heap.set_field(odict, FIRST, Address::NULL);
    heap.set_field(odict, LAST, Address::NULL);
    for at in nodes {
        let key = host.heap().field(at, node::KEY);
        refcount::decref(host, key);
        host.heap_mut().release(Domain::Mem, at);
    }
}

/// Stores `value` under `key`, both borrowed, at the end of the order if the key is new. Hands back what was displaced.
pub fn set<H: Host>(
    host: &mut H,
    odict: Address,
    key: Address,
    hash: i64,
    value: Address,
) -> Result<Option<Address>, Raised> {
    let displaced = dict::set(host, odict, key, hash, value)?;
    add_node(host, odict, key, hash)?;
    Ok(displaced)
}

/// `odict_tp_clear`
pub(crate) fn clear<H: Host>(host: &mut H, odict: Address) {
    use crate::layout::container::ordered_dict::DICT;
    let attributes = host.heap_mut().set_field(odict, DICT, Address::NULL);
    refcount::xdecref(host, attributes);
    dict::remove::clear(host, odict);
    clear_nodes(host, odict);
}
