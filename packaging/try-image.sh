#!/usr/bin/env bash
# Lists the vendor's example car with the built image as a user would: by keyboard, in its window on $DISPLAY, where a
# window manager must run. A recorder on this computer stands in for AutoChat, and what it got must be the example.
# Pictures go to target/try/. Arguments start the program in another way: packaging/try-image.sh ./mvnw -q
set -euo pipefail
cd "$(dirname "$0")/.."
[[ $# -gt 0 ]] || set -- target/image/forecourt/bin/forecourt

pictures=target/try
work=$(mktemp -d)
program=
recorder=
# The program has a process group of its own, since Maven starts it as a child.
trap 'kill -- $recorder ${program:+-$program} 2>/dev/null && wait; rm -rf "$work"' EXIT

fail() {
  echo "FAILED: $*" >&2
  picture failed 2>/dev/null || true
  cat "$work/output" "$work"/home/logs/*.log 2>/dev/null | head -60 | sed 's/^/  /' >&2 || true
  exit 1
}

picture() {
  import -window root "$pictures/$1.png"
}

# within SECONDS COMMAND…: whether it comes true in time and before the program ends; "last" has what it printed.
within() {
  local end=$((SECONDS + $1))
  shift
  until last=$("$@" 2>/dev/null); do
    ((SECONDS < end)) && ! ended || return 1
    sleep 0.1
  done
}

ended() { [[ -n $program ]] && ! kill -0 "$program" 2>/dev/null; }
window() { xdotool search --onlyvisible --name '^Forecourt .* STAGING$'; }
windows() { xdotool search --onlyvisible --class forecourt | wc -l; }
more_windows_than() { (($(windows) > $1)); }
requests() { grep -c "^$1 " "$work/requests"; }

for tool in xdotool import python3; do
  command -v "$tool" >/dev/null || fail "needs $tool"
done
xdotool getmouselocation >/dev/null 2>&1 || fail "needs a display, named by DISPLAY"
! window >/dev/null 2>&1 || fail "close the Forecourt on $DISPLAY first: keys might go there"
mkdir -p "$pictures"
rm -f "$pictures"/*.png
python3 packaging/try/record.py "$work" &
recorder=$!
within 10 test -s "$work/port" || fail "the recorder did not start"
autochat=http://127.0.0.1:$(<"$work/port")

options="-Dforecourt.home=$work/home -Dforecourt.profile=staging -Duser.language=en -Duser.country=NL"
options+=" -Dforecourt.staging.url=$autochat -Dforecourt.token.url=$autochat/oauth/token"
began=${EPOCHREALTIME//[.,]/}
FORECOURT_CLIENT_ID=try FORECOURT_CLIENT_SECRET=try JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:-} $options" \
  setsid "$@" >"$work/output" 2>&1 &
program=$!
within 60 window || fail "no window"
window=${last%%$'\n'*}
echo "Window after $(((${EPOCHREALTIME//[.,]/} - began) / 1000)) ms"
within 10 requests "GET /api/options" || fail "the option list was not asked for"
timeout 5 xdotool windowactivate --sync "$window" || fail "the window takes no focus; is there a window manager?"
sleep 1
picture 1-empty

before=$(windows)
searching=
while read -r kind name value; do
  case $kind in
    text)
      xdotool key ctrl+a
      if [[ $name == brand ]]; then
        # The pop-up is ControlsFX's, which reaches into JavaFX's inside: a runtime that lacks something shows here.
        xdotool type "${value:0:1}"
        within 3 more_windows_than "$before" || fail "no suggestions under the brand"
        sleep 0.5
        picture 2-suggestions
        value=${value:1}
      fi
      [[ -z $value ]] || xdotool type -- "$value"
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
      xdotool type -- "$value"
      xdotool key Return
      ;;
  esac
done < <(python3 packaging/try/example.py)
picture 4-options

# The example does not agree with itself: that is shown first, and sent when asked for once more.
xdotool key ctrl+Return
sleep 1
picture 5-worth-a-look
[[ $(requests "POST /api/cars") == 0 ]] || fail "the car was sent before its warnings were seen"
xdotool key ctrl+Return
within 15 test -s "$work/verdict" || fail "no car was sent"
sleep 1
picture 6-accepted
[[ $(<"$work/verdict") == same ]] || fail "the car differs from the example:"$'\n'"$(<"$work/verdict")"
xdotool key ctrl+Return
sleep 1
[[ $(requests "POST /api/cars") == 1 ]] || fail "the car was sent more than once"

# It asks before it closes while a car is on its way, so going without a word shows that the answer was understood.
xdotool key alt+F4
within 10 ended || fail "did not close; was the car not accepted?"
wait "$program" || fail "ended with code $?"
program=
! grep -q SEVERE "$work"/home/logs/*.log || fail "a fault was logged"
noted=$(python3 -c 'import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT group_concat(state) FROM attempt").fetchone()[0])' "$work/home/journal.db")
[[ $noted == accepted ]] || fail "the journal says: $noted"
grep -v '^Picked up JAVA_TOOL_OPTIONS' "$work/output" | sed 's/^/It printed: /' || true
echo "Sent once, to the letter, accepted, and closed without a fault. Pictures: $pictures"
