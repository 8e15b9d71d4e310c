//! `chain`, and `starmap`, `filterfalse`, `compress`: one item of an inner iterator at a time.

use heapglass_heap::{
    Address,
    layout::itertools::{chain, compress, function_iterator},
    static_type::StaticType,
};

use super::{instance, itself, reduce, set_state};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const CHAIN: StaticType = StaticType::ItertoolsChain;
const STARMAP: StaticType = StaticType::ItertoolsStarmap;
const FILTERFALSE: StaticType = StaticType::ItertoolsFilterfalse;
const COMPRESS: StaticType = StaticType::ItertoolsCompress;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(CHAIN, chain_new),
    NativeRow::slot(CHAIN, "__getattribute__", getattribute),
    NativeRow::slot(CHAIN, "__iter__", itself),
    NativeRow::slot(CHAIN, "__next__", chain_next),
    NativeRow::class_method(CHAIN, "from_iterable", |m, a| {
        a.no_keywords(m, "itertools.chain.from_iterable")?;
        let given = a.positional.len();
        if given != 1 {
            return m.type_error(format!("chain.from_iterable() takes exactly one argument ({given} given)"));
        }
        let source = m.iter(a.positional[0])?;
        Ok(instance(m, a.self_, &[(chain::SOURCE, source)]))
    }),
    NativeRow::no_arguments(CHAIN, "__reduce__", reduce),
    NativeRow::one(CHAIN, "__setstate__", set_state),
    NativeRow::class_method(CHAIN, "__class_getitem__", crate::method::singleton::class_item),
    NativeRow::new(STARMAP, |m, a| with_function(m, a, STARMAP)),
    NativeRow::slot(STARMAP, "__getattribute__", getattribute),
    NativeRow::slot(STARMAP, "__iter__", itself),
    NativeRow::slot(STARMAP, "__next__", starmap_next),
    NativeRow::no_arguments(STARMAP, "__reduce__", reduce),
    NativeRow::new(FILTERFALSE, |m, a| with_function(m, a, FILTERFALSE)),
    NativeRow::slot(FILTERFALSE, "__getattribute__", getattribute),
    NativeRow::slot(FILTERFALSE, "__iter__", itself),
    NativeRow::slot(FILTERFALSE, "__next__", filterfalse_next),
    NativeRow::no_arguments(FILTERFALSE, "__reduce__", reduce),
    NativeRow::new(COMPRESS, compress_new),
    NativeRow::slot(COMPRESS, "__getattribute__", getattribute),
    NativeRow::slot(COMPRESS, "__iter__", itself),
    NativeRow::slot(COMPRESS, "__next__", compress_next),
    NativeRow::no_arguments(COMPRESS, "__reduce__", reduce),
];

fn chain_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.no_keywords_for(&arguments, CHAIN)?;
    let all = arguments.tuple(m);
    let source = m.iter(all);
    m.decref(all);
    Ok(instance(m, arguments.self_, &[(chain::SOURCE, source?)]))
}

fn chain_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    while !m.field(this, chain::SOURCE).is_null() {
        if m.field(this, chain::ACTIVE).is_null() {
            let next = m.next_of_field(this, chain::SOURCE).and_then(|iterable| match iterable {
                None => Ok(Address::NULL),
                Some(iterable) => {
                    let iterator = m.iter(iterable);
                    m.decref(iterable);
                    iterator
                }
            });
            match next {
                Ok(iterator) if !iterator.is_null() => m.heap.memory.set_address(this.plus(chain::ACTIVE), iterator),
                end => {
                    m.set_field(this, chain::SOURCE, Address::NULL);
                    return end;
                }
            }
        }
        if let Some(item) = m.next_of_field(this, chain::ACTIVE)? {
            return Ok(item);
        }
        m.set_field(this, chain::ACTIVE, Address::NULL);
    }
    Ok(Address::NULL)
}

/// `T(function, iterable)`
pub(super) fn with_function(m: &mut Machine, arguments: Arguments<'_>, which: StaticType) -> Outcome {
    m.no_keywords_for(&arguments, which)?;
    arguments.arity(m, which.short_name(), 2, 2)?;
    let iterator = m.iter(arguments.positional[1])?;
    let function = m.incref(arguments.positional[0]);
    let words = [(function_iterator::FUNC, function), (function_iterator::ITERATOR, iterator)];
    Ok(instance(m, arguments.self_, &words))
}

fn starmap_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let Some(mut args) = m.next_of_field(this, function_iterator::ITERATOR)? else { return Ok(Address::NULL) };
    if !m.heap.is_exact(args, StaticType::Tuple) {
        let tuple = m.tuple_from(args);
        m.decref(args);
        args = tuple?;
    }
    let items = m.heap.tuple_items(args);
    let result = m.call(m.field(this, function_iterator::FUNC), &items, &[]);
    m.decref(args);
    result
}

fn filterfalse_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let function = m.field(this, function_iterator::FUNC);
    let plain = m.heap.is_none(function) || function == StaticType::Bool.address();
    while let Some(item) = m.next_of_field(this, function_iterator::ITERATOR)? {
        let verdict = if plain { m.is_true(item) } else { asks(m, function, item) };
        if matches!(verdict, Ok(false)) {
            return Ok(item);
        }
        m.decref(item);
        verdict?;
    }
    Ok(Address::NULL)
}

/// Whether `function(item)` is true.
pub(super) fn asks(m: &mut Machine, function: Address, item: Address) -> Outcome<bool> {
    let answer = m.call_one(function, item)?;
    let truth = m.is_true(answer);
    m.decref(answer);
    truth
}

fn compress_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [data, selectors] = m.named_arguments(&arguments, "compress", ["data", "selectors"], 2)?;
    let data = m.iter(data.unwrap_or_default())?;
    let selectors = match m.iter(selectors.unwrap_or_default()) {
        Ok(selectors) => selectors,
        Err(raised) => {
            m.decref(data);
            return Err(raised);
        }
    };
    Ok(instance(m, arguments.self_, &[(compress::DATA, data), (compress::SELECTORS, selectors)]))
}

fn compress_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    while let Some(datum) = m.next_of_field(this, compress::DATA)? {
        let selector = m.next_of_field(this, compress::SELECTORS);
        let wanted = match selector {
            Ok(Some(selector)) => {
                let truth = m.is_true(selector);
                m.decref(selector);
                truth.map(Some)
            }
            Ok(None) => Ok(None),
            Err(raised) => Err(raised),
        };
        if matches!(wanted, Ok(Some(true))) {
            return Ok(datum);
        }
        m.decref(datum);
        if wanted?.is_none() {
            break;
        }
    }
    Ok(Address::NULL)
}
