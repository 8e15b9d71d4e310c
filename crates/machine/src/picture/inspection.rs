//! The bytes of one object, field by field.

use heapglass_heap::{Address, layout::CType};

use heapglass_words::memory;
use serde::{Deserialize, Serialize};

use super::ObjectId;
use crate::machine::Machine;

/// The bytes of one object, field by field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// E.g. `list #18`.
    pub title: String,
    /// `id()` of it.
    pub address: u64,
    /// Where its block starts (before the collector's header).
    pub block_address: u64,
    /// Bytes of the block, or of the request if it is not pymalloc's.
    pub block_size: u64,
    /// Fields, ascending; those before the object have negative offsets.
    pub fields: Vec<Field>,
}

/// One field of a C struct.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Bytes from `id()`.
    pub offset: i64,
    /// Bytes it takes.
    pub size: u32,
    /// Its name in CPython's source.
    pub name: String,
    /// Its value in hexadecimal.
    pub hex: String,
    /// What the value means, in words.
    pub meaning: String,
    /// The object it points at.
    pub target: Option<ObjectId>,
}

/// Words of items, slots or digits shown after the fields.
const MOST_ITEMS: u64 = 16;

/// Reads the object with this birth number; `None` if it is not alive.
pub fn inspect(machine: &Machine, id: ObjectId) -> Option<Inspection> {
    let object = machine.object_with_id(id)?;
    let heap = &machine.heap;
    let before = heap.preheader(object);
    let start = object.minus(before);
    let block_size = if heap.in_arena(start) { heap.block_class(start).size() } else { heap.sizeof(object) };
    let mut fields = Vec::new();
    for word in (1..=before / 8).rev().map(|word| word * 8) {
        let name = match word {
            8 => "_gc_prev",
            16 => "_gc_next",
            24 => memory::field_values(),
            _ => "weaklist",
        };
        fields.push(field(machine, object, -(word as i64), name, CType::Pointer));
    }
    fields.push(field(machine, object, 0, "ob_refcnt", CType::U32));
    fields.push(field(machine, object, 8, "ob_type", CType::Ref));
    let mut known = heap.fields_of(object).to_vec();
    known.sort_by_key(|field| field.offset);
    fields.extend(known.iter().map(|row| field(machine, object, row.offset as i64, row.name, row.ctype)));
    let end = known.last().map_or(16, |row| row.offset + row.ctype.size());
    // `sys.getsizeof` counts what stands before the object, and buffers that lie elsewhere.
    let rest = heap.sizeof(object).min(block_size).saturating_sub(before).saturating_sub(end) / 8;
    for index in 0..rest.min(MOST_ITEMS) {
        let at = end.next_multiple_of(8) + 8 * index;
        if heap.memory.contains(object.plus(at), 8) {
            fields.push(field(machine, object, at as i64, &format!("+{index}"), CType::Pointer));
        }
    }
    Some(Inspection {
        title: format!("{} {id}", machine.short_type_name(object)),
        address: object.raw(),
        block_address: start.raw(),
        block_size,
        fields,
    })
}

fn field(machine: &Machine, object: Address, offset: i64, name: &str, c_type: CType) -> Field {
    let at = Address::new(object.raw().wrapping_add_signed(offset));
    let memory = &machine.heap.memory;
    let (raw, number) = match c_type.size() {
        1 => (u64::from(memory.u8(at)), i64::from(memory.u8(at) as i8)),
        2 => (u64::from(memory.u16(at)), i64::from(memory.u16(at))),
        4 => (u64::from(memory.u32(at)), i64::from(memory.i32(at))),
        _ => (memory.u64(at), memory.i64(at)),
    };
    let target = Address::new(raw);
    let is_object = c_type.size() == 8 && memory.contains(target, 16) && raw % 16 == 0 && memory.birth(target) != 0;
    let meaning = match c_type {
        CType::Double => machine.heap.memory.f64(at).to_string(),
        CType::U32 if name == "ob_refcnt" && raw == u64::from(u32::MAX) => memory::immortal().to_string(),
        CType::Word | CType::Signed | CType::U32 | CType::I32 | CType::U16 | CType::U8 | CType::I8 => number.to_string(),
        _ if raw == 0 => memory::null().to_string(),
        _ if is_object => describe(machine, target),
        _ => memory::pointer().to_string(),
    };
    Field {
        offset,
        size: c_type.size() as u32,
        name: name.to_string(),
        hex: format!("{raw:#x}"),
        meaning,
        target: is_object.then(|| machine.object_id(target)),
    }
}

pub(super) fn describe(machine: &Machine, object: Address) -> String {
    if machine.heap.is_type(object) {
        return format!("class {}", machine.class_name(object));
    }
    machine
        .atom_repr(object)
        .filter(|text| text.len() <= 40)
        .unwrap_or_else(|| format!("{} {}", machine.short_type_name(object), machine.object_id(object)))
}
