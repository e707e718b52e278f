package app.forecourt.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pasted pictures beside the prepared photos. */
class PreparedPhotoFilesTest {
    @TempDir
    Path folder;

    @Test
    void pastedPictureIsKeptForATime() throws IOException {
        PreparedPhotoFiles files = new PreparedPhotoFiles(folder);
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Path file = files.writePasted(picture, Instant.EPOCH);
        assertEquals(40, ImageIO.read(file.toFile()).getWidth());
        Instant written = Files.getLastModifiedTime(file).toInstant();
        files.sweep(Set.of());
        files.writePasted(picture, written.plus(Duration.ofDays(30)));
        assertTrue(Files.exists(file));
        files.writePasted(picture, written.plus(Duration.ofDays(31)));
        assertFalse(Files.exists(file));
    }
}
