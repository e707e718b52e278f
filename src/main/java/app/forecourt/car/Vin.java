package app.forecourt.car;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A vehicle identification number as typed, without separators (ISO 3779: 17 of the digits and the capital letters but
 * I, O and Q). The three missing letters are never mended here: whether an O was a nought is for the owner to say.
 */
final class Vin {
    static final int LENGTH = 17;
    private static final String ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZabcdefghjklmnprstuvwxyz0123456789";

    private final String bare;

    Vin(String typed) {
        this.bare = Texts.bare(typed);
    }

    /** How many characters there are. */
    int length() {
        return Texts.length(bare);
    }

    /** The place of the first character that a VIN can't have, from 1. */
    OptionalInt wrongPlace() {
        int[] characters = bare.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (ALPHABET.indexOf(characters[i]) < 0) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** The character at that place, from 1. */
    String at(int place) {
        return Character.toString(bare.codePoints().skip(place - 1L).findFirst().orElseThrow());
    }

    /** As it is sent, if it is right. */
    String text() {
        return bare.toUpperCase(Locale.ROOT);
    }
}
