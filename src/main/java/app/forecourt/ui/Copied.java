package app.forecourt.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The text that was copied last, here or in another program. Used on the window's thread only. */
final class Copied {
    private Copied() {}

    /** The text, empty when there is none. */
    static String text() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    /** Copies a text. */
    static void text(String now) {
        ClipboardContent content = new ClipboardContent();
        content.putString(now);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
