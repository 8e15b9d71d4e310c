//! What the parser proper cannot do, and what the prompt needs.

use heapglass_compiler::ast::{Constant, ExpressionKind, Module, Span, Statement, StatementKind};
use heapglass_compiler::{Mode, parse};

fn statements(source: &str) -> Vec<Statement> {
    match parse::parse(source, Mode::File) {
        Ok(Module::File(statements)) => statements,
        other => panic!("{other:?}"),
    }
}

fn text(source: &str) -> Vec<u32> {
    let StatementKind::Expr(expression) = &statements(source)[0].kind else {
        panic!("no expression")
    };
    let ExpressionKind::Constant(Constant::Str(text)) = &expression.kind else {
        panic!("no string")
    };
    text.0.clone()
}

fn message(source: &str) -> String {
    parse::parse(source, Mode::File).unwrap_err().message
}

#[test]
fn lone_surrogates_survive_among_other_escapes() {
    assert_eq!(
        text(r"'a\ud800\x41\N{BULLET}\101\q\udfff'"),
        [0x61, 0xd800, 0x41, 0x2022, 0x41, 0x5c, 0x71, 0xdfff]
    );
    assert_eq!(text("'\\\n\\ud83d\\ude00\u{fffd}'"), [0xd83d, 0xde00, 0xfffd]);
}

#[test]
fn all_three_line_ends_are_line_feeds() {
    assert_eq!(text("'''a\r\nb\rc'''"), [0x61, 10, 0x62, 10, 0x63]);
    assert_eq!(
        statements("a\r\nb\rc\n")
            .iter()
            .map(|it| it.span.line)
            .collect::<Vec<_>>(),
        [1, 2, 3]
    );
}

#[test]
fn raise_alone_may_have_a_semicolon_behind_it() {
    let raised = &statements("raise;pass\n")[0];
    assert!(matches!(raised.kind, StatementKind::Raise { exc: None, cause: None }));
    assert_eq!(
        raised.span,
        Span {
            line: 1,
            column: 0,
            end_line: 1,
            end_column: 5
        }
    );
}

#[test]
fn a_program_is_typed_line_by_line_and_a_compound_statement_in_one_go() {
    let typed = parse::statements("a = 1; b = 2\n\n@d\ndef f():\n\n    pass\nif a:\n    b\n").unwrap();
    let lines: Vec<_> = typed.iter().map(|it| (it.first_line, it.last_line)).collect();
    assert_eq!(lines, [(1, 1), (3, 6), (7, 8)]);
    let counts: Vec<_> = typed
        .iter()
        .map(|it| match &it.module {
            Module::Interactive(body) => body.len(),
            _ => 0,
        })
        .collect();
    assert_eq!(counts, [2, 1, 1]);
}

#[test]
fn an_error_of_the_tokenizer_comes_before_one_of_the_grammar() {
    assert_eq!(
        message("x = = 1\ny = 'a"),
        "unterminated string literal (detected at line 2)"
    );
    assert_eq!(message("x = = 1\ny = f'a"), "invalid syntax");
    assert_eq!(message("  x\n)"), "unexpected indent");
    assert_eq!(message("print('a'\nx = 1"), "'(' was never closed");
}
