//! Texts for tests: the lines of the five plans, and hostile lines that no author would write.

/// The texts of the five bundled plans.
const PLANS: [&str; 5] = [
    include_str!("../../seeds/foshan-2030.txt"),
    include_str!("../../seeds/qingyuan-2030.txt"),
    include_str!("../../seeds/xiangqiao-145.txt"),
    include_str!("../../seeds/yunfu-2030.txt"),
    include_str!("../../seeds/zhongshan-145.txt"),
];

/// Combining marks without a base, joined emoji, flags, conjoining letters, clusters wider than two cells, controls.
pub(super) const HOSTILE: [&str; 12] = [
    "",
    "   ",
    "\u{301}\u{301} \u{301}中\u{301}",
    "👨\u{200d}👩\u{200d}👧👪🏽🇨🇳🇨🇳🇨",
    "각각 क्षत्रिय நி ก็ ﷽",
    "\u{600}\u{600}\u{600}\u{600}中\u{600}文",
    "a\u{200d}b\u{200b}c\u{2060}d\u{feff}",
    "\u{1b}[31m\u{0}\u{7f}\u{9b}",
    "（（（《《《“““中”””》》》）））",
    "1234567890123456789012345678901234567890年",
    "    前有空格　　　后有空格    ",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

/// Every line of prose (no tab) of the five plans.
pub(super) fn lines() -> impl Iterator<Item = &'static str> {
    PLANS.iter().flat_map(|plan| plan.lines()).filter(|line| !line.contains('\t'))
}

/// About ten of the lines, others for each `seed`, so that a loop over widths uses all lines
/// without using all each time.
pub(super) fn sample(seed: usize) -> Vec<&'static str> {
    lines().skip(seed % 157).step_by(157).collect()
}
