//! The symbol table: what each name means in each block (`Python/symtable.c`).
//!
//! A first walk over the tree notes how every block uses its names; [`analyze`] then decides which are local,
//! global, free or cells, and which comprehensions run inside the frame around them (PEP 709).

mod analyze;
mod annotation;
mod comprehension;
mod expression;
mod mangle;
mod names;
mod statement;

use std::collections::HashMap;

use crate::ast::{Module, Statement};
use crate::containers::traffic::{Dict, Held, Traffic};
use crate::diagnostic::Diagnostic;
use crate::future::Features;
use crate::location::Location;

pub(crate) use mangle::mangle;
pub(crate) use names::{Flags, Name, Resolution, Symbol, Symbols};

/// Which block of a [`SymbolTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ScopeId(pub(crate) usize);

/// The kinds of block (`_Py_block_ty`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Module,
    Class,
    /// Functions, lambdas and comprehensions.
    Function,
    /// An annotation under `from __future__ import annotations`: looked at, never run.
    Annotation,
    TypeVarBound,
    TypeAlias,
    TypeParameters,
}

/// The kinds of comprehension (`_Py_comprehension_ty`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ComprehensionKind {
    List,
    Set,
    Dict,
    Generator,
}

/// What makes a block: the node's address, with a mark where one address stands for two blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum BlockKey {
    Module,
    /// A function or class definition, a lambda, a comprehension, a type alias.
    Node(usize),
    /// The list of type parameters before a definition.
    TypeParameters(usize),
    /// The bound of one type parameter.
    Bound(usize),
}

impl BlockKey {
    /// The block of `node` itself.
    pub(crate) fn node<T>(node: &T) -> Self {
        Self::Node(std::ptr::from_ref(node).addr())
    }

    /// The block around a generic definition.
    pub(crate) fn type_parameters<T>(list: &[T]) -> Self {
        Self::TypeParameters(list.as_ptr().addr())
    }

    /// The block of a type parameter's bound.
    pub(crate) fn bound<T>(parameter: &T) -> Self {
        Self::Bound(std::ptr::from_ref(parameter).addr())
    }
}

/// One block (`PySTEntryObject`).
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) kind: BlockKind,
    pub(crate) symbols: Symbols,
    /// Parameters in the order of their slots.
    pub(crate) varnames: Vec<Name>,
    pub(crate) children: Vec<ScopeId>,
    /// The lists behind `varnames` and `children`.
    lists: Option<[Held; 2]>,
    /// Lies inside a function.
    pub(crate) nested: bool,
    pub(crate) generator: bool,
    pub(crate) coroutine: bool,
    pub(crate) varargs: bool,
    pub(crate) varkeywords: bool,
    pub(crate) comprehension: Option<ComprehensionKind>,
    /// The comprehension has no frame of its own.
    pub(crate) inlined: bool,
    /// A method needs the class: there is a `__class__` cell.
    pub(crate) needs_class_closure: bool,
    /// An annotation scope needs the class namespace: there is a `__classdict__` cell.
    pub(crate) needs_classdict: bool,
    pub(crate) can_see_class_scope: bool,
    /// The names being visited are targets of a comprehension.
    in_target: bool,
    /// How many iterables of comprehensions are being visited.
    in_iterable: u32,
    /// `global`, `nonlocal` and what stands for them, for error positions.
    directives: Vec<(Name, Location)>,
    /// The tuples behind `directives`, and the list of them.
    directive_tuples: Vec<Option<Held>>,
    directive_list: Option<Held>,
    location: Location,
}

impl Scope {
    /// `_PyST_IsFunctionLike`.
    pub(crate) fn is_function_like(&self) -> bool {
        matches!(
            self.kind,
            BlockKind::Function | BlockKind::TypeVarBound | BlockKind::TypeAlias | BlockKind::TypeParameters
        )
    }

    /// Drops the containers: another block took this one's place in the table.
    fn forget(&mut self) {
        self.symbols.forget();
        self.lists = None;
    }

    /// What `name` (mangled) means here.
    pub(crate) fn resolution(&self, name: &str) -> Resolution {
        self.symbols.get(name).map_or(Resolution::Unknown, |symbol| symbol.resolution)
    }
}

/// All blocks of one source.
#[derive(Debug)]
pub(crate) struct SymbolTable {
    scopes: Vec<Scope>,
    by_key: HashMap<BlockKey, ScopeId>,
    /// The dict behind `by_key`, and the stack of open blocks.
    #[expect(dead_code, reason = "they live as long as the table")]
    containers: (Dict, Held),
}

impl SymbolTable {
    /// The block made by `key`.
    pub(crate) fn lookup(&self, key: BlockKey) -> Option<ScopeId> {
        self.by_key.get(&key).copied()
    }

    /// The module's own block.
    pub(crate) fn top(&self) -> &Scope {
        &self.scopes[0]
    }

    pub(crate) fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0]
    }

    pub(crate) fn scope_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0]
    }
}

/// Builds the table of `module`, or says what CPython's symbol table would refuse.
pub(crate) fn build(module: &Module, features: Features, traffic: &Traffic) -> Result<SymbolTable, Diagnostic> {
    let stack = traffic.list();
    let table = SymbolTable { scopes: Vec::new(), by_key: HashMap::new(), containers: (Dict::new(traffic), stack) };
    let mut builder = Builder { table, stack: Vec::new(), private: None, features, traffic: traffic.clone() };
    builder.enter(BlockKind::Module, BlockKey::Module, Location::NONE);
    match module {
        Module::File(body) | Module::Interactive(body) => builder.statements(body)?,
        Module::Expression(body) => builder.expression(body)?,
    }
    builder.leave();
    analyze::analyze(&mut builder.table, traffic)?;
    Ok(builder.table)
}

/// The first walk.
struct Builder {
    table: SymbolTable,
    stack: Vec<ScopeId>,
    /// The class whose name mangles private names.
    private: Option<Name>,
    features: Features,
    traffic: Traffic,
}

impl Builder {
    fn current_id(&self) -> ScopeId {
        self.stack.last().copied().unwrap_or(ScopeId(0))
    }

    fn current(&mut self) -> &mut Scope {
        let id = self.current_id();
        &mut self.table.scopes[id.0]
    }

    fn enter(&mut self, kind: BlockKind, key: BlockKey, location: Location) {
        let id = ScopeId(self.table.scopes.len());
        let outer = self.stack.last().map(|&outer| &mut self.table.scopes[outer.0]);
        let (nested, in_iterable) = match outer {
            Some(outer) => {
                if kind != BlockKind::Annotation {
                    outer.children.push(id);
                }
                (outer.nested || outer.is_function_like(), outer.in_iterable)
            }
            None => (false, 0),
        };
        self.table.by_key.insert(key, id);
        self.table.scopes.push(Scope {
            kind,
            symbols: Symbols::new(&self.traffic),
            varnames: Vec::new(),
            children: Vec::new(),
            lists: Some([self.traffic.list(), self.traffic.list()]),
            nested,
            generator: false,
            coroutine: false,
            varargs: false,
            varkeywords: false,
            comprehension: None,
            inlined: false,
            needs_class_closure: false,
            needs_classdict: false,
            can_see_class_scope: false,
            in_target: false,
            in_iterable,
            directives: Vec::new(),
            directive_tuples: Vec::new(),
            directive_list: None,
            location,
        });
        self.stack.push(id);
    }

    fn leave(&mut self) {
        self.stack.pop();
    }

    fn mangled(&self, name: &str) -> Name {
        mangle(self.private.as_deref(), name).into()
    }

    /// Notes that the current block does `flags` to `name`.
    fn define(&mut self, name: &str, flags: Flags, location: Location) -> Result<(), Diagnostic> {
        self.define_in(self.current_id(), name, flags, location)
    }

    fn define_in(&mut self, id: ScopeId, name: &str, flags: Flags, location: Location) -> Result<(), Diagnostic> {
        let mangled = self.mangled(name);
        let scope = &mut self.table.scopes[id.0];
        let mut all = scope.symbols.flags(&mangled);
        if flags.has(Flags::PARAMETER) && all.has(Flags::PARAMETER) {
            let message = format!("duplicate argument '{name}' in function definition");
            return Err(location.error(message));
        }
        if flags.has(Flags::TYPE_PARAMETER) && all.has(Flags::TYPE_PARAMETER) {
            return Err(location.error(format!("duplicate type parameter '{name}'")));
        }
        all = all.with(flags);
        if scope.in_target {
            if all.has(Flags::GLOBAL) || all.has(Flags::NONLOCAL) {
                let message = format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                return Err(location.error(message));
            }
            all = all.with(Flags::COMPREHENSION_TARGET);
        }
        scope.symbols.set_flags(&mangled, all);
        if flags.has(Flags::PARAMETER) {
            scope.varnames.push(mangled);
        } else if flags.has(Flags::GLOBAL) {
            let top = &mut self.table.scopes[0].symbols;
            let all = top.flags(&mangled).with(flags);
            top.set_flags(&mangled, all);
        }
        Ok(())
    }

    fn direct(&mut self, name: &str, location: Location) {
        let mangled = self.mangled(name);
        let traffic = self.traffic.clone();
        let scope = self.current();
        scope.directive_list.get_or_insert_with(|| traffic.list());
        scope.directive_tuples.push(traffic.tuple(5));
        scope.directives.push((mangled, location));
    }

    fn statements(&mut self, body: &[Statement]) -> Result<(), Diagnostic> {
        body.iter().try_for_each(|statement| self.statement(statement))
    }
}
