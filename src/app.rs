//! The page as a whole: holds the state, carries out effects, arranges the panels.

use crate::browser;
use crate::engine::Engine;
use crate::panel::{
    bar::Bar, collector::CollectorPanel, controls::ControlsPanel, costs::CostsPanel, editor::Editor, heap_map::HeapMapPanel, help::Help,
    inspector::InspectorPanel, ledger::Answers, lesson::LessonPanel, lesson_list::LessonList, output::OutputPanel, palette::Palette,
    sentence::SentencePanel, stage::StagePanel, start::{Start, Tour}, timeline::TimelineStrip, transcript::TranscriptPanel,
};
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use heapglass::examples::{self, EXAMPLES};
use heapglass::link::Part;
use heapglass::session::{Action, Effect, Layer, LessonAction, LinkAction, Phase, Speed, State, Tab};
use heapglass::view::{self, Controls, Going, Marks, Status};
use yew::prelude::*;

/// Milliseconds without typing after which the program runs.
const SETTLED: u32 = 700;
/// Milliseconds in which the engine has to stop.
const DEADLINE: u32 = 2_000;

/// The page.
pub(crate) struct App {
    state: State,
    engine: Engine,
    clock: Option<(Speed, Interval)>,
    /// Tells the page around how tall this one is.
    _measure: Option<Interval>,
    _listeners: [EventListener; 4],
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let tell = context.link().callback(|action| action);
        let theme = browser::saved_theme();
        browser::apply_theme(theme);
        let saved = browser::saved_program();
        let is_first = saved.is_none();
        let source = saved.unwrap_or_else(|| EXAMPLES[0].source.into());
        let file = examples::by_source(&source).map_or(examples::OWN_PROGRAM, |example| example.file);
        let mut state = State::new(source, file.into(), theme);
        state.narrow = browser::is_narrow();
        // An embedded page shows its program; it asks for none.
        state.start = is_first && !browser::is_embedded();
        let listeners = [browser::on_key(tell.clone()), browser::on_resize(tell.clone()), browser::on_address(tell.clone()), browser::on_host(tell.clone())];
        let link = browser::link();
        // An address that says nothing is a link to what was there last.
        context.link().send_message(if link.is_empty() { Action::Run } else { Action::Link(LinkAction::Follow(link)) });
        Self {
            state,
            engine: Engine::new(tell),
            clock: None,
            _measure: browser::keep_height_told(),
            _listeners: listeners,
        }
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        let before = std::mem::take(&mut self.state);
        let (state, effects) = before.clone().reduce(action);
        self.state = state;
        for effect in effects {
            self.carry_out(context, effect);
        }
        self.keep_time(context);
        before != self.state
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let tell = context.link().callback(|action| action);
        let state = &self.state;
        let picture = state.shown.clone();
        let layer = state.layer;
        let shows = |part| state.framing.shows(part);
        html! {
            <div
                class={classes!("page", state.framing.host.as_ref().map(|_| "is-hosted"), state.selected.map(|_| "has-selection"), state.asks.alternative.as_ref().map(|_| "is-alternative"))}
                data-tour={state.tour.map(|at| at.to_string())}
            >
                if shows(Part::Bar) {
                    <Bar layer={layer} theme={state.theme} file={state.program.file.clone()} tell={tell.clone()} />
                }
                <main>
                if shows(Part::Code) || shows(Part::Output) {
                    { self.left(&tell) }
                }
                <section class="middle" aria-label="Memory">
                    if !shows(Part::Code) && Status::of(state).is_problem {
                        <p class="status is-problem" role="status">{ Status::of(state).text }</p>
                    }
                    if shows(Part::Sentence) {
                        <SentencePanel shown={picture.clone()} />
                    }
                    if shows(Part::Stage) {
                        <StagePanel
                            shown={picture.clone()}
                            places={state.places.clone()}
                            look={state.look.clone()}
                            stage={state.stage.clone()}
                            selected={state.selected}
                            layer={layer}
                            narrow={state.narrow}
                            zoom={state.zoom}
                            tell={tell.clone()}
                        />
                    }
                    if layer >= Layer::Collector {
                        <CollectorPanel shown={picture} selected={state.selected} tell={tell.clone()} />
                    }
                </section>
                if shows(Part::Details) {
                    { self.right(&tell) }
                }
                <ControlsPanel controls={Controls::of(state)} going={Going::of(state)} speed={state.speed} tell={tell.clone()}>
                    if shows(Part::Timeline) {
                        <TimelineStrip
                            overview={state.asks.overview.clone()}
                            alternative={state.asks.alternative.clone()}
                            refused={state.asks.refused.clone()}
                            step={state.step()}
                            place={Controls::of(state).place}
                            thinned={state.run.progress.thinning.as_ref().map(view::thinning_remark)}
                            tell={tell.clone()}
                        />
                    }
                </ControlsPanel>
                </main>
                <LessonList lessons={state.lessons.clone()} tell={tell.clone()} />
                <Help open={state.help} tell={tell.clone()} />
                <Palette open={state.palette} tell={tell.clone()} />
                <Start open={state.start} tell={tell.clone()} />
                <TranscriptPanel
                    transcript={state.transcript.clone()}
                    stop={state.stop()}
                    file={state.program.file.clone()}
                    tell={tell.clone()}
                />
                if let Some(at) = state.tour {
                    <Tour {at} {tell} />
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
            <section class="left" aria-label="Program and output">
                if let Some(run) = state.lessons.run.clone() {
                    <LessonPanel own={run.lesson.program == state.program.source} {run} tell={tell.clone()} />
                }
                if state.framing.shows(Part::Code) {
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
                if state.framing.shows(Part::Output) {
                    <OutputPanel
                        shown={state.shown.clone()}
                        world={state.world.clone()}
                        waiting={state.run.progress.waiting.clone().filter(|_| state.run.phase == Phase::Waiting)}
                        tell={tell.clone()}
                    />
                }
            </section>
        }
    }

    /// What is known of the selected object, the heap, and costs.
    fn right(&self, tell: &Callback<Action>) -> Html {
        let state = &self.state;
        let is_allocator = state.layer >= Layer::Allocator;
        if !is_allocator && !state.asks.costs_open && (state.layer != Layer::Objects || state.selected.is_none()) {
            return Html::default();
        }
        html! {
            <aside class="right" aria-label="Details">
                if state.asks.costs_open {
                    <CostsPanel
                        costs={state.asks.costs.clone()}
                        source={state.program.source.clone()}
                        running={Marks::of(state).running}
                        tell={tell.clone()}
                    />
                }
                if is_allocator || state.selected.is_some() {
                    <InspectorPanel shown={state.shown.clone()} selected={state.selected} tab={state.asks.tab} tell={tell.clone()}>
                        { self.answers(tell) }
                    </InspectorPanel>
                }
                if is_allocator {
                    <HeapMapPanel shown={state.shown.clone()} selected={state.selected} tell={tell.clone()} />
                }
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
            Effect::Respawn => self.engine.respawn(),
            Effect::SaveProgram(source) => browser::save_program(&source),
            Effect::SaveTheme(theme) => {
                browser::apply_theme(theme);
                browser::save_theme(theme);
            }
            Effect::LoadLessons => browser::load("static/lessons/index.json", context.link().callback(|text: Result<String, String>| {
                let list = text.and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()));
                Action::Lesson(LessonAction::Listed(list))
            })),
            Effect::LoadLesson(file) => {
                let name = file.clone();
                let came = context.link().callback(move |text| Action::Lesson(LessonAction::Came(name.clone(), text)));
                browser::load(&format!("static/lessons/{file}"), came);
            }
            Effect::TellHost(event) => browser::tell_host(&self.state.framing, &event),
            Effect::ApplyTheme(theme) => browser::apply_theme(theme),
            Effect::FetchGiven(link) => {
                let came = context.link().callback(|(link, text)| Action::Link(LinkAction::Came(link, text)));
                browser::fetch_given(link, came);
            }
            Effect::Share(link) => {
                let shared = context.link().callback(|(length, problem)| Action::Link(LinkAction::Shared(length, problem)));
                browser::share(link, shared);
            }
            Effect::SettleLater(edits) => later(context, SETTLED, Action::Settled(edits)),
            Effect::StopDeadline(run) => later(context, DEADLINE, Action::StopOverdue(run)),
        }
    }

    /// The clock runs while steps follow one another by themselves.
    fn keep_time(&mut self, context: &Context<Self>) {
        let wanted = self.state.playing.then_some(self.state.speed);
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
