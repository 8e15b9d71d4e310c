//! What is known of the code object being generated (`struct compiler_unit`).

use std::collections::HashMap;
use std::rc::Rc;

use super::sequence::{Label, Sequence};
use crate::ast::Statement;
use crate::code::ConstantId;
use crate::containers::traffic::{Dict, Traffic};
use crate::location::Location;
use crate::symbols::{Flags, Name, Resolution, Scope, ScopeId};

/// What a code object is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
    TypeParameters,
}

/// Names with their numbers, in order of first use.
#[derive(Debug)]
pub(crate) struct NameTable {
    names: Vec<Name>,
    dict: Dict,
    index: HashMap<Name, u32>,
    /// The first number: free variables count on from the cells.
    offset: u32,
}

impl NameTable {
    /// No names yet; the first will have the number `offset`.
    pub(crate) fn new(traffic: &Traffic, offset: u32) -> Self {
        Self { names: Vec::new(), dict: Dict::new(traffic), index: HashMap::new(), offset }
    }

    /// The number of `name`, which is added if new.
    pub(crate) fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.index.get(name) {
            return number;
        }
        let number = self.offset + self.len();
        let name: Name = name.into();
        self.index.insert(Rc::clone(&name), number);
        self.dict.insert(true);
        self.names.push(name);
        number
    }

    pub(crate) fn get(&self, name: &str) -> Option<u32> {
        self.index.get(name).copied()
    }

    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.names.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn names(&self) -> &[Name] {
        &self.names
    }
}

/// What a jump out of a block has to undo (`enum fblocktype`).
#[derive(Clone, Copy, Debug)]
pub(crate) enum BlockKind<'a> {
    WhileLoop,
    ForLoop,
    TryExcept,
    /// With the body of `finally`.
    FinallyTry(&'a [Statement]),
    FinallyEnd,
    /// With the place of the statement.
    With(Location),
    AsyncWith(Location),
    /// With the name of `except … as name`.
    HandlerCleanup(Option<&'a str>),
    PopValue,
    ExceptionHandler,
    ExceptionGroupHandler,
    AsyncComprehension,
}

/// A block that is open where code is being generated (`struct fblockinfo`).
#[derive(Clone, Copy, Debug)]
pub(crate) struct FrameBlock<'a> {
    pub(crate) kind: BlockKind<'a>,
    /// Where a loop starts again.
    pub(crate) start: Option<Label>,
    /// Where a loop ends.
    pub(crate) exit: Option<Label>,
}

/// A code object under construction.
#[derive(Debug)]
pub(crate) struct Unit<'a> {
    pub(crate) kind: UnitKind,
    pub(crate) scope: ScopeId,
    pub(crate) name: String,
    pub(crate) qualname: String,
    /// The class whose name mangles private names.
    pub(crate) private: Option<Name>,
    pub(crate) sequence: Sequence,
    pub(crate) blocks: Vec<FrameBlock<'a>>,
    /// Depth of inlined comprehensions.
    pub(crate) inlined: u32,
    pub(crate) consts: Vec<ConstantId>,
    pub(crate) const_numbers: HashMap<ConstantId, u32>,
    consts_dict: Dict,
    pub(crate) names: NameTable,
    pub(crate) varnames: NameTable,
    pub(crate) cellvars: NameTable,
    pub(crate) freevars: NameTable,
    /// Names that were fast locals of an inlined comprehension outside a function; true while they are.
    pub(crate) fast_hidden: HashMap<Name, bool>,
    pub(crate) fast_hidden_dict: Dict,
    pub(crate) argcount: u32,
    pub(crate) posonlyargcount: u32,
    pub(crate) kwonlyargcount: u32,
    /// How many of `varnames` are parameters.
    pub(crate) parameters: u32,
    pub(crate) firstlineno: i32,
}

impl<'a> Unit<'a> {
    pub(crate) fn new(kind: UnitKind, scope_id: ScopeId, scope: &Scope, name: &str, firstlineno: i32, traffic: &Traffic) -> Unit<'a> {
        let mut varnames = NameTable::new(traffic, 0);
        for name in &scope.varnames {
            varnames.number(name);
        }
        let mut cellvars = NameTable::new(traffic, 0);
        drop(traffic.list());
        for name in chosen(scope, Resolution::Cell, Flags::COMPREHENSION_CELL) {
            cellvars.number(&name);
        }
        if scope.needs_class_closure {
            cellvars.number("__class__");
        }
        if scope.needs_classdict {
            cellvars.number("__classdict__");
        }
        let mut freevars = NameTable::new(traffic, cellvars.len());
        drop(traffic.list());
        for name in chosen(scope, Resolution::Free, Flags::FREE_IN_CLASS) {
            freevars.number(&name);
        }
        Unit {
            kind,
            scope: scope_id,
            name: name.to_owned(),
            qualname: name.to_owned(),
            private: None,
            sequence: Sequence::default(),
            blocks: Vec::new(),
            inlined: 0,
            consts: Vec::new(),
            const_numbers: HashMap::new(),
            consts_dict: Dict::new(traffic),
            names: NameTable::new(traffic, 0),
            parameters: varnames.len(),
            varnames,
            cellvars,
            freevars,
            fast_hidden: HashMap::new(),
            fast_hidden_dict: Dict::new(traffic),
            argcount: 0,
            posonlyargcount: 0,
            kwonlyargcount: 0,
            firstlineno,
        }
    }

    /// The number of `constant` in `co_consts`, where it is added if new.
    pub(crate) fn const_number(&mut self, constant: ConstantId, is_text: bool) -> u32 {
        let next = u32::try_from(self.consts.len()).unwrap_or(u32::MAX);
        *self.const_numbers.entry(constant).or_insert_with(|| {
            self.consts.push(constant);
            self.consts_dict.insert(is_text);
            next
        })
    }
}

/// The names that live as `resolution` says or carry `flag`, sorted (`dictbytype`).
fn chosen(scope: &Scope, resolution: Resolution, flag: Flags) -> Vec<Name> {
    let mut names: Vec<Name> = scope
        .symbols
        .iter()
        .filter(|(_, symbol)| symbol.resolution == resolution || symbol.flags.has(flag))
        .map(|(name, _)| Rc::clone(name))
        .collect();
    names.sort_unstable_by(|one, other| one.chars().cmp(other.chars()));
    names
}
