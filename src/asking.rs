//! Questions about a recording, and how the worker answers them: in slices, so that it hears what else is asked.

use crate::picture::{Changed, ObjectId};
use crate::picture::story::{Aliveness, Costs, Doomed, Happenings, Intervention, Ledger, Lifeline, Overview, Reference, Tenants};
use heapglass_machine::Session;
use heapglass_machine::predict::{Pinned, Predictions};
use serde::{Deserialize, Serialize};

/// Steps of a recording that are read again in one slice.
const SLICE: u64 = 150_000;

/// What can be asked of a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// All changes of an object's count, and its life.
    Ledger(ObjectId),
    /// From when to when an object lived.
    Lifeline(ObjectId),
    /// What happened between two steps.
    Happenings(u64, u64),
    /// Who lived at this address, one after the other.
    Tenants(u64),
    /// Why an object is alive at the step on screen.
    Why(ObjectId),
    /// What would die if this reference went.
    WouldDie(Reference),
    /// What lines cost.
    Costs,
    /// What to ask before something happens: questions of an author, and with `search` those that the recording asks.
    Predictions {
        /// The author's.
        own: Vec<Pinned>,
        /// Whether the recording is searched for more.
        search: bool,
    },
    /// Go on from the step on screen with something changed.
    Begin(Intervention),
    /// Go back to the recording as it was.
    Leave,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// As far as it has been read.
    Ledger(Ledger),
    /// As far as it has been read.
    Lifeline(Lifeline),
    /// As far as they have been read.
    Happenings(Happenings),
    /// As far as it has been read.
    Tenants(Tenants),
    /// Why an object is alive.
    Why(Aliveness),
    /// What would die, or why the reference cannot be dropped.
    WouldDie(Reference, Result<Doomed, String>),
    /// As far as they are counted.
    Costs(Costs),
    /// As far as they are found.
    Predictions(Predictions),
    /// The recording seen from afar.
    Overview(Overview),
    /// An alternative has begun; what was changed.
    Begun(Changed),
    /// There is no such alternative; the sentence says why.
    Refused(String),
    /// The recording is the first one again.
    Left,
}

/// Answers a question, and tells whether there will be more of the answer. In an alternative, `aside` keeps the recording it
/// came from.
pub fn answer(session: &mut Session, aside: &mut Option<Session>, question: &Question) -> (Answer, bool) {
    let answer = match question {
        Question::Ledger(object) => {
            let ledger = session.ledger(*object, SLICE);
            let more = !ledger.complete;
            return (Answer::Ledger(ledger), more);
        }
        Question::Lifeline(object) => {
            let life = session.lifeline(*object, SLICE);
            let more = !life.complete;
            return (Answer::Lifeline(life), more);
        }
        Question::Happenings(from, to) => {
            let happenings = session.happenings(*from, *to, SLICE);
            let more = !happenings.complete;
            return (Answer::Happenings(happenings), more);
        }
        Question::Tenants(address) => {
            let tenants = session.tenants(*address, SLICE);
            let more = !tenants.complete;
            return (Answer::Tenants(tenants), more);
        }
        Question::Costs => {
            let costs = session.costs(SLICE);
            let more = !costs.complete;
            return (Answer::Costs(costs), more);
        }
        Question::Predictions { own, search } => {
            let mut found = if *search { session.predictions() } else { Predictions { complete: true, ..Predictions::default() } };
            let pinned = session.pinned(own);
            // At a place of the author's nothing else is asked.
            found.list.retain(|question| pinned.iter().all(|own| own.stop != question.stop));
            found.list.extend(pinned);
            found.list.sort_by_key(|question| question.stop);
            let more = !found.complete;
            return (Answer::Predictions(found), more);
        }
        Question::Why(object) => Answer::Why(session.why_alive(*object)),
        Question::WouldDie(reference) => Answer::WouldDie(reference.clone(), session.would_die(reference)),
        Question::Begin(_) if aside.is_some() => Answer::Refused(heapglass_words::engine::one_alternative().into()),
        Question::Begin(change) => match session.alternative(change) {
            Ok((other, changed)) => {
                *aside = Some(std::mem::replace(session, other));
                Answer::Begun(changed)
            }
            Err(why) => Answer::Refused(why),
        },
        Question::Leave => {
            if let Some(first) = aside.take() {
                *session = first;
            }
            Answer::Left
        }
    };
    (answer, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Droppable, Seek, Wanted};

    fn recorded(source: &str) -> Session {
        let mut session = Session::new();
        session.load(source, "program.py").expect("it compiles");
        while !session.record(10_000).finished {}
        session
    }

    #[test]
    fn leaving_an_alternative_leads_back_to_the_step_it_began_at() {
        let (mut session, mut aside) = (recorded("a = [1]\nb = a\nc = b\n"), None);
        session.seek(&Seek::Stop(2));
        let before = session.picture(&Wanted::default());
        let reference = Reference::Name { frame: before.frames[0].id, name: "a".into() };
        let begun = answer(&mut session, &mut aside, &Question::Begin(Intervention::Drop(reference)));
        assert_eq!(begun, (Answer::Begun(Changed::Dropped(Droppable::Name("a".into()))), false));
        assert!(matches!(answer(&mut session, &mut aside, &Question::Begin(Intervention::Collect)).0, Answer::Refused(_)));
        session.record(10_000);
        session.seek(&Seek::Last);
        assert_eq!(answer(&mut session, &mut aside, &Question::Leave), (Answer::Left, false));
        assert_eq!(session.picture(&Wanted::default()), before);
    }
}
