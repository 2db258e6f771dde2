//! Full-text search over paragraphs and claims.

use rusqlite::types::Value;
use rusqlite::{named_params, params_from_iter};

use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Way};
use crate::error::{Error, ErrorKind, Result};
use crate::record::Cell;

row! {
    /// A passage or a claim that a search found; the found words stand in brackets.
    SearchRow {
        kind: String,
        article_id: String => Cell::Id,
        outlet: Option<String>,
        published_on: Option<String>,
        headline: Option<String>,
        paragraph: i64,
        speaker: Option<String>,
        text: String,
        claim_id: Option<String> => super::claims::id_cell,
        cue: Option<String>,
    }
}

impl Corpus {
    /// Hands each paragraph that the search finds to `each`, best first (BM25, as SQLite's FTS5 ranks).
    ///
    /// # Errors
    ///
    /// The search has no word to look for.
    pub fn search_paragraphs(
        &self,
        query: &str,
        filter: &Filter,
        each: &mut dyn FnMut(SearchRow) -> Result<()>,
    ) -> Result<()> {
        let words = match_expression(query)?;
        let order = "paragraph_search.rank, article.published_on NULLS LAST, article.article_id, paragraph.number";
        let found = find_paragraphs(&words, filter).finish(order, filter.limit);
        self.each_match(found, include_str!("sql/search_paragraph.sql"), &words, each)
    }

    /// Hands each claim whose content the search finds to `each`, best first.
    ///
    /// # Errors
    ///
    /// The search has no word to look for.
    pub fn search_claims(
        &self,
        query: &str,
        filter: &Filter,
        each: &mut dyn FnMut(SearchRow) -> Result<()>,
    ) -> Result<()> {
        let words = match_expression(query)?;
        let order = "claim_search.rank, article.published_on NULLS LAST, article.article_id, claim.ordinal";
        let found = find_claims(&words, filter).finish(order, filter.limit);
        self.each_match(found, include_str!("sql/search_claim.sql"), &words, each)
    }

    /// Counts the paragraphs that a search finds, up to `at_most`.
    pub fn count_search_paragraphs(&self, query: &str, filter: &Filter, at_most: usize) -> Result<usize> {
        self.count_found(find_paragraphs(&match_expression(query)?, filter).finish("", None), at_most)
    }

    /// Counts the claims that a search finds, up to `at_most`.
    pub fn count_search_claims(&self, query: &str, filter: &Filter, at_most: usize) -> Result<usize> {
        self.count_found(find_claims(&match_expression(query)?, filter).finish("", None), at_most)
    }

    fn each_match(
        &self,
        (find, values): (String, Vec<Value>),
        sql: &str,
        words: &str,
        each: &mut dyn FnMut(SearchRow) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut find = self.connection.prepare_cached(&find)?;
        let mut found = find.query(params_from_iter(values))?;
        while let Some(row) = found.next()? {
            let id: i64 = row.get(0)?;
            each(statement.query_row(named_params! { ":id": id, ":words": words }, SearchRow::from_row)?)?;
        }
        Ok(())
    }
}

fn find_paragraphs(words: &str, filter: &Filter) -> Finder {
    let mut finder = Finder::new(
        "paragraph.id FROM paragraph_search JOIN paragraph ON paragraph.id = paragraph_search.rowid
         JOIN article ON article.id = paragraph.article",
    );
    finder.when("paragraph_search MATCH ?", [Value::from(words.to_string())]);
    filter.narrow_articles(&mut finder);
    finder
}

fn find_claims(words: &str, filter: &Filter) -> Finder {
    let mut finder = Finder::new(
        "claim.id FROM claim_search JOIN claim ON claim.id = claim_search.rowid
         JOIN article ON article.id = claim.article",
    );
    finder.when("claim_search MATCH ?", [Value::from(words.to_string())]);
    filter.narrow_claims(&mut finder, Way::ArticleByArticle);
    filter.narrow_articles(&mut finder);
    finder
}

/// Turns what people type into FTS5's language: words and "phrases" must all occur, `word*` begins a word, `-word` must
/// not occur, `OR` stands between alternatives. Everything else is quoted, so that no text is a syntax error.
fn match_expression(query: &str) -> Result<String> {
    let mut wanted: Vec<String> = Vec::new();
    let mut unwanted: Vec<String> = Vec::new();
    let mut is_alternative = false;
    for term in terms(query) {
        if term == "OR" {
            is_alternative = !wanted.is_empty();
            continue;
        }
        let (is_unwanted, term) = match term.strip_prefix('-') {
            Some(rest) if !rest.is_empty() => (true, rest),
            _ => (false, term.as_str()),
        };
        let (words, star) = match term.strip_suffix('*') {
            Some(rest) => (rest, "*"),
            None => (term, ""),
        };
        if !words.chars().any(char::is_alphanumeric) {
            continue;
        }
        let quoted = format!("\"{}\"{star}", words.replace('"', " "));
        match (is_unwanted, is_alternative, wanted.last_mut()) {
            (true, _, _) => unwanted.push(quoted),
            (false, true, Some(last)) => *last = format!("({last} OR {quoted})"),
            (false, _, _) => wanted.push(quoted),
        }
        is_alternative = false;
    }
    if wanted.is_empty() {
        return Err(Error::new(ErrorKind::InvalidInput(format!(
            "'{query}' has no word to look for; give at least one that must occur"
        ))));
    }
    let mut expression = wanted.join(" AND ");
    if !unwanted.is_empty() {
        expression = format!("({expression}) NOT ({})", unwanted.join(" OR "));
    }
    Ok(expression)
}

/// Parts a query at white space, except inside double quotation marks; an unclosed mark ends with the query.
fn terms(query: &str) -> Vec<String> {
    let mut terms = vec![String::new()];
    let mut is_quoted = false;
    for character in query.chars() {
        match character {
            '"' | '“' | '”' => is_quoted = !is_quoted,
            space if space.is_whitespace() && !is_quoted => terms.push(String::new()),
            other => terms.last_mut().expect("there is always a last term").push(other),
        }
    }
    terms.retain(|term| !term.is_empty());
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_type_words_phrases_and_exclusions() {
        let expression = |query| match_expression(query).expect("there are words");
        assert_eq!(expression("border talks"), r#""border" AND "talks""#);
        assert_eq!(expression(r#""border talks" deni*"#), r#""border talks" AND "deni"*"#);
        assert_eq!(expression("river OR canal water"), r#"("river" OR "canal") AND "water""#);
        assert_eq!(expression("river -canal"), r#"("river") NOT ("canal")"#);
        assert!(match_expression("  \" - *").is_err());
    }

    proptest! {
        #[test]
        fn no_text_is_a_syntax_error(query in "\\PC{0,30}") {
            let corpus = Corpus::in_memory().expect("memory is there");
            match corpus.search_paragraphs(&query, &Filter::default(), &mut |_| Ok(())) {
                Ok(()) => {}
                Err(error) => prop_assert!(matches!(error.kind(), ErrorKind::InvalidInput(_)), "{error}"),
            }
        }
    }
}
