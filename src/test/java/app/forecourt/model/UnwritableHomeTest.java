package app.forecourt.model;

import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.SmallDisk;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.store.Autosave;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests of a home that can't be written at the start: nothing is sent, what was typed stays, and is saved and can be
 * sent once the home can be written.
 */
@Needs(SystemFeature.UNIX_PROGRAMS)
class UnwritableHomeTest extends AppModelFixture {

    private final List<JournalException.Reason> told = new ArrayList<>();
    private SmallDisk disk;

    @BeforeEach
    void mountDisk() throws Exception {
        disk = SmallDisk.mount(home.resolve("disk"), "4m");
        end();
        home.moveTo(Files.createDirectory(home.resolve("disk").resolve("home")));
        openModel(variables);
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
    void notRecorded(JournalException.Reason reason) {
        told.add(reason);
    }

    /** Types a car and tries to send it. Nothing may leave. Returns the car. */
    private UUID tryToSend(JournalException.Reason reason) {
        typeCar();
        sendWorkflow.send();
        window.until("the message", () -> told.size() == 1 && status() == DRAFT);
        assertEquals(List.of(reason), told);
        assertEquals(
                new Autosave.State.Failing(reason), cars().autosave().state().get());
        assertNewPosts(0);
        assertEmpty(submissions());
        assertFalse(flush(), "the user is warned before the program is closed");
        return carId();
    }

    private void assertSentOnceWritable(UUID car) {
        window.until("the saving", () -> flush());
        assertEquals("12500", storedText(car, SALES_PRICE));
        assertSentOnce();
        assertEquals(1, told.size());
    }

    @Test
    void fullDiskSendsNothing() throws IOException {
        disk.fill();
        startModel();
        assertEquals(JournalOpenState.Kind.FULL, journalState.kind());
        UUID car = tryToSend(JournalException.Reason.FULL);
        disk.freeSpace();
        assertSentOnceWritable(car);
    }

    @Test
    void readOnlyHomeSendsNothing() throws Exception {
        disk.makeReadOnly();
        startModel();
        assertEquals(JournalOpenState.Kind.UNWRITABLE, journalState.kind());
        UUID car = tryToSend(JournalException.Reason.READ_ONLY);
        disk.makeWritable();
        assertSentOnceWritable(car);
    }
}
