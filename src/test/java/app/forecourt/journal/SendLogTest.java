package app.forecourt.journal;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the log of departed submissions, which is kept outside the data folder. */
class SendLogTest {
    private static final String PAYLOAD = """
            {"brand":"bmw","vin":"WBA","internalId":"7","dealershipId":"d-1","description":"nice","tradePrice":900}""";

    @TempDir
    Path root;

    private final SettableClock clock = new SettableClock();
    private SendLog log;

    private List<Path> places() {
        return List.of(
                root.resolve("state").resolve("one.sent"), root.resolve("tmp").resolve("one.sent"));
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
                        CarDraft.of(Map.of(CarField.DESCRIPTION, "nice"), List.of()),
                        PAYLOAD,
                        clock.instant())
                .asSending(clock.instant());
    }

    private String logText() throws IOException {
        return Files.readString(places().getFirst());
    }

    @Test
    void idIsKeptAndFileIsPrivate() throws IOException {
        String id = log.open();
        assertEquals(id, reopened().open());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(places().getFirst())));
        assertFalse(Files.exists(places().getLast()), "one place is enough");
    }

    @Test
    void savedSubmissionIsLoggedByIdAlone() throws IOException {
        Submission left = leavingSubmission(STAGING);
        log.logSending(left, true);
        assertEquals(Map.of(left.id(), 1), reopened().tries());
        assertEmpty(reopened().unsaved());
        assertFalse(logText().contains("bmw"));
    }

    @Test
    void unsavedSubmissionIsLoggedWithItsKeys() throws IOException {
        Submission left = leavingSubmission(PRODUCTION);
        log.logSending(left, false);
        Submission noted = reopened().unsaved().getFirst();
        assertEquals(left.id(), noted.id());
        assertEquals(left.car(), noted.car());
        assertEquals(PRODUCTION, noted.profile());
        assertEquals("https://a", noted.address());
        assertEquals(left.requestedAt(), noted.requestedAt());
        assertEquals(
                "{\"brand\":\"bmw\",\"vin\":\"WBA\",\"internalId\":\"7\",\"dealershipId\":\"d-1\"}", noted.payload());
        // Random ids may contain the price's digits.
        String text = logText().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
        assertFalse(text.contains("nice") || text.contains("900"), text);
    }

    @Test
    void submissionThatCantHaveArrivedIsRemoved() throws IOException {
        Submission waits = leavingSubmission(STAGING);
        Submission refused = leavingSubmission(STAGING);
        Submission accepted = leavingSubmission(STAGING);
        List.of(waits, refused, accepted).forEach(submission -> log.logSending(submission, false));
        SendOutcome notSent = new SendOutcome.NotSent(FailureCause.UNREACHABLE);
        log.update(waits.asWaiting(clock.instant(), notSent, clock.instant()), false);
        log.update(refused.withOutcome(clock.instant(), notSent), false);
        log.update(accepted.withOutcome(clock.instant(), JournalFixture.ACCEPTED), false);
        assertEquals(
                List.of(accepted.id()),
                reopened().unsaved().stream().map(Submission::id).toList());
        log.update(accepted.withOutcome(clock.instant(), JournalFixture.ACCEPTED), true);
        assertEquals(List.of(), reopened().unsaved(), "the journal has it");
        assertFalse(logText().contains("bmw"));
    }

    @Test
    void unsavedSubmissionOfThisRunStaysWhole() {
        Submission left = leavingSubmission(STAGING);
        log.logSending(left, false);
        log.open();
        assertEquals(List.of(left), log.unsaved());
        assertEquals(
                SendLogEntry.NOT_KEPT, reopened().unsaved().getFirst().outcome().orElseThrow());
    }

    @Test
    void stoppedSubmissionCountsAsSent() {
        Submission waiting =
                Submission.of(UUID.randomUUID(), STAGING, "https://a", CarDraft.EMPTY, PAYLOAD, clock.instant());
        log.update(waiting.withOutcome(clock.instant(), new SendOutcome.NotSent(FailureCause.STOPPED)), true);
        assertEquals(Map.of(waiting.id(), 1), reopened().tries());
    }

    @Test
    void idsAreKeptThreeDaysAndCarsLonger() {
        log.logSending(leavingSubmission(STAGING), true);
        log.logSending(leavingSubmission(STAGING), false);
        clock.advance(Duration.ofDays(4));
        log.logSending(leavingSubmission(STAGING), true);
        assertEquals(2, reopened().tries().size());
        assertEquals(1, reopened().unsaved().size());
    }

    @Test
    void practiceIsNotLogged() {
        log.logSending(leavingSubmission(PRACTICE), false);
        log.logSending(leavingSubmission(PRACTICE), true);
        assertEmpty(reopened().tries());
    }

    @Test
    void secondPlaceIsUsedIfTheFirstIsReadOnly() throws IOException {
        delete(places().getFirst());
        Files.writeString(root.resolve("state"), "no directory");
        log = reopened();
        log.logSending(leavingSubmission(STAGING), false);
        Files.delete(root.resolve("state"));
        SendLog later = reopened();
        assertEquals(1, later.unsaved().size());
        later.removeCars(later.unsaved());
        assertEmpty(reopened().unsaved());
        assertFalse(Files.exists(places().getLast()), "the outdated log is deleted");
    }

    private static void delete(Path file) throws IOException {
        Files.delete(file);
        Files.delete(file.resolveSibling(""));
    }

    @Test
    void withoutPlaceNothingIsLogged() {
        SendLog none = new SendLog(List.of(), clock);
        assertEquals("", none.open());
        none.logSending(leavingSubmission(STAGING), false);
        none.update(leavingSubmission(STAGING), false);
    }

    @Test
    void unreadableFileIsReplaced() throws IOException {
        Files.writeString(places().getFirst(), "{\"id\":");
        log = reopened();
        log.logSending(leavingSubmission(STAGING), true);
        assertEquals(1, reopened().tries().size());
        try (Stream<Path> files = Files.list(root.resolve("state"))) {
            assertTrue(files.toList().equals(List.of(places().getFirst())), "no temporary file");
        }
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
        Files.writeString(places().getFirst(), json("{'id':'x','departures':[" + bad + "," + soundEntry() + "]}"));
        String id = log.open();
        assertNotEquals("x", id);
        assertEquals(Map.of(new UUID(1, 1), 2), log.tries(), "the readable one stays");
        assertEmpty(log.unsaved());
        assertEquals(id, reopened().open());
        assertEquals(Map.of(new UUID(1, 1), 2), reopened().tries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[1,2]", "{'id':'x'}", "{'id':'x','departures':7}", "{'id':'x','departures':[", "garbage"})
    void badFileGivesANewIdOnce(String text) throws IOException {
        Files.writeString(places().getFirst(), json(text));
        String id = log.open();
        assertNotEquals("x", id);
        assertFalse(id.isEmpty());
        assertEquals(id, reopened().open());
    }

    @Test
    void folderInThePlaceGivesNoId() throws IOException {
        Path file = places().getFirst();
        Files.delete(file);
        Files.createDirectories(file.resolve("inside"));
        for (int start = 0; start < 3; start++) {
            assertEquals("", new SendLog(List.of(file), clock).open());
        }
    }

    @Test
    void folderInTheFirstPlaceUsesTheNext() throws IOException {
        Files.delete(places().getFirst());
        Files.createDirectory(places().getFirst());
        String id = log.open();
        assertFalse(id.isEmpty());
        assertEquals(id, reopened().open());
        log.logSending(leavingSubmission(STAGING), true);
        assertEquals(1, reopened().tries().size());
        assertTrue(Files.isDirectory(places().getFirst()));
    }

    @Test
    void fullDiskUsesTheNextPlace() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "64k")) {
            Path small = root.resolve("disk").resolve("one.sent");
            disk.fill();
            assertEquals("", new SendLog(List.of(small), clock).open());
            SendLog two = new SendLog(List.of(small, places().getLast()), clock);
            String id = two.open();
            assertFalse(id.isEmpty());
            assertEquals(id, two.open());
            disk.freeSpace();
            two.logSending(leavingSubmission(STAGING), true);
            assertEquals(id, two.open());
            assertEquals(1, two.tries().size());
            assertFalse(Files.exists(places().getLast()), "there is one file");
        }
    }

    @Test
    void badEntryOnAFullDiskGivesANewIdOnce() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "64k")) {
            Path small = root.resolve("disk").resolve("one.sent");
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
