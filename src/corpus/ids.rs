//! Public ids: a kind letter and 16 characters of a content hash.
//!
//! They survive on another machine because they come from content alone, and no spreadsheet takes them for a number or
//! a date. The alphabet is Crockford's base 32 in lower case (no i, l, o, u); 80 bits come from BLAKE3.

/// The alphabet: 32 characters, five bits each.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What an id is the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdKind {
    /// An outlet.
    Outlet,
    /// An article.
    Article,
    /// An entity.
    Entity,
    /// A claim.
    Claim,
    /// A decision.
    Decision,
}

impl IdKind {
    /// Returns the letter that ids of this kind begin with.
    pub fn letter(self) -> char {
        match self {
            IdKind::Outlet => 'o',
            IdKind::Article => 'a',
            IdKind::Entity => 'e',
            IdKind::Claim => 'c',
            IdKind::Decision => 'd',
        }
    }

    /// Returns the kind that a typed id or beginning of an id names, if it has an id's shape.
    pub fn of(typed: &str) -> Option<IdKind> {
        let (letter, rest) = typed.split_once('-')?;
        let is_hash = (1..=16).contains(&rest.len()) && rest.bytes().all(|byte| ALPHABET.contains(&byte));
        let kinds = [IdKind::Outlet, IdKind::Article, IdKind::Entity, IdKind::Claim, IdKind::Decision];
        kinds.into_iter().find(|kind| is_hash && letter.len() == 1 && letter.starts_with(kind.letter()))
    }
}

/// Returns the id of a content, given as parts; where one part ends and the next begins is part of the content.
///
/// # Example
///
/// ```
/// use sayso::corpus::ids::{IdKind, id_of};
///
/// let id = id_of(IdKind::Article, ["The Northern Herald", "2031-03-04", "Talks stall."]);
/// assert_eq!(id.len(), 18);
/// assert!(id.starts_with("a-"));
/// assert_ne!(id_of(IdKind::Entity, ["ab", "c"]), id_of(IdKind::Entity, ["a", "bc"]));
/// ```
pub fn id_of<'a>(kind: IdKind, parts: impl IntoIterator<Item = &'a str>) -> String {
    format!("{}-{}", kind.letter(), hash_of(parts))
}

/// Returns the 16 characters of a content's hash.
pub fn hash_of<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut bits = [0u8; 16];
    bits[6..].copy_from_slice(&hasher.finalize().as_bytes()[..10]);
    let bits = u128::from_be_bytes(bits);
    (0..16).rev().map(|place| ALPHABET[(bits >> (5 * place)) as usize & 31] as char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_stable_across_versions_of_the_program() {
        assert_eq!(id_of(IdKind::Claim, ["a", "b"]), "c-4ds3hf0k86g5e2cz");
    }

    #[test]
    fn a_typed_beginning_names_its_kind() {
        assert_eq!(IdKind::of("a-k3fz"), Some(IdKind::Article));
        assert_eq!(IdKind::of("a-"), None);
        assert_eq!(IdKind::of("e-Lavrov"), None);
        assert_eq!(IdKind::of("al-assad"), None);
        assert_eq!(IdKind::of("Lavrov"), None);
    }
}
