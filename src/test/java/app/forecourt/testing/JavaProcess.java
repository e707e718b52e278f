package app.forecourt.testing;

import app.forecourt.testing.system.SystemFeature;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs that tests start in a second JVM: with the same Java and the class path of the tests. */
public final class JavaProcess {
    /** The options of the image, and no checks of classes, for a program that runs briefly. */
    public static final List<String> BRIEF = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            // Under Wine Java warns of each thread.
            "-XX:-PrintWarnings",
            "-XX:-BytecodeVerificationRemote");

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String NATIVE = "--enable-native-access=ALL-UNNAMED";
    private static final Path NICE = Path.of("/usr/bin/nice");

    private JavaProcess() {}

    /**
     * Returns the command line.
     *
     * @param options the options of Java
     * @param main the main class
     */
    public static List<String> command(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(JAVA);
        if (!options.contains(NATIVE)) {
            command.add(NATIVE);
        }
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Returns the command line of a program that leaves the processor to the tests with a window, because those run one
     * after the other. It is changed only on a system with the command for that.
     */
    public static List<String> inBackground(List<String> command) {
        return SystemFeature.UNIX_PROGRAMS.isPresent() && Files.isExecutable(NICE)
                ? Stream.concat(Stream.of(NICE.toString(), "-n", "5"), command.stream())
                        .toList()
                : command;
    }

    /** Returns the options for the display and language of this test. */
    public static List<String> display() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--"))
                .toList();
    }
}
