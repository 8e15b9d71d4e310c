//! Why an object is alive, and what would die if a reference went: the graph of all counted references at one step.

use std::collections::VecDeque;

use heapglass_heap::{
    Address,
    interpreter_frame::{self, LOCALSPLUS},
    runtime, slot,
};
use heapglass_words::{alive as words, holders};

use super::{
    Session,
    places::{self, title},
    reference::{self, Found},
};
use crate::{
    machine::Machine,
    picture::{
        ObjectId,
        story::{Aliveness, Doomed, Link, Reference},
    },
    view::AUTOMATIC_NAMES,
};

/// Ways to an object that are told.
const MOST_PATHS: usize = 4;
/// No object: the holder of what a frame or the interpreter holds.
const NOBODY: u32 = u32::MAX;

/// A counted reference.
#[derive(Clone, Copy, Debug)]
struct Edge {
    from: u32,
    to: u32,
}

/// All objects and the references between them.
struct Graph<'a> {
    machine: &'a Machine,
    objects: Vec<Address>,
    /// Sorted by holder.
    edges: Vec<Edge>,
    /// Where each object's edges begin.
    starts: Vec<u32>,
    /// References of frames, names first, with words.
    named: Vec<(u32, String)>,
    /// References of the interpreter.
    kept: Vec<(u32, String)>,
    globals: u32,
}

impl<'a> Graph<'a> {
    fn new(machine: &'a Machine) -> Self {
        let heap = &machine.heap;
        let objects: Vec<Address> = heap.memory.births().map(|(object, _)| object).collect();
        let index = |object: Address| objects.binary_search(&object).ok().map(|at| at as u32);
        let (mut edges, mut starts) = (Vec::new(), Vec::with_capacity(objects.len() + 1));
        for (from, holder) in objects.iter().enumerate() {
            starts.push(edges.len() as u32);
            if heap.refcount(*holder) > 0 {
                slot::owned_references(heap, *holder, &mut |target, _| {
                    edges.extend(index(target).map(|to| Edge { from: from as u32, to }));
                });
            }
        }
        starts.push(edges.len() as u32);
        let globals = index(places::main_globals(machine)).unwrap_or(NOBODY);
        let named = Vec::new();
        let mut graph = Self { machine, objects, edges, starts, named, kept: Vec::new(), globals };
        graph.find_roots();
        graph
    }

    fn index(&self, object: Address) -> Option<u32> {
        self.objects.binary_search(&object).ok().map(|at| at as u32)
    }

    fn find_roots(&mut self) {
        let machine = self.machine;
        let heap = &machine.heap;
        if let Some(globals) = self.objects.get(self.globals as usize) {
            for (key, value) in heap.dict_items(*globals).filter(|(key, _)| heap.is_str(*key)) {
                let name = heap.str_text(key);
                if !AUTOMATIC_NAMES.contains(&name.as_str()) {
                    self.named.extend(self.index(value).map(|at| (at, holders::global_name(&name))));
                }
            }
        }
        let mut frame = machine.registers.frame;
        while !frame.is_null() {
            if machine.is_live_frame(frame) {
                self.find_frame_roots(frame);
            }
            frame = machine.frame_previous(frame);
        }
        for (start, words, name) in runtime::OWNED_REFERENCES {
            for word in 0..*words {
                let held = heap.memory.address(runtime::word(*start, word));
                self.kept.extend(self.index(held).map(|at| (at, places::keeper(*start, name).to_string())));
            }
        }
        for held in machine.exit_callback_references() {
            self.kept.extend(self.index(held).map(|at| (at, holders::exit_callback().to_string())));
        }
        // What is older than the program, the interpreter keeps.
        for (at, object) in self.objects.iter().enumerate() {
            if heap.memory.birth(*object) <= machine.registers.first_birth {
                self.kept.push((at as u32, holders::interpreter().to_string()));
            }
        }
    }

    fn find_frame_roots(&mut self, frame: Address) {
        let memory = &self.machine.heap.memory;
        for slot in 0..places::frame_slots(self.machine, frame) {
            let held = memory.address(frame.plus(LOCALSPLUS + 8 * slot));
            if let Some(at) = self.index(held) {
                self.named.push((at, places::slot_of_frame(self.machine, frame, slot).spot.words()));
            }
        }
        for offset in [interpreter_frame::FRAME_OBJECT, interpreter_frame::LOCALS, interpreter_frame::FUNCTION, interpreter_frame::CODE] {
            let held = memory.address(frame.plus(offset));
            let function = places::function_of(self.machine, frame);
            let words = if function.is_empty() { holders::running_module().to_string() } else { holders::running_call(&function) };
            // The module's frame holds its names as `LOCALS`; each of them is a root of its own.
            self.kept.extend(self.index(held).map(|at| (at, words)));
        }
    }

    fn edges_of(&self, from: u32) -> std::ops::Range<usize> {
        self.starts[from as usize] as usize..self.starts[from as usize + 1] as usize
    }

    /// The way lengths from the roots: without the edge `cut`, and without one reference from a root to `cut_root`.
    fn distances(&self, roots: &[&[(u32, String)]], passes_globals: bool, cut: Option<usize>, cut_root: Option<u32>) -> Vec<u32> {
        let mut distance = vec![u32::MAX; self.objects.len()];
        let mut queue = VecDeque::new();
        let mut spared = cut_root;
        for (at, _) in roots.iter().flat_map(|group| group.iter()) {
            if spared == Some(*at) {
                spared = None;
                continue;
            }
            if distance[*at as usize] == u32::MAX {
                distance[*at as usize] = 0;
                queue.push_back(*at);
            }
        }
        while let Some(at) = queue.pop_front() {
            if at == self.globals && !passes_globals {
                continue;
            }
            for number in self.edges_of(at) {
                let to = self.edges[number].to as usize;
                if Some(number) != cut && distance[to] == u32::MAX {
                    distance[to] = distance[at as usize] + 1;
                    queue.push_back(to as u32);
                }
            }
        }
        distance
    }

    /// The shortest ways to `target`, as numbers of edges from the root's object on, and the object each begins with.
    fn ways(&self, distance: &[u32], target: u32) -> Vec<(u32, Vec<usize>)> {
        let mut into: Vec<Vec<usize>> = vec![Vec::new(); self.objects.len()];
        for (number, edge) in self.edges.iter().enumerate() {
            if distance[edge.from as usize] != u32::MAX && distance[edge.to as usize] == distance[edge.from as usize] + 1 {
                into[edge.to as usize].push(number);
            }
        }
        let mut ways = Vec::new();
        let mut pending = vec![(target, Vec::new())];
        while let Some((at, way)) = pending.pop() {
            if ways.len() >= MOST_PATHS {
                break;
            }
            if distance[at as usize] == 0 {
                ways.push((at, way.into_iter().rev().collect()));
                continue;
            }
            let mut before = None;
            for number in into[at as usize].iter().rev() {
                // Two references from the same holder are one way.
                if before.replace(self.edges[*number].from) != Some(self.edges[*number].from) {
                    let mut longer = way.clone();
                    longer.push(*number);
                    pending.push((self.edges[*number].from, longer));
                }
            }
        }
        ways
    }

    fn id(&self, at: u32) -> ObjectId {
        self.machine.object_id(self.objects[at as usize])
    }

    fn link(&self, number: usize) -> Link {
        let edge = self.edges[number];
        let (holder, target) = (self.objects[edge.from as usize], self.objects[edge.to as usize]);
        let place = self.machine.heap.references(holder).into_iter().find(|found| found.target == target).map(|found| found.place);
        let words = place.map_or_else(|| title(self.machine, holder), |place| places::part(self.machine, holder, place));
        Link { words, holder: Some(self.id(edge.from)), target: self.id(edge.to) }
    }

    /// All references from roots to an object, in words.
    fn roots_to(&self, at: u32, named: bool) -> Vec<Link> {
        let group = if named { &self.named } else { &self.kept };
        group.iter().filter(|(root, _)| *root == at).map(|(root, words)| Link { words: words.clone(), holder: None, target: self.id(*root) }).collect()
    }
}

/// Why the object is alive.
fn why(machine: &Machine, object: ObjectId) -> Aliveness {
    let nothing = |sentence: String| Aliveness { object, sentence, ..Aliveness::default() };
    let Some(place) = machine.object_with_id(object) else { return nothing(words::does_not_live(&object.to_string())) };
    let name = title(machine, place);
    if machine.heap.is_immortal(place) {
        return nothing(words::immortal(&name));
    }
    let graph = Graph::new(machine);
    let Some(target) = graph.index(place) else { return nothing(String::new()) };
    let distance = graph.distances(&[&graph.named], false, None, None);
    let by_name = distance[target as usize] != u32::MAX;
    let all = if by_name { distance } else { graph.distances(&[&graph.named, &graph.kept], true, None, None) };
    if all[target as usize] == u32::MAX {
        let native = places::places(machine, place).iter().any(|held| held.kept == places::Kept::Native);
        return nothing(if native {
            words::native_code(&name)
        } else {
            words::only_a_cycle(&name)
        });
    }
    let mut paths = Vec::new();
    for (root, way) in graph.ways(&all, target) {
        for first in graph.roots_to(root, by_name).into_iter().take(MOST_PATHS - paths.len()) {
            let mut path = vec![first];
            path.extend(way.iter().map(|number| graph.link(*number)));
            paths.push(path);
        }
    }
    let sole = sole(&graph, &all, target);
    let sentence = match (paths.first().and_then(|path| path.first()), sole.last()) {
        (_, Some(last)) => words::because_of(&name, &last.words),
        (Some(first), None) => words::not_only(&name, &first.words),
        (None, None) => words::is_alive(&name),
    };
    Aliveness { object, paths, sole, sentence }
}

/// The references on every way to `target`: those of one shortest way without which it cannot be reached.
fn sole(graph: &Graph<'_>, all: &[u32], target: u32) -> Vec<Link> {
    let Some((root, way)) = graph.ways(all, target).into_iter().next() else { return Vec::new() };
    let groups: [&[(u32, String)]; 2] = [&graph.named, &graph.kept];
    let reached = |cut, cut_root| graph.distances(&groups, false, cut, cut_root)[target as usize] != u32::MAX;
    let mut found = Vec::new();
    if !reached(None, Some(root)) {
        found.extend(graph.roots_to(root, true).into_iter().chain(graph.roots_to(root, false)).take(1));
    }
    found.extend(way.iter().filter(|number| !reached(Some(**number), None)).map(|number| graph.link(*number)));
    found
}

/// What would die without the reference.
fn doomed(machine: &Machine, found: &Found) -> Doomed {
    let graph = Graph::new(machine);
    let heap = &machine.heap;
    let Some(target) = graph.index(found.target) else { return Doomed::default() };
    let mut counts: Vec<u32> = graph.objects.iter().map(|object| heap.refcount(*object)).collect();
    let mut dead = vec![false; counts.len()];
    let mut pending = vec![target];
    while let Some(at) = pending.pop() {
        let index = at as usize;
        if heap.is_immortal(graph.objects[index]) || dead[index] {
            continue;
        }
        counts[index] = counts[index].saturating_sub(1);
        if counts[index] == 0 {
            dead[index] = true;
            pending.extend(graph.edges_of(at).map(|number| graph.edges[number].to));
        }
    }
    let holder = graph.index(found.holder);
    let cut = holder.and_then(|from| graph.edges_of(from).find(|number| graph.edges[*number].to == target));
    // A global is a root by name and an edge of the module's dict at once.
    let is_global = holder == Some(graph.globals);
    let cut_root = (holder.is_none() || is_global).then_some(target);
    let groups: [&[(u32, String)]; 2] = [&graph.named, &graph.kept];
    let passes = is_global || holder.is_none();
    let before = graph.distances(&groups, false, None, None);
    let after = graph.distances(&groups, false, if passes { None } else { cut }, cut_root);
    let is_told = |at: usize| heap.memory.birth(graph.objects[at]) > machine.registers.first_birth;
    let lost = |at: &usize| !dead[*at] && before[*at] != u32::MAX && after[*at] == u32::MAX && is_told(*at) && !heap.is_immortal(graph.objects[*at]);
    let at_once: Vec<usize> = (0..dead.len()).filter(|at| dead[*at] && is_told(*at)).collect();
    let by_collector: Vec<usize> = (0..dead.len()).filter(lost).collect();
    let bytes = at_once.iter().chain(&by_collector).map(|at| heap.sizeof(graph.objects[*at])).sum();
    let sentence = doomed_sentence(machine, found, (at_once.len(), by_collector.len()), bytes);
    let ids = |all: Vec<usize>| all.into_iter().map(|at| graph.id(at as u32)).collect();
    Doomed { at_once: ids(at_once), by_collector: ids(by_collector), bytes, sentence }
}

fn doomed_sentence(machine: &Machine, found: &Found, counts: (usize, usize), bytes: u64) -> String {
    let (place, (once, later)) = (&found.place.words(), counts);
    match (once as u64, later as u64) {
        (0, 0) if machine.heap.is_immortal(found.target) => words::would_stay_immortal(place, &title(machine, found.target)),
        (0, 0) => {
            let others = machine.heap.refcount(found.target).saturating_sub(1);
            words::would_live_on(place, &title(machine, found.target), u64::from(others))
        }
        (once, 0) => words::would_die(place, once, bytes),
        (0, later) => words::would_be_lost(place, later, bytes),
        (once, later) => words::would_die_both(place, once, later, bytes),
    }
}

impl Session {
    /// Why `object` is alive at the step that is looked at.
    pub fn why_alive(&mut self, object: ObjectId) -> Aliveness {
        let at = self.at;
        self.visit(at, move |machine| why(machine, object)).unwrap_or_default()
    }

    /// What would die at the step that is looked at if `reference` went; or why it cannot go.
    pub fn would_die(&mut self, reference: &Reference) -> Result<Doomed, String> {
        let (at, reference) = (self.at, reference.clone());
        let answer = self.visit(at, move |machine| reference::find(machine, &reference).map(|found| doomed(machine, &found)));
        answer.unwrap_or_else(|| Err(words::nothing_recorded().to_string()))
    }
}

