package app.forecourt.model.form;

import app.forecourt.car.Problem;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The hints about other cars of the stock list that have the same identity. */
public final class DuplicateHints {
    private final Runnable changed;
    private List<Problem> hints = List.of();
    private Consumer<UUID> opener = _ -> {};

    DuplicateHints(Runnable changed) {
        this.changed = changed;
    }

    List<Problem> all() {
        return hints;
    }

    /** Replaces the hints. */
    public void set(List<Problem> newHints) {
        if (!newHints.equals(hints)) {
            hints = newHints;
            changed.run();
        }
    }

    void clear() {
        hints = List.of();
    }

    /** Sets the action that opens another car of the stock list. */
    public void whenCarIsAsked(Consumer<UUID> open) {
        opener = open;
    }

    public void openCar(Problem hint) {
        opener.accept(UUID.fromString(hint.args().getLast().toString()));
    }
}
