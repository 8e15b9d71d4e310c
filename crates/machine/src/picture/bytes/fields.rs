//! The fields of a piece of memory, by what it is.

use heapglass_heap::{
    Address, Kind,
    layout::CType,
    object::dict::keys,
    pymalloc::pool::field as header,
    static_type,
};
use heapglass_words::memory;

use super::{ByteField, Piece, What, explain::explain};
use crate::{machine::Machine, picture::inspection};

/// The type of eight bytes of which no more is known.
const WORD: &str = "word";

/// A field before it is read.
struct Row {
    at: u64,
    size: u64,
    name: String,
    c_type: &'static str,
    as_double: bool,
    /// Which sentence explains it, if not its name.
    about: &'static str,
}

fn row(at: u64, size: u64, name: impl Into<String>, c_type: &'static str) -> Row {
    Row { at, size, name: name.into(), c_type, as_double: false, about: "" }
}

/// The fields that begin in the window.
pub(super) fn fields(machine: &Machine, piece: &Piece, from: u64, end: u64) -> Vec<ByteField> {
    let mut rows = match &piece.what {
        What::PoolHeader => pool_header(piece.start.raw()),
        What::Object(object) => object_rows(machine, piece, *object),
        What::Buffer(owner) => buffer_rows(machine, piece, *owner),
        What::FreeBlock => vec![row(piece.start.raw(), 8, "next free block", "pymem_block *")],
        What::Unused => Vec::new(),
        What::Words => words(piece.start.raw(), piece.start.raw() + piece.size, from),
    };
    rows.sort_by_key(|row| row.at);
    let shown = rows.into_iter().filter(|row| row.at >= from && row.at + row.size <= end);
    shown.map(|row| read(machine, &row, from)).collect()
}

fn pool_header(start: u64) -> Vec<Row> {
    let fields = [
        (header::COUNT, 4, "ref.count", "uint"),
        (header::FREEBLOCK, 8, "freeblock", "pymem_block *"),
        (header::NEXT, 8, "nextpool", "struct pool_header *"),
        (header::PREVIOUS, 8, "prevpool", "struct pool_header *"),
        (header::ARENA_INDEX, 4, "arenaindex", "uint"),
        (header::CLASS, 4, "szidx", "uint"),
        (header::NEXT_OFFSET, 4, "nextoffset", "uint"),
        (header::MAX_NEXT_OFFSET, 4, "maxnextoffset", "uint"),
    ];
    fields.into_iter().map(|(offset, size, name, c_type)| row(start + offset, size, name, c_type)).collect()
}

fn words(first: u64, end: u64, from: u64) -> Vec<Row> {
    let first = first.max(from).next_multiple_of(8);
    (0..end.saturating_sub(first) / 8).map(|word| row(first + 8 * word, 8, format!("+{}", first - from + 8 * word), WORD)).collect()
}

fn c_type(c_type: CType) -> &'static str {
    match c_type {
        CType::Ref | CType::Borrowed | CType::WeakList => "PyObject *",
        CType::Buffer | CType::Pointer => "void *",
        CType::Word => "size_t",
        CType::Signed => "Py_ssize_t",
        CType::U32 => "uint32_t",
        CType::I32 => "int",
        CType::U16 => "uint16_t",
        CType::U8 => "uint8_t",
        CType::I8 => "int8_t",
        CType::Double => "double",
    }
}

fn object_rows(machine: &Machine, piece: &Piece, object: Address) -> Vec<Row> {
    let heap = &machine.heap;
    let at = object.raw();
    let mut rows = Vec::new();
    for back in (1..=heap.preheader(object) / 8).map(|word| word * 8) {
        let (name, c_type) = match back {
            8 => ("_gc_prev", "uintptr_t"),
            16 => ("_gc_next", "uintptr_t"),
            24 => ("managed dict or values", "PyObject *"),
            _ => ("managed weakrefs", "PyObject *"),
        };
        if let Some(place) = at.checked_sub(back).filter(|place| *place >= piece.start.raw()) {
            rows.push(row(place, 8, name, c_type));
        }
    }
    rows.push(row(at, 8, "ob_refcnt", "Py_ssize_t"));
    rows.push(row(at + 8, 8, "ob_type", "PyTypeObject *"));
    let kind = heap.kind(object);
    let named = heap.fields_of(object);
    for field in named {
        let name = c_name(kind, field.name, field.offset);
        rows.push(Row { as_double: field.ctype == CType::Double, about: field.name, ..row(at + field.offset, field.ctype.size(), name, c_type(field.ctype)) });
    }
    let fixed = named.iter().map(|field| field.offset + field.ctype.size()).max().unwrap_or(16).max(16);
    rows.extend(items(machine, piece, object, fixed));
    rows
}

/// The name as C has it: the table leaves the prefix out.
fn c_name(kind: Kind, name: &str, offset: u64) -> String {
    match (kind, name) {
        (Kind::List | Kind::Tuple | Kind::Bytes, "size") if offset == 16 => "ob_size".into(),
        (Kind::List, "item") => "ob_item".into(),
        (Kind::Dict | Kind::DefaultDict | Kind::OrderedDict, "used" | "version_tag" | "keys" | "values") => format!("ma_{name}"),
        (Kind::Int, "tag") => "lv_tag".into(),
        (Kind::Float, _) => format!("ob_{name}"),
        (Kind::Bytes, "shash") => "ob_shash".into(),
        _ => name.into(),
    }
}

/// What follows the fixed part: items, digits, characters, slots; else words without a name.
fn items(machine: &Machine, piece: &Piece, object: Address, fixed: u64) -> Vec<Row> {
    let heap = &machine.heap;
    let at = object.raw();
    let end = (piece.start.raw() + piece.size).min(at + heap.sizeof_method(object));
    let room = |first: u64, size: u64| end.saturating_sub(first) / size;
    let numbered = |first: u64, size: u64, count: u64, name: &'static str, c_type: &'static str| {
        (0..count.min(room(first, size))).map(move |index| Row { about: name, ..row(first + size * index, size, format!("{name}[{index}]"), c_type) }).collect::<Vec<_>>()
    };
    match heap.kind(object) {
        Kind::Tuple => numbered(at + 24, 8, u64::MAX, "ob_item", "PyObject *"),
        Kind::Int => numbered(at + 24, 4, u64::MAX, "ob_digit", "digit"),
        Kind::Bytes => vec![Row { about: "ob_sval", ..row(at + 32, room(at + 32, 1).max(1), "ob_sval", "char[]") }],
        Kind::Str => {
            let data = heap.str_data(object).raw();
            let length = (heap.str_len(object) + 1) * heap.str_width(object);
            vec![Row { about: "characters", ..row(data, length.min(room(data, 1)).max(1), "characters", "data[]") }]
        }
        Kind::Set => numbered(at + 64, 16, 8, "smalltable", "setentry"),
        _ => {
            let mut rows = Vec::new();
            let mut class = heap.type_of(object);
            while heap.is_heap_type(class) {
                for (name, offset) in heap.type_slots(class) {
                    let name = if name.is_null() { "slot".to_string() } else { heap.str_text(name) };
                    rows.push(Row { about: "slot", ..row(at + offset, 8, name, "PyObject *") });
                }
                class = heap.memory.address(class.plus(static_type::field::BASE));
            }
            if rows.is_empty() {
                rows = words(at + fixed, end, at);
            }
            rows
        }
    }
}

fn buffer_rows(machine: &Machine, piece: &Piece, owner: Option<(Address, &'static str)>) -> Vec<Row> {
    let (start, end) = (piece.start.raw(), piece.start.raw() + piece.size);
    let kind = owner.map(|(object, _)| machine.heap.kind(object));
    let many = |first: u64, name: &'static str, c_type: &'static str| {
        (0..end.saturating_sub(first) / 8).map(move |index| Row { about: name, ..row(first + 8 * index, 8, format!("{name}[{index}]"), c_type) }).collect::<Vec<_>>()
    };
    match (kind, owner.map_or("", |(_, name)| name)) {
        (Some(Kind::List), _) => {
            let allocated = owner.map_or(0, |(object, _)| machine.heap.memory.u64(object.plus(32)));
            let mut rows = many(start, "ob_item", "PyObject *");
            rows.truncate(usize::try_from(allocated).unwrap_or(usize::MAX));
            rows
        }
        (Some(Kind::Dict | Kind::DefaultDict | Kind::OrderedDict), "keys") => dict_keys(machine, piece),
        (_, "values") => match owner {
            Some((object, _)) => {
                let values = machine.heap.memory.u64(object.minus(24)) & !1;
                let first = if (start..end).contains(&values) { values } else { start };
                many(first, "values", "PyObject *")
            }
            None => words(start, end, start),
        },
        _ => words(start, end, start),
    }
}

fn dict_keys(machine: &Machine, piece: &Piece) -> Vec<Row> {
    let (start, end) = (piece.start.raw(), piece.start.raw() + piece.size);
    let memory = &machine.heap.memory;
    let index_bytes = 1u64 << memory.u8(Address::new(start + keys::LOG2_INDEX_BYTES)).min(40);
    let mut rows = vec![
        row(start + keys::REFERENCES, 8, "dk_refcnt", "Py_ssize_t"),
        row(start + keys::LOG2_SIZE, 1, "dk_log2_size", "uint8_t"),
        row(start + keys::LOG2_INDEX_BYTES, 1, "dk_log2_index_bytes", "uint8_t"),
        row(start + keys::KIND, 1, "dk_kind", "uint8_t"),
        row(start + keys::KEYS_VERSION, 4, "dk_version", "uint32_t"),
        row(start + keys::USABLE, 8, "dk_usable", "Py_ssize_t"),
        row(start + keys::ENTRIES, 8, "dk_nentries", "Py_ssize_t"),
        row(start + keys::INDEX, index_bytes, "dk_indices", "char[]"),
    ];
    let entries = start + keys::INDEX + index_bytes;
    let parts: &[&'static str] = match memory.u8(Address::new(start + keys::KIND)) {
        0 => &["me_hash", "me_key", "me_value"],
        1 => &["me_key", "me_value"],
        _ => &["me_key", "me_value"],
    };
    let count = memory.u64(Address::new(start + keys::ENTRIES)).min(end.saturating_sub(entries) / (8 * parts.len() as u64));
    for index in 0..count {
        for (part, name) in (0..).zip(parts) {
            let at = entries + 8 * (index * parts.len() as u64 + part);
            let c_type = if *name == "me_hash" { "Py_hash_t" } else { "PyObject *" };
            rows.push(Row { about: name, ..row(at, 8, format!("[{index}].{name}"), c_type) });
        }
    }
    rows
}

fn read(machine: &Machine, row: &Row, from: u64) -> ByteField {
    let memory = &machine.heap.memory;
    let at = Address::new(row.at);
    let (raw, signed) = match row.size {
        1 => (u64::from(memory.u8(at)), i64::from(memory.u8(at))),
        2 => (u64::from(memory.u16(at)), i64::from(memory.u16(at))),
        4 => (u64::from(memory.u32(at)), i64::from(memory.i32(at))),
        8 => (memory.u64(at), memory.i64(at)),
        _ => (0, 0),
    };
    // The lowest bit of the word before an instance says that it is an array of values.
    let marked = row.name.starts_with("managed dict") && raw & 1 == 1;
    // The collector keeps marks in the lowest bits of its second word.
    let marks = if row.name == "_gc_prev" { raw & 3 } else { u64::from(marked) };
    let target = Address::new(raw - marks);
    let is_pointer = row.c_type.ends_with('*') || row.name.starts_with("_gc_") || row.c_type == WORD;
    let points = row.size == 8 && is_pointer && raw != 0 && memory.contains(target, 8);
    let is_object = points && raw % 16 == 0 && memory.birth(target) != 0;
    let value = match row.c_type {
        "char[]" | "data[]" => text(machine, row),
        _ if row.size == 16 => String::new(),
        "double" if row.as_double => memory.f64(at).to_string(),
        _ if is_object => inspection::describe(machine, target),
        _ if marked => memory::array_of_values().to_string(),
        _ if points && row.name == "_gc_prev" && marks > 0 => memory::marked_pointer(&target.to_string(), &marks.to_string()),
        _ if points => format!("→ {target}"),
        "Py_ssize_t" if row.name == "ob_refcnt" && raw >= u64::from(u32::MAX >> 1) => memory::immortal().to_string(),
        _ if row.c_type.ends_with('*') && raw == 0 => memory::null().to_string(),
        "Py_ssize_t" | "int" | "int8_t" | "Py_hash_t" => signed.to_string(),
        _ => raw.to_string(),
    };
    let about = explain(if row.about.is_empty() { &row.name } else { row.about });
    ByteField {
        offset: (row.at - from) as u32,
        size: row.size as u32,
        name: shown(row),
        c_type: if row.c_type == WORD { memory::word().to_string() } else { row.c_type.to_string() },
        value,
        about: about.to_string(),
        target: points.then(|| target.raw()),
        object: is_object.then(|| machine.object_id(target)),
    }
}

/// A field's name as it is shown: in words, where C has no name for it.
fn shown(row: &Row) -> String {
    match row.name.as_str() {
        // The program's own name.
        name if row.about == "slot" => name.to_string(),
        "managed dict or values" => memory::field_dict().to_string(),
        "managed weakrefs" => memory::field_weakrefs().to_string(),
        "next free block" => memory::field_next_free().to_string(),
        "characters" => memory::field_characters().to_string(),
        in_c => in_c.to_string(),
    }
}

/// The beginning of bytes as characters.
fn text(machine: &Machine, row: &Row) -> String {
    const MOST: u64 = 40;
    let bytes = machine.heap.memory.slice(Address::new(row.at), row.size.min(MOST));
    if row.name == "dk_indices" {
        return memory::indices().to_string();
    }
    let shown = bytes.iter().map(|byte| if byte.is_ascii_graphic() || *byte == b' ' { char::from(*byte) } else { '·' });
    let more = if row.size > MOST { "…" } else { "" };
    format!("{}{more}", shown.collect::<String>())
}
