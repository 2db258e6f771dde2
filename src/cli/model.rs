//! Which model reads the texts, chosen on the command line.

use anyhow::{Context as _, Result};

use crate::analysis::Analyzer;
use crate::error::Error;
use crate::model::Encoder;

/// The choice of a model.
#[derive(Debug, clap::Args)]
pub struct ModelArgs {
    /// Model that reads the texts: standard, small (twice as fast, right less often), or a model file
    #[arg(long, value_name = "MODEL", default_value = "standard")]
    model: String,
}

impl ModelArgs {
    /// Loads the chosen model.
    pub fn analyzer(&self) -> Result<Analyzer> {
        match self.model.as_str() {
            "standard" => return Ok(Analyzer::standard()),
            "small" => return Ok(Analyzer::new(Encoder::small())),
            _ => {}
        }
        let path = std::path::Path::new(&self.model);
        let bytes = std::fs::read(path)
            .map_err(|error| Error::io(path, error))
            .context("--model takes standard, small or the path of a model file")?;
        let encoder = Encoder::from_bytes(bytes)
            .map_err(|reason| Error::invalid(format!("{}: no model of sayso: {reason}", self.model)))?;
        Ok(Analyzer::new(encoder))
    }
}
