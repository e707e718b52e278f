package app.forecourt.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.ListingStatus;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Test of a journal that lasts only for this run: each submission needs a confirmation, and a refusal leaves no trace.
 */
class UnsavedSendTest extends AppModelFixture {
    private final List<JournalException.Reason> asked = new ArrayList<>();
    private boolean yes;

    @BeforeEach
    void createNewerJournal() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = other.createStatement()) {
            statement.executeUpdate("PRAGMA application_id = 0x466f7265");
            statement.executeUpdate("PRAGMA user_version = 99");
        }
    }

    @Override
    boolean answerUnrecordedSend(JournalException.Reason reason) {
        asked.add(reason);
        return yes;
    }

    @Test
    void eachSubmissionAsksFirst() {
        startModel();
        assertEquals(JournalState.Kind.NEWER, journalState.kind());
        typeCar();
        sendWorkflow.send();
        window.until("the question", () -> asked.size() == 1 && status() == ListingStatus.DRAFT);
        assertEquals(0, newPosts());
        yes = true;
        send();
        assertEquals(ListingStatus.SENT, status());
        appModel.cars().newCar();
        typeCar();
        type(CarField.INTERNAL_ID, "another");
        type(CarField.LICENSE_PLATE, "");
        type(CarField.VIN, "");
        send();
        assertEquals(List.of(JournalException.Reason.NEWER, JournalException.Reason.NEWER,
                JournalException.Reason.NEWER), asked);
        assertEquals(2, newPosts());
    }
}
