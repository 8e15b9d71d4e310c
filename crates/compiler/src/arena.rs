//! The constants the parser's arena owns while `__main__` runs.
//!
//! The parser keeps one reference to each literal, and the optimiser one to each value it folded; both live until
//! the program ends, which is why `sys.getrefcount` of a literal reads one more in `python file.py`.

use std::collections::HashSet;

use crate::ast::Constant;
use crate::code::ConstantId;
use crate::constants::Constants;

/// The constants of `literals` (in source order) that the arena holds, once each: where a value is written twice,
/// only the first object went into the code, and it has one owner in the arena.
pub(crate) fn references(literals: &[Constant], constants: &Constants) -> Vec<ConstantId> {
    let mut seen = HashSet::new();
    let held = |literal: &Constant| {
        let id = constants.find(literal).filter(|&id| seen.insert(id))?;
        // Joining the parts of a bytes literal registers a single part a second time (Parser/action_helpers.c).
        let times = if matches!(literal, Constant::Bytes(_)) { 2 } else { 1 };
        Some(std::iter::repeat_n(id, times))
    };
    literals.iter().filter_map(held).flatten().collect()
}
