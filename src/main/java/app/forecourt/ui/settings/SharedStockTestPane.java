package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.connection.SharedStockCheck;
import app.forecourt.model.connection.SharedStockCheck.StepState;
import app.forecourt.sharing.server.ServerCheck.Outcome;
import app.forecourt.sharing.server.ServerCheck.Step;
import app.forecourt.sharing.server.ServerCheck.StepResult;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.settings.TestLine.Mark;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharedStockMessages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Pane with the steps of the test of a shared stock. */
final class SharedStockTestPane extends VBox {
    private final SharedStockCheck test;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final SharedStockMessages results;
    private final Label title = new Label();
    private final Button stop;
    private final Map<Step, TestLine> lines = new EnumMap<>(Step.class);

    /** @param start button that starts the test; gets the focus when the button here disappears */
    SharedStockTestPane(SharedStockCheck test, Button start, SettingsForm form, TaskRunner taskRunner,
            Messages messages) {
        this.test = test;
        this.taskRunner = taskRunner;
        this.messages = messages;
        results = new SharedStockMessages(messages);
        title.setId("sharedStockTestTitle");
        title.getStyleClass().add("test-title");
        LiveRegion.announceChanges(title);
        stop = form.button("sharedStockTestStop", "settings.test.stop", _ -> {
            start.requestFocus();
            test.stop();
        });
        stop.getStyleClass().add("small");
        HBox head = new HBox(title, stop);
        head.getStyleClass().add("test-head");
        getChildren().add(head);
        for (Step step : Step.values()) {
            TestLine line = new TestLine("sharedStockTest-" + Messages.key(step),
                    messages.get("sharedstock.step." + Messages.key(step)));
            lines.put(step, line);
            getChildren().add(line);
        }
        getStyleClass().add("test-steps");
        test.steps().addListener((MapChangeListener<Step, StepState>) change -> show(change.getKey(),
                Objects.requireNonNull(change.getMap().get(change.getKey()))));
        NodeVisibility.set(this, false);
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

    private void show(Step step, StepState state) {
        TestLine line = Objects.requireNonNull(lines.get(step));
        switch (state) {
            case StepState.Waiting _ -> line.end(Mark.WAITING, "");
            case StepState.Running _ -> line.begin(taskRunner);
            case StepState.Stopped _ -> line.end(Mark.STOPPED, messages.get("settings.test.stopped"));
            case StepState.Ended(StepResult result) ->
                line.end(mark(result.outcome()), results.sentence(result));
        }
        boolean isRunning = test.runningStep().isPresent();
        NodeVisibility.set(stop, isRunning);
        title.setText(messages.get(test.isPassed() ? "settings.sharedStockTest.passed"
                : isRunning ? "settings.sharedStockTest.running" : "settings.sharedStockTest.failed"));
    }

    private static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed _ -> Mark.FAILURE;
            case Outcome.Skipped _,Outcome.NoNotification _ -> Mark.WAITING;
            case Outcome.Passed _,Outcome.WillCreate _ -> Mark.SUCCESS;
        };
    }
}
