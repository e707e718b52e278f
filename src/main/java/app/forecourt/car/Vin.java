package app.forecourt.car;

import app.forecourt.text.TextSanitizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A vehicle identification number as typed, without separators (ISO 3779: 17 of the digits and the capital letters but
 * I, O and Q). The three missing letters are never mended here: whether an O was a nought is for the owner to say.
 */
public final class Vin {
    public static final int LENGTH = 17;
    /** What a VIN can have, and beside each what it counts for the check digit (49 CFR 565.15). */
    private static final String ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static final String COUNTED = "123456781234579234567890123456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String CHECK_DIGITS = "0123456789X";
    private static final int CHECK_PLACE = 9;
    /** The model years from 1980 on, after which they begin again. */
    private static final String MODEL_YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int FIRST_MODEL_YEAR = 1980;
    private static final int YEAR_PLACE = 10;

    private final String bare;

    public Vin(String typed) {
        this.bare = TextSanitizer.bare(typed);
    }

    /** How many characters there are. */
    public int length() {
        return TextSanitizer.length(bare);
    }

    /** The place of the first character that a VIN can't have, from 1. */
    public OptionalInt wrongPlace() {
        int[] characters = bare.codePoints().toArray();
        return IntStream.range(0, characters.length).filter(i -> ALPHABET.indexOf(characters[i]) < 0)
                .map(i -> i + 1).findFirst();
    }

    /** The character at that place, from 1. */
    public String at(int place) {
        return Character.toString(bare.codePoints().skip(place - 1L).findFirst().orElseThrow());
    }

    /** As it is sent, if it is right. */
    public String text() {
        return bare;
    }

    /** Whether it has the length and the characters of a VIN. */
    public boolean isRight() {
        return length() == LENGTH && wrongPlace().isEmpty();
    }

    /** What might be meant by a VIN that is wrong for nothing but O and I: nought and one. */
    public Optional<String> meant() {
        return Optional.of(new Vin(bare.replace('O', '0').replace('I', '1')))
                .filter(other -> !other.bare.equals(bare) && other.isRight()).map(Vin::text);
    }

    /** Whether it comes from where the check digit is compulsory: North America (1 to 5) and China (L). */
    public boolean needsCheckDigit() {
        return "12345L".indexOf(bare.charAt(0)) >= 0;
    }

    /** The check digit as it stands there. */
    public char ninth() {
        return bare.charAt(CHECK_PLACE - 1);
    }

    /** The check digit as it is reckoned from the others. */
    public char checkDigit() {
        int sum = IntStream.range(0, LENGTH)
                .map(i -> WEIGHTS[i] * (COUNTED.charAt(ALPHABET.indexOf(bare.charAt(i))) - '0')).sum();
        return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }

    /** The last model year up to that one that the tenth character can stand for; a hint only. */
    public OptionalInt modelYear(int latest) {
        int place = MODEL_YEARS.indexOf(bare.charAt(YEAR_PLACE - 1));
        int first = FIRST_MODEL_YEAR + place;
        if (place < 0 || first > latest) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(latest - (latest - first) % MODEL_YEARS.length());
    }
}
