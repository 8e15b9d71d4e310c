//! Running a program on a text: backtracking with an explicit stack.

use super::{
    build::{Op, Regex},
    node::{Greed, Place, Single},
    set::{Category, lower},
};

/// Instructions and characters looked at before a search is given up.
const MOST_STEPS: u64 = 200_000_000;
/// Entries of the backtracking stack.
const MOST_ENTRIES: usize = 1 << 24;

/// A search takes too long or too much memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooMuch;

/// Where a pattern and its groups matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Start and end of each group in turn, the whole match first; −1 if it took no part.
    pub(crate) marks: Vec<i64>,
    /// The group that was closed last, 0 if none was.
    pub(crate) last: usize,
}

impl Found {
    /// Start and end of a group.
    pub(crate) fn span(&self, group: usize) -> Option<(usize, usize)> {
        let start = usize::try_from(*self.marks.get(2 * group)?).ok()?;
        let end = usize::try_from(*self.marks.get(2 * group + 1)?).ok()?;
        Some((start, end))
    }
}

/// What to do when the present way fails.
enum Entry {
    /// Go on elsewhere.
    Branch { op: usize, at: usize },
    /// A repetition of single characters may take one more or one less.
    Retry {
        op: usize,
        low: usize,
        high: usize,
        more: bool,
    },
    /// A register had another value.
    Restore { register: usize, value: i64 },
}

/// Where a match may end.
#[derive(Clone, Copy)]
enum Goal {
    Anywhere,
    At(usize),
    NotAt(usize),
}

impl Goal {
    fn allows(self, end: usize) -> bool {
        match self {
            Self::Anywhere => true,
            Self::At(wanted) => wanted == end,
            Self::NotAt(refused) => refused != end,
        }
    }
}

/// A text being matched.
struct Run<'a> {
    regex: &'a Regex,
    text: &'a [u32],
    end: usize,
    registers: Vec<i64>,
    stack: Vec<Entry>,
    steps: u64,
}

impl Regex {
    /// The first match that starts in `start..=end`.
    ///
    /// # Errors
    /// The search takes too much.
    pub(crate) fn search(&self, text: &[u32], start: usize, end: usize) -> Result<Option<Found>, TooMuch> {
        let mut run = self.run(text, end);
        for at in start..=end {
            if let Some(first) = self.first
                && (at == end || text[at] != first)
            {
                run.steps += 1;
                continue;
            }
            if let Some(found) = run.attempt(at, Goal::Anywhere)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// The match that starts at `start`; with `whole`, one that reaches the end.
    ///
    /// # Errors
    /// The search takes too much.
    pub(crate) fn match_at(
        &self,
        text: &[u32],
        start: usize,
        end: usize,
        whole: bool,
    ) -> Result<Option<Found>, TooMuch> {
        self.run(text, end)
            .attempt(start, if whole { Goal::At(end) } else { Goal::Anywhere })
    }

    /// The match that starts at `start` and is not empty.
    ///
    /// # Errors
    /// The search takes too much.
    pub(crate) fn longer_at(&self, text: &[u32], start: usize, end: usize) -> Result<Option<Found>, TooMuch> {
        self.run(text, end).attempt(start, Goal::NotAt(start))
    }

    fn run<'a>(&'a self, text: &'a [u32], end: usize) -> Run<'a> {
        Run {
            regex: self,
            text,
            end,
            registers: vec![-1; self.registers],
            stack: Vec::new(),
            steps: 0,
        }
    }
}

impl Run<'_> {
    fn attempt(&mut self, start: usize, goal: Goal) -> Result<Option<Found>, TooMuch> {
        self.registers.fill(-1);
        self.stack.clear();
        let Some(end) = self.go(0, start, goal)? else {
            return Ok(None);
        };
        let mut marks = self.registers[..2 * self.regex.groups + 2].to_vec();
        (marks[0], marks[1]) = (start as i64, end as i64);
        for pair in marks.chunks_exact_mut(2) {
            if pair[0] < 0 || pair[1] < 0 {
                pair.fill(-1);
            }
        }
        let last = usize::try_from(self.registers[2 * self.regex.groups + 2]).unwrap_or(0);
        Ok(Some(Found { marks, last }))
    }

    fn set(&mut self, register: usize, value: i64) {
        self.stack.push(Entry::Restore {
            register,
            value: self.registers[register],
        });
        self.registers[register] = value;
    }

    /// Takes the newest entry above `base` that offers another way.
    fn back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Entry::Branch { op, at } => return Some((op, at)),
                Entry::Restore { register, value } => self.registers[register] = value,
                Entry::Retry { op, low, high, more } => {
                    let at = if more { low } else { high };
                    if low < high {
                        let (low, high) = if more { (low + 1, high) } else { (low, high - 1) };
                        self.stack.push(Entry::Retry { op, low, high, more });
                    }
                    return Some((op, at));
                }
            }
        }
        None
    }

    /// Forgets the other ways above `base`, but not what registers held before.
    fn commit(&mut self, base: usize) {
        let kept: Vec<Entry> = self
            .stack
            .drain(base..)
            .filter(|entry| matches!(entry, Entry::Restore { .. }))
            .collect();
        self.stack.extend(kept);
    }

    fn undo(&mut self, base: usize) {
        while self.stack.len() > base {
            if let Some(Entry::Restore { register, value }) = self.stack.pop() {
                self.registers[register] = value;
            }
        }
    }

    /// Runs from an instruction until `Op::Done`; where the text was left.
    fn go(&mut self, op: usize, at: usize, goal: Goal) -> Result<Option<usize>, TooMuch> {
        let base = self.stack.len();
        let (mut op, mut at) = (op, at);
        loop {
            self.steps += 1;
            if self.steps > MOST_STEPS || self.stack.len() > MOST_ENTRIES {
                return Err(TooMuch);
            }
            if matches!(self.regex.ops[op], Op::Done) && goal.allows(at) {
                return Ok(Some(at));
            }
            match self.step(op, at)? {
                Some(next) => (op, at) = next,
                None => match self.back(base) {
                    Some(next) => (op, at) = next,
                    None => return Ok(None),
                },
            }
        }
    }

    /// Executes one instruction: where to go on, or `None` if this way fails.
    fn step(&mut self, op: usize, at: usize) -> Result<Option<(usize, usize)>, TooMuch> {
        let regex = self.regex;
        Ok(match &regex.ops[op] {
            Op::Single(single) => (at < self.end && single.matches(self.text[at])).then_some((op + 1, at + 1)),
            Op::At(place) => self.is_at(*place, at).then_some((op + 1, at)),
            Op::Save(register) => {
                self.set(*register, at as i64);
                Some((op + 1, at))
            }
            Op::Close(group) => {
                self.set(2 * group + 1, at as i64);
                self.set(2 * regex.groups + 2, *group as i64);
                Some((op + 1, at))
            }
            Op::Jump(to) => Some((*to, at)),
            Op::Split(other) => {
                self.stack.push(Entry::Branch { op: *other, at });
                Some((op + 1, at))
            }
            Op::Several {
                single,
                least,
                most,
                greed,
            } => self.several(op, at, single, *least, *most, *greed),
            Op::LoopStart(register) => {
                self.set(*register, 0);
                self.set(register + 1, -1);
                Some((op + 1, at))
            }
            Op::Loop {
                register,
                least,
                most,
                lazy,
                exit,
            } => {
                let (count, last) = (self.registers[*register], self.registers[register + 1]);
                if count < i64::from(*least) {
                    Some((op + 1, at))
                } else if count >= i64::from(*most) || last == at as i64 {
                    Some((*exit, at))
                } else {
                    let (first, second) = if *lazy { (*exit, op + 1) } else { (op + 1, *exit) };
                    self.stack.push(Entry::Branch { op: second, at });
                    Some((first, at))
                }
            }
            Op::LoopBody(register) => {
                self.set(*register, self.registers[*register] + 1);
                self.set(register + 1, at as i64);
                Some((op + 1, at))
            }
            Op::Look { behind, negated, after } => self.look(op, at, *behind, *negated, *after)?,
            Op::Atomic { after } => {
                let base = self.stack.len();
                let end = self.go(op + 1, at, Goal::Anywhere)?;
                self.commit(base);
                end.map(|end| (*after, end))
            }
            Op::Reference(group, folded) => self.reference(*group, *folded, at).map(|end| (op + 1, end)),
            Op::Unless { group, other } => {
                let matched = self.registers[2 * group] >= 0 && self.registers[2 * group + 1] >= 0;
                Some((if matched { op + 1 } else { *other }, at))
            }
            Op::Done => None,
        })
    }

    fn several(
        &mut self,
        op: usize,
        at: usize,
        single: &Single,
        least: u32,
        most: u32,
        greed: Greed,
    ) -> Option<(usize, usize)> {
        let room = (self.end - at).min(most as usize);
        let taken = self.text[at..at + room]
            .iter()
            .take_while(|point| single.matches(**point))
            .count();
        self.steps += taken as u64;
        let (low, high) = (at.checked_add(least as usize)?, at + taken);
        if low > high {
            return None;
        }
        match greed {
            Greed::Possessive => Some((op + 1, high)),
            Greed::Greedy => {
                if low < high {
                    self.stack.push(Entry::Retry {
                        op: op + 1,
                        low,
                        high: high - 1,
                        more: false,
                    });
                }
                Some((op + 1, high))
            }
            Greed::Lazy => {
                if low < high {
                    self.stack.push(Entry::Retry {
                        op: op + 1,
                        low: low + 1,
                        high,
                        more: true,
                    });
                }
                Some((op + 1, low))
            }
        }
    }

    fn look(
        &mut self,
        op: usize,
        at: usize,
        behind: Option<usize>,
        negated: bool,
        after: usize,
    ) -> Result<Option<(usize, usize)>, TooMuch> {
        let base = self.stack.len();
        let found = match at.checked_sub(behind.unwrap_or(0)) {
            Some(start) => self.go(op + 1, start, Goal::Anywhere)?.is_some(),
            None => false,
        };
        if negated {
            self.undo(base);
        } else {
            self.commit(base);
        }
        Ok((found != negated).then_some((after, at)))
    }

    fn reference(&self, group: usize, folded: bool, at: usize) -> Option<usize> {
        let start = usize::try_from(self.registers[2 * group]).ok()?;
        let end = usize::try_from(self.registers[2 * group + 1]).ok()?;
        let text = self.text.get(start..end)?;
        let here = self.text[..self.end].get(at..at + text.len())?;
        let same = text
            .iter()
            .zip(here)
            .all(|(a, b)| a == b || folded && lower(*a, false) == lower(*b, false));
        same.then_some(at + text.len())
    }

    fn is_at(&self, place: Place, at: usize) -> bool {
        let before = at.checked_sub(1).map(|index| self.text[index]);
        let after = self.text[..self.end].get(at).copied();
        let line_end = u32::from('\n');
        let boundary = |ascii| {
            let word = |point: Option<u32>| point.is_some_and(|point| Category::Word.has(point, ascii));
            word(before) != word(after)
        };
        match place {
            Place::Start => at == 0,
            Place::LineStart => before.is_none_or(|point| point == line_end),
            Place::End => at == self.end,
            Place::LastLineEnd => at == self.end || at + 1 == self.end && after == Some(line_end),
            Place::LineEnd => after.is_none_or(|point| point == line_end),
            Place::Boundary(ascii) => self.end > 0 && boundary(ascii),
            Place::NoBoundary(ascii) => self.end > 0 && !boundary(ascii),
        }
    }
}

impl Single {
    /// Whether a character is matched.
    pub(super) fn matches(&self, point: u32) -> bool {
        match self {
            Self::Literal(literal) => *literal == point,
            Self::Folded(literal, ascii) => lower(point, *ascii) == *literal,
            Self::NotLineEnd => point != u32::from('\n'),
            Self::All => true,
            Self::Set(set) => set.matches(point),
        }
    }
}
