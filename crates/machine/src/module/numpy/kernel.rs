//! What computes on arrays: columns of numbers are read in C order, with broadcasting, and written back.

mod operation;

use heapglass_heap::{Address, Kind, layout::native::nd_array as field};

use operation::{Column, combine, of_floats, of_ints, of_one_float, reduce_floats, reduce_ints};

use super::{code, dimensions, expect_array, size_of, strides};
use crate::{
    machine::{Machine, Outcome},
    method::array::item,
    native::{Arguments, Convention, NativeRow},
};

const fn row(name: &'static str, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("_numpy", name, Convention::Positional, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("binary", binary),
    row("unary", unary),
    row("reduce", reduce),
    row("accumulate", accumulate),
    row("dot", dot),
    row("items", items),
    row("fill", fill),
    row("nonzero", nonzero),
    row("take", take),
    row("put", put),
];

/// Where each item of an array lies, in C order, when it is stretched to a shape; `None` if it does not stretch.
fn places(m: &Machine, array: Address, shape: &[u64]) -> Option<Vec<u64>> {
    let (own, steps) = (dimensions(m, array), strides(m, array));
    let missing = shape.len().checked_sub(own.len())?;
    let mut stretched = vec![0; missing];
    for (at, (dimension, step)) in own.iter().zip(&steps).enumerate() {
        if *dimension != shape[missing + at] && *dimension != 1 {
            return None;
        }
        stretched.push(if *dimension == 1 { 0 } else { *step });
    }
    Some(walk(m.field(array, field::DATA), shape, &stretched))
}

/// The first items of an array in words, in C order.
pub(super) fn first_items(m: &Machine, array: Address, most: usize) -> Vec<String> {
    let shape = dimensions(m, array);
    // Rows beyond those that are told are not looked for.
    let near: Vec<u64> = shape.iter().map(|length| (*length).min(most as u64)).collect();
    if near.len() > 4 {
        return Vec::new();
    }
    let code = code(m, array);
    let memory = &m.heap.memory;
    places_near(m, array, &near)
        .into_iter()
        .take(most)
        .map(Address::new)
        .map(|place| match code {
            'd' => memory.f64(place).to_string(),
            'f' => f32::from_bits(memory.u32(place)).to_string(),
            '?' => (if memory.u8(place) == 0 { "False" } else { "True" }).to_owned(),
            'L' | 'Q' => memory.u64(place).to_string(),
            _ => whole(m, place, code).to_string(),
        })
        .collect()
}

/// Where the items with small indices lie.
fn places_near(m: &Machine, array: Address, near: &[u64]) -> Vec<u64> {
    walk(m.field(array, field::DATA), near, &strides(m, array))
}

/// Places in C order.
fn walk(start: Address, shape: &[u64], steps: &[i64]) -> Vec<u64> {
    let mut found = vec![start.raw()];
    for (dimension, step) in shape.iter().zip(steps) {
        found = found
            .iter()
            .flat_map(|start| (0..*dimension).map(move |at| start.wrapping_add_signed(step.wrapping_mul(at as i64))))
            .collect();
    }
    found
}

/// Items whose handling is a unit of work.
const ITEMS_PER_UNIT: u64 = 8;

fn places_of(m: &mut Machine, array: Address, shape: &[u64]) -> Outcome<Vec<u64>> {
    let count = shape.iter().fold(1_u64, |all, length| all.saturating_mul(*length));
    m.count_work(count / ITEMS_PER_UNIT)?;
    match places(m, array, shape) {
        Some(found) => {
            m.spend(found.len() as u64 / 8);
            Ok(found)
        }
        None => m.value_error("operands could not be broadcast together"),
    }
}

/// Reads an array, stretched to a shape.
fn read(m: &mut Machine, array: Address, shape: &[u64]) -> Outcome<Column> {
    let (places, code) = (places_of(m, array, shape)?, code(m, array));
    let memory = &m.heap.memory;
    let all = places.into_iter().map(Address::new);
    Ok(match code {
        'd' => Column::Floats(all.map(|place| memory.f64(place)).collect()),
        'f' => Column::Floats(all.map(|place| f64::from(f32::from_bits(memory.u32(place)))).collect()),
        _ => Column::Ints(all.map(|place| whole(m, place, code)).collect()),
    })
}

/// An item that is a whole number or a truth value.
fn whole(m: &Machine, place: Address, code: char) -> i64 {
    let memory = &m.heap.memory;
    match code {
        'b' => i64::from(memory.u8(place) as i8),
        'B' | '?' => i64::from(memory.u8(place)),
        'h' => i64::from(memory.u16(place) as i16),
        'H' => i64::from(memory.u16(place)),
        'i' => i64::from(memory.u32(place) as i32),
        'I' => i64::from(memory.u32(place)),
        _ => memory.u64(place) as i64,
    }
}

/// Writes as many numbers as the array has items; they are cut to the size of an item, as C's casts do.
fn write(m: &mut Machine, array: Address, column: &Column) -> Outcome<()> {
    let shape = dimensions(m, array);
    let (places, code) = (places_of(m, array, &shape)?, code(m, array));
    let size = size_of(code) as usize;
    let bytes: Vec<[u8; 8]> = match code {
        'd' => column.floats().into_iter().map(f64::to_le_bytes).collect(),
        'f' => column.floats().into_iter().map(|value| u64::from((value as f32).to_bits()).to_le_bytes()).collect(),
        '?' => column.is_true().into_iter().map(|value| u64::from(value).to_le_bytes()).collect(),
        _ => column.ints().into_iter().map(i64::to_le_bytes).collect(),
    };
    for (place, bytes) in places.into_iter().zip(bytes) {
        m.heap.memory.write(Address::new(place), &bytes[..size]);
    }
    Ok(())
}

/// The arrays among the arguments, after the name of the operation.
fn arrays<const N: usize>(m: &mut Machine, arguments: &Arguments<'_>, named: usize) -> Outcome<[Address; N]> {
    arguments.arity(m, "kernel", named + N, named + N)?;
    let mut found = [Address::NULL; N];
    for (at, place) in found.iter_mut().enumerate() {
        *place = expect_array(m, arguments.positional[named + at])?;
    }
    Ok(found)
}

fn operation(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<String> {
    let name = arguments.get(0).unwrap_or(m.heap.none());
    m.expect_text(name, "the name of an operation is needed")
}

fn unknown<T>(m: &mut Machine, name: &str) -> Outcome<T> {
    m.type_error(format!("ufunc '{name}' not supported for the input types"))
}

/// `binary(name, a, b, out)`: item by item; the shape and the type are those of `out`.
fn binary(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = operation(m, &arguments)?;
    let [a, b, out] = arrays(m, &arguments, 1)?;
    let shape = dimensions(m, out);
    let (a, b) = (read(m, a, &shape)?, read(m, b, &shape)?);
    let float = matches!(code(m, out), 'd' | 'f');
    match combine(&name, &a, &b, float) {
        Some(column) => write(m, out, &column)?,
        None => return unknown(m, &name),
    }
    m.none()
}

/// `unary(name, a, out)`: item by item; `copy` converts and stretches.
fn unary(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = operation(m, &arguments)?;
    let [a, out] = arrays(m, &arguments, 1)?;
    let shape = dimensions(m, out);
    let float = matches!(code(m, out), 'd' | 'f');
    let column = read(m, a, &shape)?;
    let result = match (name.as_str(), &column) {
        ("logical_not", _) => Some(Column::Ints(column.is_true().into_iter().map(|value| i64::from(!value)).collect())),
        ("copy", _) => Some(column),
        (name, Column::Ints(values)) if !float => {
            let one = |value: &i64| Some(match name {
                "negative" => value.wrapping_neg(),
                "absolute" => value.wrapping_abs(),
                "invert" => !value,
                "sign" => value.signum(),
                "floor" | "ceil" | "trunc" | "rint" => *value,
                "isnan" | "isinf" => 0,
                "isfinite" => 1,
                _ => return None,
            });
            values.iter().map(one).collect::<Option<Vec<i64>>>().map(Column::Ints)
        }
        (name, column) => {
            column.floats().into_iter().map(|value| of_one_float(name, value)).collect::<Option<Vec<f64>>>().map(Column::Floats)
        }
    };
    match result {
        Some(column) => write(m, out, &column)?,
        None => return unknown(m, &name),
    }
    m.none()
}

/// `reduce(name, a, out)`: the last dimension becomes one number.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = operation(m, &arguments)?;
    let [a, out] = arrays(m, &arguments, 1)?;
    let shape = dimensions(m, a);
    let length = shape.last().copied().unwrap_or(1) as usize;
    let float = matches!(code(m, out), 'd' | 'f');
    let rows = dimensions(m, out).iter().product::<u64>();
    if length as u64 * rows != shape.iter().product::<u64>() {
        return m.value_error("the result has another shape");
    }
    let column = read(m, a, &shape)?;
    let reduced = if float || column.is_float() {
        let values = column.floats();
        let each = (0..rows as usize).map(|row| reduce_floats(&name, &values[row * length..][..length]));
        each.collect::<Option<Vec<f64>>>().map(Column::Floats)
    } else {
        let values = column.ints();
        let each = (0..rows as usize).map(|row| reduce_ints(&name, &values[row * length..][..length]));
        each.collect::<Option<Vec<i64>>>().map(Column::Ints)
    };
    match reduced {
        Some(column) => write(m, out, &column)?,
        None => return m.value_error(format!("zero-size array to reduction operation {name} which has no identity")),
    }
    m.none()
}

/// `accumulate(name, a, out)`: running sums and products of all items.
fn accumulate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = operation(m, &arguments)?;
    let [a, out] = arrays(m, &arguments, 1)?;
    let shape = dimensions(m, out);
    let column = match read(m, a, &shape)? {
        Column::Ints(values) => {
            let mut so_far = i64::from(name == "multiply");
            Column::Ints(values.into_iter().map(|value| {
                so_far = of_ints(&name, so_far, value).unwrap_or(value);
                so_far
            }).collect())
        }
        Column::Floats(values) => {
            let mut so_far = if name == "multiply" { 1.0 } else { -0.0 };
            Column::Floats(values.into_iter().map(|value| {
                so_far = of_floats(&name, so_far, value).unwrap_or(value);
                so_far
            }).collect())
        }
    };
    write(m, out, &column)?;
    m.none()
}

/// `dot(a, b, out)`: the product of two matrices.
fn dot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [a, b, out] = arrays(m, &arguments, 0)?;
    let ([left, right], shape) = ([a, b].map(|array| dimensions(m, array)), dimensions(m, out));
    let (&[rows, inner], &[inner_too, columns]) = (&left[..], &right[..]) else {
        return m.value_error("two matrices are needed");
    };
    if inner != inner_too || shape != [rows, columns] {
        return m.value_error("the matrices do not fit");
    }
    let (a, b) = (read(m, a, &left)?, read(m, b, &right)?);
    let products = rows.saturating_mul(columns).saturating_mul(inner);
    m.count_work(products / ITEMS_PER_UNIT)?;
    m.spend(products / 8);
    let places = (0..rows as usize).flat_map(|row| (0..columns as usize).map(move |column| (row, column)));
    let (inner, columns) = (inner as usize, columns as usize);
    let product = if a.is_float() || b.is_float() {
        let (a, b) = (a.floats(), b.floats());
        Column::Floats(places.map(|(row, column)| (0..inner).map(|at| a[row * inner + at] * b[at * columns + column]).sum()).collect())
    } else {
        let (a, b) = (a.ints(), b.ints());
        let term = |row: usize, column: usize, at: usize| a[row * inner + at].wrapping_mul(b[at * columns + column]);
        let sum = |(row, column)| (0..inner).fold(0_i64, |sum, at| sum.wrapping_add(term(row, column, at)));
        Column::Ints(places.map(sum).collect())
    };
    write(m, out, &product)?;
    m.none()
}

/// `items(a)`: a list of Python's numbers, in C order.
fn items(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [array] = arrays(m, &arguments, 0)?;
    let (shape, code) = (dimensions(m, array), code(m, array));
    let places = places_of(m, array, &shape)?;
    if !m.heap.can_allocate(40 * places.len() as u64) {
        return m.memory_error();
    }
    let mut found = Vec::with_capacity(places.len());
    for place in places.into_iter().map(Address::new) {
        found.push(if code == '?' { m.truth(m.heap.memory.u8(place) != 0)? } else { item::load(m, place, code) });
    }
    Ok(m.heap.new_list_from(&found))
}

/// `fill(a, list)`: the items of an array that owns its data, from Python's numbers.
fn fill(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "fill", 2, 2)?;
    let (array, list) = (expect_array(m, arguments.positional[0])?, arguments.positional[1]);
    if m.heap.kind(list) != Kind::List {
        return m.type_error("a list is needed");
    }
    let (shape, code) = (dimensions(m, array), code(m, array));
    for (at, place) in places_of(m, array, &shape)?.into_iter().enumerate() {
        // Converting a value may run code that changes the list.
        let Some(value) = (at < m.heap.list_len(list) as usize).then(|| m.heap.list_item(list, at as u64)) else { break };
        m.incref(value);
        let stored = match code {
            '?' => m.is_true(value).map(|truth| vec![u8::from(truth)]),
            _ => item::bytes_of(m, code, value),
        };
        m.decref(value);
        m.heap.memory.write(Address::new(place), &stored?);
    }
    m.none()
}

/// `nonzero(a, out)`: writes where the items are that are not zero, and tells how many they are.
fn nonzero(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [array, out] = arrays(m, &arguments, 0)?;
    let shape = dimensions(m, array);
    let truths = read(m, array, &shape)?.is_true();
    let mut found: Vec<i64> = (0..).zip(&truths).filter(|(_, truth)| **truth).map(|(at, _)| at).collect();
    let count = found.len() as i64;
    found.resize(truths.len(), 0);
    write(m, out, &Column::Ints(found))?;
    Ok(m.heap.new_int(count))
}

/// Where the rows of an array begin in its column, by numbers of rows; negative ones count from the end.
fn rows_at(m: &mut Machine, array: Address, indices: Address) -> Outcome<(Vec<usize>, usize)> {
    let shape = dimensions(m, array);
    let rows = shape.first().copied().unwrap_or(1) as i64;
    let width = shape.iter().skip(1).product::<u64>() as usize;
    let own = dimensions(m, indices);
    let mut found = Vec::new();
    for index in read(m, indices, &own)?.ints() {
        let at = if index < 0 { index + rows } else { index };
        if !(0..rows).contains(&at) {
            let text = format!("index {index} is out of bounds for axis 0 with size {rows}");
            return Err(m.raise(heapglass_heap::static_type::StaticType::IndexError, text));
        }
        found.push(at as usize * width);
    }
    Ok((found, width))
}

/// `take(a, indices, out)`: the rows with these numbers.
fn take(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [array, indices, out] = arrays(m, &arguments, 0)?;
    let (starts, width) = rows_at(m, array, indices)?;
    let shape = dimensions(m, array);
    let column = match read(m, array, &shape)? {
        Column::Ints(values) => Column::Ints(starts.iter().flat_map(|start| values[*start..][..width].to_vec()).collect()),
        Column::Floats(values) => Column::Floats(starts.iter().flat_map(|start| values[*start..][..width].to_vec()).collect()),
    };
    write(m, out, &column)?;
    m.none()
}

/// `put(a, indices, values)`: replaces the rows with these numbers.
fn put(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [array, indices, values] = arrays(m, &arguments, 0)?;
    let (starts, width) = rows_at(m, array, indices)?;
    let (shape, given) = (dimensions(m, array), dimensions(m, values));
    let (column, new) = (read(m, array, &shape)?, read(m, values, &given)?);
    let targets: Vec<usize> = starts.iter().flat_map(|start| *start..*start + width).collect();
    let column = match column {
        Column::Ints(mut old) => {
            targets.into_iter().zip(new.ints()).for_each(|(at, value)| old[at] = value);
            Column::Ints(old)
        }
        Column::Floats(mut old) => {
            targets.into_iter().zip(new.floats()).for_each(|(at, value)| old[at] = value);
            Column::Floats(old)
        }
    };
    write(m, array, &column)?;
    m.none()
}
