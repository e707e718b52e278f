package app.forecourt.photo.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The order in which photos of the disk are added: by the time they were taken, then by file name. */
public final class PhotoOrder {
    /** File names as people order them: by number where both have one (2 before 10), ignoring case. */
    public static final Comparator<String> NATURAL_NAME =
            ((Comparator<String>) PhotoOrder::compareNames).thenComparing(Comparator.naturalOrder());

    /** Bytes at the beginning of a file in which cameras write their data. */
    private static final int BEGINNING = 256 * 1024;

    private PhotoOrder() {}

    /**
     * Returns files in this order, without those that are not there. Reads the beginning of each; a file that can't be
     * read has no time.
     */
    public static List<Path> sort(List<Path> files) {
        Map<Path, Optional<LocalDateTime>> times = new HashMap<>();
        files.forEach(file -> times.put(file, takenAt(file)));
        return files.stream()
                .filter(Files::exists)
                .sorted(by(file -> times.getOrDefault(file, Optional.empty()), PhotoOrder::fileName))
                .toList();
    }

    /** Returns the name of a file without its folder. */
    public static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Optional<LocalDateTime> takenAt(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ExifData.of(in.readNBytes(BEGINNING)).takenAt();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the order of things that have a file name, and most of them a time. Those without a time are last. */
    public static <T> Comparator<T> by(Function<T, Optional<LocalDateTime>> takenAt, Function<T, String> fileName) {
        return Comparator.comparing((T photo) -> takenAt.apply(photo).orElse(LocalDateTime.MAX))
                .thenComparing(fileName, NATURAL_NAME);
    }

    private static int compareNames(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int compared;
            if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
                int leftEnd = endOfNumber(left, i);
                int rightEnd = endOfNumber(right, j);
                compared = compareNumbers(left.substring(i, leftEnd), right.substring(j, rightEnd));
                i = leftEnd;
                j = rightEnd;
            } else {
                compared = Character.compare(lower(left.charAt(i++)), lower(right.charAt(j++)));
            }
            if (compared != 0) {
                return compared;
            }
        }
        return Boolean.compare(i < left.length(), j < right.length());
    }

    /** Numbers may have more digits than any type has. */
    private static int compareNumbers(String left, String right) {
        String leftDigits = left.replaceFirst("^0+(?=.)", "");
        String rightDigits = right.replaceFirst("^0+(?=.)", "");
        return leftDigits.length() == rightDigits.length()
                ? leftDigits.compareTo(rightDigits)
                : Integer.compare(leftDigits.length(), rightDigits.length());
    }

    private static int endOfNumber(String name, int start) {
        int end = start;
        while (end < name.length() && isDigit(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static char lower(char character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }
}
