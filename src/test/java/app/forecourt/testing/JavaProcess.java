package app.forecourt.testing;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that tests start in a second JVM: with the same Java and the class path of the tests. */
public final class JavaProcess {
    /** The options of the image, for a program that runs briefly. */
    public static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    private JavaProcess() {}

    /**
     * Returns the command line.
     *
     * @param options the options of Java
     * @param main the main class
     */
    public static List<String> command(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!options.contains(NATIVE)) {
            command.add(NATIVE);
        }
        command.addAll(options);
        // Surefire starts tests with a single jar that names the class path.
        command.addAll(List.of("-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Returns the options for the display and language of this test. */
    public static List<String> display() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--")).toList();
    }
}
