//! The engine, in a worker of its own: an endless loop or a crash here leaves the page alive.

#[cfg(target_arch = "wasm32")]
mod worker {
    mod engine;

    use engine::Engine;
    use gloo::timers::callback::Timeout;
    use heapglass::asking::{self, Answer, Question};
    use heapglass::message::{Reply, Request};
    use heapglass::take::Job;
    use heapglass::picture::Wanted;
    use heapglass_machine::{Session, World};
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::{closure::Closure, prelude::wasm_bindgen};

    /// How often it hears of the overview.
    const SURVEY: f64 = 500.0;

    #[wasm_bindgen]
    extern "C" {
        /// Brings what `js/split.mjs` has cut out of the worker's first file; does not return if it cannot.
        #[wasm_bindgen(js_name = bringRest)]
        fn bring_rest();
        /// Begins to bring it in the background, and tells when it is there.
        #[wasm_bindgen(js_name = bringRestLater)]
        fn bring_rest_later(there: &Closure<dyn FnMut()>);
        /// Sends a reply to the page.
        #[wasm_bindgen(js_name = tellPage)]
        fn tell_page(reply: &str);
        /// From now on requests of the page come here.
        #[wasm_bindgen(js_name = hearPage)]
        fn hear_page(heard: &Closure<dyn FnMut(String)>);
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
        let engine = Engine::new();
        let engine: Shared = Rc::new(RefCell::new(engine));
        let listener = Closure::<dyn FnMut(String)>::new(move |text: String| {
            WARMING.take();
            if let Ok(request) = serde_json::from_str(&text) {
                answer(&engine, request);
            }
        });
        hear_page(&listener);
        listener.forget();
        post(&Reply::Ready);
    }

    fn answer(engine: &Shared, request: Request) {
        match request {
            Request::Language { code, file } => {
                // The page has read the same file: there is nothing to tell.
                if file.is_empty() || heapglass_words::speak(&code, &file).is_err() {
                    heapglass_words::speak_english();
                }
                post(&Reply::Spoken);
                let mut engine = engine.borrow_mut();
                if engine.session.progress().problem.is_some() {
                    // Why the recording ended early is said again.
                    engine.report(false);
                }
            }
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
            Request::Show { ticket, to: None, wanted, knows } => {
                let mut engine = engine.borrow_mut();
                engine.knows = knows;
                engine.show(ticket, &wanted, None);
            }
            Request::Show { ticket, to: Some(to), wanted, knows } => {
                let mut borrowed = engine.borrow_mut();
                borrowed.knows = knows;
                borrowed.search = Some((ticket, to, wanted));
                drop(borrowed);
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
            Request::Make(order) => {
                let idle = engine.borrow_mut().job.replace(Job::new(*order)).is_none();
                if idle {
                    make(engine);
                }
            }
            Request::DropOrder => engine.borrow_mut().job = None,
            Request::Plan { run, ticket, wish, kept } => {
                let mut borrowed = engine.borrow_mut();
                if borrowed.run != run {
                    return;
                }
                let Engine { planning, session, plans, .. } = &mut *borrowed;
                planning.begin(session, *wish, kept.map(|kept| *kept));
                let idle = plans.replace(ticket).is_none();
                drop(borrowed);
                if idle {
                    plan(engine);
                }
            }
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
                // The plan of the recording before is not that of this one.
                borrowed.planning.forget();
                borrowed.plans = None;
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

    /// Makes a part of what is to be taken away, then lets messages in and goes on.
    fn make(engine: &Shared) {
        if engine.borrow_mut().make_part() {
            let engine = Rc::clone(engine);
            Timeout::new(0, move || make(&engine)).forget();
        }
    }

    /// Reads a part of the recording for the plan of the stage, then lets messages in and goes on.
    fn plan(engine: &Shared) {
        if let Some(pause) = engine.borrow_mut().plan_slice() {
            let engine = Rc::clone(engine);
            Timeout::new(pause, move || plan(&engine)).forget();
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

    /// Milliseconds.
    fn now() -> f64 {
        js_sys::Date::now()
    }

    fn post(reply: &Reply) {
        if let Ok(text) = serde_json::to_string(reply) {
            tell_page(&text);
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
