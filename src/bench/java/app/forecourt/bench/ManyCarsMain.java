package app.forecourt.bench;

import app.forecourt.App;
import app.forecourt.EarlyStartup;
import app.forecourt.home.AppDirs;
import app.forecourt.journal.JournalFillMain;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.start.StartupTimeline;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Benchmark of the window with many cars and with few. Starts the whole program on a home of each kind in turn. Each
 * run has a process of its own. Prints medians in milliseconds. Must be started headless, as the window tests are.
 */
public final class ManyCarsMain {
    private static final int FEW = 20;
    private static final int MANY = 20_000;
    private static final int STARTS = 3;
    private static final int KEYS = 60;
    /** Number of first keys that are ignored, because class loading and compilation slow them down. */
    private static final int WARM = 20;
    /** Number of rows between two places of the list that are shown one after the other. */
    private static final int JUMP = 337;

    private static final String SEARCH = "golf seb-123";
    /** The time by which a wait for the window may be longer than measured. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(1);

    /** Time after all cars are shown in which the program connects to AutoChat. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final App app = new App();
    private final int cars;
    /** True once the first frame is drawn. Before that the user sees no window that could be slow. */
    private volatile boolean begun;
    /** True once the list shows cars. */
    private volatile boolean listed;

    private ManyCarsMain(int cars) {
        this.cars = cars;
    }

    /**
     * Compares both homes without arguments. With a number of cars, measures the home that {@code forecourt.home}
     * names.
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            compare();
        } else {
            new ManyCarsMain(Integer.parseInt(args[0])).measure();
            System.exit(0);
        }
    }

    private static void compare() throws Exception {
        Path homes = Files.createTempDirectory("many-cars");
        Map<String, Map<Integer, List<Double>>> all = new TreeMap<>();
        for (int cars : new int[] {FEW, MANY}) {
            Files.createDirectories(homes.resolve(String.valueOf(cars)));
            JournalFillMain.fill(cars, homes.resolve(String.valueOf(cars)).resolve("journal.db"));
        }
        for (int start = 0; start < STARTS; start++) {
            for (int cars : new int[] {FEW, MANY}) {
                for (String line : inItsOwnProcess(homes.resolve(String.valueOf(cars)), cars)) {
                    String[] told = line.split("=");
                    all.computeIfAbsent(told[0], _ -> new TreeMap<>())
                            .computeIfAbsent(cars, _ -> new ArrayList<>())
                            .add(Double.valueOf(told[1]));
                }
            }
        }
        System.out.printf("%-44s %10d %10d %8s%n", "median of " + STARTS + " starts", FEW, MANY, "ratio");
        all.forEach((what, of) -> {
            double few = median(of.get(FEW));
            double many = median(of.get(MANY));
            System.out.printf(Locale.ROOT, "%-44s %10.2f %10.2f %8.2f%n", what, few, many, many / few);
        });
    }

    private static List<String> inItsOwnProcess(Path home, int cars) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-Dforecourt.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                ManyCarsMain.class.getName(),
                String.valueOf(cars)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().filter(line -> line.contains("=")).toList();
        }
        if (process.waitFor() != 0) {
            throw new IOException("failed on " + home);
        }
        return lines;
    }

    private void measure() throws Exception {
        var filled = new CompletableFuture<Scene>();
        SystemEnvironment environment = SystemEnvironment.ofProcess();
        App.useEarlyStartup(EarlyStartup.begin(AppDirs.of(environment), environment, StartupTimeline.ofProcess()));
        Platform.startup(() -> start(filled));
        double longest = 0;
        double longestListed = 0;
        long end = Long.MAX_VALUE;
        while (System.nanoTime() < end) {
            if (filled.isDone() && end == Long.MAX_VALUE) {
                end = System.nanoTime() + AFTERWARDS.toNanos();
            }
            boolean wasBegun = begun;
            long asked = System.nanoTime();
            onWindow(() -> {});
            double waited = since(asked);
            longest = Math.max(longest, wasBegun ? waited : 0);
            longestListed = Math.max(longestListed, listed ? waited : 0);
            // Without a pause, both threads would occupy a core each with questions and answers.
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
        System.out.println("longest wait from first cars to all cars=" + longestListed);
        System.out.println("longest wait for the window meanwhile=" + longest);
        Scene scene = filled.get();
        onWindow(() -> {
            keys("search, one key", scene, field(scene, "stockSearch"), SEARCH);
            field(scene, "stockSearch").clear();
            sort(scene);
            scroll(scene);
            keys("typing, one key", scene, field(scene, "brand"), "volkswagen");
        });
        System.gc();
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        System.out.println("heap, MB=" + memory.getUsed() / 1e6);
        onWindow(app::stop);
    }

    private static void onWindow(Runnable action) throws Exception {
        CompletableFuture.runAsync(action, Platform::runLater).get();
    }

    private void start(CompletableFuture<Scene> filled) {
        var stage = new Stage();
        app.start(stage);
        Scene scene = stage.getScene();
        long[] frame = new long[1];
        boolean[] some = new boolean[1];
        scene.addPostLayoutPulseListener(() -> {
            if (frame[0] == 0) {
                frame[0] = System.nanoTime();
                // A snapshot is drawn after the frame.
                new Region()
                        .snapshot(
                                _ -> {
                                    begun = true;
                                    return null;
                                },
                                null,
                                null);
                System.out.println("start to first frame="
                        + (System.currentTimeMillis()
                                - ManagementFactory.getRuntimeMXBean().getStartTime()));
            }
            // The list appears after the first frame.
            int rows = scene.lookup("#stock") instanceof ListView<?> list
                    ? list.getItems().size()
                    : 0;
            if (!some[0] && rows > 0) {
                some[0] = true;
                listed = true;
                System.out.println("first frame to first cars=" + since(frame[0]));
            }
            // The list has a heading in addition to the cars.
            if (rows > cars && !filled.isDone()) {
                System.out.println("first frame to all cars=" + since(frame[0]));
                filled.complete(scene);
            }
        });
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Returns milliseconds of the thread's CPU time, which does not advance while other programs use the processor. */
    private static double worked(long before) {
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static TextInputControl field(Scene scene, String id) {
        return (TextInputControl) scene.lookup("#" + id);
    }

    /** Types the text repeatedly and measures each key until the whole window is laid out. */
    private static void keys(String what, Scene scene, TextInputControl field, String text) {
        Parent root = scene.getRoot();
        double[] handled = new double[KEYS];
        double[] laidOut = new double[KEYS];
        for (int key = 0; key < KEYS; key++) {
            int at = key % text.length();
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            field.setText(text.substring(0, at + 1));
            handled[key] = worked(before);
            root.applyCss();
            root.layout();
            laidOut[key] = worked(before);
        }
        tell(what + ", handled", handled);
        tell(what + ", laid out", laidOut);
    }

    /** Chooses each order in turn and measures until the whole window is laid out. */
    private static void sort(Scene scene) {
        List<MenuItem> orders = ((MenuButton) scene.lookup("#stockOrder")).getItems();
        repeat("sort", scene, time -> orders.get((time + 1) % orders.size()).fire());
        orders.getFirst().fire();
    }

    /** Jumps through the list and measures until the rows there are laid out. */
    private static void scroll(Scene scene) {
        ListView<?> list = (ListView<?>) scene.lookup("#stock");
        repeat(
                "scroll",
                scene,
                time -> list.scrollTo(time * JUMP % list.getItems().size()));
        list.scrollTo(0);
    }

    private static void repeat(String what, Scene scene, IntConsumer action) {
        double[] laidOut = new double[KEYS];
        for (int time = 0; time < KEYS; time++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            action.accept(time);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            laidOut[time] = worked(before);
        }
        tell(what + ", laid out", laidOut);
    }

    private static void tell(String what, double[] times) {
        System.out.println(what + ", first=" + times[0]);
        List<Double> warm = Arrays.stream(times).skip(WARM).boxed().toList();
        System.out.println(what + ", median=" + median(warm));
        System.out.println(what + ", p95=" + warm.stream().sorted().toList().get(warm.size() * 95 / 100));
        System.out.println(
                what + ", worst=" + warm.stream().max(Double::compare).orElseThrow());
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
