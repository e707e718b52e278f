package app.forecourt.ui.words;

import static app.forecourt.journal.JournalState.Kind.DAMAGED;
import static app.forecourt.journal.JournalState.Kind.SOUND;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.JournalState;
import app.forecourt.journal.RecoveryResult;
import app.forecourt.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The message about a damaged journal file, with the numbers of recovered cars and submissions. */
class JournalStateMessagesTest {
    private static String message(RecoveryResult recovery, Locale locale) {
        return JournalStateMessages.of(
                        new JournalState(DAMAGED, Optional.of(Path.of("journal.db.bad")), Optional.of(recovery)),
                        new Messages(locale, Clock.systemUTC()))
                .orElseThrow();
    }

    @Test
    void recoveryHasNumbers() {
        assertEquals("""
                The file of your cars was damaged. A new one has 1,996 cars and one submission: the last backup, and everything that was saved since.
                2 cars were waiting or on the way. Nothing of that is sent automatically; please check it first.
                The damaged file was moved aside unchanged: journal.db.bad""", message(new RecoveryResult(1996, 1, 2), Locale.UK));
    }

    @Test
    void unreadableFileHasPlainMessage() {
        String text = JournalStateMessages.of(
                        new JournalState(DAMAGED, Optional.of(Path.of("journal.db.bad")), Optional.empty()),
                        new Messages(Locale.UK, Clock.systemUTC()))
                .orElseThrow();
        assertTrue(text.startsWith("The file of your cars was damaged. It was moved aside"), text);
        assertEmpty(JournalStateMessages.of(JournalState.of(SOUND), new Messages(Locale.UK, Clock.systemUTC())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasNumbers(Language language) {
        String text = message(new RecoveryResult(996, 795, 3), language.locale());
        for (String number : List.of("996", "795", "3", "journal.db.bad")) {
            assertTrue(text.contains(number), text);
        }
    }
}
