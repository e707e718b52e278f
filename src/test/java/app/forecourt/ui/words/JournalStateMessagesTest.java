package app.forecourt.ui.words;

import static app.forecourt.journal.JournalOpenState.Kind.DAMAGED;
import static app.forecourt.journal.JournalOpenState.Kind.SOUND;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.RecoveredCounts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The message about a damaged journal file, with the numbers of recovered cars and submissions. */
class JournalStateMessagesTest {
    private static final Messages MESSAGES = new Messages(Locale.UK, Clock.systemUTC());

    private static String message(Optional<RecoveredCounts> recovery) {
        return JournalStateMessages.of(
                        new JournalOpenState(DAMAGED, Optional.of(Path.of("journal.db.bad")), recovery), MESSAGES)
                .orElseThrow();
    }

    @Test
    void recoveryHasNumbers() {
        assertEquals("""
                The file of your cars was damaged. A new one has 1,996 cars and one submission: the last backup, and everything that was saved since.
                2 cars were waiting or on the way. Nothing of that is sent automatically; please check it first.
                The damaged file was moved aside unchanged: journal.db.bad""", message(Optional.of(new RecoveredCounts(1996, 1, 2))));
    }

    @Test
    void unreadableFileHasPlainMessage() {
        assertStartsWith("The file of your cars was damaged. It was moved aside", message(Optional.empty()));
        assertEmpty(JournalStateMessages.of(JournalOpenState.of(SOUND), MESSAGES));
    }
}
