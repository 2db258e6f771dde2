//! The descriptor of a full export (`datapackage.json`): which tables a folder holds, their columns, keys and
//! checksums, after the Data Package standard. It names no time, so that the same corpus gives the same bytes.

use serde::Serialize;

/// A folder of tables.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DataPackage {
    profile: &'static str,
    name: String,
    generator: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<String>,
    resources: Vec<Resource>,
}

/// One table of an export, as its writer knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name; the file is called so too, with `.csv` behind.
    pub name: String,
    /// Its columns, in order.
    pub fields: Vec<Field>,
    /// The columns that tell its rows apart.
    pub primary_key: Vec<String>,
    /// The columns that lead to other tables.
    pub foreign_keys: Vec<ForeignKey>,
    /// The length of the file.
    pub bytes: u64,
    /// The file's hash with the name of its kind, as [`super::checksum::Checksum`] gives it.
    pub hash: String,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// Its name in the header.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: FieldKind,
    /// What it means, where the name does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// Words or an id.
    String,
    /// A count or a position.
    Integer,
    /// A score or a share.
    Number,
    /// A day, as 2031-05-17.
    Date,
}

/// A column whose values are found in a column of another table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForeignKey {
    /// The column here.
    pub fields: String,
    /// Where it leads.
    pub reference: Reference,
}

/// A column of another table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reference {
    /// The table's name.
    pub resource: String,
    /// The column.
    pub fields: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Resource {
    profile: &'static str,
    name: String,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    schema: Schema,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    primary_key: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

impl DataPackage {
    /// Describes tables, in their order; `query` says what was asked for, where it was not all.
    pub fn new(name: impl Into<String>, query: Option<String>, tables: Vec<Table>) -> Self {
        DataPackage {
            profile: "tabular-data-package",
            name: name.into(),
            generator: concat!("sayso ", env!("CARGO_PKG_VERSION")),
            query,
            resources: tables.into_iter().map(Resource::from).collect(),
        }
    }

    /// Returns the descriptor as JSON, indented, with a line end behind.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string_pretty(self).expect("names and numbers always have a JSON form");
        json + "\n"
    }
}

impl From<Table> for Resource {
    fn from(table: Table) -> Self {
        let Table { name, fields, primary_key, foreign_keys, bytes, hash } = table;
        Resource {
            profile: "tabular-data-resource",
            path: format!("{name}.csv"),
            name,
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes,
            hash,
            schema: Schema { fields, primary_key, foreign_keys },
        }
    }
}

impl ForeignKey {
    /// Says that a column holds values of the column of the same name in another table.
    pub fn same_name(field: &str, resource: &str) -> Self {
        let reference = Reference { resource: resource.to_string(), fields: field.to_string() };
        ForeignKey { fields: field.to_string(), reference }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_descriptor_names_files_columns_and_keys() {
        let field = |name: &str, kind| Field { name: name.to_string(), kind, description: None };
        let claims = Table {
            name: "claims".to_string(),
            fields: vec![field("claim_id", FieldKind::String), field("score", FieldKind::Number)],
            primary_key: vec!["claim_id".to_string()],
            foreign_keys: vec![ForeignKey::same_name("article_id", "articles")],
            bytes: 12,
            hash: "blake3:00".to_string(),
        };
        let json = DataPackage::new("estavia", None, vec![claims]).to_json();
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(value["profile"], "tabular-data-package");
        assert_eq!(value["generator"], format!("sayso {}", env!("CARGO_PKG_VERSION")));
        let resource = &value["resources"][0];
        assert_eq!(resource["path"], "claims.csv");
        assert_eq!(resource["bytes"], 12);
        assert_eq!(resource["schema"]["fields"][1]["type"], "number");
        assert_eq!(resource["schema"]["primaryKey"][0], "claim_id");
        assert_eq!(resource["schema"]["foreignKeys"][0]["reference"]["resource"], "articles");
    }
}
