package app.forecourt.stock;

/** What the dealer notes of a car for herself; AutoChat does not learn of it. */
public enum StockMark {
    NONE, SOLD, WITHDRAWN, ARCHIVED,
    /** Taken out of the list; kept, so that it can be brought back. */
    DELETED
}
