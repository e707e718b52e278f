package app.forecourt.photo;

/** The outcome of fetching a photo. */
public sealed interface PhotoOutcome {

    /** The photo can be shown. */
    record Shown(Thumbnail thumbnail) implements PhotoOutcome {}

    /**
     * The photo can't be shown.
     *
     * @param status the HTTP status; 0 if there was no response
     */
    record Broken(PhotoError error, int status) implements PhotoOutcome {}
}
