//! Records → bytes in a format.
