//! The command line: arguments in, rows out. It alone touches files and prints, with `library`.
//!
//! Exit status: 0 found, 1 nothing found, 2 wrong use or unreadable data, 128 + n for signal n. A closed pipe is no
//! error. Data goes to stdout, messages to stderr.

mod browse;
mod bundle;
mod depts;
mod export;
mod indicators;
mod output;
mod search;
mod select;
mod show;
mod targets;
mod tasks;
mod tree;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use output::Outcome;

/// 规划 in the terminal.
#[derive(Debug, Parser)]
#[command(
    name = "guihua",
    version,
    about = "规划：在终端里查阅卫生健康规划——章节、任务、责任部门、指标",
    long_about = "规划：在终端里查阅卫生健康规划——章节、任务、责任部门、指标。\n\n不带子命令时打开浏览界面；输出不是终端时打印目录。",
    after_help = "示例：\n  guihua                          打开浏览界面\n  guihua tasks --dept 人社局       人社局在各规划中的任务\n  guihua search 婴儿死亡率         查找\n  guihua show yunfu-2030/3.4.5    一个节点的全文\n\n退出状态：0 有结果；1 没有结果；2 用法或数据有误。",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(flatten)]
    browse: browse::Args,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(about = "打印目录")]
    Tree(tree::Args),
    #[command(about = "打印一个节点：编号、标题、路径、正文、责任单位、表格")]
    Show(show::Args),
    #[command(about = "列出任务，可按规划、部门、角色、章节筛选")]
    Tasks(tasks::Args),
    #[command(about = "列出部门及任务数")]
    Depts(depts::Args),
    #[command(about = "列出指标，与规划所印一致")]
    Indicators(indicators::Args),
    #[command(about = "列出正文中写明的目标：到哪一年，什么，多少；可按规划、年份、部门筛选")]
    Targets(targets::Args),
    #[command(about = "查找部门、任务、指标和正文")]
    Search(search::Args),
    #[command(about = "打印整个数据集（JSON）")]
    Export(export::Args),
    #[command(about = "由 seeds/ 的原文重新生成 data/plans.json", hide = true)]
    Bundle(bundle::Args),
}

/// Runs the program with these arguments.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Cli::try_parse_from(arguments) {
        Ok(cli) => output::status(run(cli)),
        Err(error) => {
            // Help and version are data; a wrong argument is a message. Nothing is left to do if neither can be written.
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { 2 } else { 0 })
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<Outcome> {
    match cli.command {
        None => browse::run(&cli.browse),
        Some(Command::Tree(args)) => tree::run(&args),
        Some(Command::Show(args)) => show::run(&args),
        Some(Command::Tasks(args)) => tasks::run(&args),
        Some(Command::Depts(args)) => depts::run(&args),
        Some(Command::Indicators(args)) => indicators::run(&args),
        Some(Command::Targets(args)) => targets::run(&args),
        Some(Command::Search(args)) => search::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Bundle(args)) => bundle::run(&args),
    }
}
