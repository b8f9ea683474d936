func bashScript(program: String, function: String, tables: String) -> String {
  #"""
  # bash completion for \#(program); to load it: source <(\#(program) completion bash)

  \#(tables)
  # Offers a word if it begins with what was typed, quoted unless the user has opened a quotation.
  \#(function)_offer() {
    local line=${1%%$'\t'*}
    [[ $line == "$want"* ]] || return 0
    [[ $typed == [\"\']* ]] || printf -v line '%q' "$line"
    COMPREPLY+=("$line")
  }

  \#(function)_offer_kind() {
    local value
    case "$1" in
      files)
        compopt -o filenames 2>/dev/null
        while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$want") ;;
      dynamic*)
        while IFS= read -r value; do \#(function)_offer "$value"; done \
          < <("${COMP_WORDS[0]/#\~/$HOME}" __complete "${1#dynamic }" -- "${words[@]}" 2>/dev/null) ;;
      values*)
        local -a list
        IFS=$'\t' read -r -a list <<<"${1#values$'\t'}"
        for value in "${list[@]}"; do \#(function)_offer "$value"; done ;;
    esac
  }

  \#(function)() {
    local -a words=() names=()
    local index word path="" child kind option="" position=0 ended="" last typed want
    COMPREPLY=()
    # bash cuts words at "="; put "--option=value" together again
    for ((index = 1; index <= COMP_CWORD; index++)); do
      word=${COMP_WORDS[index]}
      last=""
      ((${#words[@]})) && last=${words[${#words[@]} - 1]}
      if [[ ( $word == "=" && $last == --* ) || $last == --*= ]]; then
        words[${#words[@]} - 1]+=$word
      else
        words+=("$word")
      fi
    done
    for ((index = 0; index < ${#words[@]}; index++)); do
      word=${words[index]//\\/}
      word=${word#[\"\']}
      words[index]=${word%[\"\']}
    done
    ((${#words[@]})) || words=("")
    typed=${COMP_WORDS[COMP_CWORD]}
    want=${words[${#words[@]} - 1]}

    for ((index = 0; index < ${#words[@]} - 1; index++)); do
      word=${words[index]}
      if [[ -n $option ]]; then option=""
      elif [[ -z $ended && $word == "--" ]]; then ended=1
      elif [[ -z $ended && $word == -* ]]; then
        if \#(function)_option "$path" "$word"; then option=$word; fi
      elif ((position == 0)) && \#(function)_child "$path" "$word"; then path=$child
      else position=$((position + 1))
      fi
    done

    if [[ -z $option && -z $ended && $want == --*=* ]]; then
      option=${want%%=*}
      want=${want#*=}
      [[ $typed == "=" ]] && typed=""
    fi
    if [[ -n $option ]]; then
      \#(function)_option "$path" "$option" && \#(function)_offer_kind "$kind"
      return 0
    fi
    if [[ -z $ended ]] && \#(function)_names "$path"; then
      for word in "${names[@]}"; do
        if [[ $word == -* ]]; then
          if [[ $want == -* ]]; then \#(function)_offer "$word"; fi
        elif ((position == 0)); then \#(function)_offer "$word"
        fi
      done
    fi
    if [[ -n $ended || $want != -* ]] && \#(function)_argument "$path" "$position"; then
      \#(function)_offer_kind "$kind"
    fi
    return 0
  }

  complete -F \#(function) \#(program)

  """#
}
