package app.forecourt.text;

import java.util.Arrays;

/**
 * Set of the code points that are invisible in a window. A reader takes the text before and after them for one word.
 */
public final class IgnorableCodePoints {
    /**
     * Unicode's default-ignorable code points (property {@code Default_Ignorable_Code_Point}, Unicode 15), because Java
     * does not have them. Each range is given by its first code point and the first one after the range.
     */
    private static final int[] IGNORABLE = {
        0xAD, 0xAE, 0x34F, 0x350, 0x61C, 0x61D, 0x115F, 0x1161, 0x17B4, 0x17B6, 0x180B, 0x1810, 0x200B, 0x2010, 0x202A,
        0x202F, 0x2060, 0x2070, 0x3164, 0x3165, 0xFE00, 0xFE10, 0xFEFF, 0xFF00, 0xFFA0, 0xFFA1, 0xFFF0, 0xFFF9, 0x1BCA0,
        0x1BCA4, 0x1D173, 0x1D17B, 0xE0000, 0xE1000
    };

    private IgnorableCodePoints() {}

    /** Returns whether a code point is neither visible nor common white space. */
    public static boolean contains(int codePoint) {
        if (codePoint < 0x7f) {
            return codePoint < ' ' && codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
        }
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT || isIgnorable(codePoint);
    }

    private static boolean isIgnorable(int codePoint) {
        int index = Arrays.binarySearch(IGNORABLE, codePoint);
        int bound = index < 0 ? -index - 2 : index;
        return bound >= 0 && bound % 2 == 0;
    }
}
