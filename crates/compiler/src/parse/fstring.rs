//! Format strings, in the shape CPython 3.12 gives them (`Parser/action_helpers.c`).

use ruff_python_ast as syntax;
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::Lowering;
use crate::ast::{Constant, Expression, ExpressionKind, Span, Text};
use crate::diagnostic::DiagnosticKind;

/// `!r`, which `{value=}` implies when it names neither a conversion nor a format.
const REPR: char = 'r';

impl Lowering<'_> {
    /// One `JoinedStr` for all adjacent literals; neighbouring pieces of text become one, empty ones vanish.
    pub(super) fn f_string(&mut self, it: &syntax::ExprFString) -> ExpressionKind {
        let mut pieces = Vec::new();
        for part in it.value.iter() {
            match part {
                syntax::FStringPart::Literal(literal) => {
                    let text = self.string_part(literal);
                    pieces.push(constant(text, self.positions.span(literal)));
                }
                syntax::FStringPart::FString(f_string) => {
                    let raw = f_string.flags.prefix().is_raw();
                    for element in &f_string.elements {
                        self.element(element, raw, &mut pieces);
                    }
                }
            }
        }
        ExpressionKind::JoinedStr(joined(pieces))
    }

    fn element(&mut self, element: &syntax::InterpolatedStringElement, raw: bool, pieces: &mut Vec<Expression>) {
        match element {
            syntax::InterpolatedStringElement::Literal(it) => {
                let text = self.decoded(&it.value, self.text(it), raw, true);
                pieces.push(constant(text, self.positions.span(it)));
            }
            syntax::InterpolatedStringElement::Interpolation(it) => {
                if let Some(debug) = &it.debug_text {
                    pieces.push(self.debug_text(it, debug));
                }
                pieces.push(self.formatted_value(it, raw));
            }
        }
    }

    /// `x=` of `{x=}`: everything from the brace to the end of the white space behind the equals sign, comments left out.
    fn debug_text(&self, it: &syntax::InterpolatedElement, debug: &syntax::DebugText) -> Expression {
        let start = it.start() + TextSize::from(1);
        let range = TextRange::at(start, TextSize::of(debug.as_str()));
        let mut text = String::new();
        let mut kept = start;
        let comments = self
            .tokens
            .iter()
            .skip(self.tokens.partition_point(|token| token.start() < start));
        for comment in comments
            .take_while(|token| token.end() <= range.end())
            .filter(|token| token.kind().is_comment())
        {
            text.push_str(&self.source[TextRange::new(kept, comment.start())]);
            kept = comment.end();
        }
        text.push_str(&self.source[TextRange::new(kept, range.end())]);
        constant(Text::new(&text), self.positions.span(&range))
    }

    fn formatted_value(&mut self, it: &syntax::InterpolatedElement, raw: bool) -> Expression {
        let mut conversion = it.conversion.to_char();
        if it.debug_text.is_some() && conversion.is_none() && it.format_spec.is_none() {
            conversion = Some(REPR);
        }
        let value = self.boxed(&it.expression);
        let format_spec = it
            .format_spec
            .as_deref()
            .map(|spec| Box::new(self.format_spec(spec, raw)));
        let span = self.positions.span(it);
        Expression {
            kind: ExpressionKind::FormattedValue {
                value,
                conversion,
                format_spec,
            },
            span,
        }
    }

    /// The part from the colon on. CPython's tokenizer closes one that ends in a nested field with an empty piece of text,
    /// which stays in the tree.
    fn format_spec(&mut self, spec: &syntax::InterpolatedStringFormatSpec, raw: bool) -> Expression {
        let mut pieces = Vec::new();
        for element in &spec.elements {
            if let syntax::InterpolatedStringElement::Interpolation(it) = element
                && it.debug_text.is_some()
            {
                // CPython 3.12.1 makes an ill-formed tree of `{x:{width=}}` and then refuses it.
                self.complain_at(
                    it.range(),
                    DiagnosticKind::Value,
                    "field 'value' is required for Constant".to_owned(),
                );
            }
            self.element(element, raw, &mut pieces);
        }
        if let Some(syntax::InterpolatedStringElement::Interpolation(last)) = spec.elements.last() {
            pieces.push(constant(
                Text::default(),
                self.positions.between(last.end(), last.end()),
            ));
        }
        let colon = self.source[..spec.start().to_usize()].ends_with(':');
        let start = if colon {
            spec.start() - TextSize::from(1)
        } else {
            spec.start()
        };
        Expression {
            kind: ExpressionKind::JoinedStr(pieces),
            span: self.positions.between(start, spec.end()),
        }
    }
}

fn constant(text: Text, span: Span) -> Expression {
    Expression {
        kind: ExpressionKind::Constant(Constant::Str(text)),
        span,
    }
}

/// Neighbouring pieces of text made one.
fn joined(pieces: Vec<Expression>) -> Vec<Expression> {
    let mut all: Vec<Expression> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (all.last_mut(), piece) {
            (
                Some(Expression {
                    kind: ExpressionKind::Constant(Constant::Str(text)),
                    span,
                }),
                Expression {
                    kind: ExpressionKind::Constant(Constant::Str(more)),
                    span: place,
                },
            ) => {
                text.0.extend(more.0);
                (span.end_line, span.end_column) = (place.end_line, place.end_column);
            }
            (_, piece) => all.push(piece),
        }
    }
    all.retain(|piece| !matches!(&piece.kind, ExpressionKind::Constant(Constant::Str(text)) if text.0.is_empty()));
    all
}
