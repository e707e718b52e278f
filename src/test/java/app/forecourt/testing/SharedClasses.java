package app.forecourt.testing;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An archive of the libraries' classes for started programs, which then start in two thirds of the time. Java can
 * archive classes of jars only, so the directories are at the end of the class path.
 */
final class SharedClasses {
    /** The names of the classes that the fast tests loaded. An option of -Pproof writes it. */
    private static final Path LOADED = Path.of("target", "loaded-classes.txt");
    private static final String CLASS_PATH = System.getProperty("surefire.test.class.path",
            System.getProperty("java.class.path"));
    private static final String JARS = entries(true);

    private SharedClasses() {}

    /** The archive, created at the first use. */
    private static final class Archive {
        static final List<String> OPTIONS = options();
    }

    /** Returns the class path of a program with the options that name the archive, if there is one. */
    static Stream<String> classPath() {
        return Stream.concat(Archive.OPTIONS.stream(),
                Stream.of("-cp", JARS + File.pathSeparator + entries(false)));
    }

    private static String entries(boolean jars) {
        return Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") == jars)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the options. Java goes on without an archive that does not suit it, and must not print that. */
    private static List<String> options() {
        boolean isBeingWritten = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-XX:DumpLoadedClassList"));
        if (isBeingWritten || !Files.exists(LOADED)) {
            return List.of();
        }
        try {
            // An archive of other jars would be of no use.
            Path archive = LOADED.resolveSibling("shared-classes-" + Integer.toHexString(
                    (JARS + Files.getLastModifiedTime(LOADED)).hashCode()) + ".jsa").toAbsolutePath();
            return Files.exists(archive) || isCreated(archive)
                    ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off", "-Xlog:aot*=off")
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isCreated(Path archive) throws IOException {
        Path fresh = archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
        Process dump = new ProcessBuilder(JavaProcess.JAVA, JavaProcess.NATIVE, "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + LOADED, "-XX:SharedArchiveFile=" + fresh, "-cp", JARS)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            boolean done = dump.waitFor() == 0 && Files.exists(fresh);
            if (done) {
                Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
            }
            return done;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
