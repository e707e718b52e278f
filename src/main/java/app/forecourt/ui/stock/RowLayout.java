package app.forecourt.ui.stock;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The parts of a row for which the list is wide enough, the same in all rows. */
final class RowLayout {
    /** Width of the list in pixels from which a row has room for a small picture beside its words. */
    private static final double PICTURES_FROM = 184;
    /** The same for a large picture. */
    private static final double LARGE_FROM = 264;
    /** Width of the list in pixels from which a row has room for each word of its last line. */
    private static final double ALL_WORDS_FROM = 300;

    private final ReadOnlyBooleanWrapper pictures = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper smallPictures = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper allWords = new ReadOnlyBooleanWrapper();

    /**
     * Sets the width of the list.
     *
     * @param scale text size as a multiple of the standard size
     */
    void setWidth(double width, double scale) {
        pictures.set(width >= PICTURES_FROM * scale);
        smallPictures.set(width < LARGE_FROM * scale);
        allWords.set(width >= ALL_WORDS_FROM * scale);
    }

    ReadOnlyBooleanProperty pictures() {
        return pictures.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty smallPictures() {
        return smallPictures.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty allWords() {
        return allWords.getReadOnlyProperty();
    }
}
