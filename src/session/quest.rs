//! Going to what happens: what can be looked for from the page, how a long search stands, and what was said of the last one.

use super::{Action, Effect, State};
use crate::message::Request;
use crate::remark::Remark;
use crate::picture::{Breakpoint, Direction, Frame, Seek, Sign};
use heapglass_words::quest as say;

/// What can be gone to, in both directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The line on screen runs.
    Line,
    /// An object is made.
    Allocation,
    /// An object dies.
    Death,
    /// A collection begins.
    Collection,
    /// An exception is raised.
    Exception,
    /// Something is printed.
    Output,
    /// The chosen name is bound to something else.
    Name,
    /// The count of the selected object changes.
    Count,
    /// The selected object dies.
    DeathOf,
    /// Bytes of the selected object's block change.
    Block,
}

impl Goal {
    /// All of them, as the menu lists them.
    pub const ALL: [Self; 10] = [
        Self::Line,
        Self::Allocation,
        Self::Death,
        Self::Collection,
        Self::Exception,
        Self::Output,
        Self::Name,
        Self::Count,
        Self::DeathOf,
        Self::Block,
    ];

    /// What happens there, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Line => say::line_runs(),
            Self::Allocation => say::object_made(),
            Self::Death => say::object_dies(),
            Self::Collection => say::collection_begins(),
            Self::Exception => say::exception_raised(),
            Self::Output => say::something_printed(),
            Self::Name => say::name_changes(),
            Self::Count => say::count_changes(),
            Self::DeathOf => say::selected_dies(),
            Self::Block => say::bytes_change(),
        }
    }

    /// Its key; with Shift for the one before.
    pub fn key(self) -> char {
        match self {
            Self::Line => 'H',
            Self::Allocation => 'A',
            Self::Death => 'D',
            Self::Collection => 'G',
            Self::Exception => 'E',
            Self::Output => 'O',
            Self::Name => 'W',
            Self::Count => 'R',
            Self::DeathOf => 'F',
            Self::Block => 'M',
        }
    }

    /// The goal with this key.
    pub fn by_key(key: &str) -> Option<Self> {
        let mut letters = key.chars();
        let letter = letters.next().filter(|_| letters.next().is_none())?.to_ascii_uppercase();
        Self::ALL.into_iter().find(|goal| goal.key() == letter)
    }
}

/// A search, its words, and the breakpoint that is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quest {
    /// How much of the recording a long search has gone through, in hundredths.
    pub percent: Option<u8>,
    /// What was said of the last place one went to, or why one did not.
    pub remark: Remark,
    /// The name to watch: its frame, and itself. Else the one that changed last is.
    pub name: Option<(u64, String)>,
    /// The breakpoint whose condition is being written, and why it cannot be that.
    pub writing: Option<(Breakpoint, String)>,
}

impl State {
    /// Goes to what happens next, or happened before.
    pub(super) fn go_to(&mut self, goal: Goal, direction: Direction) -> Vec<Effect> {
        self.playing = false;
        match self.wish(goal, direction) {
            Ok(seek) => self.seek(seek),
            Err(say) => {
                self.quest.remark = Remark::of(say);
                Vec::new()
            }
        }
    }

    fn wish(&self, goal: Goal, direction: Direction) -> Result<Seek, fn() -> &'static str> {
        let picture = &self.shown.as_ref().ok_or(say::no_recording as fn() -> _)?.picture;
        let selected = || self.selected.ok_or(say::select_first as fn() -> _);
        let sign = match goal {
            Goal::Line => {
                let line = picture.position.line.or(picture.position.previous_line).ok_or(say::no_line as fn() -> _)?;
                return Ok(match direction {
                    Direction::Forward => Seek::NextOnLines(vec![line]),
                    Direction::Backward => Seek::PreviousOnLines(vec![line]),
                });
            }
            Goal::Allocation => Sign::Allocation,
            Goal::Death => Sign::Death,
            Goal::Collection => Sign::Collection,
            Goal::Exception => Sign::Exception,
            Goal::Output => Sign::Output,
            Goal::Name => {
                let (frame, name) = self.watched_name().ok_or(say::no_name as fn() -> _)?;
                Sign::Name { frame, name }
            }
            Goal::Count => Sign::Count(selected()?),
            Goal::DeathOf => Sign::DeathOf(selected()?),
            Goal::Block => {
                let object = selected()?;
                let found = picture.objects.iter().find(|found| found.id == object);
                Sign::Write(found.ok_or(say::not_alive as fn() -> _)?.address)
            }
        };
        Ok(Seek::Find(direction, sign))
    }

    /// The name whose changes are looked for: the chosen one if its frame is there, else the one that changed last.
    pub fn watched_name(&self) -> Option<(u64, String)> {
        let frames: &[Frame] = &self.shown.as_ref()?.picture.frames;
        let is_there = |chosen: &&(u64, String)| frames.is_empty() || frames.iter().any(|frame| frame.id == chosen.0);
        if let Some(chosen) = self.quest.name.as_ref().filter(is_there) {
            return Some(chosen.clone());
        }
        let innermost = frames.last()?;
        let name = innermost.names.iter().rfind(|name| name.changed).or(innermost.names.last())?;
        Some((innermost.id, name.name.clone()))
    }

    /// What the page says where it does not even ask.
    pub(super) fn say_nowhere(&mut self, seek: &Seek) {
        self.quest.remark = match seek {
            Seek::Next | Seek::Over | Seek::Out | Seek::Last => Remark::of(say::at_the_end),
            _ => Remark::of(say::at_the_start),
        };
    }

    pub(super) fn on_quest(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::GoTo(goal, direction) => return self.go_to(goal, direction),
            Action::GiveUp if self.quest.percent.is_some() => return vec![Effect::Send(Request::GiveUp)],
            Action::WatchName(frame, name) => self.quest.name = Some((frame, name)),
            Action::WriteCondition(point) => self.quest.writing = point.map(|point| (point, String::new())),
            Action::SetCondition(condition) => {
                let Some((point, _)) = &mut self.quest.writing else { return Vec::new() };
                condition.trim().clone_into(&mut point.condition);
                if !point.condition.is_empty() {
                    let condition = point.condition.clone();
                    return vec![Effect::Send(Request::CheckCondition { condition })];
                }
                self.keep_condition();
            }
            Action::RemoveBreakpoint => {
                if let Some((point, _)) = self.quest.writing.take() {
                    self.breakpoints.retain(|other| other.line != point.line);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// The engine has read a condition.
    pub(super) fn condition_checked(&mut self, condition: &str, complaint: Option<String>) {
        let Some((point, words)) = &mut self.quest.writing else { return };
        if point.condition != condition {
            return;
        }
        match complaint {
            Some(complaint) => *words = complaint,
            None => self.keep_condition(),
        }
    }

    fn keep_condition(&mut self) {
        if let Some((point, _)) = self.quest.writing.take() {
            self.breakpoints.retain(|other| other.line != point.line);
            self.breakpoints.push(point);
            self.breakpoints.sort_by_key(|point| point.line);
        }
    }
}
