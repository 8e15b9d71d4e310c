//! The allocator's events as the trace tells them: `[op, domain, size, number]`, of the domains `obj` and `mem`.

use std::collections::HashMap;

use heapglass_machine::{
    Machine,
    heap::{Address, Domain, event::Event},
};
use serde_json::{Value, json};

/// The events since the last step, and the numbers of the blocks.
#[derive(Debug, Default)]
pub(crate) struct Allocations {
    /// By address: the number of the block that lies there.
    numbers: HashMap<Address, u32>,
    /// The number given last.
    last: u32,
    events: Vec<Value>,
    /// How many modules are loaded: an import of one more is a matter of our own import system.
    modules: u64,
}

impl Allocations {
    /// Begins after `before`, the events of reading the program: their blocks have numbers, but are not told.
    pub(crate) fn starting_after(machine: &Machine, before: &[Event]) -> Self {
        let mut allocations = Self { modules: machine.loaded_modules(), ..Self::default() };
        for event in before {
            allocations.note(event);
        }
        allocations.events.clear();
        allocations
    }

    /// Takes in an event of the heap's log.
    pub(crate) fn note(&mut self, event: &Event) {
        match *event {
            Event::Allocated { block, size, domain, zeroed, .. } => {
                if let Some(domain) = name(domain) {
                    let number = self.number(block);
                    let op = if zeroed { "calloc" } else { "malloc" };
                    self.events.push(json!([op, domain, size, number]));
                }
            }
            Event::Resized { from, to, size, domain } => {
                if let Some(domain) = name(domain) {
                    let old = if from == to { self.numbers.get(&from).copied() } else { self.numbers.remove(&from) };
                    let number = if from == to { old.unwrap_or_default() } else { self.number(to) };
                    self.events.push(json!(["realloc", domain, size, number, old.unwrap_or_default()]));
                }
            }
            Event::Released { block, domain } => {
                if let Some(domain) = name(domain) {
                    let number = self.numbers.remove(&block).unwrap_or_default();
                    self.events.push(json!(["free", domain, 0, number]));
                }
            }
            _ => {}
        }
    }

    fn number(&mut self, block: Address) -> u32 {
        self.last += 1;
        self.numbers.insert(block, self.last);
        self.last
    }

    /// The number of the block an object lies in, if it was handed out since the program was read.
    pub(crate) fn block_of(&self, machine: &Machine, object: Address) -> Option<u32> {
        self.numbers.get(&object.minus(machine.heap.preheader(object))).copied()
    }

    /// What is told of the step that ends here: nothing if a module was loaded, since CPython's import system is Python code
    /// and ours is not.
    pub(crate) fn since(&mut self, machine: &Machine) -> Option<Value> {
        let events = std::mem::take(&mut self.events);
        let modules = machine.loaded_modules();
        let loaded = modules > std::mem::replace(&mut self.modules, modules);
        (!loaded).then(|| Value::Array(events))
    }
}

/// The domain as the trace names it; what goes straight to the C library is nobody's business.
fn name(domain: Domain) -> Option<&'static str> {
    match domain {
        Domain::Object => Some("obj"),
        Domain::Mem => Some("mem"),
        Domain::Raw => None,
    }
}
