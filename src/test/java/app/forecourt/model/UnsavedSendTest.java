package app.forecourt.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.ListingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Test of a journal of a later version: nothing is sent or written, and the typed car stays in the window. */
class UnsavedSendTest extends AppModelFixture {
    private final List<JournalException.Reason> reported = new ArrayList<>();

    @BeforeEach
    void createNewerJournal() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = other.createStatement()) {
            statement.executeUpdate("PRAGMA application_id = 0x466f7265");
            statement.executeUpdate("PRAGMA user_version = 99");
        }
    }

    @Override
    void notRecorded(JournalException.Reason reason) {
        reported.add(reason);
    }

    @Test
    void laterVersionSendsAndWritesNothing() throws IOException {
        byte[] before = Files.readAllBytes(home.resolve("journal.db"));
        startModel();
        assertEquals(JournalState.Kind.NEWER, journalState.kind());
        typeCar();
        CarDraft typed = appModel.form().draft().get();
        for (int time = 1; time <= 2; time++) {
            int count = time;
            sendWorkflow.send();
            window.until("the report", () -> reported.size() == count && status() == ListingStatus.DRAFT);
        }
        assertEquals(Set.of(JournalException.Reason.NEWER), Set.copyOf(reported));
        assertEquals(0, newPosts());
        assertEquals(typed, appModel.form().draft().get());
        assertFalse(appModel.saveAll(), "the user is warned before the program is closed");
        openModel(Map.of());
        assertArrayEquals(before, Files.readAllBytes(home.resolve("journal.db")));
    }
}
