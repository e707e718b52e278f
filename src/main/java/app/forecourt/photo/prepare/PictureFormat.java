package app.forecourt.photo.prepare;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageReader;

/** The format of a picture, recognized by the first bytes of its file. */
public enum PictureFormat {
    /** A JPEG, the format of cameras and phones. */
    JPEG,
    /** A PNG. */
    PNG,
    /** A GIF; the first picture of an animation is used. */
    GIF,
    /** A WebP. */
    WEBP,
    /** A Windows bitmap. */
    BMP,
    /** A HEIC, the usual format of iPhones. No decoder for Java is free of charge. */
    HEIC,
    /** A picture of a format without a decoder here: AVIF, TIFF, JPEG XL or Photoshop. */
    OTHER;

    /** The types of picture files, as their names end. HEIC files are refused with a reason when they are added. */
    public static final List<String> FILE_TYPES = List.of("jpg", "jpeg", "png", "webp", "gif", "heic", "heif");

    /** The number of bytes that identify every format. */
    private static final int HEAD = 16;

    /** Returns the format of a file that starts with these bytes; empty if it is no picture. */
    static Optional<PictureFormat> of(byte[] file) {
        String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        // "RIFF", a length and "WEBP".
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        // "BM", a length and four zeros.
        if (head.startsWith("BM") && head.startsWith("\0\0\0\0", 6)) {
            return Optional.of(BMP);
        }
        return withoutDecoder(head);
    }

    private static Optional<PictureFormat> withoutDecoder(String head) {
        // The length of a box, "ftyp" and a brand.
        if (head.startsWith("ftyp", 4)) {
            String brand = head.substring(Math.min(8, head.length()));
            if (Stream.of("hei", "hev", "mif", "msf").anyMatch(brand::startsWith)) {
                return Optional.of(HEIC);
            }
            return brand.startsWith("avi") ? Optional.of(OTHER) : Optional.empty();
        }
        boolean other =
                Stream.of("II*\0", "MM\0*", "\u00ff\n", "\0\0\0\fJXL ", "8BPS").anyMatch(head::startsWith);
        return other ? Optional.of(OTHER) : Optional.empty();
    }

    /** Returns the first decoder or encoder that comes with Java. */
    static <T> T ofJava(Iterator<T> plugins) {
        T plugin = plugins.next();
        while (!plugin.getClass().getModule().equals(ImageReader.class.getModule())) {
            plugin = plugins.next();
        }
        return plugin;
    }
}
