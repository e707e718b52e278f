package app.forecourt.settings;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors in dealerships as the user entered them. */
class DealershipTest {
    /** Returns the errors of dealerships, which are given as "name/staging/production". */
    private static String faults(String rows, boolean isDefaultFixed) {
        List<Dealership> dealerships = Stream.of(rows.split(", "))
                .map(row -> row.split("/", -1))
                .map(parts -> new Dealership(parts[0], parts[1], parts[2]))
                .toList();
        return Dealership.inputErrors(dealerships, isDefaultFixed).stream()
                .map(error -> error.row() + " " + error.part() + " " + error.fault())
                .collect(joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "South/s-s/s-p, /n-s/, East//e-p, //, // | ''",
                "South/s-s/s-p, /n-s/, /s-s/x | 0 STAGING TWICE, 2 STAGING TWICE",
                "South/s-s/s-p, South/n-s/ | 0 NAME TWICE, 1 NAME TWICE",
                "South/s-s/s-p, //s-p | 0 PRODUCTION TWICE, 1 PRODUCTION TWICE",
                // The id of one environment is that of another dealership on the other environment.
                "South/s-s/s-p, North/s-p/n-p | 0 PRODUCTION TWICE, 1 STAGING TWICE",
                "South/a/b, North/b/a | 0 STAGING TWICE, 0 PRODUCTION TWICE, 1 STAGING TWICE, 1 PRODUCTION TWICE",
                "South/s-s/s-p, North/same/same | ''",
                "South// | 0 STAGING NO_ID"
            })
    void idOrNameOfTwoDealershipsIsReportedAtBoth(String rows, String expected) {
        assertEquals(expected, faults(rows, false));
    }

    @Test
    void defaultNeedsNoIdIfGivenFromOutside() {
        assertEquals("1 STAGING NO_ID", faults("South//, North//", true));
    }

    @Test
    void textLongerThan100IsInvalid() {
        String longest = "x".repeat(Dealership.MAX_LENGTH);
        assertEquals("", faults("/" + longest + "/" + longest, false));
        assertEquals("0 PRODUCTION TOO_LONG", faults("/" + longest + "/" + longest + "x", false));
    }
}
