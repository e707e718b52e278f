package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.connection.SharedStockCheck;
import app.forecourt.model.connection.TestSteps.StepState;
import app.forecourt.sharing.server.ServerCheck.Outcome;
import app.forecourt.sharing.server.ServerCheck.Step;
import app.forecourt.sharing.server.ServerCheck.StepResult;
import app.forecourt.ui.settings.TestLine.Mark;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharedStockMessages;
import javafx.collections.ObservableMap;
import javafx.scene.control.Button;

/** Pane with the steps of the test of a shared stock. */
final class SharedStockTestPane extends SteppedTestPane<Step, StepResult> {
    private final SharedStockMessages results;
    private final ObservableMap<Step, StepState<StepResult>> steps;

    /** @param start button that starts the test; gets the focus when the button here disappears */
    SharedStockTestPane(
            SharedStockCheck test, Button start, SettingsForm form, TaskRunner taskRunner, Messages messages) {
        super(test, Step.class, "sharedStockTest", "sharedstock.step.", start, form, taskRunner, messages);
        results = new SharedStockMessages(messages);
        steps = test.steps();
    }

    @Override
    void showResult(TestLine line, StepResult result) {
        line.end(mark(result.outcome()), results.sentence(result));
    }

    @Override
    String passedKey() {
        return steps.get(Step.SCHEMA) instanceof StepState.Ended<StepResult>(StepResult schema)
                        && schema.outcome() instanceof Outcome.WillCreate
                ? ".prepared"
                : ".passed";
    }

    private static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed _ -> Mark.FAILURE;
            case Outcome.Skipped _, Outcome.NoNotification _, Outcome.WillCreate _ -> Mark.WAITING;
            case Outcome.Passed _ -> Mark.SUCCESS;
        };
    }
}
