#!/usr/bin/env bash
# Installs the msi that packaging/windows.sh made, under Wine, as a user would have it: lists the vendor's example car by keys
# against a stand-in for AutoChat, starts the program twice, kills it, upgrades it under the open window with a car half typed,
# tries a downgrade, repairs and removes it. All of that for two users, one whose name has letters outside the code page of
# Windows, then what can go wrong. With "usual" or "faults" only that part is tried. Needs wine, xvfb, openbox, xdotool,
# imagemagick, wixl, msitools and python3. Pictures go to target/try-windows/, which also has the steps with their seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
PARTS=target/packaging-windows
export PARTS
. $PARTS/app.env
image=target/image-windows/$APP_NAME
msi=$PWD/target/installers/$APP_NAME-$APP_VERSION.msi
newer_version=${APP_VERSION%.*}.$((${APP_VERSION##*.} + 1))

pictures=target/try-windows
work=$(mktemp -d)
profile=STAGING
. packaging/try/functions.sh
. packaging/try/windows-faults.sh
pace=60
WINEPREFIX=$PWD/target/wine/try
leave_out() { fail "$1"; }
. packaging/build/wine.sh
immutable=
end() {
  [[ -z $immutable ]] || chattr -i "$immutable" || true
  umount "$WINEPREFIX"/drive_c/users/*/AppData/Local/Programs 2>/dev/null || true
  wineserver -k || true
  tidy
}
trap end EXIT

needs wine xdotool import python3 msiinfo wixl
[[ -e $msi ]] || fail "no $msi: packaging/windows.sh first"
rm -rf "$pictures"
mkdir -p "$pictures"
screen
fake_autochat
# The program is unchanged; only the package's version is newer.
packaging/build/installer-windows "$image" "$work" "$newer_version"
newer=$work/$APP_NAME-$newer_version.msi

# step WHAT: begins a step of the table.
begun=
step() {
  local now=${EPOCHREALTIME//[.,]/}
  [[ -z $begun ]] || printf '| %s | %d.%d |\n' "$what" $(((now - begun) / 1000000)) $(((now - begun) / 100000 % 10)) | tee -a "$pictures/steps.md"
  what="$user: $1" begun=$now
}
printf '| step | seconds |\n|---|---|\n' >"$pictures/steps.md"

# shot NAME: takes a picture; each user has pictures of his own.
shot() { picture "$user-$1"; }

# user NAME: makes a Windows of a user.
user() {
  user=$1
  wineserver -k || true
  export USER=$user
  set_up_windows
  mkdir "$WINEPREFIX/drive_c/temp"
  ln -sfn "$WINEPREFIX/drive_c" "$WINEPREFIX/dosdevices/t:"
  local_data="$WINEPREFIX/drive_c/users/$user/AppData/Local"
  installed=$local_data/Programs/$APP_NAME
  home=$local_data/$APP_NAME
  entry="$WINEPREFIX/drive_c/users/$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/$APP_NAME.lnk"
}

# installer ARGUMENT…: runs the installer of Windows without a window; code has its exit code.
installer() {
  code=0
  wine msiexec "$@" /qn >"$work/output" 2>&1 || code=$?
  ((code != 0)) || [[ ! -e $installed ]] || patch_for_wine "$installed/runtime"
}

# With AOTMode=on the program refuses to start if the cache does not fit; by default it would start without the cache.
export FORECOURT_CLIENT_ID=try FORECOURT_CLIENT_SECRET=try TZ=Europe/Warsaw
JAVA_TOOL_OPTIONS="-XX:AOTMode=on -Dprism.order=sw -Dprism.lcdtext=false -Dforecourt.profile=staging -Duser.language=en"
JAVA_TOOL_OPTIONS+=" -Duser.country=NL -Dforecourt.staging.url=$autochat -Dforecourt.token.url=$autochat/oauth/token"
export JAVA_TOOL_OPTIONS

# run: starts the program from the start menu. Wine can't follow a shortcut to letters outside its code page.
run() {
  # The window of a killed program stays for a moment.
  no_window() { ! window; }
  within 20 no_window || fail "the window before is still there"
  [[ -e $entry ]] || fail "no entry in the start menu"
  if [[ $user == *[!a-z]* ]]; then
    start wine "$installed/bin/$APP_NAME.exe"
  else
    # Wine does not wait for the program.
    start sh -c 'wine start /unix "$1" && sleep 1 && while pgrep -f "bin.[F]orecourt.exe" >/dev/null; do sleep 0.1; done' - "$entry"
  fi
}

kept() { grep -aq "$1" "$home"/journal.db*; }

usual() {
  for name in dealer 'ü Łódź'; do
    echo "As $name"
    user "$name"
    rm -f "$work/verdict" "$work/requests"
    find "$WINEPREFIX/drive_c/users" | sort >"$work/before"

    step "Install"
    installer /i "$msi"
    ((code == 0)) || fail "not installed: $code"

    step "Start from the start menu"
    run
    within 20 requests "GET /api/options" || fail "the option list was not asked for"
    sleep 1
    shot 1-empty
    step "List the example car by keys"
    type_car
    xdotool key ctrl+Return
    sleep 2
    xdotool key ctrl+Return
    within 20 test -s "$work/verdict" || fail "no car was sent"
    sleep 1
    shot 5-accepted
    [[ $(<"$work/verdict") == same ]] || fail "the car differs from the example:"$'\n'"$(<"$work/verdict")"
    [[ $(requests "POST /api/cars") == 1 ]] || fail "the car was sent more than once"

    step "Start a second time"
    timeout 60 wine "$installed/bin/$APP_NAME.exe" >"$work/second" 2>&1 || fail "the second start ended with code $?"
    [[ $(window | wc -l) == 1 ]] || fail "there are two windows"

    step "Kill it and start it again"
    xdotool key ctrl+n
    sleep 1
    xdotool type R-759-BK
    sleep 2
    wine taskkill /f /im "$APP_NAME.exe" >/dev/null 2>&1
    within 10 ended || ended || fail "not killed"
    wait "$program" || true
    program=
    run
    sleep 2
    shot 6-after-a-kill
    kept R-759-BK || fail "the plate is gone"

    step "Upgrade under the open window, a car half typed"
    xdotool key Tab Tab Tab
    xdotool type halfway
    sleep 0.2
    installer /i "$newer"
    ((code == 0)) || fail "not upgraded: $code"
    within 5 ended || ended || fail "the installer did not end the program"
    wait "$program" || fail "ended with code $?"
    program=
    kept halfway || fail "what was typed is gone"
    run
    sleep 2
    shot 7-upgraded
    close
    no_fault "$home"
    [[ $(attempts "$home") == accepted ]] || fail "the journal says: $(attempts "$home")"

    step "A downgrade is refused"
    installer /i "$msi"
    # 1603, of which Linux sees the lower eight bits.
    ((code == 67)) || fail "the earlier version was installed"
    grep -aq "\"DisplayVersion\"=\"$newer_version\"" "$WINEPREFIX"/*.reg || { wineserver -w; grep -aq "\"DisplayVersion\"=\"$newer_version\"" "$WINEPREFIX"/*.reg; } ||
      fail "the later version is gone"

    step "Repair"
    rm "$installed/app/$APP_JAR"
    echo rubbish >"$installed/bin/$APP_NAME.options"
    # What msiexec /fa does, which Wine lacks.
    installer /i "$newer" REINSTALL=ALL
    ((code == 0)) || fail "not repaired: $code"
    run
    sleep 1
    close

    step "Remove"
    installer /x "$newer"
    ((code == 0)) || fail "not removed: $code"
    [[ ! -e $installed && ! -e $entry ]] || fail "left behind: $(find "$installed" "$entry")"
    [[ $(attempts "$home") == accepted ]] || fail "removing it took the car along"
    find "$WINEPREFIX/drive_c/users" | sort >"$work/after"
    echo "Left for $name:"
    comm -13 "$work/before" "$work/after" | sed "s|$WINEPREFIX/drive_c/users/|  |" | tee "$pictures/$name-left.txt"
  done
}

case ${1:-all} in
  all) usual; faults ;;
  *) "$1" ;;
esac
user=; step ""
cat "$pictures/steps.md"
echo "Installed, a car listed, killed, upgraded, repaired, removed, and the cars are still there. Pictures: $pictures"
