package app.forecourt.ui.words;

import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.server.ServerAddressParser.Problem;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.text.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sentences about the shared stock: its status, and its faults. */
class SharingMessagesTest {
    private static SharingMessages messages(Locale locale) {
        return new SharingMessages(new Messages(locale, Clock.systemUTC()));
    }

    private static void assertAllDiffer(Stream<String> sentences) {
        Set<String> seen = new HashSet<>();
        sentences.forEach(sentence -> {
            assertFalse(sentence.contains("{") || sentence.contains("''"), sentence);
            assertTrue(seen.add(sentence), sentence);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasItsSentence(Language language) {
        SharingMessages messages = messages(Locale.of(language.code()));
        assertAllDiffer(Stream.of(ServerFailure.values()).map(messages::sentence));
        assertAllDiffer(Stream.of(Problem.values()).map(messages::sentence));
    }

    @Test
    void rowsThatAreTooLargeAreTold() {
        assertEndsWith(
                "150 rows of the shared stock are larger than 2 MB, and left out. "
                        + "Has somebody changed the tables by hand?",
                messages(Locale.UK).sentence(new SyncStatus.Together(List.of(), Instant.EPOCH, 150)));
    }
}
