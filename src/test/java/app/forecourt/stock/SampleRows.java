package app.forecourt.stock;

import static app.forecourt.stock.StockMark.NONE;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of the stock list with one price only, for tests. */
public final class SampleRows {
    private SampleRows() {}

    /** Returns the row of a car that was never reopened. */
    public static StockRow of(CarDraft draft, StockMark mark, Instant createdAt, SubmissionSummary... submissions) {
        return of(draft, mark, Optional.empty(), Optional.empty(), createdAt, submissions);
    }

    /** Returns the row of a car. */
    public static StockRow of(
            CarDraft draft,
            StockMark mark,
            Optional<Instant> markedAt,
            Optional<Instant> reopened,
            Instant createdAt,
            SubmissionSummary... submissions) {
        return new StockRow(
                UUID.randomUUID(),
                StockRow.texts(draft),
                StockRow.details(draft),
                mark,
                markedAt,
                reopened,
                createdAt,
                List.of(submissions),
                EarlierPrices.NONE);
    }

    /** Returns the row of a car without a mark, with those fields and nothing else. */
    public static StockRow of(Map<CarField, String> texts) {
        return of(new CarDraft(texts, List.of()), NONE, Instant.EPOCH);
    }

    /** Returns a submission without a verdict of the user. */
    public static SubmissionSummary summary(Profile profile, SubmissionState state, Instant requestedAt) {
        return summary(profile, state, UserVerdict.NONE, requestedAt, Map.of());
    }

    /** Returns a submission of a car that was known by those texts. */
    public static SubmissionSummary summary(
            Profile profile,
            SubmissionState state,
            UserVerdict verdict,
            Instant requestedAt,
            Map<CarField, String> texts) {
        return new SubmissionSummary(
                UUID.randomUUID(),
                profile,
                state,
                false,
                verdict,
                requestedAt,
                Optional.empty(),
                Optional.empty(),
                texts);
    }
}
