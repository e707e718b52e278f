package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Pane of a test of typed values. Each step appears with its result when it is over. A button stops the test. The pane
 * is hidden until a test begins.
 */
final class TestStepsPane extends VBox {
    private final String id;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final Label title;
    private final Button stop;
    private final VBox lines = new VBox();
    private @Nullable Run current;

    /** @param id the id of the test, which begins the ids of the nodes and the keys of the titles and steps */
    TestStepsPane(String id, SettingFields form) {
        this.id = id;
        taskRunner = form.taskRunner;
        messages = form.messages;
        title = LiveRegion.label(id + "Title", "test-title");
        stop = form.button(id + "Stop", "settings.test.stop", _ -> stop());
        stop.getStyleClass().add("small");
        HBox head = new HBox(title, stop);
        head.getStyleClass().add("test-head");
        lines.getStyleClass().add("test-lines");
        getStyleClass().add("test-steps");
        getChildren().addAll(head, lines);
        NodeVisibility.set(this, false);
        // Stops the test when the settings are closed.
        sceneProperty().subscribe((_, scene) -> {
            if (scene == null) {
                reset();
            }
        });
    }

    /**
     * Shows the pane and starts a test. Stops an earlier one.
     *
     * @param start button that gets the focus when the button here disappears
     * @param test blocking test, which passes its results to the run
     * @param titleArguments arguments of the titles
     */
    void start(Button start, Consumer<Run> test, Object... titleArguments) {
        reset();
        Run run = new Run(start, titleArguments);
        current = run;
        title.setText(run.title(".running"));
        NodeVisibility.set(stop, true);
        NodeVisibility.set(this, true);
        SettingsPage.scrollTo(this);
        taskRunner.run(
                () -> {
                    run.execute(test);
                    return true;
                },
                _ -> end(run, run.title(run.hasFailed ? ".failed" : ".passed")),
                _ -> end(run, messages.get("settings.test.stopped")));
    }

    private void end(@Nullable Run run, String result) {
        if (run != null && run == current) {
            current = null;
            title.setText(result);
            if (getScene() != null && getScene().getFocusOwner() == stop) {
                run.start.requestFocus();
            }
            NodeVisibility.set(stop, false);
        }
    }

    private void stop() {
        Run run = current;
        if (run != null) {
            taskRunner.run(run::stop);
            end(run, messages.get("settings.test.stopped"));
        }
    }

    /** Stops the test and hides its results, because they do not belong to the values that are typed now. */
    void reset() {
        stop();
        lines.getChildren().clear();
        NodeVisibility.set(this, false);
    }

    private HBox line(String step, boolean isPassed, String sentence) {
        Label icon = new Label();
        icon.setGraphic(Icons.of(isPassed ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE));
        icon.getStyleClass().add("test-icon");
        Label name = new Label(messages.get("settings." + id + "." + step));
        name.getStyleClass().add("test-step");
        Label text = LiveRegion.label(id + "-" + step);
        text.setText(sentence);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(icon, name, text);
        line.getStyleClass().setAll("test-line", isPassed ? "success" : "danger");
        return line;
    }

    /** One run of a test. Its methods can be called from any thread. */
    final class Run {
        private final Button start;
        private final Object[] titleArguments;
        private boolean hasFailed;
        private boolean isStopped;
        private Runnable onStop = () -> {};

        private Run(Button start, Object... titleArguments) {
            this.start = start;
            this.titleArguments = titleArguments;
        }

        private String title(String end) {
            return messages.get("settings." + id + end, titleArguments);
        }

        private void execute(Consumer<Run> test) {
            onStop(Thread.currentThread()::interrupt);
            test.accept(this);
            onStop(() -> {});
        }

        private synchronized void stop() {
            isStopped = true;
            onStop.run();
        }

        /** Sets the action that stops the test from now on. At first, its thread is interrupted. */
        synchronized void onStop(Runnable action) {
            onStop = action;
            if (isStopped) {
                action.run();
            }
        }

        /** Shows a step that has passed. */
        void passed(String step, String sentence) {
            show(step, true, sentence);
        }

        /** Shows a step that has failed. */
        void failed(String step, String sentence) {
            show(step, false, sentence);
        }

        private void show(String step, boolean isPassed, String sentence) {
            onFxThread(() -> {
                hasFailed |= !isPassed;
                lines.getChildren().add(line(step, isPassed, sentence));
                SettingsPage.scrollTo(TestStepsPane.this);
            });
        }

        /** Runs an action on the FX thread, unless the test was stopped. */
        void onFxThread(Runnable action) {
            taskRunner.fxThread().execute(() -> {
                if (current == this) {
                    action.run();
                }
            });
        }
    }
}
