//! What went wrong between the program and its terminal; the reason of the system follows.

use super::words;

words! {
    /// Said on Unix alone: Windows sends no signals.
    #[cfg(unix)]
    NO_SIGNALS = "无法接收系统信号", "cannot receive signals";
    UNUSABLE = "无法使用终端", "cannot use the terminal";
    NO_KEYS = "无法读取按键", "cannot read keys";
    NOT_WRITTEN = "无法写入终端", "cannot write to the terminal";
}
