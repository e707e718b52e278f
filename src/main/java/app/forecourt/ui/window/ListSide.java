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
final class ListSide extends StackPane {
    /** Width in pixels: the least and the most that the user can choose. */
    static final double LEAST = 190;
    static final double MOST = 520;
    /** Usual width: a share of the window, within these limits in pixels. */
    private static final double SHARE = 0.212;
    private static final double USUAL_LEAST = 230;
    private static final double USUAL_MOST = 340;
    /** Largest share of the window, because the form needs the rest. */
    private static final double MOST_SHARE = 0.36;
    /** Pixels by which an arrow key moves the splitter. */
    private static final double STEP = 14;
    private static final Pattern WIDTH = Pattern.compile("\\d{1,4}");

    private final BorderPane window;
    private final Preferences preferences;
    private final Region splitter = new Region();
    private OptionalDouble chosen;
    /** Action that moves the focus to where it was before the splitter. */
    private Runnable leave = () -> {};

    /** @param content list, or a placeholder of it */
    ListSide(Node content, BorderPane window, Preferences preferences, String splitterName,
            ListenerScope listeners) {
        this.window = window;
        this.preferences = preferences;
        chosen = parse(preferences.get(Setting.STOCK_WIDTH));
        splitter.setId("listSplitter");
        splitter.getStyleClass().add("list-splitter");
        splitter.setAccessibleText(splitterName);
        splitter.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        splitter.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag -> {
            resize(sceneToLocal(drag.getSceneX(), 0).getX());
            drag.consume();
        });
        splitter.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> save());
        splitter.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getClickCount() == 2) {
                reset();
            }
        });
        splitter.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        setAlignment(splitter, Pos.CENTER_RIGHT);
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
        return snapSizeX(chosen.isEmpty() ? usual
                : Math.min(chosen.getAsDouble() * scale,
                        Math.max(LEAST * scale, window.getWidth() * MOST_SHARE)));
    }

    private double scale() {
        return getScene() == null ? 1 : Theme.scale(getScene());
    }

    private void resize(double width) {
        chosen = OptionalDouble.of(Math.clamp(width / scale(), LEAST, MOST));
        requestLayout();
    }

    private void reset() {
        chosen = OptionalDouble.empty();
        requestLayout();
        save();
    }

    private void save() {
        preferences.put(Setting.STOCK_WIDTH,
                chosen.isEmpty() ? "" : String.valueOf(Math.round(chosen.getAsDouble())));
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
