package app.forecourt.model.stock;

import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StockRow;

/** Groups of the stock list, in order. */
public enum StockGroup {
    NEEDS_LOOK,
    UNDER_WAY,
    DRAFTS,
    SENT;

    static StockGroup of(StockRow row, SendingStatus status) {
        return switch (status) {
            case SENDING, WAITING -> UNDER_WAY;
            case UNKNOWN -> NEEDS_LOOK;
            case SENT -> SENT;
            case DRAFT -> row.needsAttention() ? NEEDS_LOOK : DRAFTS;
        };
    }
}
