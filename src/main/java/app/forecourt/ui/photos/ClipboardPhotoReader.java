package app.forecourt.ui.photos;

import app.forecourt.model.photos.FormPhotoLines;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;

/** What a clipboard has for photos: files, or a picture that is no file, as from a chat or a snipping tool. */
public final class ClipboardPhotoReader {
    private ClipboardPhotoReader() {}

    public static List<Path> filesIn(Clipboard clipboard) {
        return Objects.requireNonNullElse(clipboard.getFiles(), List.<File>of()).stream()
                .map(File::toPath)
                .toList();
    }

    /**
     * Adds the files of a clipboard to the car that is in the form now, or else its picture.
     *
     * @param areTaken returns whether files are photos
     * @return false if nothing was added
     */
    public static boolean addTo(FormPhotoLines photos, Clipboard clipboard, Predicate<List<Path>> areTaken) {
        return photos.whileReading(() -> read(photos, clipboard, areTaken));
    }

    private static boolean read(FormPhotoLines photos, Clipboard clipboard, Predicate<List<Path>> areTaken) {
        // Keys are handled while another program is asked for the content.
        Consumer<List<Path>> addition = photos.addition();
        var pictureAddition = photos.pictureAddition();
        List<Path> files = filesIn(clipboard);
        if (areTaken.test(files)) {
            addition.accept(files);
            return true;
        }
        // A spreadsheet copies a picture of its cells beside their text.
        boolean isPicture = files.isEmpty() && clipboard.hasImage() && !clipboard.hasString();
        if (isPicture) {
            pictureAddition.accept(
                    () -> Optional.ofNullable(clipboard.getImage()).map(ClipboardPhotoReader::pixels));
        }
        return isPicture;
    }

    /** Returns the pixels without their opacity, because Windows can copy a picture as fully transparent. */
    private static BufferedImage pixels(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
