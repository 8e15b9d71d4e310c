//! Lifelines: from when to when chosen objects lived, and what they died of. That of the selected object is read by itself;
//! others are kept beside it.

use super::{Effect, Phase, State};
use crate::asking::Question;
use crate::link::Part;
use crate::picture::ObjectId;
use crate::remark::Remark;
use crate::picture::story::{Ending, Happenings, Lifeline};
use crate::words;
use heapglass_words::lifelines as said;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Lifelines that are kept.
const MOST: usize = 24;

/// Lives by object.
type Lives = BTreeMap<ObjectId, Rc<Lifeline>>;

/// What is done with lifelines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LifelineAction {
    /// Keep that of the selected object, or no longer.
    Keep,
    /// Remove that of this object.
    Remove(ObjectId),
    /// Remove all.
    Clear,
    /// Tell what happened between these two steps.
    Hear(u64, u64),
}

/// The objects that are followed, and what is known of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lifelines {
    /// The objects whose lifelines are kept, in the order in which they were chosen.
    pub kept: Vec<ObjectId>,
    lives: Rc<Lives>,
    /// What was known of the recording that the alternative on screen came from.
    recorded: Option<Rc<Lives>>,
    /// The object whose life is being read.
    asked: Option<ObjectId>,
    /// What happened in the part that was pointed at last.
    pub happenings: Option<Rc<Happenings>>,
}

/// What an object died of, or that it did not: as a class of the page, a sign, and in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It lives where the recording ends.
    Alive,
    /// Its count fell to zero.
    LastReference,
    /// The collector found it.
    Collected,
    /// The interpreter took its modules down.
    Shutdown,
}

impl Fate {
    /// All of them, for a legend.
    pub const ALL: [Self; 4] = [Self::LastReference, Self::Collected, Self::Shutdown, Self::Alive];

    /// The class of its colour and pattern.
    pub fn class(self) -> &'static str {
        match self {
            Self::Alive => "fate-alive",
            Self::LastReference => "fate-count",
            Self::Collected => "fate-cycle",
            Self::Shutdown => "fate-end",
        }
    }

    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Alive => "→",
            Self::LastReference => "0",
            Self::Collected => "⟳",
            Self::Shutdown => "■",
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Alive => said::alive(),
            Self::LastReference => said::last_reference(),
            Self::Collected => said::collected(),
            Self::Shutdown => said::shutdown(),
        }
    }
}

/// A lifeline as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Whose.
    pub object: ObjectId,
    /// Its one name.
    pub title: String,
    /// Its first step.
    pub from: u64,
    /// Whether it was born in the recording; else it was there before.
    pub born: bool,
    /// Its last step, as far as it is known.
    pub to: u64,
    /// How it ends; none while it is being read.
    pub fate: Option<Fate>,
    /// From when to when and of what, in words.
    pub words: String,
    /// Whether it stays when another object is selected.
    pub is_kept: bool,
    /// Whether it is the selected object's.
    pub is_selected: bool,
    /// In an alternative: first step, last step and end in the recording that it came from.
    pub recorded: Option<(u64, u64, Fate)>,
}

fn fate(life: &Lifeline) -> Option<Fate> {
    match &life.died {
        Some((_, Ending::LastReference)) => Some(Fate::LastReference),
        Some((_, Ending::Collected)) => Some(Fate::Collected),
        Some((_, Ending::Shutdown)) => Some(Fate::Shutdown),
        None if life.complete && life.exists => Some(Fate::Alive),
        None => None,
    }
}

impl State {
    pub(super) fn on_lifeline(&mut self, action: LifelineAction) -> Vec<Effect> {
        let lines = &mut self.lifelines;
        match action {
            LifelineAction::Keep => {
                let Some(object) = self.selected else {
                    self.quest.remark = Remark::of(said::nothing_selected);
                    return Vec::new();
                };
                if lines.kept.contains(&object) {
                    lines.kept.retain(|other| *other != object);
                } else if lines.kept.len() < MOST {
                    lines.kept.push(object);
                } else {
                    self.quest.remark = Remark::of(|| said::too_many(MOST as u64));
                }
            }
            LifelineAction::Remove(object) => lines.kept.retain(|other| *other != object),
            LifelineAction::Clear => lines.kept.clear(),
            LifelineAction::Hear(from, to) => {
                let known = lines.happenings.as_ref().is_some_and(|told| (told.from, told.to) == (from, to));
                return if known { Vec::new() } else { self.question(Question::Happenings(from, to)) };
            }
        }
        self.read_lives()
    }

    /// Asks for the next life that is wanted and not known: one at a time.
    pub(super) fn read_lives(&mut self) -> Vec<Effect> {
        let is_shown = self.shows(Part::Timeline);
        if !is_shown || matches!(self.run.phase, Phase::Recording | Phase::Stopping) || !self.has_recording() {
            return Vec::new();
        }
        let lines = &self.lifelines;
        let wanted = self.selected.into_iter().chain(lines.kept.iter().copied());
        let is_known = |object: &ObjectId| lines.lives.get(object).is_some_and(|life| life.complete);
        let Some(object) = wanted.into_iter().find(|object| !is_known(object)) else {
            self.lifelines.asked = None;
            return Vec::new();
        };
        if lines.asked == Some(object) {
            return Vec::new();
        }
        self.lifelines.asked = Some(object);
        self.question(Question::Lifeline(object))
    }

    /// A life has been read, or a part of it.
    pub(super) fn life_told(&mut self, life: Lifeline) -> Vec<Effect> {
        let complete = life.complete;
        let lines = &mut self.lifelines;
        Rc::make_mut(&mut lines.lives).insert(life.object, Rc::new(life));
        if !complete {
            return Vec::new();
        }
        lines.asked = None;
        self.read_lives()
    }

    /// The recording goes on, or is another: what was read of lives does not hold.
    pub(super) fn forget_lives(&mut self) {
        let lines = &mut self.lifelines;
        (lines.asked, lines.happenings, lines.lives) = (None, None, Rc::default());
    }

    /// Another program: nobody is followed any more.
    pub(super) fn forget_lifelines(&mut self) {
        self.lifelines = Lifelines::default();
    }

    /// An alternative begins: the lives of the recording stay beside those of the alternative.
    pub(super) fn lives_begin_anew(&mut self) {
        let lines = &mut self.lifelines;
        lines.recorded = Some(std::mem::take(&mut lines.lives));
        (lines.asked, lines.happenings) = (None, None);
    }

    /// The alternative is left.
    pub(super) fn lives_as_before(&mut self) {
        let lines = &mut self.lifelines;
        lines.lives = lines.recorded.take().unwrap_or_default();
        (lines.asked, lines.happenings) = (None, None);
    }

    /// The lifelines to draw: that of the selected object first, unless it is kept.
    pub fn bars(&self) -> Vec<Bar> {
        let kept = &self.lifelines.kept;
        let alone = self.selected.filter(|object| !kept.contains(object));
        alone.into_iter().chain(kept.iter().copied()).filter_map(|object| self.bar(object)).collect()
    }

    fn bar(&self, object: ObjectId) -> Option<Bar> {
        let lines = &self.lifelines;
        let before = lines.recorded.as_ref().and_then(|lives| lives.get(&object));
        let now = lines.lives.get(&object);
        let known = now.or(before)?;
        if known.complete && !known.exists && before.is_none_or(|life| !life.exists) {
            return None;
        }
        // An alternative begins in the middle: what was born before has its birth in the recording.
        let begin = self.asks.alternative.as_ref().map_or(0, |alternative| alternative.from);
        let earlier = before.and_then(|life| life.born.clone()).filter(|at| at.step <= begin);
        let born = now.and_then(|life| life.born.clone()).or(earlier);
        let shown = self.shown.as_ref().and_then(|shown| shown.picture.objects.iter().find(|one| one.id == object));
        let title = shown.map_or_else(|| format!("{} {}", known.type_name, words::numbered(object)), words::title);
        let fate = now.and_then(|life| fate(life));
        let end = |life: &Lifeline| life.died.as_ref().map_or(life.read, |(at, _)| at.step);
        let from = born.as_ref().map_or(0, |at| at.step);
        let birth = born.as_ref().map_or_else(|| "old".into(), |at| at.line.to_string());
        let told = match (fate, now.and_then(|life| life.died.as_ref())) {
            (Some(fate), Some((at, _))) => said::died(&birth, &at.line.to_string(), fate.words()),
            (Some(_), None) => said::lasting(&birth),
            (None, _) => said::being_read(&birth),
        };
        Some(Bar {
            object,
            title,
            from,
            born: born.is_some(),
            to: now.map_or(from, |life| end(life)),
            fate,
            words: told,
            is_kept: lines.kept.contains(&object),
            is_selected: self.selected == Some(object),
            recorded: before.and_then(|life| Some((life.born.as_ref().map_or(0, |at| at.step), end(life), self::fate(life)?))),
        })
    }
}

#[cfg(test)]
mod tests;
