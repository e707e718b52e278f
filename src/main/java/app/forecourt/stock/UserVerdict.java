package app.forecourt.stock;

/** The user's verdict on a submission with an unknown outcome. */
public enum UserVerdict {
    NONE,
    /** The user has seen that the car is listed. */
    IT_IS_THERE,
    /** The user sends the car once more. */
    SENT_AGAIN
}
