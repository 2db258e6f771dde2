//! XML as it is written: elements that close in the right order, and nothing in a text that XML 1.0 forbids.

use std::io::{self, Write};

/// Writes elements, each on a line of its own, indented by its depth.
pub struct Xml<W> {
    out: W,
    open: Vec<&'static str>,
}

impl<W: Write> Xml<W> {
    /// Writes the declaration.
    pub fn new(mut out: W) -> io::Result<Self> {
        writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
        Ok(Xml { out, open: Vec::new() })
    }

    /// Opens an element for others to stand in.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.begin(name, attributes)?;
        self.open.push(name);
        writeln!(self.out, ">")
    }

    /// Closes the element opened last.
    pub fn close(&mut self) -> io::Result<()> {
        let name = self.open.pop().expect("what is closed was opened");
        self.indent()?;
        writeln!(self.out, "</{name}>")
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.begin(name, attributes)?;
        writeln!(self.out, "/>")
    }

    /// Writes an element with a text.
    pub fn text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        self.begin(name, attributes)?;
        writeln!(self.out, ">{}</{name}>", escaped(text))
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.indent()?;
        write!(self.out, "<{name}")?;
        for (attribute, value) in attributes {
            write!(self.out, r#" {attribute}="{}""#, escaped(value))?;
        }
        Ok(())
    }

    fn indent(&mut self) -> io::Result<()> {
        write!(self.out, "{:1$}", "", 2 * self.open.len())
    }
}

/// Returns a text as it stands in an element or attribute. White space other than spaces is written by number, since
/// attributes would lose it; what XML 1.0 has no characters for is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars().filter(|&character| is_allowed(character)) {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push_str(&format!("&#{};", u32::from(character))),
            character => escaped.push(character),
        }
    }
    escaped
}

/// Tells whether XML 1.0 knows a character.
fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_of_xml_are_escaped() {
        assert_eq!(escaped(r#"Lind & Sons <"Ltd">"#), "Lind &amp; Sons &lt;&quot;Ltd&quot;&gt;");
        assert_eq!(escaped("two\nlines\tand Д"), "two&#10;lines&#9;and Д");
    }

    #[test]
    fn what_xml_has_no_characters_for_is_left_out() {
        assert_eq!(escaped("a\u{0}b\u{b}c\u{1b}[31md\u{fffe}e\u{ffff}"), "abc[31mde");
        assert_eq!(escaped("\u{fffd}\u{1f600}"), "\u{fffd}\u{1f600}");
    }

    #[test]
    fn elements_close_in_order() {
        let mut bytes = Vec::new();
        let mut xml = Xml::new(&mut bytes).expect("memory takes all");
        xml.open("graph", &[("id", "a\"b")]).expect("memory takes all");
        xml.text("data", &[], "1 < 2").expect("memory takes all");
        xml.close().expect("memory takes all");
        let text = String::from_utf8(bytes).expect("it is UTF-8");
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(lines, [r#"<graph id="a&quot;b">"#, "  <data>1 &lt; 2</data>", "</graph>"]);
    }

    proptest! {
        #[test]
        fn no_text_breaks_out(text in any::<String>()) {
            let escaped = escaped(&text);
            prop_assert!(!escaped.contains(['<', '>', '"']) && escaped.chars().all(is_allowed));
        }
    }
}
