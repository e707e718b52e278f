package app.forecourt.ui.words;

import static app.forecourt.journal.JournalState.Kind.DAMAGED;
import static app.forecourt.journal.JournalState.Kind.SOUND;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.JournalState;
import app.forecourt.journal.salvage.SalvageResult;
import app.forecourt.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The message about a damaged journal file, with the numbers of recovered and lost cars and submissions. */
class JournalMessagesTest {
    private static String message(SalvageResult salvage, Locale locale) {
        return JournalMessages.of(
                        new JournalState(DAMAGED, Optional.of(Path.of("journal.db.bad")), Optional.of(salvage)),
                        new Messages(locale, Clock.systemUTC()))
                .orElseThrow();
    }

    @Test
    void countedLossHasNumbers() {
        assertEquals("""
                        The file of your cars was damaged. 1,996 cars and 1,795 submissions could be read and are in a new file.
                        4 cars and 5 submissions could not be read.
                        The damaged file was moved aside unchanged: journal.db.bad""", message(new SalvageResult(1996, 1795, 0, 4, 5, true, 0), Locale.UK));
    }

    @Test
    void uncertainLossIsReported() {
        List<String> more = message(new SalvageResult(9, 1, 1, 1, 0, false, 2), Locale.UK)
                .lines()
                .toList();
        assertEquals(
                "The file of your cars was damaged. 9 cars and one submission could be read and are in a"
                        + " new file.",
                more.get(0));
        assertEquals("Could not be read: one car, no submission, and perhaps more.", more.get(1));
        assertEquals("AutoChat's answer to one submission is lost.", more.get(2));
        assertEquals(
                "2 cars were waiting or on the way. Nothing of that is sent automatically; please check it" + " first.",
                more.get(3));
        assertEquals(
                "Some may be missing; how many is not known.",
                message(new SalvageResult(9, 1, 0, 0, 0, false, 0), Locale.UK)
                        .lines()
                        .toList()
                        .get(1));
    }

    @Test
    void noLossIsReported() {
        assertEquals(
                "No car and no submission is missing.",
                message(new SalvageResult(9, 1, 0, 0, 0, true, 0), Locale.UK)
                        .lines()
                        .toList()
                        .get(1));
    }

    @Test
    void unreadableFileHasPlainMessage() {
        String text = JournalMessages.of(
                        new JournalState(DAMAGED, Optional.of(Path.of("journal.db.bad")), Optional.empty()),
                        new Messages(Locale.UK, Clock.systemUTC()))
                .orElseThrow();
        assertTrue(text.startsWith("The file of your cars was damaged. It was moved aside"), text);
        assertEmpty(JournalMessages.of(JournalState.of(SOUND), new Messages(Locale.UK, Clock.systemUTC())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasNumbers(Language language) {
        String text = message(new SalvageResult(996, 795, 2, 14, 15, true, 3), language.locale());
        for (String number : List.of("996", "795", "14", "15", "2", "3", "journal.db.bad")) {
            assertTrue(text.contains(number), text);
        }
    }
}
