//! What a call is told when its arguments do not fit.

use heapglass_heap::{Address, Raised, object::function as function_field, static_type::StaticType};

use super::arguments::Binding;
use crate::machine::Machine;

pub(super) fn qualified_name(m: &Machine, binding: &Binding) -> String {
    m.heap.str_text(m.heap.memory.address(binding.function.plus(function_field::QUALIFIED_NAME)))
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
fn enumeration(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

/// Parameters in `slots` have got nothing.
pub(super) fn missing(m: &mut Machine, binding: &Binding, kind: &str, slots: &[usize]) -> Raised {
    let names: Vec<String> = slots.iter().map(|slot| format!("'{}'", m.heap.str_text(binding.name(m, *slot)))).collect();
    let function = qualified_name(m, binding);
    let (count, plural) = (slots.len(), plural(slots.len()));
    let text = format!("{function}() missing {count} required {kind} argument{plural}: {}", enumeration(&names));
    m.raise(StaticType::TypeError, text)
}

/// More positional arguments than parameters.
pub(super) fn too_many_positional(m: &mut Machine, binding: &Binding, given: usize) -> Raised {
    let defaults = m.heap.memory.address(binding.function.plus(function_field::DEFAULTS));
    let default_count = if defaults.is_null() { 0 } else { m.heap.tuple_len(defaults) as usize };
    let (takes, takes_plural) = if default_count > 0 {
        (format!("from {} to {}", binding.positional - default_count, binding.positional), "s")
    } else {
        (binding.positional.to_string(), plural(binding.positional))
    };
    let slots = binding.positional..binding.named();
    let keyword_only = slots.filter(|slot| !binding.slot(m, *slot).is_null()).count();
    let also = if keyword_only > 0 {
        let (given_plural, plural) = (plural(given), plural(keyword_only));
        format!(" positional argument{given_plural} (and {keyword_only} keyword-only argument{plural})")
    } else {
        String::new()
    };
    let was = if given == 1 && keyword_only == 0 { "was" } else { "were" };
    let function = qualified_name(m, binding);
    let text = format!("{function}() takes {takes} positional argument{takes_plural} but {given}{also} {was} given");
    m.raise(StaticType::TypeError, text)
}

/// A keyword argument that no parameter is named after.
pub(super) fn unexpected_keyword(m: &mut Machine, binding: &Binding, name: Address, names: &[Address]) -> Raised {
    let function = qualified_name(m, binding);
    let wrong: Vec<String> = (0..binding.positional_only)
        .map(|slot| binding.name(m, slot))
        .filter(|parameter| names.iter().any(|name| m.heap.is_str(*name) && m.heap.str_equal(*name, *parameter)))
        .map(|parameter| m.heap.str_text(parameter))
        .collect();
    let text = if wrong.is_empty() {
        format!("{function}() got an unexpected keyword argument '{}'", m.heap.str_text(name))
    } else {
        let wrong = wrong.join(", ");
        format!("{function}() got some positional-only arguments passed as keyword arguments: '{wrong}'")
    };
    m.raise(StaticType::TypeError, text)
}
