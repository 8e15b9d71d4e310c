//! The page around this one, if this one is embedded and the link names the origin of the other: what it may ask for, and
//! what it is told.

use super::{Action, Effect, LinkAction, Phase, State};
use crate::lesson::Part;
use crate::link::Link;
use crate::picture::Seek;
use crate::remark::Remark;
use serde::{Deserialize, Serialize};

/// What the page around asks for; `docs/embedding.md` tells it to authors.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "heapglass", rename_all = "lowercase")]
pub enum HostRequest {
    /// Follow a link.
    Load {
        /// The link, without `#`.
        link: String,
    },
    /// Go somewhere.
    Seek {
        /// The stop: a number, or `last`.
        stop: Option<StopName>,
        /// Else the line.
        line: Option<u32>,
        /// Which time the line runs; the first if not said.
        time: Option<u32>,
    },
    /// Play, or pause.
    Play {
        /// Which of the two.
        on: bool,
    },
    /// Tell where this is.
    State {},
}

/// How a stop is named in a message.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum StopName {
    /// By its number.
    Number(u64),
    /// `last`, or a number in digits.
    Word(String),
}

/// What the page around is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "heapglass", rename_all = "kebab-case")]
pub enum HostEvent {
    /// The program is recorded and the first picture is there.
    Ready(Whereabouts),
    /// Another stop is shown.
    Step(Whereabouts),
    /// A question was answered.
    Answer {
        /// Of a lesson: the card, from 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        card: Option<usize>,
        /// What it is about; `lesson` in a lesson.
        kind: &'static str,
        /// The question.
        question: String,
        /// The answer that was chosen.
        answer: String,
        /// Whether it is right.
        right: bool,
    },
    /// What was asked for is done.
    AnswerTo {
        /// The number that came with the request.
        number: u64,
        /// Where the page is now.
        #[serde(flatten)]
        place: Whereabouts,
    },
}

/// Where the page is.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Whereabouts {
    /// The stop, from 0.
    pub stop: u64,
    /// How many stops there are.
    pub stops: u64,
    /// The line that runs next, if one does.
    pub line: Option<u32>,
    /// The function it is in.
    pub function: String,
    /// What just happened.
    pub sentence: String,
    /// What was printed so far.
    pub output: String,
    /// A link to this.
    pub link: String,
    /// Why the program does not run, if it does not; else what was not understood of the link.
    pub problem: Option<String>,
}

/// What is known of the page around.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Host {
    /// Requests that wait until the page has come to rest.
    waiting: Vec<u64>,
    /// The last stop that was told, with its run.
    told: Option<(u64, u64)>,
    /// Answers that were told.
    answers: usize,
    /// Those to questions of the recording.
    predicted: usize,
    /// What the link that was followed last could not have.
    pub(super) complaint: Remark,
}

impl State {
    pub(super) fn on_host(&mut self, number: u64, request: HostRequest) -> Vec<Effect> {
        let effects = match request {
            HostRequest::Load { link } => {
                let mut link = Link::read(&link);
                // The page around stays the one that the address named.
                link.framing.host.clone_from(&self.framing.host);
                self.apply(Action::Link(LinkAction::Follow(link)))
            }
            HostRequest::Seek { stop, line, time } => match (stop, line) {
                (Some(StopName::Number(stop)), _) => self.seek(Seek::Stop(stop.min(self.last_stop()))),
                (Some(StopName::Word(word)), _) => match word.parse() {
                    Ok(stop) => self.seek(Seek::Stop(u64::min(stop, self.last_stop()))),
                    Err(_) => self.seek(Seek::Last),
                },
                (None, Some(line)) => self.seek(Seek::Execution { line, time: time.unwrap_or(1).max(1) }),
                (None, None) => Vec::new(),
            },
            HostRequest::Play { on } if on != self.playing => self.apply(Action::PlayPause),
            HostRequest::Play { .. } | HostRequest::State {} => Vec::new(),
        };
        self.host.waiting.push(number);
        effects
    }

    /// What the page around is to be told now.
    pub(super) fn tell_host(&mut self) -> Vec<Effect> {
        if self.framing.host.is_none() {
            return Vec::new();
        }
        let mut events = Vec::new();
        let here = self.shown.as_ref().map(|shown| (self.run.number, shown.picture.position.stop));
        let fails = self.run.fails();
        let rests = self.requests.is_quiet() && self.opening.is_none() && self.run.phase != Phase::Recording;
        if let Some(here) = here.filter(|here| self.host.told != Some(*here) && (rests || self.playing)) {
            let first = self.host.told.is_none_or(|(run, _)| run != here.0);
            self.host.told = Some(here);
            events.push(if first { HostEvent::Ready(self.whereabouts()) } else { HostEvent::Step(self.whereabouts()) });
        } else if fails && here.is_none() && self.host.told.is_none() {
            self.host.told = Some((self.run.number, u64::MAX));
            events.push(HostEvent::Ready(self.whereabouts()));
        }
        let answers: Vec<(usize, String)> =
            self.lessons.run.as_ref().map(|run| run.answers.iter().map(|(card, answer)| (card + 1, answer.clone())).collect()).unwrap_or_default();
        if answers.len() > self.host.answers
            && let Some((card, answer)) = answers.last().cloned()
        {
            events.push(self.lesson_answer(card, answer));
        }
        self.host.answers = answers.len();
        for answered in self.predict.answers.iter().skip(self.host.predicted) {
            let Some(choice) = answered.question.choices.get(answered.given) else { continue };
            let (kind, right) = (answered.question.kind.name(), answered.is_right());
            events.push(HostEvent::Answer { card: None, kind, question: answered.question.ask.clone(), answer: choice.text.clone(), right });
        }
        self.host.predicted = self.predict.answers.len();
        if rests && (here.is_some() || fails) {
            let place = self.whereabouts();
            events.extend(self.host.waiting.drain(..).map(|number| HostEvent::AnswerTo { number, place: place.clone() }));
        }
        events.into_iter().map(|event| Effect::TellHost(Box::new(event))).collect()
    }

    fn lesson_answer(&self, card: usize, answer: String) -> HostEvent {
        let cards = self.lessons.run.as_ref().map(|run| run.lesson.cards()).unwrap_or_default();
        let (question, right) = match cards.get(card - 1).and_then(|card| card.block) {
            Some(Part::Question(question)) => (question.ask.clone(), question.verdict(&answer).0),
            _ => (String::new(), false),
        };
        HostEvent::Answer { card: Some(card), kind: "lesson", question, answer, right }
    }

    fn whereabouts(&self) -> Whereabouts {
        let problem = match (&self.run.problem, &self.run.phase) {
            (Some(problem), _) => Some(crate::view::problem(problem)),
            (None, Phase::Died(why)) => Some(why.words()),
            (None, _) => Some(self.host.complaint.words()).filter(|words| !words.is_empty()),
        };
        // A picture of the program before is not where this one is.
        let Some(shown) = self.shown.as_ref().filter(|_| !self.run.fails()) else { return Whereabouts { problem, ..Whereabouts::default() } };
        let picture = &shown.picture;
        Whereabouts {
            stop: picture.position.stop,
            stops: self.run.progress.stops,
            line: picture.position.line,
            function: picture.position.function.clone(),
            sentence: picture.sentence.text.clone(),
            output: picture.output.clone(),
            link: self.link().write(),
            problem,
        }
    }
}

#[cfg(test)]
mod tests;
