//! Bookmarks: moments of a recording with a name and a note for the speaker. They belong to the text of a program, are kept
//! for it, and go with a link to it.

use super::{Effect, State};
use crate::picture::{Picture, Seek};
use crate::remark::Remark;
use crate::words;
use heapglass_words::{bookmarks as said, unisolated};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Programs whose bookmarks are kept; the one kept longest ago is forgotten first.
const MOST_PROGRAMS: usize = 40;
/// Bookmarks of a program.
const MOST_BOOKMARKS: usize = 200;
/// Changes that can be taken back.
const MOST_UNDO: usize = 50;
/// Letters of a name that is made of a line of the program.
const NAME: usize = 44;

/// A moment that is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// The stop.
    pub stop: u64,
    /// Its name, one line.
    pub name: String,
    /// What the speaker wants to say there; may be empty.
    #[serde(default)]
    pub note: String,
}

impl Bookmark {
    /// Its name; without one, its place.
    pub fn title(&self) -> String {
        match self.name.trim() {
            "" => said::at_stop(self.stop),
            name => name.to_owned(),
        }
    }
}

/// What is done with bookmarks. A bookmark is named by its stop: there is one at most at each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookmarkAction {
    /// Set one at the stop on screen, or remove the one that is there.
    Here,
    /// Go to the next one (`true`), or to the one before.
    Step(bool),
    /// Go to this stop, which has one.
    Go(u64),
    /// Give the one at this stop another name.
    Name(u64, String),
    /// Give the one at this stop another note.
    Note(u64, String),
    /// Put the one at this stop to the stop on screen.
    MoveHere(u64),
    /// Remove the one at this stop.
    Remove(u64),
    /// Take back the last change.
    Undo,
    /// Open the list, or close it.
    List,
}

/// The bookmarks of all programs, as they are kept between visits: the fingerprint of a program's text with its bookmarks, the
/// one changed last at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept(Vec<(String, Vec<Bookmark>)>);

impl Kept {
    fn of(&self, text: &str) -> Option<&[Bookmark]> {
        let key = fingerprint(text);
        self.0.iter().find(|(other, _)| *other == key).map(|(_, list)| list.as_slice())
    }

    fn keep(&mut self, text: &str, list: &[Bookmark]) {
        let key = fingerprint(text);
        self.0.retain(|(other, _)| *other != key);
        if !list.is_empty() {
            self.0.push((key, list.to_vec()));
        }
        let most = self.0.len().saturating_sub(MOST_PROGRAMS);
        self.0.drain(..most);
    }
}

/// A short name for a program's text: FNV-1a of 64 bits, and its length.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}.{}", text.len())
}

/// The bookmarks of the recording.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bookmarks {
    /// In the order of their stops.
    list: Rc<Vec<Bookmark>>,
    /// The stop and the field (the name: `true`) that is being typed in: what is typed there is one change.
    typing: Option<(u64, bool)>,
    /// How they were before each change.
    before: Vec<Rc<Vec<Bookmark>>>,
    /// The text of the program that was recorded.
    text: String,
    /// The text of the program that is about to be recorded.
    next: String,
    /// What was typed last: the bookmarks go over to it.
    typed: Option<String>,
    /// Those that a link has brought.
    given: Option<Vec<Bookmark>>,
    /// Those of all programs.
    kept: Rc<Kept>,
    /// Whether the list is open.
    pub open: bool,
}

impl Bookmarks {
    /// In the order of their stops.
    pub fn list(&self) -> &Rc<Vec<Bookmark>> {
        &self.list
    }

    /// The one at a stop.
    pub fn at(&self, stop: u64) -> Option<&Bookmark> {
        self.list.iter().find(|mark| mark.stop == stop)
    }

    /// The first one behind a stop.
    pub fn after(&self, stop: u64) -> Option<&Bookmark> {
        self.list.iter().find(|mark| mark.stop > stop)
    }

    /// The last one before a stop.
    pub fn before(&self, stop: u64) -> Option<&Bookmark> {
        self.list.iter().rfind(|mark| mark.stop < stop)
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// What was kept at earlier visits.
    pub fn remember(&mut self, kept: Kept) {
        self.kept = Rc::new(kept);
    }

    /// The program was typed at: it stays the same, for bookmarks.
    pub(super) fn typed(&mut self, text: &str) {
        self.typed = Some(text.to_owned());
    }

    /// A link brings these for the next recording.
    pub(super) fn given(&mut self, mut list: Vec<Bookmark>) {
        tidy(&mut list);
        self.given = Some(list).filter(|list| !list.is_empty());
    }

    /// This text is sent to be recorded.
    pub(super) fn expect(&mut self, text: &str) {
        text.clone_into(&mut self.next);
    }

    /// The text that was sent is being recorded. Whether what is kept has changed.
    pub(super) fn adopt(&mut self) -> bool {
        let text = std::mem::take(&mut self.next);
        let kept = self.kept.of(&text).map(<[Bookmark]>::to_vec);
        let typed = self.typed.take().is_some_and(|typed| typed == text);
        if let Some(given) = self.given.take() {
            // What one had oneself is a step back.
            self.before = kept.filter(|kept| *kept != given).map(Rc::new).into_iter().collect();
            (self.list, self.text) = (Rc::new(given), text);
            return false;
        }
        if text == self.text {
            return false;
        }
        let (goes_over, old) = (typed && kept.is_none() && !self.list.is_empty(), self.list.clone());
        self.text = text;
        if goes_over {
            self.save();
            return true;
        }
        let list = Rc::new(kept.unwrap_or_default());
        if !(typed && list == old) {
            self.before.clear();
        }
        self.list = list;
        false
    }

    fn change(&mut self, change: impl FnOnce(&mut Vec<Bookmark>)) -> bool {
        let mut list = (*self.list).clone();
        change(&mut list);
        tidy(&mut list);
        if list == *self.list {
            return false;
        }
        let old = std::mem::replace(&mut self.list, Rc::new(list));
        self.typing = None;
        self.before.push(old);
        if self.before.len() > MOST_UNDO {
            self.before.remove(0);
        }
        self.save();
        true
    }

    /// Types in a field of a bookmark.
    fn write(&mut self, stop: u64, is_name: bool, text: &str) -> bool {
        let goes_on = self.typing == Some((stop, is_name));
        let changed = self.change(|list| {
            for mark in list.iter_mut().filter(|mark| mark.stop == stop) {
                if is_name {
                    mark.name = text.replace(['\n', '\r'], " ");
                } else {
                    text.clone_into(&mut mark.note);
                }
            }
        });
        if changed && goes_on {
            self.before.pop();
        }
        if changed {
            self.typing = Some((stop, is_name));
        }
        changed
    }

    fn save(&mut self) {
        Rc::make_mut(&mut self.kept).keep(&self.text, &self.list);
    }
}

/// In order, one at each stop.
fn tidy(list: &mut Vec<Bookmark>) {
    list.sort_by_key(|mark| mark.stop);
    list.dedup_by_key(|mark| mark.stop);
    list.truncate(MOST_BOOKMARKS);
}

/// What a moment is called if nobody has named it: the line that runs there.
fn own_name(picture: &Picture, source: &str) -> String {
    if picture.collector.collection.is_some() {
        return said::at_collection().into();
    }
    match picture.position.line {
        Some(line) => {
            let text = source.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default().trim();
            // A name is kept, and stands in links: it has no signs that are not seen.
            words::shortened(&unisolated(&said::at_line(&line.to_string(), text)), NAME)
        }
        None => said::at_end().into(),
    }
}

impl State {
    pub(super) fn on_bookmark(&mut self, action: BookmarkAction) -> Vec<Effect> {
        if self.asks.alternative.is_some() && !matches!(action, BookmarkAction::List) {
            self.quest.remark = Remark::of(said::not_in_alternative);
            return Vec::new();
        }
        let here = self.stop();
        let marks = &mut self.bookmarks;
        let changed = match action {
            BookmarkAction::List => {
                marks.open = !marks.open;
                false
            }
            BookmarkAction::Here => return self.bookmark_here(),
            BookmarkAction::Step(on) => return self.to_bookmark(on),
            BookmarkAction::Go(stop) => return self.seek_stop(stop),
            BookmarkAction::Name(stop, name) => marks.write(stop, true, &name),
            BookmarkAction::Note(stop, note) => marks.write(stop, false, &note),
            BookmarkAction::MoveHere(stop) if marks.at(here).is_none() => marks.change(|list| {
                list.iter_mut().filter(|mark| mark.stop == stop).for_each(|mark| mark.stop = here);
            }),
            BookmarkAction::MoveHere(_) => false,
            BookmarkAction::Remove(stop) => marks.change(|list| list.retain(|mark| mark.stop != stop)),
            BookmarkAction::Undo => {
                let old = marks.before.pop();
                marks.typing = None;
                let there_was = old.is_some();
                marks.list = old.unwrap_or_else(|| marks.list.clone());
                marks.save();
                there_was
            }
        };
        self.keep_bookmarks(changed)
    }

    fn bookmark_here(&mut self) -> Vec<Effect> {
        let Some(shown) = self.shown.clone() else { return Vec::new() };
        let stop = self.stop();
        let name = own_name(&shown.picture, &self.bookmarks.text);
        let is_there = self.bookmarks.at(stop).is_some();
        let changed = self.bookmarks.change(|list| {
            if is_there {
                list.retain(|mark| mark.stop != stop);
            } else {
                list.push(Bookmark { stop, name: name.clone(), note: String::new() });
            }
        });
        self.quest.remark = match (changed, is_there) {
            (true, true) => Remark::of(said::removed),
            (true, false) => Remark::of(move || said::set(&name)),
            _ => Remark::of(|| said::too_many(MOST_BOOKMARKS as u64)),
        };
        self.keep_bookmarks(changed)
    }

    /// Goes to the next bookmark, or to the one before.
    pub(super) fn to_bookmark(&mut self, on: bool) -> Vec<Effect> {
        let here = self.heading();
        let found = if on { self.bookmarks.after(here) } else { self.bookmarks.before(here) };
        let Some(mark) = found.cloned() else {
            self.quest.remark = Remark::of(if on { said::none_after } else { said::none_before });
            return Vec::new();
        };
        self.seek_stop(mark.stop)
    }

    fn seek_stop(&mut self, stop: u64) -> Vec<Effect> {
        self.playing = false;
        if stop > self.last_stop() {
            let last = self.last_stop();
            self.quest.remark = Remark::of(move || said::beyond_the_end(stop, last));
        }
        self.seek(Seek::Stop(stop.min(self.last_stop())))
    }

    pub(super) fn keep_bookmarks(&self, changed: bool) -> Vec<Effect> {
        if !changed {
            return Vec::new();
        }
        serde_json::to_string(&*self.bookmarks.kept).ok().map(Effect::SaveBookmarks).into_iter().collect()
    }
}

#[cfg(test)]
mod tests;
