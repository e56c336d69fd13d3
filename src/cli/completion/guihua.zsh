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
    compadd -U -l -V guihua -d lines -a values
}
if [[ ${funcstack[1]} == _guihua ]]; then
    _guihua "$@"
else
    compdef _guihua guihua
fi
