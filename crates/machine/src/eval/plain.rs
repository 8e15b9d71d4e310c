//! The plainest instructions, carried out in place: those that move references, jump, compare two small ints, or ask a list or a
//! range for an item; and of those only the cases that neither allocate, nor let anything die, nor raise.
//!
//! Here all registers are local variables, and memory is a [`Window`]. Whatever is not plain is left for the loop as it was found.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{
    Address,
    memory::window::Window,
    object::{int, list},
    static_type::StaticType,
};

use super::{
    BINARY_SUBSCR, COMPARE_OP, FOR_ITER, JUMP_FORWARD, LOAD_CONST, LOAD_FAST, MODULE_ENDS, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE,
    POP_TOP, PUSH_NULL, RunningCode, STORE_FAST,
};
use crate::{
    code_table::Unit,
    frame::field,
    line_row::LineRow,
    machine::Machine,
    method::iterator,
    op::{WIDTHS, compare, quick},
    trace_function::Tracing,
};

const COPY: u8 = Opcode::Copy as u8;
const SWAP: u8 = Opcode::Swap as u8;
const IS_OP: u8 = Opcode::IsOp as u8;
const STORE_SUBSCR: u8 = Opcode::StoreSubscr as u8;
const POP_JUMP_IF_NONE: u8 = Opcode::PopJumpIfNone as u8;
const POP_JUMP_IF_NOT_NONE: u8 = Opcode::PopJumpIfNotNone as u8;

/// The registers of the running frame while plain instructions run.
struct Desk<'a> {
    window: Window<'a>,
    stack: Address,
    locals: Address,
    constants: Address,
    /// The unit of the next instruction.
    at: usize,
    true_: Address,
    false_: Address,
    none: Address,
}

impl Desk<'_> {
    #[inline(always)]
    fn push(&mut self, owned: Address) {
        self.window.set_word(self.stack, owned.raw());
        self.stack = self.stack.plus(8);
    }

    /// The value `depth` places from the top; 1 is the top.
    #[inline(always)]
    fn peek(&self, depth: u64) -> Address {
        self.window.address(self.stack.minus(8 * depth))
    }

    #[inline(always)]
    fn drop_places(&mut self, count: u64) {
        self.stack = self.stack.minus(8 * count);
    }

    #[inline(always)]
    fn push_borrowed(&mut self, object: Address) {
        self.window.incref(object);
        self.push(object);
    }

    #[inline(always)]
    fn bool(&self, value: bool) -> Address {
        if value { self.true_ } else { self.false_ }
    }

    #[inline(always)]
    fn is_exact(&self, object: Address, which: StaticType) -> bool {
        self.window.address(object.plus(8)) == which.address()
    }

    /// The value of an exact `int` with at most one digit.
    #[inline(always)]
    fn compact_int(&self, object: Address) -> Option<i64> {
        let tag = self.window.word(object.plus(int::TAG));
        let is_compact = self.is_exact(object, StaticType::Int) && tag < 2 << 3;
        is_compact.then(|| (1 - (tag & 3) as i64) * i64::from(self.window.word(object.plus(int::DIGITS)) as u32))
    }

    /// Carries out one instruction, whose unit is behind; false if it is not plain.
    #[inline(always)]
    fn carry_out(&mut self, opcode: u8, argument: u32) -> bool {
        let distance = argument as usize;
        match opcode {
            LOAD_FAST => self.push_borrowed(self.window.address(self.locals.plus(8 * u64::from(argument)))),
            LOAD_CONST => self.push_borrowed(self.window.address(self.constants.plus(8 * u64::from(argument)))),
            STORE_FAST => return self.store_local(argument),
            POP_TOP => {
                if !self.window.try_lower(self.peek(1)) {
                    return false;
                }
                self.drop_places(1);
            }
            PUSH_NULL => self.push(Address::NULL),
            COPY => self.push_borrowed(self.peek(u64::from(argument))),
            SWAP => {
                let (top, below) = (self.stack.minus(8), self.stack.minus(8 * u64::from(argument)));
                let (upper, lower) = (self.window.word(top), self.window.word(below));
                self.window.set_word(top, lower);
                self.window.set_word(below, upper);
            }
            JUMP_FORWARD => self.at += distance,
            POP_JUMP_IF_FALSE => return self.jump_if(false, distance),
            POP_JUMP_IF_TRUE => return self.jump_if(true, distance),
            POP_JUMP_IF_NONE => return self.jump_if_none(true, distance),
            POP_JUMP_IF_NOT_NONE => return self.jump_if_none(false, distance),
            COMPARE_OP => return self.compare(argument),
            IS_OP => return self.is_same(argument),
            FOR_ITER => return self.next_item(),
            BINARY_SUBSCR => return self.item(),
            STORE_SUBSCR => return self.store_item(),
            _ => return false,
        }
        true
    }

    #[inline(always)]
    fn store_local(&mut self, index: u32) -> bool {
        let place = self.locals.plus(8 * u64::from(index));
        let old = self.window.address(place);
        if !old.is_null() && !self.window.try_lower(old) {
            return false;
        }
        self.drop_places(1);
        let value = self.window.word(self.stack);
        self.window.set_word(place, value);
        true
    }

    #[inline(always)]
    fn jump_if(&mut self, wanted: bool, distance: usize) -> bool {
        let condition = self.peek(1);
        if condition != self.true_ && condition != self.false_ {
            return false;
        }
        self.drop_places(1);
        if (condition == self.true_) == wanted {
            self.at += distance;
        }
        true
    }

    #[inline(always)]
    fn jump_if_none(&mut self, wanted: bool, distance: usize) -> bool {
        let value = self.peek(1);
        if !self.window.try_lower(value) {
            return false;
        }
        self.drop_places(1);
        if (value == self.none) == wanted {
            self.at += distance;
        }
        true
    }

    /// Skips the caches of an instruction.
    #[inline(always)]
    fn skip_caches(&mut self, opcode: u8) {
        self.at += usize::from(WIDTHS[usize::from(opcode)]) / 2 - 1;
    }

    #[inline(always)]
    fn compare(&mut self, argument: u32) -> bool {
        let (left, right) = (self.peek(2), self.peek(1));
        let (Some(x), Some(y)) = (self.compact_int(left), self.compact_int(right)) else { return false };
        if !self.window.try_lower_both(left, right) {
            return false;
        }
        self.drop_places(2);
        self.push(self.bool(quick::int_comparison(compare::operator(argument), x, y)));
        self.skip_caches(COMPARE_OP);
        true
    }

    #[inline(always)]
    fn is_same(&mut self, negated: u32) -> bool {
        let (left, right) = (self.peek(2), self.peek(1));
        if !self.window.try_lower_both(left, right) {
            return false;
        }
        self.drop_places(2);
        self.push(self.bool((left == right) != (negated != 0)));
        true
    }

    #[inline(always)]
    fn next_item(&mut self) -> bool {
        let iterator = self.peek(1);
        if self.is_exact(iterator, StaticType::ListIterator) {
            let list = self.window.address(iterator.plus(iterator::SEQUENCE));
            let index = self.window.word(iterator.plus(iterator::INDEX));
            if list.is_null() || index >= self.window.word(list.plus(list::LENGTH)) {
                return false;
            }
            self.window.set_word(iterator.plus(iterator::INDEX), index + 1);
            self.push_borrowed(self.window.address(self.window.address(list.plus(list::ITEMS)).plus(8 * index)));
            self.skip_caches(FOR_ITER);
            return true;
        }
        false
    }

    /// Where the item `key` of an exact list lies.
    #[inline(always)]
    fn item_place(&self, list: Address, key: Address) -> Option<Address> {
        if !self.is_exact(list, StaticType::List) {
            return None;
        }
        let length = self.window.word(list.plus(list::LENGTH)) as i64;
        let index = self.compact_int(key)?;
        let index = if index < 0 { index + length } else { index };
        (0..length).contains(&index).then(|| self.window.address(list.plus(list::ITEMS)).plus(8 * index as u64))
    }

    #[inline(always)]
    fn item(&mut self) -> bool {
        let (container, key) = (self.peek(2), self.peek(1));
        let Some(place) = self.item_place(container, key) else { return false };
        let item = self.window.address(place);
        if !self.window.try_lower_both(container, key) {
            return false;
        }
        self.drop_places(2);
        self.push_borrowed(item);
        self.skip_caches(BINARY_SUBSCR);
        true
    }

    #[inline(always)]
    fn store_item(&mut self) -> bool {
        let (value, container, key) = (self.peek(3), self.peek(2), self.peek(1));
        let Some(place) = self.item_place(container, key) else { return false };
        let old = self.window.address(place);
        // The value's reference moves into the list. What is there twice might die at the second loss.
        let apart = old != container && old != key && self.window.survives(old);
        if !apart || !self.window.try_lower_both(container, key) {
            return false;
        }
        self.window.set_word(place, value.raw());
        self.window.try_lower(old);
        self.drop_places(3);
        self.skip_caches(STORE_SUBSCR);
        true
    }
}

/// What a line that begins needs to know, beside the row it goes into.
struct Lines<'a> {
    row: &'a mut LineRow,
    depth: u32,
}

impl Machine {
    /// Runs plain instructions from `next` on, as long as nobody is to be told of one. `last` is as in the loop. Whether the line
    /// that begins with the instruction now next is noted already.
    #[inline(always)]
    pub(super) fn run_plain(&mut self, running: &RunningCode, next: &mut Address, last: &mut Address) -> bool {
        let limit = if self.registers.tracing == Tracing::On || self.heap.log.is_on() { 0 } else { self.watch.attention };
        let mut step = self.registers.step;
        let (true_, false_, none) = (self.heap.true_(), self.heap.false_(), self.heap.none());
        let mut lines = Lines { row: &mut self.watch.row, depth: self.registers.depth };
        let mut desk = Desk {
            window: self.heap.memory.window(),
            stack: self.registers.stack,
            locals: running.frame.plus(field::LOCALSPLUS),
            constants: running.constants,
            at: running.unit(*next),
            true_,
            false_,
            none,
        };
        let units: &[Unit] = &running.units;
        let mut ran = usize::MAX;
        let mut noted = false;
        while step < limit
            && let Some(unit) = units.get(desk.at)
        {
            if unit.begins != 0 && running.lines {
                let before = if ran == usize::MAX { running.unit_before(&desk.window, *last) } else { ran };
                if !lines.note(running, unit.begins, desk.at, before, step) {
                    break;
                }
                noted = true;
            }
            let at = desk.at;
            desk.at += 1;
            // The bytes in memory: a profiler of lines puts an instruction of its own among them.
            let [opcode, argument] = desk.window.unit(running.start.plus(2 * at as u64)).to_le_bytes();
            if !desk.carry_out(opcode, u32::from(argument)) {
                desk.at = at;
                break;
            }
            noted = false;
            ran = at;
            step += 1;
        }
        let (stack, at) = (desk.stack, desk.at);
        self.registers.stack = stack;
        self.registers.step = step;
        if ran != usize::MAX {
            *last = running.start.plus(2 * ran as u64);
            *next = running.start.plus(2 * at as u64);
        }
        noted
    }
}

impl RunningCode {
    /// The unit that ran last in the running frame.
    #[inline]
    fn unit_before(&self, window: &Window<'_>, last: Address) -> usize {
        let before = last.non_null().unwrap_or_else(|| window.address(self.frame.plus(field::PREVIOUS_INSTRUCTION)));
        self.unit(before)
    }
}

impl Lines<'_> {
    /// Notes that `line` begins with unit `at` after unit `before`, if it does; false if somebody is to be told at once.
    #[inline(always)]
    fn note(&mut self, running: &RunningCode, line: u32, at: usize, before: usize, step: u64) -> bool {
        if line & MODULE_ENDS != 0 || !self.row.takes(step) {
            return false;
        }
        if running.begins_line(line, at, before) {
            self.row.push(running.line_stop(line, before, step, self.depth));
        }
        true
    }
}
