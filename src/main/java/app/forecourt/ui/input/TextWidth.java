package app.forecourt.ui.input;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The width of a text in one line. */
public final class TextWidth {
    private static final Text TEXT = new Text();

    private TextWidth() {}

    /** Returns the width in whole pixels, as a label takes it. */
    public static double of(String text, Font font) {
        TEXT.setText(text);
        TEXT.setFont(font);
        return Math.ceil(TEXT.getLayoutBounds().getWidth());
    }
}
