package app.forecourt.bench;

import app.forecourt.App;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.home.AppDirs;
import app.forecourt.http.HttpClients;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.start.AppServices;
import app.forecourt.start.BackgroundStartup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/**
 * The program with its window, started by a benchmark. A thread polls the FX thread all the time, to measure for how
 * long it does not answer.
 */
final class MeasuredWindow implements AutoCloseable {
    private static final long BEAT_MILLIS = 2;
    /** The time between two keys of a fast typist, in which frames are drawn. */
    private static final long KEY_MILLIS = 30;

    private static final int LONG_MILLIS = 50;
    private static final int MOST_SHOWN = 5;

    final AppServices services;
    final Scene scene;
    private final App app = new App();
    private final List<Gap> gaps = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean ended;

    /**
     * A time for which the FX thread did not answer.
     *
     * @param millis elapsed time
     * @param worked CPU time of the thread since the answer before
     * @param asked the time at which it was asked
     */
    private record Gap(double millis, double worked, long asked) {}

    /** Starts the program and waits for its window. */
    MeasuredWindow() {
        SystemEnvironment environment = SystemEnvironment.ofProcess();
        services = AppServices.open(
                AppDirs.of(environment),
                environment,
                HttpClients.Timeouts.USUAL,
                new AppServices.Timing(System::nanoTime, TaskRunner.Scheduler.REAL_TIME));
        App.useBackgroundStartup(BackgroundStartup.of(services));
        var shown = new CompletableFuture<Scene>();
        Platform.startup(() -> {
            var stage = new Stage();
            app.start(stage);
            shown.complete(stage.getScene());
        });
        scene = shown.join();
        Thread.ofPlatform().daemon().start(this::beat);
    }

    @FunctionalInterface
    interface Phase {
        void run() throws Exception;
    }

    /** Runs a part of the benchmark, and prints the longest gaps meanwhile. */
    void phase(String name, Phase phase) throws Exception {
        gaps.clear();
        resetPeak();
        long begun = System.nanoTime();
        phase.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Gap> sorted = List.copyOf(gaps).stream()
                .sorted(Comparator.comparing(Gap::millis).reversed())
                .toList();
        String longest = sorted.stream()
                .limit(MOST_SHOWN)
                .map(gap -> String.format(
                        Locale.ROOT, "%.1f (%.1f, at %.1f s)", gap.millis, gap.worked, (gap.asked - begun) / 1e9))
                .collect(Collectors.joining(", "));
        long tooLong = sorted.stream().filter(gap -> gap.millis > LONG_MILLIS).count();
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s; longest gaps in ms (CPU time, moment) %s, %d above %d ms; p99 %.1f ms%n",
                name,
                seconds,
                longest,
                tooLong,
                LONG_MILLIS,
                sorted.get(sorted.size() / 100).millis);
    }

    /** Polls the FX thread for an answer. */
    private void beat() {
        long before = Long.MAX_VALUE;
        while (!ended) {
            long asked = System.nanoTime();
            try {
                long now = onWindow(MeasuredWindow::worked);
                gaps.add(new Gap((System.nanoTime() - asked) / 1e6, (now - before) / 1e6, asked));
                before = now;
                Thread.sleep(BEAT_MILLIS);
            } catch (Exception stopped) {
                return;
            }
        }
    }

    /** Returns the thread's CPU time, which does not advance while other programs use the processor. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Types texts into a field, and prints the CPU time of a key with the frames that it draws. */
    void type(String id, List<String> texts) throws Exception {
        var field = (TextInputControl) scene.lookup("#" + id);
        run(field::requestFocus);
        var times = new ArrayList<Double>();
        for (String text : texts) {
            run(field::clear);
            for (char letter : text.toCharArray()) {
                Thread.sleep(KEY_MILLIS);
                long before = onWindow(MeasuredWindow::worked);
                run(() -> field.appendText(String.valueOf(letter)));
                Thread.sleep(KEY_MILLIS);
                times.add((onWindow(MeasuredWindow::worked) - before) / 1e6);
            }
        }
        run(field::clear);
        Collections.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%d keys in %s: median %.2f ms, p95 %.2f ms, longest %.2f ms%n",
                times.size(),
                id,
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.getLast());
    }

    /** Jumps through a list from its beginning to its end. */
    void scroll(String id, int step) throws Exception {
        for (int row = 0; row < rows(id); row += step) {
            int next = row;
            run(() -> ((ListView<?>) scene.lookup("#" + id)).scrollTo(next));
            Thread.sleep(KEY_MILLIS);
        }
    }

    /** Returns the number of rows of a list; 0 before it appears. */
    int rows(String id) {
        return scene.lookup("#" + id) instanceof ListView<?> list
                ? list.getItems().size()
                : 0;
    }

    /** Waits until a condition holds on the FX thread. */
    void until(Supplier<Boolean> condition) throws Exception {
        while (!onWindow(condition)) {
            Thread.sleep(BEAT_MILLIS);
        }
    }

    /** Runs an action on the FX thread. */
    void run(Runnable action) throws Exception {
        CompletableFuture.runAsync(action, Platform::runLater).get();
    }

    private static <T> T onWindow(Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get();
    }

    /** Sets the peak of the resident memory to the present value, on Linux. */
    static void resetPeak() throws IOException {
        Path peak = Path.of("/proc/self/clear_refs");
        if (Files.isWritable(peak)) {
            Files.writeString(peak, "5");
        }
    }

    /** Returns a value of the process in megabytes, on Linux; 0 elsewhere. */
    static long resident(String name) throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.isReadable(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(name))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0);
    }

    @Override
    public void close() throws Exception {
        ended = true;
        run(app::stop);
    }
}
