package app.forecourt.proof;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that tests start beside themselves: the same Java, and all that the tests have. */
public final class JavaProcess {
    /** As the image starts it: it lives for moments. */
    public static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    private JavaProcess() {}

    /**
     * How it is started.
     *
     * @param options of Java
     * @param main what is started
     */
    public static List<String> command(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!options.contains(NATIVE)) {
            command.add(NATIVE);
        }
        command.addAll(options);
        // Surefire starts a test with one jar that names the rest.
        command.addAll(List.of("-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Options that give it the display and the language of this test. */
    public static List<String> display() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--")).toList();
    }
}
