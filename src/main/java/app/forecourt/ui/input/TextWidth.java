package app.forecourt.ui.form;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The width of a text in one line. */
final class TextWidth {
    private static final Text TEXT = new Text();

    private TextWidth() {}

    /** Returns the width in whole pixels, as a label takes it. */
    static double of(String text, Font font) {
        TEXT.setText(text);
        TEXT.setFont(font);
        return Math.ceil(TEXT.getLayoutBounds().getWidth());
    }
}
