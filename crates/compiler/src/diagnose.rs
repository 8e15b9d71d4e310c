//! The parser's errors in CPython's words.
//!
//! That a source does not parse, the parser has found out. What CPython says of it, a recogniser of CPython's grammar tells.

mod atom;
mod call;
mod compound;
mod escape;
mod expression;
mod fstring;
mod handler;
mod node;
mod operator;
mod parameters;
mod pattern;
mod place;
mod raise;
mod recogniser;
mod statement;
mod target;

use ruff_python_ast::Mod;
use ruff_python_parser::{LexicalErrorType, ParseErrorType, Parsed};
use ruff_text_size::Ranged;

pub(crate) use place::Places;
use recogniser::{Outcome, Parse, Recogniser, UNEXPECTED_INDENT};

use crate::Mode;
use crate::diagnostic::Diagnostic;
use crate::prescan::{Scan, Token};

/// The error of a source that the tokenizer refuses.
pub(crate) fn tokenizer_error(source: &str, scan: &Scan, mode: Mode) -> Option<Diagnostic> {
    let stop = scan.stop.as_ref()?;
    let places = Places::of(source, mode);
    Some(match Recogniser::new(&places, scan, Vec::new()).run(start_rule(mode)) {
        // The grammar itself refuses a conversion; behind such an error CPython looks for those of the tokenizer.
        Outcome::Refused(error) if fstring::is_of_conversion(&error) => stop.error.clone(),
        // CPython looks no further when a line is indented for no reason.
        Outcome::Refused(error) if !stop.first || error.message == UNEXPECTED_INDENT => *error,
        _ => stop.error.clone(),
    })
}

/// The error of a source that the parser refuses.
pub(crate) fn parser_error(source: &str, scan: &Scan, mode: Mode, parsed: &Parsed<Mod>) -> Option<Diagnostic> {
    let errors = parsed.errors().iter().map(Ranged::range);
    let unsupported = parsed.unsupported_syntax_errors().iter().map(Ranged::range);
    let places = Places::of(source, mode);
    let Some(first) = errors.chain(unsupported).min_by_key(|range| range.start()) else {
        return operator_behind_yield(&places, scan, mode);
    };
    Some(
        match Recogniser::new(&places, scan, wrong_escapes(parsed)).run(start_rule(mode)) {
            Outcome::Refused(error) => *error,
            // The grammar allows it, or is too deep to tell: the parser's own place must do.
            Outcome::Accepted | Outcome::GaveUp => places.range(first),
        },
    )
}

/// The parser takes `yield < x` for a comparison, which in Python it is only in brackets.
fn operator_behind_yield(places: &Places<'_>, scan: &Scan, mode: Mode) -> Option<Diagnostic> {
    let source = places.source;
    let doubtful =
        |pair: &[Token]| pair[0].text(source) == "yield" && OPERATORS_NOT_BEHIND_YIELD.contains(&pair[1].text(source));
    if !scan.tokens.windows(2).any(doubtful) {
        return None;
    }
    match Recogniser::new(places, scan, Vec::new()).run(start_rule(mode)) {
        Outcome::Refused(error) => Some(*error),
        Outcome::Accepted | Outcome::GaveUp => None,
    }
}

/// Operators that need an operand to their left.
const OPERATORS_NOT_BEHIND_YIELD: [&str; 22] = [
    "<", ">", "==", "!=", "<=", ">=", "/", "//", "%", "@", "|", "&", "^", "<<", ">>", "**", ".", "and", "or", "is",
    "in", "if",
];

fn start_rule<'s>(mode: Mode) -> fn(&mut Recogniser<'s>) -> Parse<()> {
    match mode {
        Mode::File | Mode::Prompt => Recogniser::file,
        Mode::Expression => Recogniser::eval,
    }
}

/// Where the parser found escapes it cannot decode.
fn wrong_escapes(parsed: &Parsed<Mod>) -> Vec<u32> {
    let wrong = |error: &ParseErrorType| {
        matches!(
            error,
            ParseErrorType::Lexical(
                LexicalErrorType::UnicodeError
                    | LexicalErrorType::MissingUnicodeLbrace
                    | LexicalErrorType::MissingUnicodeRbrace
            )
        )
    };
    parsed
        .errors()
        .iter()
        .filter(|it| wrong(&it.error))
        .map(|it| it.location.start().to_u32())
        .collect()
}
