//! The search for sources that break the engine: programs made from a grammar, and real ones damaged at random.
//!
//! A source may be refused with a `SyntaxError`, run to its end or reach a named limit. It may not panic, overflow the host's stack,
//! meet something "not supported", or leave a reference unaccounted for.

pub mod command;
pub mod grammar;
pub mod judge;
pub mod mutate;
pub mod parent;
pub mod seeds;

use crate::random::Random;

/// The source of a seed: every other one from the grammar, the others damaged programs.
pub fn source(seed: u64, programs: &[String]) -> String {
    let mut random = Random::new(seed);
    if programs.is_empty() || random.once_in(2) {
        let program = grammar::program(&mut random);
        return if random.once_in(4) { mutate::damage(&mut random, &program, programs) } else { program };
    }
    match random.one_of(programs).cloned() {
        Some(program) => mutate::damage(&mut random, &program, programs),
        None => String::new(),
    }
}
