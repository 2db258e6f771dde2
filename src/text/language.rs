//! Which language a text is in, by its letters and their company; the guess is `whatlang`'s, the doubt is ours.

use whatlang::Lang;

/// Returns the ISO 639-1 code of the language of a text, or `und` when it is too short or too mixed to tell.
///
/// Meant for whole texts: a single sentence is often too little.
pub fn language(text: &str) -> &'static str {
    let opening = opening(text);
    if opening.chars().filter(|character| character.is_alphabetic()).take(ENOUGH).count() < ENOUGH {
        return UNDETERMINED;
    }
    match whatlang::detect(opening) {
        Some(found) if found.confidence() >= SURE => code(found.lang()),
        _ => UNDETERMINED,
    }
}

const UNDETERMINED: &str = "und";

/// Letters below which a guess says little; a guess at a good bound, not a measured one.
const ENOUGH: usize = 40;

/// Confidence from which a guess counts. Tried: rows of names and random letters stayed below 0.2, running English of
/// 100 letters and more was never taken for another language at 0.5; `whatlang` itself asks for 0.9 and doubts much.
const SURE: f64 = 0.5;

/// Bytes that are looked at; more change no answer and cost time.
const LOOKED_AT: usize = 20_000;

fn opening(text: &str) -> &str {
    let end = (0..=LOOKED_AT.min(text.len())).rev().find(|&byte| text.is_char_boundary(byte));
    &text[..end.expect("byte 0 is a boundary")]
}

/// Returns the two-letter code of ISO 639-1, which every language that `whatlang` knows has.
fn code(language: Lang) -> &'static str {
    match language {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_running_text() {
        let english = "The minister said on Friday that the border would stay closed until the spring, and that nobody \
            had asked him about the road through the valley. The ambassador called this an excuse.";
        assert_eq!(language(english), "en");
        let german = "Der Minister sagte am Freitag, die Grenze bleibe bis zum Frühjahr geschlossen, und niemand habe \
            ihn nach der Straße durch das Tal gefragt.";
        assert_eq!(language(german), "de");
        let russian = "Министр заявил в пятницу, что граница останется закрытой до весны, и что никто не спрашивал его \
            о дороге через долину. Посол назвал это отговоркой и напомнил, что год назад министр сам обещал открыть её.";
        assert_eq!(language(russian), "ru");
    }

    #[test]
    fn too_little_to_tell() {
        assert_eq!(language(""), "und");
        assert_eq!(language("Yes."), "und");
        assert_eq!(language("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28"), "und");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(language(&"Граница останется закрытой до весны, заявил министр. ".repeat(5_000)), "ru");
    }
}
