package app.forecourt.stock;

import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.List;

/**
 * The register's remarks on a plate. They belong to no field and are stored with the car.
 *
 * @param plate the plate without separators
 * @param profile the profile of the queried register
 * @param remarks the names of the remarks; empty if there were none
 * @param at the time of the query
 */
public record RegisterRemarks(String plate, Profile profile, List<String> remarks, Instant at) {
    public RegisterRemarks {
        remarks = List.copyOf(remarks);
    }
}
