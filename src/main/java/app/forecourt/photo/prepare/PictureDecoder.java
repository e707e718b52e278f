package app.forecourt.photo.prepare;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The decoder of picture files: scaled down while it reads, and in sRGB. The size is read from the header before
 * decoding.
 */
final class PictureDecoder {
    /** The maximum number of pixels of a picture that is in memory as a whole. */
    private static final long MOST_WHOLE_PIXELS = 16_000_000;
    /** The share of the rows that may be missing at the end of a JPEG, or the rows that the decoder holds back. */
    private static final double MISSING_SHARE = 0.02;

    private static final int HELD_ROWS = 20;
    /** Some cameras fill up their data. All other warnings are about pixels that are lost. */
    private static final String HARMLESS_WARNING = "extraneous bytes";

    private final int longSide;
    private final RgbPicture.Memory memory;

    /** Creates a decoder for pictures with at most this long side in pixels. */
    PictureDecoder(int longSide) {
        this(longSide, new RgbPicture.Memory());
    }

    /**
     * Creates a decoder for pictures with at most this long side in pixels.
     *
     * @param memory the memory of a picture, which is valid until the next one is decoded
     */
    PictureDecoder(int longSide, RgbPicture.Memory memory) {
        this.longSide = longSide;
        this.memory = memory;
    }

    /**
     * A decoded picture.
     *
     * @param picture the pixels as stored, not turned upright
     * @param originalLongSide the long side of the picture in the file
     */
    record Decoded(RgbPicture picture, int originalLongSide) {}

    /** Decodes a file. */
    Decoded decode(byte[] file) throws PhotoFileException {
        PictureFormat format =
                PictureFormat.of(file).orElseThrow(() -> new PhotoFileException(PhotoFileError.NOT_A_PICTURE));
        return switch (format) {
            case HEIC -> throw new PhotoFileException(PhotoFileError.HEIC);
            case OTHER -> throw new PhotoFileException(PhotoFileError.OTHER_FORMAT);
            case JPEG -> decodeJpeg(file);
            case PNG -> decodeWhole(format, file, ColorProfile.of(PictureChunks.profileOfPng(file)));
            case GIF, BMP, WEBP -> decodeWhole(format, file, Optional.empty());
        };
    }

    private Decoded decodeJpeg(byte[] file) throws PhotoFileException {
        JpegFile jpeg = JpegFile.parse(file);
        if (jpeg.scans() == 0 || jpeg.components() == 0) {
            throw new PhotoFileException(PhotoFileError.DAMAGED);
        }
        if (jpeg.hasTooManyScans()) {
            throw new PhotoFileException(PhotoFileError.TOO_MANY_SCANS);
        }
        if (!jpeg.isCommon()) {
            throw new PhotoFileException(PhotoFileError.OTHER_FORMAT);
        }
        // Java's decoder reads no CMYK. The library's one needs the profile and the whole picture.
        boolean isCmyk = jpeg.components() > 3;
        if (jpeg.isCutOff() && (isCmyk || jpeg.isProgressive())) {
            // Nothing says how much is missing: the library has no such warning, and each scan is of the whole picture.
            throw new PhotoFileException(PhotoFileError.DAMAGED);
        }
        return isCmyk ? decodeWhole(PictureFormat.JPEG, file, Optional.empty()) : decodeRows(file, jpeg);
    }

    /** Decodes row by row. The profile is applied to the few pixels of the result. */
    private Decoded decodeRows(byte[] file, JpegFile jpeg) throws PhotoFileException {
        ImageReader java = PictureReaders.of(PictureFormat.JPEG, file);
        return read(java, jpeg.picture(), (reader, width, height) -> {
            RgbPicture picture = PictureReaders.decode((long) width * height, () -> averaged(reader, width, height));
            ColorProfile.of(jpeg.profile()).ifPresent(profile -> profile.convert(picture));
            return new Decoded(picture, Math.max(width, height));
        });
    }

    private RgbPicture averaged(ImageReader reader, int width, int height) throws IOException {
        var average = AreaAverage.toLongSide(width, height, longSide, memory);
        int mostMissing = Math.min(height - 1, (int) Math.max(HELD_ROWS, height * MISSING_SHARE));
        reader.addIIOReadWarningListener((_, warning) -> {
            if (!warning.contains(HARMLESS_WARNING) && height - average.rows() > mostMissing) {
                reader.abort();
            }
        });
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setDestination(AveragingRaster.image(width, height, average));
        reader.read(0, parameters);
        if (average.rows() < height) {
            throw new PhotoFileException(PhotoFileError.DAMAGED);
        }
        return average.picture();
    }

    /** Decodes the whole picture, of a large one each n-th row and column only. */
    private Decoded decodeWhole(PictureFormat format, byte[] file, Optional<ColorProfile> embedded)
            throws PhotoFileException {
        return read(
                PictureReaders.of(format, file),
                PictureReaders.input(new byte[0], file, 0, file.length),
                (reader, width, height) -> {
                    // The decoders fill up what is missing.
                    if (PictureChunks.isCutOff(format, file)) {
                        throw new PhotoFileException(PhotoFileError.DAMAGED);
                    }
                    int step = 1;
                    while ((long) width * height / step / step > MOST_WHOLE_PIXELS) {
                        step++;
                    }
                    ImageReadParam parameters = reader.getDefaultReadParam();
                    parameters.setSourceSubsampling(step, step, 0, 0);
                    return PictureReaders.decode(2L * width * height / step / step, () -> {
                        BufferedImage image = reader.read(0, parameters);
                        return new Decoded(reduced(image, embedded), Math.max(width, height));
                    });
                });
    }

    private RgbPicture reduced(BufferedImage image, Optional<ColorProfile> embedded) {
        var average = AreaAverage.toLongSide(image.getWidth(), image.getHeight(), longSide, memory);
        var rows = new PixelRows(image);
        byte[] row = new byte[3 * image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            average.add(y, row);
        }
        RgbPicture picture = average.picture();
        Optional<ColorProfile> profile = rows.hasSamples()
                ? ColorProfile.of(image.getColorModel().getColorSpace()).or(() -> embedded)
                : Optional.empty();
        profile.ifPresent(found -> found.convert(picture));
        return picture;
    }

    @FunctionalInterface
    private interface Reading {
        Decoded read(ImageReader reader, int width, int height) throws IOException;
    }

    private static Decoded read(ImageReader reader, ImageInputStream file, Reading reading) throws PhotoFileException {
        try (var in = file) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (PictureLimits.exceededBy(width, height)) {
                throw new PhotoFileException(PhotoFileError.TOO_MANY_PIXELS);
            }
            return reading.read(reader, width, height);
        } catch (PhotoFileException rejected) {
            throw rejected;
        } catch (IOException | RuntimeException damaged) {
            // The decoders throw any kind of RuntimeException at damaged files.
            throw new PhotoFileException(PhotoFileError.DAMAGED);
        } finally {
            reader.dispose();
        }
    }
}
