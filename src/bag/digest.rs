//! Checksums, several at once over one reading: the SHA-2 family, and MD5 and SHA-1 as older bags have them.

use std::io::{self, Read};

use md5::Md5;
use serde::Serialize;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

use super::BagError;

/// Bytes read at a time: large enough to make calls cheap, small enough to stay in the cache while
/// each digest and the copy take their turn.
pub(super) const CHUNK: usize = 256 * 1024;

/// A checksum algorithm that is checked here. RFC 8493 §2.4 asks for SHA-256 and SHA-512, and knows MD5 and SHA-1 from the bags before
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Algorithm {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl Algorithm {
    /// From the name in `manifest-<name>.txt`; `SHA-256` and `sha256` are the same.
    pub(super) fn named(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        match plain.as_str() {
            "md5" => Some(Self::Md5),
            "sha1" => Some(Self::Sha1),
            "sha224" => Some(Self::Sha224),
            "sha256" => Some(Self::Sha256),
            "sha384" => Some(Self::Sha384),
            "sha512" => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The name as manifests and JSON write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    /// Length of a digest in hexadecimal digits.
    pub(super) const fn digits(self) -> usize {
        match self {
            Self::Md5 => 32,
            Self::Sha1 => 40,
            Self::Sha224 => 56,
            Self::Sha256 => 64,
            Self::Sha384 => 96,
            Self::Sha512 => 128,
        }
    }
}

enum State {
    Md5(Md5),
    Sha1(Sha1),
    Sha224(Sha224),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

/// Several digests fed by one reading.
pub(super) struct Hashers(Vec<(Algorithm, State)>);

impl Hashers {
    pub(super) fn new(algorithms: impl IntoIterator<Item = Algorithm>) -> Self {
        let state = |algorithm| match algorithm {
            Algorithm::Md5 => State::Md5(Md5::new()),
            Algorithm::Sha1 => State::Sha1(Sha1::new()),
            Algorithm::Sha224 => State::Sha224(Sha224::new()),
            Algorithm::Sha256 => State::Sha256(Sha256::new()),
            Algorithm::Sha384 => State::Sha384(Sha384::new()),
            Algorithm::Sha512 => State::Sha512(Sha512::new()),
        };
        Self(algorithms.into_iter().map(|a| (a, state(a))).collect())
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        for (_, state) in &mut self.0 {
            match state {
                State::Md5(hash) => hash.update(bytes),
                State::Sha1(hash) => hash.update(bytes),
                State::Sha224(hash) => hash.update(bytes),
                State::Sha256(hash) => hash.update(bytes),
                State::Sha384(hash) => hash.update(bytes),
                State::Sha512(hash) => hash.update(bytes),
            }
        }
    }

    /// The digests in lower-case hexadecimal, in the order they were asked for.
    pub(super) fn finish(self) -> Vec<(Algorithm, String)> {
        self.0
            .into_iter()
            .map(|(algorithm, state)| {
                let digest = match state {
                    State::Md5(hash) => hex(&hash.finalize()),
                    State::Sha1(hash) => hex(&hash.finalize()),
                    State::Sha224(hash) => hex(&hash.finalize()),
                    State::Sha256(hash) => hex(&hash.finalize()),
                    State::Sha384(hash) => hex(&hash.finalize()),
                    State::Sha512(hash) => hex(&hash.finalize()),
                };
                (algorithm, digest)
            })
            .collect()
    }
}

/// SHA-256 and SHA-512 of bytes in memory, in hexadecimal.
pub(super) fn both(bytes: &[u8]) -> (String, String) {
    (hex(&Sha256::digest(bytes)), hex(&Sha512::digest(bytes)))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).map(|half| char::from(DIGITS[usize::from(half)])).collect()
}

/// Reads to the end, a chunk at a time, and hands each chunk to `take`. Returns the bytes read.
pub(super) fn pump(
    reader: &mut dyn Read,
    chunk: &mut [u8],
    unreadable: impl Fn(io::Error) -> BagError,
    mut take: impl FnMut(&[u8]) -> Result<(), BagError>,
) -> Result<u64, BagError> {
    let mut total = 0;
    loop {
        match reader.read(chunk) {
            Ok(0) => return Ok(total),
            Ok(n) => {
                total += n as u64;
                take(&chunk[..n])?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Vectors of RFC 1321 and FIPS 180-4 for the three bytes `abc`.
    #[test]
    fn each_algorithm_gives_the_digest_of_the_standard() {
        use Algorithm::{Md5, Sha1, Sha224, Sha256, Sha384, Sha512};
        let mut hashers = Hashers::new([Md5, Sha1, Sha224, Sha256, Sha384, Sha512]);
        hashers.update(b"a");
        hashers.update(b"bc");
        for ((algorithm, digest), start) in hashers.finish().into_iter().zip([
            "900150983cd24fb0d6963f7d28e17f72",
            "a9993e364706816aba3e25717850c26c",
            "23097d223405d8228642a477bda255b3",
            "ba7816bf8f01cfea414140de5dae2223",
            "cb00753f45a35e8bb5a03d699ac65007",
            "ddaf35a193617abacc417349ae204131",
        ]) {
            assert!(digest.starts_with(start), "{algorithm:?} {digest}");
            assert_eq!(digest.len(), algorithm.digits());
            assert_eq!(Algorithm::named(algorithm.name()), Some(algorithm));
        }
        assert_eq!(Algorithm::named("SHA-512"), Some(Algorithm::Sha512));
        assert_eq!(Algorithm::named("blake3"), None);
    }
}
