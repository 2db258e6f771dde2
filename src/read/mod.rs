//! Bytes → Article.
