package app.forecourt.day;

import app.forecourt.settings.Profile;
import java.util.Optional;

/**
 * A car of the day.
 *
 * @param place in the day, from 0
 * @param byRobot whether it is typed with keys, or put into the form's model
 * @param profile where it goes, at first
 * @param left whether she begins the next one before this one is answered
 * @param look what is chosen in the settings before it
 */
public record DayCarPlan(int place, boolean byRobot, Profile profile, CarFate fate, boolean left,
        Optional<Look> look) {
    private static final String LETTERS = "BDFGHJKLNPRSTVXZ";

    /** How the window looks and speaks. */
    public record Look(String language, String theme) {}

    /** Its stock number, by which the server knows it too. */
    public String number() {
        return "DAY-%04d".formatted(place);
    }

    /** A Dutch one. */
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

    /** In whole euros. */
    public int price() {
        return 9_000 + place;
    }
}
