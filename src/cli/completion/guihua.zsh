#compdef guihua
# Completion of guihua for zsh. Put it as _guihua into a folder of $fpath.
_guihua() {
    local line
    local -a values lines
    for line in "${(@f)$(guihua __complete replacing "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        values+=("${line%%$'\t'*}")
        lines+=("${line/$'\t'/  }")
    done
    # Where the program knows nothing to write, as behind import and check, files are offered.
    if (( $#values )); then
        compadd -U -l -V guihua -d lines -a values
    else
        _files
    fi
}
if [[ ${funcstack[1]} == _guihua ]]; then
    _guihua "$@"
else
    compdef _guihua guihua
fi
