//! The list of a `functools.lru_cache`: a ring of links through the cache itself, least recently used first
//! (Modules/_functoolsmodule.c). The ring owns its links.

use crate::{
    Heap, Host,
    address::Address,
    layout::{
        callable::lru_cache,
        native::lru_link::{NEXT, PREVIOUS},
    },
    refcount,
};

impl Heap {
    /// Makes the ring of a new cache empty.
    pub fn start_lru_list(&mut self, cache: Address) {
        self.memory.set_address(cache.plus(NEXT), cache);
        self.memory.set_address(cache.plus(PREVIOUS), cache);
    }

    /// The links of a cache, least recently used first; borrowed.
    pub fn lru_links(&self, cache: Address) -> Vec<Address> {
        let mut links = Vec::new();
        let mut link = self.memory.address(cache.plus(NEXT));
        while link != cache && !link.is_null() {
            links.push(link);
            link = self.memory.address(link.plus(NEXT));
        }
        links
    }

    /// Takes a link out of its ring; the reference that the ring had is the caller's.
    pub fn lru_extract(&mut self, link: Address) {
        let (previous, next) = (self.memory.address(link.plus(PREVIOUS)), self.memory.address(link.plus(NEXT)));
        self.memory.set_address(previous.plus(NEXT), next);
        self.memory.set_address(next.plus(PREVIOUS), previous);
    }

    /// Puts a link (taken over) at the end of the ring: the most recently used one.
    pub fn lru_append(&mut self, cache: Address, link: Address) {
        let last = self.memory.address(cache.plus(PREVIOUS));
        self.memory.set_address(last.plus(NEXT), link);
        self.memory.set_address(cache.plus(PREVIOUS), link);
        self.memory.set_address(link.plus(PREVIOUS), last);
        self.memory.set_address(link.plus(NEXT), cache);
    }
}

/// Empties the ring; the links are the caller's.
fn take_links<H: Host>(host: &mut H, cache: Address) -> Vec<Address> {
    let links = host.heap().lru_links(cache);
    host.heap_mut().start_lru_list(cache);
    links
}

/// Drops all that is cached (`cache_clear`): the dict's items, then the links.
pub fn clear_list<H: Host>(host: &mut H, cache: Address) {
    let links = take_links(host, cache);
    let dict = host.heap().memory.address(cache.plus(lru_cache::CACHE));
    if !dict.is_null() {
        super::dict::remove::clear(host, dict);
    }
    for link in links {
        refcount::decref(host, link);
    }
}

/// `lru_cache_tp_clear`: the fields in their order, then the links.
pub(crate) fn clear<H: Host>(host: &mut H, cache: Address) {
    let links = take_links(host, cache);
    for offset in host.heap().reference_offsets(cache) {
        let held = host.heap_mut().set_field(cache, offset, Address::NULL);
        refcount::xdecref(host, held);
    }
    for link in links {
        refcount::decref(host, link);
    }
}
