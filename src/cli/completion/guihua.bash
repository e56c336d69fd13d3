# Completion of guihua for bash. Put it into ~/.local/share/bash-completion/completions/guihua
_guihua() {
    local value about
    COMPREPLY=()
    while IFS=$'\t' read -r value about; do
        COMPREPLY+=("${value// /\\ }")
    done < <(guihua __complete replacing "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
# Where the program knows nothing to write, as behind import and check, files are offered.
complete -o nosort -o default -F _guihua guihua 2>/dev/null || complete -o default -F _guihua guihua
