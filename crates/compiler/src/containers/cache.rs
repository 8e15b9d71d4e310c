//! The dict of constants a compilation keeps (`c_const_cache`, Python/compile.c), as far as its containers go.

use std::collections::HashSet;

use super::key::Key;
use super::traffic::{Dict, Event, Held, Traffic};
use crate::code::{Code, CodeId, Constant, ConstantId};

/// The keys in the cache, in the order in which they came.
#[derive(Debug)]
pub(crate) struct Cache {
    dict: Dict,
    entries: Vec<(Key, Option<ConstantId>)>,
    /// Tuples and frozensets the compiler itself made: the tree does not hold them.
    own: HashSet<ConstantId>,
    /// The list of the units around the one being compiled (`c_stack`): it comes and goes with the cache.
    stack: Held,
}

impl Cache {
    /// An empty cache.
    pub(crate) fn new(traffic: &Traffic) -> Self {
        Self { dict: Dict::new(traffic), entries: Vec::new(), own: HashSet::new(), stack: traffic.list() }
    }

    /// A key that was made already goes into the dict; returns its place.
    pub(crate) fn enter(&mut self, key: Key, is_text: bool) -> usize {
        self.dict.insert(is_text);
        self.entries.push((key, None));
        self.entries.len() - 1
    }

    /// The key at `entry` stands for `constant`.
    pub(crate) fn name(&mut self, entry: usize, constant: ConstantId) {
        self.entries[entry].1 = Some(constant);
    }

    /// The compiler made `constant`.
    pub(crate) fn owns(&mut self, constant: ConstantId) {
        self.own.insert(constant);
    }

    /// Whether the compiler made `constant`.
    pub(crate) fn is_own(&self, constant: ConstantId) -> bool {
        self.own.contains(&constant)
    }

    /// The dict is dropped; with a key goes the constant if it is the compiler's and not in the code `root`.
    pub(crate) fn finish(self, traffic: &Traffic, constants: &[Constant], codes: &[Code], root: CodeId) {
        let mut reached = Reached { constants, codes, seen: HashSet::new() };
        reached.code(root);
        for (key, constant) in self.entries {
            if let Some(id) = constant.filter(|id| self.own.contains(id) && !reached.seen.contains(id)) {
                match &constants[id.0 as usize] {
                    Constant::Tuple(items) => traffic.release_tuple(items.len()),
                    Constant::FrozenSet(_) => traffic.release(Event::Other),
                    _ => {}
                }
            }
            key.release(traffic);
        }
        drop((self.dict, self.stack));
    }
}

/// What a code object holds.
struct Reached<'c> {
    constants: &'c [Constant],
    codes: &'c [Code],
    seen: HashSet<ConstantId>,
}

impl Reached<'_> {
    fn code(&mut self, id: CodeId) {
        let Some(code) = self.codes.get(id.0 as usize) else { return };
        let parts = code.parts;
        for part in [parts.consts, parts.names, parts.localsplusnames] {
            self.constant(part);
        }
        code.consts.iter().for_each(|&constant| self.constant(constant));
    }

    fn constant(&mut self, id: ConstantId) {
        if !self.seen.insert(id) {
            return;
        }
        match &self.constants[id.0 as usize] {
            Constant::Tuple(items) | Constant::FrozenSet(items) => items.iter().for_each(|&item| self.constant(item)),
            Constant::Code(code) => self.code(*code),
            _ => {}
        }
    }
}
