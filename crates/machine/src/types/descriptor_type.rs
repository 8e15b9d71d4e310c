//! Attributes of method, wrapper, getset and member descriptors, of bound slot wrappers, and of `mappingproxy`.

use heapglass_heap::{
    Address, Kind,
    layout::callable::{method_descriptor, method_wrapper},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::hash::pointer_hash,
    types::{descriptor::field, field_row::read_field, slot::Slot, text_signature},
};

read_field! {
    owner method_descriptor::TYPE;
    name method_descriptor::NAME;
    wrapper_self method_wrapper::SELF;
}

fn qualname_of(m: &mut Machine, descriptor: Address) -> Outcome<String> {
    let owner = m.heap.memory.address(descriptor.plus(method_descriptor::TYPE));
    let name = m.heap.str_text(m.descriptor_name(descriptor));
    Ok(format!("{}.{name}", m.qualname_of_type(owner)?))
}

fn qualname(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = qualname_of(m, arguments.self_)?;
    Ok(m.heap.new_str(&text))
}

fn doc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let code = m.heap.memory.address(arguments.self_.plus(field::CODE));
    text_signature::doc_of_row(m, code)
}

fn wrapper_doc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let descriptor = m.heap.memory.address(arguments.self_.plus(method_wrapper::DESCRIPTOR));
    doc(m, Arguments { self_: descriptor, ..arguments })
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.self_;
    let name = m.heap.str_text(m.descriptor_name(object));
    let owner = m.heap.memory.address(object.plus(method_descriptor::TYPE));
    let owner = m.name_of_type(owner);
    let what = match m.heap.kind(object) {
        Kind::MethodDescriptor | Kind::ClassMethodDescriptor => "method",
        Kind::WrapperDescriptor => "slot wrapper",
        Kind::GetSetDescriptor => "attribute",
        _ => "member",
    };
    let text = match what {
        "method" | "slot wrapper" | "attribute" | "member" => format!("<{what} '{name}' of '{owner}' objects>"),
        _ => name,
    };
    Ok(m.heap.new_str(&text))
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let none = m.heap.none();
    let object = if arguments.positional[0] == none { Address::NULL } else { arguments.positional[0] };
    let owner = arguments.get(1).filter(|owner| *owner != none).unwrap_or(Address::NULL);
    if object.is_null() && owner.is_null() {
        return m.type_error("__get__(None, None) is invalid");
    }
    m.native_descriptor_get(arguments.self_, object, owner)
}

fn set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.native_descriptor_set(arguments.self_, arguments.positional[0], Some(arguments.positional[1]))?;
    Ok(m.heap.none())
}

fn delete(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.native_descriptor_set(arguments.self_, arguments.positional[0], None)?;
    Ok(m.heap.none())
}

fn call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.call(arguments.self_, arguments.positional, arguments.keywords)
}

/// The wrapper descriptor of a bound slot wrapper.
fn wrapped(m: &Machine, object: Address) -> Address {
    m.heap.memory.address(object.plus(method_wrapper::DESCRIPTOR))
}

fn wrapper_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let descriptor = wrapped(m, arguments.self_);
    let receiver = m.heap.memory.address(arguments.self_.plus(method_wrapper::SELF));
    let name = m.heap.str_text(m.descriptor_name(descriptor));
    let text = format!("<method-wrapper '{name}' of {} object at {receiver}>", m.type_name(receiver));
    Ok(m.heap.new_str(&text))
}

fn wrapper_name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.descriptor_name(wrapped(m, arguments.self_));
    Ok(m.incref(name))
}

fn wrapper_qualname(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = qualname_of(m, wrapped(m, arguments.self_))?;
    Ok(m.heap.new_str(&text))
}

fn wrapper_owner(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let descriptor = wrapped(m, arguments.self_);
    Ok(m.field_or_none(descriptor, method_descriptor::TYPE))
}

fn wrapper_hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let receiver = m.heap.memory.address(arguments.self_.plus(method_wrapper::SELF));
    arguments.hash(m, pointer_hash(receiver) ^ pointer_hash(wrapped(m, arguments.self_)))
}

fn wrapper_eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_exact(b, StaticType::MethodWrapper) {
        return Ok(m.heap.not_implemented());
    }
    let same = |at| m.heap.memory.address(a.plus(at)) == m.heap.memory.address(b.plus(at));
    Ok(m.heap.bool(same(method_wrapper::SELF) && same(method_wrapper::DESCRIPTOR)))
}

/// The mapping behind a proxy.
fn mapping(m: &Machine, arguments: &Arguments<'_>) -> Address {
    m.heap.memory.address(arguments.self_.plus(16))
}

fn proxy_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "mappingproxy", 1, 1)?;
    let held = arguments.positional[0];
    if matches!(m.heap.kind(held), Kind::List | Kind::Tuple) || !m.has_slot(m.heap.type_of(held), Slot::GetItem) {
        let found = m.type_name(held);
        let text = format!("mappingproxy() argument must be a mapping, not {found}");
        return Err(m.raise(StaticType::TypeError, text));
    }
    Ok(m.new_mapping_proxy(held))
}

fn proxy_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let shown = m.repr_text(mapping(m, &arguments))?;
    Ok(m.heap.new_str(&format!("mappingproxy({shown})")))
}

fn proxy_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.str(mapping(m, &arguments))
}

fn proxy_hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let hash = m.hash(mapping(m, &arguments))?;
    arguments.hash(m, hash)
}

fn proxy_eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.rich_compare(mapping(m, &arguments), arguments.positional[0], crate::protocol::CompareOp::Eq)
}

fn proxy_iter(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.iter(mapping(m, &arguments))
}

fn proxy_len(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let length = m.length(mapping(m, &arguments))?;
    m.scalar(length)
}

fn proxy_get_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.get_item(mapping(m, &arguments), arguments.positional[0])
}

/// `proxy | other`: of what lies behind the proxies.
fn proxy_or(m: &mut Machine, left: Address, right: Address) -> Outcome {
    let behind = |m: &Machine, object: Address| {
        let is_proxy = m.heap.is_exact(object, StaticType::MappingProxy);
        if is_proxy { m.heap.memory.address(object.plus(16)) } else { object }
    };
    let (left, right) = (behind(m, left), behind(m, right));
    m.binary(crate::protocol::number::BinaryOp::Or, left, right)
}

fn proxy_contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let verdict = m.contains(mapping(m, &arguments), arguments.positional[0])?;
    Ok(m.heap.bool(verdict))
}

macro_rules! forwarded {
    ($($name:ident $text:literal;)*) => {
        $(fn $name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
            m.call_method(mapping(m, &arguments), $text, arguments.positional)
        })*
    };
}

forwarded! {
    proxy_get "get";
    proxy_keys "keys";
    proxy_values "values";
    proxy_items "items";
    proxy_copy "copy";
    proxy_reversed "__reversed__";
}

impl Machine {
    /// A bound slot wrapper; both are borrowed.
    pub fn new_method_wrapper(&mut self, descriptor: Address, receiver: Address) -> Address {
        self.incref(descriptor);
        self.incref(receiver);
        let words = [(method_wrapper::DESCRIPTOR, descriptor), (method_wrapper::SELF, receiver)];
        self.heap.new_record(StaticType::MethodWrapper, &words)
    }

    /// A read-only view of `mapping`, which is borrowed.
    pub fn new_mapping_proxy(&mut self, mapping: Address) -> Address {
        self.incref(mapping);
        self.heap.new_record(StaticType::MappingProxy, &[(16, mapping)])
    }
}

macro_rules! common_rows {
    ($which:ident) => {
        [
            NativeRow::slot(StaticType::$which, "__repr__", repr),
            NativeRow::slot(StaticType::$which, "__get__", get),
            NativeRow::member(StaticType::$which, "__objclass__", owner),
            NativeRow::member(StaticType::$which, "__name__", name),
            NativeRow::get(StaticType::$which, "__qualname__", qualname),
            NativeRow::get(StaticType::$which, "__doc__", doc),
        ]
    };
}

/// Method descriptors.
pub const METHOD_ROWS: &[NativeRow] = &common_rows!(MethodDescriptor);
/// Class method descriptors.
pub const CLASS_METHOD_ROWS: &[NativeRow] = &common_rows!(ClassMethodDescriptor);
/// Slot wrappers.
pub const WRAPPER_ROWS: &[NativeRow] = &common_rows!(WrapperDescriptor);
/// Getset descriptors.
pub const GETSET_ROWS: &[NativeRow] = &common_rows!(GetSetDescriptor);
/// Member descriptors.
pub const MEMBER_ROWS: &[NativeRow] = &common_rows!(MemberDescriptor);

/// What differs between them, and the other types of this file.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::MethodDescriptor, "__call__", call),
    NativeRow::slot(StaticType::ClassMethodDescriptor, "__call__", call),
    NativeRow::slot(StaticType::WrapperDescriptor, "__call__", call),
    NativeRow::slot(StaticType::GetSetDescriptor, "__set__", set),
    NativeRow::slot(StaticType::GetSetDescriptor, "__delete__", delete),
    NativeRow::slot(StaticType::MemberDescriptor, "__set__", set),
    NativeRow::slot(StaticType::MemberDescriptor, "__delete__", delete),
    NativeRow::slot(StaticType::MethodWrapper, "__repr__", wrapper_repr),
    NativeRow::slot(StaticType::MethodWrapper, "__hash__", wrapper_hash),
    NativeRow::slot(StaticType::MethodWrapper, "__call__", call),
    NativeRow::slot(StaticType::MethodWrapper, "__eq__", wrapper_eq),
    NativeRow::member(StaticType::MethodWrapper, "__self__", wrapper_self),
    NativeRow::get(StaticType::MethodWrapper, "__objclass__", wrapper_owner),
    NativeRow::get(StaticType::MethodWrapper, "__name__", wrapper_name),
    NativeRow::get(StaticType::MethodWrapper, "__qualname__", wrapper_qualname),
    NativeRow::get(StaticType::MethodWrapper, "__doc__", wrapper_doc),
    NativeRow::new(StaticType::MappingProxy, proxy_new),
    NativeRow::slot(StaticType::MappingProxy, "__repr__", proxy_repr),
    NativeRow::slot(StaticType::MappingProxy, "__hash__", proxy_hash),
    NativeRow::slot(StaticType::MappingProxy, "__or__", |m, a| proxy_or(m, a.self_, a.positional[0])),
    NativeRow::slot(StaticType::MappingProxy, "__ror__", |m, a| proxy_or(m, a.positional[0], a.self_)),
    NativeRow::slot(StaticType::MappingProxy, "__ior__", |m, _| {
        m.type_error("'|=' is not supported by mappingproxy; use '|' instead")
    }),
    NativeRow::slot(StaticType::MappingProxy, "__str__", proxy_str),
    NativeRow::slot(StaticType::MappingProxy, "__eq__", proxy_eq),
    NativeRow::slot(StaticType::MappingProxy, "__iter__", proxy_iter),
    NativeRow::slot(StaticType::MappingProxy, "__len__", proxy_len),
    NativeRow::slot(StaticType::MappingProxy, "__getitem__", proxy_get_item),
    NativeRow::slot(StaticType::MappingProxy, "__contains__", proxy_contains),
    NativeRow::positional(StaticType::MappingProxy, "get", proxy_get),
    NativeRow::no_arguments(StaticType::MappingProxy, "keys", proxy_keys),
    NativeRow::no_arguments(StaticType::MappingProxy, "values", proxy_values),
    NativeRow::no_arguments(StaticType::MappingProxy, "items", proxy_items),
    NativeRow::no_arguments(StaticType::MappingProxy, "copy", proxy_copy),
    NativeRow::no_arguments(StaticType::MappingProxy, "__reversed__", proxy_reversed),
];

