//! The command line: arguments in, rows out. It alone touches files and prints, with `library`.
//!
//! Exit status: 0 found, 1 nothing found, 2 wrong use or unreadable data, 128 + n for signal n. A closed pipe is no
//! error. Data goes to stdout, messages to stderr.

mod aside;
mod browse;
mod bundle;
mod check;
mod compare;
mod depts;
mod dossier;
mod export;
mod file;
mod format;
mod indicators;
mod matrix;
mod output;
mod saving;

mod search;
mod select;
mod show;
mod similar;
mod targets;
mod tasks;
mod tree;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use output::Outcome;

/// The layout of every help page.
const HELP: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}\n";

/// 规划 in the terminal.
#[derive(Debug, Parser)]
#[command(
    name = "guihua",
    version,
    about = "规划：在终端里查阅卫生健康规划——章节、任务、责任部门、指标",
    long_about = "规划：在终端里查阅卫生健康规划——章节、任务、责任部门、指标。\n\n不带子命令时打开浏览界面；输出不是终端时打印目录。",
    after_help = "示例：\n  guihua                          打开浏览界面\n  guihua tasks --dept 人社局       人社局在各规划中的任务\n  guihua search 婴儿死亡率         查找\n  guihua show yunfu-2030/3.4.5    一个节点的全文\n\n退出状态：0 有结果；1 没有结果；2 用法或数据有误。",
    disable_help_subcommand = true,
    subcommand_help_heading = "命令",
    next_help_heading = "选项",
    disable_help_flag = true,
    disable_version_flag = true,
    help_template = HELP
)]
struct Cli {
    #[command(flatten)]
    browse: browse::Args,
    #[arg(short, long, action = clap::ArgAction::Help, global = true, help = "说明用法")]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help = "版本")]
    version: Option<bool>,
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
    #[command(about = "部门任务汇编：任务、时限、同列部门、正文提及；可存为 Word")]
    Dossier(dossier::Args),
    #[command(about = "部门任务总表：部门 × 规划")]
    Matrix(matrix::Args),
    #[command(about = "列出指标，与规划所印一致")]
    Indicators(indicators::Args),
    #[command(about = "一个指标在各规划中的对照；不写指标则列出全部")]
    Compare(compare::Args),
    #[command(about = "其他规划中与此最相近的任务")]
    Similar(similar::Args),
    #[command(about = "列出正文中写明的目标：到哪一年，什么，多少；可按规划、年份、部门筛选")]
    Targets(targets::Args),
    #[command(about = "核对：规划前后不一、未达目标、疑似有误之处，按规则得出")]
    Check(check::Args),
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
    // One layout of the help for the program and all its commands.
    let page = |command: clap::Command| command.help_template(HELP).mut_args(|arg| arg.help_heading("选项"));
    let command = Cli::command().mut_subcommands(page);
    match command.try_get_matches_from(arguments).and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => output::status(run(cli)),
        Err(error) if error.use_stderr() => {
            output::message(&usage::said(&error));
            ExitCode::from(2)
        }
        // Help and version are data. Where they cannot be written, nothing is left to do.
        Err(help) => {
            let _ = help.print();
            ExitCode::SUCCESS
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
        Some(Command::Dossier(args)) => dossier::run(&args),
        Some(Command::Matrix(args)) => matrix::run(&args),
        Some(Command::Indicators(args)) => indicators::run(&args),
        Some(Command::Compare(args)) => compare::run(&args),
        Some(Command::Similar(args)) => similar::run(&args),
        Some(Command::Targets(args)) => targets::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Search(args)) => search::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Bundle(args)) => bundle::run(&args),
    }
}
