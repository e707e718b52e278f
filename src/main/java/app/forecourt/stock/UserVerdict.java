package app.forecourt.stock;

/** What the user has said of an attempt whose end nobody knows. */
public enum UserVerdict {
    NONE,
    /** She has seen that the car is there. */
    IT_IS_THERE,
    /** She has the car sent once more. */
    SENT_AGAIN
}
