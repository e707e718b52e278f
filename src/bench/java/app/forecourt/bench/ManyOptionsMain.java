package app.forecourt.bench;

import app.forecourt.App;
import app.forecourt.EarlyStartup;
import app.forecourt.home.AppDirs;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.start.StartupTimeline;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Benchmark of the window with 2,000 options. Starts the program against an AutoChat on loopback with that many options
 * and enters a car by a script. Prints the time of a key in the search box until the layout is complete. Prints the
 * longest time for which the FX thread did not answer, polled every two milliseconds.
 *
 * <p>Must be started headless, as the window tests are. Needs the options of {@code packaging/build/options} that are
 * for Java itself, because they change the result. With Java's defaults there is a second compiler, and the pauses are
 * fewer and elsewhere. Runs in a process of its own, because it needs a sign-in in the environment.
 */
public final class ManyOptionsMain {
    private static final int OPTIONS = 2_000;
    /** Rounds of the script. The first ones are slow for other reasons and are printed separately. */
    private static final int ROUNDS = 6;

    private static final long BEAT_MILLIS = 2;
    private static final List<String> SOUGHT = List.of(
            "heated seats",
            "stoelverwarming",
            "Rückfahrkamera",
            "toit ouvrant panoramique",
            "navigaton",
            "abs",
            "lane keeping",
            "zzzz",
            "LED koplampen",
            "wheel 17");

    /**
     * Time for which the FX thread did not answer.
     *
     * @param millis elapsed time
     * @param worked CPU time of the thread in that period
     */
    private record Gap(double millis, double worked, String during) {}

    private final ConcurrentLinkedQueue<Gap> gaps = new ConcurrentLinkedQueue<>();
    private volatile String during = "";
    private final App app = new App();
    /** CPU time of the FX thread in CSS and layout since the last reset, in nanoseconds. */
    private long laidOut;

    private ManyOptionsMain() {}

    /** Starts the server and the program without arguments. With an argument, is the program. */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            serve();
        } else {
            new ManyOptionsMain().measure();
            System.exit(0);
        }
    }

    private static void serve() throws Exception {
        String options = options();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = (exchange.getRequestURI().getPath().endsWith("/options")
                            ? options
                            : "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-Dforecourt.home=" + Files.createTempDirectory("many-options"),
                "-Dforecourt.profile=staging",
                "-Dforecourt.secrets=run",
                "-Dforecourt.staging.url=" + address,
                "-Dforecourt.token.url=" + address + "/oauth/token",
                "-cp",
                System.getProperty("java.class.path"),
                ManyOptionsMain.class.getName(),
                "measure"));
        ProcessBuilder program = new ProcessBuilder(command).inheritIO();
        program.environment().putAll(Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", "secret"));
        int exit = program.start().waitFor();
        server.stop(0);
        System.exit(exit);
    }

    /** Returns the options of Practice, filled up with copies to the required number. */
    private static String options() throws IOException {
        String practice;
        try (var in = Objects.requireNonNull(
                ManyOptionsMain.class.getResourceAsStream("/app/forecourt/practice/options.json"))) {
            practice = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String[]> known = Pattern.compile("\"name\": \"([^\"]+)\", \"prettyName\": \"([^\"]+)\"")
                .matcher(practice)
                .results()
                .map(found -> new String[] {found.group(1), found.group(2)})
                .toList();
        return IntStream.range(0, OPTIONS)
                        .mapToObj(number -> {
                            String[] one = known.get(number % known.size());
                            int copy = number / known.size();
                            return "{\"name\": \"" + one[0] + (copy == 0 ? "" : "_v" + copy) + "\", \"prettyName\": \""
                                    + one[1]
                                    + (copy == 0 ? "" : " variant " + copy) + "\"}";
                        })
                        .reduce("[", (all, one) -> all + (all.length() > 1 ? "," : "") + one)
                + "]";
    }

    private void measure() throws Exception {
        SystemEnvironment environment = SystemEnvironment.ofProcess();
        App.useEarlyStartup(EarlyStartup.begin(AppDirs.of(environment), environment, StartupTimeline.ofProcess()));
        var shown = new CompletableFuture<Scene>();
        Platform.startup(() -> {
            var stage = new Stage();
            app.start(stage);
            shown.complete(stage.getScene());
        });
        Scene scene = shown.get();
        // A wide pane has two options in a row.
        until(() -> rows(scene) > OPTIONS / 2);
        onWindow(() -> {
            // Measured in pulse listeners: applying the CSS of the root restyles every node, a frame only the nodes
            // that need it.
            scene.addPreLayoutPulseListener(() -> laidOut -= worked());
            scene.addPostLayoutPulseListener(() -> laidOut += worked());
            return true;
        });
        System.out.println("rows in the list=" + onWindow(() -> rows(scene)));
        Thread.ofPlatform().daemon().start(this::beat);
        var warm = new ArrayList<double[]>();
        for (int round = 0; round < ROUNDS; round++) {
            gaps.clear();
            List<double[]> keys = enter(scene);
            if (round > 0) {
                warm.addAll(keys);
            }
            Gap longest = gaps.stream().max(Comparator.comparing(Gap::millis)).orElseThrow();
            Gap hardest = gaps.stream().max(Comparator.comparing(Gap::worked)).orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d keys; handled %s; laid out %s; longest gap %.1f ms (%s), of work %.1f ms (%s)%n",
                    round,
                    keys.size(),
                    told(keys, 0),
                    told(keys, 1),
                    longest.millis,
                    longest.during,
                    hardest.worked,
                    hardest.during);
        }
        System.out.printf(
                "but for the first: %d keys; handled %s; laid out %s%n", warm.size(), told(warm, 0), told(warm, 1));
        onWindow(() -> {
            app.stop();
            return true;
        });
    }

    private static String told(List<double[]> times, int which) {
        double[] sorted =
                times.stream().mapToDouble(time -> time[which]).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "median %.2f, p99 %.2f, longest %.2f ms",
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }

    /** Polls the FX thread for an answer. */
    private void beat() {
        long before = Long.MAX_VALUE;
        while (true) {
            long asked = System.nanoTime();
            try {
                long now = onWindow(ManyOptionsMain::worked);
                gaps.add(new Gap((System.nanoTime() - asked) / 1e6, (now - before) / 1e6, during));
                before = now;
                Thread.sleep(BEAT_MILLIS);
            } catch (Exception ended) {
                return;
            }
        }
    }

    /** Enters a car: its fields, options by search, the whole option list, a pasted list. */
    private List<double[]> enter(Scene scene) throws Exception {
        var times = new ArrayList<double[]>();
        during = "fields";
        press(scene, KeyCode.N, true);
        for (String field :
                List.of("licensePlate", "vin", "brand", "model", "version", "engineKw", "mileage", "salesPrice")) {
            for (char letter : "12345678".toCharArray()) {
                type(scene, field, letter);
            }
        }
        during = "search";
        for (String sought : SOUGHT) {
            for (char letter : sought.toCharArray()) {
                times.add(type(scene, "optionSearch", letter));
            }
            times.add(key(scene, "optionSearch", KeyCode.ENTER));
            times.add(key(scene, "optionSearch", KeyCode.ESCAPE));
        }
        during = "scrolling";
        ListView<?> list = (ListView<?>) scene.lookup("#options");
        for (int row = 0; row < OPTIONS; row += 15) {
            int at = row;
            onWindow(() -> {
                list.scrollTo(at);
                return true;
            });
            pause();
        }
        during = "pasting";
        paste(scene);
        during = "rest";
        pause();
        return times;
    }

    /** Returns the thread's CPU time, which does not advance while other programs use the processor. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Types a key. Returns its time, without and with the frames drawn until the next key. */
    private double[] type(Scene scene, String id, char letter) throws Exception {
        TextField field = (TextField) onWindow(() -> scene.lookup("#" + id));
        if (!onWindow(field::isFocused)) {
            onWindow(() -> {
                field.requestFocus();
                field.end();
                return true;
            });
            pause();
        }
        return taken(() -> field.insertText(field.getCaretPosition(), String.valueOf(letter)));
    }

    private double[] key(Scene scene, String id, KeyCode code) throws Exception {
        Node node = onWindow(() -> scene.lookup("#" + id));
        return taken(() ->
                Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private double[] taken(Runnable key) throws Exception {
        double handled = onWindow(() -> {
            laidOut = 0;
            long before = worked();
            key.run();
            return (worked() - before) / 1e6;
        });
        pause();
        return new double[] {handled, handled + onWindow(() -> laidOut / 1e6)};
    }

    private static void press(Scene scene, KeyCode code, boolean control) throws Exception {
        onWindow(() -> {
            Event.fireEvent(
                    scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
            return true;
        });
        pause();
    }

    private static void paste(Scene scene) throws Exception {
        String list;
        try (var in = Objects.requireNonNull(ManyOptionsMain.class.getResourceAsStream("/equipment/nl.txt"))) {
            list = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("=>.*", "");
        }
        onWindow(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, list)));
        Platform.runLater(() -> ((Button) scene.lookup("#pasteList")).fire());
        until(() -> dialog("#takePasted") instanceof Button take && !take.isDisabled());
        pause();
        Platform.runLater(() -> ((Button) Objects.requireNonNull(dialog("#takePasted"))).fire());
        until(() -> dialog("#takePasted") == null);
    }

    private static Node dialog(String selector) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the number of rows. The list appears after the window's first frame. */
    private static int rows(Scene scene) {
        return scene.lookup("#options") instanceof ListView<?> list
                ? list.getItems().size()
                : 0;
    }

    /** Waits as long as between two keys of a fast typist, so that frames are drawn. */
    private static void pause() throws InterruptedException {
        Thread.sleep(30);
    }

    private static void until(Supplier<Boolean> condition) throws Exception {
        while (!onWindow(condition)) {
            Thread.sleep(5);
        }
    }

    private static <T> T onWindow(Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get();
    }
}
