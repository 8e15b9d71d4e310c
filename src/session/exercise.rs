//! Exercises at a line: draw where the names point when it has run, say the counts, mark what dies. The step is the solution.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Effect, Shown, State};
use crate::layout::{Claim, Claims, Verdict};
use crate::picture::{Object, ObjectId, Picture, Seek, Shape, Value};
use crate::predict;
use crate::remark::Remark;
use crate::words;
use heapglass_words::exercise as say;

/// Boxes that an exercise goes through.
const MOST_BOXES: usize = 12;
/// Names that an exercise goes through.
const MOST_NAMES: usize = 12;

/// What is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// Draw the arrows of the names.
    #[default]
    Arrows,
    /// Set the counts.
    Counts,
    /// Mark what dies.
    Deaths,
}

impl Task {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Arrows, Self::Counts, Self::Deaths];

    /// As its button says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Arrows => say::draw_arrows(),
            Self::Counts => say::set_counts(),
            Self::Deaths => say::mark_deaths(),
        }
    }

    /// What to do, behind the line.
    pub fn words(self) -> &'static str {
        match self {
            Self::Arrows => say::draw_arrows_about(),
            Self::Counts => say::set_counts_about(),
            Self::Deaths => say::mark_deaths_about(),
        }
    }
}

/// What a name points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A box that is there.
    Box(ObjectId),
    /// A box that the line makes.
    Made,
    /// A small value, shown in its row.
    Value,
    /// Nothing: it is unbound.
    Nothing,
}

/// What the user does in an exercise.
#[derive(Clone, Debug, PartialEq)]
pub enum ExerciseAction {
    /// Begin one at the line that is about to run.
    Begin(Task),
    /// Point a name at something.
    Point(String, Target),
    /// Take a name in the hand; the next box that is clicked is its target.
    Take(String),
    /// Set the count of a box.
    Count(ObjectId, u64),
    /// Mark a box, or no longer.
    Mark(ObjectId),
    /// It is done: run the line and compare.
    Check,
    /// Leave it.
    Close,
}

/// A thing that was said and is right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Whether it was right.
    pub right: bool,
    /// What is so, in a sentence.
    pub words: Remark,
    /// The box that it is about.
    pub subject: Option<ObjectId>,
    /// The name that it is about, in an exercise with arrows.
    pub pointed: Option<Pointed>,
}

/// Where a name was said to point, and where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// The name.
    pub name: String,
    /// Where it was said to point; `None` if nothing was said.
    pub said: Option<Target>,
    /// Where it does.
    pub is: Target,
}

/// A wrong answer about a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongArrow {
    /// The name.
    pub name: String,
    /// Where it was said to point, in words.
    pub said: String,
    /// The stage has an arrow for it.
    pub is_drawn: bool,
    /// It was said to point at an object, and the stage cannot show the arrow.
    pub is_out_of_sight: bool,
}

/// An exercise under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// What is to be done.
    pub task: Task,
    /// The line that is about to run.
    pub line: u32,
    /// Its text.
    pub text: String,
    /// What the stage shows before it.
    pub before: Rc<Shown>,
    /// The names, and where they are said to point; `None` while nothing is said.
    pub arrows: Vec<(String, Option<Target>)>,
    /// The boxes.
    pub boxes: Vec<ObjectId>,
    /// The counts that are said.
    pub counts: BTreeMap<ObjectId, u64>,
    /// The boxes that are marked.
    pub marked: BTreeSet<ObjectId>,
    /// The name in the hand.
    pub hand: Option<String>,
    /// Whether the line is being run.
    checking: bool,
    /// What came of it.
    pub checked: Option<Vec<Checked>>,
}

impl Exercise {
    fn new(task: Task, before: Rc<Shown>, source: &str) -> Option<Self> {
        let picture = &before.picture;
        let line = picture.position.line?;
        let frame = picture.frames.last()?;
        let text = source.lines().nth(line as usize - 1)?.trim().to_owned();
        let told = predict::names(&text);
        let drawn = |object: &&Object| {
            object.count.is_some() && !matches!(object.shape, Shape::Class | Shape::Module | Shape::Function | Shape::Method | Shape::Frame | Shape::Traceback)
        };
        let boxes: Vec<ObjectId> = picture.objects.iter().filter(drawn).map(|object| object.id).take(MOST_BOXES).collect();
        let mut arrows: Vec<(String, Option<Target>)> = Vec::new();
        for name in &frame.names {
            let target = target(Some(&name.value), picture);
            let is_asked = told.contains(&name.name.as_str()) || matches!(target, Target::Box(id) if boxes.contains(&id));
            if is_asked && arrows.len() < MOST_NAMES {
                arrows.push((name.name.clone(), Some(target)));
            }
        }
        let bound = predict::assignment(&text).map(|(target, _)| predict::names(target)).unwrap_or_default();
        let bracket = |name: &str| text.contains(&format!("{name}[")) || text.contains(&format!("{name}."));
        for name in bound.into_iter().filter(|name| !bracket(name)) {
            if !arrows.iter().any(|(known, _)| known == name) {
                arrows.push((name.to_owned(), None));
            }
        }
        let count = |id: &ObjectId| Some((*id, find(picture, *id)?.count?));
        let counts = boxes.iter().filter_map(count).collect();
        let (marked, hand, checking, checked) = (BTreeSet::new(), None, false, None);
        Some(Self { task, line, text, before, arrows, boxes, counts, marked, hand, checking, checked })
    }

    /// Whether a click on a box is an answer.
    fn takes_clicks(&self) -> bool {
        !self.checking && self.checked.is_none() && (self.hand.is_some() || self.task == Task::Deaths)
    }

    /// What a box is called.
    pub fn title(&self, id: ObjectId) -> String {
        find(&self.before.picture, id).map_or_else(|| id.to_string(), words::title)
    }

    /// A target in words.
    fn target_words(&self, target: Target) -> String {
        match target {
            Target::Box(id) => self.title(id),
            Target::Made => say::new_object().to_owned(),
            Target::Value => say::small_value().to_owned(),
            Target::Nothing => say::nothing().to_owned(),
        }
    }

    /// What is said of the names, for the stage.
    fn claims(&self) -> Option<Claims> {
        let frame = self.before.picture.frames.last().filter(|_| self.task == Task::Arrows)?;
        let claim = |name: &str, said: Option<Target>, verdict: Verdict| {
            let to = if let Some(Target::Box(id)) = said { Some(id) } else { None };
            Claim { name: name.to_owned(), to, verdict }
        };
        let names = match &self.checked {
            Some(checked) => {
                let verdict = |one: &Checked| if one.right { Verdict::Right } else { Verdict::Wrong };
                checked.iter().filter_map(|one| one.pointed.as_ref().map(|pointed| claim(&pointed.name, pointed.said, verdict(one)))).collect()
            }
            None => {
                let now = |name: &str| target(frame.names.iter().find(|found| found.name == name).map(|found| &found.value), &self.before.picture);
                let verdict = |name: &str, said: Option<Target>| if said.is_none_or(|said| said == now(name)) { Verdict::AsShown } else { Verdict::Open };
                self.arrows.iter().map(|(name, said)| claim(name, *said, verdict(name, *said))).collect()
            }
        };
        Some(Claims { frame: frame.id, is_open: self.checked.is_none() && !self.checking, hand: self.hand.clone(), names })
    }

    /// What was said, compared with what has come.
    fn compare(&self, after: &Picture) -> Vec<Checked> {
        match self.task {
            Task::Arrows => self.arrows.iter().map(|(name, said)| self.compare_arrow(name, *said, after)).collect(),
            Task::Counts => self.counts.iter().map(|(id, said)| self.compare_count(*id, *said, after)).collect(),
            Task::Deaths => {
                let told = |id: &ObjectId| {
                    let (dead, marked) = (find(after, *id).is_none(), self.marked.contains(id));
                    let title = self.title(*id);
                    let words = Remark::of(move || if dead { say::has_died(&title) } else { say::has_lived_on(&title) });
                    (dead || marked).then_some(Checked { right: dead == marked, words, subject: Some(*id), pointed: None })
                };
                let all: Vec<Checked> = self.boxes.iter().filter_map(told).collect();
                let nobody = || vec![Checked { right: true, words: Remark::of(say::nobody_dies), subject: None, pointed: None }];
                if all.is_empty() { nobody() } else { all }
            }
        }
    }

    fn compare_arrow(&self, name: &str, said: Option<Target>, after: &Picture) -> Checked {
        let frame = self.before.picture.frames.last().and_then(|frame| after.frames.iter().find(|other| other.id == frame.id));
        let value = frame.and_then(|frame| frame.names.iter().find(|found| found.name == name)).map(|found| &found.value);
        let is = match target(value, after) {
            Target::Box(id) if find(&self.before.picture, id).is_none() => Target::Made,
            other => other,
        };
        let subject = match value {
            Some(Value::Arrow(id)) => Some(*id),
            _ => None,
        };
        let title = match is {
            Target::Box(id) => self.title(id),
            _ => subject.and_then(|id| find(after, id)).map(words::title).unwrap_or_default(),
        };
        let pointed = Some(Pointed { name: name.to_owned(), said, is });
        let name = name.to_owned();
        let words = Remark::of(move || match is {
            Target::Box(_) => say::arrow_to(&name, &title),
            Target::Made => say::arrow_to_new(&name, &title),
            Target::Value => say::arrow_to_value(&name),
            Target::Nothing => say::arrow_to_nothing(&name),
        });
        Checked { right: said == Some(is), words, subject, pointed }
    }

    fn compare_count(&self, id: ObjectId, said: u64, after: &Picture) -> Checked {
        let title = self.title(id);
        match find(after, id).and_then(|object| object.count) {
            Some(count) => Checked { right: said == count, words: Remark::of(move || say::count_is(&title, &count.to_string())), subject: Some(id), pointed: None },
            None => Checked { right: said == 0, words: Remark::of(move || say::count_is_dead(&title)), subject: None, pointed: None },
        }
    }
}

fn find(picture: &Picture, id: ObjectId) -> Option<&Object> {
    picture.objects.iter().find(|object| object.id == id)
}

fn target(value: Option<&Value>, picture: &Picture) -> Target {
    match value {
        Some(Value::Arrow(id)) if find(picture, *id).is_some() => Target::Box(*id),
        Some(Value::Arrow(_) | Value::InPlace { .. }) => Target::Value,
        Some(Value::Empty) | None => Target::Nothing,
    }
}

impl State {
    /// What the exercise says of names, for the stage.
    pub fn claims(&self) -> Option<Rc<Claims>> {
        self.exercise.as_ref().and_then(Exercise::claims).map(Rc::new)
    }

    /// What was said wrongly of names, by name, in words, and whether the stage shows its arrow.
    pub fn wrong_arrows(&self) -> Vec<WrongArrow> {
        let (Some(exercise), Some(shown), Some(claims)) = (&self.exercise, &self.shown, self.claims()) else { return Vec::new() };
        let pointed = exercise.checked.iter().flatten().filter(|one| !one.right).filter_map(|one| one.pointed.as_ref());
        let wrong = pointed.filter_map(|pointed| {
            let said = exercise.target_words(pointed.said?);
            let claim = claims.names.iter().find(|claim| claim.name == pointed.name)?;
            let is_drawn = claims.is_seen(claim, &shown.picture, &self.stage.drawn, &self.look);
            Some(WrongArrow { name: pointed.name.clone(), said, is_drawn, is_out_of_sight: claim.to.is_some() && !is_drawn })
        });
        wrong.collect()
    }

    pub(super) fn on_exercise(&mut self, action: ExerciseAction) -> Vec<Effect> {
        match action {
            ExerciseAction::Begin(task) => {
                self.playing = false;
                let begun = self.shown.clone().and_then(|shown| Exercise::new(task, shown, &self.program.source));
                if begun.is_none() {
                    self.quest.remark = Remark::of(say::no_line);
                }
                self.predict.card = None;
                self.exercise = begun;
                return Vec::new();
            }
            ExerciseAction::Close => {
                self.exercise = None;
                return Vec::new();
            }
            _ => {}
        }
        let Some(exercise) = self.exercise.as_mut().filter(|exercise| exercise.checked.is_none() && !exercise.checking) else { return Vec::new() };
        match action {
            ExerciseAction::Point(name, target) => {
                exercise.hand = None;
                if let Some(arrow) = exercise.arrows.iter_mut().find(|arrow| arrow.0 == name) {
                    arrow.1 = Some(target);
                }
            }
            ExerciseAction::Take(name) => exercise.hand = (exercise.hand.as_ref() != Some(&name)).then_some(name),
            ExerciseAction::Count(id, count) => {
                exercise.counts.insert(id, count);
            }
            ExerciseAction::Mark(id) => {
                if !exercise.marked.remove(&id) {
                    exercise.marked.insert(id);
                }
            }
            ExerciseAction::Check => {
                exercise.checking = true;
                exercise.hand = None;
                return self.seek(Seek::Over);
            }
            ExerciseAction::Begin(_) | ExerciseAction::Close => {}
        }
        Vec::new()
    }

    /// A box was clicked: whether that was an answer.
    pub(super) fn exercise_click(&mut self, id: ObjectId) -> bool {
        let Some(exercise) = self.exercise.as_mut().filter(|exercise| exercise.takes_clicks()) else { return false };
        let action = match exercise.hand.clone() {
            Some(name) => ExerciseAction::Point(name, Target::Box(id)),
            None => ExerciseAction::Mark(id),
        };
        self.on_exercise(action);
        true
    }

    /// Another place is shown: the solution, or one where the exercise has no meaning.
    pub(super) fn exercise_moves(&mut self) -> Vec<Effect> {
        let (Some(exercise), Some(shown)) = (&mut self.exercise, &self.shown) else { return Vec::new() };
        if !exercise.checking {
            if exercise.checked.is_some() || exercise.before.picture.position.step != shown.picture.position.step {
                self.exercise = None;
            }
            return Vec::new();
        }
        if shown.picture.collector.collection.is_some() {
            // The line is not done: a collection runs in it.
            return self.seek(Seek::Over);
        }
        exercise.checking = false;
        exercise.checked = Some(exercise.compare(&shown.picture));
        Vec::new()
    }
}

#[cfg(test)]
mod tests;
