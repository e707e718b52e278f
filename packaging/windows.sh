#!/usr/bin/env bash
# Makes the package for Windows on Linux: target/image-windows/Forecourt, from it target/installers/Forecourt-VERSION.msi, and
# the manifest of that for winget in target/winget. The cache is trained under Wine. Needs JDK 25, from JAVA25_HOME or one of
# the usual places, a Java 25 for Windows with its jmods, from JAVA25_WINDOWS_HOME, and mingw-w64, wixl, msitools, wine, xvfb,
# openbox and python3. Without the Java for Windows it takes a stand-in, and the package is for tests only.
# packaging/sign.sh says how the package is signed.
set -euo pipefail
cd "$(dirname "$0")/.."
build=packaging/build
JDK=$($build/find-jdk)
SYSTEM=Windows PARTS=target/packaging-windows
export JDK SYSTEM PARTS
leave_out() { echo "No package for Windows: $1" >&2; exit 77; }
WINEPREFIX=$PWD/target/wine/training
. $build/wine.sh
install_wine
jmods=$($build/windows-jmods)

rm -rf target/image-windows
$build/parts -Djavafx.platform=win
. $PARTS/app.env
image=target/image-windows/$APP_NAME
mkdir -p "$image"
$build/runtime "$image/runtime" "$jmods"
cp -r $PARTS/jars "$image/app"
cp $PARTS/{THIRD-PARTY.txt,forecourt.cdx.json} "$image/app"
$build/make-launcher-windows "$image"

# Before the training, so that the cache is that of the files in the package.
packaging/sign.sh "$image"
# The training runs a copy, because Java must be changed for Wine.
tried=$PARTS/tried
cp -al "$image" $tried
patch_for_wine $tried/runtime
rm "$image/runtime/bin/java.exe"
set_up_windows
ln -sfn "$WINEPREFIX/drive_c" "$WINEPREFIX/dosdevices/t:"
mkdir -p "$WINEPREFIX/drive_c/temp"
$build/train $tried
wineserver -k || true
cp $tried/app/forecourt.aot "$image/app"
cp "$tried/bin/$APP_NAME.options" "$image/bin"
du -sh "$image"

out=target/installers
mkdir -p $out
rm -f $out/*.msi
$build/installer-windows "$image" $out
packaging/sign.sh "$out/$APP_NAME-$APP_VERSION.msi"
$build/winget "$out/$APP_NAME-$APP_VERSION.msi" target/winget
$build/write-checksums $out
[[ -n ${JAVA25_WINDOWS_HOME:-} ]] || echo "This package has a stand-in for Java: it is for tests only." >&2
