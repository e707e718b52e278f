package app.forecourt.upload;

import app.forecourt.file.AtomicFile;
import app.forecourt.file.FileInUseRetry;
import app.forecourt.file.PrivateFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * The folder with the prepared files of photos that are not public yet, each with the id of its photo as its name, and
 * with the pictures that were pasted without a file. All methods block on the disk.
 */
public final class PreparedPhotoFiles {
    private static final Logger LOG = Logger.getLogger(PreparedPhotoFiles.class.getName());
    private static final DateTimeFormatter PASTED_NAME =
            DateTimeFormatter.ofPattern("'pasted-'yyyyMMddHHmmssSSS'.png'", Locale.ROOT);
    private static final Pattern PASTED = Pattern.compile("pasted-\\d+\\.png.*");
    /** The time for which a pasted picture is kept, so that plates in it can be covered. */
    private static final Duration PASTED_KEPT = Duration.ofDays(30);

    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}\\.jpg.*");

    private final Path folder;

    /** @param folder the folder, which is created with the first file */
    public PreparedPhotoFiles(Path folder) {
        this.folder = folder;
    }

    /** Returns the file of a photo, which need not exist. */
    public Path file(UUID photo) {
        return folder.resolve(photo + ".jpg");
    }

    /**
     * Writes the file of a photo. It is on the disk as a whole when the method returns.
     *
     * @throws IOException if the file can't be written; an earlier file of the photo stays
     */
    public void write(UUID photo, byte[] jpeg) throws IOException {
        PrivateFile.createFolder(folder);
        AtomicFile.writePrivate(file(photo), out -> out.write(jpeg));
    }

    /** Writes a picture that was pasted without a file, and returns its file. Deletes those of long ago. */
    public Path writePasted(BufferedImage picture, Instant now) throws IOException {
        PrivateFile.createFolder(folder);
        for (Path earlier : PrivateFile.list(folder, PASTED)) {
            if (Files.getLastModifiedTime(earlier).toInstant().isBefore(now.minus(PASTED_KEPT))) {
                PrivateFile.delete(earlier);
            }
        }
        Path file = folder.resolve(PASTED_NAME.format(now.atZone(ZoneId.systemDefault())));
        AtomicFile.writePrivate(file, out -> ImageIO.write(picture, "png", out));
        return file;
    }

    /**
     * Reads the file of a photo.
     *
     * @throws IOException if the file can't be read, as because somebody deleted it
     */
    public byte[] read(UUID photo) throws IOException {
        return FileInUseRetry.run(() -> Files.readAllBytes(file(photo)), file(photo));
    }

    /**
     * Deletes the file of a photo, if there is one. The next {@link #sweep} deletes a file that can't be deleted now.
     */
    public void delete(UUID photo) {
        PrivateFile.delete(file(photo));
    }

    /** Deletes the files of all other photos, which a killed program has left. */
    public void sweep(Set<UUID> photos) {
        try {
            for (Path file : PrivateFile.list(folder, NAME)) {
                if (photos.stream().noneMatch(photo -> file.equals(file(photo)))) {
                    PrivateFile.delete(file);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.INFO, "The folder of the prepared photos could not be read", unreadable);
        }
    }
}
