package app.forecourt.model.connection;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * The states of the steps of a test, which run one after the other. Used on the FX thread only.
 *
 * @param <S> the steps
 * @param <R> the result of a step
 */
public final class TestSteps<S, R> {
    private final List<S> order;
    private final ObservableMap<S, StepState<R>> states = FXCollections.observableHashMap();
    private final ObservableMap<S, StepState<R>> shown = FXCollections.unmodifiableObservableMap(states);

    /**
     * The state of a step.
     *
     * @param <R> the result of a step
     */
    public sealed interface StepState<R> {
        /** The step has not begun. */
        record Waiting<R>() implements StepState<R> {}

        /** The step runs. */
        record Running<R>() implements StepState<R> {}

        /** The step is over. */
        record Ended<R>(R result) implements StepState<R> {}

        /** The user stopped the test in this step. */
        record Stopped<R>() implements StepState<R> {}
    }

    /** @param order the steps in their order */
    public TestSteps(List<S> order) {
        this.order = List.copyOf(order);
        reset();
    }

    /** Returns the observable states of all steps. */
    public ObservableMap<S, StepState<R>> states() {
        return shown;
    }

    /** Returns the running step. */
    public Optional<S> running() {
        return order.stream()
                .filter(step -> states.get(step) instanceof StepState.Running)
                .findFirst();
    }

    /** Returns whether every step is over with a result that passes. */
    public boolean isPassed(Predicate<R> passes) {
        return states.values().stream()
                .allMatch(state -> state instanceof StepState.Ended<R>(R result) && passes.test(result));
    }

    /** Starts the first step. */
    public void begin() {
        states.put(order.getFirst(), new StepState.Running<>());
    }

    /** Ends a step, and starts the next one. */
    public void endAndGoOn(S step, R result) {
        end(step, result);
        order.stream()
                .skip(order.indexOf(step) + 1L)
                .findFirst()
                .ifPresent(next -> states.put(next, new StepState.Running<>()));
    }

    /** Ends a step and the test. */
    public void end(S step, R result) {
        states.put(step, new StepState.Ended<>(result));
    }

    /** Marks the running step as stopped. */
    public void stop() {
        running().ifPresent(step -> states.put(step, new StepState.Stopped<>()));
    }

    /** Forgets all results. */
    public void reset() {
        order.forEach(step -> states.put(step, new StepState.Waiting<>()));
    }
}
