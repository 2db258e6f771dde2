//! How a long run tells how far it is: a line on a terminal, nothing in a pipe. And the clock of a run.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::context::Context;
use super::words::grouped;
use crate::ingest::Progress;

/// How far a run is, while it runs.
pub struct Meter {
    bar: ProgressBar,
    unit: &'static str,
}

impl Meter {
    /// Begins to tell, where somebody watches. How much there is to do is not known beforehand.
    pub fn begin(context: &Context, unit: &'static str) -> Meter {
        let target = match context.is_watched {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        let style =
            ProgressStyle::with_template("{spinner} {msg} {elapsed:.dim}").expect("the template is well formed");
        let bar = ProgressBar::with_draw_target(None, target).with_style(style);
        if context.is_watched {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Meter { bar, unit }
    }

    /// Tells how far the run is.
    pub fn tell(&self, progress: &Progress) {
        let Progress { done, failed, claims, .. } = *progress;
        let failed = if failed > 0 { format!(", {} failed", grouped(failed as u64)) } else { String::new() };
        let (done, claims) = (grouped(done as u64), grouped(claims as u64));
        self.bar.set_message(format!("{done} {}{failed}, {claims} claims", self.unit));
    }

    /// Tells what is being done.
    pub fn say(&self, message: &str) {
        self.bar.set_message(message.to_string());
    }

    /// Stops, wipes the line and returns how long it took.
    pub fn end(self) -> Duration {
        self.bar.finish_and_clear();
        self.bar.elapsed()
    }
}

/// Returns the present moment, UTC, as RFC 3339 with whole seconds.
pub fn now() -> String {
    let now = jiff::Timestamp::now();
    let whole = jiff::Timestamp::from_second(now.as_second()).expect("a moment without its fraction is a moment");
    whole.to_string()
}

/// Returns the present moment with microseconds, the `number`th of several, and later than the last one known.
pub fn moment(last: &str, number: usize) -> String {
    let now = jiff::Timestamp::now();
    let last = last.parse::<jiff::Timestamp>().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let micros = now.as_microsecond().max(last.as_microsecond() + 1) + number as i64;
    let moment = jiff::Timestamp::from_microsecond(micros).unwrap_or(now);
    format!("{moment:.6}")
}
