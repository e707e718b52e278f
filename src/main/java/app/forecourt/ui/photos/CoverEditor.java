package app.forecourt.ui.photos;

import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The editor of the covered areas of a photo: the photo with its rectangles; below it the current place and buttons.
 */
final class CoverEditor {
    private static final int PERCENT = 100;

    private final Messages messages;
    private CoverRectangles rectangles = new CoverRectangles(List.of());
    private final CoverPane pane = new CoverPane(this::onChanged);
    private final VBox foot;
    private final Label place = new Label();
    private final Button remove;
    private boolean warned;

    /**
     * Creates the editor.
     *
     * @param accept receives all areas
     * @param leave leaves the photo as it is
     */
    CoverEditor(Messages messages, Consumer<List<CoveredArea>> accept, Runnable leave) {
        this.messages = messages;
        remove = button(
                "coverRemove", messages.get("photo.cover.remove"), () -> pane.change(CoverRectangles::removeLast));
        Button cancel = button("coverCancel", messages.get("photo.cover.cancel"), leave);
        Runnable acceptAll = () -> accept.accept(rectangles.areas());
        Button done = button("coverAccept", messages.get("photo.cover") + "   ↵", acceptAll);
        done.getStyleClass().add(Styles.ACCENT);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                key.consume();
                acceptAll.run();
            }
        });
        place.setId("coverPlace");
        Label keys = new Label(messages.get("photo.cover.keys"));
        keys.setId("coverKeys");
        keys.getStyleClass().add("hint");
        List.of(place, keys).forEach(label -> {
            TextWrapPolicy.enable(label);
            label.setMinHeight(Region.USE_PREF_SIZE);
        });
        LiveRegion.announceChanges(place);
        keys.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(keys, Priority.ALWAYS);
        HBox buttons = new HBox(keys, remove, cancel, done);
        buttons.getStyleClass().add("photo-foot");
        // A line of its own, so that no text wraps: the photo must not move while a rectangle is drawn.
        foot = new VBox(place, buttons);
        foot.getStyleClass().add("cover-foot");
        setVisible(false);
        refresh();
    }

    /** Returns the photo with its rectangles. */
    CoverPane pane() {
        return pane;
    }

    /** Returns the texts and buttons. */
    VBox foot() {
        return foot;
    }

    /**
     * Begins to edit.
     *
     * @param image the upright photo, at first perhaps smaller
     * @param covered the areas that are covered already
     */
    void start(Image image, List<CoveredArea> covered) {
        rectangles = new CoverRectangles(covered);
        pane.show(image, rectangles);
        warned = false;
        setVisible(true);
        refresh();
        pane.requestFocus();
    }

    /** Shows or hides the editor. Its place stays. */
    void setVisible(boolean visible) {
        pane.setVisible(visible);
        foot.setVisible(visible);
    }

    boolean isVisible() {
        return pane.isVisible();
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Returns whether the user has changed a rectangle. */
    boolean isChanged() {
        return rectangles.isChanged();
    }

    /**
     * Says once that the rectangles are not covered yet.
     *
     * @return false if that was said already, or if there is nothing to cover
     */
    boolean warn() {
        boolean warns = isChanged() && !warned;
        if (warns) {
            warned = true;
            say(messages.get("photo.cover.unsaved"));
        }
        return warns;
    }

    /** Shows a warning until the next change of a rectangle. */
    void say(String warning) {
        place.setText(warning);
        place.pseudoClassStateChanged(SeverityStyle.WARNING, true);
    }

    private void onChanged() {
        warned = false;
        refresh();
    }

    private void refresh() {
        place.pseudoClassStateChanged(SeverityStyle.WARNING, false);
        place.setText(rectangles.last().map(this::text).orElseGet(() -> messages.get("photo.cover.hint")));
        pane.setAccessibleText(place.getText());
        remove.setDisable(rectangles.last().isEmpty());
    }

    private String text(CoveredArea area) {
        return messages.get(
                "photo.cover.place",
                rectangles.areas().size(),
                percent(area.x()),
                percent(area.y()),
                percent(area.width()),
                percent(area.height()));
    }

    private static long percent(double fraction) {
        return Math.round(fraction * PERCENT);
    }
}
