package app.forecourt.ui.stock;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** The parts of a row for which the list is wide enough, the same in all rows. */
final class RowLayout {
    /** Width of the list in pixels from which a row has room for a small picture beside its words. */
    private static final double PICTURES_FROM = 184;
    /** The same for a large picture. */
    private static final double LARGE_FROM = 264;
    /** Width of the list in pixels from which a row has room for each word of its last line. */
    private static final double ALL_WORDS_FROM = 300;
    /** Pixels beside the words for padding and scroll bar. */
    private static final double BESIDE = 25;
    /** Pixels of the picture and the gap beside it. */
    private static final double LARGE_PICTURE = 56;
    private static final double SMALL_PICTURE = 44;

    private final ReadOnlyBooleanWrapper pictures = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper smallPictures = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper allWords = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper textWidth = new ReadOnlyDoubleWrapper();

    /**
     * Sets the width of the list.
     *
     * @param scale text size as a multiple of the standard size
     */
    void setWidth(double width, double scale) {
        pictures.set(width >= PICTURES_FROM * scale);
        smallPictures.set(width < LARGE_FROM * scale);
        allWords.set(width >= ALL_WORDS_FROM * scale);
        double picture = smallPictures.get() ? SMALL_PICTURE : LARGE_PICTURE;
        textWidth.set(width - (pictures.get() ? BESIDE + picture : BESIDE) * scale);
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

    /** Returns the width of a row's words in pixels. */
    ReadOnlyDoubleProperty textWidth() {
        return textWidth.getReadOnlyProperty();
    }
}
