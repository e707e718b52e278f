package app.forecourt.photo.prepare;

import java.awt.Graphics2D;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The color profile of a picture, such as Display P3 of iPhones. Without one a picture is in sRGB. */
final class ColorProfile {
    private ColorProfile() {}

    /** Reads an ICC profile for RGB; empty if there is none, or if it is damaged or of another kind. */
    static Optional<ColorSpace> of(byte @Nullable [] icc) {
        if (icc == null) {
            return Optional.empty();
        }
        try {
            return Optional.<ColorSpace>of(new ICC_ColorSpace(ICC_Profile.getInstance(icc)))
                    .filter(space -> space.getType() == ColorSpace.TYPE_RGB);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Converts a scaled picture from a color space to sRGB. It stays as it is if the space can't be used. */
    static void convert(BufferedImage picture, ColorSpace space, ReusablePictureBuffers memory) {
        WritableRaster copy = memory.bytes(picture.getWidth(), picture.getHeight());
        Graphics2D pen = ReusablePictureBuffers.image(copy, ColorSpace.getInstance(ColorSpace.CS_sRGB))
                .createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        try {
            new ColorConvertOp(null).filter(ReusablePictureBuffers.image(copy, space), picture);
        } catch (CMMException | IllegalArgumentException unusable) {
            // Thrown before the first pixel or never, so that no picture is half converted.
        }
    }
}
