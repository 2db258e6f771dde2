//! What an actor's claims have to do with others: of echoes, disputes and shifts the surest, and where the rest is.

use anyhow::Result;

use crate::cli::page::Page;
use crate::cli::pairs;
use crate::cli::words::{Unit, counted, short};
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::queries::{ActorRow, LinkKind};

const PAIRS: Unit = ("pair of claims", "pairs of claims");

/// How far the links of one kind are counted.
const COUNTED: usize = 200;

/// Writes at most `limit` links of each kind; nothing about kinds of which there are none.
pub fn write(page: &mut Page, corpus: &Corpus, entity: i64, actor: &ActorRow, limit: Option<usize>) -> Result<()> {
    let (name, id) = (&actor.name, short(&actor.entity_id));
    let kinds = [
        (LinkKind::Echo, format!("Echoes of what {name} says"), format!("sayso echoes --pairs --actor {id}")),
        (LinkKind::Dispute, format!("Disputes of {name} with others"), format!("sayso disputes --actor {id}")),
        (LinkKind::Shift, format!("Shifts of {name}"), format!("sayso shifts {id}")),
    ];
    for (kind, title, command) in kinds {
        let filter = Filter { actors: vec![entity], limit, ..Filter::default() };
        let found = corpus.count_links(kind, &filter, COUNTED)?;
        if found == 0 {
            continue;
        }
        let more = limit.map_or(0, |limit| found.saturating_sub(limit));
        let or_more = if found == COUNTED { " or more" } else { "" };
        let shown = if more > 0 { format!("{} of ", found - more) } else { String::new() };
        page.gap();
        page.title(&format!("{title}: {shown}{}{or_more}", counted(found as u64, PAIRS)));
        corpus.links(kind, &filter, &mut |link| {
            page.gap();
            pairs::write(page, &link);
            Ok(())
        })?;
        if more > 0 {
            page.gap();
            let rest = if found == COUNTED { "more".to_string() } else { format!("{more} more") };
            page.words(2, &format!("… {rest}; `{command}` lists all"));
        }
    }
    Ok(())
}
