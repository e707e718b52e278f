package app.forecourt.photo.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The order in which photos of the disk are added: by the time they were taken, then by file name. */
public final class PhotoOrder {
    /** File names as people order them: by number where both have one (2 before 10), ignoring case. */
    public static final Comparator<String> NATURAL_NAME =
            Comparator.comparing(PhotoOrder::byValue).thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int LONGEST_NAME = 255;

    /** Bytes at the beginning of a file in which cameras write their data. */
    private static final int BEGINNING = 256 * 1024;

    private PhotoOrder() {}

    /**
     * Returns files in this order, without those that are not there. Reads the beginning of each; a file that can't be
     * read has no time. Those without a time are last.
     */
    public static List<Path> sort(List<Path> files) {
        Map<Path, LocalDateTime> times = new HashMap<>();
        files.forEach(file -> takenAt(file).ifPresent(time -> times.put(file, time)));
        return files.stream()
                .filter(Files::exists)
                .sorted(Comparator.comparing((Path file) -> times.getOrDefault(file, LocalDateTime.MAX))
                        .thenComparing(PhotoOrder::fileName, NATURAL_NAME))
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

    /** Fills up numbers, which have no more digits than a file name has characters. */
    private static String byValue(String name) {
        return NUMBER.matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(number ->
                        "0".repeat(Math.max(0, LONGEST_NAME - number.group().length())) + number.group());
    }
}
