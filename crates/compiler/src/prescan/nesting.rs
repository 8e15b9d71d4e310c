//! How deep the tree of a source will be, counted from its tokens.
//!
//! The parser and every pass after it recurse along the tree, so its depth decides how much stack they need. CPython gives up
//! at a depth of some thousands; these limits fit a stack of one megabyte, natively and in a browser.

use super::{Token, TokenKind};

/// Most operators that wait for what stands to their right: `-`, `not`, `**`, `lambda`, `else` of a conditional, ….
const MAX_PREFIXES: u32 = 200;
/// Most links from the outermost operator, call or attribute of an expression down to its innermost part.
const MAX_DEPTH: u32 = 2000;
/// Most `elif` in the ladders open at one place.
const MAX_ELIFS: u32 = 1000;
/// Most blocks begun on one line. Python allows one, but the parser finds that out only behind the last.
const MAX_BLOCKS_ON_LINE: u32 = 50;

/// Most `for` of one comprehension.
const MAX_CLAUSES: u32 = 100;

/// Where no operator can stand these begin a block; the parser may take each for a statement within the one before.
const BLOCK_KEYWORDS: [&str; 12] = [
    "if", "elif", "else", "while", "for", "with", "try", "except", "finally", "def", "class", "async",
];

/// What is known of the expression within one pair of brackets, or outside all.
#[derive(Clone, Copy, Default)]
struct Frame {
    /// Signs and powers that wait for an operand.
    signs: u32,
    /// `not` that wait for theirs.
    nots: u32,
    /// `lambda`, `else`, `await` and `yield` that wait for theirs.
    open: u32,
    /// `lambda` whose colon is yet to come.
    lambdas: u32,
    /// Depth of what stands left of the current operand.
    chain: u32,
    /// Depth of the current operand.
    operand: u32,
    /// The deepest so far.
    deepest: u32,
    /// The last token ended an operand.
    after_operand: bool,
    /// `for` that follow an operand.
    clauses: u32,
}

impl Frame {
    fn prefixes(&self) -> u32 {
        self.signs + self.nots + self.open
    }

    fn depth(&self) -> u32 {
        self.prefixes() + self.chain.max(self.operand)
    }

    /// The current operand and all left of it are complete.
    fn settle(&mut self) {
        self.deepest = self.deepest.max(self.depth());
        (self.signs, self.chain, self.operand, self.after_operand) = (0, 0, 0, false);
    }

    /// A comma or the like: nothing waits any longer, except in the parameters of a lambda.
    fn separate(&mut self) {
        self.settle();
        if self.lambdas == 0 {
            (self.nots, self.open) = (0, 0);
        }
    }

    fn binary_operator(&mut self) {
        self.chain = self.chain.max(self.operand + self.signs) + 1;
        (self.signs, self.operand, self.after_operand) = (0, 0, false);
    }
}

/// The counts at one place of the source.
#[derive(Default)]
pub(super) struct Nesting {
    current: Frame,
    /// The frames around.
    around: Vec<Frame>,
    /// `elif` so far in the ladder of each open block.
    ladders: Vec<u32>,
    blocks_on_line: u32,
    within_line: bool,
}

impl Nesting {
    /// Counts one more token, `text`, in the block at depth `indentation`; says which limit it reaches.
    pub(super) fn count(&mut self, token: Token, text: &str, indentation: usize) -> Result<(), String> {
        match token.kind {
            TokenKind::Newline => (self.current, self.blocks_on_line, self.within_line) = (Frame::default(), 0, false),
            TokenKind::Name => self.name(text, indentation),
            TokenKind::Number | TokenKind::String | TokenKind::FStringEnd => self.current.after_operand = true,
            TokenKind::Operator => self.operator(text),
            TokenKind::FStringStart
            | TokenKind::FStringMiddle
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::Error
            | TokenKind::End => {
                return Ok(());
            }
        }
        self.within_line |= token.kind != TokenKind::Newline;
        self.check()
    }

    fn check(&self) -> Result<(), String> {
        let waiting: u32 = self.around.iter().map(Frame::prefixes).sum();
        let brackets = u32::try_from(self.around.len()).unwrap_or(u32::MAX);
        if waiting + self.current.prefixes() > MAX_PREFIXES {
            return Err(format!(
                "more than {MAX_PREFIXES} operators nested in each other, the limit of this simulator"
            ));
        }
        if waiting + brackets + self.current.depth().max(self.current.deepest) > MAX_DEPTH {
            return Err(format!(
                "expression nested more than {MAX_DEPTH} deep, the limit of this simulator"
            ));
        }
        if self.current.clauses > MAX_CLAUSES {
            return Err(format!(
                "more than {MAX_CLAUSES} 'for' in one comprehension, the limit of this simulator"
            ));
        }
        if self.ladders.iter().sum::<u32>() > MAX_ELIFS {
            return Err(format!(
                "more than {MAX_ELIFS} 'elif' in a row, the limit of this simulator"
            ));
        }
        if self.blocks_on_line > MAX_BLOCKS_ON_LINE {
            return Err(format!(
                "more than {MAX_BLOCKS_ON_LINE} blocks on one line, the limit of this simulator"
            ));
        }
        Ok(())
    }

    fn name(&mut self, text: &str, indentation: usize) {
        if !self.within_line {
            self.ladders.resize(indentation + 1, 0);
            match text {
                "elif" => self.ladders[indentation] += 1,
                "else" => {}
                _ => self.ladders[indentation] = 0,
            }
        }
        let frame = &mut self.current;
        if BLOCK_KEYWORDS.contains(&text) && !frame.after_operand {
            self.blocks_on_line += 1;
        }
        frame.clauses += u32::from(text == "for" && frame.after_operand);
        match text {
            "not" if frame.after_operand => frame.settle(),
            "not" => frame.nots += 1,
            "and" | "or" => {
                frame.settle();
                frame.nots = 0;
            }
            "if" | "in" | "is" | "from" => frame.settle(),
            "else" | "await" | "yield" => {
                frame.settle();
                frame.open += 1;
            }
            "lambda" => {
                frame.open += 1;
                frame.lambdas += 1;
                frame.after_operand = false;
            }
            "for" | "as" | "import" | "return" => frame.separate(),
            _ => frame.after_operand = true,
        }
    }

    fn operator(&mut self, text: &str) {
        let after_operand = self.current.after_operand;
        let frame = &mut self.current;
        match text {
            "(" | "[" | "{" => {
                // A brace behind an operand is a field of a format string, which has any number of them side by side.
                frame.operand += u32::from(after_operand && text != "{");
                self.around.push(std::mem::take(frame));
            }
            ")" | "]" | "}" => {
                frame.settle();
                let inner = frame.deepest + 1;
                self.current = self.around.pop().unwrap_or_default();
                self.current.operand = self.current.operand.max(inner);
                self.current.after_operand = true;
            }
            "." => frame.operand += 1,
            "**" if after_operand => (frame.signs, frame.after_operand) = (frame.signs + 1, false),
            "+" | "-" | "~" | "*" | "**" if !after_operand => frame.signs += 1,
            "+" | "-" | "*" | "/" | "//" | "%" | "@" | "<<" | ">>" | "&" | "^" | "|" => frame.binary_operator(),
            "==" | "!=" | "<" | "<=" | ">" | ">=" => frame.settle(),
            ":" if frame.lambdas > 0 => {
                frame.lambdas -= 1;
                frame.settle();
            }
            ":" => {
                frame.separate();
                self.blocks_on_line += u32::from(self.around.is_empty());
            }
            _ => frame.separate(),
        }
    }
}
