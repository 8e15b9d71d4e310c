//! Byte offsets to lines and columns.

use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::ast::Span;

/// Where each line of a source begins.
pub(crate) struct Positions {
    starts: Vec<TextSize>,
}

impl Positions {
    /// The lines of `source`, whose line ends are line feeds.
    pub(crate) fn new(source: &str) -> Self {
        let feeds = source.bytes().zip(1u32..).filter(|&(byte, _)| byte == b'\n');
        Self {
            starts: std::iter::once(0)
                .chain(feeds.map(|(_, next)| next))
                .map(TextSize::new)
                .collect(),
        }
    }

    /// Line from 1, column in bytes from 0.
    pub(crate) fn place(&self, offset: TextSize) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= offset);
        (
            u32::try_from(line).unwrap_or(u32::MAX),
            (offset - self.starts[line - 1]).to_u32(),
        )
    }

    /// Where line `line`, from 1, begins.
    pub(crate) fn line_start(&self, line: u32) -> TextSize {
        self.starts[(line as usize).clamp(1, self.starts.len()) - 1]
    }

    /// The place of a node.
    pub(crate) fn span(&self, node: &impl Ranged) -> Span {
        let (line, column) = self.place(node.start());
        let (end_line, end_column) = self.place(node.end());
        Span {
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// The place of everything from `start` to `end`.
    pub(crate) fn between(&self, start: TextSize, end: TextSize) -> Span {
        self.span(&TextRange::new(start, end.max(start)))
    }
}
