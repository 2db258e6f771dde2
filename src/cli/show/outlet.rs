//! One outlet: what is known about it, then its articles.

use anyhow::Result;

use crate::cli::articles;
use crate::cli::context::Context;
use crate::cli::exit::Status;
use crate::cli::output::OutputArgs;
use crate::cli::words::{ARTICLES, CLAIMS, counted};
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;

/// Shows an outlet's articles, on a page under what is known about the outlet.
pub fn show(context: &Context, output: &OutputArgs, corpus: &Corpus, typed: &str, row: i64) -> Result<Status> {
    if output.is_page(context)? {
        let mut outlets = corpus.outlets()?.into_iter();
        let outlet = outlets.find(|outlet| outlet.outlet_id.starts_with(typed)).expect("the id was found before");
        let mut page = output.blank_page(context);
        page.title(&outlet.name);
        page.fact("also", &outlet.aliases.join(", "));
        let counts = format!(
            "{}, {} beside them; {}",
            counted(outlet.articles as u64, ARTICLES),
            counted(outlet.reprints as u64, ("reprint or replaced version", "reprints or replaced versions")),
            counted(outlet.claims as u64, CLAIMS)
        );
        page.fact("holds", &counts);
        page.fact("first", outlet.first_on.as_deref().unwrap_or_default());
        page.fact("last", outlet.last_on.as_deref().unwrap_or_default());
        page.fact("outlet", &outlet.outlet_id);
        page.gap();
        output.page(context, &page)?;
    }
    let filter = Filter { outlets: vec![row], ..Filter::default() };
    output.list(
        context,
        articles::SHAPE,
        &filter,
        |filter, each| corpus.articles(filter, each),
        |filter, at_most| corpus.count_articles(filter, at_most),
    )
}
