//! What claims of one article have to do with each other. Nothing in one text is an echo; but who rejects, denies or
//! contradicts there what somebody said a few lines away hardly ever speaks of something else.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use super::compared::Compared;
use super::disputes::dispute;
use super::rejections::rejections;
use super::relation::Related;

/// Returns the disputes among the claims of one article, given in the order of its text: places of both, and the link.
pub fn inside<C: Borrow<Compared>>(claims: &[C]) -> Vec<(usize, usize, Related)> {
    let claims: Vec<&Compared> = claims.iter().map(Borrow::borrow).collect();
    let mut found: BTreeMap<(usize, usize), Related> = BTreeMap::new();
    for (at, one) in claims.iter().enumerate() {
        for (there, other) in claims.iter().enumerate().skip(at + 1) {
            if let Some(dispute) = dispute(one, other) {
                found.insert((at, there), dispute);
            }
        }
    }
    // A rejection names its claim, and says more than likeness does.
    found.extend(rejections(&claims));
    found.into_iter().map(|((one, other), related)| (one, other, related)).collect()
}
