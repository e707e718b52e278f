package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.connection.SteppedTest;
import app.forecourt.model.connection.TestSteps.StepState;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.settings.TestLine.Mark;
import app.forecourt.ui.words.Messages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Pane with the steps of a test, their results, and a button that stops the test. It is hidden until a test begins.
 *
 * @param <S> the steps
 * @param <R> the result of a step
 */
abstract class SteppedTestPane<S extends Enum<S>, R> extends VBox {
    private final SteppedTest<S, R> test;
    private final String id;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final Label title = new Label();
    private final Button stop;
    private final Map<S, TestLine> lines;

    /**
     * @param id the id of the test, which begins the ids of the nodes and the keys of the titles
     * @param stepKey the beginning of the keys of the steps' names
     * @param start button that starts the test; gets the focus when the button here disappears
     */
    SteppedTestPane(
            SteppedTest<S, R> test,
            Class<S> steps,
            String id,
            String stepKey,
            Button start,
            SettingsForm form,
            TaskRunner taskRunner,
            Messages messages) {
        this.test = test;
        this.id = id;
        this.taskRunner = taskRunner;
        this.messages = messages;
        lines = new EnumMap<>(steps);
        title.setId(id + "Title");
        title.getStyleClass().add("test-title");
        LiveRegion.announceChanges(title);
        stop = form.button(id + "Stop", "settings.test.stop", _ -> {
            start.requestFocus();
            test.stop();
        });
        stop.getStyleClass().add("small");
        HBox head = new HBox(title, stop);
        head.getStyleClass().add("test-head");
        getChildren().add(head);
        for (S step : steps.getEnumConstants()) {
            TestLine line = new TestLine(id + "-" + Messages.key(step), messages.get(stepKey + Messages.key(step)));
            lines.put(step, line);
            getChildren().add(line);
        }
        getStyleClass().add("test-steps");
        test.steps().addListener((MapChangeListener<S, StepState<R>>) change ->
                show(change.getKey(), Objects.requireNonNull(change.getMap().get(change.getKey()))));
        NodeVisibility.set(this, false);
    }

    /** Shows the result of a step in its line. */
    abstract void showResult(TestLine line, R result);

    /** Returns the end of the title's key after all steps have passed. */
    String passedKey() {
        return ".passed";
    }

    /** Shows the pane and what is known. */
    void open() {
        NodeVisibility.set(this, true);
        test.steps().forEach(this::show);
        SettingsPage.scrollTo(this);
    }

    /** Hides the results and stops the test, because they do not belong to the values that are typed now. */
    void reset() {
        if (isVisible()) {
            test.reset();
            NodeVisibility.set(this, false);
        }
    }

    private void show(S step, StepState<R> state) {
        TestLine line = Objects.requireNonNull(lines.get(step));
        switch (state) {
            case StepState.Waiting<R> _ -> line.end(Mark.WAITING, "");
            case StepState.Running<R> _ -> line.begin(taskRunner);
            case StepState.Stopped<R> _ -> line.end(Mark.STOPPED, messages.get("settings.test.stopped"));
            case StepState.Ended<R>(R ended) -> showResult(line, ended);
        }
        boolean isRunning = test.runningStep().isPresent();
        NodeVisibility.set(stop, isRunning);
        title.setText(
                messages.get("settings." + id + (test.isPassed() ? passedKey() : isRunning ? ".running" : ".failed")));
    }
}
