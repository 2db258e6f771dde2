//! One test binary; every module is listed here.

mod corpus;
mod walls;
