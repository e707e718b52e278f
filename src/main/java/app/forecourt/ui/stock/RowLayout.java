package app.forecourt.ui.stock;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** The parts of a row for which the list is wide enough, the same in all rows. */
final class RowLayout {
    /** Width of the list in pixels from which a row has room for a picture beside its words. */
    private static final double PICTURES_FROM = 264;
    /** Width of the list in pixels from which a row has room for each word of its last line. */
    private static final double ALL_WORDS_FROM = 300;
    /** Pixels beside the words for padding and scroll bar. */
    private static final double BESIDE = 25;
    /** Pixels of the picture and the gap beside it. */
    private static final double PICTURE = 56;

    private final ReadOnlyBooleanWrapper pictures = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper allWords = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper textWidth = new ReadOnlyDoubleWrapper();

    /**
     * Sets the width of the list.
     *
     * @param scale text size as a multiple of the standard size
     */
    void setWidth(double width, double scale) {
        pictures.set(width >= PICTURES_FROM * scale);
        allWords.set(width >= ALL_WORDS_FROM * scale);
        textWidth.set(width - (pictures.get() ? BESIDE + PICTURE : BESIDE) * scale);
    }

    ReadOnlyBooleanProperty pictures() {
        return pictures.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty allWords() {
        return allWords.getReadOnlyProperty();
    }

    /** Returns the width of a row's words in pixels. */
    ReadOnlyDoubleProperty textWidth() {
        return textWidth.getReadOnlyProperty();
    }
}
