package app.forecourt.model.connection;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.connection.TestSteps.StepState;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.server.ServerCheck;
import app.forecourt.sharing.server.ServerCheck.Outcome;
import app.forecourt.sharing.server.ServerCheck.Step;
import app.forecourt.sharing.server.ServerCheck.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * The test of a shared stock before it is saved, step by step. It runs in the background and can be stopped. It changes
 * nothing at the server. Used on the FX thread only.
 */
public final class SharedStockCheck implements SteppedTest<Step, StepResult> {
    private final TaskRunner taskRunner;
    private final TestSteps<Step, StepResult> steps = new TestSteps<>(List.of(Step.values()));
    private @Nullable InterruptibleRun current;

    public SharedStockCheck(TaskRunner taskRunner) {
        this.taskRunner = taskRunner;
    }

    @Override
    public ObservableMap<Step, StepState<StepResult>> steps() {
        return steps.states();
    }

    /**
     * Starts the test. Cancels an earlier one.
     *
     * @param password supplier of the password, which may block on the keychain
     */
    public void start(ServerAddress address, Supplier<String> password) {
        reset();
        InterruptibleRun run = new InterruptibleRun();
        current = run;
        steps.begin();
        taskRunner.run(
                () -> {
                    run.execute(() -> {
                        var unused = ServerCheck.run(
                                address,
                                password.get(),
                                result -> taskRunner.fxThread().execute(() -> show(run, result)));
                    });
                    return true;
                },
                _ -> {},
                _ -> {
                    if (current == run) {
                        stop();
                    }
                });
    }

    @Override
    public Optional<Step> runningStep() {
        return steps.running();
    }

    @Override
    public boolean isPassed() {
        return steps.isPassed(result -> !(result.outcome() instanceof Outcome.Failed));
    }

    @Override
    public void stop() {
        if (current != null) {
            current.stop();
            current = null;
        }
        steps.stop();
    }

    @Override
    public void reset() {
        stop();
        steps.reset();
    }

    private void show(InterruptibleRun run, StepResult result) {
        if (current != run) {
            return;
        }
        if (result.outcome() instanceof Outcome.Failed) {
            steps.end(result.step(), result);
        } else {
            steps.endAndGoOn(result.step(), result);
        }
    }
}
