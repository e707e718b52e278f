package app.forecourt.car;

import java.util.Optional;
import java.util.UUID;

/**
 * The placeholder of a photo in the list of addresses of a car, until the photo is public. It has the form
 * {@code photo:0b9c4f0e-…}. AutoChat never gets such a line.
 */
public final class PhotoPlaceholder {
    private static final String SCHEME = "photo:";

    private PhotoPlaceholder() {}

    /** Returns the line for a photo. */
    public static String of(UUID photo) {
        return SCHEME + photo;
    }

    public static boolean isPlaceholder(String line) {
        return photo(line).isPresent();
    }

    /** Returns the photo of a line; empty if the line is anything else. */
    public static Optional<UUID> photo(String line) {
        String id = line.startsWith(SCHEME) ? line.substring(SCHEME.length()) : "";
        try {
            // UUID accepts shortened forms too, which this program never writes.
            return Optional.of(id)
                    .filter(text -> text.length() == new UUID(0, 0).toString().length())
                    .map(UUID::fromString);
        } catch (IllegalArgumentException anythingElse) {
            return Optional.empty();
        }
    }
}
