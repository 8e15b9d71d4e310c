//! `tp_traverse` of the builtin types: the references the collector may follow, in CPython's order.

use crate::{
    Heap, Kind,
    address::Address,
    layout::{
        iterator::{enumerate, filter},
        native::{lru_link, param_spec, string_io, type_alias, type_var},
    },
    interpreter_frame::{CODE, FRAME_OBJECT, FUNCTION, LOCALS, LOCALSPLUS, STACK_TOP},
    object::{deque, frame, generator, generator::FrameState},
    static_type::{StaticType, field},
};

/// Visits the builtin part of an object.
pub(super) fn traverse(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address)) {
    match heap.kind(object) {
        Kind::Object => {}
        Kind::List => (0..heap.list_len(object))
            .rev()
            .for_each(|i| some(heap.list_item(object, i), visit)),
        Kind::Tuple => (0..heap.tuple_len(object))
            .rev()
            .for_each(|i| some(heap.tuple_item(object, i), visit)),
        Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => {
            fixed(heap, object, visit);
            if heap.kind(object) == Kind::OrderedDict {
                heap.odict_keys(object).into_iter().for_each(&mut *visit);
            }
            dict(heap, object, visit);
        }
        Kind::Set => heap.set_keys(object).into_iter().for_each(visit),
        Kind::Deque => deque::items(heap, object).into_iter().for_each(visit),
        Kind::LruCache => {
            // The links have no GC head: the cache reports what they hold.
            for link in heap.lru_links(object) {
                at(heap, link, &[lru_link::KEY, lru_link::RESULT], visit);
                visit(heap.type_of(link));
            }
            fixed(heap, object, visit);
        }
        Kind::Type => class(heap, object, visit),
        Kind::Generator => suspended(heap, object, visit),
        Kind::Frame => {
            at(heap, object, &[frame::BACK, frame::TRACE], visit);
            if heap.memory.address(object.plus(frame::FRAME)) == object.plus(frame::OWN_FRAME) {
                running(heap, object.plus(frame::OWN_FRAME), visit);
            }
        }
        Kind::Function => {
            let order = [48, 16, 24, 104, 56, 64, 80, 32, 88, 72, 112, 120, 40];
            at(heap, object, &order, visit);
        }
        Kind::MethodDescriptor
        | Kind::WrapperDescriptor
        | Kind::GetSetDescriptor
        | Kind::MemberDescriptor
        | Kind::ClassMethodDescriptor => at(heap, object, &[16], visit),
        Kind::Module => at(heap, object, &[16], visit),
        _ if heap.type_of(object) == heap.type_object(StaticType::StringIO) => {
            // The text in the making is nobody else's.
            at(heap, object, &[string_io::READ_NEWLINE, string_io::WRITE_NEWLINE, string_io::DECODER, string_io::DICT], visit);
        }
        _ => match StaticType::at(heap.type_of(object)) {
            // The one that it adds is an immortal int.
            Some(StaticType::Enumerate) => {
                at(heap, object, &[enumerate::ITERATOR, enumerate::RESULT, enumerate::LONG_INDEX], visit);
            }
            Some(StaticType::TypeVar) => {
                let held = [type_var::BOUND, type_var::EVALUATE_BOUND, type_var::CONSTRAINTS, type_var::EVALUATE_CONSTRAINTS];
                at(heap, object, &held, visit);
            }
            Some(StaticType::ParamSpec) => at(heap, object, &[param_spec::BOUND], visit),
            Some(StaticType::TypeVarTuple) => {}
            Some(StaticType::TypeAliasType) => {
                let held = [type_alias::TYPE_PARAMS, type_alias::COMPUTE_VALUE, type_alias::VALUE, type_alias::MODULE];
                at(heap, object, &held, visit);
            }
            Some(StaticType::Filter) => at(heap, object, &[filter::ITERATOR, filter::FUNC], visit),
            _ => fixed(heap, object, visit),
        },
    }
}

fn some(held: Address, visit: &mut dyn FnMut(Address)) {
    if !held.is_null() {
        visit(held);
    }
}

/// The references at fixed offsets.
fn fixed(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address)) {
    for offset in heap.reference_offsets(object) {
        some(heap.memory.address(object.plus(offset)), visit);
    }
}

fn at(heap: &Heap, object: Address, offsets: &[u64], visit: &mut dyn FnMut(Address)) {
    for offset in offsets {
        some(heap.memory.address(object.plus(*offset)), visit);
    }
}

/// Values of a text-keyed table; keys and values of a general one.
fn dict(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address)) {
    if heap.dict_keys(object).is_null() {
        return;
    }
    let general = heap.dict_keys_kind(object) == crate::object::dict::KeysKind::General;
    for (key, value) in heap.dict_items(object) {
        visit(value);
        if general {
            visit(key);
        }
    }
}

fn class(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address)) {
    if heap.is_heap_type(object) {
        let order = [
            field::DICT,
            field::CACHE,
            field::MRO,
            field::BASES,
            field::BASE,
            field::HEAP_MODULE,
        ];
        at(heap, object, &order, visit);
    }
}

fn suspended(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address)) {
    at(heap, object, &[generator::NAME, generator::QUALIFIED_NAME], visit);
    if (heap.generator_state(object) as i8) < FrameState::Cleared as i8 {
        running(heap, heap.generator_frame(object), visit);
    }
    at(heap, object, &[generator::EXCEPTION], visit);
}

/// The references of a frame that lies in an object (`_PyFrame_Traverse`).
fn running(heap: &Heap, inside: Address, visit: &mut dyn FnMut(Address)) {
    at(heap, inside, &[FRAME_OBJECT, LOCALS, FUNCTION, CODE], visit);
    let slots = heap.memory.i32(inside.plus(STACK_TOP)).max(0) as u64;
    for slot in 0..slots {
        some(heap.memory.address(inside.plus(LOCALSPLUS + 8 * slot)), visit);
    }
}
