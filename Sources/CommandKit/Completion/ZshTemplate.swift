func zshScript(program: String, function: String, tables: String) -> String {
  #"""
  #compdef \#(program)
  # zsh completion for \#(program); to load it: source <(\#(program) completion zsh)

  \#(tables)
  # Offers lines of word, tab, explanation.
  \#(function)_offer() {
    local line word
    local -a list
    for line in "$@"; do
      word=${line%%$'\t'*}
      word=${word//\\/\\\\}
      word=${word//:/\\:}
      if [[ $line == *$'\t'* ]]; then list+=("$word:${line#*$'\t'}"); else list+=("$word"); fi
    done
    _describe -t values value list
  }

  \#(function)_offer_kind() {
    case "$1" in
      files) _files ;;
      dynamic*)
        local program=${words[1]/#\~/$HOME}
        \#(function)_offer "${(@f)$("$program" __complete "${1#dynamic }" -- "${typed[@]}" 2>/dev/null)}" ;;
      values*) \#(function)_offer "${(@ps:\t:)${1#values$'\t'}}" ;;
    esac
  }

  \#(function)() {
    local -a typed names offered
    local index word child kind key="" option="" position=0 ended="" want
    typed=("${(@Q)words[2,CURRENT]}")
    want=$typed[-1]
    for ((index = 1; index < ${#typed}; index++)); do
      word=$typed[index]
      if [[ -n $option ]]; then option=""
      elif [[ -z $ended && $word == "--" ]]; then ended=1
      elif [[ -z $ended && $word == -* ]]; then
        if \#(function)_option "$key" "$word"; then option=$word; fi
      elif ((position == 0)) && \#(function)_child "$key" "$word"; then key=$child
      else position=$((position + 1))
      fi
    done

    if [[ -z $option && -z $ended && $want == --*=* ]]; then
      option=${want%%=*}
      compset -P '*='
    fi
    if [[ -n $option ]]; then
      \#(function)_option "$key" "$option" && \#(function)_offer_kind "$kind"
      return
    fi
    if [[ -z $ended ]] && \#(function)_names "$key"; then
      for word in "${names[@]}"; do
        if [[ $word == -* ]]; then
          if [[ $want == -* ]]; then offered+=("$word"); fi
        elif ((position == 0)); then offered+=("$word")
        fi
      done
      ((${#offered})) && \#(function)_offer "${offered[@]}"
    fi
    if [[ -n $ended || $want != -* ]] && \#(function)_argument "$key" "$position"; then
      \#(function)_offer_kind "$kind"
    fi
  }

  # Loaded from a folder of $fpath this file is the function itself; sourced, it only registers it.
  if [[ $funcstack[1] == \#(function) ]]; then \#(function) "$@"; else compdef \#(function) \#(program); fi

  """#
}
