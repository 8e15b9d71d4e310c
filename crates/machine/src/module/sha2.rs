//! `_sha2`: SHA-512 (FIPS 180-4), which seeds of text and bytes go through.

use num_bigint::BigUint;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[NativeRow::function("_sha2", "_sha512_digest", Convention::One, digest)];

fn digest(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let data = m.expect_bytes(arguments.positional[0])?;
    Ok(m.heap.new_bytes(&sha512(&data)))
}

/// The first 64 bits after the point of the `root`th root of a prime.
fn fraction(prime: u64, root: u32) -> u64 {
    let scaled = BigUint::from(prime) << (64 * root as usize);
    scaled.nth_root(root).to_u64_digits().first().copied().unwrap_or(0)
}

fn primes() -> impl Iterator<Item = u64> {
    (2u64..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0))
}

/// The digest of a message.
pub fn sha512(message: &[u8]) -> Vec<u8> {
    let constants: Vec<u64> = primes().take(80).map(|prime| fraction(prime, 3)).collect();
    let mut hash: Vec<u64> = primes().take(8).map(|prime| fraction(prime, 2)).collect();
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 128 != 112 {
        padded.push(0);
    }
    padded.extend_from_slice(&(message.len() as u128 * 8).to_be_bytes());
    for block in padded.chunks(128) {
        let mut words: Vec<u64> = block
            .chunks(8)
            .map(|bytes| bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)))
            .collect();
        for at in 16..80 {
            let (x, y) = (words[at - 15], words[at - 2]);
            let first = x.rotate_right(1) ^ x.rotate_right(8) ^ x >> 7;
            let second = y.rotate_right(19) ^ y.rotate_right(61) ^ y >> 6;
            words.push(words[at - 16].wrapping_add(first).wrapping_add(words[at - 7]).wrapping_add(second));
        }
        let mut state = hash.clone();
        for (word, constant) in words.iter().zip(&constants) {
            let (a, b, c, e, f, g) = (state[0], state[1], state[2], state[4], state[5], state[6]);
            let chosen = (e & f) ^ (!e & g);
            let turned = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
            let one = state[7].wrapping_add(turned).wrapping_add(chosen).wrapping_add(*constant).wrapping_add(*word);
            let majority = (a & b) ^ (a & c) ^ (b & c);
            let two = (a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39)).wrapping_add(majority);
            state.rotate_right(1);
            state[4] = state[4].wrapping_add(one);
            state[0] = one.wrapping_add(two);
        }
        for (sum, word) in hash.iter_mut().zip(state) {
            *sum = sum.wrapping_add(word);
        }
    }
    hash.into_iter().flat_map(u64::to_be_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::sha512;

    #[test]
    fn the_digest_of_abc_is_that_of_hashlib() {
        let digest: String = sha512(b"abc").iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(digest.starts_with("ddaf35a193617abacc417349ae204131"));
        assert!(digest.ends_with("2a9ac94fa54ca49f"));
    }
}
