package app.forecourt;

import static app.forecourt.stock.SubmissionState.ACCEPTED;
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
import app.forecourt.testing.JavaProcess;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the program, each in a process of its own. */
class MainTest {
    private static final List<String> HEADLESS = List.of(
            "-Dglass.platform=Monocle",
            "-Dmonocle.platform=NoPixels",
            "-Dheadless.geometry=1920x1200-32",
            "-Dprism.order=sw");

    private static final int TRAINING_FAILED = 4;

    @TempDir
    private Path home;

    @TempDir
    private Path trainingClasses;

    private record Result(int code, List<String> lines) {}

    private static Result resultOf(ProcessBuilder builder) throws Exception {
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.lines().toList());
    }

    private ProcessBuilder builder(List<String> options, String... arguments) {
        return builder(Main.class, options, arguments);
    }

    /** Returns a start of a program without a display. */
    private ProcessBuilder builder(Class<?> main, List<String> options, String... arguments) {
        List<String> all = new ArrayList<>(JavaProcess.BRIEF);
        all.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Duser.language=en", "-Dforecourt.home=" + home));
        all.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(JavaProcess.command(all, main, arguments)).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        return builder;
    }

    private static List<String> headless(String... more) {
        return Stream.concat(HEADLESS.stream(), Stream.of(more)).toList();
    }

    @Test
    @Needs(SystemFeature.LINUX_DESKTOP)
    void missingDisplayPrintsOneLineInTheLanguageOfTheArguments() throws Exception {
        assertEquals(
                new Result(2, List.of(new Messages(Locale.of("nl"), Clock.systemUTC()).get("start.nodisplay"))),
                resultOf(builder(List.of(), "-Duser.language=nl")));
    }

    @ProofTest
    @Needs(SystemFeature.LINUX_DESKTOP)
    void unreachableDisplayPrintsOneLine() throws Exception {
        ProcessBuilder builder = builder(List.of());
        builder.environment().put("DISPLAY", ":4242");
        Result result = resultOf(builder);
        assertEquals(2, result.code());
        assertEquals(1, result.lines().size(), "" + result.lines());
        assertTrue(result.lines().getFirst().startsWith("Forecourt can't open a window here"), "" + result.lines());
    }

    /** JavaFX prints a line of its own first. */
    @ProofTest
    @Needs(SystemFeature.LINUX_DESKTOP)
    void missingFontsPrintOneLine() throws Exception {
        Path config = Files.writeString(home.resolve("fonts.conf"), "<fontconfig><dir>" + home + "</dir></fontconfig>");
        ProcessBuilder builder = builder(HEADLESS);
        builder.environment().put("FONTCONFIG_FILE", config.toString());
        Result result = resultOf(builder);
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
        assertEquals(new Result(0, List.of("Forecourt source")), resultOf(builder(List.of(), "--version")));
        try (Stream<Path> files = Files.list(home)) {
            assertEmpty(files.toList());
        }
    }

    /** The launcher of the package passes all that follows the command to the program. */
    @ProofTest
    void propertyAmongArgumentsNamesDataFolder() throws Exception {
        Path other = home.resolve("other");
        Process process = builder(headless("-Dforecourt.profile=practice"), "-Dforecourt.home=" + other)
                .start();
        try {
            untilOpen(new AppDirs(other));
        } finally {
            process.destroy();
        }
    }

    /**
     * The first frame waits for the services, and each of the first classes takes 12 to 20 ms. A desk that shares
     * nothing needs none of the others. The services open without JavaFX, because it starts at the same time in another
     * thread.
     */
    @Test
    void servicesLoadNoUnneededClasses() throws Exception {
        Files.writeString(home.resolve("preferences.json"), "{\n  \"theme\" : \"dark\"\n}");
        Result result = resultOf(builder(HeadlessAppMain.class, List.of("-Xlog:class+load"), home.toString()));
        assertEquals(0, result.code());
        List<String> lines = result.lines();
        List<String> loaded = lines.subList(0, lines.indexOf("opened on PRACTICE"));
        for (String needed : List.of("PreferencesJsonParser", "app.forecourt.model.sharing.SharedStockModel ")) {
            assertTrue(loaded.stream().anyMatch(line -> line.contains(needed)), needed);
        }
        assertEmpty(loaded.stream()
                .filter(line -> Stream.of(
                                "databind.ObjectMapper",
                                "core.JsonFactory",
                                "StdDateFormat",
                                "TzdbZoneRulesProvider",
                                "javax.imageio",
                                "com.sun.jna",
                                " org.postgresql.",
                                "app.forecourt.sharing.SyncLoop",
                                "app.forecourt.sharing.SyncEngine",
                                "app.forecourt.sharing.server.StockClient ",
                                "app.forecourt.sharing.SyncStateStore")
                        .anyMatch(line::contains))
                .toList());
    }

    /** Returns a start of the program with the class that uses it when packaging trains the cache. */
    private ProcessBuilder training(String... options) {
        List<String> all = new ArrayList<>(headless(options));
        all.add("-Djavafx.preloader=Training");
        ProcessBuilder builder = builder(all);
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

    @ProofTest
    void trainingRunSendsCarToPractice() throws Exception {
        assertEquals(new Result(0, List.of()), resultOf(training("-Dforecourt.profile=practice")));
        AppDirs dirs = new AppDirs(home);
        try (Journal journal = new Journal(dirs.journal(), dirs.backups(), List.of(), Clock.systemUTC())) {
            journal.open();
            StockRow car = journal.stock().getFirst();
            assertEquals(
                    List.of(ACCEPTED),
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

    @ProofTest
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
            assertEquals(TRAINING_FAILED, resultOf(builder).code());
            assertEmpty(staging.received());
        }
    }

    /** Waits for the first frame of a start. */
    private static void untilOpen(AppDirs dirs) throws Exception {
        LongWait.until("the start", () -> Files.exists(dirs.lock()) && Files.size(dirs.lock()) > 0);
    }

    @ProofTest
    void secondStartEndsSilently() throws Exception {
        Process first = builder(HEADLESS).start();
        try {
            AppDirs dirs = new AppDirs(home);
            untilOpen(dirs);
            assertEquals(new Result(0, List.of()), resultOf(builder(HEADLESS)));
            assertTrue(first.isAlive());
            // Simulates a first instance that hangs.
            Files.writeString(dirs.lock(), "");
            Files.writeString(dirs.preferences(), "{\"language\": \"nl\"}");
            assertEquals(
                    new Result(
                            3,
                            List.of(
                                    "Forecourt is al open voor deze gegevensmap, maar antwoordt niet. "
                                            + "Sluit het of beëindig het, en start het opnieuw.",
                                    "closed")),
                    resultOf(builder(headless("-Djavafx.preloader=" + MessageCloser.class.getName()))));
        } finally {
            first.destroyForcibly();
            first.waitFor();
        }
    }

    /** A signal, and the end of the user's session. Java can send none on Windows, where it kills. */
    @Test
    @Needs(SystemFeature.UNIX_PROGRAMS)
    void endFromOutsideClosesWindow() throws Exception {
        Process program = builder(HEADLESS).start();
        try {
            AppDirs dirs = new AppDirs(home);
            untilOpen(dirs);
            program.destroy();
            assertEquals(143, program.waitFor());
            assertTrue(Files.readString(dirs.preferences()).contains("\"window\""));
        } finally {
            program.destroyForcibly();
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
    @Needs(SystemFeature.LINUX_DESKTOP)
    void unencodableHomeIsRefused() throws Exception {
        ProcessBuilder builder = builder(headless("-Dforecourt.home=", "-Djava.io.tmpdir=" + home));
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
            assertTrue(line.contains("(ANSI_X3.4-1968)") && line.contains("-Dforecourt.home="), line);
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
