//! `network`: who is tied to whom, as a list or as a file for graph tools.

mod graph;

use std::path::Path;

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use super::answer::Shape;
use super::args::{FilterArgs, SortArgs};
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::sorted::sort;
use super::words::{CLAIMS, Unit, counted, grouped};
use crate::corpus::queries::{CountedPer, EdgeKind, EdgeRow, LeftOut, Network as Ties, NetworkPlan, Normalise};
use crate::error::Error;
use crate::output::graph::GraphFormat;

/// Count who is tied to whom: edges and nodes for graph tools
///
/// Edges are a list; -o FILE.graphml and -o FILE.gexf write the graph, the latter with days on edges; -o FILE.csv (tsv,
/// json, …) writes the edges there and the nodes to FILE-nodes.csv. Only named speakers are tied. --actor keeps the edges
/// of these actors (about: those that begin at them), --about the claims about somebody; what weights are divided by is
/// counted over all speakers. Reprints count only with --reprints separate. docs/network.md has the formulas.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Network {
    /// Kinds of edges, one or several
    #[arg(long, value_name = "KIND", value_delimiter = ',', default_value = "about",
        value_parser = PossibleValuesParser::new(EdgeKind::ALL.map(EdgeKind::name)))]
    edges: Vec<String>,
    /// What a weight counts: each pair once an article, once a week …, or once in all
    #[arg(long, value_name = "UNIT", default_value = "article",
        value_parser = PossibleValuesParser::new(CountedPer::ALL.map(CountedPer::name)))]
    per: String,
    /// Divide weights: by activity, or by all units in which either end is active
    #[arg(long, visible_alias = "normalize", value_name = "HOW", default_value = "none",
        value_parser = PossibleValuesParser::new(Normalise::ALL.map(Normalise::name)))]
    normalise: String,
    /// Leave out edges that weigh less
    #[arg(long, value_name = "WEIGHT", default_value_t = 0.0, hide_default_value = true)]
    min_weight: f64,
    /// Leave out actors with fewer claims, by them and about them together, among those found
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    min_claims: i64,
    #[command(flatten)]
    which: FilterArgs,
    #[command(flatten)]
    sort: SortArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Kinds of edges:
  about      an actor makes claims about another: directed
  agrees     claims of two actors echo each other
  disputes   claims of two actors stand in dispute; an actor against itself is a shift, and none
  co-quoted  two actors make claims in one article
  outlet     an outlet prints claims of an actor: directed

Weights, where a pair is tied in w units (--per) and its ends are active in a and b:
  none      w; of agrees and disputes that of the side with fewer
  activity  w / a where directed, w / ((a + b) / 2) where not
  jaccard   w / (a + b - w)

Fields of edges:
  source     an actor; of outlet edges the outlet. Undirected edges begin at the smaller id
  source_id  its public id
  target     the other end
  target_id  its public id
  kind       about, agrees, disputes, co-quoted or outlet
  weight     see above
  claims     claims that make the tie
  articles   articles they stand in
  first_on   day of the first tie; of agrees and disputes the day on which the later claim appeared
  last_on    day of the last

Fields of nodes: node_id, name, type (person, …, or outlet), claims_by and articles_by (what it says; outlets: what
they print of named speakers), claims_about and articles_about (what named speakers say of it), among the claims found.

Examples:
  sayso network --edges agrees,disputes -o positions.gexf
  sayso network --edges co-quoted --normalise jaccard --min-claims 5 -o quoted.csv
  sayso network --edges outlet --per week --since 2031-03 -o outlets.graphml";

const EDGES: Shape =
    Shape { unit: ("edge", "edges"), shown: &["source", "kind", "target", "weight", "claims", "articles", "last_on"] };

const NODES: Shape = Shape { unit: NODE, shown: &[] };
const NODE: Unit = ("node", "nodes");

impl Network {
    /// Counts the ties.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let mut filter = self.which.filter(context, &corpus)?;
        self.sort.narrow(&mut filter);
        let plan = self.plan()?;
        let mut ties = corpus.network(&plan, &filter)?;
        let mut edges = std::mem::take(&mut ties.edges);
        sort(&mut edges, filter.sort.as_ref())?;
        let more = self.output.limit(context).map_or(0, |limit| edges.len().saturating_sub(limit));
        edges.truncate(edges.len() - more);
        self.put_out(context, &ties, edges)?;
        self.output.note_more(context, EDGES, more);
        // A file first: the extension of a graph is no format of lists.
        if self.file().is_some() || self.output.is_page(context)? {
            self.note(context, &plan, corpus.left_out(&filter)?);
        }
        Ok(Status::Done)
    }

    fn put_out(&self, context: &Context, ties: &Ties, edges: Vec<EdgeRow>) -> Result<()> {
        let nodes = ties.nodes_of(&edges);
        if let Some((path, format)) = self.graph_file() {
            return graph::write(context, path, format, &self.description(), edges, nodes);
        }
        self.output.give(context, EDGES, |each| edges.into_iter().try_for_each(each))?;
        if let Some(path) = self.file() {
            self.output.beside(nodes_file(path)).give(context, NODES, |each| nodes.into_iter().try_for_each(each))?;
        }
        Ok(())
    }

    /// Returns the file that is to hold a graph.
    fn graph_file(&self) -> Option<(&Path, GraphFormat)> {
        let path = self.file()?;
        Some((path, GraphFormat::from_extension(path).filter(|_| !self.output.has_format())?))
    }

    /// Returns the file that the answer goes to, unless that is standard output or a list of fields.
    fn file(&self) -> Option<&Path> {
        let lists_fields = self.output.fields.as_deref().is_some_and(|fields| fields.trim().is_empty());
        self.output.output.as_deref().filter(|path| *path != Path::new("-") && !lists_fields)
    }

    fn plan(&self) -> Result<NetworkPlan> {
        let per = CountedPer::ALL.into_iter().find(|per| per.name() == self.per).expect("clap checked it");
        let normalise = Normalise::ALL.into_iter().find(|how| how.name() == self.normalise).expect("clap checked it");
        if per == CountedPer::Range && normalise != Normalise::None {
            let message = "--per range counts every tie once, so that there is nothing to normalise; leave one out";
            return Err(Error::invalid(message).into());
        }
        if !self.min_weight.is_finite() {
            return Err(Error::invalid("--min-weight is a number, as 2 or 0.05").into());
        }
        let kinds = EdgeKind::ALL.into_iter().filter(|kind| self.edges.iter().any(|asked| asked == kind.name()));
        let kinds = kinds.collect();
        Ok(NetworkPlan { kinds, per, normalise, min_weight: self.min_weight, min_claims: self.min_claims })
    }

    /// Returns what the weights are, in a sentence.
    fn description(&self) -> String {
        let unit = match self.per.as_str() {
            "range" => "each pair counts once".to_string(),
            per => format!("each pair counts once {} {per}", if per == "article" { "an" } else { "a" }),
        };
        let divided = match self.normalise.as_str() {
            "none" => String::new(),
            how => format!(", normalised by {how}"),
        };
        format!("Edges: {}; weight: {unit}{divided}", self.edges.join(", "))
    }

    /// Says what the weights are, and which claims could tie nobody.
    fn note(&self, context: &Context, plan: &NetworkPlan, left_out: LeftOut) {
        context.note(&self.description());
        let of_all = format!("of {}", counted(left_out.claims, CLAIMS));
        if left_out.unnamed > 0 {
            context
                .note(&format!("{} {of_all} have no named speaker and tie nobody", grouped(left_out.unnamed as u64)));
        }
        if left_out.undated > 0 && matches!(plan.per, CountedPer::Period(_)) {
            let undated = grouped(left_out.undated as u64);
            context.note(&format!("{undated} {of_all} are undated and fall into no {}", self.per));
        }
        if left_out.without_outlet > 0 && plan.kinds.contains(&EdgeKind::Outlet) {
            let without = grouped(left_out.without_outlet as u64);
            context.note(&format!("{without} {of_all} stand in articles without an outlet"));
        }
    }
}

/// Returns where nodes go when edges go to `edges.csv`: `edges-nodes.csv`.
fn nodes_file(edges: &Path) -> std::path::PathBuf {
    let mut name = edges.file_stem().unwrap_or_default().to_os_string();
    name.push("-nodes");
    if let Some(extension) = edges.extension() {
        name.push(".");
        name.push(extension);
    }
    edges.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_stand_beside_their_edges() {
        assert_eq!(nodes_file(Path::new("a.b/x.csv")), Path::new("a.b/x-nodes.csv"));
        assert_eq!(nodes_file(Path::new("x")), Path::new("x-nodes"));
        assert_eq!(nodes_file(Path::new("x.2031.tsv")), Path::new("x.2031-nodes.tsv"));
    }
}
