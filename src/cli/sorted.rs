//! Rows that are all there, in the order that `--sort` asks for.

use std::cmp::Ordering;

use crate::corpus::filter::Sort;
use crate::error::{Error, Result};
use crate::record::{Cell, Record};

/// Sorts rows by a field; without one, and among equals, they stay as they are. What is not known comes last, either way.
pub fn sort<R: Record + Clone>(rows: &mut Vec<R>, sort: Option<&Sort>) -> Result<()> {
    let Some(sort) = sort else { return Ok(()) };
    let place = R::fields().iter().position(|field| *field == sort.field).ok_or_else(|| {
        let fields = R::fields().join(", ");
        Error::invalid(format!(
            "cannot sort by '{}' here; choose one of {fields} (with a leading - for the other way)",
            sort.field
        ))
    })?;
    let mut keyed: Vec<(Cell, R)> =
        rows.drain(..).map(|row| (row.clone().into_cells().swap_remove(place), row)).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Cell::Empty, Cell::Empty) => Ordering::Equal,
        (Cell::Empty, _) => Ordering::Greater,
        (_, Cell::Empty) => Ordering::Less,
        _ if sort.is_descending => compare(b, a),
        _ => compare(a, b),
    });
    rows.extend(keyed.into_iter().map(|(_, row)| row));
    Ok(())
}

fn compare(a: &Cell, b: &Cell) -> Ordering {
    match (a, b) {
        (Cell::Integer(a), Cell::Integer(b)) => a.cmp(b),
        (Cell::Number(a) | Cell::Weight(a), Cell::Number(b) | Cell::Weight(b)) => a.total_cmp(b),
        (Cell::Text(a) | Cell::Id(a), Cell::Text(b) | Cell::Id(b)) => a.to_lowercase().cmp(&b.to_lowercase()),
        (Cell::List(a), Cell::List(b)) => a.cmp(b),
        _ => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone)]
    struct Row(Option<i64>);

    impl Record for Row {
        fn fields() -> &'static [&'static str] {
            &["claims"]
        }

        fn into_cells(self) -> Vec<Cell> {
            vec![self.0.into()]
        }
    }

    fn sorted(is_descending: bool) -> Vec<Option<i64>> {
        let mut rows = vec![Row(Some(2)), Row(None), Row(Some(3)), Row(Some(1))];
        sort(&mut rows, Some(&Sort { field: "claims".into(), is_descending })).expect("the field is there");
        rows.into_iter().map(|row| row.0).collect()
    }

    #[test]
    fn what_is_not_known_comes_last_either_way() {
        assert_eq!(sorted(false), [Some(1), Some(2), Some(3), None]);
        assert_eq!(sorted(true), [Some(3), Some(2), Some(1), None]);
    }

    #[test]
    fn a_field_that_is_not_there_is_refused() {
        let error = sort(&mut vec![Row(None)], Some(&Sort { field: "weight".into(), is_descending: false }));
        assert!(error.is_err_and(|error| error.to_string().starts_with("cannot sort by 'weight' here")));
    }
}
