//! Questions about time, as the page has them: the overview, the ledger and the reasons of the selected object, what lines cost,
//! and the alternative that is looked at.

use super::{Effect, Pane, Phase, State};
use crate::asking::{Answer, Question};
use crate::message::Request;
use crate::picture::story::{Aliveness, Costs, Doomed, Intervention, Ledger, Overview, Reference, Tenants};
use crate::picture::{Changed, ObjectId, Seek, Shape};
use heapglass_words::ledger as say;
use std::rc::Rc;

/// What the details tell of the selected object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Its bytes, field by field.
    #[default]
    Fields,
    /// Every change of its count, and its life.
    Ledger,
    /// Why it is alive, and what would free it.
    Why,
}

impl Tab {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::Fields, Self::Ledger, Self::Why];

    /// As the button says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fields => say::fields(),
            Self::Ledger => say::ledger(),
            Self::Why => say::why(),
        }
    }

    /// What it shows, and its key.
    pub fn title(self) -> &'static str {
        match self {
            Self::Fields => say::fields_about(),
            Self::Ledger => say::ledger_about(),
            Self::Why => say::why_about(),
        }
    }
}

/// What the user asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Show this of the selected object.
    Tab(Tab),
    /// Show or hide what one instruction adds and takes back.
    Temporaries,
    /// Tell who lived at this address before and after.
    Tenants(u64),
    /// Preview what would die without this reference.
    WouldDie(Reference),
    /// Begin an alternative.
    Begin(Intervention),
    /// Leave it.
    Leave,
    /// Show or hide what lines cost.
    Costs,
}

/// What is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asks {
    /// The recording seen from afar.
    pub overview: Option<Rc<Overview>>,
    /// What the details tell.
    pub tab: Tab,
    /// The ledger that was read last.
    pub ledger: Option<Rc<Ledger>>,
    /// Who lived at the address that was asked about last.
    pub tenants: Option<Rc<Tenants>>,
    /// Whether it is shown with what one instruction adds and takes back.
    pub temporaries: bool,
    /// Why an object is alive, and the step that holds for.
    pub why: Option<(u64, Rc<Aliveness>)>,
    /// The reference that was asked about last, and what would die.
    pub doomed: Option<(Reference, Result<Doomed, String>)>,
    /// Whether what lines cost is shown.
    pub costs_open: bool,
    /// What lines cost.
    pub costs: Option<Rc<Costs>>,
    /// The alternative that is looked at.
    pub alternative: Option<Alternative>,
    /// Why something could not be done.
    pub refused: Option<String>,
}

/// An alternative future that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// What was changed.
    pub changed: Changed,
    /// The step it begins at.
    pub from: u64,
    /// The recording it came from, seen from afar.
    pub recorded: Option<Rc<Overview>>,
}

impl State {
    pub(super) fn on_ask(&mut self, ask: Ask) -> Vec<Effect> {
        self.asks.refused = None;
        if matches!(ask, Ask::Tab(_) | Ask::Tenants(_) | Ask::Costs) {
            self.unfold(Pane::Details);
        }
        match ask {
            Ask::Tab(tab) => {
                self.asks.tab = tab;
                self.ask_of_selected()
            }
            Ask::Temporaries => {
                self.asks.temporaries = !self.asks.temporaries;
                Vec::new()
            }
            Ask::Tenants(address) => self.question(Question::Tenants(address)),
            Ask::WouldDie(reference) => self.question(Question::WouldDie(reference)),
            Ask::Begin(change) if self.shown.is_some() => {
                self.playing = false;
                self.question(Question::Begin(change))
            }
            Ask::Leave if self.asks.alternative.is_some() => {
                self.playing = false;
                self.question(Question::Leave)
            }
            Ask::Begin(_) | Ask::Leave => Vec::new(),
            Ask::Costs => {
                self.asks.costs_open = !self.asks.costs_open;
                if self.asks.costs_open { self.question(Question::Costs) } else { Vec::new() }
            }
        }
    }

    pub(super) fn question(&self, question: Question) -> Vec<Effect> {
        if !self.has_recording() {
            return Vec::new();
        }
        vec![Effect::Send(Request::Ask { run: self.run.number, question })]
    }

    /// What the open tab needs of the selected object, if it is not there.
    pub(super) fn ask_of_selected(&mut self) -> Vec<Effect> {
        let Some(object) = self.selected else { return Vec::new() };
        let step = self.step();
        let asks = &self.asks;
        match asks.tab {
            Tab::Fields => Vec::new(),
            Tab::Ledger if asks.ledger.as_ref().is_some_and(|ledger| ledger.object == object) => Vec::new(),
            Tab::Ledger => self.question(Question::Ledger(object)),
            Tab::Why if asks.why.as_ref().is_some_and(|(at, why)| *at == step && why.object == object) => Vec::new(),
            Tab::Why => {
                self.asks.doomed = None;
                self.question(Question::Why(object))
            }
        }
    }

    /// The step on screen.
    pub fn step(&self) -> u64 {
        self.shown.as_ref().map_or(0, |shown| shown.picture.position.step)
    }

    /// The engine answered a question.
    pub(super) fn question_answered(&mut self, run: u64, answer: Answer) -> Vec<Effect> {
        if run != self.run.number {
            return Vec::new();
        }
        match answer {
            Answer::Overview(overview) => self.asks.overview = Some(Rc::new(overview)),
            Answer::Ledger(ledger) => self.asks.ledger = Some(Rc::new(ledger)),
            Answer::Lifeline(life) => return self.life_told(life),
            Answer::Happenings(told) => self.lifelines.happenings = Some(Rc::new(told)),
            Answer::Tenants(tenants) => self.asks.tenants = Some(Rc::new(tenants)),
            Answer::Why(why) => self.asks.why = Some((self.step(), Rc::new(why))),
            Answer::WouldDie(reference, doomed) => self.asks.doomed = Some((reference, doomed)),
            Answer::Predictions(found) => self.questions_came(found),
            Answer::Costs(costs) => self.asks.costs = Some(Rc::new(costs)),
            Answer::Refused(why) => self.asks.refused = Some(why),
            Answer::Begun(changed) => {
                let alternative = Alternative { changed, from: self.step(), recorded: self.asks.overview.take() };
                self.forget_answers();
                self.lives_begin_anew();
                self.leave_plan();
                self.transcript = Rc::default();
                self.asks.alternative = Some(alternative);
                self.run.phase = Phase::Recording;
                self.requests.forget();
                return self.ask(Some(Seek::Stop(0)));
            }
            Answer::Left => {
                let left = self.asks.alternative.take();
                self.forget_answers();
                self.come_back_to_plan();
                self.transcript = Rc::default();
                self.lives_as_before();
                self.asks.overview = left.and_then(|alternative| alternative.recorded);
                self.requests.forget();
                let mut effects = self.read_lives();
                effects.extend(self.want_questions());
                effects.extend(self.ask(None));
                return effects;
            }
        }
        Vec::new()
    }

    /// What was told of another recording, or of a shorter one.
    pub(super) fn forget_answers(&mut self) {
        let asks = &mut self.asks;
        (asks.ledger, asks.tenants, asks.why, asks.doomed, asks.costs) = (None, None, None, None, None);
    }

    /// Another run, or a worker of its own making: nothing that was told holds.
    pub(super) fn forget_asks(&mut self) {
        let Asks { tab, temporaries, costs_open, .. } = self.asks;
        self.asks = Asks { tab, temporaries, costs_open, ..Asks::default() };
        self.forget_questions();
    }

    /// What was answered in words is asked again, in another language; the rest has none.
    pub(super) fn ask_in_words(&mut self) -> Vec<Effect> {
        let doomed = self.asks.doomed.take();
        (self.asks.ledger, self.asks.why) = (None, None);
        let mut effects = self.ask_of_selected();
        effects.extend(doomed.into_iter().flat_map(|(reference, _)| self.question(Question::WouldDie(reference))));
        effects
    }

    /// The recording has come to its end, or pauses: what is open is asked again.
    pub(super) fn ask_again(&mut self) -> Vec<Effect> {
        self.forget_answers();
        let mut effects = self.ask_of_selected();
        if self.asks.costs_open {
            effects.extend(self.question(Question::Costs));
        }
        effects.extend(self.want_questions());
        effects
    }
}

/// Where a reference to an object can be seen and dropped.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldBy {
    /// The reference.
    pub reference: Reference,
    /// The place in words.
    pub words: String,
    /// The object that holds it.
    pub holder: Option<ObjectId>,
}

impl State {
    /// The references to the selected object that the picture shows: names first.
    pub fn held_by(&self) -> Vec<HeldBy> {
        let (Some(shown), Some(wanted)) = (&self.shown, self.selected) else { return Vec::new() };
        let mut found = Vec::new();
        for frame in &shown.picture.frames {
            for name in frame.names.iter().filter(|name| refers(&name.value) == Some(wanted)) {
                found.push(HeldBy {
                    reference: Reference::Name { frame: frame.id, name: name.name.clone() },
                    words: if name.scope == "global" { say::by_name(&name.name) } else { say::by_name_of(&name.name, &frame.function) },
                    holder: None,
                });
            }
        }
        for object in &shown.picture.objects {
            for (index, part) in object.parts.iter().enumerate() {
                if !part.weak && refers(&part.value) == Some(wanted) {
                    let has_items = matches!(object.shape, Shape::List | Shape::Tuple | Shape::Dict);
                    let label = if has_items { format!("[{}]", part.label) } else { part.label.clone() };
                    found.push(HeldBy {
                        reference: Reference::Part { object: object.id, index: index as u32 },
                        words: say::by_part(&label, &crate::words::title(object)),
                        holder: Some(object.id),
                    });
                }
            }
        }
        found
    }
}

fn refers(value: &crate::picture::Value) -> Option<ObjectId> {
    match value {
        crate::picture::Value::Arrow(id) | crate::picture::Value::InPlace { id, .. } => Some(*id),
        crate::picture::Value::Empty => None,
    }
}
