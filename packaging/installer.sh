#!/usr/bin/env bash
# Makes target/installers/ from the image of packaging/image.sh: deb and rpm on Linux, dmg on macOS, and SHA256SUMS of all
# that is there. packaging/windows.sh makes the msi. src/site/markdown/develop/packaging.md describes signing.
set -euo pipefail
cd "$(dirname "$0")/.."
build=packaging/build
JDK=$($build/find-jdk)
export JDK
out=target/installers
mkdir -p $out
rm -f $out/*.{deb,rpm,dmg}

case $(uname -s) in
  Linux) $build/installers-linux target/image/forecourt $out ;;
  *) $build/installer-mac target/image/Forecourt.app $out ;;
esac
$build/write-checksums $out
