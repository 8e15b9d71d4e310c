//! The second walk: from how names are used to where they live.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{BlockKind, ComprehensionKind, Flags, Name, Resolution, ScopeId, Symbol, SymbolTable};
use crate::containers::traffic::{Dict, Traffic};
use crate::diagnostic::Diagnostic;
use crate::location::Location;

type Names = BTreeSet<Name>;

/// Where the names of a block live.
struct Resolutions {
    names: BTreeMap<Name, Resolution>,
    dict: Dict,
}

impl Resolutions {
    fn new(traffic: &Traffic) -> Self {
        Self { names: BTreeMap::new(), dict: Dict::new(traffic) }
    }

    fn insert(&mut self, name: Name, resolution: Resolution) {
        if self.names.insert(name, resolution).is_none() {
            self.dict.insert(true);
        }
    }
}

/// What a block learns from the blocks around it and tells them.
#[derive(Clone, Default)]
struct Surroundings {
    /// Names bound by functions around; `None` for the module.
    bound: Option<Names>,
    /// Names used inside but bound outside.
    free: Names,
    /// Names declared global.
    global: Names,
    type_parameters: Names,
}

/// Decides every name of every block.
pub(super) fn analyze(table: &mut SymbolTable, traffic: &Traffic) -> Result<(), Diagnostic> {
    // The free, the global and the type parameters' names of the module.
    let sets = [(); 3].map(|()| traffic.set());
    block(table, ScopeId(0), &mut Surroundings::default(), None, traffic)?;
    drop(sets);
    Ok(())
}

fn block(
    table: &mut SymbolTable,
    id: ScopeId,
    around: &mut Surroundings,
    class: Option<ScopeId>,
    traffic: &Traffic,
) -> Result<(), Diagnostic> {
    let local_set = traffic.set();
    let mut resolutions = Resolutions::new(traffic);
    // What is global, free, bound and a cell inside.
    let sets = [(); 4].map(|()| traffic.set());
    let is_class = table.scope(id).kind == BlockKind::Class;
    let mut inner = Surroundings { bound: Some(Names::new()), ..Surroundings::default() };
    let mut inner_bound = Names::new();
    if is_class {
        // A class's own names are not seen by the functions in it, so its children get what it was given.
        inner.global.clone_from(&around.global);
        inner_bound.extend(around.bound.iter().flatten().cloned());
    }
    let mut local = Names::new();
    let symbols: Vec<(Name, Symbol)> =
        table.scope(id).symbols.iter().map(|(name, symbol)| (Rc::clone(name), symbol)).collect();
    for (name, symbol) in symbols {
        let class_flags = class.map_or(Flags::default(), |class| table.scope(class).symbols.flags(&name));
        let resolution = resolve(table, id, around, &mut local, &name, symbol.flags, class_flags)?;
        resolutions.insert(name, resolution);
    }
    if is_class {
        inner_bound.extend(["__class__".into(), "__classdict__".into()]);
    } else {
        if table.scope(id).is_function_like() {
            inner_bound.extend(local);
        }
        inner_bound.extend(around.bound.iter().flatten().cloned());
        inner.global.extend(around.global.iter().cloned());
    }
    inner.bound = Some(inner_bound);
    inner.type_parameters.clone_from(&around.type_parameters);
    let inlined_cells = children(table, id, &mut inner, class, &mut resolutions, traffic)?;
    let mut free = inner.free;
    if table.scope(id).is_function_like() {
        make_cells(&mut resolutions, &mut free, &inlined_cells);
    } else if is_class {
        let scope = table.scope_mut(id);
        scope.needs_class_closure |= free.remove("__class__");
        scope.needs_classdict |= free.remove("__classdict__");
    }
    let iterator = traffic.set();
    record(table, id, &resolutions, around.bound.as_ref(), &free, &inlined_cells);
    drop(iterator);
    around.free.extend(free);
    drop((local_set, resolutions, sets));
    Ok(())
}

/// Where one name of a block lives (`analyze_name`).
fn resolve(
    table: &SymbolTable,
    id: ScopeId,
    around: &mut Surroundings,
    local: &mut Names,
    name: &Name,
    flags: Flags,
    class_flags: Flags,
) -> Result<Resolution, Diagnostic> {
    let fail = |message: String| Err(directive_place(table, id, name).error(message));
    if flags.has(Flags::GLOBAL) {
        if flags.has(Flags::NONLOCAL) {
            return fail(format!("name '{name}' is nonlocal and global"));
        }
        around.global.insert(Rc::clone(name));
        if let Some(bound) = &mut around.bound {
            bound.remove(name);
        }
        return Ok(Resolution::GlobalExplicit);
    }
    if flags.has(Flags::NONLOCAL) {
        let Some(bound) = &around.bound else {
            return fail("nonlocal declaration not allowed at module level".into());
        };
        if !bound.contains(name) {
            return fail(format!("no binding for nonlocal '{name}' found"));
        }
        if around.type_parameters.contains(name) {
            return fail(format!("nonlocal binding not allowed for type parameter '{name}'"));
        }
        around.free.insert(Rc::clone(name));
        return Ok(Resolution::Free);
    }
    if flags.has(Flags::BOUND) {
        local.insert(Rc::clone(name));
        around.global.remove(name);
        if flags.has(Flags::TYPE_PARAMETER) {
            around.type_parameters.insert(Rc::clone(name));
        } else {
            around.type_parameters.remove(name);
        }
        return Ok(Resolution::Local);
    }
    // An annotation scope in a class looks in the class and the globals, past functions around the class.
    if class_flags.has(Flags::GLOBAL) {
        return Ok(Resolution::GlobalExplicit);
    }
    if class_flags.has(Flags::BOUND) && !class_flags.has(Flags::NONLOCAL) {
        return Ok(Resolution::GlobalImplicit);
    }
    if around.bound.as_ref().is_some_and(|bound| bound.contains(name)) {
        around.free.insert(Rc::clone(name));
        return Ok(Resolution::Free);
    }
    Ok(Resolution::GlobalImplicit)
}

fn directive_place(table: &SymbolTable, id: ScopeId, name: &str) -> Location {
    let scope = table.scope(id);
    let found = scope.directives.iter().find(|(declared, _)| &**declared == name);
    found.map_or(scope.location, |(_, location)| *location)
}

/// Analyzes the blocks inside; returns the names that inlined comprehensions need as cells.
fn children(
    table: &mut SymbolTable,
    id: ScopeId,
    inner: &mut Surroundings,
    class: Option<ScopeId>,
    resolutions: &mut Resolutions,
    traffic: &Traffic,
) -> Result<Names, Diagnostic> {
    let mut inlined_cells = Names::new();
    let is_class = table.scope(id).kind == BlockKind::Class;
    let ids = table.scope(id).children.clone();
    let mut spliced = Vec::with_capacity(ids.len());
    for child in ids {
        let sees_class = table.scope(child).can_see_class_scope;
        let child_class = if !sees_class {
            None
        } else if is_class {
            Some(id)
        } else {
            class
        };
        let mut copy = inner.clone();
        let sets = [(); 4].map(|()| traffic.set());
        block(table, child, &mut copy, child_class, traffic)?;
        drop(sets);
        let entry = table.scope(child);
        let inline = entry.comprehension.is_some_and(|kind| kind != ComprehensionKind::Generator) && !entry.generator;
        if inline {
            absorb(table, id, child, resolutions, &mut copy.free, &mut inlined_cells);
            table.scope_mut(child).inlined = true;
            spliced.extend(table.scope(child).children.iter().copied());
        } else {
            spliced.push(child);
        }
        inner.free.extend(copy.free);
    }
    table.scope_mut(id).children = spliced;
    Ok(inlined_cells)
}

/// Moves the names of a comprehension into the block it runs in (`inline_comprehension`).
fn absorb(
    table: &mut SymbolTable,
    id: ScopeId,
    comprehension: ScopeId,
    resolutions: &mut Resolutions,
    free: &mut Names,
    inlined_cells: &mut Names,
) {
    let symbols: Vec<(Name, Symbol)> =
        table.scope(comprehension).symbols.iter().map(|(name, symbol)| (Rc::clone(name), symbol)).collect();
    let is_class = table.scope(id).kind == BlockKind::Class;
    for (name, symbol) in symbols {
        if symbol.flags.has(Flags::PARAMETER) {
            continue;
        }
        if symbol.resolution == Resolution::Cell || symbol.flags.has(Flags::COMPREHENSION_CELL) {
            inlined_cells.insert(Rc::clone(&name));
        }
        match table.scope(id).symbols.get(&name) {
            None => {
                table.scope_mut(id).symbols.set_flags(&name, symbol.flags);
                resolutions.insert(name, symbol.resolution);
            }
            Some(existing) if existing.flags.has(Flags::BOUND) && !is_class => {
                let children = &table.scope(comprehension).children;
                if !children.iter().any(|&child| table.scope(child).resolution(&name) == Resolution::Free) {
                    free.remove(&name);
                }
            }
            Some(_) => {}
        }
    }
}

/// Locals that blocks inside use live in cells (`analyze_cells`).
fn make_cells(resolutions: &mut Resolutions, free: &mut Names, inlined_cells: &Names) {
    for (name, resolution) in &mut resolutions.names {
        if *resolution == Resolution::Local && (free.contains(name) || inlined_cells.contains(name)) {
            *resolution = Resolution::Cell;
            free.remove(name);
        }
    }
}

/// Writes the result into the block (`update_symbols`).
fn record(
    table: &mut SymbolTable,
    id: ScopeId,
    resolutions: &Resolutions,
    bound: Option<&Names>,
    free: &Names,
    inlined_cells: &Names,
) {
    let scope = table.scope_mut(id);
    let sees_class = scope.kind == BlockKind::Class || scope.can_see_class_scope;
    let symbols: Vec<(Name, Symbol)> = scope.symbols.iter().map(|(name, symbol)| (Rc::clone(name), symbol)).collect();
    for (name, symbol) in symbols {
        let resolution = resolutions.names.get(&name).copied().unwrap_or_default();
        let cell = if inlined_cells.contains(&name) { Flags::COMPREHENSION_CELL } else { Flags::default() };
        scope.symbols.set(&name, Symbol { flags: symbol.flags.with(cell), resolution });
    }
    for name in free {
        if let Some(symbol) = scope.symbols.get(name) {
            if sees_class {
                let flags = symbol.flags.with(Flags::FREE_IN_CLASS);
                scope.symbols.set(name, Symbol { flags, ..symbol });
            }
        } else if bound.is_none_or(|bound| bound.contains(name)) {
            let symbol = Symbol { flags: Flags::default(), resolution: Resolution::Free };
            scope.symbols.set(name, symbol);
        }
    }
}
