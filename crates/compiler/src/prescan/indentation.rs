//! Blocks by indentation.

use super::tokenizer::Tokenizer;
use super::{Stop, TokenKind};
use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// `MAXINDENT` of `Parser/tokenizer.h`: blocks open at once, the file itself included.
const MAX_INDENT: usize = 100;
/// `TABSIZE`: a tab leads to the next multiple of this.
const TAB_SIZE: u32 = 8;

/// A width counted twice: with tabs as wide as [`TAB_SIZE`] and as wide as one. Both must tell the same story.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Width {
    wide: u32,
    narrow: u32,
}

/// The widths of the open blocks, the file itself left out.
#[derive(Default)]
pub(super) struct Indentation(Vec<Width>);

impl Indentation {
    /// How many blocks are open.
    pub(super) fn depth(&self) -> usize {
        self.0.len()
    }

    fn top(&self) -> Width {
        self.0.last().copied().unwrap_or_default()
    }
}

impl Tokenizer<'_> {
    /// Reads the white space a line begins with and opens or closes blocks, unless nothing or a comment follows.
    pub(super) fn indent(&mut self) -> Result<(), Stop> {
        let start = self.cursor;
        let mut width = self.width();
        if self.rest().starts_with("\\\n") {
            if self.rest().len() == 2 {
                self.cursor += 1;
                return self.continued_end();
            }
            // A line that begins with a continuation is indented as far as its first part, if that is indented at all.
            self.cursor += 2;
            self.next_line();
            let next = self.width();
            if width == Width::default() {
                width = next;
            }
        }
        if self.peek() == Some('\\') {
            return self.continuation();
        }
        if self.peek().is_none_or(|next| matches!(next, '\n' | '#')) {
            return Ok(());
        }
        let top = self.indentation.top();
        if width.wide == top.wide {
            return if width.narrow == top.narrow {
                Ok(())
            } else {
                Err(self.inconsistent())
            };
        }
        if width.wide > top.wide {
            return self.deeper(start, width);
        }
        let target = self
            .indentation
            .0
            .iter()
            .rev()
            .find(|block| block.wide <= width.wide)
            .copied()
            .unwrap_or_default();
        if width.wide != target.wide {
            let end = self.cursor + self.rest().find('\n').map_or(self.rest().len(), |feed| feed);
            let column = self.column(end) + 1;
            let message = "unindent does not match any outer indentation level";
            return Err(self.error_at(DiagnosticKind::Indentation, column, Diagnostic::NO_COLUMN, message));
        }
        if width.narrow != target.narrow {
            return Err(self.inconsistent());
        }
        while width.wide < self.indentation.top().wide {
            self.indentation.0.pop();
            self.push(TokenKind::Dedent, self.cursor)?;
        }
        Ok(())
    }

    fn deeper(&mut self, start: usize, width: Width) -> Result<(), Stop> {
        if self.indentation.depth() + 1 >= MAX_INDENT {
            return Err(self.error_at(DiagnosticKind::Indentation, 1, 0, "too many levels of indentation"));
        }
        if width.narrow <= self.indentation.top().narrow {
            return Err(self.inconsistent());
        }
        self.indentation.0.push(width);
        self.push(TokenKind::Indent, start)
    }

    fn width(&mut self) -> Width {
        let mut width = Width::default();
        while let Some(next) = self.peek() {
            match next {
                ' ' => {
                    width = Width {
                        wide: width.wide + 1,
                        narrow: width.narrow + 1,
                    }
                }
                '\t' => {
                    width = Width {
                        wide: (width.wide / TAB_SIZE + 1) * TAB_SIZE,
                        narrow: width.narrow + 1,
                    }
                }
                '\x0c' => width = Width::default(),
                _ => break,
            }
            self.cursor += 1;
        }
        width
    }

    fn inconsistent(&self) -> Stop {
        self.error_at(
            DiagnosticKind::Tab,
            1,
            0,
            "inconsistent use of tabs and spaces in indentation",
        )
    }
}
