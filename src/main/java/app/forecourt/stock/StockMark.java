package app.forecourt.stock;

/** A mark that the dealer gives a car. It is not sent to AutoChat. */
public enum StockMark {
    NONE,
    SOLD,
    WITHDRAWN,
    ARCHIVED,
    /** The car is hidden from the list, but kept so that it can be restored. */
    DELETED
}
