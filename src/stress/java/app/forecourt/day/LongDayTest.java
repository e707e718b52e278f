package app.forecourt.day;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import app.forecourt.kill.KilledHome;
import app.forecourt.practice.PracticeServer;
import app.forecourt.proof.ProofTable;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.testing.StartedProgram;
import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Test of a very long day: profiles, languages and themes change, and servers fail in every way. At the end the program
 * holds no more resources than at the beginning. The status shown for each car is true. {@code -Dproof.day} sets the
 * number of cars; a robot types a tenth of them.
 */
@Tag("stress")
@Tag("proof")
class LongDayTest {
    private static final int CARS = Integer.getInteger("forecourt.proof.day", 20);
    /** Minimum number of cars for the heap check, because one-time caches outweigh leaks on a shorter day. */
    private static final int ENOUGH_FOR_GROWTH = 200;

    private static final double MOST_GROWTH = 1.2;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path home;

    @Test
    @Timeout(3_600)
    void longDayLeaksNothingAndStatusIsTrue() throws Exception {
        try (var servers = new DayServers(WindowTest.resource(PracticeServer.class, "options.json"))) {
            runDay(servers);
            DayReport told = DayReport.read(home);
            var table = new ProofTable();
            told.shown()
                    .forEach((number, statuses) -> statuses.forEach((profile, status) -> {
                        int taken = profile == Profile.PRACTICE
                                ? told.practice().getOrDefault(number, 0)
                                : servers.taken(profile, number);
                        table.add("cars shown as " + status, 1);
                        table.require(
                                status == SendingStatus.UNKNOWN
                                        || status == SendingStatus.SENT && taken > 0
                                        || status == SendingStatus.DRAFT && taken == 0,
                                number + " is shown as " + status + ", and " + profile + " took it " + taken
                                        + " times");
                        table.require(
                                taken <= CarSender.mostSendings(Integer.parseInt(number)),
                                profile + " took " + number + " unasked, " + taken + " times in all");
                    }));
            table.require(told.shown().size() == CARS, told.shown().size() + " cars are shown");
            table.put("heap when it had settled in, MB", told.early().heap() / MEGABYTE);
            table.put("heap at the end, MB", told.late().heap() / MEGABYTE);
            told.late()
                    .increase(told.early())
                    .forEach((name, count) -> table.require(false, count + " threads more of " + name));
            table.publish("long-day.txt");
            assertTrue(
                    CARS < ENOUGH_FOR_GROWTH || told.heapGrowth() <= MOST_GROWTH,
                    () -> "the heap grew to " + told.heapGrowth());
        }
    }

    private void runDay(DayServers servers) throws IOException {
        try (TestHome prepared = new TestHome(home, Clock.systemUTC())) {
            KilledHome.setUp(
                    prepared,
                    Profile.PRACTICE,
                    servers.url(Profile.STAGING, ""),
                    servers.url(Profile.PRODUCTION, ""),
                    servers.url(Profile.STAGING, "/oauth/token"));
        }
        // Soft references are cleared at once, so that they count neither early nor late.
        StartedProgram.startWithWindow(
                        home.resolve("errors.txt"),
                        List.of("-XX:SoftRefLRUPolicyMSPerMB=0"),
                        WindowDay.class,
                        home,
                        CARS)
                .end();
    }
}
