package app.forecourt.day;

import app.forecourt.settings.Profile;
import java.util.Locale;

/**
 * Plan of one car of the day.
 *
 * @param position position in the day, from 0
 * @param byRobot true if the car is typed with keys, false if it is set in the form's model
 * @param profile first profile that the car is sent to
 * @param abandoned true if the user begins the next car before the answer arrives
 */
public record DayCarPlan(int position, boolean byRobot, Profile profile, CarScenario scenario, boolean abandoned) {
    private static final String LETTERS = "BDFGHJKLNPRSTVXZ";

    /** Returns the stock number, which identifies the car on the server. */
    public String stockNumber() {
        return String.format(Locale.ROOT, "DAY-%04d", position);
    }

    /** Returns a Dutch licence plate. */
    public String plate() {
        return String.format(
                Locale.ROOT,
                "%c-%03d-%c%c",
                letter(position / 250),
                position % 1_000,
                letter(position),
                letter(position / 16));
    }

    private static char letter(int number) {
        return LETTERS.charAt(number % LETTERS.length());
    }

    public String vin() {
        return String.format(Locale.ROOT, "WAVWGBFH3AN%06d", position);
    }

    /** Returns the price in whole euros. */
    public int price() {
        return 9_000 + position;
    }
}
