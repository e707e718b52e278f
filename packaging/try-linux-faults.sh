#!/usr/bin/env bash
# Tries the image on Linux systems with faults: the program starts anyway, or prints in one line what is missing and
# ends with code 2. Validates the menu entry and its description as well. Needs xvfb, openbox, xdotool,
# desktop-file-utils and appstream. The cases of full or read-only disks need root.
set -euo pipefail
cd "$(dirname "$0")/.."
image=target/image/forecourt

pictures=target/try-linux
work=$(mktemp -d)
profile=PRACTICE
. packaging/try/functions.sh
trap tidy EXIT
needs xdotool import desktop-file-validate appstreamcli
rm -rf "$pictures"
mkdir -p "$pictures"

. target/packaging/app.env
cp target/packaging/linux/desktop "$work/$APP_ID.desktop"
cp target/packaging/linux/metainfo "$work/$APP_ID.metainfo.xml"
desktop-file-validate "$work/$APP_ID.desktop" || fail "the menu entry"
appstreamcli validate --no-net --pedantic "$work/$APP_ID.metainfo.xml" || fail "the description for software centres"

home=$work/home
lean=(env -i HOME="$work" PATH=/usr/bin:/bin LANG=C.UTF-8)
own=(JDK_JAVA_OPTIONS="-Dforecourt.home=$home -Dforecourt.profile=practice -Duser.language=en")

# refuses WHEN WORD VARIABLE…: ends with code 2 and one line that has WORD.
refuses() {
  local when=$1 word=$2 code=0
  shift 2
  timeout 30 "${lean[@]}" "$@" $image/bin/forecourt >"$work/output" 2>&1 || code=$?
  [[ $code == 2 && $(wc -l <"$work/output") == 1 && $(<"$work/output") == *"$word"* ]] || fail "$when: code $code"
  echo "$when: $(<"$work/output")"
}

# starts WHEN COMMAND…: shows its window, and prints nothing except Java's message about its variable.
starts() {
  local when=$1
  shift
  rm -rf "$home"
  echo -n "$when: "
  start "${lean[@]}" DISPLAY="$DISPLAY" "${own[@]}" "$@"
  sleep 1
  picture "${when// /-}"
  kill -- "-$program"
  wait "$program" || true
  program=
  ! grep -v '^NOTE: Picked up' "$work/output" || fail "$when: it printed that"
}

refuses "No screen" "needs a screen"
refuses "Wayland without XWayland" XWayland WAYLAND_DISPLAY=wayland-0
refuses "A screen that is not there" "can't open a window" DISPLAY=:9999
screen
# The loader takes the first file of that name, which is not a library.
mkdir "$work"/{gtk,xtst}
touch "$work/gtk/libgtk-3.so.0" "$work/xtst/libXtst.so.6"
refuses "No GTK" "GTK 3" DISPLAY="$DISPLAY" LD_LIBRARY_PATH="$work/gtk"
refuses "GTK, but no libXtst" libXtst DISPLAY="$DISPLAY" LD_LIBRARY_PATH="$work/xtst"

moved="$work/else where"
mkdir "$moved"
cp -r "$image" "$moved/moved"
ln -s "$moved/moved/bin/forecourt" "$work/link"
# With AOTMode=on the program refuses to start if the cache does not fit; by default it would start without the cache.
starts "Moved, called by a link" env "${own[0]} -XX:AOTMode=on" "$work/link"
truncate --size 20000000 "$moved/moved/lib/app/forecourt.aot"
starts "Cache cut off" "$work/link"
echo rubbish >"$moved/moved/lib/app/forecourt.aot"
starts "Cache of something else" "$work/link"
rm "$moved/moved/lib/app/forecourt.aot"
starts "No cache" "$work/link"

if [[ $(id -u) == 0 ]]; then
  on_disk() { echo "mkdir -p '$home' && mount -t tmpfs -o $1 none '$home' && exec $image/bin/forecourt"; }
  starts "Home closed to writing" unshare --mount sh -c "$(on_disk ro)"
  starts "Home full" unshare --mount sh -c "$(on_disk size=16k)"
else
  echo "Not tried, since not root: a home that is full or closed to writing" >&2
fi
echo "All as it should be. Pictures: $pictures"
