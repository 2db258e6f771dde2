//! Whole tables, row by row, in an order that does not depend on how they grew.

use crate::corpus::Corpus;
use crate::error::Result;
use crate::record::Cell;

/// A table of the full export.
pub struct ExportTable {
    /// Name of the table, and of its file without ending.
    pub name: &'static str,
    /// Its statement.
    sql: &'static str,
    /// Its columns.
    pub columns: &'static [TableColumn],
    /// The columns that name a row.
    pub primary_key: &'static [&'static str],
    /// Columns that lead to another table: column, table, column there.
    pub foreign_keys: &'static [(&'static str, &'static str, &'static str)],
}

/// A column of the full export.
pub struct TableColumn {
    /// Name.
    pub name: &'static str,
    /// string, integer, number or date, as Frictionless tables name them.
    pub kind: &'static str,
    /// What it holds.
    pub description: &'static str,
}

macro_rules! columns {
    ($($name:ident $kind:ident $description:literal),+ $(,)?) => {
        &[$(TableColumn { name: stringify!($name), kind: stringify!($kind), description: $description }),+]
    };
}

/// The tables of a full export, in the order of their descriptor.
pub const TABLES: &[ExportTable] = &[
    ExportTable {
        name: "outlets",
        sql: include_str!("sql/export_outlets.sql"),
        columns: columns! {
            outlet_id string "public id",
            name string "name as printed",
            aliases string "other names, joined by '; '",
        },
        primary_key: &["outlet_id"],
        foreign_keys: &[],
    },
    ExportTable {
        name: "articles",
        sql: include_str!("sql/export_articles.sql"),
        columns: columns! {
            article_id string "public id, from outlet, date and text",
            outlet_id string "who published it",
            outlet string "name of the outlet",
            headline string "title",
            byline string "printed author line",
            published_on date "day of publication",
            language string "ISO 639-1 code, und where unknown",
            genre string "news, opinion, interview or statement",
            url string "canonical address",
            words integer "words of the text",
            version integer "1 for the first version of its piece",
            piece_id string "first version of its piece",
            original_id string "the article that it is a reprint of; itself where it is none",
            is_counted integer "1 unless a reprint or replaced by a newer version",
            credit string "news agencies that its text credits, parted by '; '",
            analyzer string "what found its mentions and claims",
            meta string "other metadata, a JSON object of lists",
        },
        primary_key: &["article_id"],
        foreign_keys: &[("outlet_id", "outlets", "outlet_id")],
    },
    ExportTable {
        name: "paragraphs",
        sql: include_str!("sql/export_paragraphs.sql"),
        columns: columns! {
            article_id string "its article",
            paragraph integer "0 for the headline, then 1, 2, …",
            kind string "headline, body, heading, caption, boilerplate or repeat",
            text string "its words",
        },
        primary_key: &["article_id", "paragraph"],
        foreign_keys: &[("article_id", "articles", "article_id")],
    },
    ExportTable {
        name: "entities",
        sql: include_str!("sql/export_entities.sql"),
        columns: columns! {
            entity_id string "public id, from its leading name",
            name string "most frequent spelling",
            type string "person, organisation, place, group, event or other",
            articles integer "counted articles that name it",
            mentions integer "mentions in counted articles",
            claims_by integer "claims it makes in counted articles",
            claims_about integer "claims about it in counted articles",
        },
        primary_key: &["entity_id"],
        foreign_keys: &[],
    },
    ExportTable {
        name: "aliases",
        sql: include_str!("sql/export_aliases.sql"),
        columns: columns! {
            entity_id string "whose name it is",
            alias string "spelling",
            mentions integer "mentions in counted articles",
        },
        primary_key: &["entity_id", "alias"],
        foreign_keys: &[("entity_id", "entities", "entity_id")],
    },
    ExportTable {
        name: "mentions",
        sql: include_str!("sql/export_mentions.sql"),
        columns: columns! {
            article_id string "its article",
            paragraph integer "number of the paragraph",
            start integer "Unicode characters into the paragraph",
            end integer "one past the last character",
            text string "the words there",
            kind string "name, nominal or pronoun",
            entity_id string "whom it names",
        },
        primary_key: &["article_id", "paragraph", "start", "end", "entity_id"],
        foreign_keys: &[("article_id", "articles", "article_id"), ("entity_id", "entities", "entity_id")],
    },
    ExportTable {
        name: "descriptions",
        sql: include_str!("sql/export_descriptions.sql"),
        columns: columns! {
            article_id string "its article",
            paragraph integer "number of the paragraph",
            start integer "Unicode characters into the paragraph",
            end integer "one past the last character",
            text string "the words there, without article",
            kind string "title, apposition, predicate or nominal",
            entity_id string "whom it describes",
        },
        primary_key: &["article_id", "paragraph", "start", "end", "entity_id"],
        foreign_keys: &[("article_id", "articles", "article_id"), ("entity_id", "entities", "entity_id")],
    },
    ExportTable {
        name: "claims",
        sql: include_str!("sql/export_claims.sql"),
        columns: columns! {
            claim_id string "public id, from its article and spans",
            article_id string "its article",
            paragraph integer "where its content begins",
            speaker_kind string "named, author, anonymous or unknown",
            speaker_id string "who speaks, where named",
            speaker string "name of the speaker",
            source string "who speaks, in the text's words",
            cue string "the reporting words",
            cue_class string "what the cue does",
            content string "what is reported; pieces joined by ' … '",
            form string "direct, mixed, indirect or narrated",
            polarity string "affirmed or negated",
            about_ids string "entities it is about, joined by '; '",
            addressee_ids string "entities it is addressed to, joined by '; '",
            score number "confidence of the analyzer, 0 to 1",
            verdict string "what people made of it: accepted, rejected, edited, added",
        },
        primary_key: &["claim_id"],
        foreign_keys: &[("article_id", "articles", "article_id"), ("speaker_id", "entities", "entity_id")],
    },
    ExportTable {
        name: "claim_spans",
        sql: include_str!("sql/export_claim_spans.sql"),
        columns: columns! {
            claim_id string "its claim",
            role string "source, cue or content",
            piece integer "0, 1, … in the order of the text",
            paragraph integer "number of the paragraph",
            start integer "Unicode characters into the paragraph",
            end integer "one past the last character",
        },
        primary_key: &["claim_id", "role", "piece"],
        foreign_keys: &[("claim_id", "claims", "claim_id")],
    },
    ExportTable {
        name: "links",
        sql: include_str!("sql/export_links.sql"),
        columns: columns! {
            claim_a string "the earlier claim",
            claim_b string "the later one",
            relation string "echo, dispute or shift",
            rule string "what found it",
            score number "confidence, 0 to 1",
            reason string "what speaks for it",
            verdict string "accepted or added by people; empty where nobody decided",
        },
        primary_key: &["claim_a", "claim_b", "relation"],
        foreign_keys: &[("claim_a", "claims", "claim_id"), ("claim_b", "claims", "claim_id")],
    },
    ExportTable {
        name: "decisions",
        sql: include_str!("sql/export_decisions.sql"),
        columns: columns! {
            decision_id string "public id",
            made_at string "UTC, RFC 3339",
            made_by string "who",
            verb string "what was decided",
            subject string "about what",
            object string "and what else",
            field string "which field",
            value string "new value, name, note or tag",
            anchor string "the names or words it is on, JSON",
            reason string "why",
            revokes string "the decision it takes back",
        },
        primary_key: &["decision_id"],
        foreign_keys: &[],
    },
];

impl Corpus {
    /// Hands each row of an export table to `each`, in the table's own order.
    pub fn export(&self, table: &ExportTable, each: &mut dyn FnMut(Vec<Cell>) -> Result<()>) -> Result<()> {
        self.sql(table.sql, each)
    }
}
