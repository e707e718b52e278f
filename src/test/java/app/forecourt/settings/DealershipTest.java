package app.forecourt.settings;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Dealership.Fault;
import app.forecourt.settings.Dealership.InputError;
import app.forecourt.settings.Dealership.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The errors in dealerships as the user entered them. */
class DealershipTest {
    private static final Dealership SOUTH = new Dealership("South", "s-s", "s-p");

    private static List<InputError> wrong(Dealership... rows) {
        return Dealership.inputErrors(List.of(rows), false);
    }

    @Test
    void oneIdPerDealershipIsValid() {
        assertEmpty(wrong(
                SOUTH,
                new Dealership("", "n-s", ""),
                new Dealership("East", "", "e-p"),
                Dealership.BLANK,
                Dealership.BLANK));
    }

    @Test
    void duplicateIdOrNameIsReportedTwice() {
        assertEquals(
                List.of(new InputError(0, Part.STAGING, Fault.TWICE), new InputError(2, Part.STAGING, Fault.TWICE)),
                wrong(SOUTH, new Dealership("", "n-s", ""), new Dealership("", "s-s", "x")));
        assertEquals(
                List.of(new InputError(0, Part.NAME, Fault.TWICE), new InputError(1, Part.NAME, Fault.TWICE)),
                wrong(SOUTH, new Dealership("South", "n-s", "")));
        assertEquals(
                List.of(
                        new InputError(0, Part.PRODUCTION, Fault.TWICE),
                        new InputError(1, Part.PRODUCTION, Fault.TWICE)),
                wrong(SOUTH, new Dealership("", "", "s-p")));
    }

    @Test
    void crossedIdIsReportedTwice() {
        assertEquals(
                List.of(new InputError(0, Part.PRODUCTION, Fault.TWICE), new InputError(1, Part.STAGING, Fault.TWICE)),
                wrong(SOUTH, new Dealership("North", "s-p", "n-p")));
        assertEquals(
                4,
                wrong(new Dealership("South", "a", "b"), new Dealership("North", "b", "a"))
                        .size());
        // One dealership may have the same id on both environments.
        assertEmpty(wrong(SOUTH, new Dealership("North", "same", "same")));
    }

    @Test
    void nameNeedsIdUnlessGivenFromOutside() {
        Dealership named = new Dealership("South", "", "");
        assertEquals(List.of(new InputError(0, Part.STAGING, Fault.NO_ID)), wrong(named));
        assertEquals(
                List.of(new InputError(1, Part.STAGING, Fault.NO_ID)),
                Dealership.inputErrors(List.of(named, new Dealership("North", "", "")), true));
    }

    @Test
    void textLongerThan100IsInvalid() {
        String longest = "x".repeat(Dealership.MAX_LENGTH);
        assertEmpty(wrong(new Dealership("", longest, longest)));
        assertEquals(
                List.of(new InputError(0, Part.PRODUCTION, Fault.TOO_LONG)),
                wrong(new Dealership("", longest, longest + "x")));
    }
}
