#!/usr/bin/env bash
# Builds target/image/forecourt/, the program with a Java runtime of its own, for Linux x64. Start it with
# target/image/forecourt/bin/forecourt. Needs JDK 25, named by JAVA25_HOME or else looked for in the usual places.
set -euo pipefail
cd "$(dirname "$0")/.."

# The first JDK 25 there is; a JAVA25_HOME that is none is an error, not a reason to look elsewhere.
jdk() {
  local home places=("${JAVA_HOME:-}" /usr/lib/jvm/*)
  [[ -z ${JAVA25_HOME:-} ]] || places=("$JAVA25_HOME")
  for home in "${places[@]}"; do
    if [[ -x $home/bin/jpackage ]] && grep -qs '^JAVA_VERSION="25[."]' "$home/release"; then
      echo "$home/bin"
      return
    fi
  done
  echo "No JDK 25 with jpackage in: ${places[*]}. Set JAVA25_HOME." >&2
  return 1
}

[[ $(uname -sm) == "Linux x86_64" ]] || { echo "This makes the image for Linux x64 only." >&2; exit 1; }
jdk=$(jdk)
out=target/image
rm -rf "$out" target/forecourt-*.jar

./mvnw -q -B -DskipTests package \
  org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory="$out/jars"
# JavaFX goes into the runtime, all the rest onto the class path. Its jars without a platform are empty.
mkdir "$out/javafx" "$out/jmods"
mv "$out"/jars/javafx-*-linux.jar "$out/javafx"
rm "$out"/jars/javafx-*.jar
cp target/forecourt-*.jar "$out/jars"
app=$(basename target/forecourt-*.jar)

# From a jmod jlink puts the native libraries into the runtime's lib; from a jar JavaFX would unpack them to the
# user's home at the first start.
for jar in "$out"/javafx/*.jar; do
  module=$(basename "$jar" | sed -E 's/^javafx-([a-z]+)-.*/javafx.\1/')
  parts=$out/javafx/$module
  mkdir -p "$parts/classes" "$parts/lib"
  unzip -q "$jar" -d "$parts/classes"
  find "$parts/classes" -maxdepth 1 -name '*.so' -exec mv -t "$parts/lib" {} +
  "$jdk/jmod" create --class-path "$parts/classes" --libs "$parts/lib" "$out/jmods/$module.jmod"
done

# What the jars ask for but lack (Android, Conscrypt, …) OkHttp and its like do without. jdeps can't see the words and
# formats of languages: nobody names that module, java.base finds it if it is there.
modules=$("$jdk/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps --module-path "$out/javafx" \
  --class-path "$out/jars/*" "$out/jars/$app"),jdk.localedata
echo "Modules: $modules"
# Uncompressed starts fastest. The java command stays in: making the AOT cache takes it.
"$jdk/jlink" --module-path "$out/jmods" --add-modules "$modules" --include-locales en,nl,de,fr \
  --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$out/runtime"

# SQLite on the class path has native code, as JavaFX in the runtime. ControlsFX reaches into JavaFX, whose insides are closed now that it is a module: auto-completion needs the exported
# package, decorations and notifications need the opened one.
"$jdk/jpackage" --type app-image --dest "$out" --name forecourt \
  --app-version "$(sed -E 's/^forecourt-(.*)\.jar$/\1/' <<<"$app")" --icon icons/forecourt-256.png \
  --runtime-image "$out/runtime" --input "$out/jars" --main-jar "$app" --main-class app.forecourt.Main \
  --java-options --enable-native-access=javafx.graphics,ALL-UNNAMED \
  --java-options --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED \
  --java-options --add-opens=javafx.graphics/javafx.scene=ALL-UNNAMED
rm -r "$out"/{jars,javafx,jmods,runtime}
du -sh "$out/forecourt"
