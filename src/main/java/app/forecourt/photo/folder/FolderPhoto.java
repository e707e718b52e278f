package app.forecourt.photo.folder;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A picture in a folder.
 *
 * @param size the size in bytes
 * @param modifiedAt the time of the last change, by the clock of the camera
 */
public record FolderPhoto(Path file, long size, Instant modifiedAt) {

    /**
     * Returns a number by which the picture is recognized, also in another subfolder. It follows from name and size.
     * The time does not count, because the times on a card move with the daylight saving time.
     */
    long key() {
        // The hash of a text is the same in every Java.
        return (long) name().hashCode() << Integer.SIZE ^ size;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }
}
