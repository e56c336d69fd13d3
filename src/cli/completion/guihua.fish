# Completion of guihua for fish. Put it into ~/.config/fish/completions/guihua.fish
complete -c guihua -f -a '(guihua __complete keeping (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
