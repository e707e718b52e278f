package app.forecourt.ui.form;

import app.forecourt.car.Completeness;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/**
 * A progress bar with the completeness of the advert in percent and the step that raises it most, as a link to its place
 * in the form. It is a hint only: a low percentage never blocks sending.
 */
public final class CompletenessBar extends HBox {
    /** Pixels. Small, because with large text the other parts of the line need the space more. */
    private static final double SHORTEST = 30;

    private final CarFormModel form;
    private final ObservableValue<List<Integer>> weakPhotos;
    private final Messages messages;
    private final ProgressBar bar = new ProgressBar();
    private final Label percent = new Label();
    private final Hyperlink next = new Hyperlink();
    private Optional<Completeness.Step> step = Optional.empty();

    /**
     * Creates the bar.
     *
     * @param weakPhotos the positions of the photos that could be better
     * @param goTo action that moves the focus to the place of a step
     */
    public CompletenessBar(CarFormModel form, ObservableValue<List<Integer>> weakPhotos, Messages messages,
            Consumer<Completeness.Part> goTo) {
        this.form = form;
        this.weakPhotos = weakPhotos;
        this.messages = messages;
        getStyleClass().add("completeness");
        bar.setId("completeness");
        percent.setId("completeness-percent");
        bar.setMinWidth(SHORTEST);
        percent.setMinWidth(USE_PREF_SIZE);
        LiveRegion.announceChanges(percent);
        next.getStyleClass().add("hint");
        next.setId("completeness-next");
        next.setMinWidth(0);
        // No stop of Tab on the way to the send button, because the fields have theirs.
        next.setFocusTraversable(false);
        next.setOnAction(_ -> step.map(Completeness.Step::part).ifPresent(goTo));
        getChildren().addAll(bar, percent, next);
        messages.listenerScope().listen(form.draft(), _ -> refresh());
        messages.listenerScope().listen(weakPhotos, _ -> refresh());
    }

    /** Returns the width without the hint, because the hint must not take space from the labels of the keys. */
    @Override
    protected double computePrefWidth(double height) {
        return super.computePrefWidth(height) - (next.isManaged() ? widthOfNext() : 0);
    }

    private double widthOfNext() {
        return getSpacing() + snapSizeX(next.prefWidth(-1));
    }

    /** Lays out the parts. Hides a hint that would be cut off, because half a sentence says nothing. */
    @Override
    protected void layoutChildren() {
        double others = snapSizeX(bar.prefWidth(-1)) + getSpacing() + snapSizeX(percent.prefWidth(-1));
        NodeVisibility.set(next, others + widthOfNext() <= getWidth());
        super.layoutChildren();
    }

    private void refresh() {
        Completeness completeness = Completeness.of(form.draft().get(), weakPhotos.getValue().size());
        step = completeness.next();
        bar.setProgress(completeness.percent() / 100.0);
        percent.setText(messages.get("completeness", completeness.percent()));
        bar.setAccessibleText(percent.getText());
        next.setText(step.map(raising -> messages.get("completeness." + Messages.key(raising.part()),
                raising.missing(), raising.gain())).orElse(""));
    }
}
