//! Tokens as CPython's parser sees them.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// An identifier or a keyword.
    Name,
    /// A number.
    Number,
    /// A string without `f`.
    String,
    /// Prefix and opening quotes of a format string.
    FStringStart,
    /// Text between the fields of a format string.
    FStringMiddle,
    /// Closing quotes of a format string.
    FStringEnd,
    /// An operator, a bracket or another mark.
    Operator,
    /// The end of a logical line.
    Newline,
    /// A deeper block begins.
    Indent,
    /// A block ends.
    Dedent,
    /// What the tokenizer cannot make a token of, where the parser may get stuck before.
    Error,
    /// The end of the source.
    End,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Byte offset of its start.
    pub(crate) start: u32,
    /// Byte offset after its end.
    pub(crate) end: u32,
    /// Line of its start, from 1.
    pub(crate) line: u32,
    /// How many brackets are open behind it.
    pub(crate) level: u32,
}

impl Token {
    /// The token as written.
    pub(crate) fn text<'s>(&self, source: &'s str) -> &'s str {
        &source[self.start as usize..self.end as usize]
    }
}
