package app.forecourt.card;

import app.forecourt.advert.Advert;

/** A fact of the card: its label, and below it its value, at the x coordinate of their column. */
record FactCell(FittedText label, FittedText value, double x) {
    /** Font size of the label as a share of the value's size. */
    private static final double LABEL = 0.6;

    static FactCell of(Advert.Fact fact, double size, double x, double width) {
        double small = Math.max(10, size * LABEL);
        return new FactCell(
                FittedText.of(fact.label(), CardFont.REGULAR, small, 8, width, small * 1.6),
                FittedText.of(fact.value(), CardFont.BOLD, size, 8, width, size * 2.8),
                x);
    }

    double height() {
        return label.height() + value.height();
    }
}
