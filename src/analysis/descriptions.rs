//! What a piece calls people and organisations beside their names, or instead of them: titles ("Foreign Minister Ann
//! Lee"), appositions ("Ann Lee, the mayor of Harrow,"), predicates ("Lee, who was the mayor") and roles that lead back to
//! a name ("the ambassador"). Who is who was told before this, by `entities` and `references`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::entities::Cast;
use super::nouns;
use super::phrases;
use super::reading::Reading;
use super::tables::Class;
use super::{Description, DescriptionKind, EntityKind};

/// A longer phrase tells a story, or the parse went astray.
const LONGEST: usize = 14;

/// Finds the descriptions of persons and organisations, in order; of two that overlap the longer one.
pub(super) fn find_descriptions(reading: &Reading, cast: &Cast) -> Vec<Description> {
    let mut found: Vec<(Range<usize>, usize, DescriptionKind)> = Vec::new();
    for (index, (name, entity)) in cast.names.iter().enumerate() {
        let kind = cast.entities[*entity].kind;
        if !matches!(kind, EntityKind::Person | EntityKind::Organisation) {
            continue;
        }
        let around = Around { reading, cast, name, title: &cast.titles[index], kind };
        let title = around.before().map(|words| (words, DescriptionKind::Title));
        let apposition = around.after().map(|words| (words, DescriptionKind::Apposition));
        let predicates = around.predicates().map(|words| (words, DescriptionKind::Predicate));
        let all = title.into_iter().chain(apposition).chain(predicates);
        found.extend(all.map(|(words, kind)| (words, *entity, kind)));
    }
    for (words, entity) in &cast.references {
        let kind = cast.entities[*entity].kind;
        if !matches!(kind, EntityKind::Person | EntityKind::Organisation) {
            continue;
        }
        let around = Around { reading, cast, name: words, title: &(words.start..words.start), kind };
        let is_pronoun = words.len() == 1 && reading.class(words.start) != Class::Open;
        match is_pronoun {
            true => found.extend(around.predicates().map(|words| (words, *entity, DescriptionKind::Predicate))),
            false => found.extend(around.noun().map(|words| (words, *entity, DescriptionKind::Nominal))),
        }
    }
    in_order(reading, found)
}

/// Puts descriptions in the order of the text, without those that lie in a longer one.
fn in_order(reading: &Reading, mut found: Vec<(Range<usize>, usize, DescriptionKind)>) -> Vec<Description> {
    found.sort_by_key(|(words, entity, kind)| (*entity, std::cmp::Reverse(words.len()), words.start, *kind));
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    found.retain(|(words, entity, _)| {
        let is_free = words.clone().all(|word| !taken.contains(&(*entity, word)));
        taken.extend(words.clone().map(|word| (*entity, word)));
        is_free
    });
    found.sort_by_key(|(words, entity, _)| (words.start, words.end, *entity));
    let described = |(words, entity, kind): (Range<usize>, usize, DescriptionKind)| Description {
        entity,
        span: reading.span(&words),
        kind,
    };
    found.into_iter().map(described).collect()
}

/// A name, or what stands for one, and where to look around it.
struct Around<'a, 'd> {
    reading: &'a Reading<'d>,
    cast: &'a Cast,
    name: &'a Range<usize>,
    /// The title right before it.
    title: &'a Range<usize>,
    kind: EntityKind,
}

impl Around<'_, '_> {
    /// Returns the title before the name: "Russian Foreign Minister", "the team's leader," "ambassador to France".
    fn before(&self) -> Option<Range<usize>> {
        let tags = &self.reading.answers.tags;
        let top = self.top()?;
        let hanging = self.reading.dependents(top).filter(|&word| word < self.name.start);
        let beside = hanging.filter(|&word| matches!(tags[word].relation(), "nmod" | "compound" | "flat" | "appos"));
        // "The brother of Ann Lee" is not what she is.
        let is_of = self.reading.dependents(top).any(|word| tags[word].relation() == "case" && word < top);
        let above = tags[top].head.filter(|&head| {
            head < self.name.start && !is_of && matches!(tags[top].relation(), "flat" | "appos" | "compound" | "nmod")
        });
        let titled = self.title.clone().next_back();
        let candidates = beside.chain(above).chain(titled);
        let titles = candidates.filter_map(|noun| self.described_by(noun)).filter(|words| self.leads_to(words));
        let title = titles.max_by_key(Range::len)?;
        self.plain(nouns::with_beginning(self.reading, title, self.name.end))
    }

    /// Tells whether nothing but a mark and a title stands between a phrase and the name.
    fn leads_to(&self, words: &Range<usize>) -> bool {
        let is_between = |word: usize| self.title.contains(&word) || self.reading.is(word, ",");
        words.end <= self.name.start && (words.end..self.name.start).all(is_between)
    }

    /// Returns the apposition behind the name: ", the mayor of Harrow,".
    fn after(&self) -> Option<Range<usize>> {
        let reading = self.reading;
        let tags = &reading.answers.tags;
        let top = self.top()?;
        let apposed = reading.dependents(top).filter(|&word| word >= self.name.end && tags[word].relation() == "appos");
        let opens = |word: usize| matches!(reading.lower(word), "," | "(" | "-" | "–" | "—");
        // "Ann Lee, 45, a farmer"
        let is_between = |word: usize| opens(word) || reading.class(word) == Class::Number;
        let is_next = |words: &Range<usize>| {
            let start = self.start_with_article(words);
            let is_behind = start > self.name.end && opens(self.name.end) && (self.name.end..start).all(is_between);
            is_behind && !self.leads_to_another(words.end)
        };
        let by_parse = apposed.filter_map(|noun| self.described_by(noun)).find(is_next);
        by_parse.or_else(|| self.after_by_marks().filter(is_next))
    }

    /// Tells whether a person's name follows at once: what stands before it is that one's title.
    fn leads_to_another(&self, end: usize) -> bool {
        let names = &self.cast.names;
        let next = names.get(names.partition_point(|(name, _)| name.start < end));
        next.is_some_and(|(name, entity)| name.start == end && self.cast.entities[*entity].kind == EntityKind::Person)
    }

    /// Returns the apposition that the parse took for something else: a noun phrase with an article, between marks.
    fn after_by_marks(&self) -> Option<Range<usize>> {
        let reading = self.reading;
        let first = self.name.end + 1;
        let is_article = matches!(reading.lower(first), "a" | "an" | "the");
        let sentence = reading.sentence(reading.sentence_of(self.name.start));
        if !is_article || !reading.is(self.name.end, ",") || first >= sentence.end {
            return None;
        }
        let nouns = (first + 1..sentence.end.min(first + LONGEST)).filter(|&word| self.is_told(word));
        let is_closed = |words: &Range<usize>| {
            self.start_with_article(words) == first
                && matches!(reading.lower(words.end), "," | "." | "who" | "which" | "—" | "–" | ";")
        };
        let is_listed = |word: &usize| reading.answers.tags[*word].relation() == "conj";
        nouns.filter(|word| !is_listed(word)).filter_map(|noun| self.described_by(noun)).find(is_closed)
    }

    /// Returns what the name is said to be: "is the mayor of Harrow", "who was the mayor".
    fn predicates(&self) -> impl Iterator<Item = Range<usize>> {
        let reading = self.reading;
        let tags = &reading.answers.tags;
        let top = self.top();
        let main = top.filter(|&top| tags[top].relation() == "nsubj").and_then(|top| tags[top].head);
        let is_who = |word: usize| matches!(reading.lower(word), "who" | "which") && tags[word].relation() == "nsubj";
        let is_relative = |word: &usize| tags[*word].deprel == "acl:relcl" && reading.dependents(*word).any(is_who);
        let relative = top.and_then(|top| reading.dependents(top).find(is_relative));
        let said = [relative, main].into_iter().flatten();
        let told = said.filter(|&noun| noun >= self.name.end && self.is_stated(noun));
        told.filter_map(|noun| self.described_by(noun)).collect::<Vec<_>>().into_iter()
    }

    /// Tells whether a noun is said with "is" or "was", and neither denied nor only supposed.
    fn is_stated(&self, noun: usize) -> bool {
        let reading = self.reading;
        let tags = &reading.answers.tags;
        let dependents = || reading.dependents(noun);
        // "In a state of shock", "the only one to come", "the better candidate".
        let is_other = |word: usize| {
            tags[word].relation() == "case" && word < noun
                || matches!(reading.lower(word), "only" | "first" | "last" | "same")
                || matches!(tags[word].xpos, "JJR" | "RBR")
        };
        let is_copula =
            |word: usize| tags[word].relation() == "cop" && matches!(reading.lower(word), "is" | "was" | "'s" | "am");
        let is_doubtful = |word: usize| {
            tags[word].xpos == "MD" || matches!(reading.lower(word), "not" | "n't" | "never" | "no" | "if" | "whether")
        };
        let sentence = reading.sentence(reading.sentence_of(noun));
        dependents().any(is_copula)
            && !dependents().any(|word| is_doubtful(word) || is_other(word))
            && !reading.is(sentence.end - 1, "?")
    }

    /// Returns the words of a role that leads back to a name, "the ambassador".
    fn noun(&self) -> Option<Range<usize>> {
        let noun = phrases::head(self.reading, self.name).filter(|&noun| self.is_told(noun))?;
        // "His campaign" is rather his than the body's that was named.
        let is_owned = self.name.clone().any(|word| self.reading.class(word) == Class::Possessive);
        if is_owned && self.kind != EntityKind::Person {
            return None;
        }
        let words = nouns::phrase(self.reading, noun);
        self.plain(words.start.max(self.name.start)..words.end.min(self.name.end))
    }

    /// Returns the phrase of a noun, if such a noun can describe this.
    fn described_by(&self, noun: usize) -> Option<Range<usize>> {
        let tag = &self.reading.answers.tags[noun];
        let is_noun = match tag.upos {
            "NOUN" => self.is_told(noun),
            "PROPN" => self.is_told(noun) && !self.is_in_name(noun),
            "ADJ" => nouns::is_role(self.reading.lower(noun)) && tag.relation() != "amod",
            _ => false,
        };
        let words = is_noun.then(|| nouns::phrase(self.reading, noun))?;
        let end = if words.start < self.name.start { words.end.min(self.name.start) } else { words.end };
        self.plain(words.start..end)
    }

    /// Tells whether a word stands in a name: a list of names describes nobody.
    fn is_in_name(&self, word: usize) -> bool {
        let names = &self.cast.names;
        let after = names.partition_point(|(name, _)| name.end <= word);
        names.get(after).is_some_and(|(name, _)| name.contains(&word))
    }

    /// Tells whether tables know a noun as one for this kind of thing.
    fn is_told(&self, noun: usize) -> bool {
        !matches!(self.reading.answers.tags[noun].xpos, "NNS" | "NNPS")
            && nouns::tells(self.reading.lower(noun), self.kind)
    }

    /// Returns a phrase without article and marks at its ends; none where nothing that describes is left.
    fn plain(&self, words: Range<usize>) -> Option<Range<usize>> {
        let reading = self.reading;
        let is_outer = |word: usize| {
            !reading.words[word].is_word() || nouns::is_article(reading.lower(word)) || reading.is(word, "'s")
        };
        let words = reading.trimmed(words, is_outer);
        let words = nouns::closed(reading, words)?;
        // "The office of", where the parse lost what follows.
        let is_whole = words.is_empty() || reading.class(words.end - 1) != Class::Preposition;
        let says_something = words.clone().any(|word| !nouns::is_courtesy(reading.lower(word)));
        let overlaps = words.start < self.name.end && self.name.start < words.end && words != *self.name;
        (says_something && is_whole && words.len() <= LONGEST && (!overlaps || self.title.is_empty())).then_some(words)
    }

    /// Returns where a phrase begins with its article.
    fn start_with_article(&self, words: &Range<usize>) -> usize {
        let has_article = words.start > 0 && nouns::is_article(self.reading.lower(words.start - 1));
        words.start - usize::from(has_article)
    }

    /// Returns the word of the name on which its other words hang.
    fn top(&self) -> Option<usize> {
        let tags = &self.reading.answers.tags;
        self.name.clone().find(|&word| tags[word].head.is_none_or(|head| !self.name.contains(&head)))
    }
}
