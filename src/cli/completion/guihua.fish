# Completion of guihua for fish. Put it into ~/.config/fish/completions/guihua.fish
function __guihua_complete
    set -l found (guihua __complete keeping (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        # Where the program knows nothing to write, as behind import and check, files are offered.
        __fish_complete_path (commandline -ct)
    end
end
complete -c guihua -f -a '(__guihua_complete)'
