//! The examples at the end of each help page. Each can be typed as it stands: a test runs them all.

use crate::words::Words;
use crate::words::help::examples as words;

/// An example: a line as it is typed, and what it does.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) line: &'static str,
    pub(super) about: Words,
}

const fn row(line: &'static str, about: Words) -> Example {
    Example { line, about }
}

/// The name of the program, under which its own examples stand.
const PROGRAM: &str = "guihua";

/// The examples by the name of the command.
const EXAMPLES: [(&str, &[Example]); 23] = [
    (
        PROGRAM,
        &[
            row("guihua", words::OPEN),
            row("guihua --plan 云浮 --search 控烟", words::OPEN_AT),
            row("guihua tasks --dept 人社局", words::TASKS_OF_OFFICE),
            row("guihua search 婴儿死亡率", words::SEARCH),
            row("guihua show yunfu-2030/3.4.5", words::NODE),
        ],
    ),
    (
        "tree",
        &[
            row("guihua tree --plan 云浮", words::OUTLINE),
            row("guihua tree --depth 1 -o chapters.csv", words::CHAPTERS),
        ],
    ),
    (
        "show",
        &[
            row("guihua show yunfu-2030/3.4.5", words::NODE),
            row("guihua show 云浮 --deep -o yunfu.docx", words::WHOLE_PLAN),
        ],
    ),
    (
        "tasks",
        &[
            row("guihua tasks --dept 教育局 --role lead", words::LED_TASKS),
            row("guihua tasks --chapter yunfu-2030/3.4", words::TASKS_BELOW),
            row("guihua tasks --dept 教育局 -o tasks.xlsx", words::LEDGER),
        ],
    ),
    (
        "depts",
        &[
            row("guihua depts --plan 云浮", words::OFFICES),
            row("guihua depts --level county --format csv", words::COUNTY_OFFICES),
        ],
    ),
    (
        "dossier",
        &[
            row("guihua dossier 教育局", words::DOSSIER),
            row("guihua dossier rsj --plan 清远 -o rsj.docx", words::DOSSIER_FILE),
        ],
    ),
    (
        "matrix",
        &[
            row("guihua matrix", words::MATRIX),
            row("guihua matrix --plan 云浮 --plan 清远 -o matrix.xlsx", words::MATRIX_FILE),
        ],
    ),
    (
        "indicators",
        &[
            row("guihua indicators --name 预期寿命", words::INDICATORS),
            row("guihua indicators --plan 佛山 --nature 约束性", words::BINDING),
            row("guihua indicators --plan 中山 --sort 2025 --desc", words::SORTED),
        ],
    ),
    (
        "compare",
        &[
            row("guihua compare", words::COMPARE_ALL),
            row("guihua compare 婴儿死亡率", words::COMPARE),
            row("guihua compare 人均预期寿命 -o compare.xlsx", words::COMPARE_FILE),
        ],
    ),
    (
        "similar",
        &[
            row("guihua similar xiangqiao-145/3.3.2", words::SIMILAR),
            row("guihua similar yunfu-2030/3.4.5 --with zhongshan-145/4.6.1", words::SIDE_BY_SIDE),
        ],
    ),
    (
        "targets",
        &[
            row("guihua targets --year 2030 --dept 教育局", words::TARGETS),
            row("guihua targets --plan 湘桥 --format json", words::TARGETS_JSON),
        ],
    ),
    (
        "check",
        &[
            row("guihua check --plan 云浮", words::CHECK),
            row("guihua check draft.docx -o draft-checked.docx", words::CHECK_DRAFT),
            row("guihua check draft.docx --against last.docx --above province.docx", words::CHECK_AGAINST),
        ],
    ),
    (
        "search",
        &[
            row("guihua search 谁负责控烟", words::QUESTION),
            row("guihua search 部门:教育局 近视", words::FILTERED),
            row("guihua search rsj --kind department", words::BY_INITIALS),
        ],
    ),
    (
        "export",
        &[row("guihua export -o plans.json", words::DATASET), row("guihua export > plans.json", words::DATASET)],
    ),
    (
        "import",
        &[
            row("guihua import plan.txt", words::IMPORT),
            row("guihua import --dry-run plans/", words::IMPORT_FOLDER),
            row("guihua import plan.txt --region 云浮市 --period 2026-2030", words::IMPORT_FACTS),
        ],
    ),
    (
        "plans",
        &[
            row("guihua plans", words::PLANS),
            row("guihua plans remove jianghai-155", words::PLAN_REMOVED),
            row("guihua plans correct jianghai-155 --region 云浮市", words::PLAN_CORRECTED),
        ],
    ),
    (
        "progress",
        &[
            row("guihua progress --plan 云浮 -o ledger.xlsx", words::LEDGER_TO_FILL),
            row("guihua progress --format md", words::PROGRESS),
            row("guihua progress restore", words::PROGRESS_RESTORED),
        ],
    ),
    ("config", &[row("guihua config", words::SETTINGS), row("guihua config --keys", words::ACTIONS)]),
    (
        "completions",
        &[
            row("guihua completions bash > guihua.bash", words::SCRIPT),
            row("guihua completions fish > guihua.fish", words::SCRIPT_FISH),
        ],
    ),
    ("doctor", &[row("guihua doctor", words::DOCTOR), row("guihua doctor --format json", words::DOCTOR_JSON)]),
    ("schema", &[row("guihua schema tasks", words::SCHEMA), row("guihua schema > schema.json", words::SCHEMA_ALL)]),
    ("man", &[row("guihua man > guihua.1", words::MAN), row("guihua man tasks > guihua-tasks.1", words::MAN_TASKS)]),
    ("bundle", &[row("guihua bundle --check", words::BUNDLE_CHECK), row("guihua bundle -o plans.json", words::BUNDLE)]),
];

/// The examples of the program or of a command, by its name.
pub(super) fn of(name: &str) -> &'static [Example] {
    EXAMPLES.iter().find(|(command, _)| *command == name).map_or(&[], |(_, examples)| examples)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli;

    #[test]
    fn every_command_has_two_examples_or_three_of_its_own() {
        let program = cli::definition();
        for command in program.get_subcommands().filter(|command| command.get_name() != cli::completion::ASKED) {
            let name = command.get_name();
            let examples = of(name);
            assert!((2..=3).contains(&examples.len()), "{name}: {examples:?}");
            for example in examples {
                assert!(example.line.starts_with(&format!("guihua {name}")), "{}", example.line);
            }
        }
        assert_eq!(EXAMPLES.len(), program.get_subcommands().count(), "one for the program, none for the asking shell");
    }
}
