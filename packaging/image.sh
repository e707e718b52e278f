#!/usr/bin/env bash
# Builds the program with its own Java runtime and trains its cache: target/image/forecourt on Linux x64,
# target/image/Forecourt on Windows and target/image/Forecourt.app on macOS. Start it on Linux with
# target/image/forecourt/bin/forecourt. Needs JDK 25, from JAVA25_HOME or one of the usual places.
# The training needs a screen, or xvfb on Linux.
set -euo pipefail
cd "$(dirname "$0")/.."
build=packaging/build
JDK=$($build/jdk)
export JDK

rm -rf target/{image,packaging} target/forecourt-*.jar
./mvnw -q -B -Dmaven.test.skip -Ppackaging package
. target/packaging/app.env
# The fonts of the windscreen card come from no Maven artifact.
{ echo; cat src/main/resources/app/forecourt/card/DejaVu-LICENSE.txt; } >>target/packaging/THIRD-PARTY.txt

# JavaFX becomes part of the runtime; the other jars are on the class path. JavaFX's jars without a system are empty.
jars=target/packaging/jars
mkdir target/packaging/javafx
mv $jars/javafx-*-*-*.jar target/packaging/javafx
rm $jars/javafx-*.jar
cp "target/$APP_JAR" $jars
$build/natives $jars

# The class that uses the program in the training.
training=target/packaging/training-classes
"$JDK/bin/javac" --module-path target/packaging/javafx --add-modules javafx.controls -d $training $build/Training.java
"$JDK/bin/jar" --create --file $jars/training.jar -C $training .

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
