//! `memoryview.cast`: the same bytes under another format or shape.

use heapglass_heap::{
    Address, Kind,
    layout::container::memory_view::{BASE, ITEM_SIZE, LENGTH},
    static_type::StaticType,
};

use super::{checked, code, is_contiguous, part, shape};
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// More dimensions than this are refused (`PyBUF_MAX_NDIM`).
const MOST_DIMENSIONS: usize = 64;

/// Bytes of an item of a native format.
fn native_size(code: char) -> Option<u64> {
    Some(match code {
        'c' | 'b' | 'B' | '?' => 1,
        'h' | 'H' | 'e' => 2,
        'i' | 'I' | 'f' => 4,
        'l' | 'L' | 'q' | 'Q' | 'n' | 'N' | 'd' | 'P' => 8,
        _ => return None,
    })
}

fn is_byte(code: char) -> bool {
    matches!(code, 'c' | 'b' | 'B')
}

/// `view.cast(format[, shape])`
pub fn cast(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "cast", &["format", "shape"])?;
    let view = arguments.self_;
    let Some(format) = arguments.get_or_keyword(m, 0, "format") else {
        return m.type_error("cast() missing required argument 'format' (pos 1)");
    };
    let letters = m.expect_text(format, "cast() argument 'format' must be str")?;
    checked(m, view)?;
    if !is_contiguous(m, view, true) {
        return m.type_error("memoryview: casts are restricted to C-contiguous views");
    }
    let wanted = match arguments.get_or_keyword(m, 1, "shape") {
        Some(given) => Some(shape_of(m, view, given)?),
        None => None,
    };
    let (code, size) = format_of(m, view, &letters)?;
    let length = m.word(view, LENGTH);
    if length % size as i64 != 0 {
        return m.type_error("memoryview: length is not a multiple of itemsize");
    }
    let new_shape = wanted.unwrap_or_else(|| vec![length / size as i64]);
    let product = new_shape.iter().try_fold(size as i64, |product, size| product.checked_mul(*size));
    if product != Some(length) {
        return m.type_error("memoryview: product(shape) * itemsize != buffer size");
    }
    let mut strides = vec![size as i64; new_shape.len()];
    for at in (1..new_shape.len()).rev() {
        strides[at - 1] = strides[at] * new_shape[at];
    }
    let mut part = part(m, view);
    (part.item_size, part.format) = (size, code as u8);
    Ok(m.heap.new_memory_view(m.field(view, BASE), part, &new_shape, &strides))
}

/// The letter and the item size of the destination format; one of the two formats must be bytes.
fn format_of(m: &mut Machine, view: Address, letters: &str) -> Outcome<(char, u64)> {
    let letters = letters.strip_prefix('@').unwrap_or(letters);
    let mut chars = letters.chars();
    let known = match (chars.next(), chars.next()) {
        (Some(code), None) => native_size(code).map(|size| (code, size)),
        _ => None,
    };
    let Some((new, size)) = known else {
        let text = "memoryview: destination format must be a native single character format prefixed with an optional '@'";
        return m.value_error(text);
    };
    if !is_byte(new) && !is_byte(code(m, view)) && m.word(view, ITEM_SIZE) > 0 {
        return m.type_error("memoryview: cannot cast between two non-byte formats");
    }
    Ok((new, size))
}

/// The dimensions asked for: a list or tuple of numbers above zero.
fn shape_of(m: &mut Machine, view: Address, given: Address) -> Outcome<Vec<i64>> {
    let sizes = match m.heap.kind(given) {
        Kind::List => m.heap.list_items(given),
        Kind::Tuple => m.heap.tuple_items(given),
        _ => return m.type_error("shape must be a list or a tuple"),
    };
    if sizes.len() > MOST_DIMENSIONS {
        return m.value_error(format!("memoryview: number of dimensions must not exceed {MOST_DIMENSIONS}"));
    }
    if shape(m, view).len() != 1 && sizes.len() != 1 {
        return m.type_error("memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    let mut numbers = Vec::with_capacity(sizes.len());
    for size in sizes {
        if m.heap.kind(size) != Kind::Int {
            return m.type_error("memoryview.cast(): elements of shape must be integers");
        }
        let number = m.index_to_i64(size, StaticType::OverflowError)?;
        if number <= 0 {
            return m.value_error("memoryview.cast(): elements of shape must be integers > 0");
        }
        numbers.push(number);
    }
    Ok(numbers)
}
