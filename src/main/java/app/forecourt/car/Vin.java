package app.forecourt.car;

import app.forecourt.text.TextSanitizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Vehicle identification number as typed, without separators. ISO 3779 allows 17 digits and capital letters except I, O
 * and Q. These three letters are never corrected here, because only the user knows whether an O was meant as a zero.
 */
public final class Vin {
    public static final int LENGTH = 17;
    /** Valid characters; the next line has the value of each for the check digit (49 CFR 565.15). */
    private static final String ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

    private static final String VALUES = "123456781234579234567890123456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String CHECK_DIGITS = "0123456789X";
    private static final int CHECK_DIGIT_POSITION = 9;
    /** Codes of the model years from 1980 on. The codes repeat after the last one. */
    private static final String MODEL_YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";

    private static final int FIRST_MODEL_YEAR = 1980;
    private static final int YEAR_POSITION = 10;

    /** Makers that fill unused positions with Z. */
    private static final Set<String> FILLING_MAKERS =
            Set.of("WVW", "WVG", "WV1", "WV2", "WAU", "WUA", "TRU", "VSS", "TMB", "WP0", "WP1");

    private final String bare;

    public Vin(String typed) {
        this.bare = TextSanitizer.toBareCode(typed);
    }

    /** Returns the number of characters. */
    public int length() {
        return TextSanitizer.length(bare);
    }

    /** Returns the position of the first invalid character, counted from 1; empty if all are valid. */
    public OptionalInt invalidPosition() {
        int[] characters = bare.codePoints().toArray();
        return IntStream.range(0, characters.length)
                .filter(i -> ALPHABET.indexOf(characters[i]) < 0)
                .map(i -> i + 1)
                .findFirst();
    }

    /** Returns the character at a position, counted from 1. */
    public String characterAt(int position) {
        return Character.toString(
                bare.codePoints().skip(position - 1L).findFirst().orElseThrow());
    }

    /** Returns the VIN without separators, as it is sent. */
    public String text() {
        return bare;
    }

    /** Returns a VIN of 17 characters in its three parts, which are easier to compare with papers. */
    public String grouped() {
        return bare.substring(0, 3) + " " + bare.substring(3, 9) + " " + bare.substring(9);
    }

    /** Returns the code of the manufacturer: the first three characters. */
    public String maker() {
        return bare.substring(0, 3);
    }

    /** Returns whether the last four characters are digits, as ISO 3779 asks. */
    public boolean endsInDigits() {
        return bare.chars().skip(LENGTH - 4L).allMatch(character -> character >= '0' && character <= '9');
    }

    /**
     * Returns whether just two of the positions 4 to 6 have a Z. The makers of the Volkswagen group fill all three with
     * it for Europe, and use other characters elsewhere.
     */
    public boolean hasBrokenFiller() {
        return FILLING_MAKERS.contains(maker())
                && bare.substring(3, 6)
                                .chars()
                                .filter(character -> character == 'Z')
                                .count()
                        == 2;
    }

    /** Returns whether length and characters are those of a VIN. */
    public boolean isValid() {
        return length() == LENGTH && invalidPosition().isEmpty();
    }

    /** Returns the VIN with O and I replaced by 0 and 1; empty if the VIN has other errors or none. */
    public Optional<String> corrected() {
        return Optional.of(new Vin(bare.replace('O', '0').replace('I', '1')))
                .filter(vin -> !vin.bare.equals(bare) && vin.isValid())
                .map(Vin::text);
    }

    /** Returns whether the check digit is compulsory: in North America (1 to 5) and China (L). */
    public boolean needsCheckDigit() {
        return "12345L".indexOf(bare.charAt(0)) >= 0;
    }

    /** Returns the check digit of the VIN as typed. */
    public char typedCheckDigit() {
        return bare.charAt(CHECK_DIGIT_POSITION - 1);
    }

    /** Calculates the check digit from the other characters. */
    public char computedCheckDigit() {
        int sum = IntStream.range(0, LENGTH)
                .map(i -> WEIGHTS[i] * (VALUES.charAt(ALPHABET.indexOf(bare.charAt(i))) - '0'))
                .sum();
        return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }

    /**
     * Returns the model year of the tenth character: the latest possible one up to a given year. The year is only a
     * hint, because European makers need not use the character.
     */
    public OptionalInt modelYear(int latest) {
        int index = MODEL_YEARS.indexOf(bare.charAt(YEAR_POSITION - 1));
        int first = FIRST_MODEL_YEAR + index;
        if (index < 0 || first > latest) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(latest - (latest - first) % MODEL_YEARS.length());
    }
}
