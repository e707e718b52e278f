package app.forecourt.ui.window;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.Theme;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The place of the stock list beside the form, with a splitter at its edge. Its width follows the window until the user
 * moves the splitter. All widths are for the standard text size and grow with the text.
 */
final class StockSidePane extends StackPane {
    /** Width in pixels: the least and the most that the user can choose. */
    static final double LEAST = 190;

    static final double MOST = 520;
    /** Usual width: a share of the window, within these limits in pixels. */
    private static final double SHARE = 0.212;

    private static final double USUAL_LEAST = 230;
    private static final double USUAL_MOST = 340;
    /** Largest share of the window, because the form needs the rest. */
    private static final double MOST_SHARE = 0.3;
    /** Pixels by which an arrow key moves the splitter. */
    private static final double STEP = 14;
    /** Pixels of the splitter beyond the edge of the list. The style sheet gives it 9. */
    private static final double BEYOND = 4;

    private static final Pattern WIDTH = Pattern.compile("\\d{1,4}");

    private final BorderPane window;
    private final Preferences preferences;
    private final Region splitter = new Region();
    /** The width that the user chose. A narrow window shows less of it. */
    private OptionalDouble chosen;
    /** Pixels from the mouse to the edge of the list, at the press. */
    private double grip;
    /** Action that moves the focus to where it was before the splitter. */
    private Runnable leave = () -> {};

    /** @param content list, or a placeholder of it */
    StockSidePane(
            Node content, BorderPane window, Preferences preferences, String splitterName, ListenerScope listeners) {
        this.window = window;
        this.preferences = preferences;
        chosen = parse(preferences.get(Setting.STOCK_WIDTH));
        splitter.setId("listSplitter");
        splitter.getStyleClass().add("list-splitter");
        splitter.setAccessibleText(splitterName);
        splitter.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            grip = getWidth() - sceneToLocal(press.getSceneX(), 0).getX();
            press.consume();
        });
        splitter.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag -> {
            resize(sceneToLocal(drag.getSceneX(), 0).getX() + grip);
            drag.consume();
        });
        splitter.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> save());
        splitter.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        setAlignment(splitter, Pos.CENTER_RIGHT);
        // The splitter is on both sides of the edge, so above the form too.
        splitter.setTranslateX(BEYOND);
        setViewOrder(-1);
        setContent(content);
        listeners.listen(window.widthProperty(), (_, _) -> requestLayout());
    }

    void setContent(Node content) {
        getChildren().setAll(content, splitter);
    }

    /**
     * Moves the focus to the splitter, so that the arrow keys move it.
     *
     * @param after action that moves the focus on when the user has finished
     */
    void focusSplitter(Runnable after) {
        leave = after;
        splitter.requestFocus();
    }

    /** Returns the width that the preferences name; empty if they name none. */
    static OptionalDouble parse(String width) {
        return WIDTH.matcher(width).matches()
                ? OptionalDouble.of(Math.clamp(Integer.parseInt(width), LEAST, MOST))
                : OptionalDouble.empty();
    }

    @Override
    protected double computePrefWidth(double height) {
        double scale = scale();
        // With large text the form needs the room more.
        double least = Math.min(USUAL_LEAST * scale, Math.max(USUAL_LEAST, window.getWidth() * SHARE));
        double usual = Math.clamp(window.getWidth() * SHARE, least, USUAL_MOST * scale);
        return snapSizeX(chosen.isEmpty() ? usual : Math.min(chosen.getAsDouble() * scale, most()));
    }

    /** Returns the largest width in this window. */
    private double most() {
        return Math.max(LEAST * scale(), window.getWidth() * MOST_SHARE);
    }

    private double scale() {
        return getScene() == null ? 1 : Theme.scale(getScene());
    }

    private void resize(double width) {
        double wanted = Math.clamp(Math.min(width, most()) / scale(), LEAST, MOST);
        // At the limit of a narrow window the width for a wide one is kept.
        if (width < most() || chosen.isEmpty() || chosen.getAsDouble() < wanted) {
            chosen = OptionalDouble.of(wanted);
            requestLayout();
        }
    }

    private void reset() {
        chosen = OptionalDouble.empty();
        requestLayout();
        save();
    }

    private void save() {
        preferences.put(Setting.STOCK_WIDTH, chosen.isEmpty() ? "" : String.valueOf(Math.round(chosen.getAsDouble())));
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT -> resize(getWidth() - STEP * scale());
            case RIGHT -> resize(getWidth() + STEP * scale());
            case HOME -> reset();
            case ENTER, ESCAPE -> leave.run();
            default -> {
                return;
            }
        }
        save();
        key.consume();
    }
}
