#!/usr/bin/env bash
# Measures how soon the built image shows a usable form (its first card) and the whole one, and its memory, several times
# in turn. It is compared with the image without its cache, a minimal JavaFX window, and a form in Chromium if that is
# installed.
# Prints Markdown, also in target/bench-start.md. ROUNDS=7 packaging/bench/run.sh
#
# BEFORE names another image to measure in the same turns, for example one from before a change:
# BEFORE=target/image-before/forecourt packaging/bench/run.sh
#
# Do not use the computer meanwhile. Needs Xvfb, openbox, xsetroot and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ -x target/image/forecourt/bin/forecourt ]] || { echo "packaging/image.sh first." >&2; exit 1; }
export JDK=$(packaging/build/find-jdk)
work=$(mktemp -d)
screen=
trap '[[ -z $screen ]] || kill $screen; rm -rf "$work"' EXIT

# The screen's picture is in a file, which can be read without asking the program that draws it.
Xvfb -displayfd 3 -fbdir "$work" -screen 0 1366x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
screen=$!
until [[ -s $work/display ]]; do sleep 0.1; done
export DISPLAY=:$(<"$work/display")
export XDG_STATE_HOME=$work/state
xsetroot -solid black
openbox &
screen+=" $!"

mkdir "$work/bare"

./mvnw -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile="$work/all" -Dmdep.includeScope=runtime
tr ':' '\n' <"$work/all" | grep -E 'javafx-(base|graphics|controls)-.*-linux\.jar' | paste -sd: >"$work/javafx"
"$JDK/bin/javac" -cp "$(<"$work/javafx")" -d "$work/bare" packaging/bench/Bare.java

# Homes: a new one's journal has no car; the other has 20,000.
echo '{"profile": "practice"}' >"$work/preferences.json"
for home in few many; do mkdir "$work/$home"; cp "$work/preferences.json" "$work/$home"; done
./mvnw -q -B -Pbench test-compile exec:exec@fill -Dfill.home="$work/many" -Dfill.cars=20000

python3 packaging/bench/measure.py "$work" "${ROUNDS:-7}" | tee target/bench-start.md
