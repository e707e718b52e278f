#!/usr/bin/env bash
# Renders the program's icon from its drawing, for the packages and for the window.
# Run this by hand after a change to the drawing. The pictures are committed, so a build needs none of these tools:
# rsvg-convert, ImageMagick for Windows, png2icns for macOS.
set -euo pipefail
cd "$(dirname "$0")/../.."

sizes=(16 24 32 48 64 128 256 512)
for size in "${sizes[@]}"; do
  rsvg-convert --width "$size" --height "$size" --output "icons/forecourt-$size.png" icons/forecourt.svg
done
convert icons/forecourt-{16,24,32,48,64,128,256}.png icons/forecourt.ico
# macOS uses these sizes; png2icns accepts no others.
png2icns icons/forecourt.icns icons/forecourt-{16,32,48,128,256,512}.png >/dev/null

window=src/main/resources/app/forecourt
mkdir -p "$window"
for size in 32 64 128 256; do
  cp "icons/forecourt-$size.png" "$window/icon-$size.png"
done
