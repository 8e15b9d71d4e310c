//! The recording in the worker, and what is done about it a slice at a time.

use super::{SURVEY, bring_rest_later, now, post};
use gloo::timers::callback::Timeout;
use heapglass::asking::{Answer, Question};
use heapglass::message::{Reply, TextFile};
use heapglass::picture::{Arrival, Search, Seek, Wanted};
use heapglass::planning::Planning;
use heapglass::take::{Job, Parcel};
use heapglass::thinned::Sent;
use heapglass_machine::Session;
use wasm_bindgen::closure::Closure;

/// How long recording goes on before messages are read, in milliseconds.
const SLICE: f64 = 30.0;
/// Steps of the first slice of a search.
const SEARCH: u64 = 50_000;
/// How often the page hears of the recording, in milliseconds.
const REPORT: f64 = 120.0;
/// How long after the first picture the rest of the engine is brought, in milliseconds: the page draws first.
const AFTER_FIRST: u32 = 600;
/// How long after that the page is told that it may ask for what only the rest can do, in milliseconds.
const AFTER_REST: u32 = 300;
/// How long nobody has looked at the recording when the plan of the stage goes on, in milliseconds.
const QUIET: f64 = 60.0;
/// Milliseconds after which a slice of planning ends.
const PLANNING: f64 = 12.0;

/// The recording, and what there is to do about it.
pub(super) struct Engine {
    pub(super) session: Session,
    /// The recording that an alternative came from.
    pub(super) aside: Option<Session>,
    /// Questions whose answers take a while.
    pub(super) questions: Vec<Question>,
    /// When the overview was told last, and an answer.
    pub(super) surveyed: f64,
    pub(super) told: f64,
    pub(super) run: u64,
    pub(super) recording: bool,
    /// What is being made to be taken away.
    pub(super) job: Option<Job>,
    /// Steps of the next slice.
    pub(super) steps: u64,
    /// Steps recorded in slices, and the milliseconds that took.
    pub(super) pace: (u64, f64),
    pub(super) reported: f64,
    /// Whether a picture has been sent.
    pub(super) seen: bool,
    /// The plan of the stage in the making, and the request that it answers.
    pub(super) planning: Planning,
    pub(super) plans: Option<u64>,
    /// When somebody looked last.
    pub(super) shown: f64,
    /// The picture sent last, and the request whose answer the page shows.
    pub(super) sent: Sent,
    pub(super) knows: u64,
    /// A search, and the request that it answers.
    pub(super) search: Option<(u64, Seek, Wanted)>,
    /// Steps of its next slice.
    pub(super) search_steps: u64,
}

impl Engine {
    pub(super) fn new() -> Self {
        Self {
            session: Session::new(),
            aside: None,
            questions: Vec::new(),
            surveyed: 0.0,
            told: 0.0,
            run: 0,
            recording: false,
            steps: 10_000,
            pace: (0, 0.0),
            reported: 0.0,
            seen: false,
            planning: Planning::default(),
            plans: None,
            shown: 0.0,
            sent: Sent::default(),
            knows: 0,
            search: None,
            job: None,
            search_steps: SEARCH,
        }
    }

    /// Whether there is more to search.
    pub(super) fn search_slice(&mut self) -> bool {
        let Some((ticket, to, wanted)) = self.search.take() else { return false };
        let started = now();
        match self.session.search(&to, self.search_steps) {
            Search::Ended(arrival) => {
                self.search_steps = SEARCH;
                self.show(ticket, &wanted, Some(arrival));
                false
            }
            Search::Searching { percent, .. } => {
                self.search_steps = match now() - started {
                    ..20.0 => (self.search_steps * 2).min(4_000_000),
                    60.0.. => (self.search_steps / 2).max(1_000),
                    _ => self.search_steps,
                };
                post(&Reply::Searching { ticket, percent });
                self.search = Some((ticket, to, wanted));
                true
            }
        }
    }

    /// Whether there is more to make.
    pub(super) fn make_part(&mut self) -> bool {
        let Some(mut job) = self.job.take() else { return false };
        let number = job.number();
        let parcel = if job.run() == self.run {
            job.turn(&mut self.session)
        } else {
            Parcel::Failed(heapglass_words::take_away::run_again().into())
        };
        let more = matches!(parcel, Parcel::Percent(_));
        post(&Reply::Parcel { number, parcel });
        self.job = more.then_some(job);
        more
    }

    pub(super) fn give_up(&mut self) {
        let Some((ticket, _, wanted)) = self.search.take() else { return };
        self.session.give_up();
        let step = self.session.progress().steps;
        let arrival = Arrival { arrived: false, step, sentence: heapglass_words::engine::search_given_up().to_owned() };
        self.show(ticket, &wanted, Some(arrival));
    }

    /// Whether there is more to plan: in how many milliseconds to go on. Who looks at the recording comes first.
    pub(super) fn plan_slice(&mut self) -> Option<u32> {
        let ticket = self.plans?;
        if self.search.is_some() || now() - self.shown < QUIET {
            return Some(QUIET as u32);
        }
        let until = now() + PLANNING;
        let Some(plan) = self.planning.go_on(&mut self.session, || now() < until) else { return Some(0) };
        self.plans = None;
        post(&Reply::Planned { ticket, plan: Box::new(plan) });
        None
    }

    /// Whether there is more to record.
    pub(super) fn slice(&mut self) -> bool {
        if !self.recording {
            return false;
        }
        let started = now();
        let before = self.session.progress().steps;
        let progress = self.session.record(self.steps);
        let took = now() - started;
        self.pace = (self.pace.0 + progress.steps.saturating_sub(before), self.pace.1 + took);
        self.steps = match took {
            ..15.0 => (self.steps * 2).min(4_000_000),
            SLICE.. => (self.steps / 2).max(200),
            _ => self.steps,
        };
        self.recording = !progress.finished && progress.waiting.is_none();
        if !self.recording || started + took - self.reported > REPORT {
            self.report(false);
        }
        self.recording
    }

    pub(super) fn report(&mut self, stopped: bool) {
        self.reported = now();
        let mut progress = self.session.progress();
        if let Some(thinning) = &mut progress.thinning {
            // Running again takes as long as running took.
            thinning.milliseconds = Some((thinning.apart as f64 * self.pace.1 / self.pace.0.max(1) as f64) as u64);
        }
        post(&Reply::Recorded {
            run: self.run,
            progress,
            stopped,
            files: (!self.recording).then(|| self.files()),
        });
        self.survey();
    }

    /// Another recording has taken the place of the one there was. Whether recording begins with it.
    pub(super) fn change_recording(&mut self) -> bool {
        let progress = self.session.progress();
        let already = std::mem::replace(&mut self.recording, !progress.finished && progress.waiting.is_none());
        if !self.recording {
            self.report(false);
        }
        self.questions.clear();
        self.planning.forget();
        self.plans = None;
        self.search = None;
        self.recording && !already
    }

    /// The overview, from time to time.
    pub(super) fn survey(&mut self) {
        if !self.recording || now() - self.surveyed > SURVEY {
            self.surveyed = now();
            post(&Reply::Told { run: self.run, answer: Answer::Overview(self.session.overview()) });
        }
    }

    pub(super) fn files(&self) -> Vec<TextFile> {
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        self.session.files().into_iter().map(|(name, bytes)| TextFile { name, text: text(bytes) }).collect()
    }

    pub(super) fn show(&mut self, ticket: u64, wanted: &Wanted, arrival: Option<Arrival>) {
        let mut picture = Box::new(self.session.picture(wanted));
        let knows = self.knows;
        let same = self.sent.thin(&mut picture, ticket, knows);
        let inspection = wanted.selected.and_then(|object| self.session.inspect(object));
        post(&if same.is_empty() {
            Reply::Shown { ticket, picture, inspection, arrival }
        } else {
            Reply::Thinned { knows, same, ticket, picture, inspection, arrival }
        });
        self.shown = now();
        if !std::mem::replace(&mut self.seen, true) {
            // Before it is there the page must not ask for what would have to wait for it: nobody could step meanwhile.
            let there: Closure<dyn FnMut()> = Closure::once(|| {
                Timeout::new(AFTER_REST, || post(&Reply::Whole)).forget();
            });
            Timeout::new(AFTER_FIRST, move || {
                bring_rest_later(&there);
                there.forget();
            })
            .forget();
        }
    }
}
