//! The chart with the names before it and the points as printed beside it or, where there is no room, below: how many
//! cells each gets. What is drawn is `chart`'s; who puts it on a screen or a page decides nothing any more.

use crate::analysis::indicators::compare::chart::{self, Chart};
use crate::analysis::indicators::compare::{Comparison, report};
use crate::model::Dataset;
use crate::text::width::Width;

/// Cells of the scale, at least and at most.
const SCALE: (usize, usize) = (12, 60);

/// Cells before the names, behind them, and behind the scale.
pub const BETWEEN: usize = 2;

/// A chart with its room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// What it is, and what its signs mean.
    pub heading: String,
    /// Cells of the names.
    pub names: usize,
    /// The ends of the scale, as wide as the scale.
    pub ends: String,
    /// A line a plan.
    pub lines: Vec<PlotLine>,
    /// Whether the points have room beside the scale.
    pub is_beside: bool,
}

/// One plan's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlotLine {
    /// The plan.
    pub name: String,
    /// The signs, as wide as the scale.
    pub drawn: String,
    /// The points as printed.
    pub points: String,
}

/// The chart in a room of so many cells. `None` if no plan has a number that compares.
#[must_use]
pub fn plot(dataset: &Dataset, one: &Comparison, room: usize, width: Width) -> Option<Plot> {
    let draw = |cells: usize| chart::draw(one, u16::try_from(cells).unwrap_or(u16::MAX));
    let sketch = draw(SCALE.0)?;
    let name =
        |line: &chart::Line| one.rows.get(line.row).map(|row| report::plan_name(dataset, row.plan)).unwrap_or_default();
    let widest = |words: &dyn Fn(&chart::Line) -> String| {
        sketch.lines.iter().map(|line| width.of(&words(line))).max().unwrap_or_default()
    };
    let points = |line: &chart::Line| line.points.join("，");
    let names = widest(&name).min(room / 2);
    let rest = room.saturating_sub(names + BETWEEN * 2);
    let of_points = widest(&points) + BETWEEN;
    let is_beside = rest >= of_points + SCALE.0;
    let scale = if is_beside { rest - of_points } else { rest }.min(SCALE.1);
    let drawn = draw(scale)?;
    let ends = ends(&drawn, scale);
    let lines = drawn.lines.into_iter();
    let lines = lines.map(|line| PlotLine { name: name(&line), points: points(&line), drawn: line.drawn });
    Some(Plot { heading: heading(), names, ends, lines: lines.collect(), is_beside })
}

/// What is drawn, and what the signs mean.
fn heading() -> String {
    let signs = [
        (chart::BASELINE, "基期"),
        (chart::TARGET, "中间目标"),
        (chart::LAST, "末期目标"),
        (chart::BOTH, "基期与目标同处"),
    ];
    format!("图（只画可比的数值）：{}", signs.map(|(sign, means)| format!("{sign} {means}")).join("　"))
}

/// The least number at the left end and the greatest at the right.
fn ends(chart: &Chart, cells: usize) -> String {
    let (low, high) = (chart.low.to_string(), chart.high.to_string());
    let between = cells.saturating_sub(low.len() + high.len()).max(1);
    format!("{low}{}{high}", " ".repeat(between))
}
