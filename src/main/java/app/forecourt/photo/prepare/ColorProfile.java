package app.forecourt.photo.prepare;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The color profile of a picture, such as Display P3 of iPhones. Without one a picture is in sRGB. */
final class ColorProfile {
    /** The number of rows that are converted at a time. */
    private static final int ROWS = 64;

    private final ICC_Profile profile;

    private ColorProfile(ICC_Profile profile) {
        this.profile = profile;
    }

    /** Reads an ICC profile for RGB; empty if there is none, or if it is damaged or of another kind. */
    static Optional<ColorProfile> of(byte @Nullable [] icc) {
        if (icc == null) {
            return Optional.empty();
        }
        try {
            return of(ICC_Profile.getInstance(icc));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Returns the profile of a color space of Java; empty if it is sRGB or not RGB. */
    static Optional<ColorProfile> of(ColorSpace space) {
        return space instanceof ICC_ColorSpace icc && !space.isCS_sRGB() ? of(icc.getProfile()) : Optional.empty();
    }

    private static Optional<ColorProfile> of(ICC_Profile profile) {
        return profile.getColorSpaceType() == ColorSpace.TYPE_RGB
                ? Optional.of(new ColorProfile(profile))
                : Optional.empty();
    }

    /** Converts a picture to sRGB. It stays as it is if the profile can't be used. */
    void convert(RgbPicture picture) {
        try {
            var conversion =
                    new ColorConvertOp(new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
            for (int y = 0; y < picture.height(); y += ROWS) {
                convert(picture, y, Math.min(ROWS, picture.height() - y), conversion);
            }
        } catch (CMMException | IllegalArgumentException unusable) {
            // Thrown at the first rows or never, so that no picture is half converted.
        }
    }

    private static void convert(RgbPicture picture, int top, int rows, ColorConvertOp conversion) {
        int width = picture.width();
        WritableRaster strip = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, rows, 3, null);
        int start = top * width;
        int count = rows * width;
        byte[] rgb = new byte[3 * count];
        picture.copyRows(top, rows, rgb);
        strip.setDataElements(0, 0, width, rows, rgb);
        conversion.filter(strip, strip);
        strip.getDataElements(0, 0, width, rows, rgb);
        for (int i = 0, in = 0; i < count; i++, in += 3) {
            picture.pixels()[start + i] = ((rgb[in] & 0xff) << 16) | ((rgb[in + 1] & 0xff) << 8) | (rgb[in + 2] & 0xff);
        }
    }
}
