#!/usr/bin/env bash
# Measures, side by side and several times in turn, how soon the built image shows a form that can be typed into, and what
# memory it takes: beside itself without its cache, beside the least JavaFX window, and beside a form in Chromium where
# that is installed. Prints Markdown, which target/bench-start.md has too. ROUNDS=7 packaging/bench/run.sh
#
# BEFORE names another image to measure in the same turns, as one kept from before a change:
# BEFORE=target/image-before/forecourt packaging/bench/run.sh
#
# Leave the computer alone meanwhile. Needs Xvfb, openbox, xsetroot and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ -x target/image/forecourt/bin/forecourt ]] || { echo "packaging/image.sh first." >&2; exit 1; }
export JDK=$(packaging/build/jdk)
work=$(mktemp -d)
screen=
trap '[[ -z $screen ]] || kill $screen; rm -rf "$work"' EXIT

# Its picture lies in a file, where it can be looked at without asking the program that draws it.
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
