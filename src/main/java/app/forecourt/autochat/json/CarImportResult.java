package app.forecourt.autochat.json;

import app.forecourt.car.CarDraft;
import java.util.List;

/** The result of {@link CarImportParser}: either all cars of a text, or the reason for refusing the text. */
public sealed interface CarImportResult {

    /**
     * The imported cars.
     *
     * @param cars at least one car, in the order of the text
     * @param skipped the number of skipped entries that are no cars
     */
    record Cars(List<ImportedCar> cars, int skipped) implements CarImportResult {
        public Cars {
            cars = List.copyOf(cars);
        }
    }

    /** No car was imported. */
    record Refused(Reason reason) implements CarImportResult {}

    /** The reason for refusing a text. */
    enum Reason {
        /** The text is blank. */
        EMPTY,
        /** The file is no text in UTF-8, and has no byte order mark of UTF-16. */
        NOT_UTF8,
        /** The text holds no JSON, or JSON that is cut off or broken. */
        NOT_JSON,
        /** The text is JSON, but no object in it has a member of a car. */
        NO_CAR,
        /** The text is longer than {@link CarImportParser#LONGEST}. */
        TOO_LARGE,
        /** There are more cars than {@link CarImportParser#MOST_CARS}. */
        TOO_MANY
    }

    /**
     * A car read from a text.
     *
     * @param draft the texts that a dealer would type; not yet validated
     * @param leftOut the values that were not imported, in the order of the text and fit for display: a member
     *     ({@code uuid}) or an entry of a list ({@code tags[2]}, counted from 0)
     */
    public record ImportedCar(CarDraft draft, List<String> leftOut) {
        public ImportedCar {
            leftOut = List.copyOf(leftOut);
        }
    }
}
