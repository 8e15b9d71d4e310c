//! The engine, in a worker of its own: an endless loop or a crash here leaves the page alive.

#[cfg(target_arch = "wasm32")]
mod worker {
    use gloo::timers::callback::Timeout;
    use heapglass::asking::{self, Answer, Question};
    use heapglass::message::{Reply, Request, TextFile};
    use heapglass::picture::{Arrival, Search, Seek, Wanted};
    use heapglass_machine::{Session, World};
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// How long recording goes on before messages are read, in milliseconds.
    const SLICE: f64 = 30.0;
    /// Steps of the first slice of a search.
    const SEARCH: u64 = 50_000;
    /// How often the page hears of the recording, in milliseconds.
    const REPORT: f64 = 120.0;
    /// How long after the first picture the rest of the engine is brought, in milliseconds: the page draws first.
    const AFTER_FIRST: u32 = 600;
    /// How often it hears of the overview.
    const SURVEY: f64 = 500.0;

    /// The recording, and what there is to do about it.
    struct Engine {
        session: Session,
        /// The recording that an alternative came from.
        aside: Option<Session>,
        /// Questions whose answers take a while.
        questions: Vec<Question>,
        /// When the overview was told last, and an answer.
        surveyed: f64,
        told: f64,
        run: u64,
        recording: bool,
        /// Steps of the next slice.
        steps: u64,
        /// Steps recorded in slices, and the milliseconds that took.
        pace: (u64, f64),
        reported: f64,
        /// Whether a picture has been sent.
        seen: bool,
        /// A search, and the request that it answers.
        search: Option<(u64, Seek, Wanted)>,
        /// Steps of its next slice.
        search_steps: u64,
    }

    #[wasm_bindgen]
    extern "C" {
        /// Brings what `js/split.mjs` has cut out of the worker's first file; does not return if it cannot.
        #[wasm_bindgen(js_name = bringRest)]
        fn bring_rest();
        /// Begins to bring it in the background.
        #[wasm_bindgen(js_name = bringRestLater)]
        fn bring_rest_later();
    }

    /// Address and length of each block of data that may come late: `js/split.mjs` asks.
    #[expect(unreachable_pub, reason = "what is handed to JavaScript has to be public")]
    #[wasm_bindgen(js_name = lateBlocks)]
    pub fn late_blocks() -> Vec<u32> {
        heapglass_machine::late_blocks().flat_map(|(address, length)| [address as u32, length as u32]).collect()
    }

    thread_local! {
        /// The program that the engine warms up with, until the page asks for something.
        static WARMING: RefCell<Option<Session>> = RefCell::new(Some(Session::new()));
    }

    /// Records and shows a program while the page is not there yet: the browser compiles what the first picture needs. A part
    /// of it each time; whether there is more. `js/worker.js` asks.
    #[expect(unreachable_pub, reason = "what is handed to JavaScript has to be public")]
    #[wasm_bindgen(js_name = warmUp)]
    pub fn warm_up(part: u32) -> bool {
        const PROGRAM: &str = include_str!("../../static/examples/aliasing.py");
        let Some(mut session) = WARMING.take() else { return false };
        let goes_on = match part {
            0 => session.load(PROGRAM, "main.py").is_ok(),
            1 => {
                session.record(10_000);
                true
            }
            _ => {
                // Made and dropped, like the picture that will be sent.
                let picture = Box::new(session.picture(&Wanted { collector: true, ..Wanted::default() }));
                drop(serde_json::to_string(&Reply::Shown { ticket: 0, picture, inspection: None, arrival: None }));
                false
            }
        };
        if goes_on {
            WARMING.set(Some(session));
        }
        goes_on
    }

    type Shared = Rc<RefCell<Engine>>;

    pub(super) fn start() {
        heapglass_machine::bring_with(bring_rest);
        std::panic::set_hook(Box::new(|info| {
            // The trap follows at once: these are the last words.
            let place = info
                .location()
                .map(|place| format!(" ({}:{})", place.file(), place.line()));
            let words = info.payload_as_str().unwrap_or("an error without a message");
            post(&Reply::Died {
                message: format!("{words}{}.", place.unwrap_or_default()),
            });
        }));
        let engine = Engine {
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
            search: None,
            search_steps: SEARCH,
        };
        let engine: Shared = Rc::new(RefCell::new(engine));
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            WARMING.take();
            let text = event.data().as_string().unwrap_or_default();
            if let Ok(request) = serde_json::from_str(&text) {
                answer(&engine, request);
            }
        });
        scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
        post(&Reply::Ready);
    }

    fn answer(engine: &Shared, request: Request) {
        match request {
            Request::Run { run, source, file, answers, open, files } => {
                let files = files.into_iter().map(|file| (file.name, file.text.into_bytes())).collect();
                begin(engine, run, &source, &file, World { answers, open, files });
            }
            Request::Answer { run, line } => go_on(engine, run, |session| session.answer(&line)),
            Request::CloseInput { run } => go_on(engine, run, Session::close_input),
            Request::Stop => {
                let mut engine = engine.borrow_mut();
                if std::mem::take(&mut engine.recording) {
                    engine.report(true);
                }
            }
            Request::Show { ticket, to: None, wanted } => engine.borrow_mut().show(ticket, &wanted, None),
            Request::Show { ticket, to: Some(to), wanted } => {
                engine.borrow_mut().search = Some((ticket, to, wanted));
                search(engine);
            }
            Request::GiveUp => engine.borrow_mut().give_up(),
            Request::CheckCondition { condition } => {
                let complaint = Session::complaint_about(&condition);
                post(&Reply::ConditionChecked { condition, complaint });
            }
            Request::Transcript { run, first, count } => {
                let mut engine = engine.borrow_mut();
                if engine.run == run {
                    let told = engine.session.transcript(first, count);
                    post(&Reply::Transcript { run, first, told });
                }
            }
            Request::Ask { run, question } => ask(engine, run, question),
        }
    }

    /// Gives a waiting program what it waits for and records on.
    fn go_on(engine: &Shared, run: u64, give: impl FnOnce(&mut Session)) {
        let mut borrowed = engine.borrow_mut();
        if borrowed.run != run {
            return;
        }
        give(&mut borrowed.session);
        let already = std::mem::replace(&mut borrowed.recording, true);
        drop(borrowed);
        if !already {
            record(engine);
        }
    }

    fn begin(engine: &Shared, run: u64, source: &str, file: &str, world: World) {
        // The recording on screen is given up only for a program that compiles.
        let mut session = Session::new();
        match session.load_in(source, file, world) {
            Err(problem) => post(&Reply::Refused { run, problem }),
            Ok(()) => {
                let mut borrowed = engine.borrow_mut();
                let already = std::mem::replace(&mut borrowed.recording, true);
                borrowed.session = session;
                borrowed.search = None;
                borrowed.aside = None;
                borrowed.questions.clear();
                borrowed.surveyed = 0.0;
                borrowed.run = run;
                borrowed.steps = 10_000;
                borrowed.pace = (0, 0.0);
                borrowed.reported = 0.0;
                drop(borrowed);
                if !already {
                    record(engine);
                }
            }
        }
    }

    /// Answers a question, or begins to.
    fn ask(engine: &Shared, run: u64, question: Question) {
        let mut borrowed = engine.borrow_mut();
        if borrowed.run != run {
            return;
        }
        let idle = borrowed.questions.is_empty();
        borrowed.questions.retain(|other| std::mem::discriminant(other) != std::mem::discriminant(&question));
        borrowed.questions.push(question);
        drop(borrowed);
        if idle {
            answer_next(engine);
        }
    }

    /// Answers a part, then lets messages in and goes on.
    fn answer_next(engine: &Shared) {
        let mut borrowed = engine.borrow_mut();
        if borrowed.questions.is_empty() {
            return;
        }
        let question = borrowed.questions.remove(0);
        let Engine { session, aside, run, .. } = &mut *borrowed;
        let (answer, more) = asking::answer(session, aside, &question);
        let run = *run;
        let other = matches!(answer, Answer::Begun(_) | Answer::Left);
        // Parts of long answers are told from time to time.
        let pause = now() - borrowed.told < SURVEY;
        if more {
            borrowed.questions.push(question);
        }
        if !(more && pause) {
            borrowed.told = now();
            post(&Reply::Told { run, answer });
        }
        let begins = other && borrowed.change_recording();
        let again = !borrowed.questions.is_empty();
        drop(borrowed);
        if begins {
            record(engine);
        }
        if again {
            let engine = Rc::clone(engine);
            Timeout::new(0, move || answer_next(&engine)).forget();
        }
    }

    /// Records a slice, then lets messages in and goes on.
    fn record(engine: &Shared) {
        if engine.borrow_mut().slice() {
            let engine = Rc::clone(engine);
            Timeout::new(0, move || record(&engine)).forget();
        }
    }

    /// Searches a slice, then lets messages in and goes on.
    fn search(engine: &Shared) {
        if engine.borrow_mut().search_slice() {
            let engine = Rc::clone(engine);
            Timeout::new(0, move || search(&engine)).forget();
        }
    }

    impl Engine {
        /// Whether there is more to search.
        fn search_slice(&mut self) -> bool {
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

        fn give_up(&mut self) {
            let Some((ticket, _, wanted)) = self.search.take() else { return };
            self.session.give_up();
            let step = self.session.progress().steps;
            let arrival = Arrival { arrived: false, step, sentence: "The search was given up.".to_owned() };
            self.show(ticket, &wanted, Some(arrival));
        }

        /// Whether there is more to record.
        fn slice(&mut self) -> bool {
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

        fn report(&mut self, stopped: bool) {
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
        fn change_recording(&mut self) -> bool {
            let progress = self.session.progress();
            let already = std::mem::replace(&mut self.recording, !progress.finished && progress.waiting.is_none());
            if !self.recording {
                self.report(false);
            }
            self.questions.clear();
            self.search = None;
            self.recording && !already
        }

        /// The overview, from time to time.
        fn survey(&mut self) {
            if !self.recording || now() - self.surveyed > SURVEY {
                self.surveyed = now();
                post(&Reply::Told { run: self.run, answer: Answer::Overview(self.session.overview()) });
            }
        }

        fn files(&self) -> Vec<TextFile> {
            let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
            self.session.files().into_iter().map(|(name, bytes)| TextFile { name, text: text(bytes) }).collect()
        }

        fn show(&mut self, ticket: u64, wanted: &Wanted, arrival: Option<Arrival>) {
            let picture = Box::new(self.session.picture(wanted));
            let inspection = wanted.selected.and_then(|object| self.session.inspect(object));
            post(&Reply::Shown {
                ticket,
                picture,
                inspection,
                arrival,
            });
            if !std::mem::replace(&mut self.seen, true) {
                Timeout::new(AFTER_FIRST, bring_rest_later).forget();
            }
        }
    }

    fn scope() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }

    /// Milliseconds.
    fn now() -> f64 {
        js_sys::Date::now()
    }

    fn post(reply: &Reply) {
        if let Ok(text) = serde_json::to_string(reply) {
            // The page cannot be told if telling fails.
            let _ = scope().post_message(&JsValue::from_str(&text));
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
