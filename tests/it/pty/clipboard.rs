//! Copying: programs that stand for those of a desktop and of tmux note what they are given.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::session::Session;

/// Puts a program of this name, which does this with `$OUT` as the file for what it reads, into a folder.
fn put_program(folder: &Path, name: &str, does: &str) {
    let path = folder.join(name);
    let out = folder.join(format!("{name}.out"));
    fs::write(&path, format!("#!/bin/sh\nOUT='{}'\n{does}\n", out.display())).expect("a program is written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
}

/// Starts the program where only these programs and those of the shell are on the path, and copies the first title.
fn copies(programs: &[(&str, &str)], environment: &[(&str, &str)], says: &str) -> (String, Session) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, does) in programs {
        put_program(folder.path(), name, does);
    }
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    let environment: Vec<(&str, &str)> = environment.iter().copied().chain([("PATH", path.as_str())]).collect();
    let mut session = Session::start_with(&environment, (100, 30));
    session.wait_for("佛山");
    session.keys("yy");
    session.wait_for(says);
    let read = |name: &str| fs::read(folder.path().join(format!("{name}.out"))).unwrap_or_default();
    let bytes: Vec<u8> = programs.iter().flat_map(|(name, _)| read(name)).collect();
    let text = match bytes.as_slice() {
        [0xff, 0xfe, utf_16 @ ..] => {
            let units: Vec<u16> = utf_16.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        utf_8 => String::from_utf8_lossy(utf_8).into_owned(),
    };
    (text, session)
}

#[test]
fn a_program_of_the_desktop_is_given_the_text() {
    for (name, display) in [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY")] {
        let (text, _session) = copies(&[(name, "cat > \"$OUT\"")], &[(display, ":9")], "已复制：");
        assert!(text.contains("佛山"), "{name}: {text}");
    }
    for name in ["pbcopy", "clip.exe"] {
        let (text, _session) = copies(&[(name, "cat > \"$OUT\"")], &[], "已复制：");
        assert!(text.contains("佛山"), "{name}: {text}");
    }
}

#[test]
fn where_nobody_answers_it_is_only_said_that_the_text_was_sent() {
    let fails = [("xclip", "exit 1")];
    for (programs, environment) in [
        (&[][..], &[][..]),
        (&fails, &[("DISPLAY", ":9")]),
        // Without a display, and over ssh, the program of this machine is of no use.
        (&fails, &[]),
        (&[("pbcopy", "cat > \"$OUT\"")], &[("SSH_TTY", "/dev/pts/9")]),
    ] {
        let (_, mut session) = copies(programs, environment, "已发送到终端（yv 看全文和说明）");
        session.keys("yv");
        session.wait_for("上次复制的文字");
        session.wait_for("OSC 52");
    }
}

#[test]
fn a_program_that_hangs_is_left() {
    let (_, _session) = copies(&[("xclip", "sleep 60")], &[("DISPLAY", ":9")], "已发送到终端");
}

#[test]
fn tmux_keeps_the_text_and_its_setting_is_named() {
    let tmux = |setting: &str| format!("case $1 in load-buffer) cat > \"$OUT\";; *) echo {setting};; esac");
    for (setting, says, helps) in
        [("external", "已存入 tmux 并发送到终端", "set-clipboard on"), ("off", "只存入 tmux", "set-clipboard 是 off")]
    {
        let (text, mut session) = copies(&[("tmux", &tmux(setting))], &[("TMUX", "/tmp/x,1,0")], says);
        assert!(text.contains("佛山"), "{text}");
        session.keys("yv");
        session.wait_for(helps);
    }
    // One that is too old for the order.
    let old = "case $2 in -w) exit 1;; esac";
    let (_, _session) = copies(&[("tmux", old)], &[("TMUX", "/tmp/x,1,0")], "已发送到终端");
}
