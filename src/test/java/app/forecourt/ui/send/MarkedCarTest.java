package app.forecourt.ui.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Profile;
import app.forecourt.stock.StockMark;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The title of the banner of a marked car. */
class MarkedCarTest {
    private static String title(Optional<String> desk) {
        return new MarkedCar("Opel Corsa", StockMark.SOLD, desk, Profile.PRODUCTION, Optional.empty())
                .title(new Messages(Locale.UK, Clock.systemUTC()));
    }

    @Test
    void otherDeskIsNamed() {
        assertEquals("Opel Corsa is sold (Anna, desk 2)", title(Optional.of("Anna, desk 2")));
        assertEquals("Opel Corsa is sold", title(Optional.empty()));
    }
}
