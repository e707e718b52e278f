package app.forecourt;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.home.AppDirs;
import app.forecourt.home.NetworkDriveCheck;
import app.forecourt.journal.Journal;
import app.forecourt.practice.PracticeServer;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.JavaProcess;
import app.forecourt.testing.LongWait;
import app.forecourt.ui.words.Messages;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the program, each in a process of its own. */
class MainTest {
    private static final String[] HEADLESS = {
        "-Dglass.platform=Monocle",
        "-Dmonocle.platform=NoPixels",
        "-Dheadless.geometry=1920x1200-32",
        "-Dprism.order=sw"
    };

    private static final int TRAINING_FAILED = 4;

    @TempDir
    private Path home;

    @TempDir
    private Path trainingClasses;

    private record Result(int code, List<String> lines) {}

    private Result start(String display) throws Exception {
        return resultOf(process(display));
    }

    private static Result resultOf(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.lines().toList());
    }

    private Process process(String display, String... options) throws Exception {
        return process(display, List.of(options), List.of());
    }

    private Process process(String display, List<String> options, List<String> arguments) throws Exception {
        return process(Main.class, display, options, arguments);
    }

    private Process process(Class<?> main, String display, List<String> options, List<String> arguments)
            throws Exception {
        return builder(main, display, options, arguments).start();
    }

    private ProcessBuilder builder(Class<?> main, String display, List<String> options, List<String> arguments) {
        List<String> all = new ArrayList<>(JavaProcess.BRIEF);
        all.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Duser.language=en", "-Dforecourt.home=" + home));
        all.addAll(options);
        List<String> command = JavaProcess.command(all, main, arguments.toArray(String[]::new));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        if (display.isEmpty()) {
            builder.environment().remove("DISPLAY");
        } else {
            builder.environment().put("DISPLAY", display);
        }
        return builder;
    }

    @Tag("proof")
    @Test
    void missingDisplayPrintsOneLine() throws Exception {
        Result result = start("");
        assertEquals(2, result.code());
        assertEquals(
                List.of("Forecourt needs a screen: log in to a desktop, or set DISPLAY to one, and start it "
                        + "again."),
                result.lines());
    }

    @Test
    void languageAmongArgumentsIsThatOfTheMessages() throws Exception {
        assertEquals(
                List.of(new Messages(Locale.of("nl"), Clock.systemUTC()).get("start.nodisplay")),
                resultOf(process("", List.of(), List.of("-Duser.language=nl"))).lines());
    }

    @Tag("proof")
    @Test
    void unreachableDisplayPrintsOneLine() throws Exception {
        Result result = start(":4242");
        assertEquals(2, result.code());
        assertEquals(1, result.lines().size(), "" + result.lines());
        assertTrue(result.lines().getFirst().startsWith("Forecourt can't open a window here"), "" + result.lines());
    }

    /** JavaFX prints a line of its own first. */
    @Tag("proof")
    @Test
    @EnabledOnOs(OS.LINUX)
    void missingFontsPrintOneLine() throws Exception {
        Path config = Files.writeString(home.resolve("fonts.conf"), "<fontconfig><dir>" + home + "</dir></fontconfig>");
        ProcessBuilder builder = builder(Main.class, "", List.of(HEADLESS), List.of());
        builder.environment().put("FONTCONFIG_FILE", config.toString());
        Result result = resultOf(builder.start());
        assertEquals(2, result.code(), "" + result.lines());
        assertEquals(
                List.of("Forecourt needs fonts, and this computer has none: install a package of fonts, "
                        + "such as fonts-dejavu-core."),
                result.lines().stream()
                        .filter(line -> !line.startsWith("Error: JavaFX detected no fonts!"))
                        .toList());
    }

    @Test
    void versionNeedsNoDisplayAndNoFiles() throws Exception {
        assertEquals(
                new Result(0, List.of("Forecourt source")), resultOf(process("", List.of(), List.of("--version"))));
        try (Stream<Path> files = Files.list(home)) {
            assertEmpty(files.toList());
        }
    }

    /** The launcher of the package passes all that follows the command to the program. */
    @Tag("proof")
    @Test
    void propertyAmongArgumentsNamesDataFolder() throws Exception {
        Path other = home.resolve("other");
        List<String> options = new ArrayList<>(List.of(HEADLESS));
        options.add("-Dforecourt.profile=practice");
        Process process = process(":1", options, List.of("-Dforecourt.home=" + other));
        try {
            LongWait.until("the start", () -> Files.exists(other.resolve("instance")));
        } finally {
            process.destroy();
        }
    }

    /** The services must not depend on JavaFX, because JavaFX starts at the same time in another thread. */
    @Tag("proof")
    @Test
    void servicesOpenWithoutJavaFx() throws Exception {
        assertEquals(
                new Result(0, List.of("opened on PRACTICE")),
                resultOf(process(HeadlessAppMain.class, "", List.of(), List.of(home.toString()))));
    }

    /** The first frame waits for the services, and each of these classes takes 12 to 20 ms. */
    @Test
    void servicesLoadNoSlowClasses() throws Exception {
        Files.writeString(home.resolve("preferences.json"), "{\n  \"theme\" : \"dark\"\n}");
        List<String> lines = resultOf(
                        process(HeadlessAppMain.class, "", List.of("-Xlog:class+load"), List.of(home.toString())))
                .lines();
        List<String> loaded = lines.subList(0, lines.indexOf("opened on PRACTICE"));
        assertTrue(loaded.stream().anyMatch(line -> line.contains("PreferencesReader")));
        assertEmpty(loaded.stream()
                .filter(line -> Stream.of(
                                "databind.ObjectMapper",
                                "core.JsonFactory",
                                "StdDateFormat",
                                "TzdbZoneRulesProvider",
                                "javax.imageio")
                        .anyMatch(line::contains))
                .toList());
    }

    /** Returns a start of the program with the class that uses it when packaging trains the cache. */
    private ProcessBuilder training(String... options) {
        List<String> all = new ArrayList<>(List.of(HEADLESS));
        all.addAll(List.of(options));
        all.add("-Djavafx.preloader=Training");
        ProcessBuilder builder = builder(Main.class, "", all, List.of());
        int classPath = builder.command().indexOf("-cp") + 1;
        String classes = builder.command().get(classPath);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                classes,
                                "-d",
                                trainingClasses.toString(),
                                "packaging/build/Training.java"));
        builder.command().set(classPath, classes + File.pathSeparator + trainingClasses);
        return builder;
    }

    @Tag("proof")
    @Test
    void trainingRunSendsCarToPractice() throws Exception {
        assertEquals(
                new Result(0, List.of()),
                resultOf(training("-Dforecourt.profile=practice").start()));
        AppDirs dirs = new AppDirs(home);
        try (Journal journal = new Journal(dirs.journal(), dirs.backups(), List.of(), Clock.systemUTC())) {
            journal.open();
            StockRow car = journal.stock().getFirst();
            assertEquals(
                    List.of(SubmissionState.ACCEPTED),
                    journal.car(car.id()).orElseThrow().submissions().stream()
                            .map(Submission::state)
                            .toList());
        }
        String log = Files.readString(dirs.logs().resolve("forecourt.0.log"));
        assertFalse(log.contains("SEVERE"), log);
        assertTrue(
                Pattern.compile("Reached in ms: main \\d+, toolkit \\d+, models \\d+, window \\d+, shown \\d+, "
                                + "frame \\d+, cars \\d+")
                        .matcher(log)
                        .find(),
                log);
    }

    @Tag("proof")
    @Test
    void trainingRunSendsNothingToStaging() throws Exception {
        try (PracticeServer staging = PracticeServer.start()) {
            ProcessBuilder builder = training(
                    "-Dforecourt.profile=staging",
                    "-Dforecourt.secrets=run",
                    "-Dforecourt.staging.url=" + staging.address(),
                    "-Dforecourt.token.url=" + staging.tokenAddress());
            builder.environment()
                    .putAll(Map.of(
                            "FORECOURT_CLIENT_ID",
                            PracticeServer.CLIENT_ID,
                            "FORECOURT_CLIENT_SECRET",
                            PracticeServer.CLIENT_SECRET,
                            "FORECOURT_DEALERSHIP_ID",
                            PracticeServer.DEALERSHIP_ID));
            assertEquals(TRAINING_FAILED, resultOf(builder.start()).code());
            assertEmpty(staging.received());
        }
    }

    @Tag("proof")
    @Test
    void secondStartEndsSilently() throws Exception {
        Process first = process("", HEADLESS);
        try {
            AppDirs dirs = new AppDirs(home);
            Path socket = dirs.sockets().getFirst();
            LongWait.until("the start", () -> Files.exists(socket));
            assertEquals(new Result(0, List.of()), resultOf(process("", HEADLESS)));
            assertTrue(first.isAlive());
            // Simulates a first instance that hangs.
            Files.delete(socket);
            assertEquals(
                    new Result(3, List.of("Forecourt is already open for this data folder.")),
                    resultOf(process("", HEADLESS)));
        } finally {
            first.destroyForcibly();
            first.waitFor();
        }
    }

    @Test
    void homeOnNetworkDriveIsRefused() {
        Messages messages = new Messages(Locale.UK, Clock.systemUTC());
        AppDirs dirs = new AppDirs(home);
        assertEmpty(Main.refusal(dirs, new NetworkDriveCheck(_ -> "ext4"), () -> messages));
        String text = Main.refusal(dirs, new NetworkDriveCheck(_ -> "nfs4"), () -> messages)
                .orElseThrow();
        assertTrue(
                text.startsWith("Forecourt can't keep your cars in " + home + ":")
                        && text.contains("(nfs4)")
                        && text.contains("https://sqlite.org/wal.html"),
                text);
    }

    /** A shell starts the process, because Java can't pass a name that its own locale can't encode. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void unencodableHomeIsRefused() throws Exception {
        List<String> options = new ArrayList<>(List.of(HEADLESS));
        options.addAll(List.of("-Dforecourt.home=", "-Djava.io.tmpdir=" + home));
        ProcessBuilder builder = builder(Main.class, "", options, List.of());
        builder.command()
                .addAll(
                        0,
                        List.of(
                                "sh",
                                "-c",
                                "LC_ALL=C XDG_DATA_HOME=$(printf '%s/Ren\\303\\251' \"$0\") exec \"$@\"",
                                home.toString()));
        Process process = builder.start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            assertTrue(line.startsWith("Forecourt can't use the data folder, " + home + "/Ren"), line);
            assertTrue(line.contains("(ANSI_X3.4-1968)") && line.contains("LC_ALL=C.UTF-8"), line);
            try (Stream<Path> files = Files.list(home)) {
                assertEmpty(files.filter(file -> file.endsWith("logs")).toList());
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    @Test
    void onlyLinuxNeedsDisplay() {
        assertTrue(Main.lacksDisplay("Linux", null, null));
        assertTrue(Main.lacksDisplay("Linux", " ", ""));
        assertFalse(Main.lacksDisplay("Linux", ":0", null));
        assertFalse(Main.lacksDisplay("Linux", null, "Monocle"));
        assertFalse(Main.lacksDisplay("Windows 11", null, null));
    }
}
