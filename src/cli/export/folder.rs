//! All tables into a folder, each a CSV, with a descriptor that vouches for them.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;

use crate::cli::context::Context;
use crate::cli::sink::NewFile;
use crate::cli::words::{ROWS, counted};
use crate::corpus::Corpus;
use crate::corpus::queries::{ExportTable, TABLES};
use crate::error::Error;
use crate::output::checksum::Checksum;
use crate::output::datapackage::{DataPackage, Field, FieldKind, ForeignKey, Reference, Table};
use crate::output::{Format, Style, Writer};

const DESCRIPTOR: &str = "datapackage.json";

/// Writes all tables and their descriptor; the descriptor comes last, so that where it is, all of it is.
///
/// # Errors
///
/// The folder holds something that is no earlier export, unless `force`.
pub fn export(context: &Context, corpus: &Corpus, folder: &Path, excel: bool, force: bool) -> Result<()> {
    prepare(folder, force)?;
    let style = Style { excel, ..Style::default() };
    let mut tables = Vec::new();
    let mut altered = 0;
    for table in TABLES {
        let (described, rows, cells) = write(corpus, table, folder, &style)?;
        context.note(&format!("{} written to {}", counted(rows, ROWS), folder.join(file_name(table)).display()));
        tables.push(described);
        altered += cells;
    }
    if altered > 0 {
        let cells = counted(altered, ("cell", "cells"));
        context.note(&format!("{cells} guarded or cut so that spreadsheets take them as text"));
    }
    let descriptor = folder.join(DESCRIPTOR);
    let failed = |cause| Error::io(&descriptor, cause);
    let mut file = NewFile::create(&descriptor)?;
    file.write_all(DataPackage::new("sayso-export", None, tables).to_json().as_bytes()).map_err(failed)?;
    file.keep().map_err(failed)?;
    Ok(())
}

/// Makes the folder, or makes sure that nothing of the user's is in it.
fn prepare(folder: &Path, force: bool) -> Result<()> {
    let failed = |cause| Error::io(folder, cause);
    fs::create_dir_all(folder).map_err(failed)?;
    let descriptor = folder.join(DESCRIPTOR);
    if !force && !descriptor.is_file() && !holds_only_ours(folder).map_err(failed)? {
        let folder = folder.display();
        let message = format!("{folder} is not empty and holds no earlier export; name a new folder, or add --force");
        return Err(Error::invalid(message).into());
    }
    // An export that is cut short must not look whole.
    if descriptor.is_file() {
        fs::remove_file(&descriptor).map_err(|cause| Error::io(&descriptor, cause))?;
    }
    Ok(())
}

/// Tells whether all that a folder holds is what an export, whole or cut short, leaves there.
fn holds_only_ours(folder: &Path) -> std::io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let is_ours = TABLES.iter().any(|table| {
            let file = file_name(table);
            name == file.as_str() || name == format!(".{file}.partial").as_str()
        });
        if !is_ours {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Writes one table; returns its description, its rows, and how many cells were altered.
fn write(corpus: &Corpus, table: &ExportTable, folder: &Path, style: &Style) -> Result<(Table, u64, u64)> {
    let path = folder.join(file_name(table));
    let failed = |cause| Error::io(&path, cause);
    let mut file = NewFile::create(&path)?;
    let mut checksum = Checksum::new(&mut file);
    let fields = table.columns.iter().map(|column| column.name.to_string()).collect();
    let mut writer = Writer::new(Format::Csv, style, fields, &mut checksum).map_err(failed)?;
    corpus.export(table, &mut |cells| writer.write(cells).map_err(failed))?;
    let written = writer.finish().map_err(failed)?;
    let (bytes, hash) = checksum.finish();
    file.keep().map_err(failed)?;
    Ok((description(table, bytes, hash), written.rows, written.altered))
}

fn file_name(table: &ExportTable) -> String {
    format!("{}.csv", table.name)
}

fn description(table: &ExportTable, bytes: u64, hash: String) -> Table {
    let fields = table.columns.iter().map(|column| Field {
        name: column.name.to_string(),
        kind: match column.kind {
            "integer" => FieldKind::Integer,
            "number" => FieldKind::Number,
            "date" => FieldKind::Date,
            _ => FieldKind::String,
        },
        description: Some(column.description.to_string()),
    });
    let foreign_keys = table.foreign_keys.iter().map(|(field, resource, column)| ForeignKey {
        fields: field.to_string(),
        reference: Reference { resource: resource.to_string(), fields: column.to_string() },
    });
    Table {
        name: table.name.to_string(),
        fields: fields.collect(),
        primary_key: table.primary_key.iter().map(|field| field.to_string()).collect(),
        foreign_keys: foreign_keys.collect(),
        bytes,
        hash,
    }
}
