package app.forecourt.ui.fx;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The text that was copied last, here or in another program. Used on the window's thread only. */
public final class ClipboardText {
    private ClipboardText() {}

    /** The text, empty when there is none. */
    public static String text() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    /** Copies a text. */
    public static void text(String now) {
        ClipboardContent content = new ClipboardContent();
        content.putString(now);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
