package app.forecourt.card;

/** A part of the card at its place. Lengths are in points, the origin is the top left corner of the page. */
sealed interface CardElement {
    /** The colours of the card. They are the same in every theme. */
    enum Ink {
        TEXT(0x111827),
        MUTED(0x4b5563),
        DARK(0x1f2a37),
        PALE(0xeef2f6),
        WHITE(0xffffff);

        private final int rgb;

        Ink(int rgb) {
            this.rgb = rgb;
        }

        /** Returns the colour as {@code 0xRRGGBB}. */
        int rgb() {
            return rgb;
        }
    }

    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, Ink ink) implements CardElement {}

    /**
     * One line of text.
     *
     * @param text the text in the order of reading
     * @param x left end
     * @param baseline distance of the baseline from the top of the page
     */
    record Line(String text, double x, double baseline, CardFont font, double size, Ink ink) implements CardElement {
        public double width() {
            return font.width(text, size);
        }
    }

    /** The dealer's logo. */
    record Logo(CardLogo logo, double x, double y, double width, double height) implements CardElement {}

    /** A QR code. */
    record Code(QrCode code, double x, double y, double side) implements CardElement {}
}
