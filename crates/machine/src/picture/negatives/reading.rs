//! What the box of an object is made from: words of memory, and where they lie.

use heapglass_heap::{
    Address, Kind,
    memory::changes::{Changes, LINE},
    object::{dict::instance::Attributes, set, str::STATE},
    static_type::{StaticType, field},
};

use crate::machine::Machine;

/// Words of memory, and the lines that they lie in.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) words: Vec<u64>,
    pub(super) lines: Vec<u32>,
}

impl Reading {
    /// Reads what the box of an object is made from, but for what is known of it elsewhere: its generation, whether it can be
    /// reached, the collector's scratch count and verdict, its block. `None` if that is more than a few words tell.
    pub(super) fn read(&mut self, machine: &Machine, object: Address, most: usize) -> Option<()> {
        self.words.clear();
        self.lines.clear();
        let heap = &machine.heap;
        let class = heap.type_of(object);
        let before = heap.preheader(object);
        self.touch(object.minus(before), before + HEAD);
        self.words.extend([heap.memory.birth(object).into(), class.raw(), heap.refcount(object).into(), u64::from(heap.is_immortal(object))]);
        self.words.extend([heap.sizeof(object), u64::from(heap.is_tracked(object))]);
        let mut shelf = Ends { reading: self, machine, most };
        match heap.kind(object) {
            Kind::Object if heap.static_base(class) == StaticType::Object => shelf.instance(object),
            // Attributes beside what the builtin type holds.
            _ if heap.is_heap_type(class) => None,
            Kind::List => {
                // Where the items lie is read too: they may move while nothing else changes, and with them the lines.
                shelf.reading.words.extend([heap.list_allocated(object), heap.list_item_place(object, 0).raw()]);
                shelf.sequence(heap.list_len(object), |index| (heap.list_item(object, index), heap.list_item_place(object, index)))
            }
            Kind::Tuple => shelf.sequence(heap.tuple_len(object), |index| (heap.tuple_item(object, index), heap.tuple_item_place(object, index))),
            Kind::Dict => shelf.rows(object),
            Kind::Set => shelf.keys(object),
            // Drawn as the objects they are.
            Kind::Int | Kind::Float | Kind::Complex | Kind::Bytes => shelf.end(object),
            Kind::Str => {
                shelf.reading.words.push(heap.memory.u32(object.plus(STATE)).into());
                shelf.end(object)
            }
            _ => None,
        }
    }

    /// Notes that what was read lies in these bytes.
    fn touch(&mut self, start: Address, bytes: u64) {
        let (first, last) = (Changes::line(start), Changes::line(start.plus(bytes.max(1) - 1)));
        for line in first..=last {
            if !self.lines.iter().rev().take(4).any(|known| *known == line) {
                self.lines.push(line);
            }
        }
    }
}

/// Bytes of an object's own struct that are read: of lists, tuples and dicts the fields, of values the first digits.
const HEAD: u64 = 48;

/// Reads what a box shows of what its object holds.
struct Ends<'a> {
    reading: &'a mut Reading,
    machine: &'a Machine,
    most: usize,
}

impl Ends<'_> {
    /// Of a long sequence the box shows the beginning and the last.
    fn sequence(&mut self, length: u64, item: impl Fn(u64) -> (Address, Address)) -> Option<()> {
        self.reading.words.push(length);
        let first = length.min(self.most as u64);
        let mut end = |index: u64| {
            let (target, place) = item(index);
            self.reading.touch(place, 8);
            self.end(target)
        };
        (0..first).try_for_each(&mut end)?;
        if length > first { end(length - 1) } else { Some(()) }
    }

    fn rows(&mut self, dict: Address) -> Option<()> {
        let heap = &self.machine.heap;
        let (keys, values) = (heap.dict_keys(dict), heap.dict_values(dict));
        self.reading.words.extend([heap.dict_len(dict), keys.raw(), values.raw()]);
        // A small table is looked at whole, so that nobody has to know in which order it is walked.
        let bytes = heap.keys_size(keys);
        if bytes > LARGEST_TABLE {
            self.reading.lines.push(u32::MAX);
        } else {
            self.reading.touch(keys, bytes);
            if !values.is_null() {
                // The order of insertion lies before the values.
                self.reading.touch(values.minus(LINE), 8 * heap.keys_slots(keys) + LINE);
            }
        }
        for (key, value) in heap.dict_items(dict).take(self.most) {
            // A key that is no plain value is called by its class, which may be given another name.
            if heap.is_heap_type(heap.type_of(key)) {
                return None;
            }
            self.end(key)?;
            self.end(value)?;
        }
        Some(())
    }

    /// Slots and attributes, under the names that the classes have for them.
    fn instance(&mut self, object: Address) -> Option<()> {
        let heap = &self.machine.heap;
        let mut room = self.most;
        let mut class = heap.type_of(object);
        self.named(class)?;
        while heap.is_heap_type(class) {
            self.reading.touch(class.plus(field::BASE), 8);
            for (name, offset) in heap.type_slots(class) {
                let place = object.plus(offset);
                self.reading.touch(place, 8);
                self.attribute(name, heap.memory.address(place), &mut room)?;
            }
            class = heap.memory.address(class.plus(field::BASE));
            self.reading.words.extend([class.raw(), heap.memory.birth(class).into()]);
        }
        if !heap.has_managed_dict(object) {
            return Some(());
        }
        match heap.attributes(object) {
            Attributes::None => Some(()),
            Attributes::Dict(dict) => self.end(dict),
            Attributes::Values(values) => {
                let class = heap.type_of(object);
                let keys = heap.cached_keys(class);
                self.reading.touch(class.plus(field::HEAP_CACHED_KEYS), 8);
                self.reading.words.extend([values.raw(), keys.raw(), heap.values_count(values)]);
                // Whatever names are shared lie in one small table.
                self.reading.touch(keys, heap.keys_size(keys));
                self.reading.touch(values.minus(LINE), 8 * heap.keys_slots(keys) + LINE);
                heap.instance_items(object, values).into_iter().try_for_each(|(name, value)| self.attribute(name, value, &mut room))
            }
        }
    }

    /// An attribute under its name; only counted where there is no room for it.
    fn attribute(&mut self, name: Address, value: Address, room: &mut usize) -> Option<()> {
        self.reading.words.push(u64::from(*room > 0));
        if *room == 0 {
            return Some(());
        }
        *room -= 1;
        self.end(name)?;
        self.end(value)
    }

    /// The name that a class of the program has now.
    fn named(&mut self, class: Address) -> Option<()> {
        let heap = &self.machine.heap;
        self.reading.words.push(heap.memory.birth(class).into());
        if !heap.is_heap_type(class) {
            return Some(());
        }
        self.reading.touch(class.plus(field::HEAP_NAME), 8);
        self.end(heap.memory.address(class.plus(field::HEAP_NAME)))
    }

    /// The keys of a set, in the order of its table. A large table is looked at whenever anything has changed.
    fn keys(&mut self, object: Address) -> Option<()> {
        let heap = &self.machine.heap;
        let (table, entries) = (heap.memory.address(object.plus(set::TABLE)), heap.set_entries(object));
        self.reading.touch(object.plus(set::USED), set::TABLE + 8 - set::USED);
        self.reading.words.extend([heap.set_len(object), table.raw(), entries]);
        if entries * set::ENTRY > LARGEST_TABLE {
            self.reading.lines.push(u32::MAX);
        } else {
            self.reading.touch(table, entries * set::ENTRY);
        }
        (0..entries).filter_map(|index| heap.set_entry(object, index)).take(self.most).try_for_each(|entry| self.end(entry.key))
    }

    /// What is shown in the place of a reference: an arrow to the object, or its value. Values never change; but some begin
    /// anew at the same place without another birth, so their content is read too.
    fn end(&mut self, target: Address) -> Option<()> {
        let heap = &self.machine.heap;
        self.reading.words.push(target.raw());
        if target.is_null() {
            return Some(());
        }
        self.reading.touch(target, HEAD);
        let class = heap.type_of(target);
        self.reading.words.extend([heap.memory.birth(target).into(), class.raw()]);
        if heap.is_heap_type(class) {
            return Some(());
        }
        let word = |at: u64| heap.memory.u64(target.plus(at));
        match heap.kind(target) {
            Kind::Int => {
                self.reading.words.push(word(16));
                let digits = heap.int_digit_count(target);
                self.reading.touch(target, 24 + 4 * digits);
                self.reading.words.extend((0..digits).map(|digit| u64::from(heap.memory.u32(target.plus(24 + 4 * digit)))));
            }
            Kind::Float => self.reading.words.push(word(16)),
            Kind::Complex => self.reading.words.extend([word(16), word(24)]),
            // It may grow at its place as long as nobody else refers to it.
            Kind::Str | Kind::Bytes | Kind::Tuple => self.reading.words.push(word(16)),
            // It is called by its name, which may change.
            Kind::Module => return None,
            _ => {}
        }
        Some(())
    }
}

/// Bytes of a dict's table up to which changes in it are noted line by line.
const LARGEST_TABLE: u64 = 4_096;
