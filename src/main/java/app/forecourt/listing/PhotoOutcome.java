package app.forecourt.listing;

/** What came of fetching a photo. */
public sealed interface PhotoOutcome {

    /** It can be shown. */
    record Shown(Photo photo) implements PhotoOutcome {}

    /**
     * It can't.
     *
     * @param status the host's answer, 0 when there was none
     */
    record Broken(PhotoFault why, int status) implements PhotoOutcome {}
}
