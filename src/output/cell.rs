//! One value as words: what tables, CSV and Markdown have in common.

use crate::record::Cell;

/// Returns a value as text: numbers with three decimals, several values joined by "; ", nothing for nothing.
pub fn text_of(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Id(text) => text,
        Cell::Integer(number) => number.to_string(),
        Cell::Number(number) => rounded(number).map_or(String::new(), |number| format!("{number:.3}")),
        Cell::Weight(weight) => rounded_weight(weight).map_or(String::new(), |weight| format!("{weight:.6}")),
        Cell::List(values) => values.join("; "),
    }
}

/// Returns a number rounded to three decimals, never a negative zero; none where it is not a number at all.
pub fn rounded(number: f64) -> Option<f64> {
    let thousandths = (number * 1000.0).round();
    match thousandths.is_finite() {
        // Adding zero turns -0 into 0.
        true => Some(thousandths / 1000.0 + 0.0),
        false => Some(number).filter(|number| number.is_finite()),
    }
}

/// Returns a weight rounded to six decimals, never a negative zero; none where it is not a number at all.
pub fn rounded_weight(weight: f64) -> Option<f64> {
    Some((weight * 1e6).round() / 1e6 + 0.0).filter(|weight| weight.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_decimals() {
        assert_eq!(text_of(Cell::Number(0.9)), "0.900");
        assert_eq!(text_of(Cell::Number(-0.0001)), "0.000");
        assert_eq!(text_of(Cell::Number(f64::NAN)), "");
        assert_eq!(text_of(Cell::Number(f64::INFINITY)), "");
        assert_eq!(rounded(f64::MAX), Some(f64::MAX));
        assert_eq!(text_of(Cell::Weight(1.0 / 3000.0)), "0.000333");
        assert_eq!(text_of(Cell::Weight(f64::NAN)), "");
        assert_eq!(text_of(Cell::Integer(i64::MIN)), "-9223372036854775808");
    }

    #[test]
    fn lists_are_one_cell() {
        assert_eq!(text_of(Cell::List(vec!["Ann Velden".into(), "NRF".into()])), "Ann Velden; NRF");
        assert_eq!(text_of(Cell::List(vec![])), "");
        assert_eq!(text_of(Cell::Empty), "");
    }
}
