#!/usr/bin/env bash
# Builds the program with a Java runtime of its own, and trains it: target/image/forecourt on Linux x64,
# target/image/Forecourt on Windows and target/image/Forecourt.app on macOS. Start it on Linux with
# target/image/forecourt/bin/forecourt. Needs JDK 25, named by JAVA25_HOME or else looked for in the usual places; and
# for the training a screen, or on Linux xvfb.
set -euo pipefail
cd "$(dirname "$0")/.."
build=packaging/build
JDK=$($build/jdk)
export JDK

rm -rf target/{image,packaging} target/forecourt-*.jar
./mvnw -q -B -Dmaven.test.skip -Ppackaging package
. target/packaging/app.env

# JavaFX goes into the runtime, all the rest onto the class path. Its jars without a system's name are empty.
jars=target/packaging/jars
mkdir target/packaging/javafx
mv $jars/javafx-*-*-*.jar target/packaging/javafx
rm $jars/javafx-*.jar
cp "target/$APP_JAR" $jars
$build/natives $jars

if [[ $(uname -s) == Linux ]]; then
  image=target/image/forecourt
  mkdir -p $image/lib
  $build/runtime target/packaging/javafx $jars "$jars/$APP_JAR" $image/lib/runtime
  cp -r $jars $image/lib/app
  $build/assemble-linux $image
else
  $build/runtime target/packaging/javafx $jars "$jars/$APP_JAR" target/packaging/runtime
  image=$($build/assemble-jpackage $jars target/packaging/runtime target/image)
fi
$build/train "$image"
du -sh "$image"
