//! The words of a message about arguments that cannot be used.

use super::words;

words! {
    NOT_UTF_8 =
        "有的参数不是 UTF-8 文字：请把终端和文件名的编码改为 UTF-8",
        "an argument is not UTF-8 text: set the encoding of the terminal and of file names to UTF-8";
    no_command(word) = "没有命令“{word}”", "there is no command “{word}”";
    no_option(word) = "没有参数“{word}”", "there is no option “{word}”";
    unexpected(word) = "多出“{word}”", "“{word}” is one too many";
    wrong_value(value, argument) = "参数值不对：“{value}”（{argument}）", "wrong value: “{value}” ({argument})";
    WHOLE_NUMBER = "；应为整数", "; it must be a whole number";
    TOO_LARGE = "；数太大", "; the number is too large";
    no_value(argument) = "“{argument}” 缺少值", "“{argument}” needs a value";
    missing(arguments) = "缺少“{arguments}”", "missing: “{arguments}”";
    repeated(argument) = "参数“{argument}”只能写一次", "“{argument}” can be given only once";
    conflict(one, other) = "参数“{one}”不能与“{other}”同时使用", "“{one}” cannot be used with “{other}”";
    too_many_values(argument) = "参数“{argument}”的值太多", "“{argument}” has too many values";
    wrong_number_of_values(argument) = "参数“{argument}”的值的个数不对", "“{argument}” has a wrong number of values";
    OTHERWISE = "用法不对", "wrong use";
    near(words) = "；相近的有：{words}", "; near it: {words}";
    usable(values) = "；可用：{values}", "; it may be: {values}";
    see(line) = "；{line} 说明用法", "; see {line}";
    see_commands(line) = "；{line} 列出全部命令", "; {line} lists the commands";
}
