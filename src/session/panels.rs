//! How the page's panels stand: how large each is, which are folded to a handle, and for what kind of screen.

use super::{Effect, State, Zoom};
use heapglass_words::panels as words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A panel whose border can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Pane {
    /// The column of the program, with the output under it.
    Program,
    /// The output, under the program.
    Output,
    /// The column of the details: inspector, costs, heap map.
    Details,
    /// The heap map, under the inspector.
    Map,
    /// The collector, under the stage.
    Collector,
}

impl Pane {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Program, Self::Output, Self::Details, Self::Map, Self::Collector];

    /// The name on its handle.
    pub fn name(self) -> &'static str {
        match self {
            Self::Program => words::program(),
            Self::Output => words::output(),
            Self::Details => words::details(),
            Self::Map => words::map(),
            Self::Collector => words::collector(),
        }
    }

    /// The word in links and in the page's own attributes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Output => "output",
            Self::Details => "details",
            Self::Map => "map",
            Self::Collector => "collector",
        }
    }

    /// Whether its size is a width (in CSS pixels); else it is a height.
    pub fn is_column(self) -> bool {
        matches!(self, Self::Program | Self::Details)
    }

    /// Whether its size is a share of the column it stands in, in percent; else it is in CSS pixels.
    pub fn is_share(self) -> bool {
        matches!(self, Self::Output | Self::Map)
    }

    /// What one press of an arrow key changes.
    pub fn stride(self) -> i32 {
        if self.is_share() { 4 } else { 20 }
    }

    fn least(self) -> i32 {
        match self {
            Self::Program => 180,
            Self::Details => 200,
            Self::Output | Self::Map => 12,
            Self::Collector => 90,
        }
    }
}

/// An arrangement for a kind of screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Preset {
    /// One column that scrolls.
    Phone,
    /// Everything side by side.
    #[default]
    Laptop,
    /// Large type, the program and the stage.
    Projector,
    /// A small frame in another page: the program and the stage.
    Embed,
}

impl Preset {
    /// All of them, in the order in which the key goes through them.
    pub const ALL: [Self; 4] = [Self::Laptop, Self::Projector, Self::Embed, Self::Phone];

    /// The name in the menu.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => words::phone(),
            Self::Laptop => words::laptop(),
            Self::Projector => words::projector(),
            Self::Embed => words::embed(),
        }
    }

    /// The word in links and in the page's own attributes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Laptop => "laptop",
            Self::Projector => "projector",
            Self::Embed => "embed",
        }
    }

    /// The one with this word.
    pub fn by_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.word() == word)
    }

    /// What suits a window of this size.
    fn for_window((width, height): (i32, i32)) -> Self {
        match (width, height) {
            (..NARROW, ..=520) if width >= 480 => Self::Embed,
            (..NARROW, _) => Self::Phone,
            _ => Self::Laptop,
        }
    }

    /// Whether a window of this width has room for it.
    fn fits(self, width: i32) -> bool {
        width >= NARROW || matches!(self, Self::Phone | Self::Embed)
    }

    fn folds(self, pane: Pane) -> bool {
        match self {
            Self::Laptop | Self::Phone => false,
            Self::Projector => pane == Pane::Details,
            Self::Embed => matches!(pane, Pane::Details | Pane::Output),
        }
    }
}

/// Under this width, in CSS pixels, there is one column.
pub const NARROW: i32 = 760;
/// What the stage keeps of the width, in CSS pixels.
const STAGE: i32 = 340;

/// How the panels stand. What was never touched is not in here: it follows the window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    /// The arrangement that was chosen, if one was.
    pub chosen: Option<Preset>,
    /// The sizes that were given.
    pub sizes: BTreeMap<Pane, i32>,
    /// The panels that were folded (`true`) or unfolded.
    pub folded: BTreeMap<Pane, bool>,
    /// The size of the window, in CSS pixels.
    #[serde(skip)]
    pub window: (i32, i32),
}

impl Panels {
    /// The arrangement on screen.
    pub fn preset(&self) -> Preset {
        self.chosen.filter(|preset| preset.fits(self.window.0)).unwrap_or_else(|| Preset::for_window(self.window))
    }

    /// Whether the panels stand in one column.
    pub fn is_narrow(&self) -> bool {
        self.window.0 < NARROW || self.preset() == Preset::Phone
    }

    /// Whether a panel is folded to its handle.
    pub fn is_folded(&self, pane: Pane) -> bool {
        self.folded.get(&pane).copied().unwrap_or_else(|| self.preset().folds(pane) && !self.is_narrow())
    }

    /// The size a panel has, within what the window allows: in percent or in CSS pixels.
    pub fn size(&self, pane: Pane) -> i32 {
        let (least, most) = self.limits(pane);
        self.wish(pane).min(most).max(least)
    }

    /// The least and the most that a panel can have in this window.
    pub fn limits(&self, pane: Pane) -> (i32, i32) {
        let (width, height) = self.window;
        let room = match pane {
            Pane::Output | Pane::Map => 80,
            Pane::Collector => height / 2,
            Pane::Program if self.is_folded(Pane::Details) => width - STAGE,
            Pane::Program => width - STAGE - Pane::Details.least(),
            // The program comes first, and the details take what is left.
            Pane::Details if self.is_folded(Pane::Program) => width - STAGE,
            Pane::Details => width - STAGE - self.size(Pane::Program),
        };
        (pane.least(), room.max(pane.least()))
    }

    fn wish(&self, pane: Pane) -> i32 {
        self.sizes.get(&pane).copied().unwrap_or_else(|| self.usual(pane))
    }

    fn usual(&self, pane: Pane) -> i32 {
        let (width, height) = self.window;
        let large = self.preset() == Preset::Projector;
        match pane {
            Pane::Program if large => (width * 34 / 100).clamp(300, 720),
            Pane::Program => (width * 24 / 100).clamp(270, 460),
            Pane::Details => (width * 26 / 100).clamp(280, 520),
            Pane::Output => 24,
            Pane::Map => 62,
            Pane::Collector => (height * 24 / 100).clamp(150, 240),
        }
    }

    /// How large the stage is drawn at first.
    pub fn zoom(&self) -> Zoom {
        Zoom(if self.preset() == Preset::Projector { 140 } else { 100 })
    }

    /// The words of the folded panels, for the style sheets.
    pub fn folded_words(&self) -> String {
        let words: Vec<&str> = Pane::ALL.into_iter().filter(|pane| self.is_folded(*pane)).map(Pane::word).collect();
        words.join(" ")
    }

    /// The panels that are folded, if any was folded or unfolded by hand.
    pub fn folded_by_hand(&self) -> Option<Vec<Pane>> {
        (!self.folded.is_empty()).then(|| Pane::ALL.into_iter().filter(|pane| self.is_folded(*pane)).collect())
    }

    /// The sizes as properties for the style sheets.
    pub fn style(&self) -> String {
        let property = |pane: Pane| format!("--{}-size:{}{}", pane.word(), self.size(pane), if pane.is_share() { "%" } else { "px" });
        Pane::ALL.map(property).join(";")
    }
}

/// Something done to the panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelAction {
    /// Give a panel this size for now.
    Size(Pane, i32),
    /// Give a panel the size that it has without being asked.
    Usual(Pane),
    /// Fold a panel, or unfold it.
    Fold(Pane),
    /// The border is let go: what was done is kept for the next visit.
    Keep,
    /// Use this arrangement; none for the one that suits the window.
    Preset(Option<Preset>),
    /// The arrangement after this one.
    NextPreset,
    /// All as if nothing had ever been done.
    Reset,
    /// The window has this size, in CSS pixels.
    Window(i32, i32),
}

impl State {
    pub(super) fn on_panels(&mut self, action: PanelAction) -> Vec<Effect> {
        let panels = Rc::make_mut(&mut self.panels);
        match action {
            PanelAction::Size(pane, size) => {
                let (least, most) = panels.limits(pane);
                // Who pushes a panel to less than half of what it needs wants it gone.
                panels.folded.insert(pane, size < least / 2);
                panels.sizes.insert(pane, size.min(most).max(least));
                return Vec::new();
            }
            PanelAction::Window(width, height) => {
                panels.window = (width, height);
                return self.fit_boxes();
            }
            PanelAction::Usual(pane) => {
                panels.sizes.remove(&pane);
                panels.folded.remove(&pane);
            }
            PanelAction::Fold(pane) => {
                let folded = panels.is_folded(pane);
                panels.folded.insert(pane, !folded);
            }
            PanelAction::Keep => {}
            PanelAction::Preset(preset) => self.arrange(preset),
            PanelAction::NextPreset => {
                let fitting: Vec<Preset> = Preset::ALL.into_iter().filter(|preset| preset.fits(panels.window.0)).collect();
                let at = fitting.iter().position(|preset| *preset == panels.preset()).unwrap_or(0);
                let next = fitting.get((at + 1) % fitting.len().max(1)).copied();
                self.arrange(next);
            }
            PanelAction::Reset => {
                self.panels = Rc::new(Panels { window: panels.window, ..Panels::default() });
                self.zoom = self.panels.zoom();
            }
        }
        let mut effects = self.fit_boxes();
        effects.push(Effect::SavePanels(Rc::clone(&self.panels)));
        effects
    }

    /// A chosen arrangement begins with its own sizes.
    fn arrange(&mut self, preset: Option<Preset>) {
        self.panels = Rc::new(Panels { chosen: preset, window: self.panels.window, ..Panels::default() });
        self.zoom = self.panels.zoom();
    }

    /// Panels as a link has them, for this visit: what is kept for the next stays as it is.
    pub(super) fn arrange_as(&mut self, preset: Option<Preset>, folded: Option<&[Pane]>) -> Vec<Effect> {
        if preset.is_some() {
            self.arrange(preset);
        }
        if let Some(folded) = folded {
            Rc::make_mut(&mut self.panels).folded = Pane::ALL.into_iter().map(|pane| (pane, folded.contains(&pane))).collect();
        }
        self.fit_boxes()
    }

    fn fit_boxes(&mut self) -> Vec<Effect> {
        let narrow = self.panels.is_narrow();
        if narrow == self.narrow { Vec::new() } else { self.apply(super::Action::Narrow(narrow)) }
    }

    /// What is asked for is shown, also where it was folded away.
    pub(super) fn unfold(&mut self, pane: Pane) {
        if self.panels.is_folded(pane) {
            Rc::make_mut(&mut self.panels).folded.insert(pane, false);
        }
    }
}

#[cfg(test)]
mod tests;
