//! Instructions in the order they are generated, with labels instead of distances.

use crate::location::Location;
use crate::opcode::Opcode;

/// A place to jump to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label(pub(crate) u32);

/// One instruction before the flow graph. The argument of a jump or handler is its label's number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Instruction {
    pub(crate) opcode: Opcode,
    pub(crate) argument: u32,
    pub(crate) location: Location,
}

/// The instructions of one code object.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sequence {
    pub(crate) instructions: Vec<Instruction>,
    /// Index of the instruction each label stands before.
    pub(crate) labels: Vec<Option<usize>>,
}

impl Sequence {
    pub(crate) fn new_label(&mut self) -> Label {
        self.labels.push(None);
        Label(u32::try_from(self.labels.len() - 1).unwrap_or(u32::MAX))
    }

    /// The next instruction is where `label` stands.
    pub(crate) fn place(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.instructions.len());
    }

    pub(crate) fn push(&mut self, opcode: Opcode, argument: u32, location: Location) {
        self.instructions.push(Instruction { opcode, argument, location });
    }

    /// Puts an instruction before all others.
    pub(crate) fn push_front(&mut self, opcode: Opcode, argument: u32, location: Location) {
        self.instructions.insert(0, Instruction { opcode, argument, location });
        for place in self.labels.iter_mut().flatten() {
            *place += 1;
        }
    }
}
