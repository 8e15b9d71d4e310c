//! The page as a whole: holds the state, carries out effects, arranges the panels.

mod dialogs;
mod opened;

pub(crate) use opened::Opened;

use crate::browser;
use crate::engine::Engine;
use dialogs::Dialogs;
use opened::{first_action, first_state};
use crate::panel::{
    bar::Bar, bytes::BytesPanel, collector::CollectorPanel, controls::ControlsPanel, costs::CostsPanel, editor::Editor, exercise::ExerciseCard, heap_map::HeapMapPanel, help::Help,
    inspector::InspectorPanel, ledger::Answers, lecture::LectureLayer, lesson::LessonPanel, lesson_list::LessonList, output::OutputPanel, palette::Palette, question::QuestionCard,
    sentence::SentencePanel, splitter::Splitter, stage::StagePanel, take::TakePanel, start::{Start, Tour}, timeline::TimelineStrip, transcript::TranscriptPanel,
};
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use heapglass::lesson::Entry;
use heapglass::link::Part;
use heapglass::message::Request;
use heapglass::session::{Action, Effect, Layer, LessonAction, LinkAction, Pane, Phase, Speed, State, Tab, TakeAction};
use heapglass::view::{self, Collecting, Controls, Going, Marks, Status};
use heapglass_words::page;
use std::rc::Rc;
use yew::prelude::*;

/// Milliseconds without typing after which the program runs.
const SETTLED: u32 = 700;
/// Milliseconds in which the engine has to stop.
const DEADLINE: u32 = 2_000;

/// The page.
pub(crate) struct App {
    state: State,
    engine: Engine,
    /// One for the life of the page: a panel given another one would have other properties, and be drawn again.
    tell: Callback<Action>,
    clock: Option<(Speed, Interval)>,
    dialogs: Dialogs,
    /// Tells the page around how tall this one is.
    _measure: Option<Interval>,
    _listeners: [EventListener; 4],
}

impl Component for App {
    type Message = Action;
    type Properties = Opened;

    fn create(context: &Context<Self>) -> Self {
        let tell = context.link().callback(|action| action);
        let listeners = [browser::on_key(tell.clone()), browser::on_resize(tell.clone()), browser::on_address(tell.clone()), browser::on_host(tell.clone())];
        context.link().send_message(first_action(&context.props().trouble));
        Self {
            state: first_state(),
            engine: Engine::new(tell.clone()),
            tell,
            clock: None,
            dialogs: Dialogs::default(),
            _measure: browser::keep_height_told(),
            _listeners: listeners,
        }
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        let before = std::mem::take(&mut self.state);
        let (state, effects) = before.clone().reduce(action);
        self.state = state;
        self.dialogs.note(&self.state);
        if self.state.tongue.spoken != before.tongue.spoken {
            let (code, file) = browser::spoken();
            self.engine.send(&Request::Language { code, file });
            // All of the page is drawn anew: the focus would be lost.
            Timeout::new(0, || _ = browser::focus("view-menu")).forget();
        }
        for effect in effects {
            self.carry_out(context, effect);
        }
        self.keep_time(context);
        browser::apply_preset((!self.state.lecture.on).then(|| self.state.panels.preset().word()));
        before.looks_other_than(&self.state)
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        let Self { state, tell, .. } = self;
        let picture = state.shown.clone();
        let layer = state.layer;
        let collecting = Collecting::of(state).map(Rc::new);
        let shows = |part| state.shows(part);
        let in_hall = state.lecture.on;
        html! {
            <div
                key={state.tongue.spoken.code}
                class={classes!("page", state.framing.host.as_ref().map(|_| "is-hosted"), in_hall.then_some("is-lecture"), (in_hall && state.lecture.dot).then_some("has-laser"), state.lecture.question.as_ref().filter(|question| !question.told).map(|_| "is-asking"), state.selected.map(|_| "has-selection"), view::stale(state).map(|_| "is-stale"), state.asks.alternative.as_ref().map(|_| "is-alternative"))}
                data-parts={self.parts()}
                data-edits={state.program.edits.to_string()}
                data-settled={state.is_settled().to_string()}
                data-planned={state.is_planned().to_string()}
                data-tour={state.tour.map(|at| at.to_string())}
                data-preset={(!in_hall).then(|| state.panels.preset().word())}
                data-folded={(!in_hall).then(|| state.panels.folded_words())}
                style={state.panels.style()}
            >
                if shows(Part::Bar) {
                    <Bar layer={layer} theme={state.theme} panels={Rc::clone(&state.panels)} file={state.program.file.clone()} predicts={state.predict.on} tell={tell.clone()} />
                }
                <main>
                if shows(Part::Code) || shows(Part::Output) {
                    { self.left(tell) }
                }
                <section class="middle" aria-label={page::memory()}>
                    if !shows(Part::Code) && Status::of(state).is_problem {
                        <p class="status is-problem" role="status">{ Status::of(state).text }</p>
                    }
                    if let Some(words) = view::stale(state) {
                        <p class="stale" role="status">{ words }</p>
                    }
                    <div class="told">
                        if shows(Part::Sentence) {
                            <SentencePanel shown={picture.clone()} collecting={collecting.clone()} />
                        }
                        if state.exercise.is_some() {
                            <ExerciseCard exercise={state.exercise.clone()} wrong={state.wrong_arrows()} tell={tell.clone()} />
                        }
                        // In a hall it is asked when the presenter goes on.
                        if !in_hall && (state.predict.on || state.predict.card.is_some()) {
                            <QuestionCard predict={state.predict.clone()} tell={tell.clone()} />
                        }
                    </div>
                    if shows(Part::Stage) {
                        <StagePanel
                            shown={state.staged()}
                            collecting={collecting.clone()}
                            places={state.places.clone()}
                            doomed={state.asks.doomed.clone()}
                            claims={state.claims()}
                            look={state.look.clone()}
                            stage={state.stage.clone()}
                            selected={state.selected}
                            layer={layer}
                            narrow={state.narrow}
                            zoom={state.zoom}
                            tell={tell.clone()}
                        />
                    }
                    if layer >= Layer::Collector && !in_hall {
                        { self.splitter(Pane::Collector, tell) }
                        <CollectorPanel
                            shown={state.staged()}
                            fact={picture}
                            {collecting}
                            playing={state.walk.playing}
                            selected={state.selected}
                            tell={tell.clone()}
                        />
                    }
                </section>
                if shows(Part::Details) {
                    { self.right(tell) }
                }
                if in_hall {
                    { self.hall(tell) }
                } else {
                    <ControlsPanel controls={Controls::of(state)} going={Going::of(state)} speed={state.speed} tell={tell.clone()}>
                        if shows(Part::Timeline) {
                            <TimelineStrip
                                overview={state.asks.overview.clone()}
                                alternative={state.asks.alternative.clone()}
                                refused={state.asks.refused.clone()}
                                step={state.step()}
                                stop={state.stop()}
                                bookmarks={state.bookmarks.clone()}
                                bars={state.bars()}
                                lifelines={state.lifelines.clone()}
                                place={Controls::of(state).place}
                                thinned={state.run.progress.thinning.as_ref().map(view::thinning_remark)}
                                tell={tell.clone()}
                            />
                        }
                    </ControlsPanel>
                }
                </main>
                { self.over() }
                if let Some(at) = state.tour {
                    <Tour {at} tell={tell.clone()} />
                }
            </div>
        }
    }
}

impl App {
    /// The program and what it prints.
    fn left(&self, tell: &Callback<Action>) -> Html {
        let state = &self.state;
        html! {
            <section class="left" aria-label={page::program_and_output()}>
                if let Some(run) = state.lessons.run.clone().filter(|_| !state.lecture.on) {
                    <LessonPanel own={run.lesson.program == state.program.source} exercised={state.exercise.as_ref().map(|exercise| exercise.checked.is_some())} {run} tell={tell.clone()} />
                }
                if state.shows(Part::Code) {
                    <Editor
                        source={state.program.source.clone()}
                        marks={Marks::of(state)}
                        status={Status::of(state)}
                        breakpoints={state.breakpoints.clone()}
                        writing={state.quest.writing.clone()}
                        framing={state.framing.clone()}
                        tell={tell.clone()}
                    />
                }
                if state.shows(Part::Output) && state.shows(Part::Code) {
                    { self.splitter(Pane::Output, tell) }
                }
                if state.shows(Part::Output) {
                    <OutputPanel
                        shown={state.shown.clone()}
                        world={state.world.clone()}
                        waiting={state.run.progress.waiting.clone().filter(|_| state.run.phase == Phase::Waiting)}
                        tell={tell.clone()}
                    />
                }
                if !state.lecture.on {
                    { self.splitter(Pane::Program, tell) }
                }
            </section>
        }
    }

    /// The dialogs, as far as they have been opened.
    fn over(&self) -> Html {
        let Self { state, tell, dialogs, .. } = self;
        html! {
            <>
            if dialogs.lessons {
                <LessonList lessons={state.lessons.clone()} tell={tell.clone()} />
            }
            if dialogs.help {
                <Help open={state.help} in_hall={state.lecture.on} tell={tell.clone()} />
            }
            if dialogs.palette {
                <Palette open={state.palette} lessons={state.lessons.list.clone()} tell={tell.clone()} />
            }
            if dialogs.start {
                <Start open={state.start} tell={tell.clone()} />
            }
            if dialogs.take {
                <TakePanel take={state.take.clone()} at={state.stop()} last={state.last_stop()} marks={state.bookmarks.list().len()} tell={tell.clone()} />
            }
            if dialogs.transcript {
                <TranscriptPanel
                    transcript={state.transcript.clone()}
                    stop={state.stop()}
                    file={state.program.file.clone()}
                    tell={tell.clone()}
                />
            }
            </>
        }
    }

    fn splitter(&self, pane: Pane, tell: &Callback<Action>) -> Html {
        html! { <Splitter {pane} panels={Rc::clone(&self.state.panels)} tell={tell.clone()} /> }
    }

    /// Whether there is something in the column of details.
    fn has_details(&self) -> bool {
        let State { layer, map, asks, selected, .. } = &self.state;
        *layer >= Layer::Allocator || map.bytes.is_some() || asks.costs_open || (*layer == Layer::Objects && selected.is_some())
    }

    /// The parts that are there, for the stylesheets. Asked with `:has()`, whatever is drawn on the stage would be a reason for
    /// the browser to style the whole page again.
    fn parts(&self) -> String {
        let shows = |part| self.state.shows(part);
        let parts = [
            ("bar", shows(Part::Bar)),
            ("left", shows(Part::Code) || shows(Part::Output)),
            ("stage", shows(Part::Stage)),
            ("right", shows(Part::Details) && self.has_details()),
        ];
        parts.into_iter().filter(|(_, is_there)| *is_there).map(|(part, _)| part).collect::<Vec<_>>().join(" ")
    }

    /// What lecture mode lays over the page. Neither it nor the details are inlined: no visit begins with them, so they come
    /// with the page's second file (`js/split.mjs`).
    #[inline(never)]
    fn hall(&self, tell: &Callback<Action>) -> Html {
        let state = &self.state;
        html! {
            <LectureLayer
                lecture={state.lecture.clone()}
                selected={state.selected}
                place={Controls::of(state).place}
                remark={state.quest.remark.words()}
                marks={state.bookmarks.list().clone()}
                stop={state.stop()}
                tell={tell.clone()}
            />
        }
    }

    /// What is known of the selected object, the heap, and costs.
    #[inline(never)]
    fn right(&self, tell: &Callback<Action>) -> Html {
        let state = &self.state;
        let is_allocator = state.layer >= Layer::Allocator;
        let has_bytes = state.map.bytes.is_some();
        if !self.has_details() {
            return Html::default();
        }
        html! {
            <aside class="right" aria-label={page::details()}>
                if state.asks.costs_open {
                    <CostsPanel
                        costs={state.asks.costs.clone()}
                        source={state.program.source.clone()}
                        running={Marks::of(state).running}
                        tell={tell.clone()}
                    />
                }
                if has_bytes {
                    <BytesPanel shown={state.shown.clone()} map={state.map.clone()} tell={tell.clone()} />
                } else if is_allocator || state.selected.is_some() {
                    <InspectorPanel shown={state.shown.clone()} selected={state.selected} tab={state.asks.tab} tell={tell.clone()}>
                        { self.answers(tell) }
                    </InspectorPanel>
                }
                if is_allocator {
                    { self.splitter(Pane::Map, tell) }
                    <HeapMapPanel
                        shown={state.shown.clone()}
                        map={state.map.clone()}
                        opened={state.opened_pool()}
                        selected={state.selected}
                        theme={state.theme}
                        tell={tell.clone()}
                    />
                }
                { self.splitter(Pane::Details, tell) }
            </aside>
        }
    }

    /// What was asked about the selected object.
    fn answers(&self, tell: &Callback<Action>) -> Html {
        let state = &self.state;
        let Some(object) = state.selected.filter(|_| state.asks.tab != Tab::Fields) else { return Html::default() };
        html! {
            <Answers asks={state.asks.clone()} object={object} held_by={state.held_by()} step={state.step()} tell={tell.clone()} />
        }
    }

    fn carry_out(&mut self, context: &Context<Self>, effect: Effect) {
        match effect {
            Effect::Send(request) => self.engine.send(&request),
            Effect::SaveProgram(source) => browser::save_program(&source),
            Effect::Speak(language, kept) => browser::change_language(language, kept, context.link().callback(|action| action)),
            Effect::SaveLanguage(language) => browser::save_language(language),
            Effect::SaveTheme(theme) => {
                browser::apply_theme(theme);
                browser::save_theme(theme);
            }
            Effect::TellHost(event) => browser::tell_host(&self.state.framing, &event),
            Effect::SavePanels(panels) => browser::save_panels(&panels),
            Effect::ApplyTheme(theme) => browser::apply_theme(theme),
            Effect::SettleLater(edits) => later(context, SETTLED, Action::Settled(edits)),
            other => self.carry_out_seldom(context, other),
        }
    }

    /// Effects that no visit begins with.
    #[inline(never)]
    fn carry_out_seldom(&mut self, context: &Context<Self>, effect: Effect) {
        match effect {
            Effect::Respawn => self.engine.respawn(),
            Effect::Fullscreen(on) => browser::fullscreen(on),
            Effect::OpenNotes => browser::open_notes(&context.link().callback(|action| action)),
            Effect::TellNotes(notes) => browser::tell_notes(&notes),
            Effect::SaveBookmarks(kept) => browser::save_bookmarks(&kept),
            Effect::LoadLessons => browser::load("static/lessons/index.json", context.link().callback(|text: Result<String, String>| {
                Action::Lesson(LessonAction::Listed(text.and_then(|text| Entry::list(&text))))
            })),
            Effect::LoadLesson(file) => {
                let name = file.clone();
                let came = context.link().callback(move |text| Action::Lesson(LessonAction::Came(name.clone(), text)));
                browser::load(&format!("static/lessons/{file}"), came);
            }
            Effect::SendOrder(mut order, paper) => {
                order.style.palette = browser::palette(paper);
                self.engine.send(&Request::Make(order));
            }
            Effect::Keep { keep, number, name, texts } => {
                let kept = context.link().callback(move |kept| Action::Take(TakeAction::Kept(number, kept)));
                browser::keep(keep, &name, &texts, kept);
            }
            Effect::DropKeeping => browser::drop_keeping(),
            Effect::SaveColouring(colouring) => browser::save_colouring(colouring),
            Effect::FetchGiven(link) => {
                let came = context.link().callback(|(link, text)| Action::Link(LinkAction::Came(link, text)));
                browser::fetch_given(link, came);
            }
            Effect::Share(link) => {
                let shared = context.link().callback(|(length, problem)| Action::Link(LinkAction::Shared(length, problem)));
                browser::share(link, shared);
            }
            Effect::StopDeadline(run) => later(context, DEADLINE, Action::StopOverdue(run)),
            Effect::Send(_) | Effect::SaveProgram(_) | Effect::Speak(..) | Effect::SaveLanguage(_) | Effect::SaveTheme(_) | Effect::TellHost(_) | Effect::SavePanels(_) | Effect::ApplyTheme(_) | Effect::SettleLater(_) => {}
        }
    }

    /// The clock runs while steps follow one another by themselves.
    fn keep_time(&mut self, context: &Context<Self>) {
        let wanted = self.state.is_going().then_some(self.state.speed);
        if wanted == self.clock.as_ref().map(|(speed, _)| *speed) {
            return;
        }
        self.clock = wanted.map(|speed| {
            let link = context.link().clone();
            (
                speed,
                Interval::new(speed.interval(), move || link.send_message(Action::Tick)),
            )
        });
    }
}

fn later(context: &Context<App>, milliseconds: u32, action: Action) {
    let link = context.link().clone();
    Timeout::new(milliseconds, move || link.send_message(action)).forget();
}
