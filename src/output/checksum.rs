//! Counts and hashes bytes on their way out, so that a descriptor can vouch for a file without reading it again.

use std::io::{self, Write};

/// Passes bytes on and remembers their number and hash.
pub struct Checksum<W> {
    out: W,
    bytes: u64,
    hasher: blake3::Hasher,
}

impl<W: Write> Checksum<W> {
    /// Begins with nothing written.
    pub fn new(out: W) -> Self {
        Checksum { out, bytes: 0, hasher: blake3::Hasher::new() }
    }

    /// Returns how many bytes went through, and their hash with the name of its kind (`blake3:…`).
    pub fn finish(self) -> (u64, String) {
        (self.bytes, format!("blake3:{}", self.hasher.finalize().to_hex()))
    }
}

impl<W: Write> Write for Checksum<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.hasher.update(&bytes[..count]);
        self.bytes += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_went_through_counts() {
        let mut room = [0; 3];
        let mut checksum = Checksum::new(&mut room[..]);
        assert_eq!(checksum.write(b"claims").expect("memory takes it"), 3);
        assert_eq!(checksum.finish(), (3, format!("blake3:{}", blake3::hash(b"cla").to_hex())));
    }
}
