package app.forecourt.start;

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

/** The times at which the start of the program reached its stages, for the log. */
public final class StartupTimeline {
    /** The stages of a start, in their order. */
    public enum Stage {
        /** The main method runs; before this stage Java itself started. */
        MAIN,
        /** JavaFX runs. */
        TOOLKIT,
        /** This instance has claimed the home, and all services without a window exist. */
        MODELS,
        /** The parts of the window exist. */
        WINDOW,
        /** The system was asked to show the window. */
        SHOWN,
        /** The first frame was drawn, so that the user can type into the form. */
        FRAME,
        /** The stock list shows the cars of the journal. */
        CARS
    }

    /**
     * The index of the start time in {@code /proc/self/stat}, counted after the program's name. Its unit is a hundredth
     * of a second (proc_pid_stat(5)).
     */
    private static final int START_TIME_INDEX = 19;

    private final Clock clock;
    private final Instant began;
    /** Milliseconds since the start of the process, by stage. */
    private final Map<Stage, Long> reached = new ConcurrentSkipListMap<>();

    /** @param began start time of the process */
    StartupTimeline(Clock clock, Instant began) {
        this.clock = clock;
        this.began = began;
    }

    /** Creates the timeline of this process. */
    public static StartupTimeline ofProcess() {
        Clock clock = Clock.systemUTC();
        return new StartupTimeline(
                clock,
                ageOnLinux()
                        .map(age -> clock.instant().minus(age))
                        .or(() -> ProcessHandle.current().info().startInstant())
                        .orElseGet(clock::instant));
    }

    /**
     * Returns the age of this process to a hundredth of a second; empty on other systems than Linux. Java's own value
     * is up to a second wrong, because Linux reports its boot time in whole seconds.
     */
    private static Optional<Duration> ageOnLinux() {
        // Wine shows /proc of the computer, in which the process itself is Wine's server.
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        try {
            String uptime = Files.readString(Path.of("/proc/uptime"));
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // The program's name comes before the fields, in brackets, and may contain any character.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            long startMillis = Long.parseLong(fields[START_TIME_INDEX]) * 10;
            long uptimeMillis = Math.round(Double.parseDouble(uptime.split(" ", -1)[0]) * 1000);
            return Optional.of(Duration.ofMillis(uptimeMillis - startMillis));
        } catch (IOException | RuntimeException elsewhere) {
            return Optional.empty();
        }
    }

    /** Records that a stage is reached now. Only the first call for a stage counts. */
    public void reach(Stage stage) {
        reached.putIfAbsent(stage, Duration.between(began, clock.instant()).toMillis());
    }

    /**
     * Returns the reached stages with the milliseconds since the start of the process: {@code main 86, toolkit 242}.
     */
    @Override
    public String toString() {
        return reached.entrySet().stream()
                .map(stage -> stage.getKey().name().toLowerCase(Locale.ROOT) + " " + stage.getValue())
                .collect(Collectors.joining(", "));
    }
}
