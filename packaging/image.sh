#!/usr/bin/env bash
# Builds the program with its own Java runtime and trains its cache: target/image/forecourt on Linux x64 and
# target/image/Forecourt.app on macOS. Start it on Linux with target/image/forecourt/bin/forecourt. Needs JDK 25, from
# JAVA25_HOME or one of the usual places. The training needs a screen, or xvfb on Linux.
set -euo pipefail
cd "$(dirname "$0")/.."
build=packaging/build
JDK=$($build/find-jdk)
SYSTEM=$(uname -s) PARTS=target/packaging
export JDK SYSTEM PARTS

rm -rf target/image
$build/parts

if [[ $SYSTEM == Linux ]]; then
  image=target/image/forecourt
  mkdir -p $image/lib
  $build/runtime $image/lib/runtime
  cp -r $PARTS/jars $image/lib/app
  $build/make-launcher-linux $image
else
  $build/runtime $PARTS/runtime
  image=$($build/assemble-mac $PARTS/jars $PARTS/runtime target/image)
fi
$build/train "$image"
du -sh "$image"
