//! The conductor: sources → articles → analyses → rows, with one fate for every input.
