package app.forecourt.ui.stock;

import app.forecourt.settings.Profile;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The state of a car as its row shows it: a dot with a word. */
enum StockRowState {
    DRAFT,
    CORRECTING,
    /** AutoChat rejected the car. */
    REJECTED,
    /** The submission never reached AutoChat, and is not tried again by itself. */
    NOT_SENT,
    WAITING,
    SENDING,
    UNKNOWN,
    SENT;

    static StockRowState of(StockRow car) {
        return switch (car.status()) {
            case WAITING -> WAITING;
            case SENDING -> SENDING;
            case UNKNOWN -> UNKNOWN;
            case SENT -> SENT;
            case DRAFT ->
                car.failedSubmission()
                        .map(failed -> failed.state() == SubmissionState.REJECTED ? REJECTED : NOT_SENT)
                        .orElse(car.reopened().isPresent() ? CORRECTING : DRAFT);
        };
    }

    /** Returns the profiles of the submissions that caused the car's status, and so its dot. */
    static Set<Profile> profiles(StockRow car) {
        return car.submissions().stream()
                .filter(causesStatus(car))
                .map(SubmissionSummary::profile)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Profile.class)));
    }

    private static Predicate<SubmissionSummary> causesStatus(StockRow car) {
        return switch (car.status()) {
            case SENDING, WAITING -> submission -> submission.state().isUnderWay();
            case UNKNOWN -> SubmissionSummary::needsVerdict;
            case SENT -> SubmissionSummary::isAccepted;
            case DRAFT ->
                submission -> submission.isAccepted()
                        || car.failedSubmission().filter(submission::equals).isPresent();
        };
    }
}
