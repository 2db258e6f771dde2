//! Paragraphs that come with the page, not with the piece: subscription lines, credits, "Read more". A table that a
//! reader can correct; conservative, since what it takes is not analysed.

/// Tells whether a paragraph is boilerplate: no words at all, a bare address, or short, unquoted and of a known phrase.
pub(super) fn is_boilerplate(words: &str) -> bool {
    if !words.contains(char::is_alphanumeric) {
        return true;
    }
    if words.split_whitespace().nth(MOST_WORDS).is_some() || words.contains(['“', '”', '"', '«', '„']) {
        return false;
    }
    let folded = words.to_lowercase();
    let line = folded.trim_matches(|character: char| !character.is_alphanumeric() && !matches!(character, '@' | '©'));
    WHOLE.contains(&line)
        || BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
        || INSIDE.iter().any(|phrase| line.contains(phrase))
        || is_following(line)
        || is_credit(words, line)
        || is_address(line)
}

/// Words above which a paragraph is text, whatever it says.
const MOST_WORDS: usize = 40;

/// Tells whether a line asks to follow someone: "Follow her on Twitter @...".
fn is_following(line: &str) -> bool {
    let asks = ["follow ", "like us on ", "find us on ", "join us on "].iter().any(|ask| line.starts_with(ask));
    asks && ["twitter", "facebook", "instagram", "telegram", "youtube", "tiktok", "linkedin", "@"]
        .iter()
        .any(|network| line.contains(network))
}

/// Tells whether a line says only where a picture comes from: "(Photo: A. Name)", "A. Name via Getty Images".
fn is_credit(words: &str, line: &str) -> bool {
    let is_labelled =
        ["photo:", "photo by ", "photos by ", "photo credit", "image:", "image credit", "picture:", "photograph by "]
            .iter()
            .any(|label| line.starts_with(label));
    let is_sourced =
        ["getty images", "ap photo", "via getty", "via reuters", "via ap", "shutterstock", "afp via getty images"]
            .iter()
            .any(|agency| line.ends_with(agency));
    words.split_whitespace().count() <= 10 && (is_labelled || is_sourced)
}

/// Tells whether a line is one e-mail address, handle or link.
fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace) && (line.contains('@') || line.starts_with("http") || line.starts_with("www."))
}

#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "advertisement", "advertising", "sponsored", "getty", "getty images", "reuters", "ap", "afp", "associated press",
    "facebook", "twitter", "instagram", "share", "share this", "share this article", "share this story", "tweet",
    "read more", "related", "related articles", "related stories", "comments", "full text", "abstract", "print", "email",
    "story continues below advertisement", "article continues below", "continue reading", "loading", "read the rest here",
    "read the full article here", "read the full story here", "subscribe", "sign up", "log in",
];

#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "advertisement:", "sign up for ", "sign up to ", "subscribe to ", "subscribe now", "click here", "read more:",
    "read more at ", "read more on ", "read also", "also read", "see also:", "related:", "copyright ©", "copyright (c)",
    "©", "this article was originally published", "this article originally appeared", "this article first appeared",
    "this story was originally published", "this story originally appeared", "this story first appeared",
    "this post originally appeared", "watch the video above", "watch the video below", "for more information, visit",
    "download our app", "download the app", "get our newsletter", "join the conversation", "support our journalism",
    "support independent journalism", "thank you for reading", "already a subscriber", "like the page",
];

#[rustfmt::skip]
const INSIDE: &[&str] = &[
    "all rights reserved", "like the page", "our newsletter", "click here to ", "terms of service", "terms of use",
    "may not be published, broadcast, rewritten", "privacy policy and",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boilerplate_is_known() {
        for line in [
            "Follow Ida Brandt on Twitter @idabrandt.",
            "Sign up for the Lenz Valley Courier's morning e-mail.",
            "Read more: What the dam costs",
            "ADVERTISEMENT",
            "© 2031 Lenz Valley Courier. All rights reserved.",
            "This article was originally published in the Harbour Post.",
            "Click here to see the map.",
            "ida.brandt@courier.example",
            "(Photo: Ida Brandt)",
            "Ida Brandt via Getty Images",
            "* * *",
            "___.",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn text_is_left_alone() {
        for line in [
            "Follow the money, she said, and you will find the mayor.",
            "“Click here,” the page said.",
            "Subscribers to the old theory are few.",
            "The photo by the door shows his father.",
            "Read more books.",
            "He sold the picture to Getty Images in a deal that the paper's editors, its owners, its lawyers and its \
             many readers came to regret before the year was out, as he himself was quick to admit when asked about \
             Getty Images",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }
}
