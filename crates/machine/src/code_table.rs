//! Facts about code objects that never change, kept beside memory and found by the index a code object carries in its bytes.

use std::{collections::BTreeMap, rc::Rc};

use heapglass_compiler::{
    Code,
    exception_table::{self, Entry},
    lines,
    opcode::Opcode,
};

/// What the machine looks up about one code object.
#[derive(Debug)]
pub struct CodeFacts {
    /// The compiled code.
    pub code: Code,
    /// The line of every code unit (two bytes); 0 where an instruction has none.
    pub lines: Rc<[u32]>,
    /// For every code unit, whether an instruction there may begin a line (`initialize_lines`, Python/instrumentation.c).
    pub line_starts: Vec<bool>,
    /// Every code unit as the evaluation loop wants it.
    pub units: Rc<[Unit]>,
    /// The exception table, read.
    pub handlers: Vec<Entry>,
    /// Whether the code comes from the student's program rather than from a library module of ours.
    pub is_program: bool,
}

impl CodeFacts {
    /// Whether what ran last, if it was this unit, was a call of a Python function: it ends in its caches, which have no line.
    pub(crate) fn ends_call(&self, unit: usize) -> bool {
        is_cache_of_call(&self.code.code, unit)
    }

    /// Works the facts out from the compiled code.
    pub fn new(code: Code, is_program: bool) -> Self {
        let units = code.code.len() / 2;
        let mut line_of = vec![0; units];
        for entry in lines::line_table(&code.linetable, code.firstlineno) {
            let line = entry.place.map_or(0, |place| place.line);
            for unit in entry.start..entry.end.min(units as u32) {
                line_of[unit as usize] = line;
            }
        }
        let handlers = exception_table::entries(&code.exceptiontable);
        let line_starts = line_starts(&code.code, &line_of, &handlers);
        let units = described(&code, &line_starts, &line_of, is_program);
        Self { code, lines: line_of.into(), line_starts, units, handlers, is_program }
    }
}

/// A code unit, and what a recording wants to know of it.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// The instruction as it was compiled.
    pub opcode: u8,
    /// Its argument without prefixes.
    pub argument: u8,
    /// The line that may begin here, or 0 as in library code; with the bit [`MODULE_ENDS`] where the program's module returns.
    pub begins: u32,
    /// The line of the instruction here; 0 for none, and at the end of a call that has returned.
    pub line: u32,
}

/// Marks the end of the program's module beside a line.
pub(crate) const MODULE_ENDS: u32 = 1 << 31;

/// Whether a unit is a cache of an instruction that may call a Python function and go on behind it. `SEND` goes on elsewhere.
fn is_cache_of_call(code: &[u8], unit: usize) -> bool {
    let opcode_at = |unit: usize| code.get(2 * unit).copied().and_then(Opcode::from_byte);
    if opcode_at(unit) != Some(Opcode::Cache) {
        return false;
    }
    let owner = (0..unit).rev().find_map(|before| opcode_at(before).filter(|opcode| *opcode != Opcode::Cache));
    !matches!(owner, None | Some(Opcode::Send))
}

fn described(code: &Code, line_starts: &[bool], lines: &[u32], is_program: bool) -> Rc<[Unit]> {
    let returns = |unit: usize| {
        let opcode = code.code.get(2 * unit).copied().and_then(Opcode::from_byte);
        matches!(opcode, Some(Opcode::ReturnConst | Opcode::ReturnValue))
    };
    let is_module = code.name == "<module>";
    let look = |(unit, starts): (usize, &bool)| {
        let begins = if *starts && is_program { lines[unit] } else { 0 };
        let ends = if is_program && is_module && returns(unit) { MODULE_ENDS } else { 0 };
        let line = if is_cache_of_call(&code.code, unit) { 0 } else { lines[unit] };
        let [opcode, argument] = [2 * unit, 2 * unit + 1].map(|place| code.code.get(place).copied().unwrap_or(0));
        Unit { opcode, argument, begins: begins | ends, line }
    };
    line_starts.iter().enumerate().map(look).collect()
}

/// One instruction with its prefixes folded in.
struct Decoded {
    opcode: Opcode,
    argument: u32,
    /// The unit after it and its caches.
    next: usize,
}

fn decode(code: &[u8]) -> impl Iterator<Item = Decoded> + '_ {
    let mut unit = 0;
    std::iter::from_fn(move || {
        let mut argument = 0;
        loop {
            let opcode = Opcode::from_byte(*code.get(unit * 2)?)?;
            argument = argument << 8 | u32::from(*code.get(unit * 2 + 1)?);
            unit += 1 + opcode.caches() as usize;
            if opcode != Opcode::ExtendedArg {
                return Some(Decoded { opcode, argument, next: unit });
            }
        }
    })
}

/// Which units may begin a line: those whose line differs from the instruction before, and everything that is jumped to.
fn line_starts(code: &[u8], lines: &[u32], handlers: &[Entry]) -> Vec<bool> {
    let mut starts = vec![false; lines.len()];
    // Prefixes count as instructions of their own here: a line begins at the first of them.
    let (mut unit, mut current, mut traceable) = (0, 0, false);
    while let Some(opcode) = code.get(unit * 2).copied().and_then(Opcode::from_byte) {
        traceable |= opcode == Opcode::Resume;
        let skipped = matches!(opcode, Opcode::EndAsyncFor | Opcode::EndFor | Opcode::EndSend | Opcode::Resume);
        if traceable && !skipped {
            starts[unit] = lines[unit] != current && lines[unit] != 0;
            current = lines[unit];
        }
        unit += 1 + opcode.caches() as usize;
    }
    for instruction in decode(code) {
        let (next, argument) = (instruction.next, instruction.argument as usize);
        let target = match instruction.opcode {
            Opcode::PopJumpIfFalse | Opcode::PopJumpIfTrue | Opcode::PopJumpIfNone | Opcode::PopJumpIfNotNone => next + argument,
            Opcode::JumpForward => next + argument,
            // The instruction at the end of the loop is stepped over.
            Opcode::ForIter | Opcode::Send => next + argument + 1,
            Opcode::JumpBackward | Opcode::JumpBackwardNoInterrupt => next.saturating_sub(argument),
            _ => continue,
        };
        if lines.get(target).is_some_and(|line| *line != 0) {
            starts[target] = true;
        }
    }
    for handler in handlers {
        let target = handler.target as usize;
        let is_end = code.get(target * 2) == Some(&(Opcode::EndAsyncFor as u8));
        if !is_end && lines.get(target).is_some_and(|line| *line != 0) {
            starts[target] = true;
        }
    }
    starts
}

/// All code objects made so far, in order of making.
#[derive(Clone, Debug, Default)]
pub struct CodeTable {
    sources: BTreeMap<String, Rc<str>>,
    facts: Vec<Rc<CodeFacts>>,
}

impl CodeTable {
    /// Keeps the source of a file, for tracebacks to quote.
    pub fn add_source(&mut self, file_name: &str, source: Rc<str>) {
        self.sources.insert(file_name.to_owned(), source);
    }

    /// The source of a file.
    pub fn source(&self, file_name: &str) -> Option<&Rc<str>> {
        self.sources.get(file_name)
    }

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
