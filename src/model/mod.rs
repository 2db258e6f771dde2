//! What the model knows of English words: their lemmas.

pub mod lemmas;
