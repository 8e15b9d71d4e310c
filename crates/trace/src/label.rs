//! Labels: `o1`, `o2`, … in the order of first sight, one for each object, never used again.

use std::collections::HashMap;

use heapglass_machine::{Machine, heap::Address};
use serde_json::Value;

/// What is known of a labelled object.
#[derive(Debug)]
pub(crate) struct Known {
    /// Where it lives or lived.
    pub(crate) address: Address,
    /// Its birth number.
    pub(crate) birth: u32,
    /// Older than the program.
    pub(crate) shared: bool,
    /// The label of the object that had its address before.
    pub(crate) reuses: Option<u32>,
    /// What the trace said of it last; `None` if it is not in the heap as told.
    pub(crate) told: Option<Value>,
    /// Whether it is alive.
    pub(crate) alive: bool,
}

/// All labels.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    by_birth: HashMap<u32, u32>,
    by_address: HashMap<Address, u32>,
    known: Vec<Known>,
}

impl Labels {
    /// The label of a living object, given now if it has none; and whether it is new.
    pub(crate) fn of(&mut self, machine: &Machine, object: Address) -> u32 {
        let birth = machine.heap.memory.birth(object);
        if let Some(label) = self.by_birth.get(&birth) {
            let known = &mut self.known[*label as usize - 1];
            // A string that `+=` extends may have moved.
            if known.address != object {
                known.address = object;
                self.by_address.insert(object, *label);
            }
            return *label;
        }
        self.known.push(Known {
            address: object,
            birth,
            shared: birth <= machine.registers.first_birth,
            reuses: self.by_address.get(&object).copied(),
            told: None,
            alive: true,
        });
        let label = self.known.len() as u32;
        self.by_birth.insert(birth, label);
        self.by_address.insert(object, label);
        label
    }

    /// The label of the object whose `id()` this is or was.
    pub(crate) fn at_address(&self, address: u64) -> Option<u32> {
        self.by_address.get(&Address::new(address)).copied()
    }

    /// The label of an object that may be dead.
    pub(crate) fn of_birth(&self, birth: u32) -> Option<u32> {
        self.by_birth.get(&birth).copied()
    }

    /// The label goes on with another object at the same place.
    pub(crate) fn pass_on(&mut self, label: u32, birth: u32) {
        let known = &mut self.known[label as usize - 1];
        self.by_birth.remove(&known.birth);
        known.birth = birth;
        self.by_birth.insert(birth, label);
    }

    /// What is known of a label.
    pub(crate) fn known(&mut self, label: u32) -> &mut Known {
        &mut self.known[label as usize - 1]
    }

    /// How many labels there are: the greatest label.
    pub(crate) fn len(&self) -> u32 {
        self.known.len() as u32
    }
}

/// A label as the trace writes it.
pub(crate) fn name(label: u32) -> String {
    format!("o{label}")
}
