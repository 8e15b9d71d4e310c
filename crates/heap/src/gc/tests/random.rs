//! Random graphs: whatever a program builds, a full collection leaves exactly what can be reached.

use std::collections::BTreeSet;

use super::super::{Reason, collect, collect_generations};
use crate::{Address, Kind, audit::lost::lost_blocks, object::bare::Bare, slot};

/// A small random generator, always the same sequence for a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

/// A program: the objects it holds by name, and a class for its instances.
struct Program {
    host: Bare,
    dice: Dice,
    class: Address,
    names: Vec<Address>,
    held: Vec<Address>,
}

impl Program {
    fn new(seed: u64) -> Self {
        let mut host = Bare::new();
        let class = if seed.is_multiple_of(2) { host.class() } else { host.class_with_finalizer() };
        let names = (0..4).map(|number| host.name(number)).collect();
        Self { host, dice: Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1), class, names, held: Vec::new() }
    }

    fn any(&mut self) -> Option<Address> {
        let choice = self.dice.roll(self.held.len().max(1));
        self.held.get(choice).copied()
    }

    fn make(&mut self) {
        let items: Vec<Address> = (0..self.dice.roll(3)).filter_map(|_| self.any()).collect();
        let object = match self.dice.roll(4) {
            0 => self.host.heap.new_tuple_of(&items),
            1 => self.host.instance(self.class),
            2 => self.host.heap.new_dict(),
            _ => self.host.heap.new_list_of(&items),
        };
        self.held.push(object);
    }

    fn link(&mut self) {
        let (Some(from), Some(to)) = (self.any(), self.any()) else { return };
        let name = self.names[self.dice.roll(4)];
        let heap = &mut self.host.heap;
        let displaced = match heap.kind(from) {
            Kind::List => {
                heap.incref(to);
                heap.list_append(from, to);
                None
            }
            Kind::Dict => heap.dict_set_str(from, name, to),
            Kind::Object => heap.set_attribute(from, name, to),
            _ => None,
        };
        if let Some(displaced) = displaced {
            self.host.drop(displaced);
        }
    }

    fn forget(&mut self) {
        if !self.held.is_empty() {
            let choice = self.dice.roll(self.held.len());
            let object = self.held.swap_remove(choice);
            self.host.drop(object);
        }
    }

    fn check(&self) {
        let held: Vec<Address> = self.held.iter().chain(&self.names).copied().chain([self.class]).collect();
        self.host.check(&held);
    }

    fn reachable(&self) -> BTreeSet<Address> {
        let mut found = BTreeSet::new();
        let mut search: Vec<Address> = self.held.iter().chain(&self.names).copied().chain([self.class]).collect();
        while let Some(object) = search.pop() {
            if !self.host.heap.is_static(object) && found.insert(object) {
                slot::owned_references(&self.host.heap, object, &mut |referent, _| search.push(referent));
            }
        }
        found
    }

    fn alive(&self) -> BTreeSet<Address> {
        self.host.heap.memory.births().map(|(object, _)| object).filter(|object| !self.host.heap.is_static(*object)).collect()
    }
}

#[test]
fn a_full_collection_leaves_what_is_reachable_and_nothing_else() {
    let mut rings = 0;
    for seed in 1..=24 {
        let mut program = Program::new(seed);
        for round in 0..400 {
            match program.dice.roll(10) {
                0..4 => program.make(),
                4..7 => program.link(),
                7..9 => program.forget(),
                _ => drop(collect(&mut program.host, (round % 2) as u8, Reason::Manual)),
            }
            if program.host.heap.collection_due() {
                collect_generations(&mut program.host);
            }
            if round % 50 == 49 {
                program.check();
            }
        }
        // What was untracked as harmless in a young collection can hold nothing that matters.
        collect(&mut program.host, 2, Reason::Manual);
        assert_eq!(program.alive(), program.reachable(), "seed {seed}");
        program.check();
        assert_eq!(lost_blocks(&program.host.heap), [], "seed {seed}");
        while !program.held.is_empty() {
            program.forget();
        }
        rings += collect(&mut program.host, 2, Reason::Manual).collected;
        assert_eq!(program.alive(), program.reachable(), "seed {seed}");
    }
    assert!(rings > 100, "the programs were worth collecting: {rings}");
}
