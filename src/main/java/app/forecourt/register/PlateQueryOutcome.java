package app.forecourt.register;

import java.time.Instant;

/** What came of looking a plate up. */
public sealed interface PlateQueryOutcome {

    /** The register knows the plate. */
    record Found(Vehicle vehicle) implements PlateQueryOutcome {}

    /** It has no such plate. */
    record Unknown() implements PlateQueryOutcome {}

    /**
     * It was asked too often from here (429), now or lately; in the second case it was not asked again.
     *
     * @param until when it may be asked again
     */
    record Limited(Instant until) implements PlateQueryOutcome {}

    /**
     * It told nothing.
     *
     * @param status the HTTP status, 0 when there was none
     */
    record Failed(PlateQueryFailure trouble, int status) implements PlateQueryOutcome {}
}
