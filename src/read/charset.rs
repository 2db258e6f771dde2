//! Bytes → text, in whatever charset they are. What the words mean is none of its business.
//!
//! Order: byte-order mark, what a page declares, UTF-8 if it fits, else a guess. Nothing is dropped: a broken byte in
//! a text that is otherwise UTF-8 is read as Windows-1252, its most frequent origin.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far a declaration is looked for: HTML says 1024 bytes, pages do not.
const DECLARATION_WITHIN: usize = 4096;
/// A NUL in a thousand bytes is an accident; more are a binary file.
const BYTES_PER_NUL: usize = 1000;

/// Tells whether bytes are no text in any charset we read.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let known = [b"%PDF-".as_slice(), b"PK\x03\x04", b"{\\rtf"];
    let start = &bytes[..bytes.len().min(8192)];
    if known.iter().any(|magic| start.starts_with(magic)) {
        return true;
    }
    let nuls = start.iter().filter(|byte| **byte == 0).count();
    utf16_of(start).is_none() && nuls > start.len() / BYTES_PER_NUL
}

/// Returns bytes as text, without byte-order mark.
pub(super) fn decode(bytes: &[u8]) -> String {
    decode_as(bytes, None)
}

/// Returns a page as text, in the charset it declares.
pub(super) fn decode_page(bytes: &[u8]) -> String {
    decode_as(bytes, declared(bytes))
}

/// Returns text in the encoding that was guessed for the file it comes from; UTF-8 wherever it fits.
pub(super) fn decode_part(bytes: &[u8], guess: &'static Encoding) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_string(),
        Err(_) if guess == UTF_8 => mended(bytes),
        Err(_) => guess.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Returns the encoding that a beginning speaks for; a character cut at its end does no harm.
pub(super) fn guessed(beginning: &[u8]) -> &'static Encoding {
    match std::str::from_utf8(beginning) {
        Ok(_) => return UTF_8,
        Err(error) if error.error_len().is_none() => return UTF_8,
        Err(_) if is_mostly_utf8(beginning) => return UTF_8,
        Err(_) => {}
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(beginning, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn decode_as(bytes: &[u8], declared: Option<&'static Encoding>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_part(&bytes[mark..], encoding);
    }
    match declared {
        // Many pages declare Windows-1252 and are UTF-8, so UTF-8 is tried first even then.
        Some(encoding) if encoding != UTF_8 => decode_part(bytes, encoding),
        _ => decode_part(bytes, guessed(bytes)),
    }
}

/// Returns the charset that `<meta charset>`, `<meta http-equiv>` or an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(DECLARATION_WITHIN)];
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let xml = start.trim_start().starts_with("<?xml").then(|| label_after(&start, "encoding=")).flatten();
    let named = xml.or_else(|| label_after(&start, "charset="));
    // A page that could be searched for ASCII letters is not UTF-16, whatever it says.
    named.filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
}

fn label_after(start: &str, word: &str) -> Option<&'static Encoding> {
    let label = start.split_once(word)?.1.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    whole > 10 * broken
}

fn mended(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

fn utf16_of(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding).filter(|encoding| *encoding != UTF_8)
}

/// A stream in which ASCII is ASCII: without byte-order mark, and UTF-16 turned into UTF-8.
pub(super) struct Plain<R> {
    source: R,
    decoder: Option<Decoder>,
    decoded: Vec<u8>,
    given: usize,
    is_done: bool,
}

impl<R: Read> Plain<R> {
    /// Reads `source`, which starts with the bytes of `beginning`.
    pub fn new(beginning: &[u8], mut source: R) -> io::Result<Self> {
        let decoder = utf16_of(beginning).map(Encoding::new_decoder_with_bom_removal);
        if decoder.is_none() && beginning.starts_with("\u{feff}".as_bytes()) {
            source.read_exact(&mut [0; 3])?;
        }
        Ok(Plain { source, decoder, decoded: Vec::new(), given: 0, is_done: false })
    }

    fn decode_more(&mut self) -> io::Result<()> {
        let decoder = self.decoder.as_mut().expect("only UTF-16 is decoded");
        let mut bytes = [0; 8192];
        let read = self.source.read(&mut bytes)?;
        self.is_done = read == 0;
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(read).expect("8 KiB stay countable"));
        let _ = decoder.decode_to_string(&bytes[..read], &mut text, self.is_done);
        (self.decoded, self.given) = (text.into_bytes(), 0);
        Ok(())
    }
}

impl<R: Read> Read for Plain<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.decoder.is_none() {
            return self.source.read(out);
        }
        while self.given == self.decoded.len() && !self.is_done {
            self.decode_more()?;
        }
        let length = out.len().min(self.decoded.len() - self.given);
        out[..length].copy_from_slice(&self.decoded[self.given..][..length]);
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: &str = "Zoë Marić said: “No – never.” Café 価格 🙂";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(unit).collect()
    }

    #[test]
    fn marks_are_obeyed_and_removed() {
        assert_eq!(decode(&["\u{feff}".as_bytes(), WORDS.as_bytes()].concat()), WORDS);
        for big in [true, false] {
            assert_eq!(decode(&utf16(WORDS, big)), WORDS);
            assert!(!is_binary(&utf16(WORDS, big)));
        }
    }

    #[test]
    fn pages_say_their_charset() {
        let page = "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>Привет";
        let bytes = encoding_rs::WINDOWS_1251.encode(page).0;
        assert_eq!(decode_page(&bytes), page);
        let xml = "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><p>Łódź";
        assert_eq!(decode_page(&encoding_rs::ISO_8859_2.encode(xml).0), xml);
    }

    #[test]
    fn utf8_wins_over_a_false_declaration() {
        let page = "<meta charset=iso-8859-1><p>“Zoë”";
        assert_eq!(decode_page(page.as_bytes()), page);
        assert_eq!(decode_page(b"<meta charset=utf-16><p>plain"), "<meta charset=utf-16><p>plain");
    }

    #[test]
    fn old_text_is_guessed() {
        let text = "The café’s owner, Zoë, said it was “a façade”. ".repeat(4);
        assert_eq!(decode(&WINDOWS_1252.encode(&text).0), text);
    }

    #[test]
    fn one_broken_byte_spoils_no_text() {
        let mut bytes = WORDS.repeat(3).into_bytes();
        bytes.push(0xe9);
        assert_eq!(decode(&bytes), WORDS.repeat(3) + "é");
    }

    #[test]
    fn binary_is_told() {
        assert!(is_binary(b"\x7fELF\0\0\0\0"));
        assert!(is_binary(b"%PDF-1.7\n"));
        assert!(!is_binary(b""));
        assert!(!is_binary(&[b"a".repeat(2000), vec![0]].concat()));
    }

    proptest! {
        #[test]
        fn streams_say_the_same_as_whole_files(text in "\\PC{0,60}", big: bool) {
            let bytes = utf16(&text, big);
            let mut streamed = String::new();
            Plain::new(&bytes, bytes.as_slice()).unwrap().read_to_string(&mut streamed).unwrap();
            prop_assert_eq!(streamed, text);
        }

        #[test]
        fn any_bytes_are_some_text(bytes: Vec<u8>) {
            decode(&bytes);
            decode_page(&bytes);
            is_binary(&bytes);
        }
    }
}
