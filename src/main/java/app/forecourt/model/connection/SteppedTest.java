package app.forecourt.model.connection;

import app.forecourt.model.connection.TestSteps.StepState;
import java.util.Optional;
import javafx.collections.ObservableMap;

/**
 * A test of settings before they are saved, step by step, which can be stopped. Used on the FX thread only.
 *
 * @param <S> the steps
 * @param <R> the result of a step
 */
public interface SteppedTest<S, R> {
    /** Returns the observable states of all steps. */
    ObservableMap<S, StepState<R>> steps();

    /** Returns the running step. */
    Optional<S> runningStep();

    /** Returns whether every step is over and the test has passed. */
    boolean isPassed();

    /** Stops the test, and marks the running step as stopped. */
    void stop();

    /** Stops the test and forgets its results. */
    void reset();
}
