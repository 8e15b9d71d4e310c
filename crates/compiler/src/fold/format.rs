//! `"…%s…" % (a, b)` becomes an f-string (`optimize_format`).

use crate::ast::{BinaryOperator, Constant, Expression, ExpressionKind, Span, Text};

/// Widths and precisions of this many digits or more are left alone (`MAXDIGITS`).
const MOST_DIGITS: usize = 3;

/// The parts of the f-string, or nothing if the format needs more than `%s`, `%r` and `%a`.
pub(super) fn percent(text: &Text, op: BinaryOperator, values: &mut Vec<Expression>) -> Option<Vec<Expression>> {
    if op != BinaryOperator::Mod || values.iter().any(super::is_starred) {
        return None;
    }
    let mut points = text.0.as_slice();
    // First see whether all of it can be done, so that nothing is taken in vain.
    let mut units = Vec::new();
    let mut count = 0;
    loop {
        if let Some(literal) = literal(&mut points) {
            units.push(Unit::Literal(literal));
        }
        if points.is_empty() {
            break;
        }
        points = &points[1..];
        units.push(conversion(&mut points)?);
        count += 1;
    }
    if count != values.len() {
        return None;
    }
    let mut values = std::mem::take(values).into_iter();
    Some(units.into_iter().filter_map(|unit| unit.part(&mut values)).collect())
}

enum Unit {
    Literal(Vec<u32>),
    Value { conversion: char, specification: String },
}

impl Unit {
    fn part(self, values: &mut impl Iterator<Item = Expression>) -> Option<Expression> {
        match self {
            // Literal parts have no place of their own.
            Self::Literal(points) => Some(text(Text(points), Span::default())),
            Self::Value { conversion, specification } => {
                let value = values.next()?;
                let span = value.span;
                let format_spec = (!specification.is_empty()).then(|| Box::new(text(Text::new(&specification), span)));
                let kind = ExpressionKind::FormattedValue {
                    value: Box::new(value),
                    conversion: Some(conversion),
                    format_spec,
                };
                Some(Expression { kind, span })
            }
        }
    }
}

fn text(text: Text, span: Span) -> Expression {
    Expression { kind: ExpressionKind::Constant(Constant::Str(text)), span }
}

/// Takes the characters up to the next conversion; `%%` stands for one percent sign.
fn literal(points: &mut &[u32]) -> Option<Vec<u32>> {
    const PERCENT: u32 = '%' as u32;
    let mut taken = Vec::new();
    while let [first, rest @ ..] = points {
        if *first == PERCENT {
            let [PERCENT, after @ ..] = rest else { break };
            taken.push(PERCENT);
            *points = after;
        } else {
            taken.push(*first);
            *points = rest;
        }
    }
    (!taken.is_empty()).then_some(taken)
}

/// Takes one conversion, after its percent sign.
fn conversion(points: &mut &[u32]) -> Option<Unit> {
    let mut next = || {
        let (first, rest) = points.split_first()?;
        *points = rest;
        char::from_u32(*first)
    };
    let mut character = next()?;
    let mut left = false;
    while matches!(character, '-' | '+' | ' ' | '#' | '0') {
        left |= character == '-';
        character = next()?;
    }
    let mut width = None;
    if character.is_ascii_digit() {
        width = Some(digits(&mut character, &mut next)?);
    }
    let mut precision = None;
    if character == '.' {
        character = next()?;
        precision = Some(digits(&mut character, &mut next)?);
    }
    if !matches!(character, 's' | 'r' | 'a') {
        return None;
    }
    let mut specification = String::new();
    if !left && width.is_some_and(|width| width > 0) {
        specification.push('>');
    }
    if let Some(width) = width {
        specification.push_str(&width.to_string());
    }
    if let Some(precision) = precision {
        specification.push_str(&format!(".{precision}"));
    }
    Some(Unit::Value { conversion: character, specification })
}

fn digits(character: &mut char, next: &mut impl FnMut() -> Option<char>) -> Option<u32> {
    let mut value = 0;
    let mut count = 0;
    while let Some(digit) = character.to_digit(10) {
        value = value * 10 + digit;
        *character = next()?;
        count += 1;
        if count >= MOST_DIGITS {
            return None;
        }
    }
    Some(value)
}
