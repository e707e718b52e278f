package app.forecourt.stock;

import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.List;

/**
 * Remarks of the register on a plate, which go into no field and are kept with the car.
 *
 * @param plate bare
 * @param profile the profile whose register was asked
 * @param remarks by their names; empty when there were none
 * @param at when it was asked
 */
public record RegisterNote(String plate, Profile profile, List<String> remarks, Instant at) {
    public RegisterNote {
        remarks = List.copyOf(remarks);
    }
}
