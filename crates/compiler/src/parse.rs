//! From source text to [`crate::ast`]. The parser's own types stop in the files of this folder.

mod expression;
mod fstring;
mod literal;
mod parameters;
mod pattern;
mod position;
mod statement;

use std::borrow::Cow;

use ruff_python_ast as syntax;
use ruff_python_ast::PythonVersion;
use ruff_python_ast::token::Tokens;
use ruff_python_parser::{ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextSize};

use crate::ast::{Expression, Module, Statement, StatementKind};
use crate::diagnostic::Diagnostic;
use crate::prescan::Scan;
use crate::{Mode, diagnose, prescan};
pub(crate) use position::Positions;

/// Parses `source` as CPython 3.12 does, in `mode`; line ends may be any of the three conventions.
///
/// # Errors
/// The first error in CPython's words: what the scan before parsing, the parser or a literal complains about.
pub fn parse(source: &str, mode: Mode) -> Result<Module, Diagnostic> {
    let source = with_plain_line_ends(source);
    let scan = prescan::scan(&source, mode)?;
    let options = ParseOptions::from(match mode {
        Mode::File | Mode::Prompt => ruff_python_parser::Mode::Module,
        Mode::Expression => ruff_python_parser::Mode::Expression,
    });
    if let Some(error) = diagnose::tokenizer_error(&source, &scan, mode) {
        return Err(error);
    }
    let parsed = parse_unchecked(
        &with_bare_raise_hidden(&source, &scan),
        options.with_target_version(PythonVersion::PY312),
    );
    if let Some(error) = diagnose::parser_error(&source, &scan, mode, &parsed) {
        return Err(error);
    }
    let mut lowering = Lowering {
        source: &source,
        tokens: parsed.tokens(),
        positions: Positions::new(&source),
        error: None,
    };
    let module = match (parsed.syntax(), mode) {
        (syntax::Mod::Expression(expression), _) => Module::Expression(lowering.boxed(&expression.body)),
        (syntax::Mod::Module(module), Mode::Prompt) => Module::Interactive(lowering.statements(&module.body)),
        (syntax::Mod::Module(module), _) => Module::File(lowering.statements(&module.body)),
    };
    match lowering.error {
        Some(error) => Err(error),
        None => Ok(module),
    }
}

/// Splits a program into the statements a person would type at the prompt, one `Interactive` each.
/// Their positions remain those of the program.
///
/// # Errors
/// As [`parse`].
pub fn statements(source: &str) -> Result<Vec<Typed>, Diagnostic> {
    let Module::File(statements) = parse(source, Mode::File)? else {
        return Ok(Vec::new());
    };
    let mut typed: Vec<Typed> = Vec::new();
    for next in statements.into_iter().map(Typed::new) {
        match typed.last_mut() {
            // What stands in one line is typed and compiled in one go.
            Some(last) if last.last_line == next.first_line => last.join(next),
            _ => typed.push(next),
        }
    }
    Ok(typed)
}

/// One statement, or the statements of one line, as typed at the prompt.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The statement, as `Interactive`.
    pub module: Module,
    /// Its first line in the program, decorators included; from 1.
    pub first_line: u32,
    /// Its last line in the program.
    pub last_line: u32,
}

impl Typed {
    fn join(&mut self, next: Self) {
        if let (Module::Interactive(statements), Module::Interactive(more)) = (&mut self.module, next.module) {
            statements.extend(more);
        }
        self.last_line = next.last_line;
    }

    fn new(statement: Statement) -> Self {
        let decorators = match &statement.kind {
            StatementKind::FunctionDef(function) | StatementKind::AsyncFunctionDef(function) => {
                &function.decorators[..]
            }
            StatementKind::ClassDef(class) => &class.decorators[..],
            _ => &[],
        };
        let first_line = decorators
            .iter()
            .map(|it| it.span.line)
            .chain([statement.span.line])
            .min()
            .unwrap_or(1);
        let last_line = statement.span.end_line;
        Self {
            module: Module::Interactive(vec![statement]),
            first_line,
            last_line,
        }
    }
}

/// The source as CPython's tokenizer sees it: no byte order mark, every line end a line feed.
fn with_plain_line_ends(source: &str) -> Cow<'_, str> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.contains('\r') {
        Cow::Owned(source.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(source)
    }
}

/// The parser takes `raise;` for an error. It is given `pass ;` instead, which the lowering turns back.
fn with_bare_raise_hidden<'s>(source: &'s str, scan: &Scan) -> Cow<'s, str> {
    let mut hidden = Cow::Borrowed(source);
    for pair in scan.tokens.windows(2) {
        if pair[0].text(source) == BARE_RAISE && pair[1].text(source) == ";" {
            hidden
                .to_mut()
                .replace_range(pair[0].start as usize..pair[0].end as usize, "pass ");
        }
    }
    hidden
}

/// `raise` without an exception.
const BARE_RAISE: &str = "raise";

/// What turns the parser's nodes into ours.
struct Lowering<'s> {
    source: &'s str,
    tokens: &'s Tokens,
    positions: Positions,
    /// The first thing wrong with a literal, which the parser lets pass.
    error: Option<Diagnostic>,
}

impl Lowering<'_> {
    /// Remembers `error` unless an earlier one is known.
    fn complain(&mut self, error: Diagnostic) {
        self.error.get_or_insert(error);
    }

    /// The source text of a node.
    fn text(&self, node: &impl Ranged) -> &str {
        &self.source[node.range()]
    }

    /// Where the first token at or after `offset` starts that is not a comment or a line end.
    fn next_token(&self, offset: TextSize) -> TextSize {
        let from = self.tokens.partition_point(|token| token.start() < offset);
        let next = self.tokens[from..]
            .iter()
            .find(|token| !token.kind().is_trivia() && !token.kind().is_any_newline());
        next.map_or(offset, Ranged::start)
    }

    fn optional(&mut self, expression: Option<&syntax::Expr>) -> Option<Box<Expression>> {
        expression.map(|it| self.boxed(it))
    }

    fn boxed(&mut self, expression: &syntax::Expr) -> Box<Expression> {
        Box::new(self.expression(expression))
    }

    fn expressions(&mut self, expressions: &[syntax::Expr]) -> Vec<Expression> {
        expressions.iter().map(|it| self.expression(it)).collect()
    }
}
