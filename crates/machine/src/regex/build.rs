//! From the tree to the program.

use super::{
    Mistake,
    node::{Greed, Node, Place, Single},
    parse,
};

/// One instruction; numbers of instructions say where to go on.
#[derive(Clone, Debug)]
pub(super) enum Op {
    /// One character.
    Single(Single),
    /// A place.
    At(Place),
    /// Puts the position in a register.
    Save(usize),
    /// The end of a group.
    Close(usize),
    /// Goes on elsewhere.
    Jump(usize),
    /// Goes on here; the other is tried when that fails.
    Split(usize),
    /// So many of one kind of character.
    Several {
        single: Single,
        least: u32,
        most: u32,
        greed: Greed,
    },
    /// A loop begins: its register counts, the next holds where the last iteration began.
    LoopStart(usize),
    /// Once more, or out.
    Loop {
        register: usize,
        least: u32,
        most: u32,
        lazy: bool,
        exit: usize,
    },
    /// An iteration begins.
    LoopBody(usize),
    /// Looks ahead or behind with the instructions that follow, up to `Done`.
    Look {
        behind: Option<usize>,
        negated: bool,
        after: usize,
    },
    /// Runs the instructions that follow, up to `Done`, and takes nothing back.
    Atomic { after: usize },
    /// What a group matched.
    Reference(usize, bool),
    /// Goes elsewhere if a group took no part.
    Unless { group: usize, other: usize },
    /// The end.
    Done,
}

/// A pattern ready to run.
#[derive(Clone, Debug)]
pub(crate) struct Regex {
    /// Groups, the whole match not counted.
    pub(crate) groups: usize,
    /// Names of groups and their numbers, in order of their appearance.
    pub(crate) names: Vec<(String, usize)>,
    /// Flags, with those set in the pattern.
    pub(crate) flags: u32,
    /// Words of the program CPython would make, which lies in the pattern object.
    pub(crate) code_size: u64,
    /// What is said of it whenever it is compiled.
    pub(crate) warnings: Vec<String>,
    pub(super) ops: Vec<Op>,
    pub(super) registers: usize,
    /// The character every match begins with, if there is one.
    pub(super) first: Option<u32>,
}

impl Regex {
    /// What is said of a pattern that has a mistake, before the mistake is told.
    pub(crate) fn warnings_before(pattern: &[u32], flags: u32, bytes: bool) -> Vec<String> {
        parse::parse(pattern, flags, bytes).1
    }

    /// Reads a pattern; `bytes` tells that it is one for bytes.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn new(pattern: &[u32], flags: u32, bytes: bool) -> Result<Self, Mistake> {
        let (parsed, warnings) = parse::parse(pattern, flags, bytes);
        let parsed = parsed?;
        // Two registers for each group and the whole, one for the group closed last.
        let mut regex = Self {
            groups: parsed.groups,
            names: parsed.names,
            flags: parsed.flags,
            code_size: super::size::code_size(&parsed.node),
            ops: Vec::new(),
            warnings,
            registers: 2 * parsed.groups + 3,
            first: first(&parsed.node),
        };
        regex.build(&parsed.node);
        regex.ops.push(Op::Done);
        Ok(regex)
    }

    fn build(&mut self, node: &Node) {
        match node {
            Node::Single(single) => self.ops.push(Op::Single(single.clone())),
            Node::At(place) => self.ops.push(Op::At(*place)),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.build(node)),
            Node::Branch(nodes) => self.build_branch(nodes),
            Node::Group(number, body) => {
                self.ops.push(Op::Save(2 * number));
                self.build(body);
                self.ops.push(Op::Close(*number));
            }
            Node::Repeat {
                least,
                most,
                greed,
                body,
            } => self.build_repeat(*least, *most, *greed, body),
            Node::Look { behind, negated, body } => {
                let at = self.ops.len();
                self.ops.push(Op::Done);
                self.build(body);
                self.ops.push(Op::Done);
                self.ops[at] = Op::Look {
                    behind: *behind,
                    negated: *negated,
                    after: self.ops.len(),
                };
            }
            Node::Reference(group, folded) => self.ops.push(Op::Reference(*group, *folded)),
            Node::Conditional { group, yes, no } => {
                let at = self.ops.len();
                self.ops.push(Op::Done);
                self.build(yes);
                let jump = self.ops.len();
                self.ops.push(Op::Done);
                self.ops[at] = Op::Unless {
                    group: *group,
                    other: self.ops.len(),
                };
                self.build(no);
                self.ops[jump] = Op::Jump(self.ops.len());
            }
            Node::Atomic(body) => self.build_atomic(|regex| regex.build(body)),
        }
    }

    fn build_atomic(&mut self, inner: impl FnOnce(&mut Self)) {
        let at = self.ops.len();
        self.ops.push(Op::Done);
        inner(self);
        self.ops.push(Op::Done);
        self.ops[at] = Op::Atomic { after: self.ops.len() };
    }

    fn build_branch(&mut self, nodes: &[Node]) {
        let mut jumps = Vec::new();
        for (at, node) in nodes.iter().enumerate() {
            let split = self.ops.len();
            let is_last = at + 1 == nodes.len();
            if !is_last {
                self.ops.push(Op::Done);
            }
            self.build(node);
            if !is_last {
                jumps.push(self.ops.len());
                self.ops.push(Op::Done);
                self.ops[split] = Op::Split(self.ops.len());
            }
        }
        for jump in jumps {
            self.ops[jump] = Op::Jump(self.ops.len());
        }
    }

    fn build_repeat(&mut self, least: u32, most: u32, greed: Greed, body: &Node) {
        if let Node::Single(single) = body {
            return self.ops.push(Op::Several {
                single: single.clone(),
                least,
                most,
                greed,
            });
        }
        if greed == Greed::Possessive {
            return self.build_atomic(|regex| regex.build_repeat(least, most, Greed::Greedy, body));
        }
        let register = self.registers;
        self.registers += 2;
        self.ops.push(Op::LoopStart(register));
        let at = self.ops.len();
        self.ops.push(Op::Done);
        self.ops.push(Op::LoopBody(register));
        self.build(body);
        self.ops.push(Op::Jump(at));
        self.ops[at] = Op::Loop {
            register,
            least,
            most,
            lazy: greed == Greed::Lazy,
            exit: self.ops.len(),
        };
    }
}

/// The character every match begins with.
fn first(node: &Node) -> Option<u32> {
    match node {
        Node::Single(Single::Literal(literal)) => Some(*literal),
        Node::Sequence(nodes) => first(nodes.first()?),
        Node::Group(_, body) | Node::Atomic(body) => first(body),
        Node::Repeat { least: 1.., body, .. } => first(body),
        _ => None,
    }
}
