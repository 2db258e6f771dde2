//! Charts of characters: bars for one group, a line of columns for each of several.

use anyhow::Result;
use jiff::civil::Date;

use super::in_articles;
use crate::cli::answer::Shape;
use crate::cli::context::Context;
use crate::cli::output::OutputArgs;
use crate::cli::page::{Page, Piece, styles};
use crate::cli::words::{counted, grouped};
use crate::corpus::queries::{Timeline, TimelineGroup};
use crate::record::Cell;

/// The longest bar, in characters: longer ones are no easier to compare.
const LONGEST: usize = 50;
/// Columns that stay for the period before a bar and the number behind it.
const BESIDE: usize = 24;
/// Columns that stay for what stands beside a line of columns.
const BESIDE_COLUMNS: usize = 50;
/// So many periods in a row without claims are told in one line.
const SILENCE: usize = 4;

/// Eighths of a character, growing to the right.
const ACROSS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/// Eighths of a character, growing upwards.
const UP: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// A period without claims.
const NOTHING: char = '·';

/// Shows a timeline: several groups side by side where their periods fit the width.
pub fn show(context: &Context, output: &OutputArgs, timeline: &Timeline) -> Result<()> {
    let fits = timeline.periods.len() + BESIDE_COLUMNS <= context.width;
    match timeline.groups.len() > 1 && fits {
        true => show_columns(context, output, timeline),
        false => show_bars(context, output, timeline),
    }
}

/// Shows each group with a bar for every period, all in one scale.
fn show_bars(context: &Context, output: &OutputArgs, timeline: &Timeline) -> Result<()> {
    let mut page = output.blank_page(context);
    let longest = context.width.saturating_sub(BESIDE).clamp(1, LONGEST);
    let most = most(timeline);
    for group in &timeline.groups {
        page.gap();
        let counts = in_articles(group.total.claims, group.total.articles);
        page.title(&group.name.as_ref().map_or(counts.clone(), |name| format!("{name}: {counts}")));
        for run in timeline.periods.chunk_by(|a, b| is_silent(group, *a) == is_silent(group, *b)) {
            if is_silent(group, run[0]) && run.len() >= SILENCE {
                page.words(2, &format!("… {} without claims", periods(timeline, run.len())));
                continue;
            }
            for &period in run {
                write_bar(&mut page, timeline, group, period, most, longest);
            }
        }
    }
    output.page(context, &page)
}

fn write_bar(page: &mut Page, timeline: &Timeline, group: &TimelineGroup, period: Date, most: i64, longest: usize) {
    let claims = group.periods.get(&period).map_or(0, |tally| tally.claims);
    let number = grouped(claims as u64);
    let mut pieces = vec![Piece::new(timeline.per.label(period), styles::QUIET), Piece::new(" ", styles::PLAIN)];
    if claims > 0 {
        pieces.push(Piece::new(bar(claims, most, longest), styles::SOURCE));
        pieces.push(Piece::new(" ", styles::PLAIN));
    }
    pieces.push(Piece::new(number, styles::PLAIN));
    page.pieces(2, &pieces);
}

/// Shows a table: a group a line, its periods as columns of one scale.
fn show_columns(context: &Context, output: &OutputArgs, timeline: &Timeline) -> Result<()> {
    let label = |period: Option<&Date>| period.map_or_else(String::new, |&period| timeline.per.label(period));
    let range = format!("{} to {}", label(timeline.periods.first()), label(timeline.periods.last()));
    let most = most(timeline);
    let fields = ["group", "claims", "articles", "most in", "over time"].map(String::from).to_vec();
    let shape = Shape { unit: ("group", "groups"), shown: &[] };
    output.give_cells(context, shape, fields, |each| {
        for group in &timeline.groups {
            // Of equal ones the earliest.
            let peak = group.periods.iter().rev().max_by_key(|(_, tally)| tally.claims).map(|(period, _)| period);
            each(vec![
                group.name.clone().into(),
                Cell::Integer(group.total.claims),
                Cell::Integer(group.total.articles),
                Cell::Text(label(peak)),
                Cell::Text(columns(timeline, group, most)),
            ])?;
        }
        Ok(())
    })?;
    context.note(&format!("{range}, a column a {}; █ is {} claims", timeline.per.name(), grouped(most as u64)));
    Ok(())
}

fn is_silent(group: &TimelineGroup, period: Date) -> bool {
    !group.periods.contains_key(&period)
}

fn most(timeline: &Timeline) -> i64 {
    let tallies = timeline.groups.iter().flat_map(|group| group.periods.values());
    tallies.map(|tally| tally.claims).max().unwrap_or(0)
}

fn periods(timeline: &Timeline, number: usize) -> String {
    let unit = match timeline.per.name() {
        "day" => ("day", "days"),
        "week" => ("week", "weeks"),
        "month" => ("month", "months"),
        _ => ("year", "years"),
    };
    counted(number as u64, unit)
}

/// Returns a bar in proportion, to an eighth of a character; what is not nothing shows.
fn bar(claims: i64, most: i64, longest: usize) -> String {
    let eighths = (claims as f64 / most as f64 * (longest * 8) as f64).round().max(1.0) as usize;
    "█".repeat(eighths / 8) + ACROSS[eighths % 8]
}

fn columns(timeline: &Timeline, group: &TimelineGroup, most: i64) -> String {
    let column = |period| {
        let claims = group.periods.get(period).map_or(0, |tally| tally.claims);
        match claims {
            0 => NOTHING,
            claims => UP[((claims as f64 / most as f64 * 8.0).ceil() as usize).clamp(1, 8) - 1],
        }
    };
    timeline.periods.iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_proportion() {
        assert_eq!(bar(8, 8, 10), "██████████");
        assert_eq!(bar(4, 8, 10), "█████");
        assert_eq!(bar(1, 16, 10), "▋");
        assert_eq!(bar(1, 100_000, 10), "▏");
    }
}
