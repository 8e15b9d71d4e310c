//! What functions of complex numbers come to where a part is infinite or NaN: recorded from 3.12.1.
//!
//! A row for each real part in the order −inf, negative, −0, 0, positive, inf, NaN, in it a pair of letters for each imaginary
//! part in the same order: `z` 0, `i` inf, `n` NaN, `o` 1, `p` π, `h` π/2, `q` π/4, `t` 3π/4; negative in capitals. `EE` is no
//! number at all, `..` is computed.

/// `acos`
pub const ACOS: &str = "tipipipIpItInihi........hInnhi........hIhnhi........hIhnhi........hInnqizizizIzIqInininnnnnnnnnInn";
/// `acosh`
pub const ACOSH: &str = "iTiPiPipipitiniH........ihnniH........ihnniH........ihnniH........ihnniQiZiZiziziqininnnnnnnnninnn";
/// `asinh`
pub const ASINH: &str = "IQIZIZIzIzIqInIH........IhnnIH........IhnniH........ihnniH........ihnniQiZiZiziziqininnnnZnznninnn";
/// `atanh`
pub const ATANH: &str = "ZHZHZHZhZhZhZnZH........ZhnnZH........ZhZnzH........zhznzH........zhnnzHzHzHzhzhzhznzHnnnnnnnnzhnn";
/// `cosh`
pub const COSH: &str = "EE..iziZ..EEinEE........EEnnEE........EEnzEE........EEnzEE........EEnnEE..iZiz..EEinnnnnnznznnnnnn";
/// `exp`
pub const EXP: &str = "zz..zZzz..zzzzEE........EEnnEE........EEnnEE........EEnnEE........EEnnEE..iZiz..EEinnnnnnZnznnnnnn";
/// `log`
pub const LOG: &str = "iTiPiPipipitiniH........ihnniH........ihnniH........ihnniH........ihnniQiZiZiziziqininnnnnnnnninnn";
/// `sinh`
pub const SINH: &str = "EE..IZIz..EEinEE........EEnnEE........EEznEE........EEznEE........EEnnEE..iZiz..EEinnnnnnZnznnnnnn";
/// `sqrt`
pub const SQRT: &str = "iIzIzIziziiiniiI........iinniI........iinniI........iinniI........iinniIiZiZiziziiiniInnnnnnnniinn";
/// `tanh`
pub const TANH: &str = "Oz..OZOz..OzOzEE........EEnnEE........EEnnEE........EEnnEE........EEnnoz..oZoz..ozoznnnnnZnznnnnnn";
/// `rect`
pub const RECT: &str = "EE..IzIZ..EEinEE........EEnnzz........zzzzzz........zzzzEE........EEnnEE..iZiz..EEinnnnnnznznnnnnn";

fn place(x: f64) -> usize {
    if x.is_nan() {
        6
    } else if x.is_infinite() {
        if x > 0.0 { 5 } else { 0 }
    } else if x == 0.0 {
        if x.is_sign_negative() { 2 } else { 3 }
    } else if x > 0.0 {
        4
    } else {
        1
    }
}

fn value(letter: u8) -> Option<f64> {
    use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};
    let magnitude = match letter.to_ascii_lowercase() {
        b'z' => 0.0,
        b'i' => f64::INFINITY,
        b'n' => return Some(f64::NAN),
        b'o' => 1.0,
        b'p' => PI,
        b'h' => FRAC_PI_2,
        b'q' => FRAC_PI_4,
        b't' => 3.0 * FRAC_PI_4,
        _ => return None,
    };
    Some(if letter.is_ascii_uppercase() { -magnitude } else { magnitude })
}

/// The entry of a table; `None` where there is no such number.
pub fn entry(table: &str, (real, imaginary): (f64, f64)) -> Option<(f64, f64)> {
    let at = 2 * (7 * place(real) + place(imaginary));
    let letters = table.as_bytes().get(at..at + 2)?;
    Some((value(letters[0])?, value(letters[1])?))
}
