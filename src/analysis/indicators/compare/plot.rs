//! Fits a chart into a given width: the names of the plans before it, and the printed values beside it or, where there
//! is no room, below. `chart` draws the scale; screen and page only copy what is laid out here.

use crate::analysis::indicators::compare::chart::{self, Chart};
use crate::analysis::indicators::compare::{Comparison, report};
use crate::model::Dataset;
use crate::text::width::Width;

/// The least and the most cells for the scale.
const SCALE: (usize, usize) = (12, 60);

/// Cells left empty before the names, behind them, and behind the scale.
pub const GAP: usize = 2;

/// A chart with its labels, fitted into a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The title with the meaning of the signs.
    pub heading: String,
    /// Width of the names of the plans, in cells.
    pub names: usize,
    /// The least and the greatest value, spread over the width of the scale.
    pub ends: String,
    /// One line for each plan that is drawn.
    pub lines: Vec<PlotLine>,
    /// Whether there is room for the values beside the scale; if not, they go below.
    pub has_values_beside: bool,
}

/// The line of one plan with its labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlotLine {
    /// The plan's short name with the mark of a draft.
    pub name: String,
    /// The drawn line, as wide as the scale.
    pub drawn: String,
    /// The values as printed, with their years.
    pub points: String,
}

/// Fits the chart of a comparison into `room` cells. `None` if no plan has a number that can be compared.
#[must_use]
pub fn fit(dataset: &Dataset, one: &Comparison, room: usize, width: Width) -> Option<Plot> {
    let draw = |cells: usize| chart::draw(one, u16::try_from(cells).unwrap_or(u16::MAX));
    let sketch = draw(SCALE.0)?;
    let name =
        |line: &chart::Line| one.rows.get(line.row).map(|row| report::plan_name(dataset, row.plan)).unwrap_or_default();
    let widest = |words: &dyn Fn(&chart::Line) -> String| {
        sketch.lines.iter().map(|line| width.of(&words(line))).max().unwrap_or_default()
    };
    let points = |line: &chart::Line| line.points.join("，");
    let names = widest(&name).min(room / 2);
    let rest = room.saturating_sub(names + GAP * 2);
    let of_points = widest(&points) + GAP;
    let has_values_beside = rest >= of_points + SCALE.0;
    let scale = if has_values_beside { rest - of_points } else { rest }.min(SCALE.1);
    let drawn = draw(scale)?;
    let ends = ends(&drawn, scale);
    let lines = drawn.lines.into_iter();
    let lines = lines.map(|line| PlotLine { name: name(&line), points: points(&line), drawn: line.drawn });
    Some(Plot { heading: heading(), names, ends, lines: lines.collect(), has_values_beside })
}

/// The title of the chart with the meaning of its signs.
fn heading() -> String {
    let signs = [
        (chart::BASELINE, "基期"),
        (chart::TARGET, "中间目标"),
        (chart::LAST, "末期目标"),
        (chart::BOTH, "基期与目标同处"),
    ];
    format!("图（只画可比的数值）：{}", signs.map(|(sign, means)| format!("{sign} {means}")).join("　"))
}

/// The least number at the left end of `cells` cells and the greatest at the right end.
fn ends(chart: &Chart, cells: usize) -> String {
    let (low, high) = (chart.low.to_string(), chart.high.to_string());
    let between = cells.saturating_sub(low.len() + high.len()).max(1);
    format!("{low}{}{high}", " ".repeat(between))
}
