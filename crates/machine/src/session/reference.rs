//! A reference that somebody points at, found in the machine: what it refers to, and how it can be dropped.

use heapglass_heap::{
    Address, Kind,
    interpreter_frame::{self, LOCALSPLUS},
    layout::callable::cell,
};

use super::places::title;
use crate::{
    machine::Machine,
    picture::{self, story::Reference},
};

/// A reference, found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The object that holds it; null if a frame does.
    pub(super) holder: Address,
    /// The object it refers to.
    pub(super) target: Address,
    /// The place in words.
    pub(super) words: String,
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
            let holder = machine.object_with_id(*object).ok_or_else(|| format!("The object {object} does not live at this step."))?;
            find_part(machine, holder, *index as usize)
        }
    }
}

fn find_name(machine: &Machine, id: u64, name: &str) -> Result<Found, String> {
    let frames = machine.program_frames();
    let shown = frames.iter().enumerate().find(|(depth, frame)| *depth as u64 ^ frame.frame.raw() << 8 == id);
    let Some((_, frame)) = shown else { return Err(format!("The call that had the name {name} has ended at this step.")) };
    let missing = || format!("There is no name {name} at this step.");
    let (_, target, scope) = frame.names.iter().find(|(found, ..)| found == name).ok_or_else(missing)?;
    let heap = &machine.heap;
    let words = format!("the name {name}");
    if matches!(*scope, "global" | "class") {
        let names = heap.memory.address(frame.frame.plus(interpreter_frame::LOCALS));
        let key = heap.dict_items(names).map(|(key, _)| key).find(|key| heap.is_str(*key) && heap.str_text(*key) == name).ok_or_else(missing)?;
        return Ok(Found { holder: names, target: *target, words, spot: Spot::Value(names, key) });
    }
    let facts = machine.code_facts(machine.frame_code(frame.frame)).ok_or_else(missing)?;
    let slot = facts.code.localsplus.iter().position(|variable| variable.name == name).ok_or_else(missing)? as u64;
    let word = frame.frame.plus(LOCALSPLUS + 8 * slot);
    let spot = if *scope == "local" { Spot::Word(word) } else { Spot::Fixed("The name lives in a cell that functions share. Drop what the cell holds instead.") };
    Ok(Found { holder: Address::NULL, target: *target, words, spot })
}

fn find_part(machine: &Machine, holder: Address, index: usize) -> Result<Found, String> {
    let (parts, _) = picture::held(machine, holder, picture::shown_with(index));
    let found = parts.into_iter().nth(index);
    let Some(picture::Held { label, target, weak, .. }) = found else { return Err(format!("{} has no such part at this step.", title(machine, holder))) };
    if target.is_null() {
        return Err(format!("There is nothing at {label} of {} at this step.", title(machine, holder)));
    }
    if weak {
        return Err("This reference is weak: it keeps nothing alive.".to_string());
    }
    let own = picture::own_attribute_count(machine, holder);
    let spot = if index < own { attribute_spot(machine, holder, &label, target) } else { builtin_spot(machine, holder, &label, index - own) };
    let words = match machine.heap.kind(holder) {
        _ if label.is_empty() => title(machine, holder),
        Kind::List | Kind::Tuple | Kind::Deque | Kind::Dict | Kind::DefaultDict | Kind::OrderedDict if index >= own => format!("[{label}] of {}", title(machine, holder)),
        _ => format!("{label} of {}", title(machine, holder)),
    };
    Ok(Found { holder, target, words, spot })
}

fn attribute_spot(machine: &Machine, holder: Address, label: &str, target: Address) -> Spot {
    let heap = &machine.heap;
    let edges = heap.references(holder);
    let key = edges.iter().filter(|edge| edge.target == target).find_map(|edge| match edge.place {
        heapglass_heap::object::references::Place::Attribute(name) | heapglass_heap::object::references::Place::Slot(name) => {
            name.non_null().filter(|name| heap.str_text(*name) == label)
        }
        _ => None,
    });
    key.map_or(Spot::Fixed("An instance keeps its __dict__ as long as it lives. Drop what is in it instead."), |key| Spot::Attribute(holder, key))
}

fn builtin_spot(machine: &Machine, holder: Address, label: &str, index: usize) -> Spot {
    let heap = &machine.heap;
    match heap.kind(holder) {
        // Of a long list the middle is left out: the label tells the index.
        Kind::List => Spot::Item(holder, label.parse().unwrap_or(index as u64)),
        Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => {
            heap.dict_items(holder).nth(index).map_or(Spot::Fixed("That row is gone."), |(key, _)| Spot::Value(holder, key))
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
                _ => Spot::Fixed("The name lives in a cell that functions share. Drop what the cell holds instead."),
            }
        }
        Kind::Tuple => Spot::Fixed("A tuple keeps its items for life: no program can take one out."),
        Kind::Set => Spot::Fixed("A set keeps its members in a hash table; nothing can stand in for one."),
        _ => Spot::Fixed("This object keeps that reference as long as it lives: no program can take it away."),
    }
}

/// Puts `None` where the reference was. To be called between two instructions.
pub(super) fn drop_reference(machine: &mut Machine, found: &Found) -> Result<(), String> {
    let none = machine.heap.none();
    if found.target == none {
        return Err(format!("{} is None already.", found.words));
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
        return Err(format!("{} cannot be changed.", found.words));
    }
    Ok(())
}

/// Whether the program can go on from here with something changed; the sentence says why not.
pub(super) fn is_between_instructions(machine: &Machine, step: u64) -> Result<(), String> {
    if machine.registers.ending.is_some() || machine.registers.frame.is_null() {
        return Err("The program has ended at this step: there is no future to change.".to_string());
    }
    if machine.registers.step == step {
        return Ok(());
    }
    Err("Native code is at work at this step (a collection, or a function that calls back). Go to a line before or after it.".to_string())
}

