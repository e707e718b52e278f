package app.forecourt.register;

import java.time.Instant;

/** The outcome of a plate look-up. */
public sealed interface PlateQueryOutcome {

    /** The register has the plate. */
    record Found(Vehicle vehicle) implements PlateQueryOutcome {}

    /** The register does not have the plate. */
    record Unknown() implements PlateQueryOutcome {}

    /**
     * The register refused a request because of too many requests (429), now or earlier. No request is sent before an
     * earlier limit is over.
     *
     * @param until the end of the limit
     */
    record Limited(Instant until) implements PlateQueryOutcome {}

    /**
     * The register returned no vehicle.
     *
     * @param status the HTTP status; 0 if there was no response
     */
    record Failed(PlateQueryFailure failure, int status) implements PlateQueryOutcome {}
}
