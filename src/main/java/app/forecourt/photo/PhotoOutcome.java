package app.forecourt.photo;

/** What came of fetching a photo. */
public sealed interface PhotoOutcome {

    /** It can be shown. */
    record Shown(Thumbnail photo) implements PhotoOutcome {}

    /**
     * It can't.
     *
     * @param status the host's answer, 0 when there was none
     */
    record Broken(PhotoError why, int status) implements PhotoOutcome {}
}
