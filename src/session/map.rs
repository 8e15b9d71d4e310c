//! The heap map: what of it is looked at and how, and the piece of memory whose bytes are shown.

use super::{Effect, State};
use crate::map::{Blocks, Colouring};
use crate::picture::{HeapMap, ObjectId};
use std::rc::Rc;

/// Something the user does to the heap map or to the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapAction {
    /// The next colouring.
    NextColouring,
    /// This colouring.
    Colour(Colouring),
    /// All blocks of all pools, or strips of pools and one pool opened.
    AllBlocks,
    /// As large as the window, or in its place.
    Large,
    /// What begins at this address was chosen.
    Mark(u64),
    /// Show the bytes of what was chosen last, or no longer.
    Bytes,
    /// Show the bytes at this address; the object there is selected.
    Follow(u64, Option<ObjectId>),
    /// Show the bytes that were shown before.
    Back,
    /// Show no bytes.
    Close,
}

/// What the page knows of the heap map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapState {
    /// All blocks, as they were told last.
    pub blocks: Rc<Blocks>,
    /// What the colours tell.
    pub colouring: Colouring,
    /// Whether all blocks of all pools are shown.
    pub all: bool,
    /// Whether it is as large as the window.
    pub large: bool,
    /// The address of what was chosen last, if that was no object.
    pub marked: Option<u64>,
    /// The address whose bytes are shown.
    pub bytes: Option<u64>,
    /// Those that were shown before, the latest last.
    pub trail: Vec<u64>,
}

/// Addresses that one can go back to.
const MOST_TRAIL: usize = 100;

impl State {
    pub(super) fn on_map(&mut self, action: MapAction) -> Vec<Effect> {
        let map = &mut self.map;
        match action {
            MapAction::NextColouring => {
                let next = map.colouring.next();
                return self.on_map(MapAction::Colour(next));
            }
            MapAction::Colour(colouring) => {
                map.colouring = colouring;
                return vec![Effect::SaveColouring(colouring)];
            }
            MapAction::AllBlocks => map.all = !map.all,
            MapAction::Large => map.large = !map.large,
            MapAction::Mark(address) => {
                map.marked = Some(address);
                if map.bytes.is_some() {
                    return self.show_bytes(address);
                }
            }
            MapAction::Bytes if map.bytes.is_some() => return self.on_map(MapAction::Close),
            MapAction::Bytes => {
                let Some(address) = self.address_of_choice() else { return Vec::new() };
                return self.show_bytes(address);
            }
            MapAction::Follow(address, object) => {
                if object.is_some() && object != self.selected {
                    self.selected = object;
                    self.pool = None;
                }
                let mut effects = self.show_bytes(address);
                effects.extend(self.ask_of_selected());
                return effects;
            }
            MapAction::Back => {
                let Some(address) = map.trail.pop() else { return Vec::new() };
                map.bytes = Some(address);
                return self.refresh();
            }
            MapAction::Close => {
                map.bytes = None;
                map.trail.clear();
            }
        }
        Vec::new()
    }

    fn show_bytes(&mut self, address: u64) -> Vec<Effect> {
        let map = &mut self.map;
        if map.bytes == Some(address) {
            return Vec::new();
        }
        map.trail.extend(map.bytes.replace(address));
        if map.trail.len() > MOST_TRAIL {
            map.trail.remove(0);
        }
        self.refresh()
    }

    /// Another object is selected: its bytes are shown if bytes are.
    pub(super) fn bytes_follow(&mut self) {
        self.map.marked = None;
        if self.map.bytes.is_some()
            && let Some(address) = self.address_of_choice()
            && self.map.bytes != Some(address)
        {
            self.map.trail.extend(self.map.bytes.replace(address));
        }
    }

    /// What was chosen on the map, else the selected object.
    fn address_of_choice(&self) -> Option<u64> {
        if self.map.marked.is_some() {
            return self.map.marked;
        }
        let selected = self.selected?;
        let shown = self.shown.as_ref()?;
        let inspected = || shown.inspection.as_ref().filter(|inspection| inspection.title.ends_with(&format!(" {selected}"))).map(|inspection| inspection.address);
        let drawn = shown.picture.objects.iter().find(|object| object.id == selected).map(|object| object.address);
        drawn.or_else(inspected).or_else(|| self.map.blocks.address_at(self.map.blocks.spot_of(selected)?))
    }

    /// Takes over what a picture tells of blocks. Whether something is missing.
    pub(super) fn blocks_came(&mut self, map: &mut HeapMap) -> bool {
        let Some(told) = map.blocks.take() else { return false };
        let (blocks, is_missing) = self.map.blocks.with(&map.arenas, &told);
        self.map.blocks = Rc::new(blocks);
        is_missing
    }

    /// The pool that is opened: the chosen one, that of the selected object, or that of the object made last.
    pub fn opened_pool(&self) -> Option<(u32, u32)> {
        let of_selected = || self.selected.and_then(|id| self.map.blocks.place_of(id)).map(|(arena, pool, _)| (arena, pool));
        self.pool.or_else(of_selected).or_else(|| {
            let objects = &self.shown.as_ref()?.picture.objects;
            let newest = objects.iter().filter(|object| object.block.is_some()).max_by_key(|object| object.id.0.cast_signed())?;
            newest.block.map(|place| (place.arena, place.pool))
        })
    }
}

#[cfg(test)]
mod tests;
