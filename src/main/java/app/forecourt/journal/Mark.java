package app.forecourt.journal;

/** What the dealer notes of a car for herself; AutoChat does not learn of it. */
public enum Mark {
    NONE, SOLD, WITHDRAWN, ARCHIVED,
    /** Taken out of the list; kept, so that it can be brought back. */
    DELETED
}
