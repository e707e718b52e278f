package app.forecourt.ui.stock;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.REJECTED;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.SampleRows;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line of a stock row with price, mileage and days. */
class StockDetailsFormatterTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static String text(Locale language, Map<CarField, String> texts, SubmissionSummary... submissions) {
        var messages = new Messages(language, Clock.fixed(NOW, ZoneId.systemDefault()));
        CarDraft draft = new CarDraft(texts, List.of());
        return new StockDetailsFormatter(messages).text(SampleRows.of(draft, NONE, NOW, submissions));
    }

    private static SubmissionSummary sent(SubmissionState state, Duration ago) {
        return SampleRows.summary(STAGING, state, NOW.minus(ago));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 17990 | 17490 | 2026-11-12 | € 17,490 · −500 since 12 Nov
            nl | 17990 | 18490 | 2026-11-12 | € 18.490 · +500 sinds 12 nov
            de | 17990 | 17490 | 2025-11-12 | € 17.490 · −500 seit 12. Nov. 2025
            fr | 17990 | 17490 | 2026-11-12 | € 17 490 · −500 depuis le 12 nov.
            """)
    void lastPriceChangeIsShown(String language, String before, String after, String day, String line) {
        var messages = new Messages(
                Locale.of(language, language.equals("en") ? "GB" : ""), Clock.fixed(NOW, ZoneId.systemDefault()));
        var row = new StockRow(
                new UUID(0, 1),
                Map.of(),
                Map.of(SALES_PRICE, after),
                NONE,
                Optional.empty(),
                Optional.empty(),
                NOW,
                List.of(),
                new EarlierPrices(before, Optional.of(Instant.parse(day + "T12:00:00Z")), "", Optional.empty()));
        assertEquals(line, new StockDetailsFormatter(messages).text(row).replaceAll("[\\u00a0\\u202f]", " "));
        String arrow = line.contains("−") ? "↓" : "↑";
        assertEquals(
                line.substring(0, line.indexOf(" ·")) + " " + arrow,
                new StockDetailsFormatter(messages).parts(row).getFirst().replaceAll("[\\u00a0\\u202f]", " "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            en | 17990     | -   | 64300     | -  | € 17,990 · 64,300 km
            nl | 17.990,49 | EUR | 64.300 km | KM | € 17.990 · 64.300 km
            en | 17990     | CHF | 64300     | MI | CHF 17,990 · 64,300 mi
            de | €17990    | eur | -         | -  | € 17.990
            en | 17990     | €   | 64300     | -  | € 17,990 · 64,300 km
            en | $ 17990   | USD | 40.000 miles | MI | USD 17,990 · 40,000 mi
            en | -         | EUR | 12        | -  | 12 km
            en | much      | EUR | many      | KM | -
            en | 1e9       | EUR | 999999999999 | KM | -
            """)
    void priceAndMileageAreShownAsUnderstood(
            String language, String price, String currency, String mileage, String unit, String line) {
        Map<CarField, String> texts = new EnumMap<>(CarField.class);
        texts.put(SALES_PRICE, price == null ? "" : price);
        texts.put(CURRENCY, currency == null ? "" : currency);
        texts.put(MILEAGE, mileage == null ? "" : mileage);
        texts.put(MILEAGE_UNIT, unit == null ? "" : unit);
        assertEquals(line == null ? "" : line, text(Locale.of(language), texts));
    }

    @Test
    void daysCountFromTheFirstAcceptedSubmission() {
        assertEquals(
                "3 d",
                text(
                        Locale.UK,
                        Map.of(),
                        sent(REJECTED, Duration.ofDays(9)),
                        sent(ACCEPTED, Duration.ofDays(3)),
                        sent(ACCEPTED, Duration.ZERO)));
        assertEquals("", text(Locale.UK, Map.of(), sent(UNKNOWN, Duration.ofDays(3))));
    }

    @ParameterizedTest
    @CsvSource({"en, today, 1 d", "nl, vandaag, 1 d", "de, heute, 1 T", "fr, aujourd’hui, 1 j"})
    void firstDayIsNamed(String language, String today, String next) {
        assertEquals(today, text(Locale.of(language), Map.of(), sent(ACCEPTED, Duration.ZERO)));
        assertEquals(
                next,
                text(Locale.of(language), Map.of(), sent(ACCEPTED, Duration.ofDays(1)))
                        .replace('\u00a0', ' '));
    }

    @Test
    void clockSetBackGivesNoNegativeDays() {
        assertEquals("today", text(Locale.UK, Map.of(), sent(ACCEPTED, Duration.ofDays(-400))));
    }
}
