#!/usr/bin/env bash
# Renders the program's icon from its one drawing: for the packages, and the window's sizes into the program.
# Run by hand after a change to the drawing; the pictures are committed, so a build needs no rsvg-convert.
set -euo pipefail
cd "$(dirname "$0")/../.."

for size in 16 32 48 64 128 256 512; do
  rsvg-convert --width "$size" --height "$size" --output "icons/forecourt-$size.png" icons/forecourt.svg
done

window=src/main/resources/app/forecourt/ui
mkdir -p "$window"
for size in 32 64 128 256; do
  cp "icons/forecourt-$size.png" "$window/icon-$size.png"
done
