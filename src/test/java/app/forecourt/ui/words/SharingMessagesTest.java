package app.forecourt.ui.words;

import static app.forecourt.testing.TextAssertions.assertEndsWith;

import app.forecourt.sharing.SyncStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The sentences about the status of the shared stock. */
class SharingMessagesTest {
    @Test
    void rowsThatAreTooLargeAreTold() {
        assertEndsWith(
                "150 rows of the shared stock are larger than 2 MB, and left out. "
                        + "Has somebody changed the tables by hand?",
                new SharingMessages(new Messages(Locale.UK, Clock.systemUTC()))
                        .sentence(new SyncStatus.Together(List.of(), Instant.EPOCH, 150)));
    }
}
