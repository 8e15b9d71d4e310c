//! Strings and the fields of format strings.

use super::escape;
use crate::diagnostic::Diagnostic;
use super::node::Shape;
use super::recogniser::{Found, Parse, Recogniser, Rule, must, need};
use crate::prescan::TokenKind;

/// As CPython spells it.
const MISPLACED_CONVERSION: &str = "f-string: conversion type must come right after the exclamanation mark";
const WRONG_CONVERSION: &str = "f-string: invalid conversion character ";

/// Whether an error is one about what stands behind an exclamation mark.
pub(super) fn is_of_conversion(error: &Diagnostic) -> bool {
    error.message == MISPLACED_CONVERSION || error.message.starts_with(WRONG_CONVERSION)
}

impl Recogniser<'_> {
    pub(super) fn strings(&mut self) -> Found {
        self.remembered(Rule::Strings, |this| {
            let start = this.mark;
            let mut formatted = false;
            loop {
                if this.is(TokenKind::String) {
                    this.advance();
                } else if this.is(TokenKind::FStringStart) {
                    formatted = true;
                    need!(this.f_string());
                } else {
                    break;
                }
            }
            must!(this.mark > start);
            this.check_strings(start)?;
            this.node(
                if formatted { Shape::FString } else { Shape::Literal },
                start,
                Vec::new(),
            )
        })
    }

    /// What is wrong within strings shows when they are put together.
    fn check_strings(&self, start: usize) -> Parse<()> {
        let strings = || (start..self.mark).filter(|index| self.token(*index).kind == TokenKind::String);
        let bytes = |index: &usize| escape::is_bytes(self.text(*index));
        let first = strings().next();
        let all = first.is_some_and(|first| bytes(&first)) && self.token(start).kind == TokenKind::String;
        let formatted = (start..self.mark).any(|index| self.token(index).kind == TokenKind::FStringStart);
        if strings().any(|index| bytes(&index) != all) || (formatted && strings().any(|index| bytes(&index))) {
            return self.raise_here("cannot mix bytes and nonbytes literals");
        }
        for index in strings() {
            if let Some(message) = escape::mistake(self.text(index), self.token(index).start, &self.wrong_escapes) {
                return self.raise(index, index + 1, message);
            }
        }
        Ok(None)
    }

    fn f_string(&mut self) -> Parse<()> {
        let raw = self.text(self.mark).contains(['r', 'R']);
        self.advance();
        let mut mistake = None;
        loop {
            if self.is(TokenKind::FStringMiddle) {
                let (text, start) = (self.text(self.mark), self.token(self.mark).start);
                self.advance();
                if !raw && mistake.is_none() {
                    mistake = escape::mistake_in_text(text, start, &self.wrong_escapes);
                }
            } else if self.attempt(Self::replacement_field)?.is_none() {
                break;
            }
        }
        must!(self.take_kind(TokenKind::FStringEnd));
        mistake.map_or(Ok(Some(())), |message| self.raise_here(message))
    }

    pub(super) fn replacement_field(&mut self) -> Parse<()> {
        let plain = self.attempt(|this| {
            must!(this.take("{"));
            need!(this.yield_or_star_expressions());
            this.take("=");
            this.attempt(Self::conversion)?;
            if this.take(":") {
                this.format_spec()?;
            }
            Ok(this.take("}").then_some(()))
        })?;
        if plain.is_none() && self.invalid {
            self.invalid_replacement_field()?;
        }
        Ok(plain)
    }

    fn format_spec(&mut self) -> Parse<()> {
        while self.take_kind(TokenKind::FStringMiddle) || self.attempt(Self::replacement_field)?.is_some() {}
        Ok(Some(()))
    }

    fn conversion(&mut self) -> Parse<()> {
        let mark = self.mark;
        must!(self.take("!"));
        must!(self.take_name());
        if self.token(mark).end != self.token(mark + 1).start {
            return self.raise(
                mark,
                mark + 2,
                MISPLACED_CONVERSION,
            );
        }
        let character = self.text(mark + 1);
        if matches!(character, "s" | "r" | "a") {
            return Ok(Some(()));
        }
        self.raise_at_token(
            mark + 1,
            format!("{WRONG_CONVERSION}'{character}': expected 's', 'r', or 'a'"),
        )
    }

    fn invalid_replacement_field(&mut self) -> Parse<()> {
        must!(self.take("{"));
        for mark in ["=", "!", ":", "}"] {
            if self.at(mark) {
                return self.raise_at_token(
                    self.mark,
                    format!("f-string: valid expression required before '{mark}'"),
                );
            }
        }
        if self.attempt(Self::yield_or_star_expressions)?.is_none() {
            return self.raise_at_token(self.mark, "f-string: expecting a valid expression after '{'");
        }
        if !self.at_any(&["=", "!", ":", "}"]) {
            return self.raise_at_token(self.mark, "f-string: expecting '=', or '!', or ':', or '}'");
        }
        if self.take("=") && !self.at_any(&["!", ":", "}"]) {
            return self.raise_at_token(self.mark, "f-string: expecting '!', or ':', or '}'");
        }
        if self.at("!") {
            self.advance();
            if self.at_any(&[":", "}"]) {
                return self.raise_at_token(self.mark, "f-string: missing conversion character");
            }
            if !self.take_name() {
                return self.raise_at_token(self.mark, "f-string: invalid conversion character");
            }
        }
        if !self.at_any(&[":", "}"]) {
            return self.raise_at_token(self.mark, "f-string: expecting ':' or '}'");
        }
        if self.take(":") {
            self.format_spec()?;
            if !self.at("}") {
                return self.raise_at_token(self.mark, "f-string: expecting '}', or format specs");
            }
        }
        if self.at("}") {
            Ok(None)
        } else {
            self.raise_at_token(self.mark, "f-string: expecting '}'")
        }
    }
}
