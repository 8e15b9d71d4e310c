//! The language of the page: chosen, brought, spoken.

use super::{Effect, Phase, State};
use crate::message::Request;
use crate::remark::Remark;
use heapglass_words::{Language, language};

/// The language, and how it came to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tongue {
    /// What the page speaks.
    pub spoken: &'static Language,
    /// Whether it was asked for, by a choice or a link, and not only taken from the browser's settings: then a made link names it.
    pub chosen: bool,
}

impl Default for Tongue {
    fn default() -> Self {
        Self { spoken: language(), chosen: false }
    }
}

/// What happens to the language.
#[derive(Clone, Debug, PartialEq)]
pub enum LanguageAction {
    /// Speak this one, also in later visits.
    Choose(&'static Language),
    /// The page and the engine speak this one now; whether it is kept for later visits.
    Spoken(&'static Language, bool),
    /// They do not: why, in a sentence.
    Failed(String),
}

impl State {
    pub(super) fn on_language(&mut self, action: LanguageAction) -> Vec<Effect> {
        match action {
            LanguageAction::Choose(wanted) if wanted == self.tongue.spoken => {
                self.tongue.chosen = true;
                vec![Effect::SaveLanguage(wanted)]
            }
            LanguageAction::Choose(wanted) => vec![Effect::Speak(wanted, true)],
            LanguageAction::Spoken(spoken, kept) => {
                self.tongue = Tongue { spoken, chosen: true };
                let mut effects: Vec<Effect> = kept.then_some(Effect::SaveLanguage(spoken)).into_iter().collect();
                effects.extend(self.say_again());
                effects
            }
            LanguageAction::Failed(why) => {
                self.quest.remark = Remark::heard(why);
                Vec::new()
            }
        }
    }

    /// A link asks for a language.
    pub(super) fn asked_to_speak(&mut self, wanted: &'static Language) -> Vec<Effect> {
        if wanted == self.tongue.spoken {
            self.tongue.chosen = true;
            return Vec::new();
        }
        vec![Effect::Speak(wanted, false)]
    }

    /// What the engine said in the language before is asked for again.
    fn say_again(&mut self) -> Vec<Effect> {
        if self.quest.remark.is_heard() {
            self.quest.remark = Remark::default();
        }
        self.asks.refused = None;
        self.transcript = std::rc::Rc::new(super::Transcript { open: self.transcript.open, ..Default::default() });
        if matches!(self.run.phase, Phase::Refused) {
            return self.start_run(Some(self.stop()));
        }
        let mut effects = self.refresh();
        if matches!(self.run.phase, Phase::Finished | Phase::Stopped | Phase::Waiting) {
            effects.extend(self.ask_in_words());
            effects.extend(self.want_questions_again());
        }
        if let Some((point, complaint)) = &mut self.quest.writing
            && !complaint.is_empty()
        {
            complaint.clear();
            effects.push(Effect::Send(Request::CheckCondition { condition: point.condition.clone() }));
        }
        if self.take.open {
            effects.extend(self.make_again());
        }
        if self.transcript.open {
            effects.extend(self.read_transcript(true));
        }
        effects
    }
}

#[cfg(test)]
mod tests;
