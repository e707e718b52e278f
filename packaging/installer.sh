#!/usr/bin/env bash
# Makes target/installers/ from the image of packaging/image.sh: deb and rpm on Linux, msi on Windows, dmg on
# macOS, and SHA256SUMS. src/site/markdown/develop/packaging.md describes signing.
set -euo pipefail
cd "$(dirname "$0")/.."
build=packaging/build
JDK=$($build/jdk)
export JDK
out=target/installers
rm -rf $out
mkdir -p $out

case $(uname -s) in
  Linux) $build/installers-linux target/image/forecourt $out ;;
  Darwin) $build/installers-jpackage target/image/Forecourt.app $out ;;
  *) $build/installers-jpackage target/image/Forecourt $out ;;
esac
sum=(sha256sum)
command -v sha256sum >/dev/null || sum=(shasum -a 256)
(cd $out && "${sum[@]}" -- * >SHA256SUMS)
ls -l $out
