//! One object as the trace tells it.

use heapglass_machine::{
    Machine,
    heap::{Address, Kind},
};
use serde_json::{Value, json};

use crate::{PROGRAM_FOLDER, edge, label::name, record::Walk};

/// Characters of a representation before its middle is left out.
const LONGEST_REPR: usize = 60;
/// Characters of a text that are looked at.
const TEXT_LIMIT: usize = 200;

/// Everything the trace says about an object, but for what only the walk knows.
pub(crate) fn describe(walk: &mut Walk<'_>, object: Address) -> Value {
    let machine = walk.machine;
    let heap = &machine.heap;
    let tracked = heap.is_gc_object(object) && !heap.is_static(object) && heap.is_tracked(object);
    let mut told = json!({
        "type": machine.short_type_name(object),
        "refcount": heap.refcount(object),
        "size": size(machine, object),
        "tracked": tracked,
    });
    if tracked {
        told["generation"] = json!(generation(machine, object));
    }
    if heap.is_immortal(object) {
        told["immortal"] = json!(true);
    }
    if heap.is_str(object) && heap.is_interned(object) {
        told["interned"] = json!(true);
    }
    value(walk, object, &mut told);
    let edges = edge::edges(walk, object);
    if !edges.is_empty() {
        let shown: Vec<Value> = edges.into_iter().map(|(kind, at, to)| json!([kind, at, name(to)])).collect();
        told["edges"] = json!(shown);
    }
    told
}

/// `sys.getsizeof`; like the oracle, without the header that it adds to a type of the data segment, which has none.
fn size(machine: &Machine, object: Address) -> u64 {
    let is_static_type = machine.heap.is_type(object) && machine.heap.is_static(object);
    if is_static_type { machine.heap.sizeof_method(object) } else { machine.heap.sizeof(object) }
}

fn generation(machine: &Machine, object: Address) -> Option<u8> {
    if machine.heap.collection().is_some() {
        return None;
    }
    (0..2).find(|generation| machine.heap.gc_objects(*generation).contains(&object)).or(Some(2))
}

fn value(walk: &Walk<'_>, object: Address, told: &mut Value) {
    let machine = walk.machine;
    let heap = &machine.heap;
    match heap.kind(object) {
        Kind::Str => {
            let points = heap.str_points(object);
            let cut: String = points.iter().take(TEXT_LIMIT).map(|point| char::from_u32(*point).unwrap_or('\u{fffd}')).collect();
            let placeless = without_places(&cut);
            let whole = if points.len() > TEXT_LIMIT || placeless.is_some() {
                text_repr(machine, &format!("{}...", placeless.unwrap_or(cut)))
            } else {
                machine.atom_repr(object).unwrap_or_default()
            };
            told["repr"] = json!(short(&whole));
            told["length"] = json!(points.len());
        }
        Kind::Int if object != heap.true_() && object != heap.false_() => {
            let text = machine.int_value(object).to_string();
            told["repr"] = json!(short(&text));
            if let Some(label) = text.parse::<u64>().ok().and_then(|number| walk.label_at(number)) {
                told["repr"] = json!("<address>");
                told["address"] = json!(label);
            }
        }
        Kind::Bytes | Kind::ByteArray => {
            let data = if heap.kind(object) == Kind::Bytes { heap.bytes_data(object) } else { heap.bytearray_data(object) };
            let shown = &data[..data.len().min(TEXT_LIMIT)];
            told["length"] = json!(data.len());
            told["repr"] = json!(short(&heapglass_machine::text::quote::bytes_repr(shown)));
        }
        Kind::Int | Kind::Float | Kind::Complex | Kind::Singleton => {
            told["repr"] = json!(machine.atom_repr(object).map(|text| short(&text)));
        }
        Kind::Type | Kind::Function | Kind::BuiltinFunction | Kind::Module => {
            told["name"] = json!(machine.own_name(object));
        }
        _ => {}
    }
}

/// A text in which the program's folder and the library's prefix are left out, as the oracle does it; `None` if it names
/// neither.
fn without_places(text: &str) -> Option<String> {
    let placeless = text.replace(PROGRAM_FOLDER, "").replace("/usr/lib/python3.12/", "<prefix>/lib/python3.12/");
    (placeless != text).then_some(placeless)
}

fn text_repr(_machine: &Machine, text: &str) -> String {
    let points: Vec<u32> = text.chars().map(u32::from).collect();
    heapglass_machine::text::quote::repr(&points).iter().filter_map(|point| char::from_u32(*point)).collect()
}

/// `text`, its middle left out if it is long.
fn short(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= LONGEST_REPR {
        return text.to_string();
    }
    let head: String = chars[..40].iter().collect();
    let tail: String = chars[chars.len() - 12..].iter().collect();
    format!("{head}...{tail}")
}

/// The pool that holds the object's block.
pub(crate) fn add_pool(machine: &Machine, object: Address, told: &mut Value) {
    let start = object.minus(machine.heap.preheader(object));
    if !machine.heap.in_arena(start) {
        return;
    }
    let pool = machine.heap.pool_of(start);
    let size = machine.heap.block_class(start).size();
    told["pool"] = json!({
        "id": pool.raw(),
        "block_size": size,
        "used": machine.heap.memory.u32(pool),
        "slot": (start.raw() - pool.raw() - 48) / size,
    });
}
