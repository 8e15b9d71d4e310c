//! What computes on arrays: columns of numbers are read in C order, with broadcasting, and written back.

use heapglass_heap::{Address, Kind, layout::native::nd_array as field};

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

/// Numbers of one kind: those of integers and truth values, or those of floats.
enum Column {
    Ints(Vec<i64>),
    Floats(Vec<f64>),
}

impl Column {
    fn floats(&self) -> Vec<f64> {
        match self {
            Self::Ints(values) => values.iter().map(|value| *value as f64).collect(),
            Self::Floats(values) => values.clone(),
        }
    }

    fn ints(&self) -> Vec<i64> {
        match self {
            Self::Ints(values) => values.clone(),
            Self::Floats(values) => values.iter().map(|value| *value as i64).collect(),
        }
    }

    fn is_float(&self) -> bool {
        matches!(self, Self::Floats(_))
    }

    fn is_true(&self) -> Vec<bool> {
        match self {
            Self::Ints(values) => values.iter().map(|value| *value != 0).collect(),
            Self::Floats(values) => values.iter().map(|value| *value != 0.0).collect(),
        }
    }
}

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
    let mut found = vec![m.field(array, field::DATA).raw()];
    for (dimension, step) in shape.iter().zip(&stretched) {
        found = found
            .iter()
            .flat_map(|start| (0..*dimension).map(move |at| start.wrapping_add_signed(step.wrapping_mul(at as i64))))
            .collect();
    }
    Some(found)
}

fn places_of(m: &mut Machine, array: Address, shape: &[u64]) -> Outcome<Vec<u64>> {
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
        _ => Column::Ints(all.map(|place| match code {
            'b' => i64::from(memory.u8(place) as i8),
            'B' | '?' => i64::from(memory.u8(place)),
            'h' => i64::from(memory.u16(place) as i16),
            'H' => i64::from(memory.u16(place)),
            'i' => i64::from(memory.u32(place) as i32),
            'I' => i64::from(memory.u32(place)),
            _ => memory.u64(place) as i64,
        }).collect()),
    })
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

fn of_floats(name: &str, a: f64, b: f64) -> Option<f64> {
    Some(match name {
        "add" => a + b,
        "subtract" => a - b,
        "multiply" => a * b,
        "true_divide" => a / b,
        "floor_divide" => (a / b).floor(),
        "remainder" if b == 0.0 => f64::NAN,
        "remainder" => {
            let rest = a % b;
            if rest != 0.0 && (rest < 0.0) != (b < 0.0) { rest + b } else { rest }
        }
        "power" => a.powf(b),
        "maximum" => if a.is_nan() || a > b { a } else { b },
        "minimum" => if a.is_nan() || a < b { a } else { b },
        "arctan2" => a.atan2(b),
        "hypot" => a.hypot(b),
        _ => return None,
    })
}

fn of_ints(name: &str, a: i64, b: i64) -> Option<i64> {
    Some(match name {
        "add" => a.wrapping_add(b),
        "subtract" => a.wrapping_sub(b),
        "multiply" => a.wrapping_mul(b),
        "floor_divide" | "remainder" if b == 0 => 0,
        "floor_divide" => {
            let whole = a.wrapping_div(b);
            whole - i64::from(a.wrapping_rem(b) != 0 && (a < 0) != (b < 0))
        }
        "remainder" => {
            let rest = a.wrapping_rem(b);
            if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest }
        }
        "power" => {
            let (mut result, mut square, mut rest) = (1_i64, a, b);
            while rest > 0 {
                if rest & 1 == 1 {
                    result = result.wrapping_mul(square);
                }
                square = square.wrapping_mul(square);
                rest >>= 1;
            }
            result
        }
        "maximum" => a.max(b),
        "minimum" => a.min(b),
        "bitwise_and" => a & b,
        "bitwise_or" => a | b,
        "bitwise_xor" => a ^ b,
        "left_shift" => if (0..64).contains(&b) { a << b } else { 0 },
        "right_shift" => a >> b.clamp(0, 63),
        _ => return None,
    })
}

fn compared<T: PartialOrd>(name: &str, a: &T, b: &T) -> Option<bool> {
    Some(match name {
        "less" => a < b,
        "less_equal" => a <= b,
        "equal" => a == b,
        "not_equal" => a != b,
        "greater" => a > b,
        "greater_equal" => a >= b,
        _ => return None,
    })
}

/// One operation on two columns of the same length; `None` if there is none of this name for such numbers.
fn combine(name: &str, a: &Column, b: &Column, float: bool) -> Option<Column> {
    if let "logical_and" | "logical_or" | "logical_xor" = name {
        let pairs = a.is_true().into_iter().zip(b.is_true());
        return Some(Column::Ints(pairs.map(|(a, b)| i64::from(match name {
            "logical_and" => a && b,
            "logical_or" => a || b,
            _ => a != b,
        })).collect()));
    }
    if float || a.is_float() || b.is_float() {
        let (a, b) = (a.floats(), b.floats());
        let pairs = || a.iter().zip(&b);
        if let Some(truths) = pairs().map(|(a, b)| compared(name, a, b).map(i64::from)).collect::<Option<Vec<i64>>>()
            && compared(name, &0.0, &0.0).is_some()
        {
            return Some(Column::Ints(truths));
        }
        return pairs().map(|(a, b)| of_floats(name, *a, *b)).collect::<Option<Vec<f64>>>().map(Column::Floats);
    }
    let (a, b) = (a.ints(), b.ints());
    let pairs = a.iter().zip(&b);
    let values = pairs.map(|(a, b)| compared(name, a, b).map(i64::from).or_else(|| of_ints(name, *a, *b)));
    values.collect::<Option<Vec<i64>>>().map(Column::Ints)
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

fn of_one_float(name: &str, value: f64) -> Option<f64> {
    Some(match name {
        "negative" => -value,
        "absolute" => value.abs(),
        "sqrt" => value.sqrt(),
        "exp" => value.exp(),
        "log" => value.ln(),
        "log2" => value.log2(),
        "log10" => value.log10(),
        "sin" => value.sin(),
        "cos" => value.cos(),
        "tan" => value.tan(),
        "floor" => value.floor(),
        "ceil" => value.ceil(),
        "trunc" => value.trunc(),
        "rint" => value.round_ties_even(),
        "sign" if value == 0.0 || value.is_nan() => value,
        "sign" => value.signum(),
        "isnan" => f64::from(u8::from(value.is_nan())),
        "isinf" => f64::from(u8::from(value.is_infinite())),
        "isfinite" => f64::from(u8::from(value.is_finite())),
        "copy" => value,
        _ => return None,
    })
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

/// Adds up as NumPy does: eight sums side by side, and halves of what is longer than 128.
fn pairwise_sum(values: &[f64]) -> f64 {
    let count = values.len();
    if count < 8 {
        return values.iter().fold(-0.0, |sum, value| sum + value);
    }
    if count <= 128 {
        let mut sums = [0.0; 8];
        sums.copy_from_slice(&values[..8]);
        let chunks = values[8..].chunks_exact(8);
        let rest = chunks.remainder();
        for chunk in chunks {
            for (sum, value) in sums.iter_mut().zip(chunk) {
                *sum += value;
            }
        }
        let [a, b, c, d, e, f, g, h] = sums;
        return rest.iter().fold(((a + b) + (c + d)) + ((e + f) + (g + h)), |sum, value| sum + value);
    }
    let half = count / 2;
    let half = half - half % 8;
    pairwise_sum(&values[..half]) + pairwise_sum(&values[half..])
}

/// The place of the first smallest or largest item.
fn first_extreme<T: PartialOrd + Copy>(values: &[T], largest: bool) -> i64 {
    let mut best = 0;
    for (at, value) in values.iter().enumerate() {
        let better = if largest { *value > values[best] } else { *value < values[best] };
        if better {
            best = at;
        }
    }
    best as i64
}

fn reduce_floats(name: &str, values: &[f64]) -> Option<f64> {
    Some(match name {
        "add" => pairwise_sum(values) + 0.0,
        "add_in_turn" => values.iter().fold(-0.0, |sum, value| sum + value) + 0.0,
        "argmin" => first_extreme(values, false) as f64,
        "argmax" => first_extreme(values, true) as f64,
        "multiply" => values.iter().product(),
        "any" => f64::from(u8::from(values.iter().any(|value| *value != 0.0))),
        "all" => f64::from(u8::from(values.iter().all(|value| *value != 0.0))),
        _ => {
            let (first, rest) = values.split_first()?;
            rest.iter().try_fold(*first, |so_far, value| of_floats(name, so_far, *value))?
        }
    })
}

fn reduce_ints(name: &str, values: &[i64]) -> Option<i64> {
    Some(match name {
        "add" | "add_in_turn" => values.iter().fold(0, |sum: i64, value| sum.wrapping_add(*value)),
        "multiply" => values.iter().fold(1, |product: i64, value| product.wrapping_mul(*value)),
        "argmin" => first_extreme(values, false),
        "argmax" => first_extreme(values, true),
        "any" => i64::from(values.iter().any(|value| *value != 0)),
        "all" => i64::from(values.iter().all(|value| *value != 0)),
        _ => {
            let (first, rest) = values.split_first()?;
            rest.iter().try_fold(*first, |so_far, value| of_ints(name, so_far, *value))?
        }
    })
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
    m.spend(rows.saturating_mul(columns).saturating_mul(inner) / 8);
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
