//! The command line: it parses the arguments, makes the library, runs the command or opens the browser, and sets the
//! exit status. Nothing else in the program prints or touches files.
//!
//! Exit status: 0 found, 1 nothing found, 2 wrong use or unreadable data, 128 + n for signal n. A closed pipe is no
//! error. Data goes to stdout, messages to stderr.

mod browse;
mod bundle;
mod clipboard;
mod commands;
mod completion;
mod config;
mod doctor;
mod language;
mod manual;
mod output;
mod paths;
mod reader;
mod resolve;
mod saving;
mod session;
#[cfg(test)]
mod tests;
mod usage;
mod wording;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::command::Command;
use crate::library::{self, Waiting};
use crate::words;

use output::{Messages, Outcome, Target};

/// The layout of the help page of the program and of every command.
const HELP: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}\n";

/// The options of the program itself; they belong to the browser.
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
    #[arg(long, global = true, value_enum, value_name = words::settings::HELP_LANG_VALUE.get(), help = words::settings::LANGUAGE.get())]
    lang: Option<LanguageName>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help = "版本")]
    version: Option<bool>,
}

/// A language as it is typed behind `--lang`. It is read before the other arguments, see [`language`]; here it is checked.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanguageName {
    #[value(help = "中文")]
    Zh,
    #[value(help = "English")]
    En,
}

/// What the arguments ask for.
enum Request {
    /// The browser, with its options.
    Browse(browse::Args),
    /// A command, and the target of its rows.
    Run(Command, Target),
    /// The document of the bundled plans, made anew.
    Bundle(bundle::Args),
    /// The settings in force, with who has set each.
    Config(config::Args),
    /// The script by which a shell completes the command line.
    Completions(completion::Args),
    /// What may stand at the caret of a command line.
    Complete(completion::Asked),
    /// What the program finds of its terminal, folders and data.
    Doctor(doctor::Args),
    /// The manual page of the program or of one command.
    Manual(manual::Args),
}

/// The definition of the program: the options of the browser, and the shared commands with the options of their output.
fn definition() -> clap::Command {
    let bundle = clap::Command::new(bundle::NAME)
        .about("由 seeds/ 的原文重新生成 data/plans.json 及其索引 data/plans.index")
        .hide(true);
    // One layout of the help for the program and all its commands.
    let page = |command: clap::Command| command.help_template(HELP).mut_args(|arg| arg.help_heading("选项"));
    let commands = Command::augment_subcommands(clap::Command::new("commands"));
    let commands = commands.get_subcommands().map(|command| Target::augment_args(command.clone()));
    let settings = clap::Command::new(config::NAME).about("列出各项设置、其值和来源，及配置文件的位置");
    Cli::command()
        .subcommands(commands)
        .subcommand(config::Args::augment_args(settings))
        .subcommand(completion::Args::augment_args(
            clap::Command::new(completion::NAME).about("输出 bash、zsh 或 fish 的补全脚本"),
        ))
        .subcommand(completion::Asked::augment_args(clap::Command::new(completion::ASKED).hide(true)))
        .subcommand(doctor::Args::augment_args(
            clap::Command::new(doctor::NAME).about("检查终端、区域设置、剪贴板、文件夹和数据，供报告问题时粘贴"),
        ))
        .subcommand(manual::Args::augment_args(clap::Command::new(manual::NAME).about("输出手册页（man 格式）")))
        .subcommand(bundle::Args::augment_args(bundle))
        .mut_subcommands(page)
}

/// Reads the matched arguments.
///
/// # Errors
/// The arguments do not fit the definition.
fn request(matches: &ArgMatches) -> Result<Request, clap::Error> {
    Ok(match matches.subcommand() {
        None => Request::Browse(Cli::from_arg_matches(matches)?.browse),
        Some((bundle::NAME, matches)) => Request::Bundle(bundle::Args::from_arg_matches(matches)?),
        Some((config::NAME, matches)) => Request::Config(config::Args::from_arg_matches(matches)?),
        Some((completion::NAME, matches)) => Request::Completions(completion::Args::from_arg_matches(matches)?),
        Some((completion::ASKED, matches)) => Request::Complete(completion::Asked::from_arg_matches(matches)?),
        Some((doctor::NAME, matches)) => Request::Doctor(doctor::Args::from_arg_matches(matches)?),
        Some((manual::NAME, matches)) => Request::Manual(manual::Args::from_arg_matches(matches)?),
        Some((_, own)) => Request::Run(Command::from_arg_matches(matches)?, Target::from_arg_matches(own)?),
    })
}

/// Reads the arguments of the command line.
///
/// Most starts name no command and open the browser, whose first screen should come at once. So the options of the
/// browser are tried alone, which leaves the thirteen commands with all their options unbuilt. Where that fails, be it
/// for a command, a mistake or a request for help, the whole definition reads the arguments again,
/// and every message is its own.
///
/// # Errors
/// The arguments do not fit the definition, or ask for the help or the version.
fn parse(arguments: &[OsString]) -> Result<Request, clap::Error> {
    let names_command = arguments.get(1).is_some_and(|first| !first.as_encoded_bytes().starts_with(b"-"));
    if !names_command && let Ok(cli) = Cli::try_parse_from(arguments) {
        return Ok(Request::Browse(cli.browse));
    }
    request(&definition().try_get_matches_from(arguments)?)
}

/// Runs the program with these arguments.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match language::choose(&arguments) {
        Ok(language) => words::speak(language),
        Err(error) => return exit_status(Err(error), &arguments, &mut Messages::Stderr),
    }
    match parse(&arguments) {
        Ok(request) => {
            let mut messages = Messages::Stderr;
            let outcome = run(&request, &mut messages);
            exit_status(outcome, &arguments, &mut messages)
        }
        Err(error) if error.use_stderr() => {
            Messages::Stderr.send(&usage::quoting(&usage::message(&error), &arguments));
            ExitCode::from(2)
        }
        // Help and version are data.
        Err(help) => {
            let printed = output::print(&help.render().to_string()).map(|()| Outcome::DONE);
            exit_status(printed, &arguments, &mut Messages::Stderr)
        }
    }
}

/// Does what was asked for. The library is made here, once, where it is needed.
fn run(request: &Request, messages: &mut Messages) -> anyhow::Result<Outcome> {
    let library = || Ok::<_, serde_json::Error>(Waiting::new(Arc::new(library::bundled()?)));
    match request {
        Request::Browse(args) => browse::run(args, &library()?),
        Request::Run(command, target) => commands::run(command, &library()?, target, messages),
        Request::Bundle(args) => bundle::run(args, messages),
        Request::Config(args) => config::run(args),
        Request::Completions(args) => completion::print_script(args),
        Request::Complete(asked) => completion::answer(asked, &definition(), &library()?),
        Request::Doctor(args) => doctor::run(args, &library()?),
        Request::Manual(args) => manual::run(args, &definition()),
    }
}

/// The exit status of an outcome; an error is sent as a message of one line with its causes.
fn exit_status(outcome: anyhow::Result<Outcome>, arguments: &[OsString], messages: &mut Messages) -> ExitCode {
    match outcome {
        Ok(outcome) if outcome.is_found => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            messages.send(&usage::quoting(&format!("{error:#}"), arguments));
            ExitCode::from(2)
        }
    }
}
