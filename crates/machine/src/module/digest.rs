//! `_hashes`: what is beneath `hashlib` (FIPS 180-4, FIPS 202, RFC 1321, RFC 8018). The constants are worked out, not listed.

use std::sync::OnceLock;

use num_bigint::BigUint;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("_sha2", "_sha512_digest", Convention::One, |m, a| {
        let data = m.expect_bytes(a.positional[0])?;
        Ok(m.heap.new_bytes(&sha2(&data, 64, 0)))
    }),
    NativeRow::function("_hashes", "digest", Convention::Positional, |m, a| {
        let (hash, data) = (named(m, &a)?, m.expect_bytes(a.positional[1])?);
        m.count_work(data.len() as u64 / 16)?;
        let length = m.index_to_i64(a.positional[2], heapglass_heap::static_type::StaticType::OverflowError)?;
        let digest = hash.of(&data, usize::try_from(length).unwrap_or(0));
        Ok(m.heap.new_bytes(&digest))
    }),
    NativeRow::function("_hashes", "pbkdf2", Convention::Positional, pbkdf2),
];

/// A hash function by its name.
#[derive(Clone, Copy)]
enum Hash {
    Md5,
    Sha1,
    /// Bits of a word, and which eight primes it starts with.
    Sha2(u32, usize),
    /// Bytes of the digest, and the bits after the message; a length of 0 is one that is asked for.
    Sha3(usize, u8),
}

/// The function named by the first argument, and how many bytes of its digest count.
fn named(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<Named> {
    arguments.arity(m, "digest", 3, 5)?;
    let name = m.expect_text(arguments.positional[0], "name must be a string")?;
    let (hash, size, block) = match name.as_str() {
        "md5" => (Hash::Md5, 16, 64),
        "sha1" => (Hash::Sha1, 20, 64),
        "sha224" => (Hash::Sha2(32, 8), 28, 64),
        "sha256" => (Hash::Sha2(32, 0), 32, 64),
        "sha384" => (Hash::Sha2(64, 8), 48, 128),
        "sha512" => (Hash::Sha2(64, 0), 64, 128),
        "sha3_224" => (Hash::Sha3(28, 6), 28, 144),
        "sha3_256" => (Hash::Sha3(32, 6), 32, 136),
        "sha3_384" => (Hash::Sha3(48, 6), 48, 104),
        "sha3_512" => (Hash::Sha3(64, 6), 64, 72),
        "shake_128" => (Hash::Sha3(16, 31), 0, 168),
        "shake_256" => (Hash::Sha3(32, 31), 0, 136),
        _ => return m.value_error(format!("unsupported hash type {name}")),
    };
    Ok(Named { hash, size, block })
}

#[derive(Clone, Copy)]
struct Named {
    hash: Hash,
    size: usize,
    block: usize,
}

impl Named {
    fn of(self, data: &[u8], length: usize) -> Vec<u8> {
        let mut digest = match self.hash {
            Hash::Md5 => md5(data),
            Hash::Sha1 => sha1(data),
            Hash::Sha2(bits, first) => sha2(data, bits, first),
            Hash::Sha3(strength, suffix) => keccak(data, strength, suffix, if self.size == 0 { length } else { self.size }),
        };
        if self.size > 0 {
            digest.truncate(self.size);
        }
        digest
    }

    /// `HMAC(key, data)` (RFC 2104).
    fn keyed(self, key: &[u8], data: &[u8]) -> Vec<u8> {
        let mut key = if key.len() > self.block { self.of(key, 0) } else { key.to_vec() };
        key.resize(self.block, 0);
        let with = |mark: u8, data: &[u8]| {
            let mut all: Vec<u8> = key.iter().map(|byte| byte ^ mark).collect();
            all.extend_from_slice(data);
            self.of(&all, 0)
        };
        with(0x5c, &with(0x36, data))
    }
}

/// `pbkdf2(name, password, salt, iterations, length)`
fn pbkdf2(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    use heapglass_heap::static_type::StaticType::OverflowError;
    arguments.arity(m, "pbkdf2", 5, 5)?;
    let hash = named(m, &arguments)?;
    let (password, salt) = (m.expect_bytes(arguments.positional[1])?, m.expect_bytes(arguments.positional[2])?);
    let rounds = m.index_to_i64(arguments.positional[3], OverflowError)?;
    let length = usize::try_from(m.index_to_i64(arguments.positional[4], OverflowError)?).unwrap_or(0);
    if hash.size == 0 || !m.heap.can_allocate(length as u64) {
        return m.memory_error();
    }
    let mut key = Vec::new();
    for number in 1u32.. {
        if key.len() >= length {
            break;
        }
        let mut round = hash.keyed(&password, &[salt.as_slice(), &number.to_be_bytes()].concat());
        let mut block = round.clone();
        for _ in 1..rounds {
            m.count_work(20)?;
            round = hash.keyed(&password, &round);
            for (sum, byte) in block.iter_mut().zip(&round) {
                *sum ^= byte;
            }
        }
        key.extend(block);
    }
    key.truncate(length);
    Ok(m.heap.new_bytes(&key))
}

/// The message with a one behind it, zeros, and its length in bits as the last `count` bytes of a block.
fn padded(message: &[u8], block: usize, count: usize, big: bool) -> Vec<u8> {
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % block != block - count {
        padded.push(0);
    }
    let bits = message.len() as u128 * 8;
    if big {
        padded.extend_from_slice(&bits.to_be_bytes()[16 - count..]);
    } else {
        padded.extend_from_slice(&bits.to_le_bytes()[..count]);
    }
    padded
}

fn words32(block: &[u8], read: fn([u8; 4]) -> u32) -> Vec<u32> {
    block.chunks_exact(4).map(|bytes| read([bytes[0], bytes[1], bytes[2], bytes[3]])).collect()
}

fn md5(message: &[u8]) -> Vec<u8> {
    const TURNS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let mut hash: [u32; 4] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    for block in padded(message, 64, 8, false).chunks(64) {
        let words = words32(block, u32::from_le_bytes);
        let [mut a, mut b, mut c, mut d] = hash;
        for at in 0..64 {
            let (mixed, word) = match at / 16 {
                0 => (b & c | !b & d, at),
                1 => (d & b | !d & c, 5 * at + 1),
                2 => (b ^ c ^ d, 3 * at + 5),
                _ => (c ^ (b | !d), 7 * at),
            };
            let constant = (((at + 1) as f64).sin().abs() * 4_294_967_296.0) as u32;
            let sum = a.wrapping_add(mixed).wrapping_add(constant).wrapping_add(words[word % 16]);
            (a, d, c) = (d, c, b);
            b = b.wrapping_add(sum.rotate_left(TURNS[at / 16][at % 4]));
        }
        for (sum, word) in hash.iter_mut().zip([a, b, c, d]) {
            *sum = sum.wrapping_add(word);
        }
    }
    hash.into_iter().flat_map(u32::to_le_bytes).collect()
}

fn sha1(message: &[u8]) -> Vec<u8> {
    let mut hash: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in padded(message, 64, 8, true).chunks(64) {
        let mut words = words32(block, u32::from_be_bytes);
        for at in 16..80 {
            words.push((words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16]).rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = hash;
        for (at, word) in words.into_iter().enumerate() {
            let (mixed, constant) = match at / 20 {
                0 => (b & c | !b & d, 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => (b & c | b & d | c & d, 0x8f1b_bcdc_u32),
                _ => (b ^ c ^ d, 0xca62_c1d6),
            };
            let sum = a.rotate_left(5).wrapping_add(mixed).wrapping_add(e).wrapping_add(constant).wrapping_add(word);
            (e, d, c, b, a) = (d, c, b.rotate_left(30), a, sum);
        }
        for (sum, word) in hash.iter_mut().zip([a, b, c, d, e]) {
            *sum = sum.wrapping_add(word);
        }
    }
    hash.into_iter().flat_map(u32::to_be_bytes).collect()
}

/// The first 64 bits after the point of the `root`th root of a prime.
fn fraction(prime: u64, root: u32) -> u64 {
    let scaled = BigUint::from(prime) << (64 * root as usize);
    scaled.nth_root(root).to_u64_digits().first().copied().unwrap_or(0)
}

/// The fractions of the cube roots of 80 primes and of the square roots of 16.
fn constants() -> &'static (Vec<u64>, Vec<u64>) {
    static CONSTANTS: OnceLock<(Vec<u64>, Vec<u64>)> = OnceLock::new();
    CONSTANTS.get_or_init(|| {
        let primes = || (2u64..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
        let cubic = primes().take(80).map(|prime| fraction(prime, 3)).collect();
        (cubic, primes().take(16).map(|prime| fraction(prime, 2)).collect())
    })
}

/// SHA-2 with words of 32 or 64 bits, starting with eight roots of primes from the `first`.
fn sha2(message: &[u8], bits: u32, first: usize) -> Vec<u8> {
    let (cubic, square) = constants();
    let wide = bits == 64;
    let mask = if wide { u64::MAX } else { u64::from(u32::MAX) };
    let (rounds, size) = if wide { (80, 8) } else { (64, 4) };
    let turn = move |word: u64, by: u32| if wide { word.rotate_right(by) } else { u64::from((word as u32).rotate_right(by)) };
    let turns: [u32; 10] = if wide { [1, 8, 19, 61, 14, 18, 41, 28, 34, 39] } else { [7, 18, 17, 19, 6, 11, 25, 2, 13, 22] };
    let shifts = if wide { [7, 6] } else { [3, 10] };
    // SHA-224 takes the second halves of its words.
    let start = |root: &u64| if wide { *root } else if first == 0 { *root >> 32 } else { *root & mask };
    let mut hash: Vec<u64> = square[first..first + 8].iter().map(start).collect();
    for block in padded(message, 16 * size, 2 * size, true).chunks(16 * size) {
        let word = |bytes: &[u8]| bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        let mut words: Vec<u64> = block.chunks(size).map(word).collect();
        for at in 16..rounds {
            let (x, y) = (words[at - 15], words[at - 2]);
            let first = turn(x, turns[0]) ^ turn(x, turns[1]) ^ x >> shifts[0];
            let second = turn(y, turns[2]) ^ turn(y, turns[3]) ^ y >> shifts[1];
            words.push(words[at - 16].wrapping_add(first).wrapping_add(words[at - 7]).wrapping_add(second) & mask);
        }
        let mut state = hash.clone();
        for (word, root) in words.iter().zip(cubic) {
            let constant = if wide { *root } else { *root >> 32 };
            let (a, b, c, e, f, g) = (state[0], state[1], state[2], state[4], state[5], state[6]);
            let chosen = (e & f) ^ (!e & g);
            let turned = turn(e, turns[4]) ^ turn(e, turns[5]) ^ turn(e, turns[6]);
            let one = state[7].wrapping_add(turned).wrapping_add(chosen).wrapping_add(constant).wrapping_add(*word);
            let majority = (a & b) ^ (a & c) ^ (b & c);
            let two = (turn(a, turns[7]) ^ turn(a, turns[8]) ^ turn(a, turns[9])).wrapping_add(majority);
            state.rotate_right(1);
            state[4] = state[4].wrapping_add(one) & mask;
            state[0] = one.wrapping_add(two) & mask;
        }
        for (sum, word) in hash.iter_mut().zip(state) {
            *sum = sum.wrapping_add(word) & mask;
        }
    }
    hash.into_iter().flat_map(|word| word.to_be_bytes()[8 - size..].to_vec()).collect()
}

/// SHA-3 and SHAKE: `strength` bytes of security, the bits `suffix` after the message.
fn keccak(message: &[u8], strength: usize, suffix: u8, length: usize) -> Vec<u8> {
    let rate = 200 - 2 * strength;
    let mut padded = message.to_vec();
    padded.push(suffix);
    padded.resize(padded.len().next_multiple_of(rate), 0);
    if let Some(last) = padded.last_mut() {
        *last |= 0x80;
    }
    let mut state = [0u64; 25];
    for block in padded.chunks(rate) {
        for (lane, bytes) in state.iter_mut().zip(block.chunks(8)) {
            *lane ^= bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        }
        permute(&mut state);
    }
    let mut digest = Vec::new();
    while digest.len() < length {
        digest.extend(state.iter().flat_map(|lane| lane.to_le_bytes()).take(rate));
        permute(&mut state);
    }
    digest.truncate(length);
    digest
}

fn permute(state: &mut [u64; 25]) {
    let mut register = 1u8;
    for _ in 0..24 {
        let sums: Vec<u64> = (0..5).map(|x| (0..5).fold(0, |sum, y| sum ^ state[x + 5 * y])).collect();
        for (at, lane) in state.iter_mut().enumerate() {
            *lane ^= sums[(at + 4) % 5] ^ sums[(at + 1) % 5].rotate_left(1);
        }
        let (mut x, mut y, mut moved) = (1, 0, state[1]);
        for turn in 1..25u32 {
            (x, y) = (y, (2 * x + 3 * y) % 5);
            let next = state[x + 5 * y];
            state[x + 5 * y] = moved.rotate_left(turn * (turn + 1) / 2 % 64);
            moved = next;
        }
        for row in state.chunks_mut(5) {
            let old = row.to_vec();
            for x in 0..5 {
                row[x] = old[x] ^ (!old[(x + 1) % 5] & old[(x + 2) % 5]);
            }
        }
        for bit in 0..7 {
            if register & 1 != 0 {
                state[0] ^= 1 << ((1u32 << bit) - 1);
            }
            register = register << 1 ^ if register & 0x80 != 0 { 0x71 } else { 0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sha2;

    #[test]
    fn the_digest_of_abc_is_that_of_hashlib() {
        let digest: String = sha2(b"abc", 64, 0).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(digest.starts_with("ddaf35a193617abacc417349ae204131"));
        assert!(digest.ends_with("2a9ac94fa54ca49f"));
    }
}
