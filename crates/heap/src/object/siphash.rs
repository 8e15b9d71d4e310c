//! The hash of str and bytes objects: SipHash-1-3 with the key of `PYTHONHASHSEED=0`, which is all zeros (Python/pyhash.c).

/// `hash()` of these bytes as a `str` (in its own width) or `bytes` object has it: never −1, and 0 for none.
pub fn hash_bytes(data: &[u8]) -> i64 {
    if data.is_empty() {
        return 0;
    }
    match siphash13(data) as i64 {
        -1 => -2,
        hash => hash,
    }
}

fn siphash13(data: &[u8]) -> u64 {
    let mut state: [u64; 4] = [
        0x736f_6d65_7073_6575,
        0x646f_7261_6e64_6f6d,
        0x6c79_6765_6e65_7261,
        0x7465_6462_7974_6573,
    ];
    let mut chunks = data.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes([
            chunk[0], chunk[1], chunk[2], chunk[3], chunk[4], chunk[5], chunk[6], chunk[7],
        ]);
        state[3] ^= word;
        round(&mut state);
        state[0] ^= word;
    }
    let mut last = [0; 8];
    let rest = chunks.remainder();
    last[..rest.len()].copy_from_slice(rest);
    last[7] = data.len() as u8;
    let word = u64::from_le_bytes(last);
    state[3] ^= word;
    round(&mut state);
    state[0] ^= word;
    state[2] ^= 0xff;
    for _ in 0..3 {
        round(&mut state);
    }
    state[0] ^ state[1] ^ state[2] ^ state[3]
}

#[inline]
fn round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}

#[cfg(test)]
mod tests {
    use super::hash_bytes;

    #[test]
    fn hashes_are_those_of_hash_seed_zero() {
        assert_eq!(hash_bytes(b"a"), 4_644_417_185_603_328_019);
        assert_eq!(hash_bytes(b"append"), 1_213_878_695_204_367_261);
        assert_eq!(hash_bytes(b"self"), -9_024_399_598_115_681_238);
        assert_eq!(hash_bytes(b""), 0);
    }
}
