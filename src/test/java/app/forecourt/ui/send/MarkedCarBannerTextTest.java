package app.forecourt.ui.send;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.stock.SampleRows;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
import app.forecourt.text.Language;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The title of the banner of a marked car. */
class MarkedCarBannerTextTest {
    private static String title(Optional<String> desk) {
        return title(Language.ENGLISH, desk, List.of());
    }

    private static String title(Language language, Optional<String> desk, List<StaleAdvert> adverts) {
        return car(desk, adverts).title(new Messages(language.locale(), Clock.systemUTC()));
    }

    private static MarkedCarBannerText car(Optional<String> desk, List<StaleAdvert> adverts) {
        return new MarkedCarBannerText("Opel Corsa", SOLD, desk, PRODUCTION, adverts);
    }

    private static StaleAdvert advert(StaleAdvert.Reason reason, boolean takenOff) {
        var sent = new SubmissionSummary(
                UUID.randomUUID(),
                PRODUCTION,
                ACCEPTED,
                false,
                UserVerdict.NONE,
                Instant.EPOCH,
                Optional.empty(),
                takenOff ? Optional.of(Instant.EPOCH) : Optional.empty(),
                Map.of());
        return new StaleAdvert(
                SampleRows.of(CarDraft.EMPTY, SOLD, Instant.EPOCH, sent), sent, reason, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Opel Corsa is sold (Anna) · still at PRODUCTION",
        "DUTCH, Opel Corsa is verkocht (Anna) · nog op PRODUCTION",
        "GERMAN, Opel Corsa ist verkauft (Anna) · noch bei PRODUCTION",
        "FRENCH, Opel Corsa est vendue (Anna) · encore sur PRODUCTION"
    })
    void advertThatIsLeftIsNamed(Language language, String title) {
        assertEquals(title, title(language, Optional.of("Anna"), List.of(advert(StaleAdvert.Reason.SOLD, false))));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, still at PRODUCTION",
        "true, false, 1 of 2 taken off PRODUCTION",
        "false, true, 1 of 2 taken off PRODUCTION",
        "true, true, taken off PRODUCTION"
    })
    void eachAdvertIsCounted(boolean correctedIsOff, boolean soldIsOff, String state) {
        List<StaleAdvert> adverts = List.of(
                advert(StaleAdvert.Reason.CORRECTED, correctedIsOff), advert(StaleAdvert.Reason.SOLD, soldIsOff));
        assertEquals("Opel Corsa is sold · " + state, title(Language.ENGLISH, Optional.empty(), adverts));
        assertEquals(
                !(correctedIsOff && soldIsOff), car(Optional.empty(), adverts).isLeft());
    }

    @Test
    void otherDeskIsNamed() {
        assertEquals("Opel Corsa is sold (Anna, desk 2)", title(Optional.of("Anna, desk 2")));
        assertEquals("Opel Corsa is sold", title(Optional.empty()));
    }
}
