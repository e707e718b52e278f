package app.forecourt.ui.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.SampleRows;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Titles of two cars that are compared. */
class ComparisonTitlesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private final Messages messages = new Messages(Locale.UK, Clock.fixed(NOW, ZoneOffset.UTC));

    private static StockRow car(String plate, String number, Duration ago, SubmissionSummary... submissions) {
        return SampleRows.of(CarDraft.of(Map.of(BRAND, "Opel", MODEL, "Corsa",
                LICENSE_PLATE, plate, INTERNAL_ID, number), List.of()), StockMark.NONE,
                NOW.minus(ago), submissions);
    }

    private List<String> titles(StockRow car, StockRow other) {
        var titles = new ComparisonTitles(car, Optional.of(other),
                new CarNameFormatter(ProblemCases.CHECK.vocabulary()), messages);
        return List.of(titles.first(), titles.second());
    }

    @Test
    void differentPlatesNeedNothingElse() {
        assertEquals(List.of("Opel Corsa · R-759-BK", "Opel Corsa · XF-100-F"),
                titles(car("R-759-BK", "1", Duration.ZERO), car("XF-100-F", "2", Duration.ZERO)));
    }

    @Test
    void equalPlatesHaveTheStockNumber() {
        assertEquals(List.of("Opel Corsa · R-759-BK · 1", "Opel Corsa · R-759-BK · 2"),
                titles(car("R-759-BK", "1", Duration.ZERO), car("R-759-BK", "2", Duration.ZERO)));
    }

    @Test
    void equalNumbersHaveTheState() {
        var sent = new SubmissionSummary(UUID.randomUUID(), Profile.STAGING, SubmissionState.ACCEPTED, false,
                UserVerdict.NONE, NOW, Optional.empty(), Optional.empty(), Map.of());
        assertEquals(List.of("Opel Corsa · R-759-BK · Draft", "Opel Corsa · R-759-BK · Sent"),
                titles(car("R-759-BK", "1", Duration.ZERO), car("R-759-BK", "1", Duration.ZERO, sent)));
    }

    @Test
    void equalStatesHaveTheTimeOfCreation() {
        assertEquals(List.of("Opel Corsa · R-759-BK · Begun 12:00", "Opel Corsa · R-759-BK · Begun 11:00"),
                titles(car("R-759-BK", "", Duration.ZERO), car("R-759-BK", "", Duration.ofHours(1))));
    }
}
