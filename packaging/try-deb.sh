#!/usr/bin/env bash
# Installs the deb that packaging/installer.sh made, lists the vendor's example car in Practice from the menu entry's
# command, as a user who is not root, upgrades under the open program, finds the car again, and removes it all. Needs
# root, xvfb, openbox, xdotool, imagemagick and python3. Pictures go to target/try-deb/.
set -euo pipefail
cd "$(dirname "$0")/.."
deb=$(echo target/installers/*.deb)
entry=$(dpkg-deb --fsys-tarfile "$deb" | tar --list | sed -n 's,^\.\(/usr/share/applications/.*\.desktop\)$,\1,p')
package=$(dpkg-deb --field "$deb" Package)
version=$(dpkg-deb --field "$deb" Version)

pictures=target/try-deb
work=$(mktemp -d)
profile=PRACTICE
installed=
. packaging/try/functions.sh
trap 'tidy; [[ -z $installed ]] || dpkg --remove "$package" >/dev/null' EXIT

needs xdotool import python3 setpriv
[[ $(id -u) == 0 ]] || fail "needs root, to install"
! dpkg-query --status "$package" >/dev/null 2>&1 || fail "$package is installed here: it would be upgraded and removed"
rm -rf "$pictures"
mkdir -p "$pictures"

screen

# The user is nobody, with a home here: Java reads the home from the list of users, not from HOME. With AOTMode=on the
# program refuses to start if the cache does not fit; by default it would start without the cache.
home=$work/home
data=$home/.local/share/forecourt
chmod 755 "$work"
install -d -o nobody -g nogroup "$home"
as_user() {
  start setpriv --reuid nobody --regid nogroup --clear-groups \
    env -i HOME="$home" DISPLAY="$DISPLAY" PATH=/usr/bin:/bin LANG=C.UTF-8 \
    JAVA_TOOL_OPTIONS="-XX:AOTMode=on -Duser.home=$home -Duser.language=en -Duser.country=NL" \
    sh -c "exec $(sed -n 's/^Exec=//p' "$entry")"
}

echo "Install $version"
installed=yes
dpkg --install "$deb" >"$work/output" || fail "not installed"
as_user
sleep 2
picture 1-empty
type_car
xdotool key ctrl+Return
sleep 1
xdotool key ctrl+Return
accepted() { [[ $(attempts "$data") == accepted ]]; }
within 15 accepted || fail "no car was accepted"
sleep 1
picture 5-accepted

# The program is unchanged; only the package's version is newer.
echo "Upgrade to $version.1, under the open program"
dpkg-deb --raw-extract "$deb" "$work/newer"
sed -i "s/^Version: .*/Version: $version.1/" "$work/newer/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$work/newer" "$work/newer.deb" >/dev/null
dpkg --install "$work/newer.deb" >"$work/output" || fail "not upgraded"
# Parts that were not shown before are loaded from files that are deleted by now.
xdotool key ctrl+j
sleep 2
picture 6-upgraded-while-open
xdotool key Escape
close
as_user
sleep 3
picture 7-upgraded
accepted || fail "the car is gone"
close
no_fault "$data"

echo "Remove"
dpkg --remove "$package" >"$work/output" || fail "not removed"
installed=
left=$(find /opt/"$package" /usr/bin/"$package" "$entry" /usr/share/icons/hicolor -name "*$package*" 2>/dev/null || true)
[[ -z $left ]] || fail "left behind: $left"
accepted || fail "removing it took the car along"
echo "Installed, a car listed, upgraded, found again, removed, and the car is still there. Pictures: $pictures"
