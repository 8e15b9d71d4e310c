//! Copying and pickling of these iterators, deprecated in 3.12: what one is made of, and how a copy takes that up.

use heapglass_heap::{
    Address, Kind,
    layout::{
        itertools::{
            accumulate, chain, combinations, compress, count, cycle, function_iterator, groupby, grouper, islice, permutations, predicate,
            product, repeat, tee, tee_data, zip_longest,
        },
        iterator::sequence,
    },
    static_type::StaticType,
};

use super::{
    instance,
    product::{index, set_index},
};
use crate::machine::{Machine, Outcome};

/// `__reduce__` by type: the arguments of a copy, and the state that is set in it.
type Reduce = fn(&mut Machine, Address) -> Outcome<(Vec<Address>, Option<Address>)>;
/// `__setstate__` by type.
type SetState = fn(&mut Machine, Address, Address) -> Outcome<()>;

const TYPES: &[(StaticType, Reduce, SetState)] = &[
    (StaticType::ItertoolsAccumulate, reduce_accumulate, |m, this, state| set_reference(m, this, accumulate::TOTAL, state)),
    (StaticType::ItertoolsChain, reduce_chain, set_chain),
    (StaticType::ItertoolsStarmap, reduce_function, nothing),
    (StaticType::ItertoolsFilterfalse, reduce_function, nothing),
    (StaticType::ItertoolsCompress, reduce_compress, nothing),
    (StaticType::ItertoolsCombinations, reduce_combinations, set_combinations),
    (StaticType::ItertoolsCombinationsWithReplacement, reduce_combinations, set_combinations),
    (StaticType::ItertoolsPermutations, reduce_permutations, set_permutations),
    (StaticType::ItertoolsProduct, reduce_product, set_product),
    (StaticType::ItertoolsCount, reduce_count, nothing),
    (StaticType::ItertoolsRepeat, reduce_repeat, nothing),
    (StaticType::ItertoolsCycle, reduce_cycle, set_cycle),
    (StaticType::ItertoolsTakewhile, reduce_predicate, set_predicate),
    (StaticType::ItertoolsDropwhile, reduce_predicate, set_predicate),
    (StaticType::ItertoolsGroupby, reduce_groupby, set_groupby),
    (StaticType::ItertoolsIslice, reduce_islice, set_islice),
    (StaticType::ItertoolsTee, reduce_tee, set_tee),
    (StaticType::ItertoolsTeeDataobject, reduce_tee_data, nothing),
    (StaticType::ItertoolsZipLongest, reduce_zip_longest, |m, this, state| {
        set_reference(m, this, zip_longest::FILL_VALUE, state)
    }),
];

fn warn(m: &mut Machine) -> Outcome<()> {
    m.warn_deprecated("Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.")
}

/// These types are made when the module is: what they are is not known from an object's kind.
fn is_a(m: &Machine, object: Address, which: StaticType) -> bool {
    m.heap.is_subtype(m.heap.type_of(object), m.heap.type_object(which))
}

fn functions(m: &Machine, this: Address) -> Option<(Reduce, SetState)> {
    let found = TYPES.iter().find(|(which, ..)| is_a(m, this, *which));
    found.map(|(_, reduce, set_state)| (*reduce, *set_state))
}

/// `iterator.__reduce__()`: the class, its arguments, and the state, if there is any.
pub(super) fn reduce(m: &mut Machine, this: Address) -> Outcome {
    warn(m)?;
    if is_a(m, this, StaticType::ItertoolsGrouper) {
        return reduce_group(m, this);
    }
    if is_a(m, this, StaticType::ItertoolsAccumulate) && m.heap.is_none(m.field(this, accumulate::TOTAL)) {
        return reduce_total_none(m, this);
    }
    let Some((parts, _)) = functions(m, this) else { return m.not_implemented() };
    let (arguments, state) = parts(m, this)?;
    let arguments = m.heap.new_tuple_from(&arguments);
    let class = m.heap.type_of(this);
    let mut all = vec![m.incref(class), arguments];
    all.extend(state);
    Ok(m.heap.new_tuple_from(&all))
}

/// `iterator.__setstate__(state)`
pub(super) fn set_state(m: &mut Machine, this: Address, state: Address) -> Outcome {
    warn(m)?;
    if let Some((_, set)) = functions(m, this) {
        set(m, this, state)?;
    }
    m.none()
}

fn nothing(_: &mut Machine, _: Address, _: Address) -> Outcome<()> {
    Ok(())
}

fn set_reference(m: &mut Machine, this: Address, offset: u64, value: Address) -> Outcome<()> {
    m.incref(value);
    m.set_field(this, offset, value);
    Ok(())
}

fn truth(m: &Machine, value: bool) -> Address {
    if value { m.heap.true_() } else { m.heap.false_() }
}

/// New references to what these fields hold.
fn fields<const N: usize>(m: &mut Machine, this: Address, offsets: [u64; N]) -> Vec<Address> {
    offsets.into_iter().map(|offset| m.field_or_none(this, offset)).collect()
}

/// The items of a state that is a tuple of `least` to `most` items (`PyArg_ParseTuple`).
fn items_of(m: &mut Machine, state: Address, least: usize, most: usize) -> Outcome<Vec<Address>> {
    if m.heap.kind(state) != Kind::Tuple {
        return m.type_error("state is not a tuple");
    }
    let items = m.heap.tuple_items(state);
    let given = items.len();
    if (least..=most).contains(&given) {
        return Ok(items);
    }
    let (how, count) = match (least == most, given < least) {
        (true, _) => ("exactly", least),
        (false, true) => ("at least", least),
        (false, false) => ("at most", most),
    };
    let plural = if count == 1 { "" } else { "s" };
    m.type_error(format!("function takes {how} {count} argument{plural} ({given} given)"))
}

fn must_be(m: &mut Machine, at: usize, item: Address, which: StaticType) -> Outcome<()> {
    if is_a(m, item, which) {
        return Ok(());
    }
    let (wanted, found) = (m.name_of_type(m.heap.type_object(which)), m.type_name(item));
    m.type_error(format!("argument {at} must be {wanted}, not {found}"))
}

/// `PyLong_AsSsize_t`
fn whole(m: &mut Machine, object: Address) -> Outcome<i64> {
    if m.heap.kind(object) != Kind::Int {
        return m.type_error("an integer is required");
    }
    match m.heap.int_to_i64(object) {
        Some(number) => Ok(number),
        None => Err(m.raise(StaticType::OverflowError, "Python int too large to convert to C ssize_t")),
    }
}

/// A chain of a tuple with `first` (borrowed) and of what the iterator at `offset` yields.
fn chained(m: &mut Machine, first: Address, this: Address, offset: u64) -> Outcome {
    let first = m.heap.new_tuple_of(&[first]);
    let rest = m.field_or_none(this, offset);
    let both = m.heap.new_tuple_from(&[first, rest]);
    let source = m.iter(both);
    m.decref(both);
    let class = m.heap.type_object(StaticType::ItertoolsChain);
    Ok(instance(m, class, &[(chain::SOURCE, source?)]))
}

fn reduce_accumulate(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let initial = m.field(this, accumulate::INITIAL);
    let operation = m.field_or_none(this, accumulate::BINARY_OPERATION);
    if m.heap.is_none(initial) {
        let iterator = m.field_or_none(this, accumulate::ITERATOR);
        return Ok((vec![iterator, operation], Some(m.field_or_none(this, accumulate::TOTAL))));
    }
    let iterator = chained(m, initial, this, accumulate::ITERATOR)?;
    Ok((vec![iterator, operation], Some(m.heap.none())))
}

/// A total that is `None` cannot be told from none at all: it is made again, and left out of what is yielded.
fn reduce_total_none(m: &mut Machine, this: Address) -> Outcome {
    let none = m.heap.none();
    let iterator = chained(m, none, this, accumulate::ITERATOR)?;
    let operation = m.field(this, accumulate::BINARY_OPERATION);
    m.heap.xincref(operation);
    let words = [(accumulate::ITERATOR, iterator), (accumulate::BINARY_OPERATION, operation), (accumulate::INITIAL, none)];
    let class = m.heap.type_object(StaticType::ItertoolsAccumulate);
    let again = instance(m, class, &words);
    let one = m.heap.new_int(1);
    let arguments = m.heap.new_tuple_from(&[again, one, none]);
    let class = m.heap.type_object(StaticType::ItertoolsIslice);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, arguments]))
}

fn reduce_chain(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let left = [chain::SOURCE, chain::ACTIVE].into_iter().filter(|offset| !m.field(this, *offset).is_null());
    let left: Vec<u64> = left.collect();
    if m.field(this, chain::SOURCE).is_null() {
        return Ok((Vec::new(), None));
    }
    let state: Vec<Address> = left.into_iter().map(|offset| m.field_or_none(this, offset)).collect();
    let state = m.heap.new_tuple_from(&state);
    Ok((Vec::new(), Some(state)))
}

fn set_chain(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let items = items_of(m, state, 1, 2)?;
    if !items.iter().all(|item| m.is_iterator(*item)) {
        return m.type_error("Arguments must be iterators.");
    }
    set_reference(m, this, chain::SOURCE, items[0])?;
    let active = items.get(1).copied().unwrap_or_default();
    m.heap.xincref(active);
    m.set_field(this, chain::ACTIVE, active);
    Ok(())
}

fn reduce_function(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    Ok((fields(m, this, [function_iterator::FUNC, function_iterator::ITERATOR]), None))
}

fn reduce_compress(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    Ok((fields(m, this, [compress::DATA, compress::SELECTORS]), None))
}

fn reduce_predicate(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let state = m.word(this, predicate::STATE);
    let state = m.heap.new_int(state);
    Ok((fields(m, this, [predicate::FUNC, predicate::ITERATOR]), Some(state)))
}

fn set_predicate(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let state = m.is_true(state)?;
    m.set_word(this, predicate::STATE, i64::from(state));
    Ok(())
}

fn reduce_count(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let number = m.word(this, count::COUNT);
    if number == super::count::SLOW {
        return Ok((fields(m, this, [count::LONG_COUNT, count::LONG_STEP]), None));
    }
    Ok((vec![m.heap.new_int_ssize(number)], None))
}

fn reduce_repeat(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let left = m.word(this, repeat::COUNT);
    let mut arguments = fields(m, this, [repeat::ELEMENT]);
    if left >= 0 {
        arguments.push(m.heap.new_int_ssize(left));
    }
    Ok((arguments, None))
}

/// After the first round what is left of the saved items comes first.
fn reduce_cycle(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let saved = m.field(this, cycle::SAVED);
    let (iterator, first) = match m.field(this, cycle::ITERATOR).non_null() {
        Some(iterator) => (m.incref(iterator), m.heap.memory.u32(this.plus(cycle::FIRST_PASS)) != 0),
        None => {
            let iterator = m.iter(saved)?;
            let at = m.word(this, cycle::INDEX);
            m.set_word(iterator, sequence::INDEX, at);
            (iterator, true)
        }
    };
    let first = truth(m, first);
    m.incref(saved);
    Ok((vec![iterator], Some(m.heap.new_tuple_from(&[saved, first]))))
}

fn set_cycle(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let items = items_of(m, state, 2, 2)?;
    must_be(m, 1, items[0], StaticType::List)?;
    let first = m.index_to_i64(items[1], StaticType::OverflowError)?;
    set_reference(m, this, cycle::SAVED, items[0])?;
    m.heap.memory.set_u32(this.plus(cycle::FIRST_PASS), u32::from(first != 0));
    m.set_word(this, cycle::INDEX, 0);
    Ok(())
}

fn reduce_groupby(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let state = [groupby::CURRENT_KEY, groupby::CURRENT_VALUE, groupby::TARGET_KEY];
    let whole = state.iter().all(|offset| !m.field(this, *offset).is_null());
    let state = whole.then(|| {
        let state = fields(m, this, state);
        m.heap.new_tuple_from(&state)
    });
    Ok((fields(m, this, [groupby::ITERATOR, groupby::KEY_FUNC]), state))
}

fn set_groupby(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let items = items_of(m, state, 3, 3)?;
    for (offset, item) in [groupby::CURRENT_KEY, groupby::CURRENT_VALUE, groupby::TARGET_KEY].into_iter().zip(items) {
        set_reference(m, this, offset, item)?;
    }
    Ok(())
}

/// A group that is over is an empty iterator.
fn reduce_group(m: &mut Machine, this: Address) -> Outcome {
    let parent = m.field(this, grouper::PARENT);
    if m.field(parent, groupby::CURRENT_GROUPER) != this {
        let maker = m.builtin_named("iter")?;
        let empty = m.heap.empty_tuple();
        let arguments = m.heap.new_tuple_from(&[empty]);
        return Ok(m.heap.new_tuple_from(&[maker, arguments]));
    }
    let arguments = fields(m, this, [grouper::PARENT, grouper::TARGET_KEY]);
    let arguments = m.heap.new_tuple_from(&arguments);
    let class = m.heap.type_of(this);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, arguments]))
}

fn reduce_islice(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let Some(iterator) = m.field(this, islice::ITERATOR).non_null() else {
        let empty = m.heap.new_list(0);
        let iterator = m.iter(empty);
        m.decref(empty);
        return Ok((vec![iterator?, m.heap.new_int(0)], Some(m.heap.new_int(0))));
    };
    let [next, stop, step, count] = [islice::NEXT, islice::STOP, islice::STEP, islice::COUNT].map(|offset| m.word(this, offset));
    let stop = if stop == -1 { m.heap.none() } else { m.heap.new_int_ssize(stop) };
    let arguments = vec![m.incref(iterator), m.heap.new_int_ssize(next), stop, m.heap.new_int_ssize(step)];
    Ok((arguments, Some(m.heap.new_int_ssize(count))))
}

fn set_islice(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let count = whole(m, state)?;
    m.set_word(this, islice::COUNT, count);
    Ok(())
}

fn reduce_tee(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let data = m.field_or_none(this, tee::DATA);
    let at = m.heap.memory.u32(this.plus(tee::INDEX));
    let at = m.heap.new_int(i64::from(at));
    Ok((vec![m.heap.empty_tuple()], Some(m.heap.new_tuple_from(&[data, at]))))
}

fn set_tee(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let items = items_of(m, state, 2, 2)?;
    must_be(m, 1, items[0], StaticType::ItertoolsTeeDataobject)?;
    let at = m.index_to_i64(items[1], StaticType::OverflowError)?;
    if !(0..=tee_data::CELLS as i64).contains(&at) {
        return m.value_error("Index out of range");
    }
    set_reference(m, this, tee::DATA, items[0])?;
    m.heap.memory.set_u32(this.plus(tee::INDEX), at as u32);
    Ok(())
}

fn reduce_tee_data(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let read = u64::from(m.heap.memory.u32(this.plus(tee_data::READ)));
    let iterator = m.field_or_none(this, tee_data::ITERATOR);
    let values = m.heap.new_list(0);
    for at in 0..read {
        let value = m.field_or_none(this, tee_data::VALUES + 8 * at);
        m.heap.list_append(values, value);
    }
    let next = m.field_or_none(this, tee_data::NEXT_LINK);
    Ok((vec![iterator, values, next], None))
}

fn reduce_zip_longest(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    let iterators = m.heap.tuple_items(m.field(this, zip_longest::ITERATORS));
    let arguments = iterators.into_iter().map(|iterator| match iterator.non_null() {
        Some(iterator) => m.incref(iterator),
        None => m.heap.empty_tuple(),
    });
    let arguments = arguments.collect();
    Ok((arguments, Some(m.field_or_none(this, zip_longest::FILL_VALUE))))
}

// The combinatoric iterators: their state is where the indices stand.

/// The numbers of a block of indices, as a tuple.
fn indices_tuple(m: &mut Machine, block: Address, length: u64) -> Address {
    let numbers: Vec<Address> = (0..length).map(|at| {
        let number = index(m, block, at) as i64;
        m.heap.new_int_ssize(number)
    }).collect();
    m.heap.new_tuple_from(&numbers)
}

/// The numbers of a state of `length` numbers.
fn numbers_of(m: &mut Machine, state: Address, length: u64) -> Outcome<Vec<i64>> {
    if m.heap.kind(state) != Kind::Tuple || m.heap.tuple_len(state) != length {
        return m.value_error("invalid arguments");
    }
    let items = m.heap.tuple_items(state);
    items.into_iter().map(|item| whole(m, item)).collect()
}

/// Puts the items of the pools at these places in the result that is handed out next.
fn set_shown(m: &mut Machine, this: Address, offset: u64, shown: &[(Address, u64)]) {
    let items: Vec<Address> = shown.iter().map(|(pool, at)| m.heap.tuple_item(*pool, *at)).collect();
    let result = m.heap.new_tuple_of(&items);
    m.set_field(this, offset, result);
}

/// `(pool, r)`, the pool empty at the end; and whether there is a state.
fn pool_and_length(m: &mut Machine, this: Address, [pool, length, stopped, result]: [u64; 4]) -> (Vec<Address>, bool) {
    let started = !m.field(this, result).is_null();
    let over = started && m.heap.memory.u32(this.plus(stopped)) != 0;
    let pool = if over { m.heap.empty_tuple() } else { m.field_or_none(this, pool) };
    let length = m.word(this, length);
    (vec![pool, m.heap.new_int_ssize(length)], started && !over)
}

fn reduce_combinations(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    use combinations::{INDICES, LENGTH, POOL, RESULT, STOPPED};
    let (arguments, started) = pool_and_length(m, this, [POOL, LENGTH, STOPPED, RESULT]);
    let (block, length) = (m.field(this, INDICES), m.word(this, LENGTH) as u64);
    let state = started.then(|| indices_tuple(m, block, length));
    Ok((arguments, state))
}

fn set_combinations(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let (pool, block) = (m.field(this, combinations::POOL), m.field(this, combinations::INDICES));
    let (size, length) = (m.heap.tuple_len(pool) as i64, m.word(this, combinations::LENGTH));
    let replaced = is_a(m, this, StaticType::ItertoolsCombinationsWithReplacement);
    let mut shown = Vec::new();
    for (at, number) in (0..).zip(numbers_of(m, state, length as u64)?) {
        let most = if replaced { size - 1 } else { at as i64 + size - length };
        let number = number.min(most).max(0) as u64;
        if number as i64 >= size {
            return m.value_error("invalid arguments");
        }
        set_index(m, block, at, number);
        shown.push((pool, number));
    }
    set_shown(m, this, combinations::RESULT, &shown);
    Ok(())
}

fn reduce_permutations(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    use permutations::{CYCLES, INDICES, LENGTH, POOL, RESULT, STOPPED};
    let (arguments, started) = pool_and_length(m, this, [POOL, LENGTH, STOPPED, RESULT]);
    if !started {
        return Ok((arguments, None));
    }
    let size = m.heap.tuple_len(m.field(this, POOL));
    let indices = indices_tuple(m, m.field(this, INDICES), size);
    let cycles = indices_tuple(m, m.field(this, CYCLES), m.word(this, LENGTH) as u64);
    Ok((arguments, Some(m.heap.new_tuple_from(&[indices, cycles]))))
}

fn set_permutations(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let items = items_of(m, state, 2, 2)?;
    for (at, item) in items.iter().enumerate() {
        must_be(m, at + 1, *item, StaticType::Tuple)?;
    }
    let pool = m.field(this, permutations::POOL);
    let (size, length) = (m.heap.tuple_len(pool), m.word(this, permutations::LENGTH) as u64);
    let indices = numbers_of(m, items[0], size)?;
    let cycles = numbers_of(m, items[1], length)?;
    let mut shown = Vec::new();
    for (at, number) in (0..).zip(indices) {
        let number = number.clamp(0, size as i64 - 1) as u64;
        set_index(m, m.field(this, permutations::INDICES), at, number);
        shown.push((pool, number));
    }
    for (at, number) in (0..).zip(cycles) {
        let number = number.min(size.wrapping_sub(at) as i64).max(1) as u64;
        set_index(m, m.field(this, permutations::CYCLES), at, number);
    }
    shown.truncate(length as usize);
    set_shown(m, this, permutations::RESULT, &shown);
    Ok(())
}

fn reduce_product(m: &mut Machine, this: Address) -> Outcome<(Vec<Address>, Option<Address>)> {
    if m.heap.memory.u32(this.plus(product::STOPPED)) != 0 {
        return Ok((vec![m.heap.empty_tuple()], None));
    }
    let pools = m.heap.tuple_items(m.field(this, product::POOLS));
    let length = pools.len() as u64;
    for pool in &pools {
        m.incref(*pool);
    }
    let started = !m.field(this, product::RESULT).is_null();
    let state = started.then(|| indices_tuple(m, m.field(this, product::INDICES), length));
    Ok((pools, state))
}

fn set_product(m: &mut Machine, this: Address, state: Address) -> Outcome<()> {
    let pools = m.heap.tuple_items(m.field(this, product::POOLS));
    let numbers = numbers_of(m, state, pools.len() as u64)?;
    let mut shown = Vec::new();
    for (at, (number, pool)) in (0..).zip(numbers.into_iter().zip(pools)) {
        let size = m.heap.tuple_len(pool) as i64;
        if size == 0 {
            m.heap.memory.set_u32(this.plus(product::STOPPED), 1);
            return Ok(());
        }
        let number = number.clamp(0, size - 1) as u64;
        set_index(m, m.field(this, product::INDICES), at, number);
        shown.push((pool, number));
    }
    set_shown(m, this, product::RESULT, &shown);
    Ok(())
}
