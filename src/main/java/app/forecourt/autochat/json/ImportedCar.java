package app.forecourt.autochat.json;

import app.forecourt.car.CarDraft;
import java.util.List;

/**
 * A car read from a text.
 *
 * @param draft the texts that a dealer would type; not yet validated
 * @param leftOut the values that were not imported, in the order of the text and fit for display: a member ({@code
 *        uuid}) or an entry of a list ({@code tags[2]}, counted from 0)
 */
public record ImportedCar(CarDraft draft, List<String> leftOut) {
    public ImportedCar {
        leftOut = List.copyOf(leftOut);
    }
}
