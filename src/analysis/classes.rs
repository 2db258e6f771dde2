//! The closed sets of the answer: sorts of piece, entity, mention and description, and what claims are like.

/// The sorts of piece.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Genre {
    /// Whatever is none of the others.
    #[default]
    News,
    /// The author's own views.
    Opinion,
    /// Questions and answers, a debate: turns of several speakers.
    Interview,
    /// A body's own words: a press release, a speech. Only metadata tells it.
    Statement,
}

/// The sorts of entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, party, ministry, outlet, movement.
    Organisation,
    /// A country, town, river; also a state as one who acts.
    Place,
    /// A people or other set of persons under a name ("Russians", "Democrats").
    Group,
    /// A war, meeting, disaster, election under a name.
    Event,
    /// Any other name.
    Other,
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// By name.
    Name,
    /// By a common noun ("the ambassador").
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// How a description is tied to whom it describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DescriptionKind {
    /// Before the name: "Foreign Minister Ann Lee".
    Title,
    /// Behind the name: "Ann Lee, the mayor of Harrow,".
    Apposition,
    /// Said of it: "Lee, who was the mayor", "she is a lawyer".
    Predicate,
    /// Instead of the name: "the ambassador".
    Nominal,
}

/// How a claim is voiced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// All of it inside quotation marks.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    Indirect,
    /// The author's own assertion.
    Narrated,
}

/// What a cue does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names say it; docs/glossary.md has examples
pub enum CueClass {
    Assert,
    Deny,
    Accuse,
    Demand,
    Promise,
    Warn,
    Praise,
    Criticise,
    Ask,
    Believe,
    Plan,
    Report,
    Other,
}

/// Whether a content is affirmed or negated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// "is", "will".
    Affirmed,
    /// "is not", "never".
    Negated,
}

/// Implements the written names of a closed set: how it is stored, exported and typed on the command line.
macro_rules! named {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// Returns the name used in the database, in exports and on the command line.
            pub fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }
        }
    };
}

named!(EntityKind { Person = "person", Organisation = "organisation", Place = "place", Group = "group", Event = "event", Other = "other" });
named!(Genre { News = "news", Opinion = "opinion", Interview = "interview", Statement = "statement" });
named!(MentionKind { Name = "name", Nominal = "nominal", Pronoun = "pronoun" });
named!(DescriptionKind { Title = "title", Apposition = "apposition", Predicate = "predicate", Nominal = "nominal" });
named!(Form { Direct = "direct", Mixed = "mixed", Indirect = "indirect", Narrated = "narrated" });
named!(CueClass {
    Assert = "assert", Deny = "deny", Accuse = "accuse", Demand = "demand", Promise = "promise", Warn = "warn",
    Praise = "praise", Criticise = "criticise", Ask = "ask", Believe = "believe", Plan = "plan", Report = "report",
    Other = "other",
});
named!(Polarity { Affirmed = "affirmed", Negated = "negated" });
