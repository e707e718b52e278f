package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.keys.KeySheet;
import app.forecourt.ui.words.Messages;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** Sheets for long content that the user reads and copies. */
public final class ContentSheets {
    /** Width in pixels, if the screen is large enough. */
    private static final double WIDTH = 860;

    private static final double WIDE = 1120;
    private static final double KEYS_WIDTH = 1228;
    /** Largest share of the window. */
    private static final double SHARE = 0.9;

    private final WindowDialogs dialogs;
    private final Messages messages;

    public ContentSheets(WindowDialogs dialogs, Messages messages) {
        this.dialogs = dialogs;
        this.messages = messages;
    }

    /** Shows the key sheet. */
    public void showKeys() {
        var sheet = new KeySheet(messages);
        show(dialogs.createSheet("keys.title"), sheet, sheet, KEYS_WIDTH);
    }

    /** Creates a read-only text area. It has a caret, so that its text can be selected and copied. */
    public static TextArea readOnlyText() {
        TextArea text = new TextArea();
        text.setEditable(false);
        SafeTextWrap.enable(text);
        return text;
    }

    /**
     * Shows content that uses the whole width of the window and has a mode of its own.
     *
     * @param leaveMode leaves the mode in place of closing the sheet; returns false if the sheet closes
     */
    public void showWide(String titleKey, Node content, BooleanSupplier leaveMode) {
        Sheet sheet = dialogs.createSheet(titleKey);
        sheet.confirmClose(() -> !leaveMode.getAsBoolean());
        show(sheet, content, content, WIDE);
    }

    /** Shows content with a title that is no words key. */
    public void showTitled(String title, Node content, Node first) {
        show(dialogs.createTitledSheet(title), content, first, WIDTH);
    }

    private void show(Sheet sheet, Node content, Node first, double width) {
        sheet.pane().setContent(content);
        sheet.pane().getButtonTypes().add(new ButtonType(messages.get("answer.close"), ButtonData.CANCEL_CLOSE));
        sheet.setWidth(width);
        sheet.setOnShown(first::requestFocus);
        sheet.showAndWait();
    }

    /** Closes a dialog on Esc. A filter is needed, because lists and text fields consume Esc. */
    public static void closeOnEscape(Dialog<?> dialog, Node content) {
        content.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                dialog.close();
            }
        });
    }

    /**
     * Makes a dialog resizable and gives it a size. Without an explicit size the first dialog of a run may open in its
     * least size (GTK). Its text is then two lines high. With large text the dialog grows in proportion, up to the size
     * of the window.
     *
     * @param width width in pixels at normal text size
     * @param height height in pixels at normal text size
     */
    public static void setSize(Dialog<?> dialog, double width, double height) {
        Window owner = dialog.getOwner();
        double scale = Math.max(1, Theme.scale(owner.getScene()));
        dialog.setResizable(true);
        dialog.setWidth(Math.min(width * scale, owner.getWidth() * SHARE));
        dialog.setHeight(Math.min(height * scale, owner.getHeight() * SHARE));
    }
}
