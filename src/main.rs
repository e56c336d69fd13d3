//! The program: what `cli` makes of the arguments.

use std::process::ExitCode;

fn main() -> ExitCode {
    guihua::cli::main(std::env::args_os())
}
