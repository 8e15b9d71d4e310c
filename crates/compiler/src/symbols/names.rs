//! What a block knows of its names, in the order it met them.

use std::collections::HashMap;
use std::rc::Rc;

use crate::containers::traffic::{Dict, Traffic};

/// A name, shared by all tables that hold it.
pub(crate) type Name = Rc<str>;

/// How a block uses a name (the `DEF_*` and `USE` bits of `symtable.h`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(u32);

impl Flags {
    pub(crate) const GLOBAL: Self = Self(1);
    pub(crate) const LOCAL: Self = Self(2);
    pub(crate) const PARAMETER: Self = Self(4);
    pub(crate) const NONLOCAL: Self = Self(8);
    pub(crate) const USE: Self = Self(16);
    pub(crate) const FREE_IN_CLASS: Self = Self(64);
    pub(crate) const IMPORT: Self = Self(128);
    pub(crate) const ANNOTATED: Self = Self(256);
    pub(crate) const COMPREHENSION_TARGET: Self = Self(512);
    pub(crate) const TYPE_PARAMETER: Self = Self(1024);
    pub(crate) const COMPREHENSION_CELL: Self = Self(2048);
    /// The block binds the name.
    pub(crate) const BOUND: Self = Self(2 | 4 | 128 | 1024);

    /// Whether any bit of `other` is set.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Where a name is found when the program runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Resolution {
    #[default]
    Unknown,
    Local,
    GlobalExplicit,
    GlobalImplicit,
    Free,
    Cell,
}

/// One name of a block.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Symbol {
    pub(crate) flags: Flags,
    pub(crate) resolution: Resolution,
}

/// The names of a block.
#[derive(Debug)]
pub(crate) struct Symbols {
    entries: Vec<(Name, Symbol)>,
    index: HashMap<Name, usize>,
    dict: Option<Dict>,
}

impl Symbols {
    /// No names yet.
    pub(crate) fn new(traffic: &Traffic) -> Self {
        Self { entries: Vec::new(), index: HashMap::new(), dict: Some(Dict::new(traffic)) }
    }

    /// Drops the dict behind the names.
    pub(super) fn forget(&mut self) {
        self.dict = None;
    }

    pub(crate) fn get(&self, name: &str) -> Option<Symbol> {
        self.index.get(name).map(|&at| self.entries[at].1)
    }

    pub(crate) fn set(&mut self, name: &Name, symbol: Symbol) {
        if let Some(&at) = self.index.get(name) {
            self.entries[at].1 = symbol;
        } else {
            if let Some(dict) = &mut self.dict {
                dict.insert(true);
            }
            self.index.insert(Rc::clone(name), self.entries.len());
            self.entries.push((Rc::clone(name), symbol));
        }
    }

    pub(crate) fn flags(&self, name: &str) -> Flags {
        self.get(name).unwrap_or_default().flags
    }

    pub(crate) fn set_flags(&mut self, name: &Name, flags: Flags) {
        let resolution = self.get(name).unwrap_or_default().resolution;
        self.set(name, Symbol { flags, resolution });
    }

    /// In order of first mention.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Name, Symbol)> {
        self.entries.iter().map(|(name, symbol)| (name, *symbol))
    }
}
