package app.forecourt.day;

import app.forecourt.settings.Profile;
import java.util.Optional;

/**
 * Plan of one car of the day.
 *
 * @param place position in the day, from 0
 * @param byRobot true if the car is typed with keys, false if it is set in the form's model
 * @param profile first profile that the car is sent to
 * @param left true if the user begins the next car before the answer arrives
 * @param look language and theme chosen before the car
 */
public record DayCarPlan(int place, boolean byRobot, Profile profile, CarFate fate, boolean left,
        Optional<Look> look) {
    private static final String LETTERS = "BDFGHJKLNPRSTVXZ";

    /** Language and theme of the window. */
    public record Look(String language, String theme) {}

    /** Returns the stock number, which identifies the car on the server. */
    public String number() {
        return "DAY-%04d".formatted(place);
    }

    /** Returns a Dutch licence plate. */
    public String plate() {
        return "%c-%03d-%c%c".formatted(letter(place / 250), place % 1_000, letter(place),
                letter(place / 16));
    }

    private static char letter(int number) {
        return LETTERS.charAt(number % LETTERS.length());
    }

    public String vin() {
        return "WAVWGBFH3AN%06d".formatted(place);
    }

    /** Returns the price in whole euros. */
    public int price() {
        return 9_000 + place;
    }
}
