//! A reference that somebody points at, found in the machine: what it refers to, and how it can be dropped.

use heapglass_heap::{
    Address, Kind,
    interpreter_frame::{self, LOCALSPLUS},
    layout::{callable::cell, container::default_dict},
};
use heapglass_words::alternative as words;

use super::places::title;
use crate::{
    machine::Machine,
    picture::{self, Droppable, story::Reference},
};

/// A reference, found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The object that holds it; null if a frame does.
    pub(super) holder: Address,
    /// The object it refers to.
    pub(super) target: Address,
    /// The place.
    pub(super) place: Droppable,
    spot: Spot,
}

/// How the reference can be replaced.
#[derive(Clone, Copy, Debug)]
enum Spot {
    /// This word of memory holds it.
    Word(Address),
    /// The value under a key of a dict.
    Value(Address, Address),
    /// An attribute.
    Attribute(Address, Address),
    /// An item of a list.
    Item(Address, u64),
    /// It stays as long as its holder lives.
    Fixed(&'static str),
}

/// Finds what `reference` means now; the sentence says why not.
pub(super) fn find(machine: &Machine, reference: &Reference) -> Result<Found, String> {
    match reference {
        Reference::Name { frame, name } => find_name(machine, *frame, name),
        Reference::Part { object, index } => {
            let holder = machine.object_with_id(*object).ok_or_else(|| words::does_not_live(&object.to_string()))?;
            find_part(machine, holder, *index as usize)
        }
    }
}

fn find_name(machine: &Machine, id: u64, name: &str) -> Result<Found, String> {
    let frames = machine.program_frames();
    let shown = frames.iter().enumerate().find(|(depth, frame)| *depth as u64 ^ frame.frame.raw() << 8 == id);
    let Some((_, frame)) = shown else { return Err(words::call_has_ended(name)) };
    let missing = || words::no_such_name(name);
    let (_, target, scope) = frame.names.iter().find(|(found, ..)| found == name).ok_or_else(missing)?;
    let heap = &machine.heap;
    let place = Droppable::Name(name.to_owned());
    if matches!(*scope, "global" | "class") {
        let names = heap.memory.address(frame.frame.plus(interpreter_frame::LOCALS));
        let key = heap.dict_items(names).map(|(key, _)| key).find(|key| heap.is_str(*key) && heap.str_text(*key) == name).ok_or_else(missing)?;
        return Ok(Found { holder: names, target: *target, place, spot: Spot::Value(names, key) });
    }
    let facts = machine.code_facts(machine.frame_code(frame.frame)).ok_or_else(missing)?;
    let slot = facts.code.localsplus.iter().position(|variable| variable.name == name).ok_or_else(missing)? as u64;
    let word = frame.frame.plus(LOCALSPLUS + 8 * slot);
    let spot = if *scope == "local" { Spot::Word(word) } else { Spot::Fixed(words::in_a_cell()) };
    Ok(Found { holder: Address::NULL, target: *target, place, spot })
}

fn find_part(machine: &Machine, holder: Address, index: usize) -> Result<Found, String> {
    let (parts, _) = picture::held(machine, holder, picture::shown_with(index));
    let found = parts.into_iter().nth(index);
    let Some(picture::Held { label, target, weak, .. }) = found else { return Err(words::no_such_part(&title(machine, holder))) };
    if target.is_null() {
        return Err(words::empty_part(&label, &title(machine, holder)));
    }
    if weak {
        return Err(words::weak().to_string());
    }
    let own = picture::own_attribute_count(machine, holder);
    let spot = if index < own { attribute_spot(machine, holder, &label, target) } else { builtin_spot(machine, holder, &label, index - own) };
    let place = match machine.heap.kind(holder) {
        _ if label.is_empty() => Droppable::Only(title(machine, holder)),
        Kind::List | Kind::Tuple | Kind::Deque | Kind::Dict | Kind::DefaultDict | Kind::OrderedDict if index >= own => Droppable::Item(label, title(machine, holder)),
        _ => Droppable::Part(label, title(machine, holder)),
    };
    Ok(Found { holder, target, place, spot })
}

fn attribute_spot(machine: &Machine, holder: Address, label: &str, target: Address) -> Spot {
    let heap = &machine.heap;
    if heap.kind(holder) == Kind::DefaultDict && label == picture::FACTORY {
        return Spot::Word(holder.plus(default_dict::FACTORY));
    }
    let edges = heap.references(holder);
    let key = edges.iter().filter(|edge| edge.target == target).find_map(|edge| match edge.place {
        heapglass_heap::object::references::Place::Attribute(name) | heapglass_heap::object::references::Place::Slot(name) => {
            name.non_null().filter(|name| heap.str_text(*name) == label)
        }
        _ => None,
    });
    key.map_or_else(|| Spot::Fixed(words::instance_dict()), |key| Spot::Attribute(holder, key))
}

fn builtin_spot(machine: &Machine, holder: Address, label: &str, index: usize) -> Spot {
    let heap = &machine.heap;
    match heap.kind(holder) {
        // Of a long list the middle is left out: the label tells the index.
        Kind::List => Spot::Item(holder, label.parse().unwrap_or(index as u64)),
        Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => {
            heap.dict_items(holder).nth(index).map_or_else(|| Spot::Fixed(words::row_gone()), |(key, _)| Spot::Value(holder, key))
        }
        Kind::Cell => Spot::Word(holder.plus(cell::CONTENTS)),
        Kind::Generator => {
            let frame = heap.generator_frame(holder);
            let facts = machine.code_facts(machine.frame_code(frame));
            let slot = facts.and_then(|facts| facts.code.localsplus.iter().position(|variable| variable.name == label));
            match slot {
                Some(slot) if heap.kind(heap.memory.address(frame.plus(LOCALSPLUS + 8 * slot as u64))) != Kind::Cell => {
                    Spot::Word(frame.plus(LOCALSPLUS + 8 * slot as u64))
                }
                _ => Spot::Fixed(words::in_a_cell()),
            }
        }
        Kind::Tuple => Spot::Fixed(words::tuple_items()),
        Kind::Set => Spot::Fixed(words::set_members()),
        _ => Spot::Fixed(words::fixed()),
    }
}

/// Puts `None` where the reference was. To be called between two instructions.
pub(super) fn drop_reference(machine: &mut Machine, found: &Found) -> Result<(), String> {
    let none = machine.heap.none();
    if found.target == none {
        return Err(found.place.in_sentence(words::none_already));
    }
    machine.save_stack();
    let outcome = match found.spot {
        Spot::Word(word) => {
            let old = machine.heap.memory.address(word);
            machine.heap.memory.set_address(word, none);
            machine.xdecref(old);
            Ok(())
        }
        Spot::Item(list, index) => {
            let old = machine.heap.list_set(list, index, none);
            machine.decref(old);
            Ok(())
        }
        Spot::Value(dict, key) => machine.dict_set(dict, key, none),
        Spot::Attribute(object, name) => machine.generic_set_attribute(object, name, Some(none)),
        Spot::Fixed(sentence) => return Err(sentence.to_string()),
    };
    if outcome.is_err() {
        machine.clear_error();
        return Err(found.place.in_sentence(words::cannot_be_changed));
    }
    Ok(())
}

/// Whether the program can go on from here with something changed; the sentence says why not.
pub(super) fn is_between_instructions(machine: &Machine, step: u64) -> Result<(), String> {
    if machine.registers.ending.is_some() || machine.registers.frame.is_null() {
        return Err(words::program_ended().to_string());
    }
    if machine.registers.step == step {
        return Ok(());
    }
    Err(words::native_at_work().to_string())
}

