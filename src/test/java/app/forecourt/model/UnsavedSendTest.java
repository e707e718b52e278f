package app.forecourt.model;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.ListingStatus.DRAFT;
import static app.forecourt.stock.ListingStatus.SENT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.JournalState;
import app.forecourt.journal.SmallDisk;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.SubmissionState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests of a home that can't be written at the start: a question precedes each submission, a refusal leaves no trace,
 * and the outcomes are saved once the home can be written.
 */
class UnsavedSendTest extends AppModelFixture {
    private static final Map<String, String> CREDENTIALS =
            Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", "secret");

    private final List<JournalException.Reason> asked = new ArrayList<>();
    private boolean yes;
    private SmallDisk disk;

    @BeforeEach
    void mountDisk() throws Exception {
        disk = SmallDisk.mount(home.resolve("disk"), "4m");
        end();
        home.moveTo(Files.createDirectory(home.resolve("disk").resolve("home")));
        openModel(CREDENTIALS);
    }

    @Override
    @AfterEach
    public void close() {
        super.close();
        try {
            disk.close();
        } catch (Exception stillMounted) {
            throw new AssertionError(stillMounted);
        }
    }

    @Override
    boolean answerUnrecordedSend(JournalException.Reason reason) {
        asked.add(reason);
        return yes;
    }

    /** Sends two cars, after three questions. Returns the first one. */
    private UUID sendTwoCars(JournalException.Reason reason) {
        typeCar();
        sendWorkflow.send();
        window.until("the question", () -> asked.size() == 1 && status() == DRAFT);
        assertEquals(0, newPosts());
        assertEmpty(submissions());
        yes = true;
        send();
        assertEquals(SENT, status());
        UUID car = carId();
        newCar();
        typeCar();
        type(INTERNAL_ID, "another");
        send();
        assertEquals(Collections.nCopies(3, reason), asked);
        assertEquals(2, newPosts());
        openCar(car);
        assertEquals(SENT, status(), "it stays in memory");
        assertFalse(appModel.saveAll(), "the user is warned before the program is closed");
        return car;
    }

    private void assertSavedOnceWritable(UUID car) {
        window.until("the saving", () -> appModel.saveAll());
        window.until(
                "the list",
                () -> stock().all().stream().filter(row -> row.status() == SENT).count() == 2);
        var stored = journal.car(car).orElseThrow();
        assertEquals("12500", stored.draft().text(SALES_PRICE));
        assertEquals(SubmissionState.ACCEPTED, stored.submissions().getLast().state());
        assertEquals("12500", stored.submissions().getLast().draft().text(SALES_PRICE));
        openModel(CREDENTIALS);
        startModel();
        assertEquals(JournalState.Kind.SOUND, journalState.kind());
        window.until(
                "the list",
                () -> stock().all().stream().filter(row -> row.status() == SENT).count() == 2);
        assertEquals(0, newPosts());
    }

    @Test
    void fullDiskAsksBeforeEachSubmission() throws IOException {
        disk.fill();
        startModel();
        assertEquals(JournalState.Kind.FULL, journalState.kind());
        UUID car = sendTwoCars(JournalException.Reason.FULL);
        disk.freeSpace();
        assertSavedOnceWritable(car);
    }

    @Test
    void readOnlyHomeAsksBeforeEachSubmission() throws Exception {
        disk.makeReadOnly();
        startModel();
        assertEquals(JournalState.Kind.UNWRITABLE, journalState.kind());
        UUID car = sendTwoCars(JournalException.Reason.READ_ONLY);
        disk.makeWritable();
        assertSavedOnceWritable(car);
    }

    @Test
    void carThatIsNotSentIsADraftAsBefore() throws Exception {
        disk.makeReadOnly();
        startModel();
        typeCar();
        sendWorkflow.send();
        window.until("the question", () -> asked.size() == 1 && status() == DRAFT);
        disk.makeWritable();
        window.until("the saving", () -> appModel.saveAll());
        assertEmpty(submissions());
        send();
        assertEquals(SENT, status());
        assertTrue(asked.size() == 1 && newPosts() == 1);
    }
}
