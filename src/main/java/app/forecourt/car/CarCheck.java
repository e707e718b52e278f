package app.forecourt.car;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Turns what was typed into a {@link Car}, or says what is wrong with it. Pure but for the clock it is given. */
public final class CarCheck {
    @SuppressWarnings("unused")
    private final Clock clock;

    /** @param clock tells today, for dates that must not lie in the future */
    public CarCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks every field, never stopping at the first problem and never throwing.
     *
     * @param knownOptions the API names the chosen profile knows; empty when its list was never loaded
     */
    public Checked check(CarDraft draft, Optional<Set<String>> knownOptions) {
        return new Checked.Faulty(java.util.List.of());
    }

    /**
     * What one field's text is understood as, for showing it back: empty when it is blank or wrong.
     */
    public Optional<Object> understood(CarField field, String text) {
        return Optional.empty();
    }
}
