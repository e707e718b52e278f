package app.forecourt.model.connection;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.ServerCheck;
import app.forecourt.sharing.server.ServerCheck.Outcome;
import app.forecourt.sharing.server.ServerCheck.Step;
import app.forecourt.sharing.server.ServerCheck.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * The test of a shared stock before it is saved, step by step. It runs in the background and can be stopped. It changes
 * nothing at the server. Used on the FX thread only.
 */
public final class SharedStockCheck {
    private final TaskRunner taskRunner;
    private final ObservableMap<Step, StepState> steps = FXCollections.observableHashMap();
    private final ObservableMap<Step, StepState> shownSteps = FXCollections.unmodifiableObservableMap(steps);
    private @Nullable Run current;

    /** The state of a step. */
    public sealed interface StepState {
        /** The step has not begun. */
        record Waiting() implements StepState {}

        /** The step runs. */
        record Running() implements StepState {}

        /** The step is over. */
        record Ended(StepResult result) implements StepState {}

        /** The user stopped the test in this step. */
        record Stopped() implements StepState {}
    }

    public SharedStockCheck(TaskRunner taskRunner) {
        this.taskRunner = taskRunner;
        reset();
    }

    /** Returns the observable states of all steps. */
    public ObservableMap<Step, StepState> steps() {
        return shownSteps;
    }

    /**
     * Starts the test. Cancels an earlier one.
     *
     * @param password supplier of the password, which may block on the keychain
     */
    public void start(ServerAddress address, Supplier<String> password) {
        reset();
        Run run = new Run(address, password);
        current = run;
        steps.put(Step.ADDRESS, new StepState.Running());
        taskRunner.run(() -> {
            run.execute();
            return true;
        }, _ -> {}, _ -> {
            if (current == run) {
                stop();
            }
        });
    }

    /** Returns the running step. */
    public Optional<Step> runningStep() {
        return Stream.of(Step.values()).filter(step -> steps.get(step) instanceof StepState.Running)
                .findFirst();
    }

    /** Returns whether every step is over and none has failed. */
    public boolean isPassed() {
        return steps.values().stream().allMatch(state -> state instanceof StepState.Ended(StepResult result)
                && !(result.outcome() instanceof Outcome.Failed));
    }

    /** Stops the test, and marks the running step as stopped. */
    public void stop() {
        if (current != null) {
            current.stop();
            current = null;
        }
        runningStep().ifPresent(step -> steps.put(step, new StepState.Stopped()));
    }

    /** Stops the test and forgets its results. */
    public void reset() {
        stop();
        Stream.of(Step.values()).forEach(step -> steps.put(step, new StepState.Waiting()));
    }

    private void show(Run run, StepResult result) {
        if (current != run) {
            return;
        }
        steps.put(result.step(), new StepState.Ended(result));
        if (!(result.outcome() instanceof Outcome.Failed)) {
            List<Step> order = List.of(Step.values());
            order.stream().skip(order.indexOf(result.step()) + 1L).findFirst()
                    .ifPresent(next -> steps.put(next, new StepState.Running()));
        }
    }

    /** One run of the test. */
    private final class Run {
        private final ServerAddress address;
        private final Supplier<String> password;
        private @Nullable Thread thread;
        private boolean stopped;

        Run(ServerAddress address, Supplier<String> password) {
            this.address = address;
            this.password = password;
        }

        void execute() {
            synchronized (this) {
                if (stopped) {
                    return;
                }
                thread = Thread.currentThread();
            }
            try {
                var unused = ServerCheck.run(address, password.get(),
                        result -> taskRunner.fxThread().execute(() -> show(this, result)));
            } finally {
                synchronized (this) {
                    thread = null;
                    // The thread may be one of a pool.
                    boolean unused = Thread.interrupted();
                }
            }
        }

        synchronized void stop() {
            stopped = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
