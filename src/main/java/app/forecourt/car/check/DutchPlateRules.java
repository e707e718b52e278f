package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Problem.Code;
import java.time.LocalDate;
import java.util.List;

/**
 * Rules for Dutch plates, which stay with their car. Each series of patterns has its letters and its time: see the list
 * of the RDW. The oldest series, XX-99-99, has no rule, because diplomats and dealers still get it.
 */
final class DutchPlateRules implements CarValidator.Rule {
    /** Series in order. */
    private static final List<Series> SERIES = List.of(
            new Series("99-99-XX", 1973, ""),
            new Series("99-XX-99", 1978, ""),
            new Series("XX-99-XX", 1991, Series.LOOKALIKES),
            new Series("XX-XX-99", 1999, Series.LOOKALIKES),
            new Series("99-XX-XX", 2008, Series.LOOKALIKES),
            new Series("99-XXX-9", 2013, Series.UNUSED),
            new Series("9-XXX-99", 2015, Series.UNUSED),
            new Series("XX-999-X", 2019, Series.UNUSED),
            new Series("X-999-XX", 2024, Series.UNUSED),
            new Series("XXX-99-X", 9_999, Series.UNUSED));
    /**
     * First letters of passenger cars in all series. The series of vans, lorries, motorcycles and trailers have other
     * times.
     */
    private static final String CARS = "GHJKLNPRSTXZ";
    /** First letters of motorcycles and trailers, which are in no other place. */
    private static final String ONLY_FIRST = "MOW";

    private static final String ROYAL_HOUSE = "AA";

    /**
     * Series of plates.
     *
     * @param pattern plate with X for letters and 9 for digits
     * @param end year in which passenger cars got the next series
     * @param unused letters that are in none of its plates
     */
    private record Series(String pattern, int end, String unused) {
        /** Vowels, and letters that look like a zero. */
        static final String LOOKALIKES = "AEIOUCQ";

        static final String UNUSED = LOOKALIKES + "YMW";
    }

    @Override
    public void check(ValidationRun context) {
        context.plate()
                .filter(plate -> plate.country().filter(Country.NL::equals).isPresent())
                .ifPresent(plate -> SERIES.stream()
                        .filter(series -> series.pattern.equals(pattern(plate)))
                        .forEach(series -> check(plate, series, context)));
    }

    private static void check(LicensePlate plate, Series series, ValidationRun context) {
        String letters = plate.bare().replaceAll("[0-9]", "");
        letters.chars()
                .skip(
                        letters.startsWith(ROYAL_HOUSE)
                                ? ROYAL_HOUSE.length()
                                : ONLY_FIRST.indexOf(letters.charAt(0)) < 0 ? 0 : 1)
                .filter(letter -> series.unused.indexOf(letter) >= 0)
                .findFirst()
                .ifPresent(
                        letter -> context.add(CarField.LICENSE_PLATE, Code.PLATE_LETTER, Character.toString(letter)));
        // The last plates of a series were given out some months after the first of the next one.
        context.date(CarField.DATE_OF_FIRST_REGISTRATION)
                .map(LocalDate::getYear)
                .filter(year -> year > series.end + 1 && CARS.indexOf(letters.charAt(0)) >= 0)
                .ifPresent(_ -> context.add(CarField.LICENSE_PLATE, Code.PLATE_OLDER_THAN_CAR, "" + series.end));
    }

    private static String pattern(LicensePlate plate) {
        return plate.formatted().replaceAll("[A-Z]", "X").replaceAll("[0-9]", "9");
    }
}
