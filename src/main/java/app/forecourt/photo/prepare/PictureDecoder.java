package app.forecourt.photo.prepare;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The decoder of picture files: upright, scaled down and in sRGB. The size is read from the header before decoding. Of
 * a large picture each n-th row and column is decoded only, so that it is never in memory as a whole.
 */
public final class PictureDecoder {
    /** The maximum number of decoded pixels for each pixel of the largest result: together 16 million for a photo. */
    private static final double MOST_DECODED = 4.34;

    private final int longSide;
    private final ReusablePictureBuffers memory;

    /**
     * Creates a decoder for pictures with at most this long side in pixels.
     *
     * @param memory the memory of a picture, which is valid until the next one is decoded
     */
    PictureDecoder(int longSide, ReusablePictureBuffers memory) {
        this.longSide = longSide;
        this.memory = memory;
    }

    /**
     * A decoded picture.
     *
     * @param picture the pixels, turned upright
     * @param width the width of the picture in the file, turned upright
     * @param height the height of the picture in the file, turned upright
     */
    public record Decoded(BufferedImage picture, int width, int height) {}

    /** Decodes a file to a picture with at most this long side in pixels. */
    public static Decoded decode(byte[] file, int longSide) throws PhotoFileException {
        return new PictureDecoder(longSide, new ReusablePictureBuffers()).decode(file);
    }

    Decoded decode(byte[] file) throws PhotoFileException {
        PictureFormat format =
                PictureFormat.of(file).orElseThrow(() -> new PhotoFileException(PhotoFileError.NOT_A_PICTURE));
        return switch (format) {
            case HEIC -> throw new PhotoFileException(PhotoFileError.HEIC);
            case OTHER -> throw new PhotoFileException(PhotoFileError.OTHER_FORMAT);
            case JPEG -> decodeJpeg(file);
            case PNG, GIF, BMP, WEBP -> decodeOther(format, file);
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
        // Java's decoder reads no CMYK. The library's one needs the profile.
        boolean isCmyk = jpeg.components() > 3;
        if (jpeg.isCutOff() && (isCmyk || jpeg.isProgressive())) {
            // Nothing says how much is missing: the library has no such warning, and each scan is of the whole picture.
            throw new PhotoFileException(PhotoFileError.DAMAGED);
        }
        return isCmyk ? decodeOther(PictureFormat.JPEG, file) : decodeColors(file, jpeg);
    }

    /** Decodes by Java's decoder. The profile is applied to the few pixels of the result. */
    private Decoded decodeColors(byte[] file, JpegFile jpeg) throws PhotoFileException {
        ImageReader decoder = PictureFormat.ofJava(ImageIO.getImageReadersByFormatName("jpeg"));
        return read(file, decoder, jpeg.picture(), (reader, width, height) -> {
            int step = step(width, height);
            int rowCount = (height + step - 1) / step;
            var rows = new MissingRowDetector(reader, rowCount);
            ImageReadParam parameters = parameters(reader, step);
            parameters.setDestination(ReusablePictureBuffers.image(
                    memory.bytes((width + step - 1) / step, rowCount), ColorSpace.getInstance(ColorSpace.CS_sRGB)));
            BufferedImage image = reader.read(0, parameters);
            if (rows.isAny()) {
                throw new PhotoFileException(PhotoFileError.DAMAGED);
            }
            return scaled(image, ColorProfile.of(jpeg.profile()));
        });
    }

    private Decoded decodeOther(PictureFormat format, byte[] file) throws PhotoFileException {
        ImageReader decoder = ImageIO.getImageReadersByFormatName(format.name()).next();
        ImageInputStream input = new InMemoryImageInputStream(new byte[0], file, 0, file.length);
        return read(file, decoder, input, (reader, width, height) -> {
            // The decoders fill up what is missing.
            if (PictureChunks.isCutOff(format, file)) {
                throw new PhotoFileException(PhotoFileError.DAMAGED);
            }
            BufferedImage image = reader.read(0, parameters(reader, step(width, height)));
            BufferedImage samples = PictureScaler.withSamples(image);
            ColorSpace space = image.getColorModel().getColorSpace();
            boolean isOther = samples != image && !space.isCS_sRGB() && space.getType() == ColorSpace.TYPE_RGB;
            return scaled(samples, isOther ? Optional.of(space) : Optional.empty());
        });
    }

    private int step(int width, int height) {
        int step = 1;
        while ((long) width * height / step / step > MOST_DECODED * longSide * longSide) {
            step++;
        }
        return step;
    }

    private static ImageReadParam parameters(ImageReader reader, int step) {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    private BufferedImage scaled(BufferedImage image, Optional<ColorSpace> profile) {
        BufferedImage scaled = new PictureScaler(memory).toLongSide(image, longSide);
        profile.ifPresent(space -> ColorProfile.convert(scaled, space, memory));
        return scaled;
    }

    @FunctionalInterface
    private interface Reading {
        BufferedImage read(ImageReader reader, int width, int height) throws IOException;
    }

    private Decoded read(byte[] file, ImageReader reader, ImageInputStream input, Reading reading)
            throws PhotoFileException {
        try (var in = input) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (PictureLimits.exceededBy(width, height)) {
                throw new PhotoFileException(PhotoFileError.TOO_MANY_PIXELS);
            }
            ExifOrientation orientation = ExifOrientation.of(file);
            // One picture at a time, because a decoder needs up to eight bytes of memory for each pixel.
            synchronized (PictureDecoder.class) {
                BufferedImage picture = orientation.upright(reading.read(reader, width, height), memory);
                return orientation.swapsSides()
                        ? new Decoded(picture, height, width)
                        : new Decoded(picture, width, height);
            }
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
