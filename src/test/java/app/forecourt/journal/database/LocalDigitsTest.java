package app.forecourt.journal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.Submission;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the journal on systems whose format of numbers has digits of its own. */
@Isolated("changes the format of all numbers")
class LocalDigitsTest extends JournalFixture {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @AfterEach
    void restoreFormat() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "ne-NP", "my-MM"})
    void carIsSavedAndSent(String locale) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag(locale));
        UUID car = saveCar(draft("bmw", "XD-99-13"));
        Submission sent = complete(submission(car), ACCEPTED);
        tick();
        save(car, draft("opel", "XD-99-13"));
        assertEquals(sent, onlySubmission(journal, car));
        assertEquals(1, journal.stock().size());
        openOther().restore(copyOf(journal));
    }
}
