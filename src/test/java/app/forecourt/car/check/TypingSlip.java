package app.forecourt.car.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Kinds of slips of a typist, each of one key. */
public enum TypingSlip {
    /** A key beside the right one, on a keyboard of QWERTY, AZERTY or QWERTZ. */
    NEIGHBOUR {
        @Override
        Optional<String> at(String text, int place, Random random) {
            List<String> near = neighbours(text.charAt(place));
            return near.isEmpty()
                    ? Optional.empty()
                    : Optional.of(text.substring(0, place)
                            + near.get(random.nextInt(near.size()))
                            + text.substring(place + 1));
        }
    },
    /** Two characters in the wrong order. */
    SWAP {
        @Override
        Optional<String> at(String text, int place, Random random) {
            return place + 1 == text.length()
                    ? Optional.empty()
                    : Optional.of(text.substring(0, place)
                            + text.charAt(place + 1)
                            + text.charAt(place)
                            + text.substring(place + 2));
        }
    },
    /** A character that is missing. */
    DROP {
        @Override
        Optional<String> at(String text, int place, Random random) {
            return Optional.of(text.substring(0, place) + text.substring(place + 1))
                    .filter(slipped -> !slipped.isBlank());
        }
    },
    /** A character typed twice. */
    DOUBLE {
        @Override
        Optional<String> at(String text, int place, Random random) {
            return Optional.of(text.substring(0, place + 1) + text.substring(place));
        }
    };

    /** Rows of keys, each half a key right of the one above. */
    private static final List<List<String>> KEYBOARDS = List.of(
            List.of("1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm,./"),
            List.of("1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn,;:"),
            List.of("1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm,.-"));

    /** Makes the slip at a place of a text; empty if it is impossible there or changes nothing. */
    abstract Optional<String> at(String text, int place, Random random);

    /** Makes the slip at a random place; empty if the text is too short for it. */
    public Optional<String> in(String text, Random random) {
        for (int tries = 0; tries < 20; tries++) {
            Optional<String> slipped =
                    at(text, random.nextInt(text.length()), random).filter(other -> !other.equals(text));
            if (slipped.isPresent()) {
                return slipped;
            }
        }
        return Optional.empty();
    }

    /** Returns the characters of the keys around one, in the case of the right one. */
    private static List<String> neighbours(char typed) {
        Set<String> near = new TreeSet<>();
        char key = Character.toLowerCase(typed);
        for (List<String> rows : KEYBOARDS) {
            for (int row = 0; row < rows.size(); row++) {
                int column = rows.get(row).indexOf(key);
                if (column >= 0) {
                    add(rows, row, column - 1, near);
                    add(rows, row, column + 1, near);
                    add(rows, row - 1, column, near);
                    add(rows, row - 1, column + 1, near);
                    add(rows, row + 1, column, near);
                    add(rows, row + 1, column - 1, near);
                }
            }
        }
        near.remove("" + key);
        return new ArrayList<>(
                Character.isUpperCase(typed)
                        ? near.stream()
                                .map(other -> other.toUpperCase(Locale.ROOT))
                                .toList()
                        : near);
    }

    private static void add(List<String> rows, int row, int column, Set<String> near) {
        if (row >= 0
                && row < rows.size()
                && column >= 0
                && column < rows.get(row).length()) {
            near.add(rows.get(row).substring(column, column + 1));
        }
    }
}
