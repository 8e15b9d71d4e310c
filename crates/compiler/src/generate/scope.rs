//! Entering and leaving code objects, their qualified names, and functions made of them.

use super::unit::{Unit, UnitKind};
use super::{Done, Generator};
use crate::ast::Context;
use crate::code::{CodeId, Constant};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::location::Location;
use crate::opcode::Opcode;
use crate::symbols::{BlockKey, Resolution, Scope, mangle};

/// `MAKE_FUNCTION`'s bits (`Python/compile.c`).
pub(super) mod function_flags {
    /// A tuple of defaults lies on the stack.
    pub(crate) const DEFAULTS: u32 = 1;
    /// A dict of keyword-only defaults.
    pub(crate) const KEYWORD_DEFAULTS: u32 = 2;
    /// A tuple of annotations.
    pub(crate) const ANNOTATIONS: u32 = 4;
    /// A tuple of cells.
    pub(crate) const CLOSURE: u32 = 8;
}

impl<'a> Generator<'a> {
    /// Opens a code object; every one begins with `RESUME`.
    pub(super) fn enter_scope(&mut self, name: &str, kind: UnitKind, key: BlockKey, line: i32) -> Done {
        let Some(scope) = self.symbols.lookup(key) else {
            return Err(Location::line(line).diagnostic(DiagnosticKind::Unsupported, "a block without a symbol table"));
        };
        let mut unit = Unit::new(kind, scope, self.symbols.scope(scope), name, line, self.constants.traffic());
        unit.private = self.units.last().and_then(|outer| outer.private.clone());
        self.units.push(unit);
        let mut location = Location::line(line);
        if kind == UnitKind::Module {
            location.line = 0;
        } else {
            self.set_qualname();
        }
        self.op_arg(location, Opcode::Resume, 0);
        Ok(())
    }

    /// Closes the innermost code object: it falls off its end with a return.
    pub(super) fn finish_scope(&mut self, return_none: bool) -> Result<CodeId, Diagnostic> {
        if return_none {
            self.load_none(Location::NONE);
        }
        self.op(Location::NONE, Opcode::ReturnValue);
        let flags = self.code_flags();
        let last = self.units.len() - 1;
        let unit = self.units.remove(last);
        let code = crate::assemble::assemble(unit, flags, self.filename, &mut self.constants)?;
        self.codes.push(code);
        Ok(CodeId(u32::try_from(self.codes.len() - 1).unwrap_or(u32::MAX)))
    }

    /// The block of the code object being generated.
    pub(super) fn scope(&self) -> &Scope {
        self.symbols.scope(self.units[self.units.len() - 1].scope)
    }

    /// `co_flags` (`compute_code_flags`).
    fn code_flags(&self) -> u32 {
        let scope = self.scope();
        let mut flags = self.features.flags();
        if scope.is_function_like() {
            flags |= 0x3;
            let bits = [
                (scope.varargs, 0x4),
                (scope.varkeywords, 0x8),
                (scope.nested, 0x10),
                (scope.generator && !scope.coroutine, 0x20),
                (!scope.generator && scope.coroutine, 0x80),
                (scope.generator && scope.coroutine, 0x200),
            ];
            flags |= bits.iter().filter(|(on, _)| *on).map(|(_, bit)| bit).sum::<u32>();
        }
        flags
    }

    fn set_qualname(&mut self) {
        let depth = self.units.len() - 1;
        let Some((unit, outer)) = self.units.split_last() else { return };
        // Directly in the module (or in a generic's scope there) the name stands alone.
        let mut parents = outer.iter().rev();
        let Some(mut parent) = parents.next().filter(|_| depth > 1) else { return };
        if parent.kind == UnitKind::TypeParameters {
            match parents.next().filter(|_| depth > 2) {
                Some(grandparent) => parent = grandparent,
                None => return,
            }
        }
        if matches!(unit.kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Class) {
            let mangled = mangle(parent.private.as_deref(), &unit.name);
            if self.symbols.scope(parent.scope).resolution(&mangled) == Resolution::GlobalExplicit {
                return;
            }
        }
        let is_function = matches!(parent.kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda);
        let locals = if is_function { ".<locals>" } else { "" };
        let qualname = format!("{}{locals}.{}", parent.qualname, unit.name);
        self.unit().qualname = qualname;
    }

    /// Pushes a function made of `code`, with the cells it needs (`compiler_make_closure`).
    pub(super) fn make_closure(&mut self, location: Location, code: CodeId, flags: u32) -> Done {
        let mut flags = flags;
        let free = free_variables(&self.codes[code.0 as usize]);
        if !free.is_empty() {
            for name in &free {
                let number = self.closure_number(name, location)?;
                self.op_arg(location, Opcode::LoadClosure, number);
            }
            flags |= function_flags::CLOSURE;
            self.op_count(location, Opcode::BuildTuple, free.len());
        }
        let constant = self.constants.code(code, &self.codes[code.0 as usize]);
        if !matches!(self.constants.get(constant), Constant::Code(first) if *first == code) {
            self.codes.truncate(code.0 as usize);
        }
        self.load_const(location, constant);
        self.op_arg(location, Opcode::MakeFunction, flags);
        Ok(())
    }

    fn closure_number(&mut self, name: &str, location: Location) -> Result<u32, Diagnostic> {
        let is_cell = self.reference_kind(name) == Resolution::Cell;
        let unit = self.unit();
        let table = if is_cell { &unit.cellvars } else { &unit.freevars };
        table.get(name).ok_or_else(|| {
            location.diagnostic(DiagnosticKind::Unsupported, format!("closure over '{name}', which no block binds"))
        })
    }

    /// Whether a name is a cell or free here (`get_ref_type`).
    pub(super) fn reference_kind(&mut self, name: &str) -> Resolution {
        if self.unit().kind == UnitKind::Class && (name == "__class__" || name == "__classdict__") {
            return Resolution::Cell;
        }
        self.scope().resolution(name)
    }

    /// A generator must not let `StopIteration` escape: its whole body is guarded.
    pub(super) fn guard_stop_iteration(&mut self) {
        let handler = self.new_label();
        self.unit().sequence.push_front(Opcode::SetupCleanup, handler.0, Location::NONE);
        self.load_none(Location::NONE);
        self.op(Location::NONE, Opcode::ReturnValue);
        self.place(handler);
        self.op_arg(Location::NONE, Opcode::CallIntrinsic1, crate::opcode::intrinsic_1::STOPITERATION_ERROR.into());
        self.op_arg(Location::NONE, Opcode::Reraise, 1);
    }

    /// Refuses `__debug__` as a name to bind or delete.
    pub(super) fn check_name(name: &str, location: Location, context: Context) -> Done {
        match context {
            Context::Store if name == "__debug__" => Err(location.error("cannot assign to __debug__")),
            Context::Del if name == "__debug__" => Err(location.error("cannot delete __debug__")),
            _ => Ok(()),
        }
    }
}

fn free_variables(code: &crate::code::Code) -> Vec<String> {
    let free = code.localsplus.iter().filter(|variable| variable.kind & crate::assemble::locals::FREE != 0);
    free.map(|variable| variable.name.clone()).collect()
}
