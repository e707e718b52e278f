package app.forecourt.ui.stock;

import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionState;

/** The state of a car as its row shows it: a dot with a word. */
enum StockRowState {
    DRAFT, CORRECTING,
    /** AutoChat rejected the car. */
    REJECTED,
    /** The submission never reached AutoChat, and is not tried again by itself. */
    NOT_SENT, WAITING, SENDING, UNKNOWN, SENT;

    static StockRowState of(StockRow car) {
        return switch (car.status()) {
            case WAITING -> WAITING;
            case SENDING -> SENDING;
            case UNKNOWN -> UNKNOWN;
            case SENT -> SENT;
            case DRAFT -> car.failedSubmission()
                    .map(failed -> failed.state() == SubmissionState.REJECTED ? REJECTED : NOT_SENT)
                    .orElse(car.reopened().isPresent() ? CORRECTING : DRAFT);
        };
    }
}
