//! Taking a picture: the order of things, and what counts as the program's.

use std::{collections::{HashMap, VecDeque}, rc::Rc};

use heapglass_heap::{Address, Kind, pymalloc::map::ArenaView};
use heapglass_words::narration;

use super::negatives::{Beside, Found};
use super::{Collector, Frame, HeapMap, Name, Negatives, Object, ObjectId, Picture, Position, Value, Wanted, collector, heap_map, held, instruction, parts};
use crate::{machine::{Ending, Machine}, view::ProgramFrame};

/// Objects a picture draws at most.
pub const MOST_OBJECTS: usize = 10_000;

/// Photographs the machine as it stands. What changed since an earlier step is marked afterwards, see
/// [`super::difference`].
pub fn photograph(machine: &Machine, wanted: &Wanted) -> Picture {
    photograph_with(machine, wanted, &mut Negatives::default())
}

/// The same; objects that are as they were in pictures before are taken from their negatives.
pub fn photograph_with(machine: &Machine, wanted: &Wanted, negatives: &mut Negatives) -> Picture {
    let frames = machine.program_frames();
    let mut graph = Graph::new(machine, wanted);
    negatives.begin(machine, wanted, graph.arenas.iter().map(|arena| arena.base));
    let shown: Vec<Frame> = frames.iter().enumerate().map(|(depth, frame)| show_frame(&mut graph, frame, depth)).collect();
    graph.follow(negatives);
    graph.add_lost(negatives);
    let collection = machine.heap.collection();
    let scratch = collector::verdicts(machine, collection.as_ref());
    let mut objects: Vec<(ObjectId, Rc<Object>)> = graph.order.iter().map(|(object, found)| (machine.object_id(*object), graph.object(*object, *found, &scratch, negatives))).collect();
    objects.sort_unstable_by_key(|(id, _)| *id);
    negatives.end(objects.len());
    let (heap_map, collector) = beside(machine, wanted);
    Picture {
        position: position(machine, &frames),
        frames: shown,
        omitted: graph.omitted,
        heap_map,
        collector,
        output: String::from_utf8_lossy(&machine.output).into_owned(),
        errors: String::from_utf8_lossy(&machine.errors).into_owned(),
        sentence: Default::default(),
        drawing: machine.drawing(),
        objects: objects.into_iter().map(|(_, object)| object).collect(),
    }
}

/// The heap map and the collector, as far as they are wanted.
pub fn beside(machine: &Machine, wanted: &Wanted) -> (HeapMap, Collector) {
    let selected = wanted.selected.and_then(|id| machine.object_with_id(id));
    let of_collector = || collector::collector(machine, machine.heap.collection().as_ref(), wanted.counters_only);
    (heap_map::of_wanted(machine, wanted, selected), if wanted.collector { of_collector() } else { Collector::default() })
}

fn position(machine: &Machine, frames: &[ProgramFrame]) -> Position {
    let innermost = frames.last();
    let ending = machine.registers.ending.as_ref().map(|ending| match ending {
        Ending::Finished(0) => narration::ended().to_string(),
        Ending::Finished(status) => narration::ended_with_status(&status.to_string()),
        Ending::Waiting => narration::waits().to_string(),
        Ending::Limit(_) | Ending::Unsupported(..) => ending.complaint().unwrap_or_default(),
    });
    Position {
        step: machine.registers.step,
        stop: 0,
        line: innermost.filter(|_| ending.is_none()).map(|frame| frame.line),
        previous_line: None,
        function: innermost.map(|frame| frame.function.clone()).unwrap_or_default(),
        instruction: if ending.is_none() { instruction::instruction(machine) } else { None },
        ending,
    }
}

fn show_frame(graph: &mut Graph<'_>, frame: &ProgramFrame, depth: usize) -> Frame {
    let names = frame.names.iter().map(|(name, object, scope)| Name {
        name: name.clone(),
        scope: (*scope).to_string(),
        value: graph.value(*object),
        changed: false,
    });
    Frame {
        function: frame.function.clone(),
        line: frame.line,
        id: frame_id(depth, frame.frame),
        names: names.collect(),
        stack: frame.stack.iter().flatten().map(|object| graph.value(*object)).collect(),
    }
}

/// What tells a frame from the others that are active with it: how many program frames are further out, and where it lies.
pub(crate) fn frame_id(depth: usize, frame: Address) -> u64 {
    depth as u64 ^ frame.raw() << 8
}

/// The objects of a picture, found from the names on.
pub(super) struct Graph<'a> {
    pub(super) machine: &'a Machine,
    reached: AddressSet,
    order: Vec<(Address, Option<Found>)>,
    waiting: VecDeque<Address>,
    lost: AddressSet,
    omitted: u32,
    short: HashMap<Address, Option<String>>,
    /// Numbers and text are drawn as objects.
    as_objects: bool,
    /// Objects whose box was asked to show more than usual.
    opened: HashMap<ObjectId, usize>,
    /// Where pymalloc keeps its blocks.
    pub(super) arenas: Vec<ArenaView>,
    /// The generations of the objects that are not in the oldest.
    young: [AddressSet; 2],
}

impl<'a> Graph<'a> {
    fn new(machine: &'a Machine, wanted: &Wanted) -> Self {
        let members = |generation| machine.heap.gc_objects(generation).into_iter().collect();
        Self {
            machine,
            reached: AddressSet::default(),
            order: Vec::new(),
            waiting: VecDeque::new(),
            lost: AddressSet::default(),
            omitted: 0,
            short: HashMap::new(),
            as_objects: wanted.as_objects,
            arenas: machine.heap.arenas(),
            opened: wanted.opened.iter().map(|(id, most)| (*id, *most as usize)).collect(),
            young: [members(0), members(1)],
        }
    }

    /// What a name or cell shows for a reference: a small value in place, or an arrow to an object that joins the picture.
    pub(super) fn value(&mut self, object: Address) -> Value {
        if object.is_null() {
            return Value::Empty;
        }
        let machine = self.machine;
        let id = machine.object_id(object);
        let as_objects = self.as_objects;
        let in_place = self.short.entry(object).or_insert_with(|| parts::in_place(machine, object, as_objects)).clone();
        if let Some(text) = in_place {
            return Value::InPlace { text, type_name: machine.short_type_name(object), id };
        }
        if self.reached.insert(object) {
            self.waiting.push_back(object);
        }
        Value::Arrow(id)
    }

    /// As [`Graph::value`] for an object whose parts have been followed already.
    pub(super) fn known(&self, object: Address) -> Value {
        if object.is_null() {
            return Value::Empty;
        }
        let id = self.machine.object_id(object);
        match self.short.get(&object).cloned().unwrap_or_else(|| parts::in_place(self.machine, object, self.as_objects)) {
            Some(text) => Value::InPlace { text, type_name: self.machine.short_type_name(object), id },
            None => Value::Arrow(id),
        }
    }

    fn follow(&mut self, negatives: &mut Negatives) {
        while let Some(object) = self.waiting.pop_front() {
            if self.order.len() >= MOST_OBJECTS {
                self.omitted += 1;
                continue;
            }
            let found = negatives.find(self.machine, object, self.most_parts(object));
            self.order.push((object, found));
            if let Some(found) = found {
                for target in negatives.targets(found) {
                    if self.reached.insert(target) {
                        self.waiting.push_back(target);
                    }
                }
                continue;
            }
            for held in held::held(self.machine, object, self.most_parts(object)).0 {
                self.value(held.key);
                self.value(held.target);
            }
        }
    }

    /// Joins what the program made and can no longer reach, yet still lives: garbage that waits for the collector.
    fn add_lost(&mut self, negatives: &mut Negatives) {
        let machine = self.machine;
        let first = machine.registers.first_birth;
        let candidates = machine.heap.memory.births().filter(|(object, birth)| {
            let shown = || {
                matches!(
                    machine.heap.kind(*object),
                    Kind::List | Kind::Dict | Kind::Set | Kind::Tuple | Kind::Object | Kind::Generator | Kind::Function | Kind::Cell | Kind::Exception
                )
            };
            *birth > first && !self.reached.contains(*object) && machine.heap.is_gc_object(*object) && machine.heap.is_tracked(*object) && shown()
        });
        let candidates: Vec<Address> = candidates.map(|(object, _)| object).collect();
        if candidates.is_empty() {
            return;
        }
        let alive = machine.reachable_objects();
        for object in candidates {
            if !alive.contains(object) {
                self.reached.insert(object);
                self.lost.insert(object);
                self.waiting.push_back(object);
            }
        }
        self.follow(negatives);
    }

    /// An object of the picture: its negative if that is good still.
    fn object(&self, object: Address, found: Option<Found>, verdicts: &parts::Verdicts, negatives: &mut Negatives) -> Rc<Object> {
        let Some(found) = found else {
            let (photographed, targets) = parts::object(self, object, verdicts);
            let photographed = Rc::new(photographed);
            negatives.keep(self.machine, object, self.most_parts(object), &photographed, &targets);
            return photographed;
        };
        let (scratch, verdict) = verdicts.get(&object).cloned().unwrap_or_default();
        let beside = Beside {
            scratch,
            verdict,
            generation: self.generation(object),
            reachable: self.is_reachable(object),
            block: negatives.block(found),
        };
        negatives.object(found, beside)
    }

    /// How many cells or rows of the object are shown.
    pub(super) fn most_parts(&self, object: Address) -> usize {
        if self.opened.is_empty() {
            return held::MOST_PARTS;
        }
        self.opened.get(&self.machine.object_id(object)).copied().unwrap_or(held::MOST_PARTS)
    }

    /// The generation the collector keeps the object in. Objects are in the oldest unless a younger list has them.
    pub(super) fn generation(&self, object: Address) -> Option<u8> {
        let heap = &self.machine.heap;
        let is_tracked = heap.is_gc_object(object) && heap.is_tracked(object);
        is_tracked.then(|| (0..2).find(|generation| self.young[usize::from(*generation)].contains(object)).unwrap_or(2))
    }

    /// Whether the program can still reach the object.
    pub(super) fn is_reachable(&self, object: Address) -> bool {
        !self.lost.contains(object)
    }
}

/// Addresses of objects: a bit for every sixteen bytes, from the lowest on.
#[derive(Clone, Debug, Default)]
pub struct AddressSet {
    start: u64,
    bits: Vec<u64>,
}

impl AddressSet {
    /// Bytes of memory that a word of bits stands for.
    const SPAN: u64 = 64 * 16;

    /// Adds an address; whether it is new.
    pub fn insert(&mut self, address: Address) -> bool {
        let word = address.raw() / Self::SPAN;
        if self.bits.is_empty() {
            self.start = word;
        }
        if word < self.start {
            let more = (self.start - word) as usize;
            self.bits.splice(0..0, std::iter::repeat_n(0, more));
            self.start = word;
        }
        let index = (word - self.start) as usize;
        if index >= self.bits.len() {
            self.bits.resize(index + 1, 0);
        }
        let bit = 1 << (address.raw() / 16 % 64);
        let is_new = self.bits[index] & bit == 0;
        self.bits[index] |= bit;
        is_new
    }

    /// Whether the address is in it.
    pub fn contains(&self, address: Address) -> bool {
        let index = (address.raw() / Self::SPAN).checked_sub(self.start);
        let word = index.and_then(|index| self.bits.get(index as usize));
        word.is_some_and(|word| word >> (address.raw() / 16 % 64) & 1 == 1)
    }
}

impl FromIterator<Address> for AddressSet {
    fn from_iter<I: IntoIterator<Item = Address>>(addresses: I) -> Self {
        let mut set = Self::default();
        for address in addresses {
            set.insert(address);
        }
        set
    }
}

impl Machine {
    /// How the screen tells `object` from all others: births are counted from the program's first line on.
    pub fn object_id(&self, object: Address) -> ObjectId {
        ObjectId(self.heap.memory.birth(object).wrapping_sub(self.registers.first_birth))
    }

    /// The living object that the screen knows by this number.
    pub fn object_with_id(&self, id: ObjectId) -> Option<Address> {
        let birth = id.0.wrapping_add(self.registers.first_birth);
        self.heap.memory.births().find(|(_, found)| *found == birth).map(|(object, _)| object)
    }

    /// Everything that can be reached from the interpreter's roots: frames, the runtime's own references, static types.
    pub fn reachable_objects(&self) -> AddressSet {
        let mut reached = AddressSet::default();
        let mut pending: Vec<Address> = self.audit_roots().into_iter().map(|(object, _)| object).collect();
        for (start, words, _) in heapglass_heap::runtime::OWNED_REFERENCES {
            pending.extend((0..*words).filter_map(|word| self.heap.memory.address(start.plus(8 * word)).non_null()));
        }
        let first = self.registers.first_birth;
        // Whatever is older than the program is taken as reached: the interpreter keeps it.
        pending.extend(self.heap.memory.births().filter(|(_, birth)| *birth <= first).map(|(object, _)| object));
        while let Some(object) = pending.pop() {
            if reached.insert(object) {
                pending.extend(self.heap.references(object).into_iter().map(|edge| edge.target));
            }
        }
        reached
    }
}
