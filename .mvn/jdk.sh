# Lets Maven itself run on a JDK 25 where one is found, because two processes then run the tests (profile forks of the
# pom.xml). A JAVA_HOME of 25 or later stays. An older one is replaced, because the program needs 25 anyway.
for home in "${JAVA_HOME-}" "$(/usr/libexec/java_home -F -v 25 2>/dev/null)" /usr/lib/jvm/*25* \
  "${HOME-}"/.sdkman/candidates/java/25* "${HOME-}"/.jdks/*25*; do
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null)
  if [ "${version:-0}" -ge 25 ] && [ -x "$home/bin/javac" ]; then
    export JAVA_HOME="$home"
    # Maven's libraries use native code and Unsafe, and Java 25 warns of both.
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"
    break
  fi
done
unset home version
