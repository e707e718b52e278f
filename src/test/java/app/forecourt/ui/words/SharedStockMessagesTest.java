package app.forecourt.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.sharing.connection.ServerAddressParser.Problem;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.text.Language;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Test of the sentences about the shared stock. */
class SharedStockMessagesTest {
    private static SharedStockMessages messages(Locale locale) {
        return new SharedStockMessages(new Messages(locale, Clock.systemUTC()));
    }

    private static void assertAllDiffer(Stream<String> sentences) {
        Set<String> seen = new HashSet<>();
        sentences.forEach(sentence -> {
            assertFalse(sentence.contains("{") || sentence.contains("''"), sentence);
            assertEquals(true, seen.add(sentence), sentence);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasItsSentence(Language language) {
        SharedStockMessages messages = messages(Locale.of(language.code()));
        assertAllDiffer(Stream.of(ServerFailure.values()).map(messages::sentence));
        assertAllDiffer(Stream.of(Problem.values()).map(messages::sentence));
    }
}
