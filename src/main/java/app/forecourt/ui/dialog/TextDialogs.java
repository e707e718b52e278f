package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.Screens;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.keys.KeySheet;
import app.forecourt.ui.words.Messages;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** What is longer than a question and lies over the window to be read and copied: it can be drawn larger. */
public final class TextDialogs {
    /** Pixels, where the screen has as many. */
    private static final double WIDTH = 860;
    private static final double HEIGHT = 500;
    private static final double KEYS_WIDTH = 1228;
    private static final double KEYS_HEIGHT = 690;
    /** How much of the screen at most. */
    private static final double SHARE = 0.9;

    private final Dialogs dialogs;
    private final Messages words;

    public TextDialogs(Dialogs dialogs, Messages words) {
        this.dialogs = dialogs;
        this.words = words;
    }

    /** Shows what the keyboard does. */
    public void showKeys() {
        var sheet = new KeySheet(words);
        show("keys.title", sheet, sheet, KEYS_WIDTH, KEYS_HEIGHT);
    }

    /** Read only, and yet with a caret: what stands there can be marked and copied. */
    public static TextArea text() {
        TextArea text = new TextArea();
        text.setEditable(false);
        TextWrap.enable(text);
        return text;
    }

    /**
     * Shows content that can be read and copied.
     *
     * @param first the node that has the focus
     */
    public void show(String titleKey, Node content, Node first) {
        show(titleKey, content, first, WIDTH, HEIGHT);
    }

    private void show(String titleKey, Node content, Node first, double width, double height) {
        Dialog<ButtonType> dialog = dialogs.dialog(titleKey);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes()
                .add(new ButtonType(words.get("answer.close"), ButtonData.CANCEL_CLOSE));
        place(dialog, width, height);
        closeOnEscape(dialog, content);
        dialog.setOnShown(event -> first.requestFocus());
        dialog.showAndWait();
    }

    /** Lists and text fields take Escape for themselves, though there is nothing in them to give up. */
    public static void closeOnEscape(Dialog<?> dialog, Node content) {
        content.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                dialog.close();
            }
        });
    }

    /** A page with much on it, that gets not much smaller than it opens. */
    public static void enlarge(Dialog<?> dialog, double width, double height) {
        DialogPane pane = dialog.getDialogPane();
        pane.setPrefSize(width, height);
        pane.setMinSize(width * 2 / 3, height / 2);
        // The theme has small questions in mind.
        pane.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        place(dialog, width, height);
    }

    /**
     * In the middle of the window, as far as that is on its screen, and to be drawn larger. Left to itself it opens at
     * times as small as it can be, its text two lines high (GTK, first of a run). Large text gets as much more room as
     * the window has.
     */
    public static void place(Dialog<?> dialog, double wide, double high) {
        dialog.setResizable(true);
        Window owner = dialog.getOwner();
        Rectangle2D screen = Screens.under(owner);
        double scale = Math.max(1, Theme.scale(owner.getScene()));
        double width = size(wide, scale, owner.getWidth(), screen.getWidth());
        double height = size(high, scale, owner.getHeight(), screen.getHeight());
        dialog.setWidth(width);
        dialog.setHeight(height);
        dialog.setX(DialogPlacement.within(owner.getX() + (owner.getWidth() - width) / 2, screen.getMinX(),
                screen.getMaxX() - width));
        dialog.setY(DialogPlacement.within(owner.getY() + (owner.getHeight() - height) / 2, screen.getMinY(),
                screen.getMaxY() - height));
    }

    private static double size(double usual, double scale, double owner, double screen) {
        return Math.floor(
                Math.min(Math.max(usual, Math.min(usual * scale, owner * SHARE)), screen * SHARE));
    }
}
