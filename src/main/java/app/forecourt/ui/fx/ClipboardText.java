package app.forecourt.ui.fx;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The text on the system clipboard. For the FX thread only. */
public final class ClipboardText {
    private ClipboardText() {}

    /** Returns the text; empty if there is none. */
    public static String text() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    /** Copies a text to the clipboard. */
    public static void text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
