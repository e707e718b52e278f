package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.TextWrapPolicy;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Line of one step of a test in the settings: its icon, its name and its result. */
final class TestLine extends HBox {
    /** Delay before a wait is shown, because a shorter wait needs no notice. */
    static final Duration WAIT_SHOWN_AFTER = Duration.ofMillis(300);

    private final Label icon = new Label();
    private final Label text = new Label();
    private boolean isRunning;

    /** State of a step. */
    enum Mark {
        WAITING(Feather.CIRCLE, "waiting"),
        SUCCESS(Feather.CHECK_CIRCLE, "success"),
        FAILURE(Feather.ALERT_CIRCLE, "danger"),
        STOPPED(Feather.SLASH, "stopped");

        private final Feather icon;
        private final String styleClass;

        Mark(Feather icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }
    }

    /** @param id id of the result */
    TestLine(String id, String step) {
        Label name = new Label(step);
        name.getStyleClass().add("test-step");
        text.setId(id);
        TextWrapPolicy.enable(text);
        LiveRegion.announceChanges(text);
        text.setMinHeight(USE_PREF_SIZE);
        icon.getStyleClass().add("test-icon");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(icon, name, text);
    }

    boolean isRunning() {
        return isRunning;
    }

    /** Marks the step as running. */
    void begin(TaskRunner taskRunner) {
        end(Mark.WAITING, "");
        isRunning = true;
        taskRunner.runLater(WAIT_SHOWN_AFTER, () -> {
            if (isRunning) {
                ProgressIndicator wait = new ProgressIndicator();
                wait.getStyleClass().add("small-wait");
                icon.setGraphic(wait);
            }
        });
    }

    /** Shows the result of the step. */
    void end(Mark mark, String sentence) {
        isRunning = false;
        icon.setGraphic(Icons.of(mark.icon));
        getStyleClass().setAll("test-line", mark.styleClass);
        text.setText(sentence);
    }
}
