# Functions for packaging/try-windows.sh, which sources this file: what can go wrong around the package for Windows, each
# fault in a step of its own.

# starts_and_closes NAME: starts the program, takes a picture and closes it.
starts_and_closes() {
  run
  sleep 1
  shot "$1"
  close
  no_fault "$home"
}

message() { xdotool search --onlyvisible --name "^$APP_NAME\$"; }

# nothing_left: fails if a file or an entry of the program is left.
nothing_left() {
  local left
  [[ ! -e $entry ]] || fail "an entry in the start menu is left"
  left=$(find "$installed" 2>/dev/null) || true
  [[ -z $left ]] || fail "left behind: $left"
}

# keyboard LAYOUT: changes the keyboard. Wine learns of it when it begins.
keyboard() {
  wineserver -k || true
  setxkbmap "$1"
}

# types TEXT KEY…: types the keys into a text field of a new car, those with alt: with AltGr, and waits until the journal has
# the text.
types() {
  local text=$1 key
  shift
  xdotool key ctrl+n
  sleep 1
  xdotool key Tab Tab Tab
  for key; do
    # AltGr is held before the letter, because Wine sees it too late otherwise.
    [[ $key != alt:* ]] || xdotool keydown ISO_Level3_Shift
    sleep 0.3
    xdotool key "${key#*:}"
    sleep 0.3
    [[ $key != alt:* ]] || xdotool keyup ISO_Level3_Shift
  done
  within 20 kept "$text" || fail "$text is not kept"
}

faults() {
  user dealer
  installing
  using
}

installing() {
  mkdir -p "$local_data/Programs"

  step "The disk is full"
  if mount -t tmpfs -o size=100m full "$local_data/Programs" 2>/dev/null; then
    wine msiexec /i "$msi" /qn >"$work/output" 2>&1 || true
    # Wine takes half a file for a file, so that only the next installation can be tried.
    mount -o remount,size=1g "$local_data/Programs"
    installer /i "$msi" REINSTALL=ALL
    ((code == 0)) || fail "not installed after all: $code"
    starts_and_closes space-again
    installer /x "$msi"
    ((code == 0)) || fail "not removed: $code"
    nothing_left
    umount "$local_data/Programs"
  else
    echo "Left out: a full disk needs a mount."
  fi

  step "The folder can't be written"
  if chattr +i "$local_data/Programs" 2>/dev/null; then
    immutable=$local_data/Programs
    installer /i "$msi"
    ((code != 0)) || fail "the installation did not fail"
    nothing_left
    chattr -i "$immutable"
    immutable=
  else
    echo "Left out: a folder that can't be written needs chattr."
  fi

  step "The installation is broken off and repeated"
  wine msiexec /i "$msi" /qn >"$work/output" 2>&1 &
  within 20 test -e "$installed/app/$APP_JAR" || fail "the installation did not begin"
  wineserver -k
  wait $! || true
  installer /i "$msi"
  ((code == 0)) || fail "not installed: $code"
  starts_and_closes broken-off

  step "The program does not answer, and an upgrade needs its files"
  run
  types half h a l f
  pkill -STOP -f 'bin.[F]orecourt.exe'
  installer /i "$newer"
  echo "The installer ended with code $code."
  pkill -CONT -f 'bin.[F]orecourt.exe'
  within 20 ended || ended || close
  wait "$program" || true
  program=
  kept half || fail "what was typed is gone"
  installer /i "$newer"
  ((code == 0)) || fail "not upgraded: $code"
  starts_and_closes held
}

using() {
  step "The exe alone on the desktop"
  desktop="$WINEPREFIX/drive_c/users/$user/Desktop"
  cp "$installed/bin/$APP_NAME.exe" "$desktop"
  wine "$desktop/$APP_NAME.exe" &
  alone=$!
  within 20 message || fail "no message"
  shot alone
  xdotool key Return
  code=0
  wait $alone || code=$?
  ((code == 2)) || fail "the exe alone ended with code $code"

  step "Libraries of the same names in PATH and in the current folder"
  for library in glass prism_sw javafx_font jli java jvm zip; do echo decoy >"$desktop/$library.dll"; done
  export WINEPATH="C:\\users\\$user\\Desktop"
  cd "$desktop"
  run
  cd - >/dev/null
  unset WINEPATH
  sleep 1
  close

  step "Another user starts it"
  others="$WINEPREFIX/drive_c/users/colleague/AppData/Local/$APP_NAME"
  export USER=colleague
  wineboot -u >>"$at/wine.log" 2>&1
  # What the installer had put off until a restart is done now.
  patch_for_wine "$installed/runtime"
  start wine "$installed/bin/$APP_NAME.exe"
  sleep 1
  close
  [[ -e $others/journal.db ]] || fail "the other user has no cars of his own"
  export USER=$user
  wineboot -u >>"$at/wine.log" 2>&1

  step "Letters of a German keyboard"
  keyboard de
  run
  types 'öß€@éâ' odiaeresis ssharp alt:e alt:q dead_acute e dead_circumflex a
  shot letters-de
  close
  step "Letters of a Polish keyboard"
  keyboard pl
  run
  types 'łąż' alt:l alt:a alt:z
  shot letters-pl
  close
  keyboard us

  for scale in 150 200; do
    step "Scale $scale %"
    wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d $((96 * scale / 100)) /f >/dev/null
    wineserver -k
    starts_and_closes "scale-$scale"
  done
  wine reg delete 'HKCU\Control Panel\Desktop' /v LogPixels /f >/dev/null
  wineserver -k

  step "Remove it with a window"
  wine msiexec /x "$newer" /qb >"$work/output" 2>&1 &
  removal=$!
  within 20 message || fail "no message says where the cars are"
  shot removed
  xdotool key Return
  wait $removal || fail "not removed: $?"
  nothing_left
  [[ -e $home/journal.db ]] || fail "removing it took the cars along"
}
