//! Numbers with their units, and ids, as people read them.

/// A unit, for one and for several.
pub type Unit = (&'static str, &'static str);

/// Articles.
pub const ARTICLES: Unit = ("article", "articles");
/// Claims.
pub const CLAIMS: Unit = ("claim", "claims");
/// Inputs of a run.
pub const INPUTS: Unit = ("input", "inputs");
/// Paragraphs.
pub const PARAGRAPHS: Unit = ("paragraph", "paragraphs");
/// Rows of an answer that has no other unit.
pub const ROWS: Unit = ("row", "rows");

/// Characters of an id that are shown: nearly always enough, and every command takes the beginning of an id.
const SHORT_ID: usize = 10;

/// Returns a number with its unit: "1 claim", "1,234 claims".
pub fn counted(number: impl TryInto<u64>, (one, several): Unit) -> String {
    let number = number.try_into().unwrap_or(u64::MAX);
    format!("{} {}", grouped(number), if number == 1 { one } else { several })
}

/// Returns a number in groups of three digits.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns the beginning of an id.
pub fn short(id: &str) -> &str {
    id.get(..SHORT_ID).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_units_agree() {
        assert_eq!(counted(1_u64, CLAIMS), "1 claim");
        assert_eq!(counted(0_u64, CLAIMS), "0 claims");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn short_ids_stay_ids() {
        assert_eq!(short("c-9tq2vd1234567890"), "c-9tq2vd12");
        assert_eq!(short("c-9"), "c-9");
    }
}
