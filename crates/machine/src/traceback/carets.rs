//! The line of `~~~^^^` below a line of source (PEP 657; `tb_displayline` in Python/traceback.c).

use heapglass_compiler::{
    Mode,
    ast::{ExpressionKind, Module, StatementKind},
    lines::Place,
    parse,
};

use super::width::columns;

/// What is marked apart inside the range, as offsets in it, in columns: the operator, or the subscript.
struct Anchors {
    left: usize,
    right: usize,
}

/// The line of marks for `place` in `source`, with its line end; empty where CPython draws none.
pub(super) fn line(source: &str, place: &Place) -> String {
    let (Some(column), Some(end_column)) = (place.column, place.end_column) else { return String::new() };
    let source = source.trim_end_matches(['\n', '\r']);
    let start = columns(source, column as usize);
    let indent = source.chars().take_while(|c| matches!(c, ' ' | '\t' | '\x0c')).count();
    let length = columns(source, source.len());
    let (end, anchors) = if place.line == place.end_line {
        let end = columns(source, end_column as usize);
        let part = source.get(column as usize..(end_column as usize).min(source.len())).unwrap_or_default();
        (end, anchors(part))
    } else {
        (columns(source, source.trim_end_matches([' ', '\t', '\x0c']).len()), None)
    };
    if end.saturating_sub(start) == length - indent && anchors.is_none() {
        return String::new();
    }
    draw(indent, start, end, anchors.as_ref())
}

/// The marks inside a part of a line, as offsets in characters: those of the operator, or of the subscript.
pub(crate) fn anchor_offsets(part: &str) -> Option<(usize, usize)> {
    anchors(part).map(|found| (found.left, found.right))
}

fn draw(indent: usize, start: usize, end: usize, anchors: Option<&Anchors>) -> String {
    let mut text = String::from("    ");
    for offset in indent..end {
        let mark = match anchors {
            _ if offset < start => ' ',
            None => '^',
            Some(anchors) if (start + anchors.left..start + anchors.right).contains(&offset) => '^',
            Some(_) => '~',
        };
        text.push(mark);
    }
    text.push('\n');
    text
}

/// The operator of a binary operation, or what follows the value of a subscription (`extract_anchors_from_expr`).
fn anchors(part: &str) -> Option<Anchors> {
    let Ok(Module::File(statements)) = parse::parse(part, Mode::File) else { return None };
    let [statement] = &statements[..] else { return None };
    let StatementKind::Expr(expression) = &statement.kind else { return None };
    let bytes = part.as_bytes();
    let found = match &expression.kind {
        ExpressionKind::BinOp { left, right, .. } => {
            operator(bytes, left.span.end_column as usize, right.span.column as usize)?
        }
        ExpressionKind::Subscript { value, slice, .. } => {
            subscript(bytes, value.span.end_column as usize, slice.span.end_column as usize + 1)
        }
        _ => return None,
    };
    Some(Anchors { left: columns(part, found.left), right: columns(part, found.right) })
}

fn operator(bytes: &[u8], from: usize, to: usize) -> Option<Anchors> {
    let mut found = None;
    for at in from..to {
        if bytes[at].is_ascii_whitespace() {
            continue;
        }
        let two = at + 1 < to && !bytes[at + 1].is_ascii_whitespace();
        found = Some(Anchors { left: at, right: at + 1 + usize::from(two) });
        if at + 1 < to && bytes[at] == b')' {
            continue;
        }
        break;
    }
    found
}

fn subscript(bytes: &[u8], mut left: usize, mut right: usize) -> Anchors {
    while left < bytes.len() && bytes[left] != b'[' {
        left += 1;
    }
    while right < bytes.len() && bytes[right] != b']' {
        right += 1;
    }
    Anchors { left, right: (right + 1).min(bytes.len()) }
}

#[cfg(test)]
mod tests {
    use super::line;
    use heapglass_compiler::lines::Place;

    fn place(column: u32, end_column: u32) -> Place {
        Place { line: 1, end_line: 1, column: Some(column), end_column: Some(end_column) }
    }

    #[test]
    fn an_operator_is_marked_apart_from_its_operands() {
        assert_eq!(line("    return 1/0", &place(11, 14)), "           ~^~\n");
    }

    #[test]
    fn a_whole_line_gets_no_marks() {
        assert_eq!(line("  f(x)", &place(2, 6)), "");
    }
}
