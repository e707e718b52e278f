package app.forecourt.ui.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.Completeness;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.words.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** How much of an advert is there, and what would raise it most: a hint, never a reason not to send. */
public final class CompletenessBar extends HBox {
    /** Pixels; with large text all else in the line is worth more. */
    private static final double SHORTEST = 30;

    private final Messages words;
    private final ProgressBar bar = new ProgressBar();
    private final Label percent = new Label();
    private final Label next = new Label();

    public CompletenessBar(CarFormModel form, Messages words) {
        this.words = words;
        getStyleClass().add("completeness");
        bar.setId("completeness");
        percent.setId("completeness-percent");
        bar.setMinWidth(SHORTEST);
        percent.setMinWidth(USE_PREF_SIZE);
        LiveRegion.follow(percent);
        next.getStyleClass().add("hint");
        next.setId("completeness-next");
        next.setMinWidth(0);
        // Half of it would say nothing.
        next.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> next.getWidth() >= Math.floor(next.prefWidth(-1)), next.widthProperty(),
                next.textProperty(), next.fontProperty()));
        getChildren().addAll(bar, percent, next);
        words.listenerScope().to(form.draft(), this::refresh);
    }

    /** What to do next has the room that all else in the line leaves: it would take it from the keys. */
    @Override
    protected double computePrefWidth(double height) {
        return super.computePrefWidth(height) - getSpacing() - snapSizeX(next.prefWidth(height));
    }

    private void refresh(CarDraft draft) {
        Completeness of = Completeness.of(draft);
        bar.setProgress(of.percent() / 100.0);
        percent.setText(words.get("completeness", of.percent()));
        bar.setAccessibleText(percent.getText());
        next.setText(of.next().map(step -> words.get(
                "completeness." + Messages.key(step.part()), step.missing(), step.gain()))
                .orElse(""));
    }
}
