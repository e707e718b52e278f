package app.forecourt.autochat.json;

import app.forecourt.car.CarDraft;
import java.util.List;

/**
 * One car out of a text.
 *
 * @param draft as a dealer would type it; it holds anything, right or wrong, until it is checked
 * @param leftOut what could not be taken, in the order of the text: a member ({@code uuid}) or an entry of a list
 *        ({@code tags[2]}, counted from 0), fit to be shown
 */
public record ImportedCar(CarDraft draft, List<String> leftOut) {
    public ImportedCar {
        leftOut = List.copyOf(leftOut);
    }
}
