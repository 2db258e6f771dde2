//! Words that keep their full stop, as a table a reader can correct: what may follow each without a new sentence.

/// What the full stop after an abbreviation says about the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Goes before a name: "Mr.", "Lt.": never the end.
    Title,
    /// Leads on to what it introduces: "e.g.", "vs.": never the end.
    Leading,
    /// Goes before a number: "No. 5", "pp. 3": the end unless a digit follows.
    Counting,
    /// A month or a day: "Sept. 4": the end before a word that starts sentences.
    Calendar,
    /// A time of day: "a.m.": the end before a capital, save a day or a time zone.
    Clock,
    /// A single capital: "J. Smith".
    Initial,
    /// Anything else: "Inc.", "Calif.", "U.S.": the end before a word that starts sentences.
    Other,
}

/// Returns what sort of abbreviation a word without its last full stop is, if any.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    use Abbreviation::*;
    let mut characters = word.chars();
    let first = characters.next()?;
    if characters.next().is_none() {
        return match first {
            'c' | 'v' => Some(Leading),
            'p' => Some(Counting),
            _ => first.is_uppercase().then_some(Initial),
        };
    }
    if word.len() > LONGEST {
        return None;
    }
    let folded = word.to_lowercase();
    let is_among = |table: &[&str]| table.contains(&folded.as_str());
    match () {
        // "rep" and "gen" without a capital are words or slang, not titles.
        () if first.is_uppercase() && is_among(TITLES) => Some(Title),
        () if is_among(LEADING) => Some(Leading),
        () if is_among(COUNTING) => Some(Counting),
        () if first.is_uppercase() && is_among(CALENDAR) => Some(Calendar),
        () if is_among(CLOCK) => Some(Clock),
        () if is_among(OTHER) || (first.is_uppercase() && is_among(PLACES)) => Some(Other),
        () if is_dotted(word) => Some(Other),
        () => None,
    }
}

/// Tells whether a word is made of short parts with full stops between them: "U.S", "Ph.D", "N.Y".
pub(super) fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let letters = part.chars().count();
            (1..=2).contains(&letters) && part.chars().all(char::is_alphabetic)
        })
}

/// Tells whether an abbreviation is spelt like a word or a name, so that at the end of a sentence it most likely is one.
pub(super) fn is_also_word(word: &str) -> bool {
    ALSO_WORDS.contains(&word.to_lowercase().as_str())
}

/// Tells whether a capitalised word is one that starts sentences and hardly ever a name.
pub(super) fn starts_sentences(word: &str) -> bool {
    word.len() <= LONGEST && word.starts_with(char::is_uppercase) && STARTERS.contains(&word.to_lowercase().as_str())
}

/// Tells whether a word names a day, a month or a time zone: what may follow "a.m.".
pub(super) fn follows_clock(word: &str) -> bool {
    word.len() <= LONGEST && AFTER_CLOCK.contains(&word.to_lowercase().as_str())
}

/// Bytes of the longest word in the tables; longer words need no look-up.
const LONGEST: usize = 12;

#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "mx", "messrs", "mme", "mlle", "dr", "drs", "prof", "rev", "fr", "msgr", "hon", "pres",
    "gen", "maj", "col", "lt", "capt", "cpt", "cmdr", "comdr", "adm", "sgt", "cpl", "pvt", "pfc", "brig", "ens", "supt",
    "det", "insp", "const", "sen", "sens", "rep", "reps", "gov", "govs", "lt.gov", "lt.col", "maj.gen", "amb", "sec", "atty",
    "mt", "ft", "ald", "treas",
];

#[rustfmt::skip]
const LEADING: &[&str] = &[
    "e.g", "eg", "i.e", "ie", "vs", "cf", "viz", "ca", "c.f", "aka", "a.k.a", "approx", "incl", "esp", "feat",
];

#[rustfmt::skip]
const COUNTING: &[&str] = &[
    "no", "nos", "nr", "pp", "pg", "vol", "vols", "fig", "figs", "eq", "art", "arts", "ch", "chap", "para", "paras",
    "ver", "ext", "sect", "tel", "rm", "apt",
];

#[rustfmt::skip]
const CALENDAR: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
];

const CLOCK: &[&str] = &["a.m", "p.m", "am", "pm"];

#[rustfmt::skip]
const OTHER: &[&str] = &[
    "inc", "corp", "co", "cos", "ltd", "bros", "llc", "plc", "assn", "dept", "univ", "intl", "natl", "govt", "jr", "sr",
    "esq", "ph.d", "m.sc", "b.sc", "etc", "al", "et", "ibid", "op", "ed", "eds", "est", "mfg", "mgr", "dist", "blvd",
    "ave", "st", "rd", "hwy", "sq", "ln", "pl", "ct", "tpke", "bldg", "attn", "misc", "temp", "avg", "mins", "hr",
    "hrs", "sec", "secs", "lb", "lbs", "oz", "sq.ft", "mph", "tbsp", "tsp", "yr", "yrs", "ste", "div", "dia", "tech",
    "ps", "p.s", "cert", "def", "rev", "pres", "spec", "conf",
];

#[rustfmt::skip]
const ALSO_WORDS: &[&str] = &[
    "no", "art", "arts", "am", "pm", "sun", "sat", "mar", "ed", "al", "miss", "mass", "ill", "la", "pa", "mo", "ore",
    "tech", "def", "rev", "col", "hon", "ms", "op", "et", "ch", "tel", "fig", "figs", "cal", "ind", "del", "dia", "ps",
    "ext", "eq", "aka", "ie", "feat", "wash", "temp", "spec", "conf", "cos", "hr", "div",
];

/// American states as printed; only with a capital, since "miss", "wash" and "mass" are words.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "cal", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md",
    "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va", "wash",
    "wis", "wyo", "ont", "que",
];

#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you", "i", "i'm", "i've",
    "it's", "he's", "she's", "that's", "there's", "they're", "we're", "you're", "don't", "his", "her", "its", "their",
    "our", "my", "your", "in", "on", "at", "by", "for", "from", "with", "without", "but", "and", "or", "nor", "so", "if",
    "when", "while", "as", "after", "before", "because", "since", "although", "though", "however", "there", "then",
    "now", "here", "what", "who", "why", "how", "where", "which", "whether", "not", "yes", "to", "some", "many", "most",
    "much", "both", "all", "each", "every", "several", "another", "other", "others", "also", "even", "still", "yet",
    "meanwhile", "instead", "once", "until", "unless", "under", "over", "during", "despite", "according", "asked",
    "earlier", "later", "last", "more", "few", "such", "is", "are", "was", "were", "do", "does", "did", "has", "have",
    "had", "can", "could", "will", "would", "should", "may", "nobody", "nothing", "no", "none", "neither", "perhaps",
    "maybe", "today", "yesterday", "thus", "therefore", "moreover", "nevertheless", "among", "about", "between",
    "against", "just", "only", "nearly", "almost", "like", "unlike", "one", "two", "three",
];

#[rustfmt::skip]
const AFTER_CLOCK: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tues", "wed", "thurs", "fri",
    "sat", "sun", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "utc", "bst", "cet", "cest",
    "eastern", "central", "mountain", "pacific", "moscow", "beijing", "greenwich", "eet", "ist",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_of_abbreviation() {
        assert_eq!(abbreviation("Mr"), Some(Abbreviation::Title));
        assert_eq!(abbreviation("rep"), None);
        assert_eq!(abbreviation("No"), Some(Abbreviation::Counting));
        assert_eq!(abbreviation("J"), Some(Abbreviation::Initial));
        assert_eq!(abbreviation("U.S"), Some(Abbreviation::Other));
        assert_eq!(abbreviation("p.m"), Some(Abbreviation::Clock));
        assert_eq!(abbreviation("24.kg"), None);
        assert_eq!(abbreviation("example.com"), None);
        assert_eq!(abbreviation("report"), None);
        assert_eq!(abbreviation("wash"), None);
        assert_eq!(abbreviation(""), None);
    }

    #[test]
    fn the_tables_are_folded_and_short_enough() {
        let tables = [TITLES, LEADING, COUNTING, CALENDAR, CLOCK, OTHER, PLACES, STARTERS, AFTER_CLOCK, ALSO_WORDS];
        for word in tables.concat() {
            assert!(word.len() <= LONGEST && word.to_lowercase() == word, "{word}");
        }
    }
}
