//! What a call is told when its arguments do not fit.

use heapglass_heap::{Address, Raised, object::function as function_field, static_type::StaticType};

use super::arguments::Binding;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
};

pub(super) fn qualified_name(m: &Machine, binding: &Binding) -> String {
    m.heap.str_text(m.heap.memory.address(binding.function.plus(function_field::QUALIFIED_NAME)))
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'` from a list of strs, which may lose its last two. A new str.
fn enumeration(m: &mut Machine, list: Address) -> Outcome {
    let names = m.heap.list_items(list);
    match *names {
        [] => Ok(m.heap.empty_str()),
        [one] => Ok(m.incref(one)),
        [first, second] => m.from_format("%U and %U", &[Piece::Str(first), Piece::Str(second)]),
        [.., before, last] => {
            let tail = m.from_format(", %U, and %U", &[Piece::Str(before), Piece::Str(last)])?;
            let length = names.len() as u64;
            for name in m.heap.list_splice(list, length - 2, length, &[]) {
                m.decref(name);
            }
            let comma = m.heap.new_str(", ");
            let joined = joined_names(m, list);
            m.decref(comma);
            let all = m.heap.str_concat(joined, tail);
            m.decref(joined);
            m.decref(tail);
            Ok(all)
        }
    }
}

/// The qualified name of the function, for `%U`.
pub(super) fn function_name(m: &Machine, binding: &Binding) -> Piece<'static> {
    Piece::Str(m.heap.memory.address(binding.function.plus(function_field::QUALIFIED_NAME)))
}

/// Parameters in `slots` have got nothing.
pub(super) fn missing(m: &mut Machine, binding: &Binding, kind: &str, slots: &[usize]) -> Raised {
    let count = slots.len();
    let list = m.heap.new_list(count as u64);
    for (index, slot) in slots.iter().enumerate() {
        let name = binding.name(m, *slot);
        match m.repr(name) {
            Ok(shown) => {
                m.heap.list_set(list, index as u64, shown);
            }
            Err(raised) => {
                m.decref(list);
                return raised;
            }
        }
    }
    let names = enumeration(m, list);
    let Ok(names) = names else {
        m.decref(list);
        return Raised;
    };
    let pieces =
        [function_name(m, binding), Piece::Number(count as i64), Piece::Text(kind), Piece::Text(plural(count)), Piece::Str(names)];
    let raised = m.raise_format(StaticType::TypeError, "%U() missing %i required %s argument%s: %U", &pieces);
    m.decref(names);
    m.decref(list);
    raised
}

/// More positional arguments than parameters.
pub(super) fn too_many_positional(m: &mut Machine, binding: &Binding, given: usize) -> Raised {
    let defaults = m.heap.memory.address(binding.function.plus(function_field::DEFAULTS));
    let default_count = if defaults.is_null() { 0 } else { m.heap.tuple_len(defaults) as usize };
    let most = Piece::Number(binding.positional as i64);
    let (takes, takes_plural) = if default_count > 0 {
        let least = Piece::Number((binding.positional - default_count) as i64);
        (m.from_format("from %zd to %zd", &[least, most]), "s")
    } else {
        (m.from_format("%zd", &[most]), plural(binding.positional))
    };
    let slots = binding.positional..binding.named();
    let keyword_only = slots.filter(|slot| !binding.slot(m, *slot).is_null()).count();
    let also = if keyword_only > 0 {
        let pieces = [Piece::Text(plural(given)), Piece::Number(keyword_only as i64), Piece::Text(plural(keyword_only))];
        m.from_format(" positional argument%s (and %zd keyword-only argument%s)", &pieces)
    } else {
        Ok(m.heap.empty_str())
    };
    let (Ok(takes), Ok(also)) = (takes, also) else { return Raised };
    let was = if given == 1 && keyword_only == 0 { "was" } else { "were" };
    let pieces = [
        function_name(m, binding),
        Piece::Str(takes),
        Piece::Text(takes_plural),
        Piece::Number(given as i64),
        Piece::Str(also),
        Piece::Text(was),
    ];
    let raised = m.raise_format(StaticType::TypeError, "%U() takes %U positional argument%s but %zd%U %s given", &pieces);
    m.decref(takes);
    m.decref(also);
    raised
}

/// The names of positional-only parameters among those of keyword arguments, a new list.
fn positional_only_given(m: &mut Machine, binding: &Binding, names: &[Address]) -> Address {
    let list = m.heap.new_list(0);
    for slot in 0..binding.positional_only {
        let parameter = binding.name(m, slot);
        for name in names {
            if m.heap.is_str(*name) && m.heap.str_equal(*name, parameter) {
                m.incref(*name);
                m.heap.list_append(list, *name);
            }
        }
    }
    list
}

/// The strs of a list with commas between; a single one as it is. A new reference.
fn joined_names(m: &mut Machine, list: Address) -> Address {
    let names = m.heap.list_items(list);
    if let [one] = *names {
        return m.incref(one);
    }
    let text = names.iter().map(|name| m.heap.str_text(*name)).collect::<Vec<_>>().join(", ");
    m.heap.new_str(&text)
}

fn positional_only_by_name(m: &mut Machine, binding: &Binding, list: Address) -> Raised {
    let comma = m.heap.new_str(", ");
    let joined = joined_names(m, list);
    m.decref(comma);
    let pieces = [function_name(m, binding), Piece::Str(joined)];
    let format = "%U() got some positional-only arguments passed as keyword arguments: '%U'";
    let raised = m.raise_format(StaticType::TypeError, format, &pieces);
    m.decref(joined);
    raised
}

/// A keyword argument that no parameter is named after.
pub(super) fn unexpected_keyword(m: &mut Machine, binding: &Binding, name: Address, names: &[Address]) -> Raised {
    if binding.positional_only > 0 {
        let wrong = positional_only_given(m, binding, names);
        let found = m.heap.list_len(wrong) > 0;
        let raised = if found { Some(positional_only_by_name(m, binding, wrong)) } else { None };
        m.decref(wrong);
        if let Some(raised) = raised {
            return raised;
        }
    }
    let pieces = [function_name(m, binding), Piece::Str(name)];
    m.raise_format(StaticType::TypeError, "%U() got an unexpected keyword argument '%S'", &pieces)
}
