//! The list of bundled plans. To add one, put its text into `seeds/` and a row here, then run
//! `cargo run --locked --release -- bundle`.

use crate::importer::Supplied;

/// A bundled plan: its text, and the facts its text lacks.
#[derive(Clone, Copy, Debug)]
pub struct Bundled {
    /// The name of the file in `seeds/`; its stem is the id of the plan.
    pub file: &'static str,
    /// The whole text of that file.
    pub text: &'static str,
    /// Facts that the text does not give; the screens say that they are supplied.
    pub supplied: Supplied<'static>,
}

impl Bundled {
    /// The id of the plan: the stem of its file.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.file.rsplit_once('.').map_or(self.file, |(stem, _)| stem)
    }
}

const NOTHING: Supplied<'static> =
    Supplied { title: None, region: None, issuer: None, issued: None, status: None, period: None };

/// The bundled plans, in the order they are shown.
pub const BUNDLE: [Bundled; 5] = [
    Bundled { file: "foshan-2030.txt", text: include_str!("../../seeds/foshan-2030.txt"), supplied: NOTHING },
    Bundled { file: "qingyuan-2030.txt", text: include_str!("../../seeds/qingyuan-2030.txt"), supplied: NOTHING },
    Bundled { file: "xiangqiao-145.txt", text: include_str!("../../seeds/xiangqiao-145.txt"), supplied: NOTHING },
    Bundled {
        file: "yunfu-2030.txt",
        text: include_str!("../../seeds/yunfu-2030.txt"),
        // The text begins without cover or title. Its third line names the plan 《“健康云浮行动2030”规划）》, with a bracket
        // too many, and calls it 《健康云浮行动》.
        supplied: Supplied {
            title: Some("健康云浮行动2030"),
            region: Some("云浮市"),
            period: Some("-2030"),
            ..NOTHING
        },
    },
    Bundled { file: "zhongshan-145.txt", text: include_str!("../../seeds/zhongshan-145.txt"), supplied: NOTHING },
];
