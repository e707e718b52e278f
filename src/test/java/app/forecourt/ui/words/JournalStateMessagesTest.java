package app.forecourt.ui.words;

import static app.forecourt.journal.JournalOpenState.Kind.DAMAGED;
import static app.forecourt.journal.JournalOpenState.Kind.SOUND;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.RecoveredCounts;
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
    private static final Messages MESSAGES = new Messages(Locale.UK, Clock.systemUTC());

    private static String message(Optional<RecoveredCounts> recovery, Messages messages) {
        return JournalStateMessages.of(
                        new JournalOpenState(DAMAGED, Optional.of(Path.of("journal.db.bad")), recovery), messages)
                .orElseThrow();
    }

    @Test
    void recoveryHasNumbers() {
        assertEquals("""
                The file of your cars was damaged. A new one has 1,996 cars and one submission: the last backup, and everything that was saved since.
                2 cars were waiting or on the way. Nothing of that is sent automatically; please check it first.
                The damaged file was moved aside unchanged: journal.db.bad""", message(Optional.of(new RecoveredCounts(1996, 1, 2)), MESSAGES));
    }

    @Test
    void unreadableFileHasPlainMessage() {
        assertStartsWith("The file of your cars was damaged. It was moved aside", message(Optional.empty(), MESSAGES));
        assertEmpty(JournalStateMessages.of(JournalOpenState.of(SOUND), MESSAGES));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasNumbers(Language language) {
        Messages messages = new Messages(language.locale(), Clock.systemUTC());
        String text = message(Optional.of(new RecoveredCounts(996, 795, 3)), messages);
        for (String number : List.of("996", "795", "3", "journal.db.bad")) {
            assertContains(number, text);
        }
    }
}
