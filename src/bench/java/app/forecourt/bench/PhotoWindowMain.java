package app.forecourt.bench;

import app.forecourt.App;
import app.forecourt.AppDirs;
import app.forecourt.AppServices;
import app.forecourt.EarlyStartup;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.http.HttpClients;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
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
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/**
 * Benchmark of the window while photos are prepared. Starts the program in Practice, types into a field all the time,
 * and adds the photos of a folder to the car, as {@link PhotoPrepareMain} draws them. Prints the longest times for which
 * the FX thread did not answer, polled every two milliseconds: before, meanwhile and afterwards. Prints the resident
 * memory on Linux.
 *
 * <p>Needs the options of {@code packaging/build/options} that are for Java itself.
 */
public final class PhotoWindowMain {
    private static final long BEAT_MILLIS = 2;
    private static final long KEY_MILLIS = 100;
    private static final long WARM_MILLIS = 8_000;
    private static final long REST_MILLIS = 15_000;
    private static final int LONG_MILLIS = 50;
    private static final int MOST_SHOWN = 5;

    private final List<Gap> gaps = Collections.synchronizedList(new ArrayList<>());
    private final AppServices services;
    private volatile boolean ended;

    /**
     * A time for which the FX thread did not answer.
     *
     * @param millis elapsed time
     * @param worked CPU time of the thread since the answer before
     * @param asked the time at which it was asked
     */
    private record Gap(double millis, double worked, long asked) {}

    private PhotoWindowMain() {
        SystemEnvironment environment = SystemEnvironment.ofProcess();
        services = AppServices.open(AppDirs.of(environment), environment, HttpClients.Timeouts.USUAL,
                new AppServices.Timing(System::nanoTime, TaskRunner.Scheduler.REAL_TIME));
    }

    /** @param args the folder with the photos */
    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> file.getFileName().toString().startsWith("photo-")).sorted().toList();
        }
        new PhotoWindowMain().measure(files);
        System.exit(0);
    }

    private void measure(List<Path> files) throws Exception {
        App.useEarlyStartup(EarlyStartup.of(services));
        var shown = new CompletableFuture<Scene>();
        var app = new App();
        Platform.startup(() -> {
            var stage = new Stage();
            app.start(stage);
            shown.complete(stage.getScene());
        });
        Scene scene = shown.get();
        Thread.sleep(WARM_MILLIS);
        Thread.ofPlatform().daemon().start(this::beat);
        Thread.ofPlatform().daemon().start(() -> type(scene));
        Thread.sleep(WARM_MILLIS);
        phase("at rest", () -> Thread.sleep(REST_MILLIS));
        long before = resident("VmRSS");
        phase(files.size() + " photos", () -> {
            onWindow(() -> {
                services.model().formPhotos().add(files);
                return true;
            });
            while (!onWindow(() -> services.model().photos().photos().values().stream()
                    .filter(photo -> photo.prepared().isPresent()).count() == files.size())) {
                Thread.sleep(BEAT_MILLIS);
            }
        });
        System.out.printf(Locale.ROOT, "resident: %d MB before, %d MB more at most%n", before / 1024,
                (resident("VmHWM") - before) / 1024);
        phase("at rest", () -> Thread.sleep(REST_MILLIS));
        ended = true;
        onWindow(() -> {
            app.stop();
            return true;
        });
    }

    @FunctionalInterface
    private interface Phase {
        void run() throws Exception;
    }

    private void phase(String name, Phase phase) throws Exception {
        gaps.clear();
        resetPeak();
        long collected = collected();
        long begun = System.nanoTime();
        phase.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Gap> sorted = List.copyOf(gaps).stream().sorted(Comparator.comparing(Gap::millis).reversed())
                .toList();
        String longest = sorted.stream().limit(MOST_SHOWN)
                .map(gap -> String.format(Locale.ROOT, "%.1f (%.1f, at %.1f s)", gap.millis,
                        gap.worked, (gap.asked - begun) / 1e9))
                .collect(Collectors.joining(", "));
        long tooLong = sorted.stream().filter(gap -> gap.millis > LONG_MILLIS).count();
        System.out.printf(Locale.ROOT,
                "%s: %.1f s; longest gaps in ms (CPU time, moment) %s, %d above %d ms; p99 %.1f ms; %d ms in the collector%n",
                name, seconds, longest, tooLong, LONG_MILLIS, sorted.get(sorted.size() / 100).millis,
                collected() - collected);
    }

    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    /** Polls the FX thread for an answer. */
    private void beat() {
        long before = Long.MAX_VALUE;
        while (!ended) {
            long asked = System.nanoTime();
            try {
                long now = onWindow(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                gaps.add(new Gap((System.nanoTime() - asked) / 1e6, (now - before) / 1e6, asked));
                before = now;
                Thread.sleep(BEAT_MILLIS);
            } catch (Exception stopped) {
                return;
            }
        }
    }

    /** Types into a field as a user does. */
    private void type(Scene scene) {
        var field = (TextInputControl) scene.lookup("#description");
        for (int key = 0; !ended; key++) {
            char letter = (char) ('a' + key % 26);
            try {
                onWindow(() -> {
                    if (field.getLength() > 200) {
                        field.clear();
                    }
                    field.appendText(String.valueOf(letter));
                    return true;
                });
                Thread.sleep(KEY_MILLIS);
            } catch (Exception stopped) {
                return;
            }
        }
    }

    /** Sets the peak of the resident memory to the present value, on Linux. */
    static void resetPeak() throws IOException {
        Path peak = Path.of("/proc/self/clear_refs");
        if (Files.isWritable(peak)) {
            Files.writeString(peak, "5");
        }
    }

    /** Returns a value of the process in kilobytes, on Linux; 0 elsewhere. */
    static long resident(String name) throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.isReadable(status) ? 0
                : Files.readAllLines(status).stream().filter(line -> line.startsWith(name))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }

    private static <T> T onWindow(Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get();
    }
}
