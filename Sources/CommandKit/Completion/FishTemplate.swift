func fishScript(program: String, function: String, tables: String) -> String {
  #"""
  # fish completion for \#(program); to load it: \#(program) completion fish | source

  \#(tables)
  function \#(function)_offer_kind
    switch "$argv[1]"
      case files
        __fish_complete_path $argv[2]
      case 'dynamic *'
        \#(program) __complete (string replace 'dynamic ' '' -- $argv[1]) -- $\#(function)_words 2>/dev/null
      case 'values*'
        string split \t -- $argv[1] | tail -n +2
    end
  end

  function \#(function)_complete
    set -l current (commandline -ct)
    set -l before (commandline -opc)[2..]
    set -g \#(function)_words $before "$current"
    set -l path ''
    set -l option ''
    set -l position 0
    set -l ended ''
    for word in $before
      if test -n "$option"
        set option ''
      else if test -z "$ended"; and test "$word" = '--'
        set ended 1
      else if test -z "$ended"; and string match -q -- '-*' $word
        if \#(function)_option "$path" "$word"; set option $word; end
      else if test $position -eq 0; and \#(function)_child "$path" "$word"
        set path $\#(function)_child
      else
        set position (math $position + 1)
      end
    end

    if test -z "$option$ended"; and string match -q -- '--*=*' $current
      set -l name (string split -m 1 = -- $current)
      if \#(function)_option "$path" "$name[1]"
        for value in (\#(function)_offer_kind "$\#(function)_kind" "$name[2]"); echo "$name[1]=$value"; end
      end
      return
    end
    if test -n "$option"
      if \#(function)_option "$path" "$option"; \#(function)_offer_kind "$\#(function)_kind" "$current"; end
      return
    end
    if test -z "$ended"; and \#(function)_names "$path"
      for name in $\#(function)_names
        if string match -q -- '-*' $name
          if string match -q -- '-*' $current; echo $name; end
        else if test $position -eq 0
          echo $name
        end
      end
    end
    if test -n "$ended"; or not string match -q -- '-*' $current
      if \#(function)_argument "$path" $position; \#(function)_offer_kind "$\#(function)_kind" "$current"; end
    end
  end

  complete -c \#(program) -f -a '(\#(function)_complete)'

  """#
}
