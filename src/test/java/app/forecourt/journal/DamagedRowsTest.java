package app.forecourt.journal;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.database.UnreadableRows;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of unreadable rows in a sound file: the row is skipped and stays unchanged, and all other rows are read. */
class DamagedRowsTest extends JournalFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE car SET mark = 'nonf' WHERE id = ?",
                "UPDATE car SET begun = 9223372036854775807 WHERE id = ?"
            })
    void unreadableCarIsSkippedAndUnchanged(String sql) throws Exception {
        UUID broken = saveCar();
        Submission sound = sendCar(journal);
        journal.saveEditPosition(new EditPosition(broken, "brand", 0));
        update(sql, broken);
        assertSound(open());
        assertEquals(List.of(sound.car()), ids(journal));
        assertEquals(
                List.of(sound.car()),
                journal.newest(200).stream().map(StockRow::id).toList());
        assertEmpty(journal.car(broken));
        assertEquals(new UnreadableRows(Set.of(broken.toString()), 1), journal.unreadableRows());
        saveCar(draft("opel", "2"));
        assertEquals(3, count("car"));
    }

    @Test
    void draftWithDamagedJsonIsSkipped() throws Exception {
        saveCar();
        UUID broken = saveCar(draft("unmistakable", ""));
        journal.close();
        String file = Files.readString(file(), StandardCharsets.ISO_8859_1);
        Files.writeString(file(), file.replace("{\"brand\":\"unm", "#\"brand\":\"unm"), StandardCharsets.ISO_8859_1);
        assertSound(open());
        assertEmpty(open().car(broken));
        assertEquals(new UnreadableRows(Set.of(broken.toString()), 1), open().unreadableRows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE attempt SET state = 'sentt' WHERE id = ?",
                "UPDATE attempt SET decision = 'nune' WHERE id = ?",
                "UPDATE attempt SET profile = 'stagingg' WHERE id = ?",
                "UPDATE attempt SET draft = '{' WHERE id = ?"
            })
    void unreadableSubmissionCountsAsDuplicate(String sql) throws Exception {
        String payload = "{\"vin\":\"WAVWGBFH3AN026569\"}";
        Submission broken = complete(submission(payload), ACCEPTED);
        update(sql, broken.id());
        assertEmpty(stored(journal, broken.car()).submissions());
        assertEquals(new UnreadableRows(Set.of(), 1), journal.unreadableRows());
        assertEmpty(journal.waitingSubmissions());
        Submission again = submission(payload);
        assertEquals(
                List.of(broken.id()),
                duplicates(journal, again).stream()
                        .map(DuplicateSubmission::submissionId)
                        .toList());
    }
}
