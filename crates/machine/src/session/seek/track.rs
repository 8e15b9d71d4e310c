//! What a search looks for, and how it notices.

use heapglass_heap::{Address, Kind, event::Event, memory::PAGE};
use heapglass_words::seek;

use super::{name::NameTracker, words};
use crate::{
    machine::Machine,
    picture::{Breakpoint, Direction, ObjectId, Sign},
    session::breakpoint::Conditions,
    watch::Moment,
};

/// Notices one kind of thing while the machine runs.
#[derive(Debug, Default)]
pub(super) enum Tracker {
    /// Nothing.
    #[default]
    Idle,
    /// Objects made.
    Births,
    /// Objects of the program that die: all, or this one. And the birth number given out last at the place before: what was
    /// made and died since then was never there to be seen.
    Deaths(Option<ObjectId>, u64),
    /// Exceptions raised in the program's own frames; the step in which a frame was left by one last.
    Exceptions(Option<u64>),
    /// Bytes written to standard output and standard error.
    Output(usize, usize),
    /// A name.
    Name(NameTracker),
    /// The count of an object.
    Count(Counted),
    /// The bytes of a block.
    Block(Block),
    /// Lines with conditions.
    Breakpoints(Conditions),
}

/// An object whose count is watched.
#[derive(Debug)]
pub(super) struct Counted {
    id: ObjectId,
    object: Option<Address>,
    count: u32,
}

/// A block whose bytes are watched.
#[derive(Debug)]
pub(super) struct Block {
    start: Address,
    size: u64,
    bytes: Vec<u8>,
    /// Its pages that were written: whoever restores a checkpoint has to know.
    written: Vec<u32>,
}

impl Tracker {
    /// What to look for, as it is where the search begins; or why that cannot be.
    pub(super) fn new(machine: &Machine, sign: &Sign) -> Result<Self, String> {
        Ok(match sign {
            Sign::Allocation => Self::Births,
            Sign::Death => Self::Deaths(None, 0),
            Sign::DeathOf(id) => {
                mortal(machine, *id)?;
                Self::Deaths(Some(*id), 0)
            }
            Sign::Exception => Self::Exceptions(None),
            Sign::Output => Self::Output(0, 0),
            Sign::Name { frame, name } => Self::Name(NameTracker::new(machine, *frame, name)?),
            Sign::Count(id) => {
                mortal(machine, *id)?;
                Self::Count(Counted { id: *id, object: None, count: 0 })
            }
            Sign::Write(address) => Self::Block(Block::around(machine, Address::new(*address))?),
            Sign::Collection => Self::Idle,
        })
    }

    /// Lines, with conditions or without.
    pub(super) fn breakpoints(points: &[Breakpoint]) -> Result<Self, String> {
        Conditions::new(points).map(Self::Breakpoints)
    }

    /// The lines that matter, if only lines do.
    pub(super) fn lines(&self) -> Option<Vec<u32>> {
        match self {
            Self::Breakpoints(conditions) => Some(conditions.lines()),
            _ => None,
        }
    }

    /// Whether every instruction has to be looked at.
    pub(super) fn looks_everywhere(&self) -> bool {
        !matches!(self, Self::Idle | Self::Exceptions(_) | Self::Breakpoints(_))
    }

    /// Whether it can never happen any more.
    pub(super) fn is_over(&self) -> bool {
        matches!(self, Self::Name(name) if name.is_over())
    }

    /// Whether it cannot have happened any earlier.
    pub(super) fn has_begun(&self) -> bool {
        matches!(self, Self::Name(name) if name.has_begun())
    }

    /// Whether what was found before does not count, because it belongs to another call. Says so once.
    pub(super) fn take_restart(&mut self) -> bool {
        match self {
            Self::Name(name) => name.take_restart(),
            _ => false,
        }
    }

    /// A sentence of its own for when there is nothing.
    pub(super) fn nothing(&self, direction: Direction) -> Option<String> {
        match self {
            Self::Name(name) => Some(name.nothing(direction)),
            _ => None,
        }
    }

    /// The machine stands at the place from which on things count.
    pub(super) fn begin(&mut self, machine: &mut Machine) {
        match self {
            Self::Births => machine.heap.log.switch_on(),
            Self::Deaths(_, newest) => {
                machine.heap.log.switch_on();
                *newest = machine.heap.last_birth();
            }
            Self::Output(output, errors) => (*output, *errors) = (machine.output.len(), machine.errors.len()),
            Self::Name(name) => name.begin(machine),
            Self::Count(counted) => {
                counted.object = machine.object_with_id(counted.id);
                counted.count = counted.object.map_or(0, |object| machine.heap.refcount(object));
                if counted.object.is_none() {
                    machine.heap.log.switch_on();
                }
            }
            Self::Block(block) => block.begin(machine),
            Self::Breakpoints(conditions) => conditions.begin(machine),
            Self::Idle | Self::Exceptions(_) => {}
        }
        machine.heap.log.take();
    }

    /// The machine goes elsewhere.
    pub(super) fn end(&mut self, machine: &mut Machine) {
        machine.heap.log.switch_off();
        machine.heap.log.take();
        match self {
            Self::Block(block) => block.end(machine),
            Self::Breakpoints(conditions) => conditions.end(machine),
            _ => {}
        }
    }

    /// A moment has come; a sentence if that is what is looked for.
    pub(super) fn told(&mut self, machine: &mut Machine, moment: Moment) -> Result<Option<String>, String> {
        let step = machine.registers.step;
        match (self, moment) {
            (Self::Exceptions(left), Moment::Unwind) => *left = Some(step),
            (Self::Exceptions(left), Moment::Exception(exception)) => {
                let comes_from_a_call = *left == Some(step);
                if !comes_from_a_call && runs_program(machine) {
                    return Ok(Some(words::raised(machine, exception)));
                }
            }
            (Self::Name(name), moment) => name.told(machine, moment),
            (Self::Breakpoints(conditions), Moment::LineBegins(line)) => return conditions.hold(machine, line),
            _ => {}
        }
        Ok(None)
    }

    /// The machine stands at the next place; a sentence if what is looked for has happened since the place before.
    pub(super) fn look(&mut self, machine: &mut Machine) -> Option<String> {
        match self {
            Self::Births => {
                let made = |machine: &Machine, event| match event {
                    Event::Born { object, birth, .. } => words::made(machine, object, birth),
                    _ => None,
                };
                told_by(machine, made, words::made_with_others)
            }
            Self::Deaths(which, newest) => {
                let (which, before) = (*which, *newest as u32);
                *newest = machine.heap.last_birth();
                let died = |machine: &Machine, event| match event {
                    Event::Died { birth, type_, .. } if birth <= before => words::died(machine, birth, type_, which),
                    _ => None,
                };
                told_by(machine, died, words::died_with_others)
            }
            Self::Output(output, errors) => {
                let text = [machine.output.get(*output..), machine.errors.get(*errors..)];
                let text: Vec<u8> = text.into_iter().flatten().flatten().copied().collect();
                (*output, *errors) = (machine.output.len(), machine.errors.len());
                (!text.is_empty()).then(|| words::written(&text))
            }
            Self::Name(name) => name.look(machine),
            Self::Count(counted) => counted.look(machine),
            Self::Block(block) => block.look(machine),
            Self::Idle | Self::Exceptions(_) | Self::Breakpoints(_) => None,
        }
    }
}

/// What the fitting events say: the last of them (what an object holds dies before it), and how many more there are. All are
/// forgotten.
fn told_by(machine: &mut Machine, object: impl Fn(&Machine, Event) -> Option<words::Named>, sentence: impl Fn(&words::Named, u64) -> String) -> Option<String> {
    if machine.heap.log.events().is_empty() {
        return None;
    }
    let events = machine.heap.log.take();
    let mut fitting = events.iter().rev().filter_map(|event| object(machine, *event));
    let told = fitting.next();
    let more = if told.is_some() { fitting.count() as u64 } else { 0 };
    machine.heap.log.recycle(events);
    told.map(|told| sentence(&told, more))
}

fn runs_program(machine: &Machine) -> bool {
    let frame = machine.registers.frame;
    !machine.is_shim(frame) && machine.code_facts(machine.frame_code(frame)).is_some_and(|facts| facts.is_program)
}

/// An object that never dies has neither a death nor a count.
fn mortal(machine: &Machine, id: ObjectId) -> Result<(), String> {
    match machine.object_with_id(id) {
        Some(object) if machine.heap.is_immortal(object) => {
            Err(words::object(machine, object).immortal())
        }
        _ => Ok(()),
    }
}

impl Counted {
    fn look(&mut self, machine: &mut Machine) -> Option<String> {
        let first_birth = machine.registers.first_birth;
        let birth = self.id.0.wrapping_add(first_birth);
        if let Some(object) = self.object {
            if machine.heap.memory.birth(object) != birth {
                self.object = None;
                let before = std::mem::take(&mut self.count);
                return Some(seek::count_goes_to_zero(&self.id.to_string(), &before.to_string()));
            }
            let (before, now) = (self.count, machine.heap.refcount(object));
            self.count = now;
            return (before != now)
                .then(|| seek::count_goes(&words::object(machine, object).text, &before.to_string(), &now.to_string()));
        }
        if machine.heap.log.events().is_empty() {
            return None;
        }
        let events = machine.heap.log.take();
        let born = events.iter().find_map(|event| match event {
            Event::Born { object, birth: found, .. } if *found == birth => Some(*object),
            _ => None,
        });
        machine.heap.log.recycle(events);
        let object = born.filter(|object| machine.heap.memory.birth(*object) == birth)?;
        self.object = Some(object);
        self.count = machine.heap.refcount(object);
        machine.heap.log.switch_off();
        Some(words::object(machine, object).made(self.count))
    }
}

impl Block {
    /// The block that `address` lies in.
    fn around(machine: &Machine, address: Address) -> Result<Self, String> {
        let heap = &machine.heap;
        let pool = heap.pool_at(address).and_then(|view| Some((view.address, view.class?.size())));
        let (start, size) = match pool {
            Some((pool, size)) => {
                let offset = address.raw().checked_sub(pool.raw() + POOL_HEADER).ok_or_else(|| seek::pool_header().to_owned())?;
                (address.minus(offset % size), size)
            }
            None => {
                let blocks = heap.raw_blocks();
                let holds = |block: &&heapglass_heap::raw::RawBlock| block.address <= address && address.raw() < block.address.raw() + block.size;
                let block = blocks.iter().find(holds).ok_or_else(|| seek::no_block().to_owned())?;
                (block.address, block.size)
            }
        };
        Ok(Self { start, size, bytes: Vec::new(), written: Vec::new() })
    }

    fn pages(&self) -> impl Iterator<Item = u32> + use<> {
        let page = |address: u64| ((address - heapglass_heap::memory::BASE) / PAGE) as u32;
        page(self.start.raw())..=page(self.start.raw() + self.size - 1)
    }

    fn read<'a>(&self, machine: &'a Machine) -> &'a [u8] {
        let exists = machine.heap.memory.contains(self.start, self.size);
        if exists { machine.heap.memory.slice(self.start, self.size) } else { &[] }
    }

    fn begin(&mut self, machine: &mut Machine) {
        self.bytes = self.read(machine).to_vec();
        self.note_written(machine);
    }

    /// Whether one of its pages was written since this was asked last.
    fn note_written(&mut self, machine: &mut Machine) -> bool {
        let before = self.written.len();
        for page in self.pages() {
            if machine.heap.memory.take_dirty(page) {
                self.written.push(page);
            }
        }
        let is_written = self.written.len() > before;
        if is_written && before > 64 {
            self.written.sort_unstable();
            self.written.dedup();
        }
        is_written
    }

    fn look(&mut self, machine: &mut Machine) -> Option<String> {
        if !self.note_written(machine) {
            return None;
        }
        let now = self.read(machine);
        if now == self.bytes {
            return None;
        }
        let sentence = words::block_written(machine, self.start, &self.bytes, now);
        self.bytes = now.to_vec();
        Some(sentence)
    }

    fn end(&mut self, machine: &mut Machine) {
        for page in self.written.drain(..) {
            machine.heap.memory.mark_dirty(page);
        }
    }
}

/// Bytes of a pool's header.
const POOL_HEADER: u64 = 48;

/// Whether this is a cell: what a name in it is bound to lies inside.
pub(super) fn content_of_cell(machine: &Machine, value: Address) -> Address {
    match value.non_null().map(|value| machine.heap.kind(value)) {
        Some(Kind::Cell) => machine.heap.memory.address(value.plus(heapglass_heap::layout::callable::cell::CONTENTS)),
        _ => value,
    }
}

