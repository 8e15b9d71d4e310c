//! The flow graph of one code object: basic blocks in the order they will stand (`Python/flowgraph.c`).

mod cells;
mod cold;
mod consts;
mod depth;
mod exceptions;
mod jumps;
mod line_numbers;
mod locals;
mod nops;
mod optimize;
mod peephole;
mod swaps;

use crate::code::ConstantId;
use crate::constants::Constants;
use crate::generate::sequence::Sequence;
use crate::location::Location;
use crate::opcode::Opcode;

pub(crate) use jumps::size;

/// Which block of a [`Graph`].
pub(crate) type BlockId = usize;

/// One instruction of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Instruction {
    pub(crate) opcode: Opcode,
    pub(crate) argument: u32,
    pub(crate) location: Location,
    /// Where it jumps, or the handler it opens.
    pub(crate) target: Option<BlockId>,
    /// The handler of exceptions it raises.
    pub(crate) handler: Option<BlockId>,
}

impl Instruction {
    fn new(opcode: Opcode, argument: u32, location: Location) -> Self {
        Self { opcode, argument, location, target: None, handler: None }
    }

    /// Makes it do nothing; its place stays.
    fn clear(&mut self) {
        self.set(Opcode::Nop, 0);
    }

    fn set(&mut self, opcode: Opcode, argument: u32) {
        self.opcode = opcode;
        self.argument = argument;
    }
}

/// A run of instructions that is entered at its first and left at its last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    pub(crate) instructions: Vec<Instruction>,
    /// The block below.
    pub(crate) next: Option<BlockId>,
    /// The number jumps know it by, if any.
    label: Option<u32>,
    /// How many ways lead here.
    predecessors: u32,
    /// It handles exceptions.
    is_handler: bool,
    /// Its handler's entry keeps the index of the raising instruction.
    pub(crate) preserve_lasti: bool,
    is_cold: bool,
    is_warm: bool,
    /// Depth of the value stack on entry; −1 if never reached.
    pub(crate) start_depth: i32,
    /// Units before it.
    pub(crate) offset: u32,
}

impl Block {
    fn last(&self) -> Option<&Instruction> {
        self.instructions.last()
    }

    /// Ends by returning or raising.
    fn exits_scope(&self) -> bool {
        self.last().is_some_and(|last| exits_scope(last.opcode))
    }

    /// Whether control may go on to the block below.
    fn falls_through(&self) -> bool {
        !self.last().is_some_and(|last| exits_scope(last.opcode) || is_unconditional_jump(last.opcode))
    }
}

/// All blocks; `next` links them in order.
#[derive(Debug)]
pub(crate) struct Graph {
    pub(crate) blocks: Vec<Block>,
    pub(crate) entry: BlockId,
}

/// What the passes need to know of the code object.
pub(crate) struct Facts<'c> {
    /// `co_consts`, which passes may extend and trim.
    pub(crate) consts: &'c mut Vec<ConstantId>,
    /// All constants.
    pub(crate) constants: &'c mut Constants,
    /// How many locals, and how many of them are parameters.
    pub(crate) locals: u32,
    pub(crate) parameters: u32,
    pub(crate) firstlineno: i32,
}

fn exits_scope(opcode: Opcode) -> bool {
    matches!(opcode, Opcode::ReturnValue | Opcode::ReturnConst | Opcode::RaiseVarargs | Opcode::Reraise)
}

fn is_unconditional_jump(opcode: Opcode) -> bool {
    matches!(
        opcode,
        Opcode::Jump
            | Opcode::JumpNoInterrupt
            | Opcode::JumpForward
            | Opcode::JumpBackward
            | Opcode::JumpBackwardNoInterrupt
    )
}

/// Opens a handler.
fn is_block_push(opcode: Opcode) -> bool {
    matches!(opcode, Opcode::SetupFinally | Opcode::SetupCleanup | Opcode::SetupWith)
}

fn has_target(opcode: Opcode) -> bool {
    opcode.is_jump() || is_block_push(opcode)
}

impl Graph {
    /// Cuts `sequence` into blocks at its labels and after its jumps and exits.
    pub(crate) fn new(sequence: &Sequence) -> Self {
        let mut at: Vec<Option<u32>> = vec![None; sequence.instructions.len() + 1];
        for (label, place) in (0..).zip(&sequence.labels) {
            if let Some(place) = place {
                // Of several labels at one place the last stands for all.
                at[*place] = Some(label);
            }
        }
        let mut graph = Self { blocks: vec![Block::default()], entry: 0 };
        let mut current = 0;
        let mut by_label: Vec<Option<BlockId>> = vec![None; sequence.labels.len()];
        for (index, instruction) in sequence.instructions.iter().enumerate() {
            let label = at[index];
            let block = &graph.blocks[current];
            let ended = block.last().is_some_and(|last| last.opcode.is_jump() || exits_scope(last.opcode));
            let occupied = !block.instructions.is_empty() || block.label.is_some();
            if ended || (label.is_some() && occupied) {
                current = graph.append_block(current);
            }
            if let Some(label) = label {
                graph.blocks[current].label = Some(label);
                by_label[label as usize] = Some(current);
            }
            let mut argument = instruction.argument;
            if has_target(instruction.opcode) {
                argument = sequence.labels[argument as usize].and_then(|place| at[place]).unwrap_or(argument);
            }
            let added = Instruction::new(instruction.opcode, argument, instruction.location);
            graph.blocks[current].instructions.push(added);
        }
        for instruction in graph.blocks.iter_mut().flat_map(|block| &mut block.instructions) {
            if has_target(instruction.opcode) {
                instruction.target = by_label[instruction.argument as usize];
            }
        }
        graph
    }

    fn append_block(&mut self, after: BlockId) -> BlockId {
        let id = self.blocks.len();
        self.blocks.push(Block::default());
        self.blocks[after].next = Some(id);
        id
    }

    /// All passes up to the final order of blocks and the line numbers (`_PyCfg_OptimizeCodeUnit`).
    pub(crate) fn optimize(&mut self, facts: &mut Facts) {
        self.mark_handlers();
        self.find_handlers();
        self.simplify(facts);
        self.drop_unused_consts(facts);
        self.check_unbound_locals(facts.locals, facts.parameters);
        self.move_cold_blocks();
        self.resolve_line_numbers(facts.firstlineno);
    }

    /// The blocks in order.
    pub(crate) fn order(&self) -> Vec<BlockId> {
        let mut order = Vec::with_capacity(self.blocks.len());
        let mut current = Some(self.entry);
        while let Some(id) = current {
            order.push(id);
            current = self.blocks[id].next;
        }
        order
    }

    fn next_label(&self) -> u32 {
        let labels = self.order().into_iter().filter_map(|id| self.blocks[id].label);
        labels.max().map_or(0, |label| label + 1)
    }

    /// The first block from `id` on that holds an instruction.
    fn next_nonempty(&self, id: Option<BlockId>) -> Option<BlockId> {
        let mut current = id;
        while let Some(id) = current {
            if !self.blocks[id].instructions.is_empty() {
                return Some(id);
            }
            current = self.blocks[id].next;
        }
        None
    }
}
