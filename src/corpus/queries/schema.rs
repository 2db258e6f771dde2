//! The data dictionary: every view and table with its columns and what they hold.
//!
//! Views are explained in `schema.txt` beside this file, which a test keeps complete; a table's columns are explained
//! by the comments in its migration, which SQLite keeps.

use std::collections::HashMap;

use super::row;
use crate::corpus::Corpus;
use crate::error::Result;

row! {
    /// One column of a view or table.
    SchemaRow {
        relation: String,
        name: String,
        column: String,
        kind as "type": String,
        description: String,
    }
}

const VIEWS: &str = include_str!("schema.txt");

impl Corpus {
    /// Returns the data dictionary: views first, since they are made for people.
    pub fn schema(&self) -> Result<Vec<SchemaRow>> {
        let views: HashMap<&str, &str> = VIEWS.lines().filter_map(|line| line.split_once('\t')).collect();
        let mut statement = self.connection.prepare_cached(include_str!("sql/schema.sql"))?;
        let mut rows = statement.query([])?;
        let mut columns = Vec::new();
        while let Some(row) = rows.next()? {
            let mut column = SchemaRow::from_row(row)?;
            let definition: String = row.get("definition")?;
            column.description = match column.relation.as_str() {
                "view" => views.get(format!("{}.{}", column.name, column.column).as_str()).unwrap_or(&"").to_string(),
                _ => comment_on(&definition, &column.column),
            };
            columns.push(column);
        }
        Ok(columns)
    }
}

/// Returns the comment behind a column in the definition of its table.
fn comment_on(definition: &str, column: &str) -> String {
    let line = definition.lines().find(|line| {
        let first = line.split_whitespace().next().unwrap_or_default();
        first.trim_matches('"') == column
    });
    line.and_then(|line| line.split_once("-- ")).map_or(String::new(), |(_, comment)| comment.trim().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_every_view_is_explained() {
        let corpus = Corpus::in_memory().expect("memory is there");
        let schema = corpus.schema().expect("the dictionary can be read");
        let missing: Vec<String> = schema
            .iter()
            .filter(|column| column.relation == "view" && column.description.is_empty())
            .map(|column| format!("{}.{}", column.name, column.column))
            .collect();
        assert!(missing.is_empty(), "explain these in schema.txt: {missing:?}");
    }

    #[test]
    fn a_table_explains_its_columns_in_its_migration() {
        assert_eq!(comment_on("CREATE TABLE t (\n  \"end\" INTEGER, -- one past\n  x TEXT)", "end"), "one past");
        assert_eq!(comment_on("CREATE TABLE t (\n  x TEXT)", "x"), "");
    }
}
