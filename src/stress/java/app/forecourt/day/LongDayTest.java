package app.forecourt.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.Journal;
import app.forecourt.journey.WindowTest;
import app.forecourt.practice.PracticeServer;
import app.forecourt.proof.ReportSection;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Test of a very long day: profiles, languages and themes change, and servers fail in every way. At the end the program
 * holds no more resources than at the beginning. The status shown for each car is true. {@code -Dproof.day} sets the
 * number of cars; a robot types a tenth of it in addition.
 */
@Tag("stress")
@Tag("report")
@Tag("proof")
class LongDayTest {
    private static final LongDay DAY = new LongDay(ReportSection.setting("seed", 20261125),
            (int) ReportSection.setting("day", 16));
    /** Minimum number of cars for the heap check, because one-time caches outweigh leaks on a shorter day. */
    private static final int ENOUGH_FOR_GROWTH = 200;
    private static final double MOST_GROWTH = 1.2;
    /** Maximum time without an answer of the FX thread. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(10);
    private static final int MINUTES = 20;

    @TempDir
    Path home;

    @Test
    void longDayLeaksNothingAndStatusIsTrue() throws Exception {
        long begun = System.nanoTime();
        try (var servers = new DayServers(DAY, WindowTest.resource(PracticeServer.class, "options.json"))) {
            runDay(servers);
            DayReport told = DayReport.read(home);
            try (Journal journal = new Journal(home.resolve("journal.db"), home.resolve("copies"),
                    Clock.systemUTC())) {
                journal.open();
                var found = new Reconciliation(DAY, journal, servers, told);
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                List<String> report = report(told, found, servers, took);
                ReportSection.write(25, "long-day", report);
                System.out.println(String.join("\n", report));
                assertEquals(List.of(), found.differences());
            }
            assertEquals(Map.of(), told.late().increase(told.early()), "threads that are still there");
            assertTrue(DAY.models() < ENOUGH_FOR_GROWTH || told.heapGrowth() <= MOST_GROWTH,
                    () -> "the heap grew to " + told.heapGrowth());
            told.gaps().forEach((during, gap) -> assertTrue(gap < LONGEST_GAP.toMillis(), during));
        }
    }

    private void runDay(DayServers servers) throws Exception {
        List<String> options = new ArrayList<>(JavaProcess.display());
        options.addAll(JavaProcess.BRIEF);
        // Soft references are cleared at once, so that they count neither early nor late.
        options.addAll(List.of("-XX:SoftRefLRUPolicyMSPerMB=0",
                "-Dforecourt.profile=practice", "-Dforecourt.secrets=run",
                "-Dforecourt.staging.url=" + servers.url(Profile.STAGING, ""),
                "-Dforecourt.production.url=" + servers.url(Profile.PRODUCTION, ""),
                "-Dforecourt.token.url=" + servers.url(Profile.STAGING, "/oauth/token")));
        List<String> command = JavaProcess.command(options, WindowDay.class, home.toString(),
                Long.toString(DAY.seed()), Integer.toString(DAY.models()));
        Path said = home.resolve("said.txt");
        var start = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        start.environment()
                .putAll(Map.of("FORECOURT_CLIENT_ID", "client", "FORECOURT_CLIENT_SECRET", "s3cr3t",
                        "FORECOURT_DEALERSHIP_ID", "dealer"));
        Process program = start.start();
        try {
            boolean ended = program.waitFor(MINUTES, TimeUnit.MINUTES);
            assertTrue(ended && program.exitValue() == 0, () -> output(said));
        } finally {
            program.destroyForcibly();
        }
    }

    private static String output(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static List<String> report(DayReport told, Reconciliation found, DayServers servers,
            Duration took) {
        List<String> lines = new ArrayList<>(List.of("## A long day", "",
                "Cars typed and sent in one run of the program, with other profiles, languages and themes in between "
                        + "and servers that fail in every way; seed " + DAY.seed()
                        + ". What is held is measured "
                        + "with an empty form in Practice and all cars answered and kept, once what nobody holds, or "
                        + "only softly, is gone.",
                "", ReportSection.row("what", "count"), ReportSection.row("---", "---"),
                ReportSection.row("cars typed by a robot's keys", DAY.typedCount()),
                ReportSection.row("cars put into the form's model", DAY.models()),
                ReportSection.row("cars the servers took, Practice among them", found.storedCars()),
                ReportSection.row("POSTs that staging and production received", servers.posts()),
                ReportSection.row("tokens they were asked for", servers.signIns())));
        for (SubmissionState state : SubmissionState.values()) {
            if (found.submissionCount(state) > 0) {
                lines.add(ReportSection.row("sendings that are " + state, found.submissionCount(state)));
            }
        }
        lines.addAll(List.of(
                ReportSection.row("cars of which journal, window and servers don't agree",
                        found.differences().size()),
                ReportSection.row("heap when it had settled in (after 20 cars, or half of fewer), MB",
                        megabytes(told.early().heap())),
                ReportSection.row("heap at the end, MB", megabytes(told.late().heap())),
                ReportSection.row("so many times as much", "%.3f".formatted(told.heapGrowth())),
                ReportSection.row("threads when it had settled in, virtual ones too, idle pools aside",
                        told.early().count()),
                ReportSection.row("threads at the end", told.late().count()),
                ReportSection.row("threads there are more of, by name", told.late().increase(told.early()))));
        told.gaps().forEach((during, gap) -> lines.add(ReportSection.row(
                "milliseconds that the window's thread did not answer at most, while " + during, gap)));
        lines.add(ReportSection.row("seconds", took.toSeconds()));
        return lines;
    }

    private static String megabytes(long bytes) {
        return "%.1f".formatted(bytes / (double) (1 << 20));
    }
}
