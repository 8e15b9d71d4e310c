//! What is taken away: what was chosen, what the engine makes of it, and what is kept.

use heapglass_words::take_away as words;

use super::{Action, Effect, State};
use crate::message::Request;
use crate::remark::Remark;
use crate::take::{Kind, Order, Palette, Parcel, Program, Style};
use std::rc::Rc;

/// The dialog and the work behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Take {
    /// Whether the dialog is open.
    pub open: bool,
    /// What was chosen.
    pub choice: Choice,
    /// The first stop of a range.
    pub first: u64,
    /// The last.
    pub last: u64,
    /// Only the stops of the range that have a bookmark.
    pub marked: bool,
    /// In the colours for paper, not those of the page.
    pub paper: bool,
    /// Number of the last order.
    pub number: u64,
    /// The work that is under way, in hundredths.
    pub percent: Option<u8>,
    /// What the engine has made.
    pub made: Option<Rc<Vec<String>>>,
    /// What is to be kept as soon as it is made.
    after: Option<Keep>,
    /// What is said of the last thing that was kept or failed.
    pub remark: Remark,
}

/// What can be taken away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// The state on the stage.
    #[default]
    Picture,
    /// A range of stops that plays.
    Film,
    /// A range of stops to print.
    Storyboard,
    /// The page itself, in one file.
    Page,
    /// The page, kept by the browser.
    Offline,
    /// A script for one's own Python.
    Check,
    /// The object graph for Graphviz.
    Graph,
    /// The run as data.
    Trace,
}

impl Choice {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Picture, Self::Film, Self::Storyboard, Self::Page, Self::Check, Self::Graph, Self::Trace, Self::Offline];

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Picture => words::picture(),
            Self::Film => words::film(),
            Self::Storyboard => words::storyboard(),
            Self::Page => words::page(),
            Self::Offline => words::offline(),
            Self::Check => words::check(),
            Self::Graph => words::graph(),
            Self::Trace => words::trace(),
        }
    }

    /// What it is, in a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Picture => words::picture_words(),
            Self::Film => words::film_words(),
            Self::Storyboard => words::storyboard_words(),
            Self::Page => words::page_words(),
            Self::Offline => words::offline_words(),
            Self::Check => words::check_words(),
            Self::Graph => words::graph_words(),
            Self::Trace => words::trace_words(),
        }
    }

    /// What the engine is asked for.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Picture => Some(Kind::Still),
            Self::Film => Some(Kind::Film),
            Self::Storyboard => Some(Kind::Storyboard),
            Self::Page | Self::Offline => None,
            Self::Check => Some(Kind::Check),
            Self::Graph => Some(Kind::Dot),
            Self::Trace => Some(Kind::Trace),
        }
    }

    /// Whether it is of several stops.
    pub fn is_range(self) -> bool {
        matches!(self, Self::Film | Self::Storyboard)
    }

    /// Whether it is made as soon as it is chosen.
    fn is_quick(self) -> bool {
        matches!(self, Self::Picture | Self::Check | Self::Graph)
    }

    /// Whether it has colours.
    pub fn is_drawn(self) -> bool {
        matches!(self, Self::Picture | Self::Film | Self::Storyboard)
    }
}

/// A way to keep what was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// As a file with the text itself.
    Text,
    /// As a PNG.
    Png,
    /// As a WebM film.
    Webm,
    /// Opened as a page of its own.
    Open,
    /// Copied, to be pasted elsewhere.
    Copy,
    /// The page in one file.
    Page,
    /// The page, kept by the browser.
    Offline,
    /// And no longer.
    Forget,
}

impl Keep {
    /// The word by which `static/take-away.js` knows it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Png => "png",
            Self::Webm => "webm",
            Self::Open => "open",
            Self::Copy => "copy",
            Self::Page => "page",
            Self::Offline => "offline",
            Self::Forget => "forget",
        }
    }
}

/// Something about taking things away.
#[derive(Clone, Debug, PartialEq)]
pub enum TakeAction {
    /// Open or close the dialog.
    Open(bool),
    /// This is wanted.
    Choose(Choice),
    /// From this stop on.
    First(u64),
    /// Up to this one.
    Last(u64),
    /// Only stops that have a bookmark, from the first of the recording to the last; or all of a range.
    Marked(bool),
    /// Use the colours for paper, or those of the page.
    Paper(bool),
    /// Make it.
    Make,
    /// Leave it.
    Cancel,
    /// The engine has made a part, or all.
    Came(u64, Parcel),
    /// Keep what was made.
    Keep(Keep),
    /// It was kept, or why not; about the order with this number.
    Kept(u64, Result<String, String>),
}

/// Stops of a range that nobody chose.
const USUAL: u64 = 30;

impl State {
    pub(super) fn on_take(&mut self, action: TakeAction) -> Vec<Effect> {
        match action {
            TakeAction::Open(true) => self.open_take(),
            TakeAction::Open(false) => {
                self.take.open = false;
                self.drop_take()
            }
            TakeAction::Choose(choice) => {
                let effects = self.drop_take();
                self.take.choice = choice;
                self.forget_made();
                self.made_at_once(effects)
            }
            TakeAction::First(stop) => {
                self.take.first = stop.min(self.last_stop());
                self.forget_made();
                Vec::new()
            }
            TakeAction::Last(stop) => {
                self.take.last = stop.min(self.last_stop());
                self.forget_made();
                Vec::new()
            }
            TakeAction::Marked(marked) => {
                self.take.marked = marked;
                self.forget_made();
                Vec::new()
            }
            TakeAction::Paper(paper) => {
                self.take.paper = paper;
                self.forget_made();
                self.made_at_once(Vec::new())
            }
            TakeAction::Make => self.make(self.take.choice.kind()),
            TakeAction::Cancel => self.drop_take(),
            TakeAction::Came(number, parcel) => self.parcel_came(number, parcel),
            TakeAction::Keep(keep) => self.keep(keep),
            TakeAction::Kept(number, kept) => {
                if number == self.take.number {
                    self.take.percent = None;
                    self.take.remark = match kept {
                        Ok(told) => Remark::heard(told),
                        Err(why) => Remark::of(move || words::failed(&why)),
                    };
                }
                Vec::new()
            }
        }
    }

    fn open_take(&mut self) -> Vec<Effect> {
        self.playing = false;
        self.take.open = true;
        self.forget_made();
        let (stop, last) = (self.stop(), self.last_stop());
        let whole = last <= 2 * USUAL;
        self.take.first = if whole { 0 } else { stop };
        self.take.last = if whole { last } else { (stop + USUAL).min(last) };
        self.made_at_once(Vec::new())
    }

    /// What was made has words, and is made in another language.
    pub(super) fn make_again(&mut self) -> Vec<Effect> {
        let effects = self.drop_take();
        self.forget_made();
        self.made_at_once(effects)
    }

    fn forget_made(&mut self) {
        self.take.made = None;
        self.take.after = None;
        self.take.remark = Remark::default();
    }

    fn made_at_once(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        if self.take.choice.is_quick() {
            effects.extend(self.make(self.take.choice.kind()));
        }
        effects
    }

    /// What is under way is not wanted any more.
    fn drop_take(&mut self) -> Vec<Effect> {
        self.take.number += 1;
        self.take.after = None;
        match self.take.percent.take() {
            Some(_) => vec![Effect::Send(Request::DropOrder), Effect::DropKeeping],
            None => Vec::new(),
        }
    }

    fn make(&mut self, kind: Option<Kind>) -> Vec<Effect> {
        let Some(kind) = kind else { return Vec::new() };
        if !self.has_recording() || self.shown.is_none() {
            self.take.remark = Remark::of(words::no_recording);
            return Vec::new();
        }
        let mut effects = self.drop_take();
        let stops = if matches!(kind, Kind::Film | Kind::Stills | Kind::Storyboard) { self.taken_stops() } else { vec![self.stop()] };
        self.take.percent = Some(0);
        self.take.remark = Remark::default();
        let order = Order {
            number: self.take.number,
            run: self.run.number,
            kind,
            stops,
            style: Style {
                palette: Palette::default(),
                layer: self.layer,
                look: (*self.look).clone(),
                places: (*self.places).clone(),
                narrow: self.narrow,
                selected: self.selected,
                wanted: crate::picture::Wanted { heap_map: false, counters_only: false, blocks: None, bytes: None, ..self.wanted() },
            },
            program: self.taken_program(),
        };
        effects.push(Effect::SendOrder(Box::new(order), self.take.paper));
        effects
    }

    /// The stops of a range: of all, or those with a bookmark. More than can be made need not all be told.
    fn taken_stops(&self) -> Vec<u64> {
        let most = crate::take::MOST_STOPS + 1;
        if self.takes_marked() {
            return self.bookmarks.list().iter().map(|bookmark| bookmark.stop.min(self.last_stop())).take(most).collect();
        }
        let (first, last) = (self.take.first.min(self.take.last), self.take.last.max(self.take.first));
        (first..=last).take(most).collect()
    }

    /// Whether only bookmarked stops are taken: where there is none the range is.
    fn takes_marked(&self) -> bool {
        self.take.marked && !self.bookmarks.list().is_empty()
    }

    fn taken_program(&self) -> Program {
        Program { source: self.program.source.clone(), file: self.program.file.clone(), answers: self.world.answers.clone() }
    }

    fn parcel_came(&mut self, number: u64, parcel: Parcel) -> Vec<Effect> {
        if number != self.take.number {
            return Vec::new();
        }
        match parcel {
            Parcel::Percent(percent) => self.take.percent = Some(percent),
            Parcel::Failed(why) => {
                self.take.percent = None;
                self.take.remark = Remark::heard(why);
            }
            Parcel::Ready(texts) => {
                self.take.percent = None;
                let texts = Rc::new(texts);
                if let Some(keep) = self.take.after.take() {
                    return self.send_kept(keep, texts);
                }
                self.take.made = Some(texts);
            }
        }
        Vec::new()
    }

    fn keep(&mut self, keep: Keep) -> Vec<Effect> {
        if keep == Keep::Webm {
            let effects = self.make(Some(Kind::Stills));
            self.take.after = Some(keep);
            return effects;
        }
        if keep == Keep::Page {
            let text = self.link().write();
            return self.send_kept(keep, Rc::new(vec![text]));
        }
        if matches!(keep, Keep::Offline | Keep::Forget) {
            return self.send_kept(keep, Rc::default());
        }
        let made = self.take.made.clone();
        made.map(|texts| self.send_kept(keep, texts)).unwrap_or_default()
    }

    fn send_kept(&mut self, keep: Keep, texts: Rc<Vec<String>>) -> Vec<Effect> {
        if matches!(keep, Keep::Page | Keep::Webm | Keep::Offline) {
            self.take.percent = Some(0);
        }
        self.take.remark = Remark::default();
        vec![Effect::Keep { keep, number: self.take.number, name: self.kept_name(keep), texts }]
    }

    /// The name of the file, after the program's.
    pub fn kept_name(&self, keep: Keep) -> String {
        let stem = self.program.file.strip_suffix(".py").unwrap_or(&self.program.file);
        let stop = self.stop();
        let (first, last) = (self.take.first.min(self.take.last), self.take.last.max(self.take.first));
        let range = if self.takes_marked() { "bookmarks".to_owned() } else { format!("{first}-{last}") };
        match (self.take.choice, keep) {
            (Choice::Picture, Keep::Png) => format!("{stem}-{stop}.png"),
            (Choice::Picture, _) => format!("{stem}-{stop}.svg"),
            (Choice::Film, Keep::Webm) => format!("{stem}-{range}.webm"),
            (Choice::Film, _) => format!("{stem}-{range}.svg"),
            (Choice::Storyboard, _) => format!("{stem}-storyboard.html"),
            (Choice::Page, _) => format!("{stem}-heapglass.html"),
            (Choice::Check, _) => format!("check_{}_{stop}.py", stem.replace(|sign: char| !sign.is_alphanumeric(), "_")),
            (Choice::Graph, _) => format!("{stem}-{stop}.dot"),
            (Choice::Offline, _) => String::new(),
            (Choice::Trace, _) => format!("{stem}-trace.json"),
        }
    }
}

impl Take {
    /// The range, in words.
    pub fn range_words(&self) -> String {
        let stops = self.last.abs_diff(self.first) + 1;
        words::range(stops)
    }
}

impl From<TakeAction> for Action {
    fn from(action: TakeAction) -> Self {
        Self::Take(action)
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Keep, TakeAction};
    use crate::session::{Action, Bookmark, Effect, State, Theme};
    use crate::take::Parcel;

    fn page() -> State {
        State::new("a = 1\n".into(), "two.py".into(), Theme::Automatic)
    }

    #[test]
    fn without_a_recording_a_sentence_says_that_there_is_nothing() {
        let (state, effects) = page().reduce(Action::Take(TakeAction::Open(true)));
        assert!(state.take.open && state.take.remark.words().contains("no recording"), "{:?}", state.take.remark);
        assert!(effects.is_empty());
    }

    #[test]
    fn what_comes_late_is_not_shown() {
        let mut state = page();
        state.take.number = 4;
        let (state, _) = state.reduce(Action::Take(TakeAction::Came(3, Parcel::Ready(vec!["old".into()]))));
        assert_eq!(state.take.made, None);
        let (state, _) = state.reduce(Action::Take(TakeAction::Came(4, Parcel::Ready(vec!["new".into()]))));
        assert!(state.take.made.is_some());
    }

    #[test]
    fn the_page_that_is_kept_holds_a_link_to_this_program() {
        let (state, _) = page().reduce(Action::Take(TakeAction::Choose(Choice::Page)));
        let (state, effects) = state.reduce(Action::Take(TakeAction::Keep(Keep::Page)));
        let [Effect::Keep { name, texts, .. }] = effects.as_slice() else { panic!("{effects:?}") };
        assert_eq!(name, "two-heapglass.html");
        assert!(texts[0].contains("code=a%20%3D%201"), "{texts:?}");
        assert!(state.take.percent.is_some());
    }

    #[test]
    fn a_storyboard_of_bookmarks_has_their_stops_and_without_any_the_range() {
        let mut state = page();
        (state.take.marked, state.take.first, state.take.last) = (true, 4, 2);
        assert_eq!(state.taken_stops(), [2, 3, 4]);
        state.take.choice = Choice::Film;
        assert_eq!(state.kept_name(Keep::Text), "two-2-4.svg");
        state.run.progress.stops = 20;
        let marks = [9, 3].map(|stop| Bookmark { stop, ..Bookmark::default() });
        state.bookmarks.given(marks.to_vec());
        state.bookmarks.adopt();
        assert_eq!(state.taken_stops(), [3, 9]);
        assert_eq!(state.kept_name(Keep::Text), "two-bookmarks.svg");
    }

    #[test]
    fn files_are_named_after_the_program() {
        let mut state = page();
        let mut named = |choice: Choice, keep: Keep| {
            state.take.choice = choice;
            state.kept_name(keep)
        };
        assert_eq!(named(Choice::Picture, Keep::Text), "two-0.svg");
        assert_eq!(named(Choice::Picture, Keep::Png), "two-0.png");
        assert_eq!(named(Choice::Storyboard, Keep::Text), "two-storyboard.html");
        assert_eq!(named(Choice::Check, Keep::Text), "check_two_0.py");
        assert_eq!(named(Choice::Graph, Keep::Text), "two-0.dot");
        assert_eq!(named(Choice::Trace, Keep::Text), "two-trace.json");
    }

    #[test]
    fn work_that_is_given_up_is_given_up_by_the_engine_too() {
        let mut state = page();
        state.take.percent = Some(30);
        let (state, effects) = state.reduce(Action::Take(TakeAction::Cancel));
        assert!(state.take.percent.is_none());
        assert_eq!(effects.len(), 2, "{effects:?}");
    }
}
