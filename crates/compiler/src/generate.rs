//! From the tree to instructions (`Python/compile.c`): one [`unit::Unit`] after another, inner ones first.

mod assignment;
mod attribute;
mod call;
mod class;
mod comprehension;
mod condition;
mod display;
mod exception;
mod exception_group;
mod expression;
mod flow;
mod fstring;
mod function;
mod import;
mod inlined;
mod name;
mod pattern;
mod scope;
pub(crate) mod sequence;
mod statement;
mod type_parameter;
pub(crate) mod unit;
mod unparse;
mod unwind;
mod warning;
mod with;

use crate::ast;
use crate::ast::{Module, Statement, StatementKind};
use crate::code::{Code, CodeId, Compilation, ConstantId, Warning};
use crate::constants::Constants;
use crate::diagnostic::Diagnostic;
use crate::future::Features;
use crate::location::Location;
use crate::opcode::Opcode;
use crate::symbols::{BlockKey, SymbolTable, mangle};
use sequence::Label;
use unit::{Unit, UnitKind};

/// Nothing, or why the source does not compile.
type Done = Result<(), Diagnostic>;

/// The state of a compilation (`struct compiler`). `'a` is the tree's life.
struct Generator<'a> {
    filename: &'a str,
    features: Features,
    symbols: SymbolTable,
    constants: Constants,
    codes: Vec<Code>,
    /// The units around, outermost first; the last is being generated.
    units: Vec<Unit<'a>>,
    interactive: bool,
    warnings: Vec<Warning>,
}

/// Compiles `module`, whose constants are folded and whose names are known. `literals` are its literals and what
/// was folded from them.
pub(crate) fn generate(
    module: &Module,
    filename: &str,
    features: Features,
    symbols: SymbolTable,
    literals: &[crate::arena::Held],
    constants: Constants,
) -> Result<Compilation, Diagnostic> {
    let traffic = constants.traffic().clone();
    let mut generator = Generator {
        filename,
        features,
        symbols,
        constants,
        codes: Vec::new(),
        units: Vec::new(),
        interactive: matches!(module, Module::Interactive(_)),
        warnings: Vec::new(),
    };
    generator.module(module)?;
    let root = CodeId(u32::try_from(generator.codes.len().saturating_sub(1)).unwrap_or(u32::MAX));
    let arena = crate::arena::references(literals, &generator.constants);
    let left_over = crate::arena::left_over(literals, &generator.constants);
    // The compiler goes: its symbol table, then its cache of constants (`compiler_free`).
    drop(generator.symbols);
    let constants = generator.constants.finish(&generator.codes, root);
    Ok(Compilation {
        constants,
        codes: generator.codes,
        root,
        arena,
        warnings: generator.warnings,
        containers: traffic.finish(&left_over),
    })
}

impl<'a> Generator<'a> {
    fn module(&mut self, module: &'a Module) -> Done {
        self.enter_scope("<module>", UnitKind::Module, BlockKey::Module, 1)?;
        let start = Location::line(1);
        match module {
            Module::File(body) => self.body(start, body)?,
            Module::Interactive(body) => {
                if has_annotations(body) {
                    self.op(start, Opcode::SetupAnnotations);
                }
                self.statements(body)?;
            }
            Module::Expression(value) => self.expression(value)?,
        }
        self.finish_scope(!matches!(module, Module::Expression(_)))?;
        Ok(())
    }

    /// The statements of a module or class, with their docstring and `__annotations__`.
    fn body(&mut self, location: Location, body: &'a [Statement]) -> Done {
        let at_module = self.unit().kind == UnitKind::Module;
        let location = body.first().filter(|_| at_module).map_or(location, |first| first.span.into());
        if has_annotations(body) {
            self.op(location, Opcode::SetupAnnotations);
        }
        let mut rest = body;
        if let Some((value, others)) = split_docstring(body) {
            self.expression(value)?;
            self.name_op(Location::NONE, "__doc__", ast::Context::Store)?;
            rest = others;
        }
        self.statements(rest)
    }

    fn unit(&mut self) -> &mut Unit<'a> {
        let last = self.units.len() - 1;
        &mut self.units[last]
    }

    fn new_label(&mut self) -> Label {
        self.unit().sequence.new_label()
    }

    fn place(&mut self, label: Label) {
        self.unit().sequence.place(label);
    }

    fn op(&mut self, location: Location, opcode: Opcode) {
        self.unit().sequence.push(opcode, 0, location);
    }

    fn op_arg(&mut self, location: Location, opcode: Opcode, argument: u32) {
        self.unit().sequence.push(opcode, argument, location);
    }

    fn op_count(&mut self, location: Location, opcode: Opcode, count: usize) {
        self.op_arg(location, opcode, u32::try_from(count).unwrap_or(u32::MAX));
    }

    fn jump(&mut self, location: Location, opcode: Opcode, label: Label) {
        self.unit().sequence.push(opcode, label.0, location);
    }

    fn load_const(&mut self, location: Location, constant: ConstantId) {
        let number = self.const_number(constant);
        self.op_arg(location, Opcode::LoadConst, number);
    }

    /// The number of `constant` in `co_consts`.
    fn const_number(&mut self, constant: ConstantId) -> u32 {
        let is_text = self.constants.is_text(constant);
        self.unit().const_number(constant, is_text)
    }

    /// Loads a tuple or frozenset that is made of constants here.
    fn load_made(&mut self, location: Location, value: &ast::Constant) {
        let constant = self.constants.merge_made(value);
        self.load_const(location, constant);
    }

    fn load_literal(&mut self, location: Location, value: &ast::Constant) {
        let constant = self.constants.merge(value);
        self.load_const(location, constant);
    }

    fn load_none(&mut self, location: Location) {
        let none = self.constants.none();
        self.load_const(location, none);
    }

    fn load_text(&mut self, location: Location, text: &str) {
        let text = self.constants.text(text);
        self.load_const(location, text);
    }

    fn load_int(&mut self, location: Location, value: usize) {
        self.load_literal(location, &ast::Constant::Int(value.into()));
    }

    fn load_texts<'t>(&mut self, location: Location, texts: impl Iterator<Item = &'t str>) {
        let tuple = self.constants.texts(texts);
        self.load_const(location, tuple);
    }
}

/// A name as it is stored in `unit`.
fn mangle_for(unit: &Unit, name: &str) -> String {
    mangle(unit.private.as_deref(), name).into_owned()
}

/// The docstring of a body and the statements after it.
fn split_docstring(body: &[Statement]) -> Option<(&ast::Expression, &[Statement])> {
    let (first, rest) = body.split_first()?;
    let StatementKind::Expr(value) = &first.kind else { return None };
    matches!(value.kind, ast::ExpressionKind::Constant(ast::Constant::Str(_))).then_some((value, rest))
}

/// Whether a body annotates a variable anywhere outside inner functions and classes (`find_ann`).
fn has_annotations(body: &[Statement]) -> bool {
    body.iter().any(|statement| match &statement.kind {
        StatementKind::AnnAssign { .. } => true,
        StatementKind::For(node) | StatementKind::AsyncFor(node) => {
            has_annotations(&node.body) || has_annotations(&node.orelse)
        }
        StatementKind::While { body, orelse, .. } | StatementKind::If { body, orelse, .. } => {
            has_annotations(body) || has_annotations(orelse)
        }
        StatementKind::With { body, .. } | StatementKind::AsyncWith { body, .. } => has_annotations(body),
        StatementKind::Try(node) | StatementKind::TryStar(node) => {
            node.handlers.iter().any(|handler| has_annotations(&handler.body))
                || has_annotations(&node.body)
                || has_annotations(&node.finalbody)
                || has_annotations(&node.orelse)
        }
        StatementKind::Match { cases, .. } => cases.iter().any(|case| has_annotations(&case.body)),
        _ => false,
    })
}
