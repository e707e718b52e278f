# Functions for the try scripts, which source this file: start a program on $DISPLAY and act as its user. The script
# sets pictures and work (two folders) and profile (the word in the title).

# Milliseconds between two letters; a slow program gets more.
pace=12

# The program has its own process group, because the started command may only be a launcher.
program=
# Other processes that were started.
started=()

fail() {
  echo "FAILED: $*" >&2
  picture failed 2>/dev/null || true
  find "$work" \( -name output -o -name '*.log' \) -exec cat {} + 2>/dev/null | head -60 | sed 's/^/  /' >&2 || true
  exit 1
}

picture() {
  import -window root "$pictures/$1.png"
}

# within SECONDS COMMAND…: succeeds if the command does in time and before the program ends; "last" has its output.
within() {
  local end=$((SECONDS + $1))
  shift
  until last=$("$@" 2>/dev/null); do
    ((SECONDS < end)) && ! ended || return 1
    sleep 0.1
  done
}

needs() {
  local tool
  for tool; do
    command -v "$tool" >/dev/null || fail "needs $tool"
  done
}

# screen: starts a separate screen with a window manager.
screen() {
  needs Xvfb openbox
  Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
  started+=($!)
  within 10 test -s "$work/display" || fail "no Xvfb"
  export DISPLAY=:$(<"$work/display")
  openbox >/dev/null 2>&1 &
  started+=($!)
}

# Ends all started processes and deletes their temporary files.
tidy() {
  [[ -z $program ]] || kill -- "-$program" || true
  ((${#started[@]} == 0)) || kill "${started[@]}" || true
  wait
  rm -rf "$work"
} 2>/dev/null

ended() { [[ -n $program ]] && ! kill -0 "$program" 2>/dev/null; }
window() { xdotool search --onlyvisible --name "^Forecourt .* $profile\$"; }
windows() { xdotool search --onlyvisible --class forecourt | wc -l; }
more_windows_than() { (($(windows) > $1)); }

# start COMMAND…: starts the command and waits until its window is shown and has the focus.
start() {
  local began=${EPOCHREALTIME//[.,]/}
  setsid "$@" >"$work/output" 2>&1 &
  program=$!
  within 60 window || fail "no window"
  echo "Window after $(((${EPOCHREALTIME//[.,]/} - began) / 1000)) ms"
  window=${last%%$'\n'*}
  timeout 5 xdotool windowactivate --sync "$window" || fail "the window takes no focus; is there a window manager?"
}

# The program asks before it closes while a car is on its way. Closing without a question proves that the answer was read.
close() {
  xdotool key alt+F4
  within 10 ended || ended || fail "did not close; was the car not accepted?"
  wait "$program" || fail "ended with code $?"
  program=
}

# Starts the stand-in for AutoChat; autochat has its address.
fake_autochat() {
  python3 packaging/try/fake-autochat.py "$work" &
  started+=($!)
  within 10 test -s "$work/port" || fail "the stand-in for AutoChat did not start"
  autochat=http://127.0.0.1:$(<"$work/port")
}

# requests METHOD-AND-PATH: prints how many such requests the stand-in has had.
requests() { grep -c "^$1 " "$work/requests"; }

# type_car: the vendor's example, field by field.
type_car() {
  local kind name value before searching=
  before=$(windows)
  while read -r kind name value; do
    case $kind in
      text)
        xdotool key ctrl+a
        if [[ $name == brand ]]; then
          # An incomplete runtime fails here, because the suggestions are a window of their own.
          xdotool type "${value:0:1}"
          within 10 more_windows_than "$before" || fail "no suggestions under the brand"
          sleep 0.5
          picture 2-suggestions
          value=${value:1}
        fi
        [[ -z $value ]] || xdotool type --delay $pace -- "$value"
        xdotool key Tab
        ;;
      flag)
        [[ $value == off ]] || xdotool key space
        xdotool key Tab
        ;;
      option)
        if [[ -z $searching ]]; then
          picture 3-typed
          xdotool key ctrl+k
          searching=yes
        fi
        xdotool type --delay $pace -- "$value"
        xdotool key Return
        ;;
    esac
  done < <(python3 packaging/try/typing-steps.py)
  picture 4-options
}

# attempts HOME: prints the states of all submissions in its journal.
attempts() {
  python3 -c 'import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT group_concat(state) FROM attempt").fetchone()[0])' "$1/journal.db"
}

no_fault() {
  ! grep -qs SEVERE "$1"/logs/*.log || fail "a fault was logged"
}
