package app.forecourt.card;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The dealer's logo: a small picture on white.
 *
 * @param png the picture as PNG
 * @param width width in pixels
 * @param height height in pixels
 */
@SuppressWarnings("ArrayRecordComponent")
public record CardLogo(byte[] png, int width, int height) {
    /** The maximum size of a chosen file in bytes. */
    public static final int MOST_BYTES = 5 << 20;
    /** The maximum number of pixels of a chosen file. */
    public static final long MOST_PIXELS = 40_000_000;
    /** The maximum width and height that is kept: more than 180 pixels an inch on the card. */
    static final int LONGEST_SIDE = 600;
    /** The largest ratio of the sides. A narrower picture would be a line on the card. */
    private static final int MOST_RATIO = 20;

    private static final int HEAD = 4_096;

    /** The result of reading a file. */
    public sealed interface ReadResult {
        /**
         * The file is a logo.
         *
         * @param isFaulty true if Java reported a fault, as in a file that was cut off; a part may be missing
         */
        record Read(CardLogo logo, boolean isFaulty) implements ReadResult {}

        /**
         * The file is refused.
         *
         * @param width width in pixels, if the reason is about the size in pixels
         * @param height height in pixels
         */
        record Refused(Reason reason, int width, int height) implements ReadResult {
            Refused(Reason reason) {
                this(reason, 0, 0);
            }
        }
    }

    /** The reasons for refusing a file. */
    public enum Reason {
        /** More bytes than {@link #MOST_BYTES}. */
        TOO_LARGE,
        /** More pixels than {@link #MOST_PIXELS}. */
        TOO_MANY_PIXELS,
        /** One side is more than {@value #MOST_RATIO} times the other. */
        TOO_NARROW,
        /** A drawing as SVG, which Java can't read. */
        SVG,
        /** No picture of a known format. */
        NO_PICTURE,
        /** A picture that Java can't decode. */
        UNREADABLE,
        /** The file can't be read. */
        DISK
    }

    /** Reads a file that the user chose and scales it down. Blocks on the disk. */
    public static ReadResult read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return new ReadResult.Refused(Reason.NO_PICTURE);
            }
            if (Files.size(file) > MOST_BYTES) {
                return new ReadResult.Refused(Reason.TOO_LARGE);
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                return bytes.length > MOST_BYTES ? new ReadResult.Refused(Reason.TOO_LARGE) : read(bytes);
            }
        } catch (IOException unreadable) {
            return new ReadResult.Refused(Reason.DISK);
        }
    }

    /** Reads the content of a file. The size in pixels is read from the header before decoding. */
    static ReadResult read(byte[] file) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new ReadResult.Refused(isSvg(file) ? Reason.SVG : Reason.NO_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                // Metadata are ignored.
                reader.setInput(in, true, true);
                return decode(reader);
            } catch (IOException | RuntimeException damaged) {
                // Java's readers throw any kind of RuntimeException at damaged files.
                return new ReadResult.Refused(Reason.UNREADABLE);
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isSvg(byte[] file) {
        return new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.UTF_8).contains("<svg");
    }

    private static ReadResult decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return new ReadResult.Refused(Reason.TOO_MANY_PIXELS, width, height);
        }
        if (Math.max(width, height) / Math.min(width, height) >= MOST_RATIO) {
            return new ReadResult.Refused(Reason.TOO_NARROW, width, height);
        }
        // Only every n-th row and column is decoded, so that a large picture is never in memory as a whole.
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        var faulty = new AtomicBoolean();
        reader.addIIOReadWarningListener((_, _) -> faulty.set(true));
        CardLogo logo = scaled(reader.read(0, parameters));
        return new ReadResult.Read(logo, faulty.get());
    }

    private static CardLogo scaled(BufferedImage image) throws IOException {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(small, "png", png);
        return new CardLogo(png.toByteArray(), width, height);
    }
}
