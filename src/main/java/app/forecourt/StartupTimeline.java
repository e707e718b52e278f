package app.forecourt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** When the start of the program reached what, for the log. */
public final class StartupTimeline {
    /** What is reached on the way, in this order. */
    enum Stage {
        /** Our first line runs; before it Java itself started. */
        MAIN,
        /** JavaFX runs. */
        TOOLKIT,
        /** No other program has this home, and all that needs no window is there. */
        MODELS,
        /** The window's parts are made. */
        WINDOW,
        /** The system has been asked to show it. */
        SHOWN,
        /** Its first frame has been drawn: the form can be typed into. */
        FRAME,
        /** The cars at hand are listed. */
        CARS
    }

    /** Place of the start in {@code /proc/self/stat} behind the name, in hundredths of a second (proc_pid_stat(5)). */
    private static final int STARTED = 19;

    private final Clock clock;
    private final Instant began;
    /** In milliseconds. */
    private final Map<Stage, Long> reached = new ConcurrentSkipListMap<>();

    /** @param began when the process did */
    StartupTimeline(Clock clock, Instant began) {
        this.clock = clock;
        this.began = began;
    }

    /** The start of this process. */
    public static StartupTimeline ofProcess() {
        Clock clock = Clock.systemUTC();
        return new StartupTimeline(clock, ageOnLinux().map(age -> clock.instant().minus(age))
                .or(() -> ProcessHandle.current().info().startInstant())
                .orElseGet(clock::instant));
    }

    /** To a hundredth of a second; what Java says there is a second off, since Linux tells its own start in seconds. */
    private static Optional<Duration> ageOnLinux() {
        try {
            String uptime = Files.readString(Path.of("/proc/uptime"));
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // The program's name comes before them, in brackets, and may have anything in it.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            long started = Long.parseLong(fields[STARTED]) * 10;
            long now = Math.round(Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * 1000);
            return Optional.of(Duration.ofMillis(now - started));
        } catch (IOException | RuntimeException elsewhere) {
            return Optional.empty();
        }
    }

    /** Notes that a stage is reached now; only the first time counts. */
    void reach(Stage stage) {
        reached.putIfAbsent(stage, Duration.between(began, clock.instant()).toMillis());
    }

    /** Milliseconds from the beginning of the process to each stage that was reached: {@code main 86, toolkit 242}. */
    @Override
    public String toString() {
        return reached.entrySet().stream()
                .map(stage -> stage.getKey().name().toLowerCase(Locale.ROOT) + " " + stage.getValue())
                .collect(Collectors.joining(", "));
    }
}
