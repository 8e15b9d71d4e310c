//! Whose a block is that holds no object: found by looking through all objects for a pointer to it.

use heapglass_heap::{Address, layout::CType};
use heapglass_words::memory;

use crate::machine::Machine;

/// The object that points at the block, and the name of the field that does.
pub(super) fn owner(machine: &Machine, block: Address, size: u64) -> Option<(Address, &'static str)> {
    let heap = &machine.heap;
    let inside = |target: Address| (block.raw()..block.raw() + size).contains(&target.raw());
    heap.memory.births().find_map(|(object, _)| {
        let pointers = heap.fields_of(object).iter().filter(|field| matches!(field.ctype, CType::Buffer | CType::Pointer));
        let found = pointers.map(|field| (field.name, heap.memory.address(object.plus(field.offset)))).find(|(_, target)| inside(*target));
        if let Some((name, _)) = found {
            return Some((object, name));
        }
        // The word before the collector's two is the array of values, marked in its lowest bit, or a dict.
        if heap.has_managed_dict(object) && heap.is_gc_object(object) {
            let word = heap.memory.u64(object.minus(24));
            if word & 1 == 1 && inside(Address::new(word & !1)) {
                return Some((object, "values"));
            }
        }
        None
    })
}

/// What a block is to its owner.
pub(super) fn words(machine: &Machine, owner: Option<(Address, &'static str)>) -> String {
    let Some((object, name)) = owner else { return memory::ownerless_block().to_string() };
    let whose = format!("{} {}", machine.short_type_name(object), machine.object_id(object));
    match name {
        "item" | "items" => memory::items(&whose),
        "values" => memory::values(&whose),
        "keys" | "table" => memory::table(&whose),
        _ => memory::other_block(&whose, name),
    }
}
