package app.forecourt.bench;

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
import javafx.application.Platform;

/** The times for which the FX thread of a benchmark does not answer, polled all the time on a thread of its own. */
final class WindowGaps {
    private static final long BEAT_MILLIS = 2;
    private static final int LONG_MILLIS = 50;
    private static final int MOST_SHOWN = 5;

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

    void start() {
        Thread.ofPlatform().daemon().start(this::beat);
    }

    void stop() {
        ended = true;
    }

    @FunctionalInterface
    interface Phase {
        void run() throws Exception;
    }

    /** Runs a part of the benchmark, and prints the longest gaps meanwhile. */
    void phase(String name, Phase phase) throws Exception {
        gaps.clear();
        resetPeak();
        long collected = collected();
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
                "%s: %.1f s; longest gaps in ms (CPU time, moment) %s, %d above %d ms; p99 %.1f ms; %d ms in the collector%n",
                name,
                seconds,
                longest,
                tooLong,
                LONG_MILLIS,
                sorted.get(sorted.size() / 100).millis,
                collected() - collected);
    }

    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
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
        return !Files.isReadable(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(name))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
    }

    /** Runs an action on the FX thread and returns its result. */
    static <T> T onWindow(Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get();
    }
}
