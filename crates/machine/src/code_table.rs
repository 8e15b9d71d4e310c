//! Facts about code objects that never change, kept beside memory and found by the index a code object carries in its bytes.

use std::rc::Rc;

use heapglass_compiler::Code;

/// What the machine looks up about one code object.
#[derive(Debug)]
pub struct CodeFacts {
    /// The compiled code.
    pub code: Code,
    /// The line of every code unit (two bytes); 0 where an instruction has none.
    pub lines: Vec<u32>,
    /// For every code unit, whether a line starts there in the sense of `sys.monitoring`'s LINE events.
    pub line_starts: Vec<bool>,
    /// Whether the code comes from the student's program rather than from a library module of ours.
    pub is_program: bool,
}

/// All code objects made so far, in order of making.
#[derive(Clone, Debug, Default)]
pub struct CodeTable {
    facts: Vec<Rc<CodeFacts>>,
}

impl CodeTable {
    /// Enters a code object and returns its index.
    pub fn enter(&mut self, facts: CodeFacts) -> u32 {
        self.facts.push(Rc::new(facts));
        self.facts.len() as u32 - 1
    }

    /// The facts about the code object with this index.
    pub fn get(&self, index: u32) -> Option<&Rc<CodeFacts>> {
        self.facts.get(index as usize)
    }

    /// Forgets all code objects from `length` on; going back in time unmakes them.
    pub fn truncate(&mut self, length: usize) {
        self.facts.truncate(length);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }
}
