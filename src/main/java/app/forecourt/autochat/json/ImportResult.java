package app.forecourt.autochat.json;

import java.util.List;

/** What {@link CarImport} found in a text: all of it, or nothing and why. */
public sealed interface ImportResult {

    /**
     * Cars to be looked through and sent.
     *
     * @param cars at least one, in the order of the text
     * @param others how many entries beside them were no cars, and were passed over
     */
    record Cars(List<ImportedCar> cars, int others) implements ImportResult {
        public Cars {
            cars = List.copyOf(cars);
        }
    }

    /** Nothing was taken. */
    record Refused(Reason reason) implements ImportResult {}

    /** Why nothing was taken. */
    enum Reason {
        /** There is no text. */
        EMPTY,
        /** No JSON is in it, or what is breaks off or is broken somewhere. */
        NOT_JSON,
        /** It is JSON, but nothing in it has a member that a car has. */
        NO_CAR,
        /** The text is longer than {@link CarImport#LONGEST}. */
        TOO_LARGE,
        /** There are more cars than {@link CarImport#MOST_CARS}. */
        TOO_MANY
    }
}
