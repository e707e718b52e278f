package app.forecourt.journal;

import static app.forecourt.autochat.FailureCause.NOT_KEPT;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.file.FileModes.assertMode;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.forecourt.autochat.SendOutcome.Unknown;
import app.forecourt.car.CarDraft;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the log of departed submissions, which is kept outside the data folder. */
class SendLogTest {
    private static final String PAYLOAD = """
            {"brand":"bmw","vin":"WBA","internalId":"7","dealershipId":"d-1","description":"nice","tradePrice":900}""";

    private static final String UNSAVED_ENTRY =
            "{'attempt':'%s','tries':1,'at':7,'car':'%s','profile':'PRODUCTION','address':'https://a','begun':5,'known':{'brand':'bmw','vin':'WBA'}}"
                    .formatted(new UUID(2, 2), new UUID(3, 3));

    @TempDir
    Path root;

    private final SettableClock clock = new SettableClock();
    private SendLog log;

    private List<Path> places() {
        return List.of(root.resolve("state/one.sent"), root.resolve("tmp/one.sent"));
    }

    private Path first() {
        return places().getFirst();
    }

    @BeforeEach
    void open() {
        log = reopened();
    }

    private SendLog reopened() {
        SendLog opened = new SendLog(places(), clock);
        opened.open();
        return opened;
    }

    private Submission leavingSubmission(Profile profile) {
        return Submission.of(
                        UUID.randomUUID(),
                        profile,
                        "https://a",
                        new CarDraft(Map.of(DESCRIPTION, "nice"), List.of()),
                        PAYLOAD,
                        clock.instant())
                .asSending(clock.instant());
    }

    @Test
    void idIsKeptAndFileIsPrivate() throws IOException {
        String id = log.open();
        assertEquals(id, reopened().open());
        assertMode("rw-------", first());
        assertFalse(Files.exists(places().getLast()), "one place is enough");
    }

    @Test
    void departureHasTheKeysOfItsCar() throws IOException {
        Submission left = leavingSubmission(STAGING);
        log.putDeparture(left);
        SendLog next = reopened();
        assertEquals(Map.of(left.id(), left.tries()), next.tries());
        Submission known = next.departures().getFirst();
        assertEquals(left.id(), known.id());
        assertEquals(left.car(), known.car());
        assertEquals(STAGING, known.profile());
        assertEquals("https://a", known.address());
        assertEquals(left.requestedAt(), known.requestedAt());
        assertEquals(
                "{\"brand\":\"bmw\",\"vin\":\"WBA\",\"internalId\":\"7\",\"dealershipId\":\"d-1\"}", known.payload());
        assertEquals(new Unknown(NOT_KEPT, Optional.empty()), known.outcome().orElseThrow());
    }

    @Test
    void stoppedSubmissionIsNoDeparture() {
        Submission stopped = leavingSubmission(STAGING);
        log.putDeparture(stopped);
        log.putStop(stopped);
        assertEquals(Map.of(stopped.id(), stopped.tries() + 1), reopened().tries());
        assertEmpty(reopened().departures());
    }

    @Test
    void entriesOfEarlierVersionsAreRead() throws IOException {
        Files.writeString(first(), json("{'id':'x','departures':[" + UNSAVED_ENTRY + "," + soundEntry() + "]}"));
        assertEquals("x", log.open());
        assertEquals(2, log.tries().size());
        assertEquals(new UUID(3, 3), log.departures().getFirst().car());
    }

    @Test
    void departuresAreKeptThirtyDays() {
        Submission first = leavingSubmission(STAGING);
        log.putDeparture(first);
        clock.advanceDays(29);
        log.putDeparture(leavingSubmission(STAGING));
        assertEquals(2, reopened().departures().size());
        clock.advanceDays(2);
        log.putDeparture(leavingSubmission(STAGING));
        assertFalse(reopened().tries().containsKey(first.id()));
        assertEquals(2, reopened().departures().size());
    }

    @Test
    void practiceIsNotLogged() {
        log.putDeparture(leavingSubmission(PRACTICE));
        assertEmpty(reopened().tries());
    }

    @Test
    void secondPlaceIsUsedIfTheFirstIsReadOnly() throws IOException {
        Files.delete(first());
        Files.delete(root.resolve("state"));
        Files.writeString(root.resolve("state"), "no directory");
        log = reopened();
        log.putDeparture(leavingSubmission(STAGING));
        Files.delete(root.resolve("state"));
        SendLog later = reopened();
        assertEquals(1, later.tries().size());
        later.putDeparture(leavingSubmission(STAGING));
        assertEquals(2, reopened().tries().size());
        assertFalse(Files.exists(places().getLast()), "the outdated log is deleted");
    }

    private String soundEntry() {
        return "{'attempt':'%s','tries':2,'at':%s}"
                .formatted(new UUID(1, 1), clock.instant().toEpochMilli());
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "{}",
                "{'attempt':'bad','tries':1,'at':1}",
                "{'attempt':'ID','at':1}",
                "{'attempt':'1-1-1-1-1','tries':1,'at':1}",
                "{'attempt':'ID','tries':'1','at':1}",
                "{'attempt':'ID','tries':1}",
                "{'attempt':'ID','tries':1,'at':99999999999999999999}",
                "{'attempt':'ID','tries':1,'at':1,'known':{}}",
                "{'attempt':'ID','tries':1,'at':1,'car':'ID','profile':'STAGING','address':'a','begun':1}",
                "{'attempt':'ID','tries':1,'at':1,'car':'ID','profile':'STAGING','address':'a','begun':1,'known':7}",
                "{'attempt':'ID','tries':1,'at':1,'car':'ID','profile':'STAGING','address':'a','known':{}}",
                "{'attempt':'ID','tries':1,'at':1,'car':'ID','profile':'STAGING','begun':1,'known':{}}",
                "{'attempt':'ID','tries':1,'at':1,'car':'ID','profile':'MOON','address':'a','begun':1,'known':{}}",
                "{'attempt':'ID','tries':1,'at':1,'car':'7','profile':'STAGING','address':'a','begun':1,'known':{}}"
            })
    void badEntryGivesANewIdOnce(String entry) throws IOException {
        String bad = entry.replace("ID", new UUID(2, 2).toString());
        Files.writeString(first(), json("{'id':'x','departures':[" + bad + "," + soundEntry() + "]}"));
        String id = log.open();
        assertNotEquals("x", id);
        assertEquals(Map.of(new UUID(1, 1), 2), log.tries(), "the readable one stays");
        assertEmpty(log.departures());
        assertEquals(id, reopened().open());
        assertEquals(Map.of(new UUID(1, 1), 2), reopened().tries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[1,2]", "{'id':'x'}", "{'id':'x','departures':7}", "{'id':'x','departures':[", "garbage"})
    void badFileGivesANewIdOnce(String text) throws IOException {
        Files.writeString(first(), json(text));
        String id = log.open();
        assertNotEquals("x", id);
        assertFalse(id.isEmpty());
        assertEquals(id, reopened().open());
    }

    @Test
    void fullDiskUsesTheNextPlace() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "64k")) {
            Path small = root.resolve("disk/one.sent");
            disk.fill();
            assertEquals("", new SendLog(List.of(small), clock).open());
            SendLog two = new SendLog(List.of(small, places().getLast()), clock);
            String id = two.open();
            assertFalse(id.isEmpty());
            assertEquals(id, two.open());
            disk.freeSpace();
            two.putDeparture(leavingSubmission(STAGING));
            assertEquals(id, two.open());
            assertEquals(1, two.tries().size());
            assertFalse(Files.exists(places().getLast()), "there is one file");
        }
    }

    @Test
    void badEntryOnAFullDiskGivesANewIdOnce() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "64k")) {
            Path small = root.resolve("disk/one.sent");
            Files.writeString(small, json("{'id':'x','departures':[7," + soundEntry() + "]}"));
            disk.fill();
            SendLog one = new SendLog(List.of(small), clock);
            assertEquals("", one.open());
            assertEquals("", one.open());
            assertEquals(1, one.tries().size());
            SendLog two = new SendLog(List.of(small, places().getLast()), clock);
            String id = two.open();
            assertFalse(id.isEmpty() || id.equals("x"), id);
            assertEquals(id, two.open());
            assertEquals(1, two.tries().size());
        }
    }
}
