//! The constants the parser's arena owns while `__main__` runs.
//!
//! The parser keeps one reference to each literal, and the optimiser one to each value it folded; both live until
//! the program ends, which is why `sys.getrefcount` of a literal reads one more in `python file.py`.

use std::collections::HashSet;

use crate::ast::Constant;
use crate::code::ConstantId;
use crate::constants::Constants;
use crate::containers::traffic::Event;

/// A value that the arena holds: written in the program, or made of such values by folding.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) value: Constant,
    pub(crate) folded: bool,
}

/// The constants of `literals` (in source order) that the arena holds, once each: where a value is written twice,
/// only the first object went into the code, and it has one owner in the arena. A tuple that the code generator had made
/// before is in the code, and the written one is not.
pub(crate) fn references(literals: &[Held], constants: &Constants) -> Vec<ConstantId> {
    let mut seen = HashSet::new();
    let held = |literal: &Held| {
        let id = constants.find(&literal.value).filter(|&id| !is_other(literal, id, constants) && seen.insert(id))?;
        // Joining the parts of a bytes literal registers a single part a second time (Parser/action_helpers.c).
        let times = if matches!(literal.value, Constant::Bytes(_)) && !literal.folded { 2 } else { 1 };
        Some(std::iter::repeat_n(id, times))
    };
    literals.iter().filter_map(held).flatten().collect()
}

/// Whether the constant in the code is another object than the equal tuple in the arena.
fn is_other(literal: &Held, id: ConstantId, constants: &Constants) -> bool {
    matches!(literal.value, Constant::Tuple(_)) && constants.is_made(id)
}

/// What goes with the arena and is in no code: of equal values all but the first, values that folding used up, and the
/// frozensets that folding made, which code holds as copies.
pub(crate) fn left_over(literals: &[Held], constants: &Constants) -> Vec<Event> {
    let mut seen = HashSet::new();
    let released = |literal: &Held| {
        let event = match &literal.value {
            Constant::FrozenSet(_) => return Some(Event::Other),
            Constant::Tuple(items) => Event::tuple(items.len())?,
            Constant::Float(_) => Event::Float,
            _ => return None,
        };
        let in_code = constants.find(&literal.value).filter(|&id| !is_other(literal, id, constants));
        let is_shared = in_code.is_some_and(|id| seen.insert(id));
        (!is_shared).then_some(event)
    };
    literals.iter().filter_map(released).collect()
}
